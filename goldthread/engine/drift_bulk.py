"""The signals of drift of many children at once, in Polars, each with the last thing that did move.

Answers the same as ``drift_one`` from the same definitions (`goldthread.rulebook.drift`), and shares no function with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import polars as pl

from goldthread.rulebook.drift import LEADS, MOVES, REVIEWS, Drift

from .checks_bulk import SCHEMA, standing_rows
from .selecting import AnyTable

Frames = Mapping[str, pl.DataFrame]
STANDS = {"table": pl.String, "row": pl.Int64, "child": pl.Int64, "on": pl.Date}


def drift_many(
    signals: Iterable[Drift],
    tables: Mapping[str, AnyTable],
    today: date,
    limits: Mapping[str, int] | None = None,
) -> pl.DataFrame:
    """Every signal that stands today, in the order of the signals, then child and row. Columns as in ``SCHEMA``."""
    read = {name: standing_rows(name, table) for name, table in tables.items()}
    moved = _last_moved(read, today)
    parts = []
    for signal in signals:
        limit = (limits or {}).get(signal.name, signal.default)
        stands = SHAPES[signal.shape](signal, read, today, limit).cast(STANDS)  # type: ignore[arg-type]
        said = stands.join(moved, on="child", how="left").with_columns(
            pl.lit(signal.name).alias("name"),
            pl.lit("drifting").alias("state"),
            pl.lit("").alias("lacking"),
            pl.lit("").alias("unknown"),
        )
        parts.append(said.select(*SCHEMA).sort("child", "row"))
    return pl.concat([pl.DataFrame(schema=SCHEMA), *parts])


def _stands(rows: pl.DataFrame, table: str, since: pl.Expr) -> pl.DataFrame:
    return rows.select(pl.lit(table).alias("table"), pl.col("id").alias("row"), "child", since.alias("on"))


def _no_action_done(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    tasks = _of(tables, "actions").filter(pl.col("agreed_on") <= today)
    each = tasks.group_by("plan", "child").agg(
        _to_do(today).any().alias("some left"),
        pl.col("done_on").filter(pl.col("done_on") <= today).max().alias("last done"),
    )
    plans = (
        _open_plans(signal, tables, today)
        .join(each, left_on=["id", "child"], right_on=["plan", "child"])
        .filter("some left")
    )
    plans = plans.with_columns(pl.max_horizontal("began_on", "last done").alias("since"))
    still = plans.filter(pl.col("since").dt.offset_by(f"{limit}w") < today)
    return _stands(still, "plans", pl.col("since"))


def _text_unchanged(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    days = [
        _of(tables, table).select("plan", "child", pl.col(column).alias("day"))
        for table, columns in (
            ("goals", ("set_on", "reached_on", "dropped_on")),
            ("actions", ("agreed_on", "dropped_on")),
        )
        for column in columns
    ]
    changed = (
        pl.concat(days)
        .filter(pl.col("day") <= today)
        .group_by("plan", "child")
        .agg(pl.col("day").max().alias("changed"))
    )
    held = pl.concat(
        [
            _of(tables, table).filter((pl.col("kind") == kind) & (pl.col("held_on") <= today))
            .select("child", pl.col("plan").alias("of plan"), "held_on")
            for table, kind in REVIEWS
        ]
    )  # fmt: skip
    plans = _open_plans(signal, tables, today).select("id", "child", "began_on")
    pairs = plans.join(held, on="child").filter(
        (pl.col("of plan").is_null() | (pl.col("of plan") == pl.col("id")))
        & (pl.col("held_on") > pl.col("began_on"))
    )
    last_but_one = (
        pairs.select("id", "child", "held_on").unique().sort("held_on", descending=True)
        .group_by("id", "child", maintain_order=True).agg(pl.col("held_on").slice(1, 1).first().alias("since"))
        .drop_nulls("since")
    )  # fmt: skip
    still = last_but_one.join(changed, left_on=["id", "child"], right_on=["plan", "child"]).filter(
        pl.col("changed") < pl.col("since")
    )
    return _stands(still, "plans", pl.col("since"))


def _carried_twice(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    tasks = _of(tables, "actions")
    from_whom = tasks.select(
        pl.col("id").alias("once"), pl.col("carried_from").alias("twice"), pl.col("child").alias("of")
    )
    first = tasks.select(
        pl.col("id").alias("twice"), pl.col("agreed_on").alias("since"), pl.col("child").alias("of")
    )
    now = tasks.filter((pl.col("agreed_on") <= today) & _to_do(today))
    carried = now.join(from_whom, left_on=["carried_from", "child"], right_on=["once", "of"]).join(
        first, left_on=["twice", "child"], right_on=["twice", "of"]
    )
    return _stands(carried, "actions", pl.col("since"))


def _repeat(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    plans = _open_plans(signal, tables, today).select("id", "child", "began_on")
    before = _of(tables, "plans").filter(
        pl.col("kind").is_in(signal.kinds) & pl.col("ended_on").is_not_null()
    )
    pairs = plans.join(
        before.select("child", pl.col("id").alias("other"), pl.col("ended_on").alias("ended")), on="child"
    )
    first = pl.col("began_on").dt.offset_by(f"-{limit}mo")
    again = pairs.filter(
        (pl.col("other") != pl.col("id"))
        & (pl.col("ended") >= first)
        & (pl.col("ended") <= pl.col("began_on"))
    )
    return _stands(again.unique("id"), "plans", pl.col("began_on"))


def _long(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    plans = _open_plans(signal, tables, today).with_columns(
        pl.col("began_on").dt.offset_by(f"{limit}mo").alias("until")
    )
    return _stands(plans.filter(pl.col("until") < today), "plans", pl.col("until"))


def _assessed_again(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    every = _of(tables, "assessments")
    first = pl.lit(today).dt.offset_by(f"-{limit}mo")
    asked = every.filter((pl.col("requested_on") <= today) & (pl.col("requested_on") >= first)).select(
        "id", "child", "requested_on"
    )
    done = every.select("child", pl.col("id").alias("other"), pl.col("authorised_on").alias("done"))
    within = (pl.col("done") >= pl.col("requested_on").dt.offset_by(f"-{limit}mo")) & (
        pl.col("done") < pl.col("requested_on")
    )
    pairs = asked.join(done, on="child").filter((pl.col("other") != pl.col("id")) & within)
    last = pairs.group_by("id", "child", "requested_on").agg(pl.col("done").max().alias("last"))
    holders = _of(tables, "allocations").filter(
        pl.col("role").is_in(LEADS) & pl.col("worker").is_not_null() & pl.col("began_on").is_not_null()
    )
    ended = pl.col("ended_on")
    now = holders.filter((pl.col("began_on") <= today) & (ended.is_null() | (ended > today)))
    last = last.join(now.select("child").unique(), on="child", how="semi")
    held = last.join(holders.select("child", "worker", "began_on"), on="child")
    old = held.filter(pl.col("began_on") <= pl.col("last")).select("id", "worker").unique()
    new = held.filter((pl.col("began_on") > pl.col("last")) & (pl.col("began_on") <= pl.col("requested_on")))
    changed = new.select("id", "worker").unique().join(old, on=["id", "worker"], how="anti")
    again = last.join(changed.select("id").unique(), on="id", how="semi").join(
        old.select("id").unique(), on="id", how="semi"
    )
    return _stands(again, "assessments", pl.col("requested_on"))


def _changed_often(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    rows = _of(tables, "allocations").filter(pl.col("role").is_in(LEADS))
    began, ended = pl.col("began_on"), pl.col("ended_on")
    with_us = rows.filter((began.is_null() | (began <= today)) & (ended.is_null() | (ended > today)))
    held = rows.filter(
        (pl.col("role") == "social-worker") & pl.col("worker").is_not_null() & (began <= today)
    ).sort("child", "began_on", "id")
    other = held.with_columns(pl.col("worker").shift(1).over("child").alias("before")).filter(
        (pl.col("worker") != pl.col("before")) & (began > pl.lit(today).dt.offset_by("-12mo"))
    )
    nth = (
        other.group_by("child", maintain_order=True)
        .agg(pl.col("id", "began_on").slice(limit - 1, 1).first())
        .drop_nulls("id")
        .join(with_us.select("child").unique(), on="child")
    )
    return _stands(nth, "allocations", began)


def _serves_no_goal(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    tasks = _left_to_do(signal, tables, today)
    return _stands(tasks.filter(pl.col("goal").is_null()), "actions", pl.col("agreed_on"))


def _goal_without_action(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    plans = _open_plans(signal, tables, today).select(pl.col("id").alias("plan"), "child")
    dropped = pl.col("dropped_on")
    serving = _of(tables, "actions").filter(
        (pl.col("agreed_on") <= today) & (dropped.is_null() | (dropped > today))
    )
    reached = pl.col("reached_on")
    wanted = _of(tables, "goals").filter(
        (pl.col("set_on") <= today)
        & (reached.is_null() | (reached > today))
        & (dropped.is_null() | (dropped > today))
    )
    bare = wanted.join(plans, on=["plan", "child"], how="semi").join(
        serving.select(pl.col("goal").alias("id"), "child"), on=["id", "child"], how="anti"
    )
    return _stands(bare, "goals", pl.col("set_on"))


def _overdue(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    tasks = _left_to_do(signal, tables, today)
    return _stands(
        tasks.filter(pl.col("due_on").dt.offset_by(f"{limit}w") < today), "actions", pl.col("due_on")
    )


def _too_many(signal: Drift, tables: Frames, today: date, limit: int) -> pl.DataFrame:
    past = (
        _left_to_do(signal, tables, today)
        .sort("agreed_on")
        .group_by("plan", "child", maintain_order=True)
        .agg(pl.col("agreed_on").slice(limit, 1).first().alias("since"))
        .drop_nulls("since")
    )
    return _stands(past.rename({"plan": "id"}), "plans", pl.col("since"))


def _left_to_do(signal: Drift, tables: Frames, today: date) -> pl.DataFrame:
    """The actions that open plans ask and that are still to be done."""
    plans = _open_plans(signal, tables, today).select(pl.col("id").alias("plan"), "child")
    tasks = _of(tables, "actions").filter((pl.col("agreed_on") <= today) & _to_do(today))
    return tasks.join(plans, on=["plan", "child"], how="semi")


SHAPES: dict[str, Callable[[Drift, Frames, date, int], pl.DataFrame]] = {
    "no action done": _no_action_done, "text unchanged": _text_unchanged, "carried twice": _carried_twice,
    "repeat": _repeat, "long": _long, "assessed again": _assessed_again, "serves no goal": _serves_no_goal,
    "goal without action": _goal_without_action, "overdue": _overdue, "too many": _too_many,
    "changed often": _changed_often,
}  # fmt: skip


def _open_plans(signal: Drift, tables: Frames, today: date) -> pl.DataFrame:
    ended = pl.col("ended_on")
    return _of(tables, "plans").filter(
        pl.col("kind").is_in(signal.kinds)
        & (pl.col("began_on") <= today)
        & (ended.is_null() | (ended > today))
    )


def _to_do(today: date) -> pl.Expr:
    done, dropped = pl.col("done_on"), pl.col("dropped_on")
    return (done.is_null() | (done > today)) & (dropped.is_null() | (dropped > today))


def _last_moved(tables: Frames, today: date) -> pl.DataFrame:
    """For each child the latest day on which anything moved, and the first kind of thing that did on it."""
    days = [
        _of(tables, points.table)
        .filter(pl.col(points.column) <= today)
        .select(
            "child", pl.col(points.column).alias("moved_on"), pl.lit(place, dtype=pl.Int64).alias("moved")
        )
        for place, (points, _words) in enumerate(MOVES)
    ]
    every = pl.concat(days).sort(["moved_on", "moved"], descending=[True, False])
    return every.group_by("child", maintain_order=True).first()


def _of(tables: Frames, name: str) -> pl.DataFrame:
    return tables[name] if name in tables else standing_rows(name, None)
