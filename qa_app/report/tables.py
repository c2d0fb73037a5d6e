"""An audit as plain tables: the one source of rows for the workbook, the CSV files and the app's pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Evidence
from qa_app.core.judged import Component
from qa_app.core.result import Audit, CriterionStatus, PlanAudit

Value: TypeAlias = str | int | float | date | None


class Kind(StrEnum):
    """How a column's values are to be shown."""

    NAME = "name"  # short text that identifies the row
    TEXT = "text"  # prose
    QUOTE = "quote"  # words of a plan
    NUMBER = "number"
    PERCENT = "percent"  # 0 to 1
    DATE = "date"
    RATING = "rating"  # 0 to 3, n/a or ?
    LEVEL = "level"  # met, partly, not
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``key`` for programs, ``title`` for people, ``meaning`` for the data dictionary, ``width`` in characters."""

    key: str
    title: str
    kind: Kind
    width: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table. ``note`` stands above it; ``when_empty`` is shown instead of no rows."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""
    when_empty: str = "Nothing to show."


NOT_APPLICABLE: Final = "n/a"
CANNOT_JUDGE: Final = "?"

_NO: Final = Column("plan", "Plan no.", Kind.NUMBER, 7, "Number of the plan in this audit, from 1, in the order of the files.")
_PLAN: Final = Column("file", "Plan", Kind.NAME, 26, "Name of the file; with the plan's number when one file holds several.")


def plan_name(audited: PlanAudit) -> str:
    """Return what a plan is called in tables: its file's name, with its number when the file holds several plans."""
    document = audited.analysis.plan.document
    return document.name if document.plan_no == 1 else f"{document.name} ({document.plan_no})"


def rating_text(status: CriterionStatus, rating: int | None) -> int | str:
    """Return a rating as it stands in a table: 0 to 3, ``n/a`` or ``?``."""
    if status is CriterionStatus.NOT_APPLICABLE:
        return NOT_APPLICABLE
    return CANNOT_JUDGE if rating is None else rating


def all_tables(audit: Audit) -> tuple[Table, ...]:
    """Return every table of an audit, in the workbook's order."""
    builders = (
        summary_table, criteria_table, evidence_table, targets_table, previous_targets_table, views_table, wishes_table,
        language_table, statutory_table, dates_table, links_table, facts_table, unreadable_table,
    )  # fmt: skip
    return tuple(build(audit) for build in builders)


def summary_table(audit: Audit) -> Table:
    """One row per plan."""
    columns = (
        _NO, _PLAN,
        Column("child", "Child", Kind.NAME, 18, "The child's name as the plan gives it."),
        Column("year_group", "Year", Kind.NUMBER, 6, "Year group; Reception 0, Nursery −1."),
        Column("school", "School", Kind.NAME, 22, "School or setting as the plan gives it."),
        Column("meeting_date", "Meeting", Kind.DATE, 11, "Date of the plan's meeting."),
        Column("language", "Language", Kind.NAME, 9, "Language of what people wrote: en, cy or mixed."),
        Column("score", "Score", Kind.NUMBER, 7, "Weighted share of the points, 0 to 100, by the program's ratings."),
        Column("band", "Band", Kind.NAME, 18, "Overall band by the template's rule, by the program's ratings."),
        Column("why", "Why this band", Kind.TEXT, 44, "The rule that gave the band."),
        Column("targets", "Targets", Kind.NUMBER, 8, "Number of current targets."),
        Column("views_level", "Child's views", Kind.NUMBER, 8, "Level of the child's views, 0 to 3."),
        Column("flags", "Wording flags", Kind.NUMBER, 8, "Number of wordings that may hurt or puzzle the child."),
        Column("coverage", "Text analysed", Kind.PERCENT, 9, "Share of the document's visible text that was analysed."),
        Column("attention", "Look at", Kind.TEXT, 40, "What a person should check: doubts, conflicts, parts not read."),
    )  # fmt: skip
    return Table("summary", "Summary", columns, tuple(_summary_row(n, p) for n, p in _numbered(audit)))


