"""The passages of a plan that may carry somebody's view, each with the heading it is to be read under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from qa_app.analyse.pieces import paragraphs
from qa_app.analyse.voice.places import BLANK, NOWHERE, place_of
from qa_app.core.document import Span
from qa_app.core.plan import Plan, Section, Speaker

SECTIONS: Final = (
    "child_views", "aspirations", "one_page_profile", "strengths", "interests", "carer_views", "parent_views",
    "social_worker_views", "school_views", "meeting", "transition", "post16",
)  # fmt: skip
"""Sections in which views stand."""
CHILDS_SECTIONS: Final = ("child_views", "aspirations", "one_page_profile")
"""The child's own sections, where even a dash says something."""
LONGEST: Final = 60
"""Words of a passage; a longer line is cut at sentence ends, as one label would not fit it."""

_FEWEST_ELSEWHERE: Final = 4  # words; shorter entries of other sections are names, dates and ticks

_HEADINGS: Final = {
    "child_views": "Child's views", "aspirations": "Aspirations", "one_page_profile": "One-page profile",
    "strengths": "Strengths", "interests": "Interests", "carer_views": "Carer's views", "parent_views": "Parent's views",
    "social_worker_views": "Social worker's views", "school_views": "School views", "meeting": "Meeting notes",
    "transition": "Transition", "post16": "Post-16",
}  # fmt: skip
_SPEAKERS: Final = {
    Speaker.CHILD: "Child's views", Speaker.CARER: "Carer's views", Speaker.PARENT: "Parent's views",
    Speaker.SOCIAL_WORKER: "Social worker's views", Speaker.SCHOOL: "School views",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanPassage:
    """A passage at its place in the plan.

    Attributes:
        section: Id of its section.
        heading: What it stands under: the nearest printed question, or the section's heading.
        text: ``document.quote(span)``.
    """

    span: Span
    section: str
    heading: str
    text: str


def passages_of(plan: Plan) -> tuple[PlanPassage, ...]:
    """Cut the sections in which views stand into passages, in document order."""
    found = [
        PlanPassage(span, section.id, _heading(plan, section, span), plan.document.quote(span))
        for section in plan.sections_with(*SECTIONS)
        for span in paragraphs(plan.document, section.content.spans, longest=LONGEST)
        if section.id in CHILDS_SECTIONS or len(re.findall(r"[^\W\d_]{2,}", plan.document.quote(span))) >= _FEWEST_ELSEWHERE
    ]
    return tuple(sorted(found, key=lambda passage: passage.span))


def _heading(plan: Plan, section: Section, span: Span) -> str:
    """Return the nearest printed question before the passage when it tells whose place this is, else the section's heading."""
    before = [prompt for prompt in section.prompts if prompt.end <= span.start]
    prompt = " ".join(plan.document.quote(before[-1]).split()) if before else ""
    for candidate in (prompt, section.heading):
        if place_of(candidate).main not in (BLANK, NOWHERE):
            return candidate
    return _SPEAKERS.get(section.speaker) or _HEADINGS[section.id]
