import pytest

from qa_app.core.errors import InvalidTemplate
from qa_app.extract import FormLibrary, extract_plan, learn_form, load_form, load_forms, write_form

from .builders import b, doc, h, p, table


def form(answers=None):
    """A form with a heading, a hint and a question of its own; empty, or with answers."""
    views, name = answers or (None, None)
    return doc(
        h("Bro Hafren learning record"),
        h("Basic details"),
        table(["Name", name], ["Crew number", None]),
        h("Magpie box"),
        "Collect shiny things here, however small.",
        "Ask twice, listen once.",
        *([views] if views else []),
    )


def test_learnt_form_subtracts_its_own_print(tmp_path):
    learnt = learn_form(form(), "bro-hafren")
    assert learnt.fields == {"Name": "child"}
    assert learnt.headings["Magpie box"] == "other"
    corrected = learn_form(form(), "bro-hafren").__class__(
        "bro-hafren", "2", "", {**learnt.headings, "Magpie box": "child_views"}, learnt.fields, learnt.printed
    )
    library = load_forms(write_form(corrected, tmp_path).parent)
    plan = extract_plan(form(("I found a blue feather by the gym.", "Nel Prosser")), library)
    assert plan.form == "bro-hafren 2"
    assert [one.content.text for one in plan.sections_with("child_views")] == ["I found a blue feather by the gym."]
    assert plan.fact("child") == "Nel Prosser"


def test_other_plans_are_not_on_the_form():
    library = FormLibrary((learn_form(form(), "bro-hafren"),))
    plan = extract_plan(doc(h("My views"), "I like art."), library)
    assert plan.form == ""


def test_empty_form_has_no_content():
    library = FormLibrary((learn_form(form(), "bro-hafren"),))
    assert all(section.empty for section in extract_plan(form(), library).sections)


def test_description_survives_writing(tmp_path):
    learnt = learn_form(
        doc(b("My views:"), "What is good?", "Name:   DOB:", p("Click here", prompt=True)), "plain", title="Plain: form"
    )
    assert load_form(write_form(learnt, tmp_path)) == learnt
    assert set(learnt.fields.values()) == {"child", "date_of_birth"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("headings: {}", "form:"),
        ("form: x\ncolour: red", "colour"),
        ("form: x\nheadings: {A: nowhere}", "nowhere"),
        ("form: x\nfields: {A: shoe_size}", "shoe_size"),
        ("form: x\nprinted: {a: b}", "printed"),
        ("form: [", "YAML"),
    ],
)
def test_wrong_descriptions_say_what_is_wrong(tmp_path, text, problem):
    path = tmp_path / "wrong.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidTemplate, match=problem):
        load_form(path)
