"""Tables as people write them, read as rows of the vocabulary: names, weekdays, what happened.

A record is blocks divided by blank lines. A block names its table ("care episodes"), then its columns, then its rows. Each
row has a ``child`` by name; ``row`` may name a row, so that another can refer to it; ``source`` may name where it came from;
``withdrawn`` says yes of a row entered in error. A time of day after a date is local time; without one it is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from goldthread.engine.one import Known
from goldthread.vocabulary import TABLES, Column

LONDON = ZoneInfo("Europe/London")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
POINT = re.compile(
    r"(?P<weekday>[A-Z][a-z]{2}) +(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})(?: (?P<time>\d\d:\d\d))?"
)
WHOSE = ("child", "household", "adopter")
"""What the first column of a block may be called: whose row it is."""
ANSWERS = {"yes": True, "no": False}
STAFF = ("workers", "teams", "people")
"""Tables whose rows a record may name without showing them."""


class Misspelt(AssertionError):
    """A table of a specification that cannot be read."""


@dataclass
class Record:
    """What happened, by table, and who is meant by which name."""

    children: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    named_rows: dict[tuple[str, str], int] = field(default_factory=dict)

    def of_child(self, name: str) -> dict[str, list[dict[str, Any]]]:
        child = self.children[name]
        return {
            table: [row for row in rows if row[TABLES[table].owner_column()] == child]
            for table, rows in self.tables.items()
        }


def point_of(text: str) -> tuple[date, datetime | None]:
    """A date with its weekday, and where a local time follows it, the instant in UTC."""
    match = POINT.fullmatch(text.strip())
    if not match or match["month"] not in MONTHS:
        raise Misspelt(f"{text!r} is not a date. Write it as: Mon 2 Mar 2026, or Mon 2 Mar 2026 09:30")
    day = date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
    if f"{day:%a}" != match["weekday"]:
        raise Misspelt(f"{text!r}: {day.day} {day:%B %Y} is a {day:%A}")
    if not match["time"]:
        return day, None
    return day, datetime.fromisoformat(f"{day} {match['time']}").replace(tzinfo=LONDON).astimezone(UTC)


def in_words(day: date, at: datetime | None = None) -> str:
    words = f"{day:%a} {day.day} {day:%b %Y}"
    return f"{words} {at.astimezone(LONDON):%H:%M}" if at else words


def grid_of(text: str) -> list[list[str]]:
    """The cells of a table drawn with bars, heading first."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    for line in lines:
        if len(line) != len(lines[0]):
            raise Misspelt(
                f"this row has {len(line)} cells under {len(lines[0])} headings: {' | '.join(line)}"
            )
    return lines


def blocks_of(record: str) -> list[tuple[str, list[list[str]]]]:
    """The blocks of a record: each table's words, and its grid."""
    found = []
    for block in re.split(r"\n[ \t]*\n", record.strip("\n")):
        if not block.strip():
            continue
        heading, _, rest = block.strip().partition("\n")
        if "|" in heading or not rest.strip():
            raise Misspelt(
                f"a block begins with the name of its table, then its columns and rows: {heading!r}"
            )
        found.append((heading.strip(), grid_of(rest)))
    return found


def record_of(text: str) -> Record:
    """The rows of a record, every column of their tables filled or missing."""
    record = Record()
    blocks = [(_table_of(heading), grid) for heading, grid in blocks_of(text)]
    for table, grid in blocks:
        _name_children_and_rows(record, table, grid)
    record.children = {name: number for number, name in enumerate(sorted(record.children), start=1)}
    for table, (columns, *rows) in blocks:
        for cells in rows:
            record.tables[table].append(_row_of(record, table, columns, cells))
    told = {row["id"] for row in record.tables.setdefault("children", [])}
    for name, child in record.children.items():
        if child not in told:
            record.tables["children"].append(_empty("children") | {"id": child, "given_name": name})
    return record


