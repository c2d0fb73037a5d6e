"""Loading templates: what ships is sound, and what is broken is refused with line and cure."""

from pathlib import Path

import pytest

from qa_app.core.errors import InvalidTemplate
from qa_app.core.result import CriterionResult, CriterionStatus
from qa_app.core.template import AnyOf, Comparison, Not
from qa_app.detect.base import catalogue
from qa_app.judge import overall
from qa_app.templates import list_templates, load_template

GOOD = """\
id: mine
version: "1"
title: Mine
source: Our own
jurisdiction: any
criteria:
  - id: views
    title: Views
    statement: Views are there.
    source: Our guide, page 2
    looks_for: The child's words.
    weak: A blank box.
    uses: [{detector: childs_views, name: views}]
    levels:
      3: {views.level: at least 3, say: a target that answers the child}
      1: [{views.level: at least 1, say: a view}, {views.passages: between 1 and 99, say: a passage}]
    descriptors: {0: none, 1: some, 2: good, 3: best}
    good_example: I asked for a quiet desk and got one.
    advice: Ask the child.
    applies: {when: {none: [{fact.year_group: [-1, 0]}]}, otherwise: Not before Year 1.}
bands:
  - {name: Red, say: Not met., when: {rating.views: 0}}
  - {name: Green, say: The rest.}
"""


def load(tmp_path: Path, text: str):
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_template(path, catalogue())


def test_good_template(tmp_path):
    template = load(tmp_path, GOOD)
    criterion = template.criteria[0]
    assert criterion.levels[3] == Comparison("views.level", "at_least", 3.0, "a target that answers the child")
    assert criterion.applies.condition == Not(AnyOf((Comparison("fact.year_group", "one_of", (-1, 0), ""),)))
    assert len(template.sha256) == 64
    assert template.bands[1].condition is None


BROKEN = {
    "misspelt key": ("    title: Views\n", "    titel: Views\n", "“titel” is not a key", "Did you mean “title”?"),
    "missing key": ("    advice: Ask the child.\n", "", "“advice” is missing", "docs/templates.md"),
    "unknown detector": ("detector: childs_views", "detector: child_views", "no detector “child_views”", "“childs_views”"),
    "unknown measure": ("3: {views.level:", "3: {views.levle:", "“views.levle” is not a measure", "Did you mean “level”?"),
    "unknown fact": ("fact.year_group", "fact.yeargroup", "“fact.yeargroup”", "“year_group”"),
    "bad comparison": ("at least 3", "more than 3", "“more than 3” is not a comparison", "at least 2"),
    "impossible range": ("between 1 and 99", "between 9 and 1", "can never hold", "smaller number first"),
    "no words for the reason": (", say: a view}", "}", "no words for its reason", "say:"),
    "bad weight": ("    advice:", "    weight: -2\n    advice:", "“weight” is outside its range", "0 to 10"),
    "weight as text": ("    advice:", "    weight: heavy\n    advice:", "“weight” must be a number", "quotation marks"),
    "bad status": ("    advice:", "    status: live\n    advice:", "“status” has a value", "'trial'"),
    "missing descriptor": ("{0: none, 1: some,", "{0: none,", "No descriptor for 1", "what each rating means"),
    "unknown section": ("    advice:", "    sections: [child_view]\n    advice:", "no section “child_view”", "“child_views”"),
    "rating out of range": ("      3: {views", "      5: {views", "“5” has a value", "1, 2 or 3"),
    "first band without condition": (", when: {rating.views: 0}", "", "could get no band", "Add “when”"),
    "band on unknown criterion": ("rating.views: 0", "rating.view: 0", "“rating.view”", "“views”"),
    "key twice": (
        "    weak: A blank box.\n",
        "    weak: A blank box.\n    weak: Nothing.\n",
        "“weak” is there twice",
        "Keep one",
    ),
    "circular entry": ("bands:\n", "note: &n [*n]\nbands:\n", "points back", "run in a circle"),
    "number for a text": ("source: Our own", "source: 2025", "“source” must be a text", "quotation marks"),
    "layout": ("criteria:\n", "criteria\n", "layout cannot be read", "missing colon"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_template_is_refused_with_line_and_cure(tmp_path, name):
    old, new, what, cure = BROKEN[name]
    assert old in GOOD
    with pytest.raises(InvalidTemplate) as caught:
        load(tmp_path, GOOD.replace(old, new, 1))
    said = "\n".join(caught.value.problems)
    assert what in said
    assert cure in said
    assert "line " in said


def test_all_problems_at_once(tmp_path):
    text = GOOD.replace("title: Views", "titel: Views").replace("jurisdiction: any", "jurisdiction: mars")
    with pytest.raises(InvalidTemplate) as caught:
        load(tmp_path, text)
    assert len(caught.value.problems) >= 3


def test_same_criterion_twice(tmp_path):
    start, end = GOOD.index("  - id: views"), GOOD.index("bands:")
    with pytest.raises(InvalidTemplate, match="“views” is used twice"):
        load(tmp_path, GOOD[:end] + GOOD[start:end] + GOOD[end:])


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "\x00", "id: [" * 200])
def test_files_that_are_no_templates(tmp_path, text):
    with pytest.raises(InvalidTemplate):
        load(tmp_path, text)


