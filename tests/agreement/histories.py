"""Made-up histories of children, as unkind as records are: for holding the two evaluators against each other.

A child's rows fall on few days, so that they meet and overlap; ends lie before beginnings; rows are withdrawn, times and
keys missing, births on 29 February or unknown; sources hold some facts, from some day on, or none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from goldthread.engine.one import Known
from goldthread.rulebook.clock import Clock
from goldthread.vocabulary import TABLES, Column
from goldthread.vocabulary.expressions import All, AnyOf, Compare, Expression, IsIn, Not

LONDON = ZoneInfo("Europe/London")
Row = dict[str, Any]

ARROW = {
    "key": pa.int64(), "ref": pa.int64(), "code": pa.string(), "text": pa.string(), "day": pa.date32(),
    "instant": pa.timestamp("us", "UTC"), "flag": pa.bool_(), "number": pa.int64(),
}  # fmt: skip

# Days on which something about counting changes: nights when the clocks do, ends of months, leap days, holidays, editions.
TELLING = [
    date(2018, 3, 25), date(2018, 10, 28), date(2020, 2, 29), date(2020, 3, 29), date(2020, 10, 25), date(2019, 11, 30),
    date(2019, 12, 24), date(2019, 12, 31), date(2020, 4, 9), date(2020, 5, 8), date(2019, 8, 31), date(2018, 7, 3),
    date(2018, 7, 4), date(2018, 7, 5), date(2020, 6, 1), date(2020, 5, 31), date(2020, 12, 14), date(2020, 12, 15),
    date(2021, 2, 28), date(2021, 3, 1), date(2026, 3, 17), date(2026, 3, 18), date(2026, 3, 29),
]  # fmt: skip
NOWS = [
    datetime(2020, 12, 16, 10, 30, 20, tzinfo=UTC),
    datetime(2020, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2020, 6, 2, 23, 30, tzinfo=UTC),
    datetime(2021, 3, 5, 12, 0, tzinfo=UTC),
    datetime(2026, 4, 2, 8, 0, tzinfo=UTC),
]


@dataclass
class Histories:
    """Children by number: their rows by table, what their sources hold, and the moment at which all are looked at."""

    now: datetime
    tables: dict[int, dict[str, list[Row]]]
    known: dict[int, dict[str, Known]]
    columns: dict[str, dict[str, Column]]

    def arrow(self) -> dict[str, pa.Table]:
        """All children's rows, a table each, in no order."""
        rows: dict[str, list[Row]] = {name: [] for name in self.columns}
        for tables in self.tables.values():
            for name, some in tables.items():
                rows[name] += some
        for some in rows.values():
            Random(1).shuffle(some)
        return {
            name: pa.Table.from_pylist(
                rows[name],
                schema=pa.schema([(column, ARROW[declared.kind]) for column, declared in columns.items()]),
            )
            for name, columns in self.columns.items()
        }

    def arrow_known(self) -> pa.Table:
        rows = [
            {"child": child, "fact": fact, "known_from": known.known_from, "judged_at": known.judged_at}
            for child, facts in self.known.items()
            for fact, known in facts.items()
        ]
        fields = [("child", pa.int64()), ("fact", pa.string()), ("known_from", pa.date32())]
        return pa.Table.from_pylist(
            rows, schema=pa.schema([*fields, ("judged_at", pa.timestamp("s", "UTC"))])
        )


def literals(expression: Expression | None) -> Iterable[tuple[str, Any]]:
    """The values that an expression compares columns with."""
    match expression:
        case Compare(column, _, value, None):
            yield column, value
        case IsIn(column, values):
            yield from ((column, value) for value in values)
        case Not(inner):
            yield from literals(inner)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from literals(part)


def read_by(clocks: Iterable[Clock]) -> tuple[dict[str, dict[str, Column]], dict[tuple[str, str], list[Any]]]:
    """The columns that clocks read, by table, and the values that their conditions ask for."""
    names: dict[str, set[str]] = {"children": {"born_on"}}
    values: dict[tuple[str, str], set[Any]] = {}
    for clock in clocks:
        selections = [clock.starts, clock.done, *clock.ends, *clock.superseded_by]
        selections += [each.points for each in clock.sooner]
        selections += [clock.afterwards.points] if clock.afterwards else []
        read = [(each.table, [each.column], each.where) for each in selections]
        around = [*clock.unless, *([clock.during] if clock.during else [])]
        read += [(each.table, [each.begins, each.ends], each.where) for each in around]
        read += [(clock.done.table, [clock.key], None)] if clock.key else []
        read += [(clock.starts.table, [], clock.lasts.where)] if clock.lasts else []
        for table, columns, where in read:
            names.setdefault(table, set()).update(columns, where.columns() if where is not None else ())
            for column, value in literals(where):
                values.setdefault((table, column), set()).add(value)
    columns = {}
    for table, some in names.items():
        declared = TABLES[table].columns()
        some |= {declared[name].day for name in some if declared[name].day}
        some |= {name for name, column in declared.items() if column.kind == "ref" and column.to in names}
        some |= {"id", "source", "withdrawn_at"}
        columns[table] = {name: column for name, column in declared.items() if name in some}
    return columns, {named: sorted(some, key=str) for named, some in values.items()}


