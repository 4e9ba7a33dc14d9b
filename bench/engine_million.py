"""Every clock over a million children, as a nation comes: in parts of fifty thousand, one after another, added up.

Run by hand (``./run bench engine_million``). The parts are made first, each by a process of its own, and take some 600 MB of
disk; what is timed goes from Parquet to counted answers, in one process. Says the time and the peak of memory at fifty
thousand, at a quarter of a million and at a million, and whether both are linear or better.
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

from bench.engine_bulk import measure

PART, PARTS = 50_000, 20
SAID_AT = (1, 5, 20)
"""After how many parts the time and the memory are said."""
AS_LINEAR = 1.25


def answered(folder: Path) -> pl.DataFrame:
    """How many answers of each state each clock has in a part."""
    from bench.engine_all import every_clock

    return (
        pl.DataFrame(every_clock(folder))
        .group_by("clock", "state")
        .len("number")
        .cast({"clock": pl.String, "state": pl.String})
    )


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def make(folder: Path, children: int, seed: int) -> int:
    """Have a process of its own write a part; returns how many events it holds."""
    folder.mkdir()
    command = [sys.executable, "-m", "bench.engine_million", str(folder), str(children), str(seed)]
    return int(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def measures(root: Path) -> list[dict[str, object]]:
    make(root / "warm", 1_000, PARTS + 1)
    events = [make(root / str(part), PART, part) for part in range(1, PARTS + 1)]
    answered(root / "warm")
    took, peaks, counts, found = [], [], [], []
    for part in range(1, PARTS + 1):
        gc.collect()
        started = perf_counter()
        counts.append(answered(root / str(part)))
        took.append(perf_counter() - started)
        peaks.append(megabytes())
        print(f"{part * PART:,} children: {sum(took):.1f} s, {peaks[-1]:.0f} MB", file=sys.stderr, flush=True)
        if part in SAID_AT:
            answers = int(pl.concat(counts)["number"].sum())
            what = f"{sum(events[:part]) / 1e6:.0f} million events, {answers / 1e6:.0f} million answers"
            found.append(
                measure(
                    f"every clock over {part * PART:,} children in parts of {PART:,}, {what}", 0, sum(took), "s", True,
                    against=f"{peaks[-1]:.0f} MB at most so far",
                ) | {"target": "reported"}
            )  # fmt: skip
    half = PARTS // 2
    later, more = sum(took[half:]) / sum(took[:half]), peaks[-1] / peaks[half - 1]
    found.append(
        measure(
            "a million children: time, the second half against the first", AS_LINEAR, later, "times", later <= AS_LINEAR,
            against=f"itself; a part took {min(took):.2f} to {max(took):.2f} s",
        )
    )  # fmt: skip
    found.append(
        measure(
            "a million children: peak of memory against that of half a million", AS_LINEAR, more, "times",
            more <= AS_LINEAR, against=f"{peaks[-1]:.0f} MB and {peaks[half - 1]:.0f} MB",
        )
    )  # fmt: skip
    return found


def main() -> int:
    if len(sys.argv) > 1:
        from bench.all_histories import write_all

        print(write_all(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = measures(Path(folder))
    for one in found:
        print(json.dumps(one))
    return 0 if all(one["ok"] for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
