"""Build analysed plans from a few words, for the tests of detectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from qa_app.core.analysis import Analysis, Answer, JudgedPassage, JudgedTarget, Link, PlanFlag, ViewsJudgement
from qa_app.core.document import Block, BlockKind, Document, Omission, OmissionKind, Span
from qa_app.core.finding import Evidence
from qa_app.core.judged import (
    Component,
    ComponentJudgement,
    Flag,
    FlagCategory,
    Level,
    Severity,
    TargetJudgement,
    TargetText,
    VoiceJudgement,
    VoiceLabel,
)
from qa_app.core.plan import NOTHING, Fact, FactValue, Passage, Person, Plan, Section, TargetRow

MEETING = date(2026, 2, 5)
LEVELS = {"m": Level.MET, "p": Level.PARTLY, "n": Level.NOT}


class Writer:
    """Writes a document piece by piece and remembers where each piece stands."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []

    def write(self, words: str) -> Passage:
        """Write a paragraph; line breaks make several pieces of one passage."""
        spans = []
        for line in words.split("\n"):
            if not line.strip():
                continue
            start = len(self.text)
            self.text += line + "\n"
            spans.append(Span(start, start + len(line)))
            self.blocks.append(Block(spans[-1], BlockKind.PARAGRAPH, page=1))
        return Passage("\n".join(self.text[s.start : s.end] for s in spans), tuple(spans)) if spans else NOTHING


def judged(marks: str) -> TargetJudgement:
    """Judge by five letters for specific, measurable, achievable, relevant, time-bound: m met, p partly, n not."""
    return TargetJudgement(
        {component: ComponentJudgement(LEVELS[mark], 0.9, "as given") for component, mark in zip(Component, marks, strict=True)}
    )


def plan(
    sections: Mapping[str, str] | None = None,
    *,
    targets: Sequence[Mapping[str, str]] = (),
    previous: Sequence[Mapping[str, str]] = (),
    facts: Mapping[str, FactValue] | None = None,
    people: Sequence[tuple[str, str]] = (),
    links: Sequence[tuple[str | None, str | None]] = (),
    answers: Sequence[tuple[str, str]] = (),
    views: int | None = 0,
    voices: Sequence[tuple[str, VoiceLabel]] = (),
    flags: Sequence[tuple[str, Severity]] = (),
    unread: bool = False,
    as_of: date | None = MEETING,
) -> Analysis:
    """Build an analysis. Texts of links, answers, voices and flags must stand in the plan; ``marks`` judges a target."""
    writer = Writer()
    found = []
    for section_id, words in (sections or {}).items():
        heading = section_id.replace("_", " ").capitalize()
        heading_span = writer.write(heading).spans[0]
        found.append(Section(section_id, heading, heading_span, writer.write(words)))
    rows = []
    for target in targets:
        parts = {name: writer.write(words) for name, words in target.items() if name != "marks"}
        row = TargetRow(**parts)
        text = TargetText(**{name: target.get(name, "") for name in TargetText.ROW})
        rows.append(JudgedTarget(row, text, judged(target.get("marks", "nnnnn"))))
    earlier = tuple(TargetRow(**{name: writer.write(words) for name, words in row.items()}) for row in previous)
    people_found = [Person(name, role, writer.write(f"{role}: {name}").spans[0]) for name, role in people]
    known = {name: Fact(name, value, writer.write(f"{name}: {value}").spans) for name, value in (facts or {}).items()}
    omissions = (Omission(OmissionKind.UNREADABLE, "page 2", None, "A picture."),) if unread else ()
    document = Document("plan.docx", "0" * 64, "docx", writer.text, tuple(writer.blocks), omissions)

    def at(words: str) -> Evidence:
        start = writer.text.index(words)
        return Evidence.at(document, Span(start, start + len(words)))

    return Analysis(
        plan=Plan(
            document,
            tuple(found),
            known,
            tuple(people_found),
            tuple(target.row for target in rows),
            earlier,
        ),
        as_of=as_of,
        targets=tuple(rows),
        previous_targets=earlier,
        passages=tuple(
            JudgedPassage(at(words).span, "child_views", "My views", VoiceJudgement(label, 0.9, "as given"))
            for words, label in voices
        ),
        views=ViewsJudgement(
            views, "As given", (), tuple(Answer(at(wish), at(answer), 0.8, ("word",)) for wish, answer in answers)
        ),
        flags=tuple(
            PlanFlag(at(words).span, "other", Flag(0, len(words), words, FlagCategory.LABEL, severity, "It labels.", (), 0.9))
            for words, severity in flags
        ),
        links=tuple(Link(at(need) if need else None, at(action) if action else None, 0.8) for need, action in links),
    )
