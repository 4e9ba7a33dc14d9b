"""By when a strategy discussion should be held, by the rule in force, and by how much one is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from goldthread.engine.when import when
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import LONDON
from goldthread.vocabulary import Fault

ROW = "CP-01"
A_DAY = 1440


@dataclass(frozen=True, slots=True)
class Limit:
    """The moment by which it should be held. rule: how long it may take, in words; source: whose rule that is."""

    due: datetime
    rule: str
    source: str
    label: str
    clock: str

    def late(self, held_on: date | None, held_at: datetime | None) -> timedelta:
        """How long after it was held; nothing where it was in time. A day alone counts to its end, as the clock counts it."""
        return max(held_moment(held_on, held_at) - self.due, timedelta(0))

    def words(self, held_on: date | None, held_at: datetime | None) -> str:
        """In a sentence, by how much it is late; empty where it was in time."""
        late = self.late(held_on, held_at)
        return f"{long_words(late)} later than {self.rule} after the concern ({self.label})" if late else ""


def limit_of(concern_on: date | None, concern_at: datetime | None) -> Limit | None:
    """The limit for a concern of that moment; of that day where no hour is known. None where no rule is known for it."""
    if concern_at is not None:
        began: date = timezone.localtime(_aware(concern_at), LONDON).replace(tzinfo=None)
    elif concern_on is not None:
        began = concern_on
    else:
        return None
    try:
        answer = when(ROW, began, rules=rules_here())
    except Fault:
        return None
    due = answer.due if isinstance(answer.due, datetime) else datetime.combine(answer.due, time(23, 59))
    return Limit(
        due.replace(tzinfo=LONDON), str(answer.count), str(answer.edition.source), answer.edition.source.label, answer.clock.name
    )  # fmt: skip


def held_moment(held_on: date | None, held_at: datetime | None) -> datetime:
    """When it was held; the end of its day where no hour is known."""
    if held_at is not None:
        return _aware(held_at)
    return datetime.combine(held_on or date.min, time(23, 59), LONDON)


def long_words(length: timedelta) -> str:
    """A length of time in days, hours and minutes: "1 day 3 hours"."""
    minutes = int(length.total_seconds() // 60)
    parts = ((minutes // A_DAY, "day"), (minutes % A_DAY // 60, "hour"), (minutes % 60, "minute"))
    told = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts if count]
    return " ".join(told[:2]) or "less than a minute"


def _aware(moment: datetime) -> datetime:
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=LONDON)
