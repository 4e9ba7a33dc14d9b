"""Judging the tables of a measure: each that counts, what it adds, and what that comes to; by both evaluators."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import pyarrow as pa

from goldthread.engine.measuring import behind, count, total_of, year_to
from goldthread.rulebook.measure import Measure
from goldthread.vocabulary import TABLES
from tests.agreement.histories import ARROW
from tests.agreement.plain_measures import facts

from .tables import LONDON, Misspelt, Record, grid_of, in_words, point_of, record_of

ANSWERS = {True: "yes", False: "no"}


def judge_measure(measure: Measure, *, on: str, record: str, expect: str, comes_to: str) -> None:
    """Hold a measure over the twelve months to a day against what is expected of it.

    expect: a row for each that counts: child, its day where ``day`` heads a column, and ``answer`` (yes or no) or ``adds``.
    comes_to: the figure, as ``50% (1 of 2)``, ``2 referrals``, ``3.5 days (7 of 2)`` or ``nobody to count``.
    """
    told, period = record_of(record), year_to(point_of(on)[0])
    now = datetime.combine(period.last, time(23, 59), LONDON).astimezone(UTC)
    tables = _arrow(told)
    children = {number: told.of_child(name) for name, number in told.children.items()}
    plain = facts(measure, children, [period], now)
    found = behind(measure, tables, [period], now)
    assert found.to_dicts() == plain, "the engine and the plain evaluator differ"
    columns, *rows = grid_of(expect) if expect.strip() else [["child"]]
    names = {number: name for name, number in told.children.items()}
    said = [_said(measure, columns, names, each) for each in plain]
    assert sorted(said) == sorted(rows)
    assert figure(measure, tables, period, now) == comes_to


def figure(measure: Measure, tables: dict[str, pa.Table], period: Any, now: datetime) -> str:
    """What a measure comes to, as a person would say it."""
    total = total_of(count([measure], tables, [period], now), measure)
    if total.value is None:
        return "nobody to count"
    if measure.kind == "number":
        return f"{total.value:g} {measure.unit}"
    unit = "%" if measure.unit == "%" else f" {measure.unit}"
    return f"{round(total.value, 1):g}{unit} ({total.numerator:g} of {total.denominator:g})"


def _said(measure: Measure, columns: list[str], names: dict[int, str], each: dict[str, Any]) -> list[str]:
    words = {"child": names[each["child"]], "day": in_words(each["day"]), "adds": str(each["numerator"])}
    words["answer"] = ANSWERS[each["numerator"] > 0]
    unknown = set(columns) - set(words)
    if unknown:
        raise Misspelt(
            f"a measure's table has no column {', '.join(sorted(unknown))}; it has {', '.join(words)}"
        )
    if measure.is_proportion and "adds" in columns:
        raise Misspelt(f"{measure.name} is a share: its column is answer")
    return [words[column] for column in columns]


def _arrow(told: Record) -> dict[str, pa.Table]:
    found = {}
    for name, rows in told.tables.items():
        declared = TABLES[name].columns()
        fields = [(column, ARROW[kind.kind]) for column, kind in declared.items() if kind.kind in ARROW]
        found[name] = pa.Table.from_pylist(rows, schema=pa.schema(fields))
    return found
