"""What of the improvement plan waits for somebody: their own actions, as the home pages show it."""

from __future__ import annotations

from datetime import timedelta

from goldthread.practice.homes.wants import Wanting, wanting
from goldthread.practice.standing import Standing
from goldthread.record.models import ImprovementAction

SOON = timedelta(days=14)


def improvements_to_do(standing: Standing) -> list[Wanting]:
    """Their own actions that are past their day, and those of the next fortnight."""
    if not standing.role.improves:
        return []
    mine = ImprovementAction.objects.filter(
        owner_id=standing.account,
        done_on__isnull=True,
        dropped_on__isnull=True,
        improvement__closed_at__isnull=True,
    )
    one, many = "action of the improvement plan", "actions of the improvement plan"
    return [
        *wanting(
            "improvements-late", f"{one} past its day", f"{many} past their day", mine.filter(due_on__lt=standing.day), "due_on"
        ),
        *wanting(
            "improvements-to-do", f"{one} due within a fortnight", f"{many} due within a fortnight",
            mine.filter(due_on__gte=standing.day, due_on__lte=standing.day + SOON), "due_on",
        ),
    ]  # fmt: skip
