"""One clock over many children: its starts, their stops, what completes them, and the links that come of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from goldthread.rulebook.clock import Clock
from goldthread.rulebook.counts import Count
from goldthread.vocabulary import Points

from . import kernel
from .daytables import FIRST_MINUTE_OF_DAY, LAST_MINUTE_OF_DAY, local_days, utc_minutes
from .kernel import BITS, FAR, NONE, PLACE, Flags, Ints, keys, place
from .links import Links, Starts
from .runs import Run, Runs
from .selecting import MISSING, child_column, ref_to


class Relating:
    """The steps of one clock, each as the page on counting has it."""

    def __init__(self, clock: Clock, runs: Runs) -> None:
        self.clock, self.runs = clock, runs
        self.hours = clock.in_hours
        self.done: Run = (
            runs.by_row(clock.done, self.hours)
            if self.same_row
            else runs.points(clock.done, "end", self.hours)
        )

    # --- starts and stops

    def starts(self) -> Starts:
        """The starts that stand, with their stops."""
        clock, runs = self.clock, self.runs
        run = runs.points(clock.starts, "begin", self.hours)
        standing = Starts(
            run.key, run.at, np.full(run.key.size, FAR, PLACE), np.ones(run.key.size, np.bool_), None
        )
        for spells in clock.unless:
            standing = standing.only(~kernel.inside(standing.key, runs.spells(spells, self.hours)))
        if clock.is_interval and standing.key.size:
            standing = standing.only(np.concatenate([[True], standing.key[1:] != standing.key[:-1]]))
        under = None
        if clock.ages:
            born = runs.born(standing.owner)
            standing, born = standing.only(born != MISSING), born[born != MISSING]
            if clock.ages.under_years is not None:
                under = self._birthday(born, clock.ages.under_years)
                younger = standing.u < under
                standing, born, under = standing.only(younger), born[younger], under[younger]
            if clock.ages.from_years is not None:
                age = self._birthday(born, clock.ages.from_years)
                standing = replace(standing, begins_at_age=age)
        ended = np.full(standing.key.size, FAR, PLACE)
        if clock.during:
            around = runs.spells(clock.during, self.hours)
            at = kernel.latest_around(standing.key, around)
            ended = place(around.ends[at]) if around.ends.size else ended
            standing, ended = standing.only(at != NONE), ended[at != NONE]
            under = None if under is None else under[at != NONE]
            if clock.during.settled:
                began = place(around.begins[at[at != NONE]]) if around.begins.size else ended
                lasting = self._settled(began, clock.during.settled)
                held = standing.begins_at_age
                standing = replace(
                    standing, begins_at_age=lasting if held is None else np.maximum(held, lasting)
                )
        return self._stopped(standing, ended, under)

    def _settled(self, began: Ints, count: Count) -> Ints:
        """From where on each spell has lasted so many months."""
        days = self.runs.tables.months_on(local_days(began) if self.hours else began, count.number)
        return utc_minutes(days, FIRST_MINUTE_OF_DAY) if self.hours else days

    def _birthday(self, born: Ints, years: int) -> Ints:
        days = self.runs.tables.birthdays(born, years)
        return utc_minutes(days, FIRST_MINUTE_OF_DAY) if self.hours else days

    def _stopped(self, standing: Starts, ended: Ints, under: Ints | None) -> Starts:
        clock = self.clock
        for points in clock.ends:
            ended = np.minimum(ended, self._belonging(points, standing))
        superseded = np.full(standing.key.size, FAR, PLACE)
        for points in clock.superseded_by:
            superseded = np.minimum(superseded, self._belonging(points, standing))
        if under is not None:
            superseded = np.where(under <= self.last_u, np.minimum(superseded, under), superseded)
        if clock.lasts:
            until = self.runs.tables.months_on(standing.u, clock.lasts.count.number)
            lasting = (until <= self.last_u) & self._lasts(standing)
            superseded = np.where(lasting, np.minimum(superseded, until), superseded)
        return replace(standing, stop=np.minimum(ended, superseded), ended=ended <= superseded)

    def _lasts(self, standing: Starts) -> Flags:
        holds = self.runs.holds(self.clock.starts.table, self.clock.lasts.where if self.clock.lasts else None)
        return np.ones(standing.at.size, np.bool_) if holds is None else holds[standing.at]

    @property
    def last_u(self) -> int:
        """The last place at which a point whose time is not known is there: the end of now's local day."""
        today = np.array([self.runs.today], np.int64)
        return int(utc_minutes(today, LAST_MINUTE_OF_DAY)[0]) if self.hours else self.runs.today

    def _belonging(self, points: Points, standing: Starts) -> Ints:
        """The first of the points that belong to each start, at or after it; FAR without one."""
        table, u = self.clock.starts.table, standing.u
        if points.table == table:
            value = self.runs.value(points, standing.at, self.hours)
        elif ref := ref_to(table, points.table):
            column = self.runs.frames[table].columns[ref]
            named = self.runs.child(standing.owner) if ref == child_column(table) else column[standing.at]
            value = self.runs.value(points, self.runs.frames[points.table].position_of(named), self.hours)
        else:
            return kernel.next_place(self.runs.points(points, "end", self.hours).key, standing.key)
        return np.where(value >= u, value, FAR)

    # --- completions

    def completed(self, starts: Starts) -> tuple[Starts, Ints | None]:
        """The starts in the order of the answer (owner, row), and for a clock of one link the completion of each."""
        given = None if self.clock.is_chain else self._given(starts)
        by_row = (starts.owner << BITS) + starts.at
        if kernel.in_order(by_row):
            return starts, given
        order = np.argsort(by_row)
        return starts.only(order), None if given is None else given[order]

    def links(self, starts: Starts, given: Ints | None, covered: Ints | None) -> Links:
        """The links of each start, in order. ``covered``: from where on a chain's source holds its completions, or -FAR."""
        if given is None:
            return self._chained(starts, covered)
        of = np.arange(given.size)
        return Links(of, np.zeros(given.size, np.int64), starts.u, given, self._done_u(given), whole=True)

    def _done_u(self, given: Ints) -> Ints:
        """Where each is completed, FAR where it is not."""
        if not self.done.key.size:
            return np.full(given.size, FAR, PLACE)
        done_u = place(self.done.key[given])
        done_u[given == NONE] = FAR
        return done_u

    def _given(self, starts: Starts) -> Ints:
        """The completion of each start of a clock of one link: an index of ``done``, or NONE."""
        clock, done = self.clock, self.done
        if clock.is_interval:
            return kernel.first_from(done.key, starts.key, starts.by, after=True)
        if self.same_row:
            return self._own_row(starts)
        start, point, pool = self._by_key(starts)
        given = kernel.first_of_each(start, point, starts.key.size)
        if clock.shared:
            begins = starts.key if clock.already is None else keys(starts.owner, self._reached_back(starts.u))
            found = kernel.first_from(done.key[pool], begins, starts.by)
            found = np.where(found != NONE, pool[found], NONE) if pool.size else found
            both = (given != NONE) & (found != NONE)
            return np.where(both, np.minimum(given, found), np.maximum(given, found))
        open_ = np.flatnonzero(given == NONE)
        first = np.searchsorted(done.key[pool], starts.key[open_], "left")
        end = np.searchsorted(done.key[pool], starts.by[open_], "right")
        served = kernel.serve_earliest_open(first, end, pool.size)
        given[open_[served != NONE]] = pool[served[served != NONE]]
        return given

    @property
    def same_row(self) -> bool:
        """Whether the row that starts a duty is that which completes it."""
        clock = self.clock
        return clock.done.table == clock.starts.table and not clock.key and not clock.is_interval

    def _own_row(self, starts: Starts) -> Ints:
        key = self.done.key[starts.at]
        return np.where((key >= starts.key) & (key <= starts.by), starts.at, NONE)

    def _reached_back(self, u: Ints) -> Ints:
        """From where on an earlier completion counts."""
        already = self.clock.already
        if already is None:
            return u
        days = local_days(u) if self.hours else u
        back = -already.number
        days = self.runs.tables.months_on(days, back) if already.unit == "months" else days + back
        return utc_minutes(days, FIRST_MINUTE_OF_DAY) if self.hours else days

    def _by_key(self, starts: Starts) -> tuple[Ints, Ints, Ints]:
        """The completions that name a starting row, as (start, point) in order of points, and the pool of the others."""
        done, frames = self.done, self.runs.frames
        if not self.clock.key:
            nothing = np.empty(0, np.int64)
            return nothing, nothing, np.arange(done.key.size)
        named = frames[self.clock.done.table].columns[self.clock.key][done.at]
        pool = np.flatnonzero(named == MISSING)
        point = np.flatnonzero(named != MISSING)
        frame = frames[self.clock.starts.table]
        start_of_row = np.full(frame.ids.size + 1, NONE, np.int64)  # the last is for "no such row", at -1
        start_of_row[starts.at] = np.arange(starts.at.size)
        start = start_of_row[frame.position_of(named[point])]
        start, point = start[start != NONE], point[start != NONE]
        counts = (done.key[point] >= starts.key[start]) & (done.key[point] <= starts.by[start])
        return start[counts], point[counts], pool

    # --- chains

    def _chained(self, starts: Starts, covered: Ints | None) -> Links:
        """All the links of chains. A start whose source holds the completions only later is counted from there."""
        clock, done = self.clock, self.done
        sizes, point = self._chain_points(starts)
        begins, from_coverage = starts.u, None
        if covered is not None and (covered > begins).any():
            from_coverage = covered > begins
            begins = np.where(from_coverage, covered, begins)
            start = np.repeat(np.arange(sizes.size), sizes)
            counts = ~from_coverage[start] | (place(done.key[point]) > covered[start])
            sizes, point = kernel.thinned(sizes, point, counts)
        key = done.key[point]
        repeated = kernel.repeated(sizes, key)
        if repeated.any():
            sizes, point = kernel.thinned(sizes, point, ~repeated)
            key = key[~repeated]
        made = kernel.chains(sizes)
        completed, done_u = np.full(made.group.size, NONE, np.int64), np.full(made.group.size, FAR, PLACE)
        completed[made.followed], done_u[made.followed] = point, place(key)
        u = np.empty(made.group.size, PLACE)
        u[1:] = done_u[:-1]
        u[made.first] = begins
        begun_by = None
        if self.hours:
            begun_by = np.concatenate([[NONE], completed[:-1]])
            begun_by[made.first] = NONE
        most = max(len(edition.due) for edition in clock.editions)
        number = (
            made.nth if from_coverage is None else made.nth + np.where(from_coverage, most - 1, 0)[made.group]
        )
        links = Links(made.group, number, u, completed, done_u, begun_by)
        if from_coverage is not None:
            links = links.only(~(from_coverage & (starts.stop < begins))[made.group])
        return links if clock.every else links.only(links.number < most)

    def _between(self, key: Ints, starts: Starts) -> tuple[Ints, Ints]:
        """Which of the completions lie from each start to its stop."""
        first = np.searchsorted(key, starts.key, "left")
        return first, np.maximum(np.searchsorted(key, starts.by, "right"), first)

    def _chain_points(self, starts: Starts) -> tuple[Ints, Ints]:
        """How many completions each start has, and all of them in order: indexes of ``done``."""
        done = self.done
        if self.same_row:
            own = self._own_row(starts)
            return (own != NONE).astype(np.int64), own[own != NONE]
        if not self.clock.key:
            first, end = self._between(done.key, starts)
            return end - first, kernel.ranges(first, end)[1]
        start, point, pool = self._by_key(starts)
        first, end = self._between(done.key[pool], starts)
        sizes = end - first
        pooled, at = kernel.ranges(first, end)
        at = pool[at]
        together = np.concatenate([(start << BITS) | point, (pooled << BITS) | at])
        together.sort()
        return sizes + np.bincount(start, minlength=sizes.size), together & (2**BITS - 1)
