"""Finding the parts of a plan: sections, facts, people, targets. Document in, Plan out; no opinions."""

from qa_app.extract.extractor import extract_plan
from qa_app.extract.forms import FormDescription, FormLibrary, load_form, load_forms, write_form
from qa_app.extract.joining import PartGroup, join_documents, same_child_parts
from qa_app.extract.learning import learn_form

__all__ = [
    "FormDescription",
    "FormLibrary",
    "PartGroup",
    "extract_plan",
    "join_documents",
    "learn_form",
    "load_form",
    "load_forms",
    "same_child_parts",
    "write_form",
]
