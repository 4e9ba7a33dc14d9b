"""The twelve tables of the SSDA903 return: their columns, where each is stored, and their CSV files."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from .faults import UnreadableFile
from .reading import FileRecord, Place, Rejection

LARGEST = 256 * 2**20
ENCODINGS = ("utf-8", "cp1252", "latin-1")

# Table, column: where it is stored, as a column of the vocabulary or in words. The day of birth of every table is compared
# with the header's.
STORED: dict[str, dict[str, str]] = {
    "Header": {
        "CHILD": "identifiers.value",
        "SEX": "children.sex",
        "DOB": "children.born_on",
        "ETHNIC": "children.ethnicity",
        "UPN": "identifiers.value",
        "MOTHER": "children.is_mother",
        "MC_DOB": "children.first_child_born_on",
    },
    "Episodes": {
        "CHILD": "identifiers.value",
        "DECOM": "care_episodes.began_on, legal_statuses.began_on, placements.began_on",
        "RNE": "placements.began_because",
        "LS": "legal_statuses.status",
        "CIN": "care_episodes.began_because",
        "PLACE": "placements.kind",
        "PLACE_PROVIDER": "placements.provider",
        "DEC": "care_episodes.ended_on, legal_statuses.ended_on, placements.ended_on",
        "REC": "care_episodes.ended_because",
        "REASON_PLACE_CHANGE": "placements.changed_because",
        "HOME_POST": "care_episodes.home_postcode",
        "PL_POST": "placements.postcode",
        "URN": "placements.urn",
    },
    "Reviews": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "REVIEW": "reviews.held_on",
        "REVIEW_CODE": "reviews.participation",
    },
    "UASC": {
        "CHILD": "identifiers.value",
        "SEX": "children.sex",
        "DOB": "children.born_on",
        "DUC": "children.asylum_ended_on",
    },
    "OC2": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "SDQ_SCORE": "years_in_care.sdq_score",
        "SDQ_REASON": "years_in_care.sdq_reason",
        "CONVICTED": "years_in_care.convicted",
        "HEALTH_CHECK": "years_in_care.development_checked",
        "IMMUNISATIONS": "years_in_care.immunised",
        "TEETH_CHECK": "years_in_care.teeth_checked",
        "HEALTH_ASSESSMENT": "years_in_care.health_assessed",
        "SUBSTANCE_MISUSE": "years_in_care.substance_misuse",
        "INTERVENTION_RECEIVED": "years_in_care.intervention_received",
        "INTERVENTION_OFFERED": "years_in_care.intervention_offered",
    },
    "OC3": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "IN_TOUCH": "keeping_in_touch.standing",
        "ACTIV": "keeping_in_touch.activity",
        "ACCOM": "keeping_in_touch.accommodation, keeping_in_touch.suitable",
    },
    "AD1": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "DATE_INT": "permanences.decided_on",
        "DATE_MATCH": "permanences.matched_on",
        "FOSTER_CARE": "permanences.adopted_by_carer",
        "NB_ADOPTR": "permanences.adopters",
        "SEX_ADOPTR": "permanences.adopters_sex",
        "LS_ADOPTR": "permanences.adopters_status",
    },
    "PlacedAdoption": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "DATE_PLACED": "permanences.decided_on",
        "DATE_PLACED_CEASED": "permanences.reversed_on",
        "REASON_PLACED_CEASED": "permanences.reversed_because",
    },
    "PrevPerm": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "PREV_PERM": "previous_permanences.kind",
        "LA_PERM": "previous_permanences.authority",
        "DATE_PERM": "previous_permanences.ordered_on",
    },
    "Missing": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "MISSING": "missing_episodes.kind",
        "MIS_START": "missing_episodes.began_on",
        "MIS_END": "missing_episodes.ended_on",
    },
    "SWEpisodes": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "SW_ID": "workers.registration",
        "SW_DECOM": "allocations.began_on",
        "SW_DEC": "allocations.ended_on",
        "SW_REASON": "allocations.changed_because",
    },
    "DoLo": {
        "CHILD": "identifiers.value",
        "DOB": "children.born_on",
        "DOLO_START": "liberty_orders.began_on",
        "DOLO_END": "liberty_orders.ended_on",
    },
}
IDENTITY = ("children", "identifiers")
MAKES: dict[str, tuple[str, ...]] = {
    "Header": IDENTITY,
    "Episodes": (*IDENTITY, "care_episodes", "legal_statuses", "placements"),
    "Reviews": (*IDENTITY, "reviews"),
    "UASC": IDENTITY,
    "OC2": (*IDENTITY, "years_in_care"),
    "OC3": (*IDENTITY, "keeping_in_touch"),
    "AD1": (*IDENTITY, "permanences"),
    "PlacedAdoption": (*IDENTITY, "permanences"),
    "PrevPerm": (*IDENTITY, "previous_permanences"),
    "Missing": (*IDENTITY, "missing_episodes"),
    "SWEpisodes": (*IDENTITY, "allocations", "workers"),
    "DoLo": (*IDENTITY, "liberty_orders"),
}
# Columns that must be there for a file to be a table: without them none of its rows could be taken.
NEEDED: dict[str, frozenset[str]] = {
    "Header": frozenset({"CHILD", "DOB", "ETHNIC"}),
    "Episodes": frozenset({"CHILD", "DECOM", "LS"}),
    "Reviews": frozenset({"CHILD", "REVIEW"}),
    "UASC": frozenset({"CHILD", "DUC"}),
    "OC2": frozenset({"CHILD", "HEALTH_ASSESSMENT"}),
    "OC3": frozenset({"CHILD", "IN_TOUCH"}),
    "AD1": frozenset({"CHILD", "DATE_INT"}),
    "PlacedAdoption": frozenset({"CHILD", "DATE_PLACED"}),
    "PrevPerm": frozenset({"CHILD", "PREV_PERM"}),
    "Missing": frozenset({"CHILD", "MIS_START"}),
    "SWEpisodes": frozenset({"CHILD", "SW_ID"}),
    "DoLo": frozenset({"CHILD", "DOLO_START"}),
}
# The days on which something happened to a child; from the latest the return's own date is inferred.
HAPPENED: dict[str, tuple[str, ...]] = {
    "Episodes": ("DECOM", "DEC"),
    "Reviews": ("REVIEW",),
    "Missing": ("MIS_START", "MIS_END"),
}


@dataclass(slots=True)
class CsvTable:
    """A CSV file that is one of the twelve tables."""

    name: str
    file: str
    records: list[FileRecord]
    rejections: list[Rejection]
    said: str


def column_name(text: str) -> str:
    """A column's name as the return spells it, from a header in any case, with spaces or a byte order mark."""
    return re.sub(r"[\s_-]+", "_", text.strip("\ufeff \t\r\n\"'")).upper()


