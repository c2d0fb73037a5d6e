"""An audit as JSON. The shape is a promise to other people's scripts (docs/json.md): it only ever grows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from qa_app.core.analysis import Analysis, Answer, JudgedTarget, PlanFlag, Readability
from qa_app.core.finding import Evidence
from qa_app.core.plan import Fact, Passage, Plan, Section, TargetRow
from qa_app.core.result import Audit, CriterionResult, PlanAudit
from qa_app.report.sample import sample_statistics
from qa_app.report.tables import Table, statutory_table

SCHEMA: Final = 1
CONTRACT_FACTS: Final = (
    "child", "date_of_birth", "year_group", "school", "in_school", "looked_after_since", "meeting_date", "next_review",
    "first_pep", "jurisdiction",
)  # fmt: skip
"""Facts that are always there, null when not found."""


def audit_to_json(audit: Audit) -> dict[str, Any]:
    """Return the audit as plain data, ready for ``json.dumps``."""
    return {
        "schema": SCHEMA,
        "engine": audit.engine,
        "template": {
            "id": audit.template.id,
            "version": audit.template.version,
            "title": audit.template.title,
            "sha256": audit.template.sha256,
        },
        "plans": [_plan(plan, replace(audit, plans=(plan,))) for plan in audit.plans],
        "unreadable": [{"file": u.file, "error": u.error, "cure": u.cure} for u in audit.unreadable],
        "sample": sample_statistics(audit),
    }


def _plan(audited: PlanAudit, of_one: Audit) -> dict[str, Any]:
    analysis = audited.analysis
    plan, document = analysis.plan, analysis.plan.document
    return {
        "file": document.name,
        "sha256": document.sha256,
        "plan_no": document.plan_no,
        "language": plan.language.value,
        "facts": _facts(plan),
        "fact_places": {name: _fact_place(plan, fact) for name, fact in sorted(plan.facts.items())},
        "people": [
            {
                "name": person.name,
                "role": person.role,
                "invited": person.invited,
                "attended": person.attended,
                "gave_views": person.gave_views,
                "received_copy": person.received_copy,
            }
            for person in plan.people
        ],
        "sections": [_section(section) for section in plan.sections],
        "targets": [_target(target) for target in analysis.targets],
        "previous_targets": [_row(row) for row in plan.previous_targets],
        "views": {
            "level": analysis.views.level,
            "reason": analysis.views.reason,
            "evidence": _evidence(analysis.views.evidence),
            "confidence": round(analysis.views.confidence, 3),
            "passages": _passages(analysis),
            "you_said_we_did": [_answer(answer) for answer in analysis.views.answers],
        },
        "flags": [_flag(analysis, flag) for flag in analysis.flags],
        "links": [
            {
                "need": _one(link.need),
                "action": _one(link.action),
                "strength": round(link.strength, 3),
                "shared": list(link.shared),
            }
            for link in analysis.links
        ],
        "readability": _readability(analysis.readability),
        "criteria": [_criterion(result) for result in audited.results],
        "overall": {
            "score": audited.overall.score,
            "band": audited.overall.band,
            "why": audited.overall.why,
        },
        "coverage": {
            "share": round(plan.coverage.share, 4),
            "visible": plan.coverage.visible,
            "analysed": plan.coverage.analysed,
            "left_out": dict(plan.coverage.left_out),
            "omissions": [
                {"kind": o.kind.value, "place": o.place, "characters": o.characters, "explanation": o.explanation}
                for o in document.omissions
            ],
            "reading_confidence": round(document.reading_confidence, 3),
        },
        "warnings": list(plan.warnings),
        "statutory": _records(statutory_table(of_one)),
        "dates": _dates(audited),
    }


def json_schema() -> dict[str, Any]:
    """Return the published JSON Schema (draft 2020-12) that every audit's JSON keeps to."""
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))
    return schema


def _records(table: Table) -> list[dict[str, Any]]:
    """Return a table's rows by column, without the columns that name the plan."""
    keys = [column.key for column in table.columns]
    return [{key: value for key, value in zip(keys, row, strict=True) if key not in {"plan", "file"}} for row in table.rows]


def _dates(audited: PlanAudit) -> list[dict[str, Any]]:
    return [
        {
            "criterion": result.criterion.id,
            "in_time": detection.measures.get("in_time"),
            "days_late": detection.measures["days_late"],
            "deadline": detection.measures.get("deadline"),
            "sum": detection.summary,
        }
        for result in audited.results
        for detection in result.detections
        if "days_late" in detection.measures
    ]


