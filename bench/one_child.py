"""One child's clocks, worked out anew as on each save: a child with four hundred rows, in plain Python."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import polars as pl

from bench.histories import FIRST, NOW, TABLES, write
from goldthread.engine.one import instances

ROWS = 400
MILLISECONDS = 5.0
RUNS = 300


def a_busy_child(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of several made-up children, given to one: as long a record as a child has."""
    write(folder, 200)
    frames = {name: pl.read_parquet(folder / f"{name}.parquet") for name in TABLES}
    in_care = frames["placements"]["child"].unique(maintain_order=True).to_list()
    tables: dict[str, list[dict[str, Any]]] = {}
    for several in range(1, len(in_care)):
        chosen = pl.col("child").is_in(in_care[:several])
        tables = {name: frame.filter(chosen).to_dicts() for name, frame in frames.items()}
        if sum(map(len, tables.values())) >= ROWS:
            break
    tables["children"] = tables["children"][:1]
    only = tables["children"][0]["id"]
    for rows in tables.values():
        for row in rows:
            row["child"] = only
    return tables


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        tables = a_busy_child(Path(folder))
    clocks = list(FIRST)
    found = []
    for _ in range(RUNS):
        started = perf_counter()
        answers = instances(clocks, tables, NOW)
        found.append(1000 * (perf_counter() - started))
    took, rows = median(found), sum(map(len, tables.values()))
    print(
        json.dumps(
            {
                "name": f"one child with {rows} rows, all clocks ({len(answers)} answers): the engine alone, median",
                "target": MILLISECONDS, "result": round(took, 2), "unit": "ms", "ok": took < MILLISECONDS,
                "ratio": None, "against": "",
            }
        )
    )  # fmt: skip
    return 0 if took < MILLISECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
