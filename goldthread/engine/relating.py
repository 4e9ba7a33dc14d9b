"""One clock over many children: its starts, their stops, what completes them, and the links that come of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from goldthread.rulebook.clock import Clock
from goldthread.rulebook.counts import Count
from goldthread.vocabulary import Points

from . import kernel
from .daytables import FIRST_MINUTE_OF_DAY, LAST_MINUTE_OF_DAY, add_months, birthdays, local_days, utc_minutes
from .kernel import BITS, FAR, NONE, Flags, Ints, keys, place
from .runs import Run, Runs
from .selecting import MISSING, ref_to


@dataclass(frozen=True)
class Starts:
    """The starts of a clock that stand, sorted by (owner, u, row). ``at`` is each one's row; ``stop`` is FAR without one."""

    key: Ints
    at: Ints
    stop: Ints
    ended: Flags
    begins_at_age: Ints | None

    @cached_property
    def owner(self) -> Ints:
        return self.key >> BITS

    @cached_property
    def u(self) -> Ints:
        return place(self.key)

    @cached_property
    def by(self) -> Ints:
        """The key of the last place at which a completion counts."""
        return keys(self.owner, self.stop)

    def only(self, those: Flags | Ints) -> Starts:
        age = self.begins_at_age
        return Starts(
            self.key[those], self.at[those], self.stop[those], self.ended[those],
            None if age is None else age[those],
        )  # fmt: skip


@dataclass(frozen=True)
class Links:
    """Links in the order of the answer: whose each is (an index of starts), its number, where it begins, what completes it."""

    start: Ints
    number: Ints
    u: Ints
    done: Ints
    begun_by: Ints | None = None
    """Where the time of a link's own start matters (hours): the completion that began it, NONE for the clock's start."""

    def only(self, those: Flags) -> Links:
        begun_by = self.begun_by
        return Links(
            self.start[those], self.number[those], self.u[those], self.done[those],
            None if begun_by is None else begun_by[those],
        )  # fmt: skip


