"""Ofsted's Annex A workbook: eleven lists of children, care leavers and adopters, as at a day that it does not state."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from goldthread.rulebook.calendar import add_months

from . import values
from .annex_a_care import adopter_row
from .annex_a_child import Workbook, child_bundle, intake_of
from .annex_a_lists import ID_COLUMNS, LIST_NAMES, MAKES
from .annex_a_matching import MatchedList, Sheet, cell_text, match_sheets
from .faults import UnreadableFile
from .intake import HeldBack
from .reading import Bundle, Covers, FileRecord, Place, Reading
from .unsaved_formulas import unsaved_formulas
from .values import Misread
from .workbooks import refuse_too_large

NOT_HAPPENED = ("birth",)
LATEST_ONLY = {
    "List 6": (("visits.held_on", "child-in-need"),),
    "List 7": (("visits.held_on", "child-protection"), ("conferences.held_on", "review")),
    "List 8": (
        ("visits.held_on", "in-care"),
        ("visits.held_on", "reviewing-officer"),
        ("reviews.held_on", ""),
        ("health_checks.held_on", "assessment"),
        ("health_checks.held_on", "dental"),
        ("placements.began_on", ""),
        ("placements.ended_on", ""),
        ("legal_statuses.began_on", ""),
        ("legal_statuses.ended_on", ""),
    ),
    "List 9": (("pathway_plans.held_on", ""), ("keeping_in_touch.held_on", "")),
}
LAST_SIX_MONTHS = {
    "List 1": ("contacts.received_on",),
    "List 3": ("referrals.received_on",),
    "List 4": ("assessments.requested_on", "assessments.began_on", "assessments.authorised_on"),
    "List 5": ("enquiries.began_on",),
}
WHOLE = {
    "List 6": (("plans.began_on", "child-in-need"), ("plans.ended_on", "child-in-need")),
    "List 7": (("plans.began_on", "child-protection"), ("plans.ended_on", "child-protection")),
    "List 8": (("care_episodes.began_on", ""), ("care_episodes.ended_on", "")),
    "List 9": (("entitlements.began_on", ""), ("entitlements.ended_on", "")),
}


def open_workbook(path: Path, as_at: date | None, today: date) -> Reading | None:
    """The workbook in a file; None where it holds none of the lists. Raises UnreadableFile."""
    sheets = read_sheets(path)
    lists = match_sheets(sheets)
    if not lists:
        return None
    records = [record for found in lists for record in list_records(path.name, found)]
    speaks_to, how = (as_at, "given") if as_at else (_last_day(records, today), values.INFERRED)
    whole = Workbook(
        speaks_to, values.year_ending_march(speaks_to), today, frozenset(found.name for found in lists)
    )
    names = [found.name for found in lists]
    unread = [
        sheet.name for sheet in sheets if sheet.rows and all(found.sheet is not sheet for found in lists)
    ]
    matched = [line for found in lists for line in found.said()]
    if unread:
        matched.append(f"The sheets {', '.join(map(repr, unread))} are none of the lists and were left out.")

    def bundles() -> Iterator[Bundle]:
        return _bundles(records, whole)

    return Reading(
        kind="annex-a",
        title=f"Annex A as at {speaks_to:%d/%m/%Y}",
        files=(path.name,),
        authority="",
        collection_year=whole.year,
        as_at=values.end_of_day(speaks_to),
        as_at_how=how,
        period=(add_months(speaks_to, -6), speaks_to),
        covers=_covers(names, add_months(speaks_to, -6)),
        file_tables={name: MAKES[name] for name in names},
        bundles=bundles,
        matched=tuple(matched),
        warnings=_warnings(path, lists),
        records=len(records),
    )


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook as cells. Raises UnreadableFile for one that is damaged, locked or too large."""
    refuse_too_large(path, "an Annex A workbook")
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        formulas = unsaved_formulas(path)
        return [
            Sheet(
                name,
                workbook.get_sheet_by_name(name).to_python(skip_empty_area=False),
                formulas.get(name, {}),
            )
            for name in workbook.sheet_names
        ]
    except (CalamineError, OSError, ValueError, KeyError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        locked = path.read_bytes()[:4] == b"\xd0\xcf\x11\xe0"
        what = (
            "a workbook that is locked with a password, or of a kind from before 2007"
            if locked
            else "a damaged workbook"
        )
        raise UnreadableFile(
            f"{path.name}: found {what} ({error}). Expected an Excel workbook (.xlsx) that opens without a password. Open it "
            "in Excel, remove the password, save it as .xlsx and send it again."
        ) from None


def list_records(file: str, found: MatchedList) -> list[FileRecord]:
    """The rows of a list that say anything, in the list's own columns. Columns that are not of the list are left out.

    A formula whose result was not saved stands in place of its date, so that the date is rejected and not taken for empty.
    """
    records = []
    for number, cells in enumerate(found.sheet.rows, 1):
        if number <= found.heading_row:
            continue
        content = {
            column: text
            for column, place in found.columns.items()
            if place < len(cells) and (text := cell_text(cells[place]))
        }
        if content:
            content |= {
                column: found.sheet.formulas[number - 1, place]
                for column, place in found.columns.items()
                if "date" in column.casefold() and (number - 1, place) in found.sheet.formulas
            }
        if content:
            records.append(FileRecord(found.name, content, Place(file, row=number, sheet=found.sheet.name)))
    return records


def _bundles(records: list[FileRecord], whole: Workbook) -> Iterator[Bundle]:
    by_child: dict[str, list[FileRecord]] = {}
    others: list[FileRecord] = []
    for record in records:
        record.rejected = False
        key = record.content.get("Child Unique ID", "")
        if key and record.table != "List 11":
            by_child.setdefault(key, []).append(record)
        else:
            others.append(record)
    for key, together in by_child.items():
        yield child_bundle(key, together, whole)
    adopters: dict[str, list[FileRecord]] = {}
    for record in others:
        key = next(
            (record.content[column] for column in ID_COLUMNS if column in record.content), str(record.place)
        )
        adopters.setdefault(f"{record.table}: {key}", []).append(record)
    for key, together in adopters.items():
        yield _other_bundle(key, together, whole)


def _other_bundle(key: str, records: list[FileRecord], whole: Workbook) -> Bundle:
    bundle = Bundle(key=key, is_child=False, records=records)
    for record in records:
        intake = intake_of(record, bundle, whole)
        intake.subject = ""
        column = ID_COLUMNS[record.table == "List 11"]
        try:
            intake.required_text(
                column, "the number of the person", f"Fill in {column} and send the workbook again."
            )
            row = adopter_row(intake)
        except HeldBack:
            continue
        if bundle.rows and bundle.rows[0].values == row.values:
            bundle.rows[0].records += (record,)
        elif bundle.rows:
            intake.hold_back(
                column,
                f"one row for each adopter; an earlier row of the same number says otherwise ({records[0].place})",
                "Remove the row that is wrong and send the workbook again.",
            )
        else:
            bundle.rows.append(row)
    return bundle


def _covers(names: list[str], since: date) -> tuple[Covers, ...]:
    covers = [Covers(fact, since=since) for name in names for fact in LAST_SIX_MONTHS.get(name, ())]
    if "List 5" in names:
        covers.append(Covers("conferences.held_on", since=since, where="initial"))
    covers += [Covers(fact, where=where) for name in names for fact, where in WHOLE.get(name, ())]
    covers += [
        Covers(fact, latest_only=True, where=where)
        for name in names
        for fact, where in LATEST_ONLY.get(name, ())
    ]
    return tuple(covers)


def _warnings(path: Path, lists: list[MatchedList]) -> tuple[str, ...]:
    missing = [
        f"{name} ({words})"
        for name, words in LIST_NAMES.items()
        if all(found.name != name for found in lists)
    ]
    said = []
    if missing:
        said.append(
            f"{path.name}: no sheet was found for {', '.join(missing)}. The other lists were read; what only these would say "
            "is not known from this workbook."
        )
    said += [
        f"{path.name}: {found.name} has no column for {', '.join(map(repr, found.missing))}."
        for found in lists
        if found.missing
    ]
    said += [
        f"{path.name}, {found.sheet.name}: found {len(cells):,} cells with a formula whose result was not saved, the first in "
        f"row {min(cells)[0] + 1}. Expected values; these were left out. Open the workbook in Excel, save it and bring it in "
        "again."
        for found in lists
        if (cells := found.unsaved)
    ]
    return tuple(said)


def _last_day(records: list[FileRecord], today: date) -> date:
    """The last day, not later than today, on which anything in the lists happened."""
    found = [day for record in records for day in _days(record.content) if day <= today]
    return max(found, default=today)


def _days(content: dict[str, str]) -> Iterator[date]:
    for column, text in content.items():
        if "date" not in column.casefold() or any(word in column.casefold() for word in NOT_HAPPENED):
            continue
        try:
            yield values.day(text, serials=True)
        except Misread:
            continue
