"""What a file says of a child, made up: the books that tests of imports read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from goldthread.exchange.reading import Bundle, Covers, FileRecord, Place, Reading, Row

from .bringing_in import import_readings
from .report import ImportReport

END = date(2026, 3, 31)
FACTS = (
    "referrals.received_on",
    "plans.began_on",
    "conferences.held_on",
    "visits.held_on",
    "care_episodes.began_on",
)
KINDS = {
    "Child": ("children", "identifiers"),
    "Disability": ("disabilities",),
    "Referral": ("referrals",),
    "Visit": ("visits",),
    "Plan": ("plans", "conferences"),
    "Care": ("care_episodes",),
    "Held": ("allocations", "workers", "teams"),
}


class Book:
    """What a file says of one child, told in a line each."""

    def __init__(self, key: str, upn: str = "", **child: Any) -> None:
        self.bundle = Bundle(
            key=key, is_child=True, upn=upn, child={"born_on": date(2015, 5, 1), "sex": "F", **child}
        )
        record = self._record("Child", {"LAchildID": key, "UPN": upn} | {k: str(v) for k, v in child.items()})
        self._row("identifiers", record, scheme="la_child_id", authority="", value=key)
        if upn:
            self._row("identifiers", record, scheme="upn", authority="", value=upn)

    def _record(self, table: str, content: dict[str, Any]) -> FileRecord:
        said = {name: str(value) for name, value in content.items() if value is not None}
        record = FileRecord(
            table, said, Place("made-up.xml", path=f"/{table}[{len(self.bundle.records) + 1}]")
        )
        self.bundle.records.append(record)
        return record

    def _row(self, table: str, record: FileRecord, refs: dict[str, Row] | None = None, **values: Any) -> Row:
        row = Row(table, values, (record,), refs or {})
        self.bundle.rows.append(row)
        return row

    def says(self, of: str, table: str, refs: dict[str, Row] | None = None, **values: Any) -> Row:
        return self._row(table, self._record(of, values), refs, **values)


def reading(
    *books: Book, as_at: date = END, kind: str = "cin-census", authority: str = "900", **other: Any
) -> Reading:
    """A reading of some books, for the year to its day."""
    bundles = [book.bundle for book in books]
    return Reading(
        kind=kind,
        title=f"A made-up {kind}",
        files=("made-up.xml",),
        authority=authority,
        collection_year=as_at.year,
        as_at=datetime(as_at.year, as_at.month, as_at.day, 20, 59, tzinfo=UTC),
        as_at_how=other.pop("as_at_how", "stated in the file"),
        period=other.pop("period", (date(as_at.year - 1, 4, 1), as_at)),
        covers=other.pop("covers", tuple(Covers(fact) for fact in FACTS)),
        file_tables=other.pop("file_tables", KINDS),
        bundles=lambda: iter(bundles),
    )


def ava(**child: Any) -> Book:
    """A child with a referral, a plan of it with a conference, a visit and a disability."""
    book = Book("A1", "A123456789012", **child)
    referral = book.says("Referral", "referrals", received_on=date(2025, 6, 2), no_further_action=False)
    plan = book.says(
        "Plan",
        "plans",
        {"referral": referral},
        kind="child-protection",
        began_on=date(2025, 7, 1),
        initial_category="NEG",
    )
    book._row("conferences", plan.records[0], {"plan": plan}, kind="review", held_on=date(2025, 9, 30))
    book.says("Visit", "visits", held_on=date(2025, 8, 4), purpose="child-protection", seen="yes")
    book.says("Disability", "disabilities", kind="NONE")
    return book


def brought_in(*books: Book, **other: Any) -> ImportReport:
    force = other.pop("force", False)
    return import_readings([reading(*books, **other)], force=force)


def counts(report: ImportReport, *names: str) -> dict[str, int]:
    """What is not zero of the counts of all tables together."""
    tables = report.as_json()["tables"].values()
    for table in tables:
        assert table["read"] == table["new"] + table["changed"] + table["unchanged"] + table["rejected"]
    total = {name: sum(table[name] for table in tables) for name in names or next(iter(tables))}
    return {name: number for name, number in total.items() if number}
