"""What may be highlighted in a plan's text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from qa_app.core.result import PlanAudit
from qa_app.ui.language import name_of, say
from qa_app.ui.views.highlight import Mark
from qa_app.ui.views.wording import flag_marks


class Highlight(StrEnum):
    """A choice of highlights."""

    FLAGS = "flags"
    VIEWS = "views"
    TARGETS = "targets"
    EVIDENCE = "evidence"
    NOTHING = "nothing"


def marks_for(audited: PlanAudit, wanted: Highlight) -> list[Mark]:
    """Return the marks of one choice."""
    match wanted:
        case Highlight.FLAGS:
            return flag_marks(audited.analysis.flags)
        case Highlight.VIEWS:
            return list(_views(audited))
        case Highlight.TARGETS:
            return list(_targets(audited))
        case Highlight.EVIDENCE:
            return list(_evidence(audited))
        case Highlight.NOTHING:
            return []


def _views(audited: PlanAudit) -> Iterator[Mark]:
    for passage in audited.analysis.passages:
        label = name_of("voice", passage.judgement.label)
        own = passage.judgement.label.is_childs_view
        yield Mark(passage.span, passage.judgement.reason, label, style="pq-evidence" if own else "pq-evidence pq-other")


def _targets(audited: PlanAudit) -> Iterator[Mark]:
    for number, target in enumerate(audited.analysis.targets, 1):
        for name, part in target.row.parts().items():
            for span in part.spans:
                label = f"{number} {name_of('field', name)}"
                yield Mark(span, say("text.target_part", number=number, part=name_of("field", name)), label)


def _evidence(audited: PlanAudit) -> Iterator[Mark]:
    for number, result in enumerate(audited.results, 1):
        for evidence in result.evidence:
            yield Mark(evidence.span, result.criterion.title, str(number))
