"""A published file opened: its table as text, row by row as a person sees them, whatever it is called or packed in."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from ..faults import UnreadableFile
from ..workbooks import refuse_too_large

MOST = 200_000_000
"""How many bytes an unpacked file may have; the tool's whole extract as CSV has 60 million."""

GZIP = b"\x1f\x8b"
ROW = "row of the file"
AGAIN = "Download it again from where it was published."


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file. rows: text by column, with ``ROW``, the row as a sheet shows it (the header is row 1).

    name: the file's, with the sheet's where it has several. head: for a file without a plain header, its first rows.
    """

    name: str
    table: pl.DataFrame
    head: tuple[tuple[str, ...], ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(self.table.columns)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sheets_of(path: Path) -> Iterator[Sheet]:
    """The tables in a file: CSV (packed by gzip or not), Parquet, or each sheet of a workbook (xlsx, ods).

    None for a file that is no table. Raises UnreadableFile for one that is damaged, cut short or locked.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4)
        if start == b"PAR1":
            yield _parquet(path)
        elif start[:2] == GZIP:
            yield from _csv(path.name, _unpacked(path))
        elif start == b"PK\x03\x04":
            yield from _workbook(path)
        elif path.stat().st_size > MOST:
            raise UnreadableFile(
                f"{path.name}: found more than {MOST:,} bytes. Expected a published table. {AGAIN}"
            )
        else:
            yield from _csv(path.name, path.read_bytes())
    except OSError as error:
        raise UnreadableFile(
            f"{path.name}: it cannot be opened ({error.strerror or error}). Expected a file that may be read. Check who may "
            "read it, and whether it is still there."
        ) from None


def _unpacked(path: Path) -> bytes:
    try:
        with gzip.open(path) as packed:
            found = packed.read(MOST + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableFile(
            f"{path.name}: found a damaged compressed file ({error}). Expected one that unpacks. {AGAIN}"
        ) from None
    if len(found) > MOST:
        raise UnreadableFile(
            f"{path.name}: it unpacks to more than {MOST:,} bytes. Expected a published table. {AGAIN}"
        )
    return found


def _parquet(path: Path) -> Sheet:
    try:
        found = pl.read_parquet(path)
    except pl.exceptions.PolarsError as error:
        first = str(error).partition("\n")[0]
        raise UnreadableFile(
            f"{path.name}: found a damaged Parquet table ({first}). Expected one that opens. {AGAIN}"
        ) from None
    text = found.select(pl.all().cast(pl.String, strict=False))
    return Sheet(path.name, text.with_row_index(ROW, offset=1))


def _csv(name: str, raw: bytes) -> Iterator[Sheet]:
    if b"\x00" in raw[:4096]:
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    lines = csv.reader(io.StringIO(text.partition("\n")[0] if '"' not in text[:20_000] else text))
    try:
        header = [cell.strip().lstrip("\ufeff") for cell in next(lines)]
    except (StopIteration, csv.Error):
        return
    if len(header) < 3:
        return
    if "" in header[:3] or len({*header}) < len(header):
        yield _headless(name, text)
        return
    try:
        table = pl.read_csv(text.encode(), infer_schema=False, new_columns=header, raise_if_empty=False)
    except pl.exceptions.PolarsError:
        raise _ragged(name, text, header) from None
    if (short := _short_row(name, text, header, table)) is not None:
        raise short
    yield Sheet(name, table.with_row_index(ROW, offset=2))


def _ragged(name: str, text: str, header: list[str]) -> UnreadableFile:
    for number, row in enumerate(csv.reader(io.StringIO(text)), 1):
        if row and len(row) != len(header):
            return UnreadableFile(
                f"{name}, row {number}: found {len(row)} columns. Expected {len(header)}, as its first row has. {AGAIN}"
            )
    return UnreadableFile(
        f"{name}: found a table that cannot be read as CSV. Expected quoted text to be closed. {AGAIN}"
    )


def _short_row(name: str, text: str, header: list[str], table: pl.DataFrame) -> UnreadableFile | None:
    """The fault of a row that ends early: what a download that broke off leaves behind; others would pass as empty cells."""
    last = table.tail(1)
    if last.is_empty() or last.select(pl.last().is_not_null()).item():
        return None
    ending = text.rstrip("\r\n").rpartition("\n")[2]
    found = next(csv.reader([ending]), [])
    if len(found) == len(header) or '"' in ending:
        return None
    return UnreadableFile(
        f"{name}, row {table.height + 1}: found {len(found)} columns, and the file ends there. Expected {len(header)}. "
        f"It was cut short. {AGAIN}"
    )


def _headless(name: str, text: str) -> Sheet:
    """A table whose first row is no plain header: its cells by number."""
    rows = [tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text))]
    return Sheet(name, pl.DataFrame(), tuple(rows))


def _workbook(path: Path) -> Iterator[Sheet]:
    try:
        refuse_too_large(path, "a published table")
        book = CalamineWorkbook.from_path(str(path))
        sheets = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
        ]
    except (CalamineError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableFile(
            f"{path.name}: found a damaged or locked workbook ({error}). Expected one that opens. {AGAIN}"
        ) from None
    for name, rows in sheets:
        for above, row in enumerate(rows[:8]):
            header = [str(cell).strip() for cell in row]
            if len([cell for cell in header if cell]) < 5 or any(
                cell.replace(".", "").isdigit() for cell in header
            ):
                continue
            below = [[_text(cell) for cell in each] for each in rows[above + 1 :]]
            named = [cell or f"column {number}" for number, cell in enumerate(header, 1)]
            unique = [
                f"{cell} {named[:at].count(cell) + 1}" if cell in named[:at] else cell
                for at, cell in enumerate(named)
            ]
            table = pl.DataFrame(below, schema=dict.fromkeys(unique, pl.String), orient="row")
            yield Sheet(f"{path.name}, {name}", table.with_row_index(ROW, offset=above + 2))
            break


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
