"""A folder of published statistics: which file is which, and everything they say, or nothing where one is at fault."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from goldthread.vocabulary.faults import Fault

from ..faults import UnknownFile
from . import judgements, neighbours, other_tables, releases, reports, tool
from .files import GZIP, Sheet, digest_of, sheets_of
from .kinds import KINDS, REPORTING, title_of
from .tidy import VALUES, WrongRows

EXPECTED = (
    "published statistics: releases of the Department for Education (children in need, children looked after, workforce), "
    "the interactive tool's extract, Ofsted's fostering figures, inspection outcomes and reports, statistical neighbours or "
    "population"
)
NOT_READ = "none of the kinds of published statistics that are read, by its columns"
SNIFFED = 200_000
SOURCED = {**VALUES, "source": pl.Int32}
"""The tidy values of several files; source: the number of the file in `Published.files`."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file that was read. release: the newest period or day in it, by which a later release is told from an earlier."""

    kind: str
    name: str
    digest: str
    release: str
    rows: int

    @property
    def title(self) -> str:
        return title_of(self.kind)

    def __str__(self) -> str:
        return (
            f"{self.title}, {self.release} ({self.name})" if self.release else f"{self.title} ({self.name})"
        )


@dataclass(slots=True)
class Published:
    """What the files say. values: `SOURCED`; the rest as their modules describe them, each with ``source``.

    strangers: files beside them that are none of these, with why. notes: what whoever brings them in should know.
    """

    files: list[ReadFile] = field(default_factory=list)
    values: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SOURCED))
    dictionary: pl.DataFrame = field(default_factory=pl.DataFrame)
    neighbours: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=neighbours.NEIGHBOURS))
    judgements: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=judgements.JUDGEMENTS))
    reports: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=reports.REPORTS))
    recommendations: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame(schema=reports.RECOMMENDATIONS)
    )
    strangers: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def kind_of(sheet: Sheet) -> str:
    """The kind of a sheet by what is in it; empty for one that is none."""
    if sheet.head:
        return "fostering" if other_tables.is_fostering(sheet) else ""
    if (release := releases.kind_of(sheet)) is not None:
        return release.name
    spaced = {" ".join(column.split()) for column in sheet.columns}
    for kind, known in _BY_COLUMNS:
        if known <= spaced:
            return kind
    return "neighbours" if neighbours.is_neighbours(sheet) else ""


_BY_COLUMNS: tuple[tuple[str, frozenset[str]], ...] = (
    ("tool", tool.NEEDS),
    ("tool_dictionary", tool.DICTIONARY),
    ("adoption_time", other_tables.STAGES),
    ("ethnicity", other_tables.GROUPS),
    ("outcomes", judgements.CODED),
    ("outcomes_earlier", judgements.EARLIER),
    ("outcomes_overview", judgements.OVERVIEW),
    ("recommendations", reports.ASKED),
    ("reports", reports.INDEX),
)
_READ: dict[str, Callable[[Sheet], pl.DataFrame]] = {
    "tool": tool.read,
    "tool_dictionary": tool.read_dictionary,
    "adoption_time": other_tables.read_adoption_time,
    "ethnicity": other_tables.read_ethnicity,
    "fostering": other_tables.read_fostering,
    "neighbours": neighbours.read,
    "outcomes": judgements.read,
    "outcomes_earlier": judgements.read,
    "outcomes_overview": judgements.read,
    "reports": reports.read_index,
    "recommendations": reports.read_recommendations,
}
_HOLDS = {
    "tool_dictionary": "dictionary",
    "neighbours": "neighbours",
    "outcomes": "judgements",
    "outcomes_earlier": "judgements",
    "outcomes_overview": "judgements",
    "reports": "reports",
    "recommendations": "recommendations",
}


def is_published(path: Path) -> bool:
    """Whether a file, or one in a folder, begins as published statistics do. Says nothing of whether it can be read."""
    if path.is_dir():
        return any(is_published(one) for one in _inside(path))
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(4)
        if start == b"PAR1":
            return set(pl.read_parquet_schema(path)) >= tool.NEEDS
        if start == b"PK\x03\x04":
            return any(kind_of(sheet) for sheet in sheets_of(path))
        with path.open("rb") as file:
            raw = file.read(SNIFFED)
        if start[:2] == GZIP:  # as much as there is of it: a download that broke off is still known
            raw = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, SNIFFED)
        text = raw.decode("utf-8-sig", errors="replace")
        rows = list(csv.reader(io.StringIO(text)))[:2] if text.lstrip()[:1] not in ("<", "") else []
    except (OSError, zlib.error, Fault, csv.Error, pl.exceptions.PolarsError):
        return False
    columns = {" ".join(cell.split()) for cell in rows[0]} if rows else set()
    known = [known for _, known in _BY_COLUMNS] + [kind.needs | REPORTING for kind in KINDS.values()]
    fostering = len(rows) > 1 and tuple(rows[1][:3]) == other_tables.HEADINGS
    return fostering or any(each <= columns for each in [*known, neighbours.WIDE, neighbours.BOOK])


def read_folder(paths: Iterable[Path]) -> Published:
    """Everything that files and folders of published statistics say, all of it or nothing.

    Raises Fault with every file that is at fault, or where none is of a kind that is read.
    """
    found, faults = Published(), list[str]()
    frames: dict[str, list[pl.DataFrame]] = {}
    for path in _files(paths):
        try:
            taken, why = [_take(sheet, path, found, frames) for sheet in sheets_of(path)], NOT_READ
        except Fault as fault:
            if is_published(path):
                faults.append(str(fault))
                continue
            taken, why = [], str(fault).removeprefix(f"{path.name}: ")
        if not any(taken):
            found.strangers.append((path.name, why))
    if faults:
        more = f" {len(faults)} files are at fault; nothing was taken from any." if len(faults) > 1 else ""
        raise WrongRows("\n".join(faults) + more)
    if not found.files:
        names = ", ".join(name for name, _ in found.strangers[:5]) or "nothing"
        raise UnknownFile(f"Found {names}. Expected {EXPECTED}. Choose the files as they were published.")
    _put_together(found, frames)
    return found