def generate(seed: int, children: int, clocks: Iterable[Clock]) -> Histories:
    """Histories for some clocks: always the same for one seed."""
    clocks = list(clocks)
    random = Random(seed)
    now = NOWS[seed % len(NOWS)]
    columns, values = read_by(clocks)
    facts = sorted({clock.done.fact for clock in clocks})
    numbers = random.sample(range(10, 50 * children), children)
    ids = {name: random.sample(range(1, 40 * children), 14 * children) for name in columns}
    made = Histories(now, {}, {}, columns)
    for child in numbers:
        near = random.choice([now.date(), random.choice(TELLING)])
        spread = random.choice([3, 15, 60, 400])
        days = [near + timedelta(random.randint(-spread, spread)) for _ in range(random.randint(3, 9))]
        days += [now.date(), near, near + timedelta(1), random.choice(TELLING)]
        made.tables[child] = _child(random, child, near, days, columns, values, ids)
        made.known[child] = _known(random, facts, now, days)
    return made


def _known(random: Random, facts: list[str], now: datetime, days: list[date]) -> dict[str, Known]:
    found = {}
    for fact in facts:
        if random.random() < 0.7:
            since = random.choice([None, *random.sample(days, 3), now.date() - timedelta(400)])
            at = random.choice(
                [None, now - timedelta(days=random.choice([0, 1, 20, 90]), seconds=random.choice([0, 61]))]
            )
            found[fact] = Known(since, at.replace(microsecond=0) if at else None)
    return found


def _child(
    random: Random, child: int, near: date, days: list[date], columns: dict[str, dict[str, Column]],
    values: dict[tuple[str, str], list[Any]], ids: dict[str, list[int]],
) -> dict[str, list[Row]]:  # fmt: skip
    per_table = random.choice([1, 2, 4])
    rows: dict[str, list[Row]] = {}
    for table in sorted(columns):
        if TABLES[table].owner_column() != "id":
            many = random.randint(0, 2 * per_table) if random.random() < 0.9 else 9
            owner = TABLES[table].owner_column()
            rows[table] = [{"id": ids[table].pop(), owner: child} for _ in range(min(many, 12))]
        else:
            rows[table] = [{"id": child}]
    rows["children"] = [{"id": child}] if random.random() < 0.97 else []
    for table, some in rows.items():
        for row in some:
            for name, column in columns[table].items():
                if name not in row:
                    row[name] = _value(random, column, table, row, rows, days, values)
            for name, column in columns[table].items():
                if column.kind == "instant" and name != "withdrawn_at":
                    row[name] = _instant(random, row[column.day])
                    if columns[table][column.day].null and random.random() < 0.02:
                        row[column.day] = None
    if rows["children"]:
        rows["children"][0]["born_on"] = _birthday(random, near)
        rows["children"][0]["died_on"] = random.choice([*days, *[None] * 40])
        rows["children"][0]["withdrawn_at"] = None
    return rows


def _value(
    random: Random, column: Column, table: str, row: Row, rows: dict[str, list[Row]], days: list[date],
    values: dict[tuple[str, str], list[Any]],
) -> Any:  # fmt: skip
    if column.name == "withdrawn_at":
        return datetime(2020, 1, 1, tzinfo=UTC) if random.random() < 0.1 else None
    if column.name == "source":
        return random.choice([None, None, 1, 2])
    if column.kind == "ref":
        named = [each["id"] for each in rows.get(column.to, [])]
        return random.choice(named) if named and random.random() < 0.7 else None
    if column.null and random.random() < (0.8 if column.name.startswith("fewer_visits") else 0.25):
        return None
    if column.kind == "day":
        if column.name.endswith("ended_on") and row.get("began_on") and random.random() < 0.6:
            return row["began_on"] + timedelta(random.choice([0, 1, 7, 28, 91, 400]))
        if column.name in ("began_on", "aware_on") and random.random() < (
            0.4 if table == "placements" else 0.15
        ):
            return random.choice(days) - timedelta(365)
        return random.choice(days)
    if column.kind == "flag":
        return random.random() < 0.5
    return random.choice([*values.get((table, column.name), []), "other"])


def _instant(random: Random, day: date | None) -> datetime | None:
    if day is None or random.random() < 0.3:
        return None
    at = random.choice(
        [time(0, 0), time(23, 59), time(9, 30), time(9, 30, 40), time(1, 30), time(random.randint(0, 23), 5)]
    )
    return datetime.combine(day, at, tzinfo=LONDON).astimezone(UTC)


def _birthday(random: Random, near: date) -> date | None:
    years = random.choice([1, 4, 5, 5, 5, 6, 16, 18, 24, 25, 25])
    return random.choice(
        [
            None, date(2016, 2, 29), date(1996, 2, 29), date(1995, 3, 1),
            *[near.replace(year=near.year - years, day=min(near.day, 28)) + timedelta(random.randint(-3, 3))] * 6,
        ]
    )  # fmt: skip
