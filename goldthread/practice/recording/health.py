"""The health of looked-after children."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add
from goldthread.record.models import Account, Child, HealthCheck


@action
def record_health_check(
    *, child: Child, by: Account, kind: str, held_on: date, outcome: str = "done"
) -> HealthCheck:
    """Record a health assessment or check of a looked-after child, or that the young person refused it."""
    return add(HealthCheck(child=child, kind=kind, held_on=held_on, outcome=outcome))
