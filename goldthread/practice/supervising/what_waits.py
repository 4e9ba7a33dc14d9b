"""What supervision leaves for somebody to do; lines of the home pages."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from goldthread.practice.access import listed
from goldthread.practice.homes.wants import Wanting, answered_for, held_and_answered_for, my_own, wanting
from goldthread.practice.standing import Standing
from goldthread.practice.supervising.deciding import awaiting_review
from goldthread.practice.supervising.directions import STILL_RIGHT
from goldthread.record.models import (
    Decision,
    Direction,
    DirectionAnswer,
    SupervisionMember,
    SupervisionReading,
    SupervisionSession,
)

TO_READ = timedelta(days=90)
AHEAD = timedelta(days=3)
LONG_LATE = timedelta(weeks=4)


def decisions_to_review(standing: Standing) -> list[Wanting]:
    """Decisions whose day of review has come: for whoever decided, and for the nearest manager of the child."""
    mine = Q(decided_by_id=_worker(standing)) if _worker(standing) else Q(pk__in=())
    rows = Decision.unwithdrawn.filter(listed(standing), review_on__lte=standing.day)
    rows = awaiting_review(rows.filter(mine | answered_for(standing))).select_related("child")
    return wanting(
        "decisions-to-review", "decision to look at again", "decisions to look at again", rows, "review_on"
    )


def directions_late(standing: Standing) -> list[Wanting]:
    """Directions past their day: those that are the worker's own, or nobody's by name for a child whom the worker holds."""
    worker = _worker(standing)
    if worker is None:
        return []
    whose = (Q(owner_id=worker) & listed(standing)) | (Q(owner=None) & my_own(standing))
    rows = (
        still_open(Direction.unwithdrawn.filter(whose))
        .filter(Q(now_due__lt=standing.day))
        .select_related("child")
    )
    return wanting(
        "directions-late", "direction that is yours, late", "directions that are yours, late", rows, "now_due"
    )


def directions_not_done(standing: Standing) -> list[Wanting]:
    """Directions that nobody answered for good four weeks after their day: for the nearest manager of a child who is held."""
    if not standing.role.arranges:
        return []
    rows = still_open(Direction.unwithdrawn.filter(held_and_answered_for(standing)))
    rows = rows.filter(Q(now_due__lt=standing.day - LONG_LATE)).select_related("child")
    return wanting(
        "directions-not-done", "direction not done four weeks after its day", "directions not done four weeks after their day",
        rows, "now_due",
    )  # fmt: skip


def still_open(rows: QuerySet[Direction]) -> QuerySet[Direction]:
    """Those of these directions that nobody answered for good, each with the day by which it is due now, ``now_due``."""
    answers = DirectionAnswer.unwithdrawn.filter(direction=OuterRef("pk"))
    carried = answers.filter(answer=STILL_RIGHT).order_by("-answered_on", "-pk").values("due_on")[:1]
    found: QuerySet[Direction] = rows.exclude(Exists(answers.exclude(answer=STILL_RIGHT)))
    return found.annotate(now_due=Coalesce(Subquery(carried), "due_on"))


def supervisions_to_hold(standing: Standing) -> list[Wanting]:
    """Supervisions arranged for today or the next days, and those being held and not ended."""
    worker = _worker(standing)
    rows = SupervisionSession.unwithdrawn.filter(supervisor_id=worker or 0, ended_on=None)
    rows = rows.filter(Q(planned_for__lte=standing.day + AHEAD) | Q(held_on__isnull=False))
    return _sessions(
        "supervisions-to-hold", "supervision to hold", "supervisions to hold", rows, "planned_for"
    )


def supervisions_to_read(standing: Standing) -> list[Wanting]:
    """A worker's own supervisions of which they did not say yet that they read what was written."""
    worker = _worker(standing)
    if worker is None:
        return []
    read = SupervisionReading.unwithdrawn.filter(session=OuterRef("pk"), worker_id=worker)
    together = SupervisionMember.objects.filter(worker_id=worker).values("session_id")
    rows = SupervisionSession.unwithdrawn.filter(
        Q(worker_id=worker) | Q(pk__in=together), ended_on__gt=standing.day - TO_READ
    ).exclude(Exists(read))
    return _sessions("supervisions-to-read", "supervision to read", "supervisions to read", rows, "ended_on")


def _sessions(kind: str, one: str, many: str, rows: QuerySet[SupervisionSession], day: str) -> list[Wanting]:
    """A line without rows: a supervision is of no child, and has a page of its own."""
    found = wanting(kind, one, many, rows, day)
    return [Wanting(kind=kind, one=one, many=many, count=each.count, since=each.since) for each in found]


def _worker(standing: Standing) -> int | None:
    return standing.works[0].worker if standing.works else None