def known_of(text: str, record: Record) -> dict[str, dict[str, Known]]:
    """What sources hold, by child's name and fact: columns child, fact, known from, judged at."""
    columns, *rows = grid_of(text)
    if columns != ["child", "fact", "known from", "judged at"]:
        raise Misspelt(f"what sources hold has columns child | fact | known from | judged at, not {columns}")
    found: dict[str, dict[str, Known]] = {name: {} for name in record.children}
    for child, fact, known_from, judged_at in rows:
        if child not in found:
            raise Misspelt(f"no child in the record is named {child!r}; there are {', '.join(found)}")
        at = point_of(judged_at)[1]
        if at is None:
            raise Misspelt(f"judged at needs a time of day: {judged_at!r}")
        found[child][_fact_of(fact)] = Known(point_of(known_from)[0] if known_from else None, at)
    return found


def _table_of(words: str) -> str:
    name = words.replace(" ", "_")
    if name not in TABLES:
        raise Misspelt(f"no table is named {words!r}")
    return name


def _fact_of(words: str) -> str:
    joined = words.replace(" ", "_")
    for table, meaning in TABLES.items():
        if joined.startswith(f"{table}_") and joined.removeprefix(f"{table}_") in meaning.columns():
            return f"{table}.{joined.removeprefix(f'{table}_')}"
    raise Misspelt(f"no column of a table is named {words!r}")


def _name_children_and_rows(record: Record, table: str, grid: list[list[str]]) -> None:
    columns, *rows = grid
    if columns[0] not in WHOSE:
        raise Misspelt(f"the first column of {table} is {' or '.join(WHOSE)}, not {columns[0]!r}")
    if table in record.tables:
        raise Misspelt(f"{table} stands twice in one record")
    record.tables[table] = []
    for number, cells in enumerate(rows, start=1):
        record.children[cells[0]] = 0
        if "row" in columns:
            record.named_rows[table, cells[columns.index("row")]] = number


def _empty(table: str) -> dict[str, Any]:
    return {name: "" if _always_text(column) else None for name, column in TABLES[table].columns().items()}


def _always_text(column: Column) -> bool:
    return column.kind == "text" and not column.null


def _row_of(record: Record, table: str, columns: list[str], cells: list[str]) -> dict[str, Any]:
    meaning = TABLES[table].columns()
    row = _empty(table) | {"id": len(record.tables[table]) + 1}
    row[TABLES[table].owner_column()] = record.children[cells[0]]
    if table == "children":
        row["given_name"] = cells[0]
    for heading, cell in zip(columns[1:], cells[1:], strict=True):
        if heading == "row" or not cell:
            continue
        if heading == "withdrawn":
            row["withdrawn_at"] = datetime(2026, 1, 1, 12, tzinfo=UTC) if ANSWERS[cell] else None
        elif heading == "source":
            row["source"] = record.sources.setdefault(cell, len(record.sources) + 1)
        elif (column := meaning.get(heading.replace(" ", "_"))) is not None:
            row |= _value_of(record, column, cell)
        else:
            raise Misspelt(f"{table} has no column {heading!r}")
    return row


def _value_of(record: Record, column: Column, cell: str) -> dict[str, Any]:
    if column.kind in ("day", "instant"):
        day, at = point_of(cell)
        if column.kind == "instant":
            return {column.day: day, column.name: at}
        if at:
            raise Misspelt(f"{column!r} is a day, and cannot hold a time: {cell!r}")
        return {column.name: day}
    if column.kind == "flag":
        return {column.name: ANSWERS[cell]}
    if column.kind == "ref":
        if column.to in STAFF:
            others = [number for (table, _), number in record.named_rows.items() if table == column.to]
            record.named_rows.setdefault((column.to, cell), len(others) + 1)
        if (column.to, cell) not in record.named_rows:
            raise Misspelt(f"no row of {column.to} is named {cell!r}")
        return {column.name: record.named_rows[column.to, cell]}
    return {column.name: int(cell) if column.kind == "number" else cell}


def table_of(columns: list[str], rows: list[list[str]]) -> list[str]:
    """A table as lines of Markdown."""
    widths = [max(3, *(len(row[n]) for row in [columns, *rows])) for n in range(len(columns))]
    return [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in [columns, ["-" * width for width in widths], *rows]
    ]
