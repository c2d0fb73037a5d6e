"""Audit templates: YAML that an auditor can read, checked as a whole, turned into plain values."""

from qa_app.templates.catalogue import TemplateEntry, list_templates
from qa_app.templates.load import load_template

__all__ = ["TemplateEntry", "list_templates", "load_template"]
