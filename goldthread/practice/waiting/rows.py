"""The list itself: one line a child and duty, worst first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import F, QuerySet

from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.holding import Holder, holder_of_many
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import LONDON, now, today
from goldthread.practice.standing import Standing
from goldthread.practice.statuses import Status, main_status_of_many
from goldthread.record.models import Account, Child, Due, DueNote
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.clock import Clock, Edition
from goldthread.rulebook.clocks import CLOCKS

from .filters import WaitingFilters, matching

HOUR = 3600
RULE_WORDS = {"regulations": "the regulations", "guidance": "the guidance", "census": "the census"}


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One child and duty: what is due when, how far over, who holds the child, who asks it, and what people say of it.

    over: working days past the due day, below nought where it is still to come; for a duty counted in hours, hours.
    judged_at: the source's moment, where the child's rows were imported; missing where they are judged now.
    """

    due: Due
    child: Child
    clock: Clock
    edition: Edition
    over: int
    over_unit: str
    late: bool
    status: Status | None
    holder: Holder | None
    notes: tuple[DueNote, ...]
    past_ours: bool = False
    """Past the authority's own standard, and not yet late by the rule."""

    @property
    def local_when(self) -> date | datetime | None:
        """When it is due by the authority's own, stricter standard; None where it has none."""
        return self.due.local_due_at or self.due.local_due_on

    @property
    def by_whom(self) -> str:
        """Whose rule the due date is, where the authority's own stands beside it."""
        return RULE_WORDS.get(self.due.authority, "our own standard")

    @property
    def counted(self) -> str:
        """The count that applies to this link, in words."""
        return str(count_of(self.edition, self.due.link))

    @property
    def when(self) -> date | datetime:
        return self.due.due_at or self.due.due_on


def count_of(edition: Edition, link: int) -> object:
    return edition.due[min(link, len(edition.due) - 1)]


def _over(due: Due) -> tuple[int, str, bool]:
    at = due.judged_at or now()
    if due.due_at is not None:
        seconds = (at - due.due_at).total_seconds()
        return int(seconds // HOUR) if seconds > 0 else -int(-seconds // HOUR), "hour", seconds > 0
    judged = at.astimezone(LONDON).date() if due.judged_at else today()
    over = ENGLAND_AND_WALES.working_days_between(due.due_on, judged)
    # A duty that fell due on a Saturday is over on the Sunday, though no working day has passed.
    return over, "working day", judged > due.due_on


def _past_ours(due: Due, is_late: bool) -> bool:
    if is_late or due.local_due_on is None or not due.known:
        return False
    at = due.judged_at or now()
    if due.local_due_at is not None:
        return at > due.local_due_at
    return (at.astimezone(LONDON).date() if due.judged_at else today()) > due.local_due_on


def count_waiting(filters: WaitingFilters, *, by: Account | Standing) -> int:
    return matching(filters, by=by).count()


def ordered(filters: WaitingFilters, *, by: Account | Standing) -> QuerySet[Due]:
    """Worst first."""
    return matching(filters, by=by).order_by(F("over_days").desc(), "due_at", "child_id", "clock")


def waiting_rows(
    filters: WaitingFilters, *, by: Account | Standing, start: int = 0, stop: int | None = None
) -> list[WaitingRow]:
    """A slice of the list as somebody may see it, in a number of queries that does not grow with it."""
    return rows_of(list(ordered(filters, by=by).select_related("child", "source")[start:stop]))


def row_of(due: Due) -> WaitingRow:
    """One open duty as the list shows it."""
    return rows_of([due])[0]


def rows_of(
    dues: list[Due], holders: dict[int, Holder] | None = None, statuses: dict[int, Status] | None = None
) -> list[WaitingRow]:
    """Open duties as lists show them, with who holds each child and what is said.

    holders, statuses: by child, where whoever asks has them already.
    """
    children = list(dict.fromkeys(due.child_id for due in dues))
    holders = holder_of_many(children, today()) if holders is None else holders
    statuses = main_status_of_many(children, today()) if statuses is None else statuses
    notes: dict[tuple[int, str, int, int], list[DueNote]] = {}
    standing = DueNote.objects.filter(child_id__in=children, ended_at__isnull=True)
    said = list(standing.select_related("by").order_by("at"))
    knowing = shown_on_screens({note.child_id for note in said}) if said else {}
    for note in said:
        if note.child_id in knowing:
            note.words = knowing[note.child_id].words(note.words)
        notes.setdefault((note.child_id, note.clock, note.start_row, note.link), []).append(note)
    rules = rules_here()
    return [
        _row(
            due,
            rules.clock(CLOCKS[due.clock]),
            statuses.get(due.child_id),
            holders.get(due.child_id),
            notes.get((due.child_id, due.clock, due.start_row, due.link), []),
        )
        for due in dues
    ]


def edition_of(clock: Clock, since: date, started_on: date) -> Edition:
    """The edition that was used; where that has gone with a standard, the one in force on the start."""
    for edition in clock.editions:
        if edition.since == since:
            return edition
    return clock.edition_on(started_on) or clock.editions[0]


def _row(
    due: Due, clock: Clock, status: Status | None, holder: Holder | None, notes: list[DueNote]
) -> WaitingRow:
    edition = edition_of(clock, due.edition, due.started_on)
    over, unit, is_late = _over(due)
    return WaitingRow(
        due,
        due.child,
        clock,
        edition,
        over,
        unit,
        is_late,
        status,
        holder,
        tuple(notes),
        _past_ours(due, is_late),
    )


def earliest_moment(due: Due) -> datetime:
    """When it is due as a moment, for calendars: the end of its day where it is not counted in hours."""
    if due.due_at is not None:
        return due.due_at
    return datetime.combine(due.due_on, datetime.max.time(), tzinfo=LONDON).astimezone(UTC)