def _facts(plan: Plan) -> dict[str, Any]:
    facts: dict[str, Any] = dict.fromkeys(CONTRACT_FACTS)
    facts.update({name: _value(fact.value) for name, fact in plan.facts.items()})
    return facts


def _value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _fact_place(plan: Plan, fact: Fact) -> dict[str, Any]:
    document = plan.document
    return {
        "quotes": [{"quote": document.quote(span), "place": document.place(span)} for span in fact.spans],
        "derived_from": fact.derived_from,
        "conflicts": [
            {"value": _value(value), "quote": document.quote(span), "place": document.place(span)}
            for value, span in fact.conflicts
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "empty": section.empty,
        "text": section.content.text,
        "speaker": section.speaker.value,
        "language": section.language.value,
        "confidence": round(section.confidence, 3),
    }


_ALWAYS: Final = ("target", "success_criteria", "actions", "who", "by_when")


def _row(row: TargetRow) -> dict[str, str]:
    parts: Mapping[str, Passage] = row.parts()
    record = {name: parts[name].text if name in parts else "" for name in _ALWAYS}
    record["outcome"] = row.outcome.text
    record.update({name: part.text for name, part in parts.items() if name not in record})
    return record


def _target(target: JudgedTarget) -> dict[str, Any]:
    components = target.judgement.components
    row = _row(target.row)
    del row["outcome"]
    return {
        **row,
        "labels": {component.value: judged.level.value for component, judged in components.items()},
        "confidence": {component.value: round(judged.confidence, 3) for component, judged in components.items()},
        "reasons": {component.value: judged.reason for component, judged in components.items()},
        "improve": [judged.improve for judged in components.values() if judged.improve],
        "is_adult_action": target.judgement.is_adult_action,
    }


def _passages(analysis: Analysis) -> list[dict[str, Any]]:
    return [
        {
            "text": analysis.plan.document.quote(passage.span),
            "section": passage.section,
            "heading": passage.heading,
            "label": passage.judgement.label.value,
            "confidence": round(passage.judgement.confidence, 3),
            "reason": passage.judgement.reason,
        }
        for passage in analysis.passages
    ]


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "wish": _one(answer.wish),
        "answer": _one(answer.answer),
        "strength": round(answer.strength, 3),
        "shared": list(answer.shared),
    }


def _flag(analysis: Analysis, found: PlanFlag) -> dict[str, Any]:
    flag = found.flag
    return {
        "section": found.section,
        "text": flag.text,
        "category": flag.category.value,
        "severity": flag.severity.value,
        "why": flag.why,
        "instead": list(flag.instead),
        "quote": _line_round(analysis, found),
        "place": analysis.plan.document.place(found.span),
        "confidence": round(flag.confidence, 3),
    }


def _line_round(analysis: Analysis, found: PlanFlag) -> str:
    """Return the whole paragraph or cell that a flag stands in, so that it can be read in its context."""
    document = analysis.plan.document
    block = document.block_at(found.span.start)
    return document.quote(block.span) if block else found.flag.text


def _readability(readability: Readability) -> dict[str, Any]:
    return {
        "measured": readability.measured,
        "reason": readability.reason,
        "formula": readability.formula,
        "grade": readability.grade,
        "childs_year": readability.childs_year,
        "words": readability.words,
        "hard_sentences": [
            {**(_one(hard.evidence) or {}), "words": hard.words, "grade": round(hard.grade, 1)}
            for hard in readability.hard_sentences
        ],
    }


def _criterion(result: CriterionResult) -> dict[str, Any]:
    return {
        "id": result.criterion.id,
        "title": result.criterion.title,
        "status": result.status.value,
        "rating": result.rating,
        "reason": result.reason,
        "confidence": round(result.confidence, 3),
        "evidence": _evidence(result.evidence),
        "looked_for": result.looked_for,
        "advice": result.advice,
        "weight": result.criterion.weight,
        "trial": result.criterion.status.value == "trial",
        "measures": {detection.detector: dict(sorted(detection.measures.items())) for detection in result.detections},
    }


def _evidence(evidence: Sequence[Evidence]) -> list[dict[str, str]]:
    return [{"quote": e.quote, "section": e.section, "place": e.place} for e in evidence]


def _one(evidence: Evidence | None) -> dict[str, str] | None:
    return None if evidence is None else _evidence((evidence,))[0]