def csv_text(path: Path) -> tuple[str, str]:
    """A file's text and in which encoding it was read. Raises UnreadableFile for one that is too large or not text."""
    if path.stat().st_size > LARGEST:
        raise UnreadableFile(
            f"{path.name}: found {path.stat().st_size / 2**20:,.0f} megabytes. Expected a table of the SSDA903 return, which "
            f"has at most {LARGEST // 2**20} megabytes. Check that it is the right file."
        )
    content = path.read_bytes().removeprefix(
        b"\xef\xbb\xbf"
    )  # a mark that even files in older encodings have
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            pass
    if b"\x00" in content:
        raise UnreadableFile(
            f"{path.name}: found bytes that are in no text file. Expected a CSV. Export the table again from the source system."
        )
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        f"{path.name}: found text in no known encoding. Expected UTF-8. Save the file as CSV UTF-8."
    )


def header_of(text: str) -> tuple[list[str], str]:
    """The columns in a text's first filled line and the sign between them (comma, semicolon or tab)."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    try:
        cells = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        cells = first.split(delimiter)
    return [column_name(cell) for cell in cells], delimiter


def table_of(columns: list[str]) -> str | None:
    """Which of the twelve tables has these columns."""
    held = set(columns)
    fits = [name for name, needed in NEEDED.items() if needed <= held]
    return max(fits, key=lambda name: len(held & STORED[name].keys()) / len(STORED[name]), default=None)


def read_csv(path: Path, text: str, encoding: str) -> CsvTable | None:
    """The table in a CSV file; None where its columns are those of none."""
    columns, delimiter = header_of(text)
    name = table_of(columns)
    if name is None:
        return None
    known = [column if column in STORED[name] else "" for column in columns]
    records: list[FileRecord] = []
    rejections: list[Rejection] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    heading = True
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if heading:
                heading = False
                continue
            place = Place(path.name, row=reader.line_num)
            content = {
                column or heading_text: cell.strip()
                for column, heading_text, cell in zip(known, columns, cells, strict=False)
                if (column or heading_text) and cell.strip()
            }
            record = FileRecord(name, content, place)
            records.append(record)
            if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                rejections.append(_too_many_cells(record, len(columns), cells))
    except csv.Error as error:
        raise UnreadableFile(
            f"{path.name}, row {reader.line_num}: found a row that cannot be read as CSV ({error}). Expected {len(columns)} "
            "values. Export the table again from the source system."
        ) from None
    missing = [column for column in STORED[name] if column not in columns]
    unknown = [column for column in columns if column and column not in STORED[name]]
    sign = {",": "commas", ";": "semicolons", "\t": "tabs"}[delimiter]
    said = f"{path.name} is the table {name} by its columns ({len(records):,} rows, {sign}, {encoding})"
    said += f"; without the columns {', '.join(missing)}" if missing else ""
    said += f"; the columns {', '.join(unknown)} are not of the return and were left out" if unknown else ""
    return CsvTable(name, path.name, records, rejections, said + ".")


def _too_many_cells(record: FileRecord, expected: int, cells: list[str]) -> Rejection:
    record.rejected = True
    record.content["(more)"] = " | ".join(cells[expected:])
    return Rejection(
        table=record.table,
        place=record.place,
        column="",
        found=f"{len(cells)} values",
        expected=f"{expected} values, as the header has columns",
        what_to_do="Look for a comma inside a value that is not in quotation marks, and export again.",
        verbatim=dict(record.content),
        subject=record.content.get("CHILD", ""),
    )
