"""A clock asked of a record by both evaluators, and its answers beside what was expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import polars as pl

from goldthread.engine import bulk
from goldthread.engine.one import Instance, Known, instances
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.counts import read_count
from goldthread.rulebook.local import LocalRules
from goldthread.rulebook.standards import LocalStandard, check_standard
from goldthread.vocabulary import TABLES

from .tables import LONDON, WHOSE, Misspelt, Record, grid_of, in_words, known_of, point_of, record_of

NOTHING_DUE = "no duty"

SHOWN: dict[str, Callable[[Instance], str]] = {
    "row": lambda each: each.row_id,
    "link": lambda each: str(each.link),
    "from": lambda each: in_words(each.started_on, each.started_at),
    "counted from": lambda each: each.counted_from,
    "due": lambda each: in_words(each.due_on, each.due_at),
    "by our standard": lambda each: in_words(each.local_due_on, each.local_due_at) if each.local_due_on else "",
    "plan by": lambda each: in_words(each.plan_by),
    "done": lambda each: in_words(each.done_on, each.done_at) if each.done_on else "",
    "stopped": lambda each: in_words(each.stopped_on) if each.stopped_on else "",
    "state": lambda each: each.state,
    "edition": lambda each: in_words(each.edition),
    "confirmed": lambda each: "yes" if each.confirmed else "no",
    "time known": lambda each: "yes" if each.time_known else "no",
    "judged at": lambda each: in_words(each.judged_at.astimezone(LONDON).date(), each.judged_at) if each.judged_at else "",
}  # fmt: skip
"""The columns that an expectation may have beside ``child``: any of them, in any order."""

DATES = ("from", "due", "by our standard", "plan by", "done", "stopped", "edition", "judged at")


def now_of(on: str) -> datetime:
    """The moment at which a specification looks: noon where it gives only the day."""
    day, at = point_of(on)
    return at or datetime.combine(day, time(12), tzinfo=LONDON)


def judge(clock: Clock, *, on: str, record: str, expect: str, sources: str = "", standards: str = "") -> None:
    """Ask both evaluators, and fail with the whole table of answers where it is not the expected one."""
    clock = set_by(standards).clock(clock)
    happened = record_of(record)
    known = known_of(sources, happened) if sources else {}
    found = {
        name: instances([clock], happened.of_child(name), now_of(on), known.get(name))
        for name in happened.children
    }
    columns, *expected = grid_of(expect)
    check_words(columns, expected, happened)
    answered = [
        [name, *(SHOWN[column](each) for column in columns[1:])] for name in found for each in found[name]
    ]
    wanted = [[" ".join(cell.split()) for cell in row] for row in expected if row[-1] != NOTHING_DUE]
    idle = [row[0] for row in expected if row[-1] == NOTHING_DUE]
    assert not [row for row in answered if row[0] in idle], f"these have {NOTHING_DUE}: {idle}\n" + drawn(
        columns, answered
    )
    assert answered == wanted, f"\nanswered:\n{drawn(columns, answered)}\nexpected:\n{drawn(columns, wanted)}"
    assert in_bulk(clock, happened, now_of(on), known) == [each for name in found for each in found[name]]


def set_by(standards: str) -> LocalRules:
    """What an authority has set: a table of row, standard, from and until. Each is one that may be set."""
    found = []
    for row, standard, since, until in grid_of(standards)[1:] if standards else []:
        ended = point_of(until)[0] if until else None
        made = LocalStandard(row, read_count(standard), point_of(since)[0], ended, "the director", "a test")
        check_standard(made)
        found.append(made)
    return LocalRules(standards=tuple(found), today=date(2026, 3, 2))


def check_words(columns: list[str], rows: list[list[str]], happened: Record) -> None:
    """Refuse an expectation whose columns, names or weekdays are wrong."""
    if columns[0] not in WHOSE or (unknown := [name for name in columns[1:] if name not in SHOWN]):
        raise Misspelt(
            f"an expectation has child, and then any of {', '.join(SHOWN)}; not {unknown or columns[0]}"
        )
    for row in rows:
        if row[0] not in happened.children:
            raise Misspelt(
                f"no child in the record is named {row[0]!r}; there are {', '.join(happened.children)}"
            )
        for column, cell in zip(columns, row, strict=True):
            if cell and row[-1] != NOTHING_DUE and column in DATES:
                point_of(cell)


def in_bulk(
    clock: Clock, record: Record, now: datetime, known: dict[str, dict[str, Known]]
) -> list[Instance]:
    """The same answers from the evaluator of many children."""
    tables = {
        name: pl.DataFrame(rows, schema=schema_of(name)).to_arrow() for name, rows in record.tables.items()
    }
    held = [
        {
            "child": record.children[name],
            "fact": fact,
            "known_from": each.known_from,
            "judged_at": each.judged_at,
        }
        for name, facts in known.items()
        for fact, each in facts.items()
    ]
    kinds = {
        "child": pl.Int64, "fact": pl.String, "known_from": pl.Date, "judged_at": pl.Datetime("us", "UTC"),
    }  # fmt: skip
    answers = pl.DataFrame(bulk.run([clock], tables, now, known=pl.DataFrame(held, schema=kinds).to_arrow()))
    return [
        Instance(**{name: value for name, value in row.items() if name in Instance._fields})
        for row in answers.iter_rows(named=True)
    ]


def schema_of(table: str) -> dict[str, Any]:
    kinds: dict[str, Any] = {
        "day": pl.Date, "instant": pl.Datetime("us", "UTC"), "flag": pl.Boolean, "number": pl.Int64,
        "key": pl.Int64, "ref": pl.Int64, "decimal": pl.Float64,
    }  # fmt: skip
    return {name: kinds.get(column.kind, pl.String) for name, column in TABLES[table].columns().items()}


def drawn(columns: list[str], rows: list[list[str]]) -> str:
    """Cells as a table drawn with bars, each column as wide as its widest cell."""
    widths = [max(len(row[n]) for row in [columns, *rows]) for n in range(len(columns))]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [columns, *rows]
    )
