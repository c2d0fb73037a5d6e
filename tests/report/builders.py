"""Build audits by hand. Every child, school and worker is invented."""

from collections.abc import Sequence
from datetime import date

from qa_app.core.analysis import Analysis, Answer, JudgedPassage, JudgedTarget, Link, PlanFlag, ViewsJudgement
from qa_app.core.document import Block, BlockKind, Document, Omission, OmissionKind, Span
from qa_app.core.finding import Detection, Finding
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
from qa_app.core.plan import NOTHING, Coverage, Fact, Passage, Plan, Section, TargetRow
from qa_app.core.result import Audit, CriterionResult, CriterionStatus, PlanAudit, Unreadable
from qa_app.core.template import AllOf, AnyOf, AuditTemplate, Band, Comparison, Criterion, Not, Status
from qa_app.judge import overall

MEETING = date(2026, 2, 5)
CHILD, SCHOOL = "Wren Abadi", "Ysgol Pen-y-Llwyn"
WISH = "I want to learn the cornet."
GAP = "Fractions are hard since the move."
TARGET = "Wren plays four bars of a march on the cornet to Miss Orrell by 27 March 2026."
LABEL = "a handful"


def criterion(name, *, weight=1.0, status=Status.STABLE):
    """Make a criterion without detectors."""
    return Criterion(
        id=name,
        title=name.replace("-", " ").capitalize(),
        statement=f"{name} is there.",
        source="an invented source",
        looks_for="what is wanted",
        weak="what is weak",
        uses=(),
        levels={},
        descriptors={0: "not met", 1: "partly", 2: "met", 3: "exemplary"},
        advice=f"Do more about {name}.",
        weight=weight,
        status=status,
    )


CRITERIA = (criterion("views"), criterion("plan", weight=2.0), criterion("words"), criterion("trial-one", status=Status.TRIAL))
BANDS = (
    Band(
        "Returned",
        AnyOf((Comparison("rating.views", "is", 0, ""), Comparison("count.0", "at_least", 2, ""))),
        "Views at 0, or two criteria at 0.",
    ),
    Band(
        "Excellent",
        AllOf((Comparison("count.below.2", "at_most", 0, ""), Comparison("count.not.3", "at_most", 1, ""))),
        "Nothing below 2.",
    ),
    Band(
        "Good", AllOf((Comparison("score", "at_least", 55, ""), Not(Comparison("rating.words", "at_most", 1, "")))), "Over 55."
    ),
    Band("Needs improvement", None, "Everything else."),
)


def template(criteria=CRITERIA, bands=BANDS):
    """Make a template."""
    return AuditTemplate(
        "invented", "2", "An invented template", "an invented source", "wales", criteria, bands, sha256="ab" * 32
    )


def document(name="wren.docx", *, extra="", unread=False, sha="c0ffee"):
    """Make a document of one paragraph a line."""
    lines = [CHILD, SCHOOL, "My views", WISH, "Needs", GAP, "Targets", TARGET, f"At times Wren is {LABEL} at lunch.", extra]
    text, blocks = "", []
    for line in lines:
        if line:
            blocks.append(Block(Span(len(text), len(text) + len(line)), BlockKind.PARAGRAPH, page=1))
            text += line + "\n"
    left_out = (Omission(OmissionKind.UNREADABLE, "page 2", None, "The page is a picture."),) if unread else ()
    return Document(name, sha.ljust(64, "0"), "docx", text, tuple(blocks), left_out)


def span(doc, words):
    """Find words in a document."""
    start = doc.text.index(words)
    return Span(start, start + len(words))


def target(doc, marks="mmpnm"):
    """Judge the document's target by five letters: m met, p partly, n not."""
    levels = {"m": Level.MET, "p": Level.PARTLY, "n": Level.NOT}
    judged = {
        c: ComponentJudgement(
            levels[mark], 0.8, f"“march” decides {c.value}.", improve="" if mark == "m" else f"Say more for {c.value}."
        )
        for c, mark in zip(Component, marks, strict=True)
    }
    row = TargetRow(Passage.of(doc, (span(doc, TARGET),)))
    return JudgedTarget(row, TargetText(TARGET), TargetJudgement(judged))


