"""What time alone changes: once a local day, and once for each new calendar, all that is due is worked out anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from goldthread.practice.moment import today
from goldthread.record.models import Child, Due, Reckoning
from goldthread.rulebook.calendar import ENGLAND_AND_WALES

from .cache import BATCH, rebuild
from .others import rebuild_others

CUT_OFF = timedelta(minutes=30)
"""A reckoning that has not finished after so long was cut off, and the next tick takes it up."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a tick found: for which day, how many duties are open, and whether it was this tick that worked them out."""

    day: date
    lines: int
    now: bool


def reckon(*, again: bool = False) -> Reckoned | None:
    """Work out all that is due where that was not done yet for today and this calendar; again: in any case.

    Children are taken 2,000 at a time, each batch a transaction of its own, so that nobody who records waits long. Several
    processes may call it at once: one does the work. Gives None where another is at it.
    """
    day, version = today(), ENGLAND_AND_WALES.version
    held = Reckoning.objects.filter(day=day, calendar_version=version).first()
    if held is not None and not again:
        if held.finished_at is not None:
            return Reckoned(day, held.lines, False)
        if held.began_at > timezone.now() - CUT_OFF:
            return None
    if held is None:
        try:
            with transaction.atomic():
                held = Reckoning.objects.create(day=day, calendar_version=version)
        except IntegrityError:
            return None
    else:
        taken = Reckoning.objects.filter(pk=held.pk, began_at=held.began_at)
        if not taken.update(began_at=timezone.now(), finished_at=None):
            return None
    for keys in _batches():
        rebuild(keys)
    rebuild_others()
    return finish(held)


def finish(held: Reckoning | None = None) -> Reckoned:
    """Note that all is worked out for today: by `reckon`, or by who has just done so for everybody by other means."""
    day, version, lines = today(), ENGLAND_AND_WALES.version, Due.objects.count()
    if held is None:
        held, _ = Reckoning.objects.get_or_create(day=day, calendar_version=version)
    Reckoning.objects.filter(pk=held.pk).update(finished_at=timezone.now(), lines=lines)
    return Reckoned(day, lines, True)


def _batches() -> list[list[int]]:
    keys = list(Child.objects.order_by("pk").values_list("pk", flat=True))
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]
