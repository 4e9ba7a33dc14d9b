"""One team in many runs at once: a SimPy process lives its days, and each day moves every run by NumPy.

Each array has one row a run. Children are counted, not followed: a child is held by a worker or waits, and at each
moment begun + arrived = held + waiting + ended. Chances are drawn apart for each thing that happens, so that a question
changes what it asks about and as little else as can be.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
import simpy
from numpy.typing import NDArray

from .tables import WEEK, Scenario, Team

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
NEVER = 1 << 40
FULL = 1 << 30
MEASURES = ("children", "waiting", "unallocated_days", "changes", "in_post", "highest")
"""What is counted at the end of each week; unallocated days and changes since the beginning."""


class TeamInRuns:
    """A team's state in every run."""

    def __init__(
        self, team: Team, scenario: Scenario, *, days: int, runs: int, seed: tuple[int, ...]
    ) -> None:
        self.rates, self.runs, self.days = team.rates, runs, days
        kinds = np.random.SeedSequence(seed).spawn(7)
        self.arriving, self.ending, self.changing, self.leaving, self.waits, self.filling, self.who = map(
            np.random.default_rng, kinds
        )
        keys, slots = list(team.workers), len(team.workers) + team.empty_posts
        self.held: Ints = np.zeros((runs, slots), dtype=np.int64)
        self.held[:, : len(keys)] = [team.workers[key] for key in keys]
        self.in_post: Flags = np.zeros((runs, slots), dtype=bool)
        self.in_post[:, : len(keys)] = True
        self.fills_on: Ints = np.full((runs, slots), NEVER, dtype=np.int64)
        for empty in range(len(keys), slots):  # empty for some of its time already
            self.fills_on[:, empty] = (self._some(self.rates.fills, runs, self.filling) + 1) // 2
        self.leaves_on: Ints = self._next_leaving((runs, slots), 0)
        self._plan_leaving(scenario, keys, team.key)
        longest = max(*self.rates.first_waits, *self.rates.again_waits, 0)
        self.first: Ints = np.zeros((runs, longest + 1), dtype=np.int64)
        self.again: Ints = np.zeros((runs, longest + 1), dtype=np.int64)
        self.first_over: Ints = np.zeros(runs, dtype=np.int64)  # their day has come, and no worker has room
        self.again_over: Ints = np.zeros(runs, dtype=np.int64)
        self.demand = max(0.0, self.rates.arrivals * (1 + scenario.demand))
        self.arrived, self.ended, self.changes, self.unallocated, self.gone = (
            np.zeros(runs, dtype=np.int64) for _ in range(5)
        )
        self.waiting: Ints = np.zeros(runs, dtype=np.int64)
        self._wait(self.first, np.full(runs, team.waiting), self.rates.first_waits, 0)
        self.weeks: list[Ints] = []

    # --- a day -----------------------------------------------------------------------------------------------------

    def living(self, environment: simpy.Environment) -> Generator[simpy.Event, Any, None]:
        """The team's days as a process; at the end of each week what stands then is noted."""
        while True:
            self.live(int(environment.now))
            yield environment.timeout(1)
            if int(environment.now) % WEEK == 0:
                self.end_a_week()

    def live(self, day: int) -> None:
        """Posts are filled, workers leave, children arrive, and those whose day has come are given to who has room."""
        filled = self.fills_on <= day
        if filled.any():
            self.in_post |= filled
            self.fills_on[filled] = NEVER
            self.leaves_on[filled] = self._next_leaving((int(filled.sum()),), day)
        leaving = self.in_post & (self.leaves_on <= day)
        if leaving.any():
            self._leave(leaving, day)
        arrived = self.arriving.poisson(self.demand, self.runs)
        self.arrived += arrived
        self._wait(self.first, arrived, self.rates.first_waits, day)
        self._allocate(day)
        self.unallocated += self.waiting

    def end_a_week(self) -> None:
        """Some children need nobody any more, some change their worker though nobody left; then it is noted."""
        ends = self.ending.binomial(self.held, 1 - (1 - min(self.rates.ends, 1.0)) ** WEEK)
        self.held -= ends
        self.ended += ends.sum(axis=1)
        all_held = self.held.sum(axis=1)
        self.changes += self.changing.binomial(all_held, 1 - (1 - min(self.rates.changes, 1.0)) ** WEEK)
        self.weeks.append(
            np.stack(
                [
                    all_held + self.waiting, self.waiting, self.unallocated, self.changes,
                    self.in_post.sum(axis=1),
                    self.held.max(axis=1, initial=0),
                ]
            )
        )  # fmt: skip

    # --- its parts -------------------------------------------------------------------------------------------------

    def _plan_leaving(self, scenario: Scenario, keys: list[int], team: int) -> None:
        """Who was named leaves after the notice, and so many more of the team, others in each run."""
        order = self.who.random((self.runs, len(keys))).argsort(axis=1)
        named = [place for place, key in enumerate(keys) if key in scenario.leavers]
        self.leaves_on[:, named] = np.minimum(self.leaves_on[:, named], scenario.after)
        more = order[:, : scenario.leave_of_team.get(team, 0)]
        rows = np.arange(self.runs)[:, None]
        self.leaves_on[rows, more] = np.minimum(self.leaves_on[rows, more], scenario.after)

    def _next_leaving(self, shape: tuple[int, ...], day: int) -> Ints:
        if self.rates.leaving <= 0:
            return np.full(shape, NEVER, dtype=np.int64)
        drawn: Ints = day + self.leaving.geometric(min(self.rates.leaving, 1.0), shape).astype(np.int64)
        return drawn

    def _leave(self, leaving: Flags, day: int) -> None:
        handed = np.where(leaving, self.held, 0).sum(axis=1)
        self.held[leaving] = 0
        self.in_post &= ~leaving
        self.gone += leaving.sum(axis=1)
        self.fills_on[leaving] = day + np.maximum(
            self._some(self.rates.fills, int(leaving.sum()), self.filling), 1
        )
        self.leaves_on[leaving] = NEVER
        self._wait(self.again, handed, self.rates.again_waits, day)

    def _wait(self, queue: Ints, how_many: Ints, waits: tuple[int, ...], day: int) -> None:
        self.waiting += how_many
        total = int(how_many.sum())
        if total:
            rows = np.repeat(np.arange(self.runs), how_many)
            days = (day + self._some(waits, total, self.waits)) % queue.shape[1]
            np.add.at(queue, (rows, days), 1)

    def _allocate(self, day: int) -> None:
        place = day % self.first.shape[1]
        self.again_over += self.again[:, place]
        self.first_over += self.first[:, place]
        self.again[:, place] = self.first[:, place] = 0
        due = self.again_over + self.first_over
        if not due.any():
            return
        room = np.where(self.in_post, np.maximum(self.rates.most - self.held, 0), 0).sum(axis=1)
        given = np.minimum(due, room)
        again = np.minimum(given, self.again_over)
        self.again_over -= again
        self.first_over -= given - again
        self.changes += again
        self.waiting -= given
        self._to_who_holds_least(given)

    def _to_who_holds_least(self, given: Ints) -> None:
        """One child after another to the worker in post who holds fewest then: filled up to one level, in all runs at once."""
        rows = np.nonzero(given)[0]
        if not rows.size:
            return
        left, held = given[rows], self.held[rows]
        loads = np.where(self.in_post[rows], held, FULL)
        in_order = np.sort(loads, axis=1)
        before = np.cumsum(in_order, axis=1) - in_order
        taken_by_then = (
            np.arange(loads.shape[1]) * in_order - before
        )  # children given before the next worker is as low
        sharing = (taken_by_then < left[:, None]).sum(axis=1)
        last = (np.arange(rows.size), sharing - 1)
        level, over = np.divmod(before[last] + in_order[last] + left, sharing)
        low = loads <= level[:, None]
        first = low & (np.cumsum(low, axis=1) <= over[:, None])
        self.held[rows] = np.where(low, level[:, None] + first, held)

    @staticmethod
    def _some(of: tuple[int, ...], how_many: int, by: np.random.Generator) -> Ints:
        return np.asarray(of, dtype=np.int64)[by.integers(0, len(of), how_many)]
