"""One child's clocks, worked out anew as on each save: a child with four hundred rows, in plain Python.

The first clocks over the tables that they read, and every clock of a child over all tables. Reading the rows from the
database as well is measured in `bench.pages`.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import polars as pl

from bench.all_histories import write_all
from bench.histories import FIRST, NOW, write
from goldthread.engine.one import instances
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.clocks import CLOCKS
from goldthread.vocabulary import TABLES

ROWS = 400
RUNS = 300


def a_busy_child(folder: Path, write_tables: Callable[[Path, int], int]) -> dict[str, list[dict[str, Any]]]:
    """The rows of several made-up children, given to one: as long a record as a child has."""
    write_tables(folder, 200)
    frames = {path.stem: pl.read_parquet(path) for path in sorted(folder.glob("*.parquet"))}
    frames = {
        name: rows
        for name, rows in frames.items()
        if TABLES[name].owner_column() == "child" or name == "children"
    }
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


def measured(
    clocks: Sequence[Clock], write_tables: Callable[[Path, int], int], milliseconds: float
) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        tables = a_busy_child(Path(folder), write_tables)
    found = []
    gc.collect()
    for _ in range(RUNS):
        started = perf_counter()
        answers = instances(clocks, tables, NOW)
        found.append(1000 * (perf_counter() - started))
    took, rows = median(found), sum(map(len, tables.values()))
    what = (
        f"one child with {rows} rows, {len(clocks)} clocks ({len(answers)} answers): the engine alone, median"
    )
    return {
        "name": what, "target": milliseconds, "result": round(took, 2), "unit": "ms", "ok": took < milliseconds,
        "ratio": None, "against": "",
    }  # fmt: skip


def main() -> int:
    found = [measured(FIRST, write, 5.0), measured(tuple(CLOCKS.values()), write_all, 10.0)]
    for one in found:
        print(json.dumps(one))
    return 0 if all(one["ok"] for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
