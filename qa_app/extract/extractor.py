"""From a document to a plan: every part found, every visible character accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qa_app.core.document import BlockKind, Document, Region, Span
from qa_app.core.plan import Language, Passage, Person, Plan, Section, Speaker, TargetRow
from qa_app.extract.coverage import coverage_of
from qa_app.extract.draft import Draft, SectionDraft
from qa_app.extract.facts import Reading, facts_of, read_facts
from qa_app.extract.fields import RawField, labels_in
from qa_app.extract.forms import FormDescription, FormLibrary
from qa_app.extract.inference import infer
from qa_app.extract.layout import flow_of, line_of
from qa_app.extract.lines import LineReader, Style
from qa_app.extract.people import name_in, role_in
from qa_app.extract.prompts import is_blank, ticks_in
from qa_app.extract.record_lines import TARGET_SECTIONS
from qa_app.extract.records import Record, is_example, rows_of, verdict_share
from qa_app.extract.speakers import divided_by_speaker, merged_warnings
from qa_app.extract.stacked import with_stacked_tables
from qa_app.extract.tabbed import with_tabbed_tables
from qa_app.extract.tables import TableReader
from qa_app.extract.wording import word_count
from qa_app.nlp.dates import find_dates
from qa_app.nlp.languages import language_of, language_of_plan
from qa_app.nlp.roles import UNKNOWN_ROLE

_FURNITURE = frozenset({Region.HEADER, Region.FOOTER})
_PERSON_FIELDS = {
    "designated_person": "designated-person",
    "social_worker": "social-worker",
    "carer": "foster-carer",
    "reviewing_officer": "independent-reviewing-officer",
}
_LONGEST_LOOSE_TARGET = 60  # words; a longer paragraph under "Targets" is an account, not a target
_FEWEST_WORDS = 2
_MOSTLY = 0.5


def extract_plan(document: Document, forms: FormLibrary | None = None) -> Plan:
    """Find the parts of a plan.

    Args:
        document: What was read.
        forms: Descriptions of local forms; a plan on one of them has exactly that form's print subtracted.

    Returns:
        The plan. Its sections hold all text of the document but the form's print; what was left out is in ``coverage``.
    """
    form = forms.recognise(document) if forms else None
    draft = Draft(document)
    _read_body(draft, form)
    _read_furniture(draft)
    reading = read_facts(document, draft.fields)
    targets, previous, moved = _targets(draft, reading.date("meeting_date"))
    sections, speaker_warnings = _sections(draft)
    infer(reading, sections)
    analysed = [
        *draft.titles,
        *(section.heading_span for section in sections if section.heading_span),
        *(span for section in sections for span in section.content.spans),
    ]
    printed = [*draft.printed, *(span for section in sections for span in section.prompts)]
    written = [section.content.text for section in sections if not section.empty]
    return Plan(
        document=document,
        sections=sections,
        facts=facts_of(reading),
        people=_people(draft),
        targets=targets,
        previous_targets=previous,
        language=language_of_plan(written) if written else Language.ENGLISH,
        form=f"{form.id} {form.version}" if form else "",
        coverage=coverage_of(document, analysed, printed),
        warnings=merged_warnings([*reading.warnings, *speaker_warnings, *moved, *_doubts(reading, sections)]),
    )


def _read_body(draft: Draft, form: FormDescription | None) -> None:
    document = draft.document
    blocks = [block for block in document.blocks if block.region not in _FURNITURE | {Region.COMMENT}]
    lines = LineReader(draft, form)
    tables = TableReader(draft, lines)
    flow = with_tabbed_tables(document, flow_of(document, blocks))
    tables.read_flow(with_stacked_tables(flow, document, Style.of(document).body_size))
    lines.break_off()


def _read_furniture(draft: Draft) -> None:
    """Take facts from page headers and footers, which count only where the body does not say."""
    document = draft.document
    lines = LineReader(draft, None)
    for block in document.blocks:
        line = line_of(document, block) if block.region in _FURNITURE else None
        if line is None:
            continue
        for piece in labels_in(line.text, lambda wording: lines.field_kind(wording) is not None):
            kind = lines.field_kind(piece.label)
            words = line.text[piece.value_start : piece.value_end]
            if kind is None or not words.strip():
                continue
            start = line.span.start + piece.value_start + len(words) - len(words.lstrip())
            span = Span(start, line.span.start + piece.value_start + len(words.rstrip()))
            draft.fields.append(RawField(kind, piece.label, (span,), "", fallback=True))


# Targets


def _targets(draft: Draft, meeting: date | None) -> tuple[tuple[TargetRow, ...], tuple[TargetRow, ...], tuple[str, ...]]:
    """Turn records into rows, current and earlier ones strictly apart."""
    _loose_targets(draft)
    _take_back_examples(draft)
    current: list[TargetRow] = []
    previous: list[TargetRow] = []
    warnings: list[str] = []
    by_origin: dict[int, list[Record]] = {}
    for record in draft.records:
        by_origin.setdefault(record.origin, []).append(record)
    for records in by_origin.values():
        for record in records:
            rows = rows_of(draft.document, record)
            earlier = _is_earlier(draft.document, record, records, meeting)
            if earlier and record.previous is False and rows:
                place = draft.document.place(rows[0].target.spans[0])
                warnings.append(
                    f"The target at {place} has an outcome and a date before the meeting: it is read as an earlier target."
                )
            (previous if earlier else current).extend(rows)
    return tuple(current), tuple(previous), tuple(warnings)


def _take_back_examples(draft: Draft) -> None:
    """Make printed words of the records that are the form's own example."""
    child = [
        draft.document.quote(span)
        for raw in draft.fields
        if raw.kind.name in {"child", "preferred_name", "forename"}
        for span in raw.values
    ]
    for record in [record for record in draft.records if is_example(draft.document, record, child)]:
        draft.records.remove(record)
        spans = record.spans()
        for section in draft.sections:
            inside = [span for span in section.content if any(own.contains(span) for own in spans)]
            section.content[:] = [span for span in section.content if span not in inside]
            section.prompts.extend(inside)


