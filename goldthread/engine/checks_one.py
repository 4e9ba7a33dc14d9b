"""The checks of one child, in plain Python: what the record shows of each thing that happened.

Written to be read beside `goldthread.rulebook.check`. ``checks_bulk`` answers the same for many children and shares no function
with this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from goldthread.engine.finding import Finding
from goldthread.engine.holding import Answer, reading
from goldthread.rulebook.check import Check, Everyone, Exists, Need, Reached, Says
from goldthread.rulebook.clock import Spells

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]


def check_child(checks: Iterable[Check], tables: Tables, today: date) -> list[Finding]:
    """Every answer of the checks to one child's rows, in the order of the checks, then day, then row."""
    live = {name: [row for row in rows if row.get("withdrawn_at") is None] for name, rows in tables.items()}
    found: list[Finding] = []
    for check in checks:
        if check.recorded:
            found += sorted(_answers(check, live, today), key=lambda each: (each.on, each.row))
    return found


def _answers(check: Check, tables: Tables, today: date) -> list[Finding]:
    assert check.about is not None
    found = []
    for row in tables.get(check.about.table, ()):
        began = row.get(check.about.column)
        if began is None or not _holds(check.about.where, row):
            continue
        on = _asked_on(check, tables, row, began)
        if on is None or not check.since <= on <= today:
            continue
        if any(_within(spells, tables, began) for spells in check.unless):
            continue
        told = [_told(need, tables, row, check.about.column, on) for need in check.needs]
        lacking = [str(place) for place, answer in enumerate(told) if answer is False]
        unknown = [str(place) for place, answer in enumerate(told) if answer is None]
        state = "not met" if lacking else "cannot be told" if unknown else "met"
        child = row["id"] if check.about.table == "children" else row["child"]
        found.append(
            Finding(
                check.name,
                child,
                check.about.table,
                row["id"],
                on,
                state,
                " ".join(lacking),
                " ".join(unknown),
            )
        )
    return found


def _asked_on(check: Check, tables: Tables, row: Row, began: date) -> date | None:
    """The day on which the check is asked of a row; None where it is not."""
    if check.asked:
        points, ends = check.asked.points, row.get(check.asked.ends)
        days = sorted(
            each[points.column]
            for each in tables.get(points.table, ())
            if each.get(points.column) is not None and _holds(points.where, each)
        )
        days = [day for day in days if began <= day and (ends is None or day <= ends)]
        return days[check.asked.number - 1] if len(days) >= check.asked.number else None
    on: date = began + timedelta(days=check.later)
    ended = row.get(check.open_until) if check.open_until else None
    return None if ended is not None and ended <= on else on


def _told(need: Need, tables: Tables, row: Row, column: str, on: date) -> Answer:
    """Whether the need is met by a row: yes, no, or it cannot be told."""
    imported = row.get("source") is not None
    if isinstance(need, Says):
        asked = row
        if need.of_child:
            children = tables.get("children", ())
            asked = children[0] if children else {}
            imported = asked.get("source") is not None
        if need.unknown is not None and reading(need.unknown)(asked) is True:
            return None
        answer = reading(need.condition)(asked)
        if answer is True:
            return True
        if need.of_child:  # what a source leaves out cannot be told; what we left out is a gap
            return None if imported else False
        return answer
    if isinstance(need, Reached):
        day = row.get(need.column)
        if day is None:
            return None if imported else False
        return bool(day <= on)
    if isinstance(need, Exists):
        others = [each for each in tables.get(need.table, ()) if _belongs(need, each, row, on)]
        answers = [reading(need.where)(each) for each in others]
        if True in answers:
            return True
        if None in answers:
            return None
        return None if imported and not others else False
    if isinstance(need, Everyone):
        return _everyone(need, tables, row, on, imported)
    raise TypeError(f"{type(need).__name__} is no need that one row can answer")


def _belongs(need: Exists, other: Row, row: Row, on: date) -> bool:
    if need.via:
        return bool(other.get(need.via) == row["id"])
    day, begins = other.get(need.day), row.get(need.from_column)
    return day is not None and begins is not None and begins <= day <= on


def _everyone(need: Everyone, tables: Tables, row: Row, on: date, imported: bool) -> Answer:
    people = {
        tie["person"]
        for tie in tables.get(need.people.table, ())
        if tie.get("person") is not None
        and _holds(need.people.where, tie)
        and (tie.get(need.people.begins) is None or tie[need.people.begins] <= on)
        and (tie.get(need.people.ends) is None or tie[need.people.ends] > on)
    }
    told = {
        each["person"]
        for each in tables.get(need.has, ())
        if each.get(need.via) == row["id"] and _holds(need.where, each)
    }
    if people and people <= told:
        return True
    return None if imported or not people else False


def _within(spells: Spells, tables: Tables, day: date) -> bool:
    return any(
        row.get(spells.begins) is not None
        and row[spells.begins] <= day
        and (row.get(spells.ends) is None or day < row[spells.ends])
        for row in tables.get(spells.table, ())
        if _holds(spells.where, row)
    )


def _holds(where: Any, row: Row) -> bool:
    return where is None or reading(where)(row) is True