class Relating:
    """The steps of one clock, each as the page on counting has it."""

    def __init__(self, clock: Clock, runs: Runs) -> None:
        self.clock, self.runs = clock, runs
        self.hours = clock.in_hours
        self.done: Run = runs.points(clock.done, "end", self.hours)

    # --- starts and stops

    def starts(self) -> Starts:
        """The starts that stand, with their stops."""
        clock, runs = self.clock, self.runs
        run = runs.points(clock.starts, "begin", self.hours)
        standing = Starts(
            run.key, run.at, np.full(run.at.size, FAR, np.int64), np.ones(run.at.size, np.bool_), None
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
        ended = np.full(standing.key.size, FAR, np.int64)
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
        days = add_months(local_days(began) if self.hours else began, count.number)
        return utc_minutes(days, FIRST_MINUTE_OF_DAY) if self.hours else days

    def _birthday(self, born: Ints, years: int) -> Ints:
        days = birthdays(born, years)
        return utc_minutes(days, FIRST_MINUTE_OF_DAY) if self.hours else days

    def _stopped(self, standing: Starts, ended: Ints, under: Ints | None) -> Starts:
        clock = self.clock
        for points in clock.ends:
            ended = np.minimum(ended, self._belonging(points, standing))
        superseded = np.full(standing.key.size, FAR, np.int64)
        for points in clock.superseded_by:
            superseded = np.minimum(superseded, self._belonging(points, standing))
        if under is not None:
            superseded = np.where(under <= self.last_u, np.minimum(superseded, under), superseded)
        if clock.lasts:
            until = add_months(standing.u, clock.lasts.count.number)
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
            named = self.runs.frames[table].columns[ref][standing.at]
            value = self.runs.value(points, self.runs.frames[points.table].position_of(named), self.hours)
        else:
            run = self.runs.points(points, "end", self.hours)
            at = kernel.first_from(
                run.key, standing.key, keys(standing.owner, np.full(u.size, FAR, np.int64))
            )
            return (
                np.where(at != NONE, place(run.key[at]), FAR)
                if run.key.size
                else np.full(u.size, FAR, np.int64)
            )
        return np.where(value >= u, value, FAR)

    # --- completions

    def completed(self, starts: Starts) -> tuple[Starts, Ints | None]:
        """The starts in the order of the answer (owner, row), and for a clock of one link the completion of each."""
        given = None if self.clock.is_chain else self._given(starts)
        order = np.argsort((starts.owner << BITS) + starts.at, kind="stable")
        return starts.only(order), None if given is None else given[order]

    def links(self, starts: Starts, given: Ints | None, covered: Ints) -> Links:
        """The links of each start, in order. ``covered``: from where on a chain's source holds its completions, or -FAR."""
        if given is None:
            return self._chained(starts, covered)
        return Links(np.arange(given.size), np.zeros(given.size, np.int64), starts.u, given)

    def _given(self, starts: Starts) -> Ints:
        """The completion of each start of a clock of one link: an index of ``done``, or NONE."""
        clock, done = self.clock, self.done
        if clock.is_interval:
            return kernel.first_from(done.key, starts.key, starts.by, after=True)
        if self._same_row:
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
    def _same_row(self) -> bool:
        clock = self.clock
        return clock.done.table == clock.starts.table and not clock.key and not clock.is_interval

    def _own_row(self, starts: Starts) -> Ints:
        rows = self.runs.frames[self.clock.starts.table].ids.size
        of_row = np.full(rows, NONE, np.int64)
        of_row[self.done.at] = np.arange(self.done.at.size)
        own = of_row[starts.at]
        if not self.done.key.size:
            return own
        key = self.done.key[own]
        return np.where((own != NONE) & (key >= starts.key) & (key <= starts.by), own, NONE)

    def _reached_back(self, u: Ints) -> Ints:
        """From where on an earlier completion counts."""
        already = self.clock.already
        if already is None:
            return u
        days = local_days(u) if self.hours else u
        days = add_months(days, -already.number) if already.unit == "months" else days - already.number
        return utc_minutes(days, FIRST_MINUTE_OF_DAY) if self.hours else days

    def _by_key(self, starts: Starts) -> tuple[Ints, Ints, Ints]:
        """The completions that name a starting row, as (start, point) in order of points, and the pool of the others."""
        done, frames = self.done, self.runs.frames
        if not self.clock.key:
            nothing = np.empty(0, np.int64)
            return nothing, nothing, np.arange(done.at.size)
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

    def _chained(self, starts: Starts, covered: Ints) -> Links:
        """All the links of chains. A start whose source holds the completions only later is counted from there."""
        clock, done, size = self.clock, self.done, starts.key.size
        from_coverage = covered > starts.u
        if self._same_row:
            own = self._own_row(starts)
            start, point = np.flatnonzero(own != NONE), own[own != NONE]
        else:
            start, point, pool = self._by_key(starts)
            key = done.key if pool.size == done.key.size else done.key[pool]
            first = np.searchsorted(key, starts.key, "left")
            end = np.searchsorted(key, starts.by, "right")
            pooled, at = kernel.ranges(first, end)
            at = at if pool.size == done.key.size else pool[at]
            if start.size:
                together = np.concatenate([(start << BITS) | point, (pooled << BITS) | at])
                together.sort()
                start, point = together >> BITS, together & (2**BITS - 1)
            else:
                start, point = pooled, at
        late_cover = bool(from_coverage.any())
        if late_cover:
            counts = ~from_coverage[start] | (place(done.key[point]) > covered[start])
            start, point = start[counts], point[counts]
        if start.size:
            key = done.key[point]
            once = np.concatenate([[True], (start[1:] != start[:-1]) | (key[1:] != key[:-1])])
            start, point = start[once], point[once]
        made = kernel.chains(start, point, size)
        most = max(len(edition.due) for edition in clock.editions)
        number = made.nth + np.where(from_coverage, most - 1, 0)[made.group] if late_cover else made.nth
        begun_by = np.concatenate([[NONE], made.point[:-1]])
        begun_by[made.nth == 0] = NONE
        begins = np.where(from_coverage, covered, starts.u)[made.group]
        if done.key.size:
            begins = np.where(begun_by != NONE, place(done.key[begun_by]), begins)
        links = Links(made.group, number, begins, made.point, begun_by)
        if late_cover:
            links = links.only(~(from_coverage & (starts.stop < covered))[made.group])
        return links if clock.every else links.only(links.number < most)
