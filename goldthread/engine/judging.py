"""When each link is due and in what state it is: editions, due dates, what a source holds, and the order of states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from goldthread.rulebook.clock import Clock
from goldthread.rulebook.counts import Count

from . import kernel
from .daytables import FIRST_MINUTE_OF_DAY, local_days, utc_minutes
from .kernel import FAR, NONE, Flags, Ints, keys, place
from .links import Links, Starts
from .relating import Relating
from .runs import Runs
from .selecting import MISSING

Editions = npt.NDArray[np.int8]
EPOCH_DAY = date(1970, 1, 1)
STATES = ("met", "met late", "ended", "lapsed", "superseded", "not known", "overdue", "running")
MET, MET_LATE, ENDED, LAPSED, SUPERSEDED, NOT_KNOWN, OVERDUE, RUNNING = map(np.int8, range(len(STATES)))


@dataclass(frozen=True)
class Held:
    """What the source of each start holds of the completing fact; arrays by start, empty where no row has a source."""

    source: Ints
    unknown: Flags
    covered: Ints
    judged_at: Ints
    """The second, MISSING where it is judged now."""
    imported: bool
    """Whether any of the rows has a source."""

    def late_cover(self, starts: Starts, links: Links) -> Flags | None:
        """For which links the source holds completions only from a day after the start; None where no row has a source."""
        return links.of_start(self.covered > starts.u) if self.imported else None


@dataclass(frozen=True)
class Judged:
    """Each link's edition, due date and state. ``due`` is in the clock's unit."""

    links: Links
    edition: Editions
    due: Ints
    due_on: Ints
    plan_by: Ints
    started_on: Ints
    state: npt.NDArray[np.int8]
    stop: Ints
    ended: Flags
    local: Ints | None
    """When the authority's own standard has it due, FAR where it has none; None where it has none at all."""


class KnownFacts:
    """The table of what sources hold, by fact and then sorted by child's rank."""

    def __init__(self, known: pa.Table | None, runs: Runs) -> None:
        self.runs = runs
        self.by_fact: dict[str, tuple[Ints, Ints, Ints]] = {}
        if known is None or not known.num_rows:
            return
        rows = pl.DataFrame(known)
        for (fact,), held in rows.sort("child").group_by("fact", maintain_order=True):
            child = held["child"].cast(pl.Int64).to_numpy()
            known_from = held["known_from"].cast(pl.Date).to_physical().cast(pl.Int64).fill_null(MISSING)
            at = held["judged_at"].cast(pl.Datetime("us", "UTC")).dt.timestamp("ms") // 1000
            self.by_fact[str(fact)] = (child, known_from.to_numpy(), at.fill_null(MISSING).to_numpy())

    def of(self, clock: Clock, starts: Starts) -> Held:
        """What the sources of starting rows hold of the fact that completes the clock."""
        runs, size = self.runs, starts.at.size
        frame = runs.frames[clock.starts.table]
        if not frame.imported:
            nothing = np.empty(0, np.int64)
            return Held(nothing, nothing.astype(np.bool_), nothing, nothing, False)
        source = frame.columns["source"][starts.at]
        covered, judged_at = np.full(size, -FAR, np.int64), np.full(size, MISSING, np.int64)
        imported = source != MISSING
        if not imported.any() or clock.done.fact not in self.by_fact:
            return Held(source, imported, covered, judged_at, True)
        child, known_from, judged = self.by_fact[clock.done.fact]
        wanted = runs.child(starts.owner)
        at = np.minimum(np.searchsorted(child, wanted), child.size - 1)
        found = imported & (child[at] == wanted)
        since = found & (known_from[at] != MISSING)
        covered[since] = known_from[at[since]]
        if clock.in_hours:
            covered[since] = utc_minutes(covered[since], FIRST_MINUTE_OF_DAY)
        judged_at[found] = judged[at[found]]
        return Held(source, imported & ~found, covered, judged_at, True)


def judge(relating: Relating, starts: Starts, links: Links, held: Held) -> Judged:
    """The edition, due date and state of each link; links that no edition or age allows are left out."""
    clock, hours, runs = relating.clock, relating.hours, relating.runs
    started_on = local_days(links.u) if hours else links.u
    since = np.array([(each.since - EPOCH_DAY).days for each in clock.editions], np.int64)
    edition = np.full(started_on.size, -1, np.int8)
    for each in since:
        edition += started_on >= each
    kept = edition >= 0
    if starts.begins_at_age is not None:
        kept &= _old_enough(relating, starts, links, starts.begins_at_age)
    if not kept.all():
        links, edition, started_on = links.only(kept), edition[kept], started_on[kept]

    from_coverage = held.late_cover(starts, links)
    due = _due(relating, starts, links, edition)
    due, afterwards = _afterwards(relating, starts, links, due)
    due_on = local_days(due) if hours else due
    plan_by = runs.tables.plan_by(due_on)

    stop, ended = links.of_start(starts.stop), links.of_start(starts.ended)
    state = (links.done_u > due).astype(np.int8)  # MET or MET_LATE, of those that are completed
    open_ = np.flatnonzero(links.done == NONE)
    state[open_] = _without_completion(relating, links, held, open_, due[open_], stop[open_], ended[open_])
    if from_coverage is not None and not (
        clock.is_chain or clock.key or clock.done.table == clock.starts.table
    ):
        state[from_coverage & (state != MET)] = NOT_KNOWN
    local = _local(relating, links, edition, started_on, due)
    if local is not None:
        local[afterwards] = FAR
    return Judged(links, edition, due, due_on, plan_by, started_on, state, stop, ended, local)


