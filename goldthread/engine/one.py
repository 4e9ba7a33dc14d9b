"""The clocks of one child, in plain Python: what is due, since when, and in what state.

Written from ``docs/decisions/how-the-engine-counts.md``, section by section, to be read beside it. Used on each save and to
say why something is due. ``bulk`` answers the same for many children and shares no function with this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from itertools import zip_longest
from operator import attrgetter

from goldthread.engine.holding import reading
from goldthread.engine.instance import Instance, Known
from goldthread.engine.timeline import (
    DAY_BEGINS,
    Moment,
    Row,
    Seen,
    Started,
    Stop,
    Tables,
    Timeline,
    first_from,
    first_ref,
    one_for_each_u,
    still_counts,
)
from goldthread.rulebook.calendar import ENGLAND_AND_WALES, Calendar, add_months
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.counts import Count
from goldthread.vocabulary import TABLES, Points

__all__ = ["Instance", "Known", "instances"]


def instances(
    clocks: Iterable[Clock],
    tables: Tables,
    now: datetime,
    known: Mapping[str, Known] | None = None,
    calendar: Calendar = ENGLAND_AND_WALES,
) -> list[Instance]:
    """Every duty that the clocks find in one child's rows, in the order of the clocks, then starting row, then link.

    tables: plural name -> rows of one child (dates as ``date``, instants as aware ``datetime``); absent tables are empty.
    known: fact (``table.column``) -> what the child's source says of it; asked only for starting rows that have a source.
    Raises OutsideCalendar for a date that the calendar does not reach, and TypeError for an instant without a time zone.
    """
    live = {
        name: [row for row in rows if row.get("withdrawn_at") is None]
        for name, rows in tables.items()
        if rows
    }
    found: list[Instance] = []
    days, hours = Seen(), Seen()
    for clock in clocks:
        if clock.recorded and clock.starts.table in live:
            seen = hours if clock.in_hours else days
            found += _OneClock(clock, live, now, known or {}, calendar, seen).instances()
    return found


class _OneClock(Timeline):
    """One clock over one child's rows."""

    def __init__(
        self,
        clock: Clock,
        tables: Tables,
        now: datetime,
        known: Mapping[str, Known],
        calendar: Calendar,
        seen: Seen,
    ) -> None:
        super().__init__(tables, now, seen, hours=clock.in_hours)
        self.clock, self.now, self.known, self.calendar = clock, now, known, calendar
        self.under = self.birthday(clock.ages.under_years) if clock.ages else None
        self.grown = self.birthday(clock.ages.from_years) if clock.ages else None
        self.is_chain, self.is_interval = clock.is_chain, clock.is_interval
        self.most = max(len(edition.due) for edition in clock.editions)
        # One link, neither key nor same row: what is before the source's coverage could have met the duty.
        same_row = clock.done.table == clock.starts.table
        self.may_lie_before_coverage = not (self.is_chain or clock.key or same_row)
        self.owner_column = TABLES[clock.starts.table].owner_column()

    def instances(self) -> list[Instance]:
        all_started = self.starts()
        self.give_completions(all_started)
        found = [link for started in all_started for link in self.links(started)]
        return sorted(found, key=attrgetter("child", "start_row", "link"))

    # --- starts and stops

    def starts(self) -> list[Started]:
        """The starts that stand, sorted by (u, row), each with its stop."""
        clock, points = self.clock, self.clock.starts
        if clock.ages and self.born_on() is None:
            return []
        rows = {row["id"]: row for row in self.tables[points.table]}
        never = [spell for spells in clock.unless for spell in self.spells(spells)]
        during = self.spells(clock.during) if clock.during else []
        ends = [(self.belonging(of), "ended") for of in clock.ends]
        ends += [(self.belonging(of), "superseded") for of in clock.superseded_by]

        found: list[Started] = []
        for moment in self.moments(points, DAY_BEGINS):
            u = moment.u
            if any(spell.begins <= u and (spell.ends is None or u < spell.ends) for spell in never):
                continue
            if self.under is not None and u >= self.under:
                continue
            if self.is_interval and found and found[-1].moment.u == u:
                continue
            stops, grown = [], self.grown
            if clock.during:
                around = [s for s in during if s.begins <= u and (s.ends is None or u <= s.ends)]
                if not around:
                    continue
                spell = max(around, key=lambda spell: (spell.begins, spell.row))
                if spell.ends is not None:
                    stops.append(Stop(spell.ends, "ended"))
                if clock.during.settled:
                    settled = add_months(self.day_of(spell.begins), clock.during.settled.number)
                    grown = max(self.u_of_day(settled), u if grown is None else grown)
            row = rows[moment.row]
            for first_belonging, kind in ends:
                stop = first_belonging(row, u)
                if stop is not None:
                    stops.append(Stop(stop.u, kind))
            if self.under is not None and self.under <= self.u_now:
                stops.append(Stop(self.under, "superseded"))
            if clock.lasts and reading(clock.lasts.where)(row) is True:
                replaced = self.u_of_day(add_months(self.day_of(u), clock.lasts.count.number))
                if replaced <= self.u_now:
                    stops.append(Stop(replaced, "superseded"))
            # "ended" sorts before "superseded", and wins where both fall together.
            found.append(Started(moment, row, min(stops, default=None), [], grown))
        return found

    def belonging(self, of: Points) -> Callable[[Row, int], Moment | None]:
        """What gives, for a starting row and its u, the first point at or after it of those that belong to the row."""
        starts, moments = self.clock.starts.table, self.moments(of)
        if of.table == starts:
            name = "id"
        elif ref := first_ref(starts, of.table):
            name = ref
        else:
            return lambda row, u: first_from(moments, u)
        by_row: dict[int | None, Moment] = {moment.row: moment for moment in moments}

        def of_row(row: Row, u: int) -> Moment | None:
            moment = by_row.get(row.get(name))
            return moment if moment is not None and moment.u >= u else None

        return of_row

    # --- completions

    def give_completions(self, all_started: list[Started]) -> None:
        """Give each start the completions that are its own, sorted by (u, row)."""
        clock = self.clock
        completions = self.moments(clock.done)
        if self.is_interval:
            for started in all_started:
                following = first_from(completions, started.moment.u + 1)
                if following and still_counts(started.stop, following.u):
                    started.done.append(following)
            return
        if clock.done.table == clock.starts.table and not clock.key:
            own = {moment.row: moment for moment in completions}
            for started in all_started:
                moment = own.get(started.moment.row)
                if moment and started.moment.u <= moment.u and still_counts(started.stop, moment.u):
                    started.done.append(moment)
            return

        pool = completions
        if clock.key:
            names = {row["id"]: row.get(clock.key) for row in self.tables.get(clock.done.table, ())}
            by_row = {started.moment.row: started for started in all_started}
            pool = []
            for moment in completions:
                name = names[moment.row]
                if name is None:
                    pool.append(moment)
                    continue
                named = by_row.get(name)
                if named and named.moment.u <= moment.u and still_counts(named.stop, moment.u):
                    named.done.append(moment)

        if clock.shared:
            for started in all_started:
                begins = bisect_left(pool, (self.reach_back(clock.already, started.moment.u),))
                ends = bisect_left(pool, (started.stop.u + 1,)) if started.stop else len(pool)
                started.done = sorted(started.done + pool[begins:ends])
            return
        for moment in pool:
            for started in all_started:
                if not started.done and started.moment.u <= moment.u and still_counts(started.stop, moment.u):
                    started.done.append(moment)
                    break

    # --- links, due, state

    def links(self, started: Started) -> list[Instance]:
        clock, stop = self.clock, started.stop
        source = started.row.get("source")
        known = self.known.get(clock.done.fact) if source is not None else None
        covered = self.u_of_day(known.known_from) if known and known.known_from else None
        if covered is not None and covered <= started.moment.u:
            covered = None

        from_coverage = self.is_chain and covered is not None
        starts, completions, first = [started.moment], started.done, 0
        if self.is_chain and covered is not None:
            if stop and stop.u < covered:
                return []
            starts = [Moment(covered, started.moment.row, not self.hours)]
            completions = [moment for moment in completions if moment.u > covered]
            first = self.most - 1
        if self.is_chain:
            completions = one_for_each_u(completions)
            starts += completions
        else:
            completions = completions[:1]

        judged_at = known.judged_at if known else None
        child = started.row[self.owner_column]
        stopped_on, stop_kind = (self.day_of(stop.u), stop.kind) if stop else (None, None)
        counted_from = "coverage" if from_coverage else "start"
        found, hours, last = [], self.hours, len(clock.rows) - 1
        for link, (start, completion) in enumerate(zip_longest(starts, completions), start=first):
            started_on = self.day_of(start.u)
            edition = clock.edition_on(started_on)
            if edition is None or (
                started.grown is not None and not self.old_enough(started, start, completion)
            ):
                continue
            if not clock.every and link >= self.most:
                continue
            nth = len(edition.due) - 1 if from_coverage else min(link, len(edition.due) - 1)
            u_due = self.due(edition.due[nth], start.u, started_on)
            later = self.due_afterwards(started, start.u, u_due, completion) if clock.afterwards else None
            u_due = u_due if later is None else later
            due_on = self.day_of(u_due)
            state = self.state(u_due, completion, stop, judged_at or self.now)
            if source is not None and known is None and completion is None:
                state = "not known"
            if covered is not None and state != "met" and self.may_lie_before_coverage:
                state = "not known"
            local_due_on, local_due_at = None, None
            own = clock.stricter and later is None
            u_local = self.local_due(nth, start.u, started_on, u_due) if own else None
            if u_local is not None:
                local_due_on, local_due_at = self.day_of(u_local), self.instant_of(u_local)
            done_on, done_at, done_row = None, None, None
            if completion:
                done_on, done_row = self.day_of(completion.u), completion.row
                done_at = self.instant_of(completion.u) if hours else None
            # By place: by name it would take a third of all the time. The fields in the order in which Instance has them.
            found.append(
                Instance._make((
                    clock.name, clock.rows[min(link, last)], child, clock.starts.table, started.moment.row, source, link,
                    counted_from,
                    started_on, self.instant_of(start.u) if hours else None,
                    due_on, self.instant_of(u_due) if hours else None, self.calendar.plan_by(due_on),
                    done_on, done_at, done_row,
                    stopped_on, stop_kind,
                    state, edition.since, edition.confirmed, edition.source.kind,
                    start.timed and (completion is None or completion.timed), judged_at,
                    local_due_on, local_due_at,
                ))
            )  # fmt: skip
        return found

    def old_enough(self, started: Started, start: Moment, completion: Moment | None) -> bool:
        """Ages from, and settled: a start before the day is kept only if it is still open on it, once it has come."""
        grown, stop = started.grown, started.stop
        if grown is None or start.u >= grown:
            return True
        completed_before = completion is not None and completion.u <= grown
        stopped_before = stop is not None and stop.u < grown
        return not (completed_before or stopped_before or grown > self.u_now)

    def counted(self, count: Count, u: int, on: date) -> int:
        return u + count.number * 60 if self.hours else count.from_day(on, self.calendar).toordinal()

    def due(self, count: Count, u: int, on: date) -> int:
        reached = self.birthday(count.number) if count.unit == "birthday" else None
        u_due = self.counted(count, u, on) if reached is None else reached
        for sooner in self.clock.sooner:
            following = [moment.u for moment in self.moments(sooner.points) if moment.u >= u]
            if len(following) >= sooner.nth:
                u_due = min(u_due, following[sooner.nth - 1])
        return u_due

    def due_afterwards(self, started: Started, u: int, u_due: int, completion: Moment | None) -> int | None:
        """When a link is due by the count that follows an event, where that has come by its due date and before it was done."""
        after = self.clock.afterwards
        event = first_from(self.moments(after.points), started.moment.u) if after else None
        if not after or not event or event.u > u_due or (completion and completion.u <= event.u):
            return None
        return self.counted(after.count, u, self.day_of(u))

    def local_due(self, nth: int, u: int, on: date, u_due: int) -> int | None:
        """When the authority's own standard for a start at ``u`` has it due, never later than ``u_due``."""
        own = self.clock.stricter_on(on, nth)
        return None if own is None else min(self.counted(own.count, u, on), u_due)

    def state(self, u_due: int, completion: Moment | None, stop: Stop | None, judged_at: datetime) -> str:
        if completion:
            return "met" if completion.u <= u_due else "met late"
        if stop:
            return stop.kind if stop.u <= u_due else "lapsed"
        return "overdue" if self.u_at(judged_at) > u_due else "running"
