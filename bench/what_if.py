"""What if, for 2,000 workers and 500 runs: the whole question, beside the same model one run after another.

A question is two simulations, as it is and if so. One run after another is measured with few runs and multiplied.
"""

from __future__ import annotations

import json
import os
import sys
from time import perf_counter

from goldthread.engine.what_if import Rates, Scenario, Team, simulate

WORKERS, EACH_TEAM, RUNS, FEW = 2_000, 8, 500, 2
TARGET_SECONDS = 60


def teams(workers: int = WORKERS) -> list[Team]:
    """Teams of eight, each with 18 to 24 children a worker."""
    rates = Rates(0.8, 0.0045, 0.0005, 0.0008, (0, 0, 1, 2, 3), (0, 1, 4, 10, 20), (30, 60, 90, 120), 30)
    return [
        Team(
            key,
            {key * 100 + place: 18 + place % 7 for place in range(EACH_TEAM)},
            rates,
            empty_posts=int(key % 4 == 0),
        )
        for key in range(workers // EACH_TEAM)
    ]


def main() -> int:
    there, cores = teams(), os.cpu_count() or 1
    asked = Scenario(leave_of_team=dict.fromkeys(range(0, len(there), 5), 2), demand=0.1)
    began = perf_counter()
    for scenario in (Scenario(), asked):
        simulate(there, scenario, runs=RUNS, cores=cores)
    took = perf_counter() - began
    one_by_one = there[:: len(there) // 25]
    began = perf_counter()
    for seed in range(FEW):
        simulate(one_by_one, asked, runs=1, seed=seed)
    plainly = (perf_counter() - began) * (RUNS / FEW) * (len(there) / len(one_by_one)) * 2
    ok = took < TARGET_SECONDS
    print(
        json.dumps(
            {
                "name": f"what_if: {WORKERS:,} workers, {RUNS} runs, as it is and if so, on {cores} cores",
                "target": TARGET_SECONDS,
                "result": round(took, 1),
                "unit": "s",
                "ratio": round(plainly / took, 1),
                "against": "the same model, one run after another on one core",
                "ok": ok,
            }
        )
    )
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
