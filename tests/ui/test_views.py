"""What the views make of texts: nothing is lost, nothing of a plan becomes markup."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.core.document import Span
from qa_app.core.judged import Level, Severity
from qa_app.core.result import Audit
from qa_app.ui.views.criteria import evidence_marks
from qa_app.ui.views.highlight import Mark, marked
from qa_app.ui.views.markdown import demoted, plain
from qa_app.ui.views.marks import Highlight, marks_for
from qa_app.ui.views.markup import element, escape, quote, table
from qa_app.ui.views.plan_text import plan_text
from qa_app.ui.views.rating import level_chip, rating_badge, rating_chip, rating_mark, severity_chip


def _text_of(markup: str) -> str:
    without_labels = re.sub(r'<span class="pq-no"[^>]*>.*?</span>', "", markup)
    return html.unescape(re.sub(r"<[^>]*>", "", without_labels.replace("<br>", "\n")))


_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6)


@given(st.text(st.characters(exclude_characters="\r"), max_size=60), _SPANS, st.integers(0, 20))
def test_marks_change_no_letter_of_the_text(text: str, places: list[tuple[int, int]], offset: int) -> None:
    marks = [Mark(Span(start, start + length), "why", str(number)) for number, (start, length) in enumerate(places)]
    assert _text_of(marked(text, marks, offset)) == text


def test_overlapping_marks_carry_both_titles_and_each_label_once() -> None:
    markup = marked("one two three", [Mark(Span(0, 7), "first", "1"), Mark(Span(4, 13), "second", "2")])
    assert markup.count('class="pq-no"') == 2
    assert 'title="first; second"' in markup


def test_a_mark_that_only_touches_the_text_marks_nothing() -> None:
    assert marked("words", [Mark(Span(0, 5), "before"), Mark(Span(10, 12), "after")], offset=5) == "words"


@given(st.text(max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    for markup in (escape(text), quote(text), element("p", escape(text), title=text)):
        assert re.sub(r"</?(?:p|q)(?: (?:class|title)=\"[^\"<>]*\")?>", "", markup).count("<") == 0


def test_words_with_their_own_quotation_marks_get_no_second_pair() -> None:
    assert 'class="pq-own"' in quote("“I like art”")
    assert 'class="pq-own"' not in quote("She likes art")


def test_the_plans_text_shows_every_word_in_its_table_and_dims_the_forms_own(audit_of: Callable[..., Audit]) -> None:
    plan = audit_of("one.docx").plans[0]
    document = plan.analysis.plan.document
    markup = plan_text(plan.analysis.plan, evidence_marks(plan.results[0]))
    for block in document.blocks:
        assert escape(document.quote(block.span)) in markup.replace("<br>", "\n")
    assert 'rowspan="2"' in markup
    assert 'colspan="2"' in markup
    assert "<b>She" not in markup
    assert re.search(r'class="pq-prompt"[^>]*>What do you like', markup)
    assert 'id="evidence-1"' in markup


def test_each_choice_of_highlights_marks_words_that_stand_there(audit_of: Callable[..., Audit]) -> None:
    plan = audit_of("one.docx").plans[0]
    assert marks_for(plan, Highlight.NOTHING) == []
    for choice in set(Highlight) - {Highlight.NOTHING}:
        marks = marks_for(plan, choice)
        assert marks
        assert all(plan.analysis.plan.document.quote(mark.span).strip() and mark.title for mark in marks)


def test_ratings_never_stand_by_colour_alone(audit_of: Callable[..., Audit]) -> None:
    for result in audit_of("one.docx").plans[0].results:
        sign = {"rated": str(result.rating), "not-applicable": "n/a", "cannot-judge": "?"}[result.status]
        for shown in (rating_chip(result), rating_mark(result), rating_badge(result)):
            assert sign in re.sub(r"<[^>]*>", "", shown)
            assert re.search(r"[Mm]et|Exemplary|Does not apply|Cannot judge", shown)


def test_levels_and_severities_have_a_sign_and_a_word() -> None:
    for level in Level:
        assert re.search(r"[✔◐✘]</b> \w", level_chip(level))
    for severity in Severity:
        assert re.search(r"[▲■●]</b> \w", severity_chip(severity))


def test_a_table_has_a_caption_heads_with_scope_and_can_be_scrolled_by_keyboard() -> None:
    markup = table(["Plan", "Score"], [(escape("a<b"), escape("61"))], caption="Plans")
    assert markup.count('scope="col"') == 2
    assert '<th scope="row" data-head="Plan">a&lt;b</th><td data-head="Score">61</td>' in markup
    assert "<caption>" in markup
    assert 'tabindex="0"' in markup


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2 * 3", r"2 \* 3"), ("[a](b)", r"\[a\]\(b\)"), ("plain words", "plain words"), (":red[x]", r"\:red\[x\]")],
)
def test_signs_of_markdown_are_shown_as_they_are(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_headings_of_a_card_go_below_the_pages_title() -> None:
    assert demoted("# Model\n\n## Figures\na # b") == "### Model\n\n#### Figures\na # b"
