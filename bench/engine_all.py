"""Every clock over fifty thousand children, and ten clocks against DuckDB's SQL and pandas, from Parquet to typed results.

The answers of all three to the ten are compared row by row before anything is said. The three take turns, each time in a
process of its own that first warms up on a thousand children; the best of all turns counts. Every process, of whichever of the
three, keeps its memory as the analysts' verbs do (`goldthread.verbs.memory`).
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import polars as pl

from bench.engine_bulk import comparable, measure
from bench.histories import NOW
from goldthread.verbs.memory import KEPT

SIZES = (1_000, 10_000, 50_000)
TURNS, RUNS = 3, 3
SECONDS, TIMES_FASTER, AS_LINEAR = 3.0, 8.0, 1.25


def every_clock(folder: Path) -> Any:
    from bench.all_histories import ALL
    from goldthread.engine.bulk import run

    return run(ALL, {path.stem: path for path in folder.glob("*.parquet")}, NOW)


def ten_by_goldthread(folder: Path) -> Any:
    from bench.in_duckdb import TEN
    from goldthread.engine.bulk import run
    from goldthread.rulebook.clocks import CLOCKS

    return run([CLOCKS[name] for name in TEN], {path.stem: path for path in folder.glob("*.parquet")}, NOW)


def ten_by_duckdb(folder: Path) -> Any:
    from bench.in_duckdb import ten_clocks

    return ten_clocks(folder)


def ten_by_pandas(folder: Path) -> Any:
    from bench.in_pandas import Clocks

    return Clocks(folder).ten()


EVALUATORS: dict[str, Callable[[Path], Any]] = {
    "every": every_clock,
    "ten": ten_by_goldthread,
    "DuckDB": ten_by_duckdb,
    "pandas": ten_by_pandas,
}


def seconds(evaluator: str, folder: Path, runs: int = RUNS) -> float:
    """The best of several runs."""
    found = []
    for _ in range(runs):
        gc.collect()
        started = perf_counter()
        answer = EVALUATORS[evaluator](folder)
        found.append(perf_counter() - started)
        del answer
    return min(found)


def child_process(what: str, evaluator: str, root: Path) -> dict[str, float]:
    """What one process measures: times by size, or the peak of memory, leaving its answer behind."""
    if what == "time":
        seconds(evaluator, root / str(SIZES[0]), 1)
        return {str(size): seconds(evaluator, root / str(size)) for size in _sizes(evaluator)}
    answer = EVALUATORS[evaluator](root / str(SIZES[-1]))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    frame = pl.from_pandas(answer) if evaluator == "pandas" else pl.DataFrame(answer)
    comparable(frame).write_parquet(root / f"{evaluator}.parquet")
    return {"megabytes": megabytes, "answers": len(frame), "clocks": frame["clock"].n_unique()}


def _sizes(evaluator: str) -> tuple[int, ...]:
    return SIZES if evaluator == "every" else SIZES[-1:]


def in_its_own_process(what: str, evaluator: str, root: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.engine_all", what, evaluator, str(root)]
    said = subprocess.run(
        command, env=os.environ | KEPT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def measures(root: Path) -> list[dict[str, object]]:
    from bench.all_histories import write_all

    events = 0
    for size in SIZES:
        (root / str(size)).mkdir()
        events = write_all(root / str(size), size)
    once = {name: in_its_own_process("once", name, root) for name in EVALUATORS}
    ours = pl.read_parquet(root / "ten.parquet")
    for other in ("DuckDB", "pandas"):
        if not ours.equals(pl.read_parquet(root / f"{other}.parquet")):
            raise SystemExit(
                f"The answers of the engine and of {other} differ, so their times cannot be compared."
            )
    best: dict[tuple[str, int], float] = {}
    for _ in range(TURNS):
        for name in EVALUATORS:
            for children, seconds_taken in in_its_own_process("time", name, root).items():
                at = name, int(children)
                best[at] = min(seconds_taken, best.get(at, seconds_taken))
    most = SIZES[-1]
    took, what = best["every", most], f"{most:,} children, {events / 1e6:.1f} million events"
    each = {size: best["every", size] / size for size in SIZES}
    growth = max(each[most] / each[size] for size in SIZES[:-1])
    every = once["every"]
    found = [
        measure(
            f"all {every['clocks']:.0f} clocks, {what}: from Parquet to {every['answers'] / 1e6:.1f} million answers",
            SECONDS, took, "s", took < SECONDS, against=f"{every['megabytes']:.0f} MB at most",
        ),
        measure(
            f"all clocks: time for each child, {most:,} children against 1,000 and 10,000", AS_LINEAR, growth, "times",
            growth <= AS_LINEAR, ratio=growth, against="itself, the worse of the two",
        ),
    ]  # fmt: skip
    for other in ("DuckDB", "pandas"):
        slower, ten = best[other, most], best["ten", most]
        found.append(
            measure(
                f"ten clocks, {what}: times faster than {other} (the same {len(ours) / 1e6:.1f} million answers)",
                TIMES_FASTER, slower / ten, "times", slower / ten >= TIMES_FASTER, ratio=slower / ten,
                against=f"{other}, {slower:.2f} s and {once[other]['megabytes']:.0f} MB; "
                f"ours {ten:.2f} s and {once['ten']['megabytes']:.0f} MB",
            )
        )  # fmt: skip
    return found


def main() -> int:
    if len(sys.argv) > 1:
        print(json.dumps(child_process(sys.argv[1], sys.argv[2], Path(sys.argv[3]))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = measures(Path(folder))
    for one in found:
        print(json.dumps(one))
    return 0 if all(one["ok"] for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
