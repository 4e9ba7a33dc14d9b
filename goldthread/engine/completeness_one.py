"""The gaps in one child's file, in plain Python.

Written to be read beside `goldthread.rulebook.completeness`. ``completeness_bulk`` answers the same for many children and shares
no function with this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from goldthread.engine.finding import Finding
from goldthread.engine.holding import reading
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.completeness import MISSING, NOT_TOLD, FileRule, OfChild, OfStatus, Some

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]


def gaps_of_child(rules: Mapping[str, FileRule], tables: Tables, today: date) -> list[Finding]:
    """Every gap in one child's file today, in the order of the rules. rules: by the name under which a gap is kept.

    What a source left out, where the status came from it, cannot be told.
    """
    live = {name: [row for row in rows if row.get("withdrawn_at") is None] for name, rows in tables.items()}
    found = []
    for name, rule in rules.items():
        status = _status(rule, live, today)
        if status is None:
            continue
        table, row, began = status
        asked = began + timedelta(days=rule.after)
        if asked <= today and not _holds(rule, live, row, began, today):
            state = NOT_TOLD if row.get("source") is not None else MISSING
            found.append(Finding(name, row["child"], table, row["id"], asked, state))
    return found


def _status(rule: FileRule, tables: Tables, today: date) -> tuple[str, Row, date] | None:
    """The first begun of the statuses in force of which the rule is asked: its table, its row and its day."""
    held = [
        (row[spells.begins], place, row["id"], spells.table, row)
        for place, spells in enumerate(rule.statuses)
        for row in tables.get(spells.table, ())
        if row.get(spells.begins) is not None
        and row[spells.begins] <= today
        and (row.get(spells.ends) is None or row[spells.ends] > today)
        and _true(spells.where, row)
    ]
    if not held:
        return None
    began, _place, _id, table, row = min(held, key=lambda each: each[:3])
    return table, row, began


def _holds(rule: FileRule, tables: Tables, row: Row, began: date, today: date) -> bool:
    need = rule.need
    if isinstance(need, OfChild):
        return any(_true(need.condition, child) for child in tables.get("children", ()))
    if isinstance(need, OfStatus):
        return _true(need.condition, row)
    return any(_counts(need, each, began, today) for each in tables.get(need.points.table, ()))


def _counts(need: Some, row: Row, began: date, today: date) -> bool:
    day = row.get(need.points.column)
    if not _true(need.points.where, row):
        return False
    if need.in_force:
        ends = row.get(need.in_force)
        return (day is None or day <= today) and (ends is None or ends > today)
    if day is None or day > today:
        return False
    if need.since_status and day < began:
        return False
    return not need.months or day >= add_months(today, -need.months)


def _true(condition: Any, row: Row) -> bool:
    return condition is None or reading(condition)(row) is True
