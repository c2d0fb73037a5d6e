"""Was something done in time? Compares two dated facts of the plan by one rule of ``audit_templates/date_rules.yaml``.

Looks for: the fact that starts the clock and the fact that stops it. Matters because drift in a child's planning shows in
dates first. Known misses: dates that stand only in running text and were not taken up as facts; training days, which no
public calendar holds. Source: each rule names its own.
"""

from __future__ import annotations

from qa_app.core.analysis import Analysis
from qa_app.core.finding import Detection, Finding
from qa_app.core.plan import Fact
from qa_app.detect.base import Detector, Setting, Settings
from qa_app.detect.deadlines import DateRule, Outcome, Unit, judge_dates

ID = "date_rule"


def run(analysis: Analysis, settings: Settings) -> Detection:
    """Judge the plan's dates by the rule in ``settings``."""
    rule = _rule(settings)
    plan = analysis.plan
    trigger = plan.facts.get(str(settings["trigger"]))
    actual = plan.facts.get(str(settings["actual"]))
    proxies = [name for name in _texts(settings, "proxies") if plan.date_fact(name) is not None]
    stand_in = plan.facts[proxies[0]] if actual is None and proxies else None
    outcome = judge_dates(
        rule,
        plan.date_fact(trigger.name) if trigger else None,
        plan.date_fact(actual.name) if actual else None,
        at_latest=plan.date_fact(stand_in.name) if stand_in else None,
    )
    used = tuple(fact for fact in (trigger, actual, stand_in) if fact is not None)
    return Detection(
        detector=ID,
        looked_for=f"when the child or plan {rule.trigger_words} and {rule.actual_words}; {settings.get('source') or rule.id}",
        searched=tuple(span for fact in used for span in fact.spans),
        findings=_findings(analysis, used, rule, outcome),
        measures={
            "days_late": outcome.days_late,
            "in_time": outcome.in_time,
            "known": outcome.in_time is not None,
            "deadline": outcome.deadline.isoformat() if outcome.deadline else None,
        },
        summary=_summary(outcome, used),
        confidence=_confidence(outcome, used),
    )


def _rule(settings: Settings) -> DateRule:
    birthday = settings.get("birthday")
    return DateRule(
        id=str(settings["rule"]),
        unit=Unit(str(settings["unit"])),
        limit=int(str(settings["limit"])),
        trigger_words=str(settings["trigger_words"]),
        actual_words=str(settings["actual_words"]),
        jurisdiction=str(settings.get("jurisdiction") or "wales"),
        birthday=int(str(birthday)) if birthday is not None else None,
        may_precede=bool(settings.get("may_precede")),
        roll_forward=bool(settings.get("roll_forward")),
    )


def _texts(settings: Settings, name: str) -> tuple[str, ...]:
    value = settings.get(name)
    return value if isinstance(value, tuple) else ()


def _findings(analysis: Analysis, used: tuple[Fact, ...], rule: DateRule, outcome: Outcome) -> tuple[Finding, ...]:
    evidence = tuple(analysis.evidence(span) for fact in used for span in fact.spans)
    if not evidence:
        return ()
    label = {True: "in-time", False: "late", None: "unknown"}[outcome.in_time]
    return (Finding(label, evidence, outcome.words, f"date rule {rule.id}"),)


def _summary(outcome: Outcome, used: tuple[Fact, ...]) -> str:
    words = outcome.words[0].upper() + outcome.words[1:].rstrip(".") + "."
    if outcome.approximate:
        words += " Counted by usual school dates; training days and local terms may move it by a few days."
    if any(fact.conflicts for fact in used):
        words += " The plan gives more than one value for one of these dates; the first was used."
    return words


def _confidence(outcome: Outcome, used: tuple[Fact, ...]) -> float:
    """Lower the confidence for conflicting dates and for days counted without the school's own calendar."""
    confidence = 0.5 if any(fact.conflicts for fact in used) else 1.0
    return confidence * (0.8 if outcome.approximate else 1.0)


DETECTOR = Detector(
    id=ID,
    question="Was something done within the time that a rule allows?",
    measures={
        "days_late": "calendar days after the deadline; 0 when in time; unknown when a date is missing",
        "in_time": "whether the rule was kept; unknown when a date is missing",
        "known": "whether both dates are known and agree",
        "deadline": "the last day in time, as YYYY-MM-DD",
    },
    run=run,
    settings={
        "rule": Setting("id of a rule in date_rules.yaml; the other settings then come from there"),
        "unit": Setting("what the limit counts", choices=tuple(unit.value for unit in Unit)),
        "limit": Setting("how many of them", kind="number", default=0),
        "trigger": Setting("name of the fact that starts the clock"),
        "actual": Setting("name of the fact that stops it"),
        "proxies": Setting(
            "facts that cannot be earlier than the actual one; they can show that a limit was kept", kind="texts"
        ),
        "trigger_words": Setting("what happened when the clock started, to complete a sentence"),
        "actual_words": Setting("what was to be done, to complete a sentence"),
        "jurisdiction": Setting("whose school terms count", default="wales", choices=("wales", "england")),
        "birthday": Setting("the clock starts on this birthday; the trigger is then the date of birth", kind="number"),
        "may_precede": Setting("whether it may be done before the clock starts", kind="flag", default=False),
        "roll_forward": Setting(
            "whether a limit on a non-working day moves to the next working day", kind="flag", default=False
        ),
        "source": Setting("document and section that ask for it"),
        "severity": Setting("how serious a breach is", default="medium", choices=("critical", "high", "medium", "low", "info")),
        "note": Setting("what an auditor should know about the rule"),
    },
)
