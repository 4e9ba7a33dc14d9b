"""When is it due? One duty, one day or time on which what starts it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from goldthread.rulebook.calendar import Calendar
from goldthread.rulebook.clock import Clock, Edition
from goldthread.rulebook.clocks import ROWS
from goldthread.rulebook.counts import Count
from goldthread.rulebook.local import NOTHING_SET, LocalRules
from goldthread.rulebook.not_clocks import NOT_CLOCKS
from goldthread.rulebook.standards import LocalStandard
from goldthread.rulebook.timescales import TIMESCALES
from goldthread.vocabulary import Fault

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class WhenAnswer:
    """A due date and everything that says why. Times are local, in Europe/London, without offset.

    due: a date; for a duty counted in hours a datetime. plan_by: the last working day on or before it.
    sooner: the fact that brought the due date forward; empty where none did.
    provisional: whether it lies beyond the bank holidays published so far.
    """

    row: str
    clock: Clock
    edition: Edition
    count: Count
    trigger: date
    due: date
    plan_by: date
    sooner: str
    calendar: str
    provisional: bool
    terms: str = ""
    """Whose school terms were used, where they were."""
    local_due: date | None = None
    """When the authority's own, stricter standard has it due; None where it has none for that day."""
    standard: LocalStandard | None = None
    """What the authority set for this row, beside the law or where there is no law in its place."""

    @property
    def timed(self) -> bool:
        """Whether it is due at a time of day and not only on a day."""
        return isinstance(self.due, datetime)

    def as_json(self) -> dict[str, str | bool]:
        source = self.edition.source
        return {
            "due": _iso(self.due),
            "plan_by": self.plan_by.isoformat(),
            "row": self.row,
            "clock": self.clock.name,
            "what": self.clock.what,
            "duty": self.clock.duty,
            "trigger": _iso(self.trigger),
            "counted": str(self.count),
            "counting": self.clock.counting,
            "sooner": self.sooner,
            "source": str(source),
            "seen_in": self.edition.seen_in,
            "authority": source.kind,
            "authority_label": source.label,
            "edition": self.edition.since.isoformat(),
            "confirmed": self.edition.confirmed,
            "unconfirmed": self.edition.unconfirmed,
            "calendar": self.calendar,
            "provisional": self.provisional,
            "terms": self.terms,
            "local_due": _iso(self.local_due) if self.local_due else "",
            "local_counted": str(self.standard.count) if self.standard else "",
            "local_decided_by": self.standard.decided_by if self.standard else "",
            "local_why": self.standard.why if self.standard else "",
        }

    @property
    def both(self) -> str:
        """Both dates in words: "due Mon 7 Dec 2026 by our standard, Mon 14 Dec 2026 by the regulations"."""
        law = {"regulations": "the regulations", "guidance": "the guidance", "census": "the census"}
        by = law.get(self.edition.source.kind, "our own standard")
        if self.local_due is None:
            return f"due {_in_words(self.due)}"
        return f"due {_in_words(self.local_due)} by our standard, {_in_words(self.due)} by {by}"

    def lines(self) -> list[str]:
        counted = f"Counted: {self.count} from {_in_words(self.trigger)}"
        if self.sooner:
            counted += f", but {self.sooner.replace('_', ' ')} comes sooner"
        found = [f"D{self.both[1:]}"]
        if self.plan_by != _day(self.due):
            found.append(f"Plan by {_in_words(self.plan_by)}, the last working day before it")
        source = self.edition.source
        found += [
            f"{self.row}: {self.clock.duty}",
            counted,
            self.clock.counting,
            f"Source ({source.label}): {source}, as in force from {_in_words(self.edition.since)}",
        ]
        if self.edition.unconfirmed:
            found.append(f"Not confirmed: {self.edition.unconfirmed}")
        if self.provisional:
            found.append("Provisional: it lies beyond the bank holidays published so far")
        if self.terms:
            found.append(f"School terms: {self.terms}")
        if self.standard:
            own = self.standard
            found.append(f"Our standard: {own.count}, set by {own.decided_by}: {own.why}")
        return [*found, f"Calendar: {self.calendar}"]


