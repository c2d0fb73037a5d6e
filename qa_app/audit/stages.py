"""The stages in their order, for one document and one plan. Pure: the same input gives the same value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qa_app.analyse.plan import analyse_plan
from qa_app.audit.judges import Judges
from qa_app.core.analysis import Analysis
from qa_app.core.document import Document
from qa_app.core.finding import Detection, MeasureValue
from qa_app.core.plan import Plan
from qa_app.core.result import CriterionResult, PlanAudit
from qa_app.core.template import AuditTemplate, Criterion, Use
from qa_app.detect.base import Detector
from qa_app.extract import FormLibrary, extract_plan
from qa_app.judge import overall, rate


@dataclass(frozen=True)
class Stages:
    """Everything an audit needs, built once and then only read.

    Attributes:
        template: What is asked.
        detectors: By id.
        forms: Headings, prompts and learnt forms.
        judges: Of single items.
    """

    template: AuditTemplate
    detectors: Mapping[str, Detector]
    forms: FormLibrary
    judges: Judges

    def extract(self, document: Document) -> Plan:
        """Find the parts of a document."""
        return extract_plan(document, self.forms)

    def audit(self, plan: Plan, previous: Plan | None = None) -> PlanAudit:
        """Judge a plan; ``previous`` is the same child's last plan, when it is in the batch."""
        analysis = analyse_plan(plan, self.judges.smart, self.judges.voice, self.judges.wording, previous=previous)
        facts = measures_of_facts(plan)
        results = tuple(self._rate(criterion, analysis, facts) for criterion in self.template.criteria)
        return PlanAudit(analysis, results, overall(self.template, results))

    def _rate(self, criterion: Criterion, analysis: Analysis, facts: Mapping[str, MeasureValue]) -> CriterionResult:
        detections = {use.name: self._detect(use, analysis) for use in criterion.uses}
        return rate(criterion, detections, facts, unread=analysis.plan.document.unread)

    def _detect(self, use: Use, analysis: Analysis) -> Detection:
        """Run one detector. One that fails is a fault of ours, shown as "cannot judge", and never stops the batch."""
        detector = self.detectors[use.detector]
        try:
            return detector.run(analysis, use.settings)
        except Exception as error:  # noqa: BLE001 - the one place where a detector's failure is caught
            fault = type(error).__name__
            problem = f"The check “{detector.id}” failed on this plan ({fault}). Judge this by eye and report the fault."
            return Detection(detector.id, detector.question, problem=problem, confidence=0.0)


def measures_of_facts(plan: Plan) -> dict[str, MeasureValue]:
    """Return the plan's facts as values that conditions can compare; dates as ISO text."""
    return {name: fact.value.isoformat() if isinstance(fact.value, date) else fact.value for name, fact in plan.facts.items()}