def _is_earlier(document: Document, record: Record, table: Sequence[Record], meeting: date | None) -> bool:
    """Whether a record is a target of an earlier plan: by heading or column; else by outcome and date."""
    if record.previous:
        return True
    outcome = verdict_share(document, [record]) > 0
    due = [
        mention.when
        for span in record.parts.get("by_when", ())
        for mention in find_dates(document.quote(span), meeting)
        if mention.when is not None and mention.year_given
    ]
    past = bool(due) and meeting is not None and max(due) < meeting
    if record.previous is False:
        return outcome and past
    return outcome and (past or verdict_share(document, table) > _MOSTLY)


def _loose_targets(draft: Draft) -> None:
    """Make records of the paragraphs or list items under a heading of targets that has neither table nor labels."""
    claimed = {span for record in draft.records for span in record.spans()}
    others = any(record.previous is not True for record in draft.records)
    for section in draft.sections:
        if section.id not in TARGET_SECTIONS or any(span in claimed for span in section.content):
            continue
        previous = section.id == "previous_targets"
        origin = draft.new_origin()
        for span in section.loose:
            block = draft.document.block_at(span.start)
            words = draft.document.quote(span)
            listed = (block is not None and block.kind is BlockKind.LIST_ITEM) or words.lstrip()[:1].isdigit()
            account = not listed and (previous or others or word_count(words) > _LONGEST_LOOSE_TARGET)
            if is_blank(words) or word_count(words) < _FEWEST_WORDS or account:
                continue
            record = Record(origin, previous, block.page if block else None)
            record.add("target", [span])
            draft.records.append(record)


# Sections


def _sections(draft: Draft) -> tuple[tuple[Section, ...], list[str]]:
    sections: list[Section] = []
    warnings: list[str] = []
    for section in sorted(draft.sections, key=lambda section: section.start):
        if section.heading_span is None and not section.content and not section.prompts:
            continue
        pieces, told = divided_by_speaker(draft.document, _section(draft.document, section))
        sections.extend(pieces)
        warnings.extend(told)
    return tuple(sections), warnings


def _section(document: Document, draft: SectionDraft) -> Section:
    content = Passage.of(document, tuple(sorted(set(draft.content))))
    blank = is_blank(content.text) and not any(map(str.isalnum, content.text))
    return Section(
        draft.id,
        draft.heading,
        draft.heading_span,
        Passage("", ()) if blank else content,
        tuple(sorted({*draft.prompts, *(content.spans if blank else ())})),
        draft.speaker,
        language_of(content.text) if content else Language.ENGLISH,
        draft.confidence,
        ticks_in(content.text),
    )


# People and doubts


def _people(draft: Draft) -> tuple[Person, ...]:
    """Return the people of tables and lists, and those whose name stands beside a label that is a role."""
    people = list(draft.people)
    for raw in draft.fields:
        role = _PERSON_FIELDS.get(raw.kind.name)
        for span in raw.values[:1] if role else ():
            name = name_in(draft.document.quote(span))
            if name and not any(person.name == name for person in people):
                found = role_in(raw.label)
                people.append(Person(name, found if found != UNKNOWN_ROLE else role or UNKNOWN_ROLE, span))
    return tuple(sorted(people, key=lambda person: (person.span.start, person.name)))


def _doubts(reading: Reading, sections: Sequence[Section]) -> list[str]:
    doubts = []
    if "meeting_date" not in reading.found:
        doubts.append("No date of the meeting was found: what is late or ahead cannot be told.")
    child = sorted({section.speaker for section in sections if section.id == "child_views" and not section.empty})
    if len(child) == 1 and child[0] not in {Speaker.CHILD, Speaker.UNKNOWN}:
        doubts.append("All words under the child's heading read as an adult's.")
    return doubts