def when(
    row_id: str,
    trigger: date | str,
    facts: dict[str, str] | None = None,
    calendar: Calendar | None = None,
    rules: LocalRules = NOTHING_SET,
) -> WhenAnswer:
    """When a row of the timescales is due, what starts it having happened on ``trigger``.

    trigger: a date or datetime, or either written as ISO; without a time zone it is local time in England. A duty counted in
    hours whose time is not given counts from 00:00. facts: conditions that the duty knows, by name, as ISO dates.
    calendar: by default that of the rules. rules: what the authority has set for itself.
    Raises Fault for a row, date or fact that cannot be answered, saying what can.
    """
    row = row_id.strip().upper()
    clock = rules.clock(_clock_of(row))
    calendar = calendar or rules.calendar()
    began = _local(trigger)
    edition = clock.edition_on(_day(began))
    if edition is None:
        raise Fault(
            f"{row} has no rule for {_in_words(began)}: what we know of it begins on "
            f"{_in_words(clock.editions[0].since)}. Give a later day."
        )
    nth = min(clock.rows.index(row), len(edition.due) - 1)
    count = edition.due[nth]
    in_hours = count.unit == "hours"  # of this edition: a setting may count in hours what was counted in days
    began = began if in_hours else _day(began)
    calendar.plan_by(_day(began))  # raises for a day outside the calendar, before anything is counted from it
    due = _counted(began, count, calendar)
    brought_forward = _sooner(clock, row, began, facts or {}, in_hours)
    sooner = ""
    if brought_forward is not None and brought_forward[0] < due:
        due, sooner = brought_forward
    own = clock.stricter_on(_day(began), nth)
    return WhenAnswer(
        row=row,
        clock=clock,
        edition=edition,
        count=count,
        trigger=began,
        due=due,
        plan_by=calendar.plan_by(_day(due)),
        sooner=sooner,
        calendar=calendar.version,
        provisional=calendar.is_provisional(_day(due)),
        terms=calendar.terms.version if count.unit == "school terms" else "",
        local_due=min(_counted(began, own.count, calendar), due) if own else None,
        standard=rules.standard_on(row, _day(began)),
    )


def _counted(began: date, count: Count, calendar: Calendar) -> date:
    due = _add_hours(began, count.number) if count.unit == "hours" else count.from_day(began, calendar)
    if isinstance(due, datetime) and count.spoken and not isinstance(began, datetime):
        return due.date()  # days that run to the minute, asked with a day alone, are answered with a day
    return due


def _clock_of(row: str) -> Clock:
    if row in ROWS:
        return ROWS[row]
    answered = f"The rows that have a clock are {', '.join(sorted(ROWS))}."
    if row in TIMESCALES:
        said = NOT_CLOCKS[row]
        raise Fault(
            f"{row} ({TIMESCALES[row]}) has no due date here: it is a {said.kind}. {said.words} {answered}"
        )
    near = get_close_matches(row, [*ROWS, *TIMESCALES], n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise Fault(f"There is no row {row!r} in the timescales.{meant} {answered}")


def _local(written: date | str) -> date:
    """A date or a local datetime without offset, from either or from ISO text."""
    found = written
    if isinstance(found, str):
        text = found.strip()
        try:
            found = (
                date.fromisoformat(text) if len(text) <= len("2026-03-02") else datetime.fromisoformat(text)
            )
        except ValueError:
            raise Fault(
                f"{written!r} is neither a day (2026-03-02) nor a day and time (2026-03-02T09:30)."
            ) from None
    if not isinstance(found, datetime):
        return found
    if found.tzinfo is not None:
        try:
            return found.astimezone(LONDON).replace(tzinfo=None)
        except OverflowError:
            raise Fault(f"{written!s} is not a time in England between the years 1 and 9999.") from None
    if _utc(found).astimezone(LONDON).replace(tzinfo=None) != found.replace(fold=0):
        raise Fault(
            f"{_in_words(found)} did not happen: the clocks went forward over it. Give the time shown on a clock then."
        )
    return found


def _sooner(
    clock: Clock, row: str, began: date, facts: dict[str, str], in_hours: bool
) -> tuple[date, str] | None:
    """The earliest event that may bring the due date forward, of those whose days are given, and its name."""
    accepted = [each.fact for each in clock.sooner]
    for name in facts:
        if name not in accepted:
            raise Fault(
                f"{row} asks for no fact named {name!r}. "
                + (f"It accepts {', '.join(accepted)}." if accepted else "It accepts none.")
            )
    return min((_happened(in_hours, row, began, name, facts[name]) for name in facts), default=None)


def _happened(in_hours: bool, row: str, began: date, name: str, written: str) -> tuple[date, str]:
    happened = _local(written)
    if not in_hours:
        happened = _day(happened)
    elif not isinstance(happened, datetime):
        happened = datetime.combine(happened, time(23, 59))
    first = began if isinstance(began, datetime) or not in_hours else datetime.combine(began, time())
    if happened < first:
        raise Fault(
            f"{name} on {_in_words(happened)} lies before {_in_words(began)}, when {row} began. "
            "It brings a due date forward only if it happened since."
        )
    return happened, name


def _add_hours(began: date, hours: int) -> datetime:
    """Elapsed hours, counted in UTC; a day without a time counts from 00:00."""
    moment = began if isinstance(began, datetime) else datetime.combine(began, time())
    return (_utc(moment) + timedelta(hours=hours)).astimezone(LONDON).replace(tzinfo=None)


def _utc(local: datetime) -> datetime:
    return local.replace(tzinfo=LONDON).astimezone(UTC)


def _day(point: date) -> date:
    return point.date() if isinstance(point, datetime) else point


def _iso(point: date) -> str:
    return point.isoformat(timespec="minutes") if isinstance(point, datetime) else point.isoformat()


def _in_words(point: date) -> str:
    words = f"{point:%a} {point.day} {point:%b %Y}"
    return f"{words}, {point:%H:%M}" if isinstance(point, datetime) else words