def _summary_row(number: int, audited: PlanAudit) -> tuple[Value, ...]:
    analysis = audited.analysis
    plan = analysis.plan
    attention = [*plan.warnings, *(f"Not read: {o.place}. {o.explanation}" for o in plan.document.unread)]
    return (
        number,
        plan_name(audited),
        _as_value(plan.fact("child")),
        _as_value(plan.fact("year_group")),
        _as_value(plan.fact("school")),
        plan.date_fact("meeting_date"),
        plan.language.value,
        audited.overall.score,
        audited.overall.band,
        audited.overall.why,
        len(analysis.targets),
        analysis.views.level,
        len(analysis.flags),
        round(plan.coverage.share, 3),
        "\n".join(attention),
    )


def criteria_table(audit: Audit) -> Table:
    """One row per plan and criterion."""
    columns = (
        Column("key", "Key", Kind.NAME, 12, "Plan number and criterion id: finds the row again after sorting."),
        _NO, _PLAN,
        Column("criterion", "Criterion id", Kind.NAME, 20, "The criterion's stable id."),
        Column("title", "Criterion", Kind.NAME, 26, "What is asked, in short."),
        Column("rating", "Program's rating", Kind.RATING, 10, "0 not met, 1 partly, 2 met, 3 exemplary; n/a; ? cannot judge."),
        Column("reason", "Reason", Kind.TEXT, 56, "What was seen, and what stands between this and the next rating."),
        Column("evidence", "Evidence", Kind.QUOTE, 56, "Words of the plan, letter for letter, one quote a line."),
        Column("place", "Place", Kind.TEXT, 26, "Where the first quotes stand."),
        Column("looked_for", "Looked for", Kind.TEXT, 36, "What would have counted."),
        Column("advice", "Advice", Kind.TEXT, 40, "What to do next."),
        Column("confidence", "Confidence", Kind.PERCENT, 10, "How far to trust the program's rating."),
    )  # fmt: skip
    rows = []
    for number, audited in _numbered(audit):
        for result in audited.results:
            quotes = result.evidence[:4]
            rows.append(
                (
                    criterion_key(number, result.criterion.id),
                    number,
                    plan_name(audited),
                    result.criterion.id,
                    result.criterion.title,
                    rating_text(result.status, result.rating),
                    result.reason,
                    "\n".join(f"“{one_line(e.quote)}”" for e in quotes),
                    "\n".join(e.place for e in quotes),
                    result.looked_for,
                    result.advice,
                    round(result.confidence, 2) if result.status is CriterionStatus.RATED else None,
                )
            )
    return Table("criteria", "Criteria", columns, tuple(rows))


def criterion_key(number: int, criterion: str) -> str:
    """Return the key that finds a row of the criteria table again, however the sheet was sorted."""
    return f"{number}|{criterion}"