def analysis(doc):
    """Judge the invented plan."""
    facts = {
        "child": Fact("child", CHILD, (span(doc, CHILD),)),
        "school": Fact("school", SCHOOL, (span(doc, SCHOOL),)),
        "year_group": Fact("year_group", 6, (), "date of birth"),
        "meeting_date": Fact("meeting_date", MEETING, ()),
        "in_school": Fact("in_school", True, ()),
    }
    section = Section("child_views", "My views", span(doc, "My views"), Passage.of(doc, (span(doc, WISH),)))
    needs = Section("barriers_needs", "Needs", span(doc, "Needs"), Passage.of(doc, (span(doc, GAP),)))
    empty = Section("carer_views", "Carer", None, NOTHING)
    earlier = TargetRow(Passage.of(doc, (span(doc, GAP),)), outcome=Passage.of(doc, (span(doc, WISH),)))
    plan = Plan(
        doc, (section, needs, empty), facts, targets=(target(doc).row,), previous_targets=(earlier,),
        coverage=Coverage(len(doc.text), len(doc.text) - 10, {"headings": 10}), warnings=("Two dates for the meeting.",),
    )  # fmt: skip
    found = Analysis(plan, MEETING)
    wish, gap, answer = (found.evidence(span(doc, words)) for words in (WISH, GAP, TARGET))
    flag = Flag(
        0,
        len(LABEL),
        LABEL,
        FlagCategory.LABEL,
        Severity.MEDIUM,
        "It names the child by a trouble.",
        ("finds lunch loud",),
        0.9,
    )
    return Analysis(
        plan=plan,
        as_of=MEETING,
        targets=(target(doc),),
        previous_targets=(earlier,),
        passages=(
            JudgedPassage(span(doc, WISH), "child_views", "My views", VoiceJudgement(VoiceLabel.QUOTED, 0.95, "First person.")),
        ),
        views=ViewsJudgement(
            3, "The views shape a target.", (wish,), (Answer(wish, answer, 0.7, ("cornet",)), Answer(gap, None, 0.0))
        ),
        flags=(PlanFlag(span(doc, LABEL), "other", flag),),
        links=(Link(gap, None, 0.0), Link(None, answer, 0.0)),
    )


def result(analysed, asked, rating):
    """Rate one criterion: 0 to 3, ``n/a`` or ``?``."""
    wish = analysed.evidence(span(analysed.plan.document, WISH))
    statuses = {"n/a": CriterionStatus.NOT_APPLICABLE, "?": CriterionStatus.CANNOT_JUDGE}
    status = statuses.get(rating, CriterionStatus.RATED)
    detections = (
        Detection(
            "seen",
            "words of the child",
            findings=(Finding("wish", (wish,), "The child asks for it.", "rule"),),
            measures={"n": 1},
        ),
        Detection(
            "unseen",
            "a date by which",
            measures={"days_late": 3, "in_time": False, "deadline": "2026-02-02"},
            summary="Three days late.",
        ),
    )
    return CriterionResult(
        asked, status, rating if status is CriterionStatus.RATED else None, f"Rated {rating} for a reason.", 0.8,
        (wish,), "words of the child", asked.advice, detections,
    )  # fmt: skip


def plan_audit(ratings: Sequence[int | str], asked: AuditTemplate, doc: Document) -> PlanAudit:
    """Audit a document with given ratings in the template's order."""
    analysed = analysis(doc)
    results = tuple(result(analysed, c, rating) for c, rating in zip(asked.criteria, ratings, strict=True))
    return PlanAudit(analysed, results, overall(asked, results))


def audit(*ratings: Sequence[int | str], extra: str = "", unread: bool = False) -> Audit:
    """Build an audit of one plan per sequence of ratings."""
    asked = template()
    plans = tuple(
        plan_audit(each, asked, document(f"plan{n}.docx", extra=extra, unread=unread, sha=f"{n:x}"))
        for n, each in enumerate(ratings, 1)
    )
    return Audit("0.1", asked, plans, (Unreadable("locked.pdf", "It has a password.", "Save it without one."),))


SAMPLE = ((3, 3, 3, 0), (2, "n/a", 1, 3), (0, 2, 3, 3), ("?", "?", 2, 3), (2, 2, "?", "?"), (1, 1, 2, 2))
