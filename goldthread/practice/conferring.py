"""The conferences that somebody chairs, and whose report for them is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from goldthread.practice.access import listed
from goldthread.practice.carers_and_conferences import LATELY
from goldthread.practice.standing import Standing
from goldthread.record.models import Conference

FAMILY = ("family", "advocate")


@dataclass(frozen=True, slots=True)
class Chaired:
    """One conference as its chair's list shows it. reports: of how many, how many are not sent, and sent but not shared."""

    row: Conference
    child_id: int
    day: date
    expected: int
    unsent: int
    unshared: int


def conferences_of(standing: Standing) -> tuple[list[Chaired], list[Chaired]]:
    """Those to come, the next first, and those held in the last 28 days, the latest first."""
    workers = [work.worker for work in standing.works if work.role.chairs and work.worker is not None]
    rows = Conference.unwithdrawn.filter(listed(standing), chaired_by_id__in=workers).annotate(
        expected=_reports(), sent=_reports(conference_invitees__report_sent_on__isnull=False),
        shared=_reports(conference_invitees__report_shared_on__isnull=False),
    )  # fmt: skip
    to_come = rows.filter(held_on__isnull=True).order_by("called_for_on", "called_for_at", "pk")
    since = standing.day - LATELY
    held = rows.filter(held_on__gte=since, held_on__lte=standing.day).order_by("-held_on", "-pk")
    return [_chaired(row) for row in to_come], [_chaired(row) for row in held]


def _reports(**also: bool) -> Count:
    of = Q(conference_invitees__withdrawn_at__isnull=True) & ~Q(conference_invitees__agency__in=FAMILY)
    return Count("conference_invitees", filter=of & Q(**also))


def _chaired(row: Conference) -> Chaired:
    told = {name: getattr(row, name) for name in ("expected", "sent", "shared")}
    day = row.held_on or row.called_for_on
    assert day is not None  # the database holds that one of them is there
    return Chaired(
        row,
        row.child_id,
        day,
        told["expected"],
        told["expected"] - told["sent"],
        told["sent"] - told["shared"],
    )