def evidence_table(audit: Audit) -> Table:
    """One row per quote, and one per search that found nothing."""
    columns = (
        _NO, _PLAN,
        Column("criterion", "Criterion", Kind.NAME, 24, "The criterion that the quote was found for."),
        Column("found", "Found", Kind.NAME, 10, "yes: a quote; no: what was looked for and not found."),
        Column("quote", "Quote, or what was looked for", Kind.QUOTE, 70, "Words of the plan, letter for letter."),
        Column("section", "Section", Kind.NAME, 18, "Section id of the plan."),
        Column("place", "Place", Kind.TEXT, 26, "Page, table and row."),
        Column("reason", "Why it counts", Kind.TEXT, 50, "One sentence."),
        Column("origin", "Found by", Kind.NAME, 22, "Rule, word list or model."),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for number, audited in _numbered(audit):
        for result in audited.results:
            for detection in result.detections:
                rows.extend(_evidence_rows(number, audited, result.criterion.title, detection))
    return Table("evidence", "Evidence", columns, tuple(rows))


def _evidence_rows(number: int, audited: PlanAudit, criterion: str, detection: Detection) -> Iterator[tuple[Value, ...]]:
    name = plan_name(audited)
    if not detection.findings:
        looked = detection.problem or detection.looked_for
        yield number, name, criterion, "no", looked, "", "", detection.summary, detection.detector
    for finding in detection.findings:
        for e in finding.evidence:
            yield number, name, criterion, "yes", e.quote, e.section, e.place, finding.reason, finding.origin


def targets_table(audit: Audit) -> Table:
    """One row per current target."""
    components = tuple(
        column
        for component in Component
        for column in (
            Column(component.value, _component_title(component), Kind.LEVEL, 11, "met, partly or not."),
            Column(f"{component.value}_why", "Why", Kind.TEXT, 32, "The words that decided."),
        )
    )
    columns = (
        _NO, _PLAN,
        Column("target_no", "Target no.", Kind.NUMBER, 7, "Number of the target in its plan."),
        Column("target", "Target", Kind.QUOTE, 44, "As written."),
        Column("success_criteria", "How we will know", Kind.QUOTE, 30, "As written."),
        Column("actions", "Actions", Kind.QUOTE, 34, "As written."),
        Column("who", "Who", Kind.QUOTE, 18, "As written."),
        Column("by_when", "By when", Kind.QUOTE, 16, "As written."),
        Column("met", "Met of 5", Kind.NUMBER, 7, "How many of the five components are met."),
        *components,
        Column("improve", "To make it better", Kind.TEXT, 50, "One line per component that is not met."),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for number, audited in _numbered(audit):
        for count, target in enumerate(audited.analysis.targets, 1):
            judged = target.judgement.components
            why = [v for c in Component for v in (judged[c].level.value, judged[c].reason)]
            row = target.row
            rows.append(
                (
                    number,
                    plan_name(audited),
                    count,
                    row.target.text,
                    row.success_criteria.text,
                    row.actions.text,
                    row.who.text,
                    row.by_when.text,
                    target.judgement.met,
                    *why,
                    "\n".join(judged[c].improve for c in Component if judged[c].improve),
                )
            )
    note = "Achievable and Relevant are provisional: check them against what you know of the child."
    return Table("targets", "Targets", columns, tuple(rows), note=note, when_empty="No current targets were found.")


def _component_title(component: Component) -> str:
    return component.value.replace("_", "-").capitalize()


def previous_targets_table(audit: Audit) -> Table:
    """One row per target of the plan before."""
    columns = (
        _NO, _PLAN,
        Column("target", "Earlier target", Kind.QUOTE, 60, "As written."),
        Column("outcome", "Outcome", Kind.QUOTE, 60, "What the plan says came of it."),
    )  # fmt: skip
    rows = [
        (number, plan_name(audited), row.target.text, row.outcome.text or row.progress.text)
        for number, audited in _numbered(audit)
        for row in audited.analysis.plan.previous_targets
    ]
    return Table("previous_targets", "Earlier targets", columns, tuple(rows), when_empty="No earlier targets were found.")


def views_table(audit: Audit) -> Table:
    """One row per passage that may carry somebody's view."""
    columns = (
        _NO, _PLAN,
        Column("level", "Plan's level", Kind.NUMBER, 7, "Level of the child's views in the plan, 0 to 3."),
        Column("label", "Whose view", Kind.NAME, 14, "quoted, reported and observed are the child's; the rest are not."),
        Column("passage", "Passage", Kind.QUOTE, 70, "As written."),
        Column("heading", "Under the heading", Kind.NAME, 24, "Heading of the section."),
        Column("place", "Place", Kind.TEXT, 24, "Page, table and row."),
        Column("reason", "Why", Kind.TEXT, 44, "The words that decided."),
        Column("confidence", "Confidence", Kind.PERCENT, 10, "Calibrated probability."),
    )  # fmt: skip
    rows = [
        (
            number,
            plan_name(audited),
            audited.analysis.views.level,
            passage.judgement.label.value,
            audited.analysis.plan.document.quote(passage.span),
            passage.heading,
            audited.analysis.plan.document.place(passage.span),
            passage.judgement.reason,
            round(passage.judgement.confidence, 2),
        )
        for number, audited in _numbered(audit)
        for passage in audited.analysis.passages
    ]
    return Table("views", "Child's views", columns, tuple(rows), when_empty="No passages with views were found.")


def wishes_table(audit: Audit) -> Table:
    """One row per wish of the child: you said, we did."""
    columns = (
        _NO, _PLAN,
        Column("wish", "You said", Kind.QUOTE, 56, "The child's words."),
        Column("answer", "We did", Kind.QUOTE, 56, "The target or action that answers; empty: nothing does."),
        Column("place", "Place of the wish", Kind.TEXT, 24, "Page, table and row."),
        Column("shared", "Shared ideas", Kind.TEXT, 24, "What ties the two."),
        Column("strength", "Strength", Kind.PERCENT, 9, "How strong the tie is."),
    )  # fmt: skip
    rows = [
        (
            number,
            plan_name(audited),
            answer.wish.quote,
            answer.answer.quote if answer.answer else "",
            answer.wish.place,
            ", ".join(answer.shared),
            round(answer.strength, 2) if answer.answer else None,
        )
        for number, audited in _numbered(audit)
        for answer in audited.analysis.views.answers
    ]
    return Table("wishes", "You said, we did", columns, tuple(rows), when_empty="No wishes of a child were found.")


def language_table(audit: Audit) -> Table:
    """One row per flagged wording."""
    columns = (
        _NO, _PLAN,
        Column("text", "Wording", Kind.QUOTE, 30, "The shortest phrase that carries the harm."),
        Column("severity", "Severity", Kind.SEVERITY, 10, "low, medium or high."),
        Column("category", "Kind", Kind.NAME, 14, "Category of the wording."),
        Column("why", "Why it matters", Kind.TEXT, 48, "One sentence."),
        Column("instead", "Kinder wording", Kind.TEXT, 44, "Starting points: best is to say what happened and why."),
        Column("context", "In its context", Kind.QUOTE, 60, "The paragraph or cell it stands in."),
        Column("section", "Section", Kind.NAME, 18, "Section id of the plan."),
        Column("place", "Place", Kind.TEXT, 24, "Page, table and row."),
        Column("confidence", "Confidence", Kind.PERCENT, 10, "Calibrated probability."),
    )  # fmt: skip
    rows = []
    for number, audited in _numbered(audit):
        document = audited.analysis.plan.document
        for found in audited.analysis.flags:
            flag = found.flag
            block = document.block_at(found.span.start)
            rows.append(
                (
                    number,
                    plan_name(audited),
                    flag.text,
                    flag.severity.value,
                    flag.category.value,
                    flag.why,
                    " / ".join(flag.instead),
                    document.quote(block.span) if block else "",
                    found.section,
                    document.place(found.span),
                    round(flag.confidence, 2),
                )
            )
    return Table("language", "Language", columns, tuple(rows), when_empty="No wording was flagged.")


def statutory_table(audit: Audit) -> Table:
    """One row per plan and statutory item, as the statutory detector found it."""
    columns = (
        _NO, _PLAN,
        Column("item", "Item", Kind.NAME, 40, "What the law asks a plan to hold."),
        Column("state", "State", Kind.NAME, 16, "present, empty, out of date or not found."),
        Column("quote", "Words that show it", Kind.QUOTE, 60, "Words of the plan, letter for letter."),
        Column("place", "Place", Kind.TEXT, 24, "Page, table and row."),
        Column("reason", "Why", Kind.TEXT, 44, "One sentence."),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for number, audited in _numbered(audit):
        for detection in _detections(audited, "statutory_items"):
            stated = {f.label: f for f in detection.findings}
            for item, state in _items(detection):
                finding = stated.get(item)
                quote: Evidence | None = finding.evidence[0] if finding else None
                rows.append(
                    (
                        number,
                        plan_name(audited),
                        item,
                        state,
                        quote.quote if quote else "",
                        quote.place if quote else "",
                        finding.reason if finding else "",
                    )
                )
    return Table("statutory", "Statutory", columns, tuple(rows), when_empty="The template asks for no statutory list.")


def _items(detection: Detection) -> Iterator[tuple[str, str]]:
    for name, value in detection.measures.items():
        if name.startswith("item: ") and isinstance(value, str):
            yield name.removeprefix("item: "), value


def dates_table(audit: Audit) -> Table:
    """One row per plan and date rule."""
    columns = (
        _NO, _PLAN,
        Column("criterion", "Criterion", Kind.NAME, 30, "The criterion that holds the rule."),
        Column("in_time", "In time", Kind.NAME, 12, "yes, no or cannot tell."),
        Column("days_late", "Days late", Kind.NUMBER, 9, "0 when in time."),
        Column("sum", "The sum", Kind.TEXT, 70, "How the deadline was worked out."),
    )  # fmt: skip
    words: Mapping[object, str] = {True: "yes", False: "no", None: "cannot tell"}
    rows = []
    for number, audited in _numbered(audit):
        for result in audited.results:
            for detection in result.detections:
                if "days_late" in detection.measures:
                    late = detection.measures["days_late"]
                    rows.append(
                        (
                            number,
                            plan_name(audited),
                            result.criterion.title,
                            words.get(detection.measures.get("in_time"), "cannot tell"),
                            late if isinstance(late, int | float) else None,
                            detection.summary,
                        )
                    )
    return Table("dates", "Dates", columns, tuple(rows), when_empty="The template asks for no date rules.")


def links_table(audit: Audit) -> Table:
    """One row per need and action."""
    columns = (
        _NO, _PLAN,
        Column("need", "Need", Kind.QUOTE, 56, "As written; empty: the action answers no stated need."),
        Column("action", "Target or action", Kind.QUOTE, 56, "As written; empty: nothing answers the need."),
        Column("shared", "Shared ideas", Kind.TEXT, 28, "What ties the two."),
        Column("strength", "Strength", Kind.PERCENT, 9, "How strong the tie is."),
    )  # fmt: skip
    rows = [
        (
            number,
            plan_name(audited),
            link.need.quote if link.need else "",
            link.action.quote if link.action else "",
            ", ".join(link.shared),
            round(link.strength, 2) if link.need and link.action else None,
        )
        for number, audited in _numbered(audit)
        for link in audited.analysis.links
    ]
    return Table("links", "Needs and actions", columns, tuple(rows), when_empty="No needs or actions were found.")


def facts_table(audit: Audit) -> Table:
    """One row per plan and fact."""
    columns = (
        _NO, _PLAN,
        Column("fact", "Fact", Kind.NAME, 24, "Name of the fact."),
        Column("value", "Value", Kind.TEXT, 30, "As understood."),
        Column("quote", "As written", Kind.QUOTE, 36, "Words of the plan."),
        Column("place", "Place", Kind.TEXT, 24, "Page, table and row."),
        Column("doubt", "Doubt", Kind.TEXT, 50, "Other values found, or how the fact was worked out."),
    )  # fmt: skip
    rows = []
    for number, audited in _numbered(audit):
        plan = audited.analysis.plan
        for name, fact in sorted(plan.facts.items()):
            first = fact.spans[0] if fact.spans else None
            others = [f"also “{plan.document.quote(s)}” ({plan.document.place(s)})" for _, s in fact.conflicts]
            rows.append(
                (
                    number,
                    plan_name(audited),
                    name,
                    str(_as_value(fact.value)),
                    plan.document.quote(first) if first else "",
                    plan.document.place(first) if first else "",
                    "; ".join([*others, *([fact.derived_from] if fact.derived_from else [])]),
                )
            )
    return Table("facts", "Facts", columns, tuple(rows), when_empty="No facts were found.")


def unreadable_table(audit: Audit) -> Table:
    """One row per file that could not be read, and per part of a plan that could not."""
    columns = (
        Column("file", "File", Kind.NAME, 40, "Name of the file."),
        Column("part", "Part", Kind.NAME, 24, "Empty: the whole file."),
        Column("error", "What is wrong", Kind.TEXT, 60, "In words."),
        Column("cure", "What to do", Kind.TEXT, 60, "In words."),
    )
    files: list[tuple[Value, ...]] = [(u.file, "", u.error, u.cure) for u in audit.unreadable]
    parts: list[tuple[Value, ...]] = [
        (plan_name(audited), o.place, o.explanation, "Read this part by eye; what rests on it is marked “?”.")
        for _, audited in _numbered(audit)
        for o in audited.analysis.plan.document.unread
    ]
    return Table("unreadable", "Unreadable", columns, (*files, *parts), when_empty="Every file was read.")


def one_line(text: str, longest: int = 300) -> str:
    """Return ``text`` on one line, cut at ``longest`` characters with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def _numbered(audit: Audit) -> Iterator[tuple[int, PlanAudit]]:
    return enumerate(audit.plans, 1)


def _detections(audited: PlanAudit, detector: str) -> Sequence[Detection]:
    """Return a detector's results in one plan, each once, however many criteria use it."""
    found: dict[int, Detection] = {}
    for result in audited.results:
        for detection in result.detections:
            if detection.detector == detector:
                found.setdefault(id(detection), detection)
    return tuple(found.values())


def _as_value(value: object) -> Value:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str | int | float | date) else None


def analysis_of(audit: Audit, number: int) -> Analysis:
    """Return the analysis of plan ``number``, from 1."""
    return audit.plans[number - 1].analysis
