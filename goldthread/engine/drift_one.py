"""The signals of drift of one child, in plain Python, each with the last thing that did move.

Written to be read beside `goldthread.rulebook.drift`. ``drift_bulk`` answers the same for many children and shares no function
with this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from goldthread.engine.finding import Finding
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.drift import LEADS, MOVES, REVIEWS, Drift

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
Stands = Iterator[tuple[str, Row, date]]
STATE = "drifting"


def drift_child(
    signals: Iterable[Drift], tables: Tables, today: date, limits: Mapping[str, int] | None = None
) -> list[Finding]:
    """Every signal that stands for one child today, in the order of the signals, then row.

    limits: signal -> how long is too long, where the authority set it.
    """
    live = {name: [row for row in rows if row.get("withdrawn_at") is None] for name, rows in tables.items()}
    moved_on, moved = _last_moved(live, today)
    found = []
    for signal in signals:
        limit = (limits or {}).get(signal.name, signal.default)
        for table, row, since in sorted(_stands(signal, live, today, limit), key=lambda each: each[1]["id"]):
            found.append(
                Finding(signal.name, row["child"], table, row["id"], since, STATE, "", "", moved_on, moved)
            )
    return found


def _stands(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    shapes = {
        "no action done": _no_action_done, "text unchanged": _text_unchanged, "carried twice": _carried_twice,
        "repeat": _repeat, "long": _long, "assessed again": _assessed_again, "serves no goal": _serves_no_goal,
        "goal without action": _goal_without_action, "overdue": _overdue, "too many": _too_many, "changed often": _changed_often,
    }  # fmt: skip
    return shapes[signal.shape](signal, tables, today, limit)


def _no_action_done(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    for plan in _open_plans(signal, tables, today):
        mine = [row for row in _until(tables, "actions", "agreed_on", today) if row.get("plan") == plan["id"]]
        if not any(_to_do(row, today) for row in mine):
            continue
        done = [row["done_on"] for row in mine if row.get("done_on") is not None and row["done_on"] <= today]
        since = max([plan["began_on"], *done])
        if since + timedelta(weeks=limit) < today:
            yield "plans", plan, since


def _text_unchanged(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    for plan in _open_plans(signal, tables, today):
        goals = [row for row in tables.get("goals", ()) if row.get("plan") == plan["id"]]
        tasks = [row for row in tables.get("actions", ()) if row.get("plan") == plan["id"]]
        days = [row.get(column) for row in goals for column in ("set_on", "reached_on", "dropped_on")]
        days += [row.get(column) for row in tasks for column in ("agreed_on", "dropped_on")]
        changed = [day for day in days if day is not None and day <= today]
        held = sorted(
            {
                row["held_on"]
                for table, kind in REVIEWS
                for row in _until(tables, table, "held_on", today)
                if row.get("kind") == kind
                and row.get("plan") in (None, plan["id"])
                and row["held_on"] > plan["began_on"]
            }
        )
        if changed and len(held) > 1 and max(changed) < held[-2]:
            yield "plans", plan, held[-2]


def _carried_twice(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    by_id = {row["id"]: row for row in tables.get("actions", ())}
    for row in _until(tables, "actions", "agreed_on", today):
        once = by_id.get(row.get("carried_from"))
        twice = by_id.get(once.get("carried_from")) if once else None
        if twice is not None and _to_do(row, today):
            yield "actions", row, twice["agreed_on"]


def _repeat(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    for plan in _open_plans(signal, tables, today):
        first = add_months(plan["began_on"], -limit)
        before = [
            row
            for row in tables.get("plans", ())
            if row.get("kind") in signal.kinds
            and row["id"] != plan["id"]
            and row.get("ended_on") is not None
            and first <= row["ended_on"] <= plan["began_on"]
        ]
        if before:
            yield "plans", plan, plan["began_on"]


def _long(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    for plan in _open_plans(signal, tables, today):
        until = add_months(plan["began_on"], limit)
        if until < today:
            yield "plans", plan, until


def _assessed_again(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    holders = [
        row
        for row in tables.get("allocations", ())
        if row.get("role") in LEADS and row.get("worker") is not None and row.get("began_on") is not None
    ]
    if not any(
        row["began_on"] <= today and (row.get("ended_on") is None or row["ended_on"] > today)
        for row in holders
    ):
        return  # what nobody is at work on does not drift
    for row in _until(tables, "assessments", "requested_on", today):
        asked = row["requested_on"]
        if asked < add_months(today, -limit):
            continue
        earlier = [
            each["authorised_on"]
            for each in tables.get("assessments", ())
            if each["id"] != row["id"]
            and each.get("authorised_on") is not None
            and add_months(asked, -limit) <= each["authorised_on"] < asked
        ]
        if not earlier:
            continue
        last = max(earlier)
        old = {each["worker"] for each in holders if each["began_on"] <= last}
        new = {each["worker"] for each in holders if last < each["began_on"] <= asked}
        if old and new - old:
            yield "assessments", row, asked


def _changed_often(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    rows = [row for row in tables.get("allocations", ()) if row.get("role") in LEADS]
    if not any(
        (row.get("began_on") is None or row["began_on"] <= today)
        and (row.get("ended_on") is None or row["ended_on"] > today)
        for row in rows
    ):
        return  # a child with whom nobody works, not even a team, waits for no worker
    held = [
        row
        for row in rows
        if row["role"] == "social-worker"
        and row.get("worker") is not None
        and row.get("began_on") is not None
        and row["began_on"] <= today
    ]
    held.sort(key=lambda row: (row["began_on"], row["id"]))
    changes = [
        row
        for before, row in pairwise(held)
        if row["worker"] != before["worker"] and row["began_on"] > add_months(today, -12)
    ]
    if len(changes) >= limit:
        yield "allocations", changes[limit - 1], changes[limit - 1]["began_on"]


def _serves_no_goal(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    for row in _asked_by_open_plans(signal, tables, today):
        if row.get("goal") is None:
            yield "actions", row, row["agreed_on"]


def _goal_without_action(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    plans = {plan["id"] for plan in _open_plans(signal, tables, today)}
    served = {
        row.get("goal")
        for row in _until(tables, "actions", "agreed_on", today)
        if row.get("dropped_on") is None or row["dropped_on"] > today
    }
    for row in _until(tables, "goals", "set_on", today):
        ended = [row[column] for column in ("reached_on", "dropped_on") if row.get(column) is not None]
        if row.get("plan") in plans and row["id"] not in served and all(day > today for day in ended):
            yield "goals", row, row["set_on"]


def _overdue(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    for row in _asked_by_open_plans(signal, tables, today):
        due = row.get("due_on")
        if due is not None and due + timedelta(days=7 * limit) < today:
            yield "actions", row, due


def _too_many(signal: Drift, tables: Tables, today: date, limit: int) -> Stands:
    asked = _asked_by_open_plans(signal, tables, today)
    for plan in _open_plans(signal, tables, today):
        days = sorted(row["agreed_on"] for row in asked if row["plan"] == plan["id"])
        if len(days) > limit:
            yield "plans", plan, days[limit]


def _asked_by_open_plans(signal: Drift, tables: Tables, today: date) -> list[Row]:
    """The actions of open plans that are still to be done."""
    plans = {plan["id"] for plan in _open_plans(signal, tables, today)}
    return [
        row
        for row in _until(tables, "actions", "agreed_on", today)
        if row.get("plan") in plans and _to_do(row, today)
    ]


def _open_plans(signal: Drift, tables: Tables, today: date) -> list[Row]:
    return [
        row
        for row in _until(tables, "plans", "began_on", today)
        if row.get("kind") in signal.kinds and (row.get("ended_on") is None or row["ended_on"] > today)
    ]


def _until(tables: Tables, table: str, column: str, today: date) -> list[Row]:
    """The rows whose day in a column has come."""
    return [row for row in tables.get(table, ()) if row.get(column) is not None and row[column] <= today]


def _to_do(row: Row, today: date) -> bool:
    """Whether an action was neither done nor dropped by today."""
    return all(row.get(column) is None or row[column] > today for column in ("done_on", "dropped_on"))


def _last_moved(tables: Tables, today: date) -> tuple[date | None, int | None]:
    """The latest day on which anything moved, and the first kind of thing that did on it."""
    last: tuple[date, int] | None = None
    for place, (points, _words) in enumerate(MOVES):
        for row in _until(tables, points.table, points.column, today):
            if last is None or (row[points.column], -place) > (last[0], -last[1]):
                last = row[points.column], place
    return last or (None, None)
