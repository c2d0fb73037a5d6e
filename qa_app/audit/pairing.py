"""Which plan of a batch is the same child's last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qa_app.core.plan import Plan


def previous_plans(plans: Sequence[Plan]) -> list[Plan | None]:
    """Return for each plan the latest earlier plan of the same child in the batch, or None.

    The same child: same name and no two dates of birth that differ. A plan without a meeting date is paired with nothing.
    """
    return [_previous(plan, plans) for plan in plans]


def _previous(plan: Plan, plans: Sequence[Plan]) -> Plan | None:
    meeting = plan.date_fact("meeting_date")
    if meeting is None:
        return None
    earlier: list[tuple[date, int]] = []
    for index, other in enumerate(plans):
        held = other.date_fact("meeting_date")
        if other is not plan and held is not None and held < meeting and same_child(plan, other):
            earlier.append((held, index))
    return plans[max(earlier)[1]] if earlier else None


def same_child(one: Plan, other: Plan) -> bool:
    """Tell whether two plans are of the same child."""
    names = [str(plan.fact("child") or "").casefold().split() for plan in (one, other)]
    if not names[0] or names[0] != names[1]:
        return False
    births = [plan.fact("date_of_birth") for plan in (one, other)]
    return births[0] is None or births[1] is None or births[0] == births[1]