def _files(paths: Iterable[Path]) -> list[Path]:
    every = [one for path in paths for one in (_inside(path) if path.is_dir() else [path])]
    for path in every:
        if not path.is_file():
            raise UnknownFile(
                f"{path.name}: found nothing by this name. Expected {EXPECTED}. Check where the file is."
            )
    return every


def _inside(folder: Path) -> list[Path]:
    hidden = (".", "~$", "__MACOSX")
    return sorted(
        one for one in folder.rglob("*")
        if one.is_file() and not any(part.startswith(hidden) for part in one.relative_to(folder).parts)
    )  # fmt: skip


def _take(sheet: Sheet, path: Path, found: Published, frames: dict[str, list[pl.DataFrame]]) -> bool:
    kind = kind_of(sheet)
    if not kind:
        return False
    table = releases.read(sheet, KINDS[kind]) if kind in KINDS else _READ[kind](sheet)
    holds = _HOLDS.get(kind, "values")
    source = len(found.files)
    found.files.append(ReadFile(kind, sheet.name, digest_of(path), _release(table, holds), table.height))
    frames.setdefault(holds, []).append(table.with_columns(source=pl.lit(source, pl.Int32)))
    return True


def _release(table: pl.DataFrame, holds: str) -> str:
    if table.is_empty():
        return ""
    if holds == "values":
        return str(table.sort("year", "period").select("period").row(-1)[0])
    if holds == "neighbours":
        return str(table["model"][0])
    newest = table["published_on"].max() if "published_on" in table.columns else None
    return newest.isoformat() if newest is not None else ""  # type: ignore[union-attr]


def _put_together(found: Published, frames: dict[str, list[pl.DataFrame]]) -> None:
    every = {holds: pl.concat(several) for holds, several in frames.items()}
    if "values" in every:
        found.values = _one_of_each(every["values"], found.files)
    if "dictionary" in every:
        found.dictionary = (
            every["dictionary"]
            .sort("places", nulls_last=True)
            .unique("series", keep="first", maintain_order=True)
        )
    if "neighbours" in every:
        found.neighbours = every["neighbours"].unique(
            ["authority", "rank", "model"], keep="first", maintain_order=True
        )
    if "judgements" in every:
        found.judgements = _merged(every["judgements"], found)
    if "reports" in every:
        found.reports = every["reports"].unique("report", keep="first", maintain_order=True)
    if "recommendations" in every:
        key = ["report", "section", "number", "text"]
        found.recommendations = every["recommendations"].unique(key, keep="first", maintain_order=True)


def _one_of_each(values: pl.DataFrame, files: list[ReadFile]) -> pl.DataFrame:
    """The values of several files of a kind: the latest release's where two say the same thing of a place and period.

    Raises WrongRows where two files of one release say different things.
    """
    key = ["kind", "authority", "series", "period"]
    several = {file.kind for file in files if sum(other.kind == file.kind for other in files) > 1}
    if not several:
        return values
    order = pl.DataFrame(
        {"source": range(len(files)), "release": [file.release for file in files]},
        schema_overrides={"source": pl.Int32},
    )
    shared = values.filter(pl.col("kind").is_in(sorted(several))).join(order, on="source")
    clash = (
        shared.group_by(*key, "release")
        .agg(
            pl.struct("value", "token").n_unique().alias("said"), pl.col("source").unique().sort().alias("of")
        )
        .filter(pl.col("said") > 1)
        .sort(key)
    )
    if clash.height:
        first = clash.row(0, named=True)
        names = " and ".join(files[at].name for at in first["of"])
        raise WrongRows(
            f"{names}: found two values of {first['series']} for {first['authority']} in {first['period']}, both of release "
            f"{first['release']}; {clash.height:,} cells differ. Expected one. Keep the file that was published last."
        )
    kept = shared.sort("release", "source", descending=[True, False]).unique(
        key, keep="first", maintain_order=True
    )
    return pl.concat([values.filter(~pl.col("kind").is_in(sorted(several))), kept.drop("release")])


def _merged(every: pl.DataFrame, found: Published) -> pl.DataFrame:
    """Each judgement once: Ofsted's own coded list is taken before the list since 2009, and that before the overview."""
    rank = pl.col("source").replace_strict(
        {
            at: judgements.RANK[file.kind]
            for at, file in enumerate(found.files)
            if file.kind in judgements.RANK
        },
        return_dtype=pl.Int32,
    )
    key = ["authority", "framework", "published_on", "area"]
    told = every.with_columns(_rank=rank)
    disagree = (
        told.filter(pl.col("area") != "")
        .group_by(key)
        .agg(pl.col("today").n_unique())
        .filter(pl.col("today") > 1)
        .sort(key)
    )
    if disagree.height:
        where = ", ".join(
            f"{code} on {day:%d/%m/%Y} ({area})" for code, _, day, area, _ in disagree.head(3).iter_rows()
        )
        found.notes.append(
            f"{disagree.height} judgements are printed differently in two files, {where} among them; Ofsted's own list is taken."
        )
    sorted_rows = told.sort("_rank", pl.col("inspection") == "", maintain_order=True)
    first = sorted_rows.unique(key, keep="first", maintain_order=True).drop("_rank")
    return first.sort("authority", "published_on", "framework", "area")
