"""The SSDA903 return of looked-after children as CSV tables, told apart by their columns.

No table says whose return it is or for which year. Unless the day to which it speaks is given, the year is inferred from the
last episode that began, and the day from the last on which, in that year, an episode began or ended, a review was held, or a
child was missing. Reviews are often entered for days to come, so they alone cannot say which year it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from goldthread.rulebook.codes import collection_year

from . import values
from .reading import Bundle, Covers, FileRecord, Reading, Rejection
from .ssda903_child import Return, child_bundle
from .ssda903_tables import HAPPENED, MAKES, STORED, CsvTable
from .values import Misread

INFERRED_IN_YEAR = f"{values.INFERRED}, in the year of the last episode that began"
FACTS_OF_TABLE = {
    "Episodes": (
        "care_episodes.began_on",
        "care_episodes.ended_on",
        "placements.began_on",
        "placements.ended_on",
        "legal_statuses.began_on",
        "legal_statuses.ended_on",
    ),
    "Missing": ("missing_episodes.began_on", "missing_episodes.ended_on"),
}


def open_tables(tables: list[CsvTable], as_at: date | None, today: date) -> Reading:
    """The return in CSV tables that were read."""
    records = [record for table in tables for record in table.records]
    held = [rejection for table in tables for rejection in table.rejections]
    places = {rejection.place for rejection in held}
    speaks_to, how = as_at, "given"
    if speaks_to is None:
        speaks_to, how = _last_day(records, today), INFERRED_IN_YEAR
    whole = Return("", values.year_ending_march(speaks_to), how != INFERRED_IN_YEAR, speaks_to, today)

    def bundles() -> Iterator[Bundle]:
        for record in records:
            record.rejected = record.place in places
        return _bundles(records, held, whole)

    return reading_of(
        whole,
        how,
        files=tuple(table.file for table in tables),
        tables=[name for name in STORED if any(table.name == name for table in tables)],
        first_review=_first_day(records, "Reviews", "REVIEW"),
        bundles=bundles,
        matched=tuple(table.said for table in tables),
        records=len(records),
    )


def reading_of(
    whole: Return,
    how: str,
    *,
    files: tuple[str, ...],
    tables: list[str],
    first_review: date | None,
    bundles: Callable[[], Iterator[Bundle]],
    matched: tuple[str, ...],
    records: int = 0,
) -> Reading:
    """What a return declares, whether it came as tables or as XML."""
    covers = [Covers(fact) for table in tables for fact in FACTS_OF_TABLE.get(table, ())]
    if "Reviews" in tables and first_review is not None:
        covers.append(Covers("reviews.held_on", since=first_review))
    warnings = (
        ()
        if "Header" in tables
        else ("There is no Header table: sex and ethnicity are not known from these files.",)
    )
    return Reading(
        kind="ssda903",
        title=f"SSDA903 return of looked-after children {collection_year(whole.year)}",
        files=files,
        authority=whole.authority,
        collection_year=whole.year,
        as_at=values.end_of_day(whole.as_at),
        as_at_how=how,
        period=(date(whole.year - 1, 4, 1), whole.as_at),
        covers=tuple(covers),
        file_tables={name: MAKES[name] for name in tables},
        bundles=bundles,
        matched=matched,
        warnings=warnings,
        records=records,
    )


def _bundles(records: list[FileRecord], held: list[Rejection], whole: Return) -> Iterator[Bundle]:
    by_child: dict[str, list[FileRecord]] = {}
    nobody: list[FileRecord] = []
    for record in records:
        key = record.content.get("CHILD", "")
        if key:
            by_child.setdefault(key, []).append(record)
        else:
            nobody.append(record)
    for key, together in by_child.items():
        bundle = child_bundle(key, together, whole)
        bundle.rejections[:0] = [rejection for rejection in held if rejection.subject == key]
        yield bundle
    for record in nobody:
        yield bundle_of_nobody(record, "CHILD")


def bundle_of_nobody(record: FileRecord, column: str) -> Bundle:
    """The bundle of a record that does not say whom it is about."""
    record.rejected = True
    rejection = Rejection(
        table=record.table,
        place=record.place,
        column=column,
        found="",
        expected="the child's number in the authority's own system",
        what_to_do="Give the child its number in the source system and export again.",
        verbatim=dict(record.content),
    )
    return Bundle(key=str(record.place), is_child=False, records=[record], rejections=[rejection])


def _last_day(records: list[FileRecord], today: date) -> date:
    """The last day on which something happened; of tables that hold no such day, the last day in any column but births."""
    happened = _days(records, HAPPENED.items(), today)
    if happened:
        return within_the_year(
            max(happened), max(_days(records, [("Episodes", ("DECOM",))], today), default=None)
        )
    others = {
        name: tuple(column for column in columns if column not in ("DOB", "MC_DOB", "DUC", "DATE_PERM"))
        for name, columns in STORED.items()
    }
    return max(_days(records, others.items(), today), default=today)


def within_the_year(last: date, last_episode: date | None) -> date:
    """The last day on which anything happened, or the 31 March that ends the year of the last episode if that is sooner."""
    if last_episode is None:
        return last
    return min(last, date(values.year_ending_march(last_episode), 3, 31))


def _days(
    records: list[FileRecord], columns: Iterable[tuple[str, tuple[str, ...]]], today: date
) -> list[date]:
    wanted = dict(columns)
    found = []
    for record in records:
        for column in wanted.get(record.table, ()):
            day = _day(record.content.get(column, ""))
            if day is not None and day <= today:
                found.append(day)
    return found


def _first_day(records: list[FileRecord], table: str, column: str) -> date | None:
    days = (_day(record.content.get(column, "")) for record in records if record.table == table)
    return min((day for day in days if day is not None), default=None)


def _day(text: str) -> date | None:
    try:
        return values.day(text) if text else None
    except Misread:
        return None
