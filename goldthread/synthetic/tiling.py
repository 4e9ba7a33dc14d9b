"""Larger authorities for measuring speed: blocks made once and repeated, each with ids of its own."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from goldthread.vocabulary import TABLES

BLOCK = 6000
BLOCKS_MADE = 2
NOT_OURS = frozenset({"sources", "accounts"})


def tile(make: Callable[[int, int], dict[str, pl.DataFrame]], children: int) -> dict[str, pl.DataFrame]:
    """Tables of about so many open children, from ``make(block number, size)``."""
    count = -(-children // BLOCK)
    size = -(-children // count)
    made = [make(block, size) for block in range(min(BLOCKS_MADE, count))]
    parts: dict[str, list[pl.DataFrame]] = {name: [] for name in TABLES}
    above = dict.fromkeys(TABLES, 0)
    for block in range(count):
        tables = made[block % len(made)]
        for name, frame in tables.items():
            parts[name].append(_moved(frame, name, above, repeat=block))
        for name, frame in tables.items():
            above[name] += frame.height
    return {name: pl.concat(frames) for name, frames in parts.items()}


def _moved(frame: pl.DataFrame, name: str, above: dict[str, int], *, repeat: int) -> pl.DataFrame:
    """The frame with every key and reference moved above those of the blocks before it."""
    moves = [(pl.col("id") + above[name])]
    for column, kind in TABLES[name].columns().items():
        if kind.kind == "ref" and kind.to not in NOT_OURS:
            moves.append(pl.col(column) + above[kind.to])
    if "public_id" in frame.columns:
        moves.append(
            pl.format("{}{}", pl.lit(f"{repeat:08x}"), pl.col("public_id").str.slice(8)).alias("public_id")
        )
    if name == "identifiers":
        moves.append(
            pl.format("{}{}", pl.col("value"), pl.lit(f"B{repeat}" if repeat else "")).alias("value")
        )
    return frame.with_columns(moves)
