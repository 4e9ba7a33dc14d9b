"""Running a question: team by team, each from a seed of its own, on one core or on several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import simpy
from numpy.typing import NDArray

from .model import MEASURES, TeamInRuns
from .results import Outcome, TeamOutcome, outcome_of
from .tables import WEEK, Scenario, Team, merge

RUNS, WEEKS = 500, 26
AT_A_TIME = 8  # teams
Progress = Callable[[int, int], None]
Job = tuple[list[tuple[Team, tuple[int, ...]]], Scenario, int, int, int]
Done = tuple[list[TeamOutcome], NDArray[np.int64]]


def simulate(
    teams: Iterable[Team],
    scenario: Scenario | None = None,
    *,
    weeks: int = WEEKS,
    runs: int = RUNS,
    seed: int = 1,
    cores: int = 1,
    progress: Progress | None = None,
) -> Outcome:
    """What becomes of the teams. The same seed gives the same answer, on however many cores.

    progress: told how many teams of how many are done; what it raises ends the simulation. Raises ValueError for teams that
    cannot be merged so, or numbers below one.
    """
    if weeks < 1 or runs < 1:
        raise ValueError(f"Found {weeks} weeks and {runs} runs; expected one or more of each.")
    scenario = scenario or Scenario()
    parts = merge(sorted(teams, key=lambda team: team.key), scenario.merged)
    jobs: list[Job] = [
        (parts[start : start + AT_A_TIME], scenario, weeks, runs, seed)
        for start in range(0, len(parts), AT_A_TIME)
    ]
    whole = np.zeros((weeks, len(MEASURES), runs), dtype=np.int64)
    found: dict[int, TeamOutcome] = {}
    highest = MEASURES.index("highest")
    for outcomes, counted in _answers(jobs, cores):
        top = np.maximum(whole[:, highest], counted[:, highest])
        whole += counted
        whole[:, highest] = top
        found.update({each.teams[0]: each for each in outcomes})
        if progress is not None:
            progress(len(found), len(parts))
    return Outcome(outcome_of((), whole), found, runs, weeks, seed)


def _answers(jobs: list[Job], cores: int) -> Iterator[Done]:
    if cores < 2 or len(jobs) < 2:
        yield from map(run_some, jobs)
        return
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield from pool.map(run_some, jobs)
        finally:
            pool.shutdown(cancel_futures=True)


def run_some(job: Job) -> Done:
    """Some teams side by side in one environment; what each counts, and all of them together."""
    parts, scenario, weeks, runs, seed = job
    environment = simpy.Environment()
    living = []
    for team, keys in parts:
        inside = sum(scenario.leave_of_team.get(key, 0) for key in keys)
        asked = Scenario(scenario.leavers, {team.key: inside}, {}, scenario.demand, scenario.after)
        one = TeamInRuns(team, asked, days=weeks * WEEK, runs=runs, seed=(seed, team.key))
        environment.process(one.living(environment))
        living.append((keys, one))
    environment.run(until=weeks * WEEK + 0.5)
    together = np.zeros((weeks, len(MEASURES), runs), dtype=np.int64)
    highest, outcomes = MEASURES.index("highest"), []
    for keys, one in living:
        counted = np.stack(one.weeks)
        top = np.maximum(together[:, highest], counted[:, highest])
        together += counted
        together[:, highest] = top
        outcomes.append(outcome_of(keys, counted))
    return outcomes, together
