"""Which kind of file is which, found by what is in it and never by what it is called."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from goldthread.vocabulary.faults import Fault

from . import cin_census, ssda903, ssda903_xml, workforce_census
from .annex_a import open_workbook, read_sheets
from .faults import EXPECTED, UnknownFile, UnreadableFile
from .reading import Place, Reading, Rejection
from .ssda903_tables import CsvTable, csv_text, header_of, read_csv
from .xml_files import survey

START = 4096
MARKS = ("\ufeff", "\ufffe")
WHAT_TO_DO = "Choose the file or folder as the case system exported it."
KNOWN_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf", "a compressed file (7-Zip)"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3", "a database"),
)


@dataclass(slots=True)
class _Found:
    """What some files turned out to be. ``strangers``: the files of folders that are none of the kinds."""

    readings: list[Reading] = field(default_factory=list)
    tables: dict[Path, list[CsvTable]] = field(default_factory=lambda: defaultdict(list))
    strangers: list[tuple[Path, str]] = field(default_factory=list)


def open_paths(paths: list[Path], as_at: date | None = None, today: date | None = None) -> list[Reading]:
    """The readings in files and folders, recognised by content.

    A folder's SSDA903 tables are one reading; tables given file by file are one reading for each folder they lie in. A file
    of another kind is refused where it was named, and listed among the rejections where it lies in a folder beside
    something that could be read.

    Raises UnknownFile or UnreadableFile for what refuses a whole file.
    """
    now = today or date.today()
    if as_at is not None and as_at > now:
        raise Fault(
            f"Found {as_at:%d/%m/%Y} as the day to which the files speak. Expected a day no later than today, "
            f"{now:%d/%m/%Y}. Give the day on which the files were made."
        )
    found = _Found()
    for path in paths:
        _open_one(path, found, as_at, now)
    for tables in found.tables.values():
        found.readings.append(ssda903.open_tables(tables, as_at, now))
    if not found.readings:
        if found.strangers:
            path, what = found.strangers[0]
            more = f" and {len(found.strangers) - 1} more" if len(found.strangers) > 1 else ""
            raise UnknownFile(f"{path.name}{more}: found {what}. Expected {EXPECTED}. {WHAT_TO_DO}")
        raise UnknownFile(f"No file was given. Expected {EXPECTED}. {WHAT_TO_DO}")
    if found.strangers:
        held = tuple(_stranger(path, what) for path, what in found.strangers)
        found.readings[0] = replace(found.readings[0], rejections=(*found.readings[0].rejections, *held))
    return found.readings


def must_be_there(path: Path) -> None:
    """Raises UnknownFile where nothing has this name: to be asked before anything is made ready for what it holds."""
    if not path.exists():
        raise UnknownFile(
            f"{path.name}: found nothing by this name. Expected {EXPECTED}. Check where the file is."
        )


def _open_one(path: Path, found: _Found, as_at: date | None, today: date) -> None:
    try:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file() and not _hidden(one, path))
            if not inside:
                raise UnknownFile(f"{path.name}: found an empty folder. Expected {EXPECTED}. {WHAT_TO_DO}")
            for one in inside:
                if what := _open_file(one, found, as_at, today):
                    found.strangers.append((one, what))
            return
        must_be_there(path)
        if not path.is_file():
            raise UnknownFile(
                f"{path.name}: found something that is no file. Expected {EXPECTED}. {WHAT_TO_DO}"
            )
        if what := _open_file(path, found, as_at, today):
            raise UnknownFile(f"{path.name}: found {what}. Expected {EXPECTED}. {WHAT_TO_DO}")
    except OSError as error:
        raise UnreadableFile(
            f"{path.name}: it cannot be opened ({error.strerror or error}). Expected a file that may be read. Check who may "
            "read it, and whether it is still there."
        ) from None


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in path.relative_to(folder).parts)


def _open_file(path: Path, found: _Found, as_at: date | None, today: date) -> str:
    """Add what a file holds to what was found; otherwise say what it is instead."""
    with path.open("rb") as file:
        start = file.read(START)
    if not start.strip():
        return "an empty file"
    for mark, what in KNOWN_STARTS:
        if start.startswith(mark):
            return what
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _open_packed(path, found, as_at, today)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _open_workbook(path, found, as_at, today)
    if _first_sign(start) == "<":
        return _open_xml(path, start, found, as_at, today)
    return _open_text(path, found)


def _first_sign(start: bytes) -> str:
    """The first character that is not space, in whichever of the usual encodings the file is."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = start[: len(start) // 2 * 2].decode("utf-16", errors="replace")
    elif start[:4] in (b"<\x00?\x00", b"<\x00M\x00", b"\x00<\x00?", b"\x00<\x00M"):
        return "<"
    else:
        text = start.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    return text.lstrip("".join(MARKS) + " \t\r\n")[:1]


def _open_packed(path: Path, found: _Found, as_at: date | None, today: date) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(
            f"{path.name}: found a damaged workbook or compressed file ({error}). Expected an Excel workbook (.xlsx) that "
            "opens. Ask for it again, and check that the copy is as long as the original."
        ) from None
    if any(name.startswith("word/") for name in names):
        return "a Word document"
    if any(name.startswith("ppt/") for name in names):
        return "a presentation"
    if not any(name.startswith(("xl/", "content.xml")) for name in names):
        return f"a compressed file with {len(names)} files; unpack it and choose the folder"
    return _open_workbook(path, found, as_at, today)


def _open_workbook(path: Path, found: _Found, as_at: date | None, today: date) -> str:
    reading = open_workbook(path, as_at, today)
    if reading is None:
        sheets = ", ".join(repr(sheet.name) for sheet in read_sheets(path)[:12])
        return f"a workbook whose sheets ({sheets or 'none'}) are none of the eleven lists of Annex A by their columns"
    found.readings.append(reading)
    return ""


def _open_xml(path: Path, start: bytes, found: _Found, as_at: date | None, today: date) -> str:
    if b"<html" in start.lower() or b"<!doctype html" in start.lower():
        return "a web page, perhaps a sign-in or error page saved in place of the file"
    what = survey(path, ssda903_xml.DATED, today)
    collection = what.header.get("Collection", "").upper()
    if collection == "CIN" or (not collection and what.names["LAchildID"] and what.names["CINdetails"]):
        found.readings.append(cin_census.open_census(path, what, as_at, today))
    elif collection == "CSWW" or (not collection and what.names["CSWWWorker"]):
        found.readings.append(workforce_census.open_census(path, what, as_at, today))
    elif what.names["CHILD"] and (what.names["EPISODE"] or what.names["CHILDID"]):
        found.readings.append(ssda903_xml.open_xml(path, what, as_at, today))
    else:
        named = f" of the collection {collection}" if collection else ""
        return f"XML{named} whose first element is <{what.root}>"
    return ""


def _open_text(path: Path, found: _Found) -> str:
    text, encoding = csv_text(path)
    table = read_csv(path, text, encoding)
    if table is not None:
        found.tables[path.parent].append(table)
        return ""
    columns, delimiter = header_of(text)
    if text.count(delimiter, 0, START) == 0:
        return f"text that is neither XML nor a table; it begins {text.strip()[:40]!r}"
    return f"a CSV whose columns are {', '.join(columns[:12])}, which are those of no table of the SSDA903 return"


def _stranger(path: Path, what: str) -> Rejection:
    return Rejection(
        table="",
        place=Place(path.name),
        column="",
        found=what,
        expected=EXPECTED,
        what_to_do="If it was meant to be read, choose the file as the case system exported it; otherwise leave it out.",
    )
