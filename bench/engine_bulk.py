"""All clocks over fifty thousand children, from Parquet to typed results: against pandas, and from a thousand children up.

Each evaluator runs in processes of its own: one for the time (warmed up on a thousand children, then the best of several),
one for the peak of memory (one run and nothing else). The answers of both are compared row by row before anything is said.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import polars as pl

from bench.histories import FIRST, NOW, TABLES, write

SIZES = (1_000, 10_000, 50_000)
RUNS = 5
SECONDS, TIMES_FASTER, AS_LINEAR = 2.0, 8.0, 1.25


def by_goldthread(folder: Path) -> object:
    from goldthread.engine.bulk import run

    return run(FIRST, {name: folder / f"{name}.parquet" for name in TABLES}, NOW)


def by_pandas(folder: Path) -> object:
    from bench.in_pandas import Clocks

    return Clocks(folder).all()


EVALUATORS = {"goldthread": by_goldthread, "pandas": by_pandas}


def seconds(evaluator: str, folder: Path, runs: int) -> float:
    """The best of several runs."""
    found = []
    for _ in range(runs):
        gc.collect()
        started = perf_counter()
        answer = EVALUATORS[evaluator](folder)
        found.append(perf_counter() - started)
        del answer
    return min(found)


def comparable(answer: pl.DataFrame) -> pl.DataFrame:
    """All twenty-four columns, as the same types for both."""
    from bench.in_pandas import DAYS, FLAGS, INSTANTS, NUMBERS, WORDS

    return answer.select(
        *(pl.col(name).cast(pl.String) for name in WORDS),
        *(pl.col(name).cast(pl.Int64) for name in NUMBERS),
        *(pl.col(name).cast(pl.Date) for name in DAYS),
        *(pl.col(name).cast(pl.Datetime("ms", "UTC")) for name in INSTANTS),
        *(pl.col(name).cast(pl.Boolean) for name in FLAGS),
    )


def child_process(what: str, evaluator: str, root: Path) -> dict[str, float]:
    """What one process measures: the times at each size, or the peak of memory, leaving its answer behind."""
    if what == "time":
        seconds(evaluator, root / "1000", 2)
        sizes = SIZES if evaluator == "goldthread" else SIZES[-1:]
        return {str(size): seconds(evaluator, root / str(size), RUNS) for size in sizes}
    answer = EVALUATORS[evaluator](root / str(SIZES[-1]))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    frame = pl.from_pandas(answer) if evaluator == "pandas" else pl.DataFrame(answer)
    comparable(frame).write_parquet(root / f"{evaluator}.parquet")
    return {"megabytes": megabytes, "answers": len(frame)}


def in_its_own_process(what: str, evaluator: str, root: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.engine_bulk", what, evaluator, str(root)]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return json.loads(said.splitlines()[-1])


def measures(root: Path) -> list[dict[str, object]]:
    events = 0
    for size in SIZES:
        (root / str(size)).mkdir()
        events = write(root / str(size), size)
    memory = {name: in_its_own_process("memory", name, root) for name in EVALUATORS}
    ours, theirs = (pl.read_parquet(root / f"{name}.parquet") for name in ("goldthread", "pandas"))
    if not ours.equals(theirs):
        raise SystemExit("The answers of the engine and of pandas differ, so their times cannot be compared.")
    time = {name: in_its_own_process("time", name, root) for name in EVALUATORS}
    most = str(SIZES[-1])
    took, slower = time["goldthread"][most], time["pandas"][most]
    each = {size: time["goldthread"][str(size)] / size for size in SIZES}
    growth = max(each[SIZES[-1]] / each[size] for size in SIZES[:-1])
    held, more = memory["goldthread"]["megabytes"], memory["pandas"]["megabytes"]
    what = f"14 clocks, {SIZES[-1]:,} children, {events / 1e6:.1f} million events"
    return [
        measure(f"{what}: from Parquet to {len(ours) / 1e6:.1f} million answers", SECONDS, took, "s", took < SECONDS),
        measure(
            f"{what}: times faster than pandas (the same answers)", TIMES_FASTER, slower / took, "times",
            slower / took >= TIMES_FASTER, ratio=slower / took, against=f"pandas, {slower:.2f} s",
        ),
        measure(
            f"{what}: peak memory", round(more), held, "MB", held <= more, ratio=held / more, against=f"pandas, {more:.0f} MB"
        ),
        measure(
            "time for each child, 50,000 children against 1,000 and 10,000", AS_LINEAR, growth, "times", growth <= AS_LINEAR,
            ratio=growth, against="itself, the worse of the two",
        ),
    ]  # fmt: skip


def measure(
    name: str,
    target: float,
    result: float,
    unit: str,
    ok: bool,
    ratio: float | None = None,
    against: str = "",
) -> dict[str, object]:
    return {
        "name": name, "target": target, "result": round(result, 2), "unit": unit, "ok": ok,
        "ratio": None if ratio is None else round(ratio, 2), "against": against,
    }  # fmt: skip


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
