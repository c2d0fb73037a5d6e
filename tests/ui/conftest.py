"""An invented audit, made by hand, so that the pages can be tested without reading or judging anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from qa_app.core.analysis import Analysis, Answer, JudgedPassage, JudgedTarget, Link, PlanFlag, Readability, ViewsJudgement
from qa_app.core.document import Block, BlockKind, CellPosition, Document, Omission, OmissionKind, Span
from qa_app.core.finding import Detection, Evidence, Finding
from qa_app.core.judged import (
    Component,
    ComponentJudgement,
    Flag,
    FlagCategory,
    Level,
    Proof,
    Severity,
    TargetJudgement,
    TargetText,
    VoiceJudgement,
    VoiceLabel,
)
from qa_app.core.plan import Coverage, Fact, Passage, Plan, Section, Speaker, TargetRow
from qa_app.core.result import Audit, CriterionResult, CriterionStatus, Overall, PlanAudit, Unreadable
from qa_app.core.template import AuditTemplate, Band, Comparison, Criterion

HEADING = "My views"
PROMPT = "What do you like about school?"
WISH = "“I want to do more drumming,” said Gwenno. <b>She smiled.</b>"
BLAME = "Gwenno is attention-seeking at lunch."
TARGET = "Gwenno will join the drumming club every Tuesday"
WHO = "Mr Prys"
WHEN = "27 March 2026"
_TITLES = (
    ("views-and-aspirations", "Views and aspirations"),
    ("statutory-information", "Statutory information"),
    ("barriers-and-plan", "Barriers and plan"),
    ("transitions", "Transitions"),
    ("practical-linked-action", "Practical, linked action"),
    ("responsibility", "Responsibility"),
    ("progression", "Progression"),
    ("not-in-school-pathway", "Pathway where not in school"),
    ("sensitive-language", "Sensitive language"),
    ("smart-targets", "SMART targets"),
)
_RATINGS: tuple[int | None, ...] = (2, 1, 2, None, 1, 3, 0, None, 1, 2)


def _document(name: str, unread: bool) -> Document:
    pieces: list[tuple[str, BlockKind, CellPosition | None]] = [
        (HEADING, BlockKind.HEADING, None),
        (PROMPT, BlockKind.PARAGRAPH, None),
        (WISH, BlockKind.PARAGRAPH, None),
        (BLAME, BlockKind.PARAGRAPH, None),
        ("Target", BlockKind.CELL, CellPosition(0, 0, 0, is_header=True)),
        ("Who", BlockKind.CELL, CellPosition(0, 0, 1, is_header=True)),
        ("By when", BlockKind.CELL, CellPosition(0, 0, 2, is_header=True)),
        (TARGET, BlockKind.CELL, CellPosition(0, 1, 0, row_span=2)),
        (WHO, BlockKind.CELL, CellPosition(0, 1, 1)),
        (WHEN, BlockKind.CELL, CellPosition(0, 2, 1, column_span=2)),
    ]
    text, blocks = "", []
    for words, kind, cell in pieces:
        start = len(text)
        text += words + "\n"
        blocks.append(Block(Span(start, start + len(words)), kind, page=1, cell=cell))
    omissions = (Omission(OmissionKind.UNREADABLE, "page 2", None, "The page is a picture."),) if unread else ()
    return Document(name, "0" * 64, "docx", text, tuple(blocks), omissions)


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def _judged_target(document: Document) -> JudgedTarget:
    parts = {name: Passage.of(document, (_span(document, words),)) for name, words in
             (("target", TARGET), ("who", WHO), ("by_when", WHEN))}  # fmt: skip
    proof = Proof("target", TARGET.index("every"), len(TARGET), "every Tuesday", "frequency")
    components = {
        Component.SPECIFIC: ComponentJudgement(Level.MET, 0.9, "“join the drumming club” names an event."),
        Component.MEASURABLE: ComponentJudgement(Level.MET, 0.8, "“every Tuesday” can be counted.", (proof,)),
        Component.ACHIEVABLE: ComponentJudgement(Level.PARTLY, 0.6, "No starting point.", improve="Say where she starts."),
        Component.RELEVANT: ComponentJudgement(Level.MET, 0.7, "She asked for it."),
        Component.TIME_BOUND: ComponentJudgement(Level.NOT, 0.9, "No date.", improve="Say by when."),
    }
    return JudgedTarget(TargetRow(**parts), TargetText(TARGET, who=WHO, by_when=WHEN), TargetJudgement(components))


def _analysis(name: str, unread: bool) -> Analysis:
    document = _document(name, unread)
    at = {words: _span(document, words) for words in (HEADING, PROMPT, WISH, BLAME, TARGET)}
    views = Section(
        "child_views", HEADING, at[HEADING], Passage.of(document, (at[WISH], at[BLAME])), (at[PROMPT],), Speaker.CHILD
    )
    target = _judged_target(document)
    start = document.text.index("Gwenno")
    facts = {
        "child": Fact("child", "Gwenno", (Span(start, start + 6),)),
        "year_group": Fact("year_group", 7, (), derived_from="date of birth"),
        "meeting_date": Fact("meeting_date", date(2026, 1, 14), (_span(document, WHEN),)),
    }
    plan = Plan(
        document,
        (views,),
        facts,
        targets=(target.row,),
        coverage=Coverage(200, 190, {"printed form text": 10}),
        warnings=("Two dates of birth were found.",),
    )
    wish = Evidence.at(document, at[WISH], "child_views")
    answer = Evidence.at(document, at[TARGET], "targets")
    blame = Span(at[BLAME].start + BLAME.index("attention"), at[BLAME].end - len(" at lunch."))
    flag = Flag(0, 0, document.quote(blame), FlagCategory.BLAME, Severity.MEDIUM, "It blames.", ("She looks for company",), 0.9)
    return Analysis(
        plan,
        date(2026, 1, 14),
        (target,),
        passages=(JudgedPassage(at[WISH], "child_views", HEADING, VoiceJudgement(VoiceLabel.QUOTED, 0.95, "“I want”")),),
        views=ViewsJudgement(
            2, "Her wish is there.", (wish,), (Answer(wish, answer, 0.8, ("drumming",)), Answer(wish, None, 0.0))
        ),
        flags=(PlanFlag(blame, "child_views", flag),),
        links=(Link(None, answer, 0.0),),
        readability=Readability(False, "too few words"),
    )


def _template() -> AuditTemplate:
    criteria = tuple(
        Criterion(
            identity, title, f"It shows: {title.lower()}.", "Guidance, section 4", "Words that show it", "Blanks", (),
            {2: Comparison("x.count", "at_least", 1, "one item")},
            {0: "Nothing.", 1: "Something.", 2: "Enough.", 3: "More than enough."},
            good_example="An invented example.", advice="Ask the child.",
        )
        for identity, title in _TITLES
    )  # fmt: skip
    return AuditTemplate(
        "wales-2025", "1.0", "Wales 2025", "Guidance 296", "wales", criteria, (Band("Good", None, "Most met."),)
    )


def _plan_audit(name: str, template: AuditTemplate, unread: bool = False) -> PlanAudit:
    analysis = _analysis(name, unread)
    document = analysis.plan.document
    results = []
    for criterion, rating in zip(template.criteria, _RATINGS, strict=True):
        status = CriterionStatus.RATED
        if rating is None:
            status = CriterionStatus.CANNOT_JUDGE if criterion.id == "transitions" else CriterionStatus.NOT_APPLICABLE
        evidence = (Evidence.at(document, _span(document, WISH), "child_views"),
                    Evidence.at(document, _span(document, TARGET), "targets")) if rating else ()  # fmt: skip
        findings = (Finding("view", evidence[:1], "It is a wish.", "rule"),) if evidence else ()
        results.append(
            CriterionResult(
                criterion, status, rating, f"Reason for {criterion.title}.", 0.8, evidence,
                "headings such as “My views”", criterion.advice,
                (Detection("childs_views", "views", findings=findings),),
            )
        )  # fmt: skip
    return PlanAudit(analysis, tuple(results), Overall(61.0, "Good", "Six of eight criteria are met."))


def make_audit(*names: str, unreadable: tuple[Unreadable, ...] = ()) -> Audit:
    """Make an audit of one invented plan per name; a name with ``scan`` in it has a page that could not be read."""
    template = _template()
    return Audit("0.1.0", template, tuple(_plan_audit(name, template, "scan" in name) for name in names), unreadable)


@pytest.fixture
def audit_of() -> Callable[..., Audit]:
    """Make an audit of invented plans."""
    return make_audit
