"""How second-line reading goes, manager by manager: seen by that manager first and by their own line, in the order of names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from goldthread.practice.challenging.deals import managers_beneath, week_of
from goldthread.practice.standing import Standing
from goldthread.record.models import Reading, Worker

LOOKED_BACK = timedelta(weeks=26)


@dataclass(slots=True)
class Rate:
    """What was read of one manager's work in half a year, and how it was answered. days: of each answer, since it was asked."""

    worker: int
    name: str
    dealt: int = 0
    read: int = 0
    agree: int = 0
    ask: int = 0
    challenge: int = 0
    answered: int = 0
    waiting: int = 0
    days: list[int] = field(default_factory=list)

    @property
    def middle(self) -> float | None:
        """Half of the answers took no longer; in days."""
        return median(self.days) if self.days else None


def rate_of(worker: int, day: date) -> Rate:
    """One manager's own, up to a day."""
    return _rates([worker], day, day + timedelta(days=1))[0]


def rates_beneath(standing: Standing) -> list[Rate]:
    """Those of the managers whom somebody manages, by name, up to the end of last week: each manager saw theirs before."""
    return _rates(sorted(managers_beneath(standing)), standing.day, week_of(standing.day))


def _rates(workers: list[int], day: date, before: date) -> list[Rate]:
    named = Worker.objects.filter(pk__in=workers).order_by("family_name", "given_name", "pk")
    found = {each.pk: Rate(each.pk, str(each)) for each in named}
    since = day - LOOKED_BACK
    rows = Reading.unwithdrawn.filter(
        manager_id__in=workers, deal__week_on__gte=since, deal__week_on__lt=before
    )
    for manager, answer, read_on, replied_on in rows.values_list(
        "manager_id", "answer", "read_on", "replied_on"
    ):
        rate = found[manager]
        rate.dealt += 1
        if read_on is None or read_on >= before:
            continue
        rate.read += 1
        setattr(rate, answer, getattr(rate, answer) + 1)
        if answer != "agree":
            if replied_on is None or replied_on >= before:
                rate.waiting += 1
            else:
                rate.answered += 1
                rate.days.append((replied_on - read_on).days)
    return list(found.values())
