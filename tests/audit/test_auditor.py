"""Batches of sample plans, end to end."""

from pathlib import Path

import pytest

from qa_app.audit.auditor import Auditor
from qa_app.audit.stages import Stages
from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection
from qa_app.core.result import Audit, CriterionStatus
from qa_app.detect.base import Detector

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
PLANS = sorted(path for path in SAMPLE.iterdir() if path.suffix in {".docx", ".pdf"})


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor.load()


@pytest.fixture(scope="module")
def audit(auditor: Auditor) -> Audit:
    return auditor.audit_paths(PLANS)


def test_every_quote_stands_in_its_document_letter_for_letter(audit: Audit) -> None:
    for plan in audit.plans:
        document = plan.analysis.plan.document
        quotes = [e for result in plan.results for e in result.evidence] + list(plan.analysis.views.evidence)
        assert all(document.quote(e.span) == e.quote for e in quotes)
        assert all(document.quote(f.span) == f.flag.text for f in plan.analysis.flags)


def test_every_result_has_a_reason(audit: Audit) -> None:
    assert all(result.reason for plan in audit.plans for result in plan.results)


def test_no_detector_fails_on_the_samples(audit: Audit) -> None:
    problems = [d.problem for plan in audit.plans for r in plan.results for d in r.detections if d.problem]
    assert problems == []


def test_coverage_adds_up(audit: Audit) -> None:
    for plan in audit.plans:
        coverage = plan.analysis.plan.coverage
        assert coverage.visible == coverage.analysed + sum(coverage.left_out.values())


def test_the_two_parts_of_one_plan_are_joined(audit: Audit) -> None:
    names = [plan.analysis.plan.document.name for plan in audit.plans]
    assert sum("13-leo" in name for name in names) == 1
    assert any("13-leo" in name and "14-leo" in name for name in names)


def test_progress_ends_with_every_plan(auditor: Auditor) -> None:
    told: list[tuple[int, int]] = []
    auditor.audit_paths(PLANS[:2], progress=lambda done, total, _: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_a_detector_that_fails_is_cannot_judge_and_says_so(auditor: Auditor, audit: Audit) -> None:
    def fail(analysis: Analysis, settings: object) -> Detection:
        raise RuntimeError("a child's words must not get out")

    stages = auditor.stages
    broken = {name: Detector(d.id, d.question, d.measures, fail, d.settings) for name, d in stages.detectors.items()}
    result = Stages(stages.template, broken, stages.forms, stages.judges).audit(audit.plans[0].analysis.plan)
    judged = [r for r in result.results if r.status is not CriterionStatus.NOT_APPLICABLE]
    assert judged
    assert all(r.status is CriterionStatus.CANNOT_JUDGE and "RuntimeError" in r.reason for r in judged)
    assert all("child's words" not in r.reason for r in judged)
    assert result.overall.score is None


def test_uploaded_files_give_the_same_audit_as_paths(auditor: Auditor) -> None:
    path = PLANS[-1]
    by_path, by_bytes = auditor.audit_paths([path]), auditor.audit_files([(path.name, path.read_bytes())])
    assert by_path.plans[0].results == by_bytes.plans[0].results
