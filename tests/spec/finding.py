"""A check, a signal of drift or a rule of completeness, asked by both evaluators, beside what was expected."""

from __future__ import annotations

from typing import Any

import polars as pl

from goldthread.engine.checks_bulk import check_many
from goldthread.engine.checks_one import check_child
from goldthread.engine.completeness_bulk import gaps_of_many
from goldthread.engine.completeness_one import gaps_of_child
from goldthread.engine.drift_bulk import drift_many
from goldthread.engine.drift_one import drift_child
from goldthread.engine.finding import Finding
from goldthread.rulebook.check import Check
from goldthread.rulebook.completeness import FileRule
from goldthread.rulebook.drift import MOVES, Drift

from .judging import schema_of
from .tables import Misspelt, grid_of, in_words, point_of, record_of

NOTHING = "nothing"


def judge_finding(asked: Check | Drift | FileRule, *, on: str, record: str, expect: str) -> None:
    """Ask both evaluators, and fail with the whole table of answers where it is not the expected one."""
    happened, day = record_of(record), point_of(on)[0]
    names = {number: name for name, number in happened.children.items()}
    own = [happened.of_child(name) for name in happened.children]
    tables: dict[str, Any] = {
        name: pl.DataFrame(rows, schema=schema_of(name)) for name, rows in happened.tables.items()
    }
    if isinstance(asked, Check):
        one = [each for rows in own for each in check_child([asked], rows, day)]
        many = check_many([asked], tables, day)
    elif isinstance(asked, FileRule):
        one = [each for rows in own for each in gaps_of_child({asked.name: asked}, rows, day)]
        many = gaps_of_many({asked.name: asked}, tables, day)
    else:
        one = [each for rows in own for each in drift_child([asked], rows, day)]
        many = drift_many([asked], tables, day)
    assert [Finding(*row) for row in many.iter_rows()] == one
    columns, *expected = grid_of(expect)
    for row in expected:
        if row[0] not in happened.children:
            raise Misspelt(f"no child in the record is named {row[0]!r}")
    answered = [[names[each.child], *(_shown(asked, each, column) for column in columns[1:])] for each in one]
    idle = [row[0] for row in expected if row[-1] == NOTHING]
    assert [row for row in answered if row[0] in idle] == []
    wanted = [[" ".join(cell.split()) for cell in row] for row in expected if row[-1] != NOTHING]
    assert answered == wanted


def _shown(asked: Check | Drift | FileRule, each: Finding, column: str) -> str:
    if column in ("on", "since"):
        return in_words(each.on)
    if column == "answer":
        return each.state
    if column == "because" and isinstance(asked, Check):
        lacking = [asked.needs[int(place)].lacking for place in each.lacking.split()]
        unknown = [f"not known whether {asked.needs[int(place)].words}" for place in each.unknown.split()]
        return "; ".join(lacking or unknown)
    if column == "last moved":
        return in_words(each.moved_on) if each.moved_on else ""
    if column == "by":
        return MOVES[each.moved][1] if each.moved is not None else ""
    raise Misspelt(
        f"an expectation has child, and then on, since, answer, because, last moved, by; not {column!r}"
    )