def _without_completion(
    relating: Relating, links: Links, held: Held, open_: Ints, due: Ints, stop: Ints, ended: Flags
) -> npt.NDArray[np.int8]:
    """The states of the links that nothing completes: ``open_`` says which they are, the others what is so of these."""
    judged = _judged_u(relating, links, held)
    state = np.where((judged if judged.size == 1 else judged[open_]) > due, OVERDUE, RUNNING)
    stopped = np.where(stop <= due, np.where(ended, ENDED, SUPERSEDED), LAPSED)
    state = np.where(stop == FAR, state, stopped)
    if held.unknown.any():
        state[links.of_start(held.unknown)[open_]] = NOT_KNOWN
    return state


def _old_enough(relating: Relating, starts: Starts, links: Links, begins_at_age: Ints) -> Flags:
    """Ages from: a start before the birthday is kept only if it is still open on it, once it has come."""
    age, stop = links.of_start(begins_at_age), links.of_start(starts.stop)
    open_on_it = (links.done_u > age) & (stop >= age)
    return (links.u >= age) | (open_on_it & (age <= relating.last_u))


def _due(relating: Relating, starts: Starts, links: Links, edition: Editions) -> Ints:
    clock, tables = relating.clock, relating.runs.tables
    if len(clock.counts) == 1 and not relating.hours:
        (count,) = clock.counts
        due = (
            _reached(relating, starts, links, count)
            if count.unit == "birthday"
            else tables.due(links.u, count)
        )
    else:
        due = _counted(relating, starts, links, edition)
    for sooner in clock.sooner:
        owner = links.of_start(starts.owner)
        run = relating.runs.points(sooner.points, "end", relating.hours)
        at = kernel.first_from(run.key, keys(owner, links.u), keys(owner, due), nth=sooner.nth)
        due = np.where(at != NONE, place(run.key[at]), due) if run.key.size else due
    return due


def _reached(relating: Relating, starts: Starts, links: Links, count: Count) -> Ints:
    """The birthday by which each link is due."""
    days = relating.runs.tables.birthdays(relating.runs.born(links.of_start(starts.owner)), count.number)
    return utc_minutes(days, FIRST_MINUTE_OF_DAY) if relating.hours else days


def _counted(relating: Relating, starts: Starts, links: Links, edition: Editions) -> Ints:
    """Each link's count from its start: that of its edition and its number, or the edition's last."""
    clock, tables = relating.clock, relating.runs.tables
    due = np.empty(links.u.size, kernel.PLACE)
    for number, each in enumerate(clock.editions):
        last = len(each.due) - 1
        which = np.minimum(links.number, last)
        for nth, count in enumerate(each.due):
            those = np.flatnonzero((which == nth) & (edition == number))
            u = links.u[those]
            if count.unit == "birthday":
                due[those] = _reached(relating, starts, links, count)[those]
                continue
            due[those] = u + count.number * 60 if relating.hours else tables.due(u, count)
    return due


def _afterwards(relating: Relating, starts: Starts, links: Links, due: Ints) -> tuple[Ints, Ints]:
    """The due dates with those by the count that follows an event, and which these are: open when it came, and not yet due."""
    after, runs = relating.clock.afterwards, relating.runs
    if after is None:
        return due, np.empty(0, np.int64)
    run = runs.points(after.points, "end", relating.hours)
    at = kernel.first_from(
        run.key, starts.key, keys(starts.owner, np.full(starts.key.size, FAR, kernel.PLACE))
    )
    event = (
        np.where(at != NONE, place(run.key[at]), FAR) if run.key.size else np.full(at.size, FAR, kernel.PLACE)
    )
    came = links.of_start(event)
    those = np.flatnonzero((came != FAR) & (came <= due) & (links.done_u > came))
    due, u = due.copy(), links.u[those]
    due[those] = u + after.count.number * 60 if relating.hours else runs.tables.due(u, after.count)
    return due, those


def _local(relating: Relating, links: Links, edition: Editions, started_on: Ints, due: Ints) -> Ints | None:
    """When the authority's own standard has each link due, never later than the law."""
    clock, tables = relating.clock, relating.runs.tables
    if not clock.stricter:
        return None
    which = np.minimum(np.array([len(each.due) - 1 for each in clock.editions])[edition], links.number)
    local = np.full(due.size, FAR, kernel.PLACE)
    for own in clock.stricter:
        within = (which == own.nth) & (started_on >= (own.since - EPOCH_DAY).days) & (local == FAR)
        if own.until is not None:
            within &= started_on < (own.until - EPOCH_DAY).days
        those = np.flatnonzero(within)
        u = links.u[those]
        local[those] = u + own.count.number * 60 if relating.hours else tables.due(u, own.count)
    return np.where(local == FAR, FAR, np.minimum(local, due))


def _judged_u(relating: Relating, links: Links, held: Held) -> Ints:
    """The place in time at which each link is judged: now, or its source's."""
    runs = relating.runs
    if not held.imported:
        return np.array([runs.minute_now if relating.hours else runs.today], np.int64)
    minutes = np.where(held.judged_at == MISSING, runs.minute_now, held.judged_at // 60)
    return links.of_start(minutes if relating.hours else local_days(minutes))
