"""Every clock over a million children, as a nation comes: in parts of fifty thousand, one after another, added up.

Run by hand (``./run bench engine_million``): most of its time goes into making the parts, each by a process of its own and
gone when it has been answered. Says the time and the peak of memory, and how both grow from the first part to the last.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import polars as pl

PART, PARTS = 50_000, 20
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


def main() -> int:
    if len(sys.argv) > 1:
        from bench.all_histories import write_all

        print(write_all(Path(sys.argv[1]), PART, int(sys.argv[2])))
        return 0
    took, peaks, events, counts = [], [], 0, []
    for part in range(1, PARTS + 1):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "bench.engine_million", folder, str(part)]
            events += int(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)
            started = perf_counter()
            counts.append(answered(Path(folder)))
            took.append(perf_counter() - started)
        peaks.append(megabytes())
        print(f"{part * PART:,} children: {sum(took):.1f} s, {peaks[-1]:.0f} MB", file=sys.stderr, flush=True)
    together = pl.concat(counts).group_by("clock", "state").agg(pl.col("number").sum())
    answers, half = int(together["number"].sum()), PARTS // 2
    what = f"a million children in {PARTS} parts, {events / 1e6:.0f} million events, {answers / 1e6:.0f} million answers"
    later = sum(took[half:]) / sum(took[:half])
    more = peaks[-1] / peaks[half - 1]
    for name, target, result, unit, ok, against in (
        (f"{what}: every clock", "reported", sum(took), "s", True, f"{sum(took) / PARTS:.2f} s a part"),
        (
            "its time, the second half against the first",
            AS_LINEAR,
            later,
            "times",
            later <= AS_LINEAR,
            "itself",
        ),
        (
            "its peak of memory, at the end against half way",
            AS_LINEAR,
            more,
            "times",
            more <= AS_LINEAR,
            f"{peaks[-1]:.0f} MB",
        ),
    ):
        print(
            json.dumps(
                {
                    "name": name, "target": target, "result": round(result, 2), "unit": unit, "ok": ok, "ratio": None,
                    "against": against,
                }
            )
        )  # fmt: skip
    return 0 if max(later, more) <= AS_LINEAR else 1


if __name__ == "__main__":
    sys.exit(main())