def test_unknown_name_lists_what_there_is():
    with pytest.raises(InvalidTemplate, match="wales-2025"):
        load_template("wales-2026", catalogue())


@pytest.mark.parametrize("entry", list_templates(), ids=lambda entry: entry.id)
def test_every_template_that_ships_is_sound(entry):
    template = load_template(entry.id, catalogue())
    assert template.criteria
    assert all(criterion.good_example and criterion.source for criterion in template.criteria)


def test_wales_begins_with_the_ten_fixed_criteria():
    template = load_template("wales-2025", catalogue())
    assert [criterion.id for criterion in template.criteria[:10]] == [
        "views-and-aspirations", "statutory-information", "barriers-and-plan", "transitions", "practical-linked-action",
        "responsibility", "progression", "not-in-school-pathway", "sensitive-language", "smart-targets",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["wales-2025", "camden", "essex-pep1-pep2", "making-a-difference", "walsall"])
def test_each_way_to_a_returned_plan_says_which_it_is(name):
    returned = [band for band in load_template(name, catalogue()).bands if band.name == "Returned"]
    assert len({band.say for band in returned}) == len(returned) > 1
    assert not any(isinstance(band.condition, AnyOf) or ", or " in band.say for band in returned)


@pytest.mark.parametrize(
    ("ratings", "why"),
    [
        ((0, 3, 3, 3, 3), "A knock-out applies: “Views and aspirations” is not met."),
        ((3, 0, 0, 0, 3), "Three or more criteria are not met."),
        ((0, 0, 0, 0, 3), "A knock-out applies: “Views and aspirations” is not met."),
    ],
)
def test_reason_of_a_returned_plan_names_what_applied(ratings, why):
    template = load_template("wales-2025", catalogue())
    results = [
        CriterionResult(criterion, CriterionStatus.RATED, rating, "because", 1.0, detections=())
        for criterion, rating in zip(template.criteria[:5], ratings, strict=True)
    ]
    verdict = overall(template, results)
    assert (verdict.band, verdict.why) == ("Returned", why)


def test_two_criteria_not_met_do_not_return_a_plan():
    template = load_template("wales-2025", catalogue())
    results = [
        CriterionResult(criterion, CriterionStatus.RATED, rating, "because", 1.0, detections=())
        for criterion, rating in zip(template.criteria[:5], (3, 0, 0, 3, 3), strict=True)
    ]
    assert overall(template, results).band == "Needs improvement"


def test_optional_packs_are_added_by_name_and_never_counted():
    plain, wider = (load_template(name, catalogue()) for name in ("wales-2025", "wales-2025+wales-support+vale"))
    added = wider.criteria[len(plain.criteria) :]
    assert len(added) > 10
    assert all(criterion.weight == 0 for criterion in added)
    assert wider.sha256 != plain.sha256


def test_pack_that_is_not_there_is_said():
    with pytest.raises(InvalidTemplate, match=r"not an optional pack of this template\. There are: wales-support, vale"):
        load_template("wales-2025+vail", catalogue())


def test_worked_example_of_the_docs_loads(tmp_path):
    docs = Path(__file__).parents[2] / "docs" / "templates.md"
    example = docs.read_text(encoding="utf-8").rsplit("```yaml\n", 1)[1].split("```")[0]
    indented = "".join(f"  {line}\n" for line in example.splitlines())
    template = load(tmp_path, GOOD.replace("bands:\n", f"{indented}bands:\n"))
    assert template.criteria[-1].id == "advocacy-offered"
