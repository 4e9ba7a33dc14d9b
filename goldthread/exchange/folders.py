"""Folders of the vocabulary's own tables, as Parquet or CSV: for analysts, and for what is larger than one authority.

A folder holds one file a table, named as the vocabulary names it (``visits.parquet`` or ``visits.csv``). A folder of several
authorities holds one folder for each, ``authority=NAME``, to any depth. Whole children stand in one folder, and so one folder
is one part that can be worked out by itself; numbers of rows need to be unique only within it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from goldthread.vocabulary import TABLES, Column, Fault

SUFFIXES = (".parquet", ".csv")
KNOWN = "known"  # what sources hold of whom, as `goldthread.engine.bulk.run` takes it
SHAPE = (
    "Expected files named as the vocabulary names its tables (children.parquet, visits.csv ...), in the folder or in folders "
    "named authority=NAME."
)

TYPES: dict[str, pl.DataType] = {
    "key": pl.Int64(), "ref": pl.Int64(), "text": pl.String(), "code": pl.String(), "day": pl.Date(),
    "instant": pl.Datetime("us", "UTC"), "flag": pl.Boolean(), "number": pl.Int64(), "decimal": pl.Float64(),
    "json": pl.String(),
}  # fmt: skip
KNOWN_TYPES: dict[str, pl.DataType] = {
    "child": pl.Int64(), "fact": pl.String(), "known_from": pl.Date(), "judged_at": pl.Datetime("us", "UTC")
}  # fmt: skip
EXPECTED = {
    "key": "a whole number", "ref": "a whole number", "day": "a day as 2026-03-02",
    "instant": "a moment as 2026-03-02T09:30:00Z", "flag": "true or false", "number": "a whole number",
    "decimal": "a number",
}  # fmt: skip
FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


class UnreadableTable(Fault):
    """A file of a table that cannot be read as that table."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of a file that is not of its column's type: its row counted from 1 below the heading."""

    file: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, column {self.column}: found {self.found!r}, expected {self.expected}"


@dataclass(frozen=True, slots=True)
class Part:
    """One folder of whole children: its authority ("" where it does not say) and the file of each table."""

    folder: Path
    authority: str
    files: dict[str, Path] = field(default_factory=dict)
    known: Path | None = None


def parts_of(folder: Path) -> list[Part]:
    """The parts under a folder, in the order of their paths. Raises Fault where there is none."""
    if not folder.is_dir():
        raise Fault(f"{folder} is no folder. {SHAPE}")
    found = [_part(each) for each in sorted([folder, *(each for each in folder.rglob("*") if each.is_dir())])]
    parts = [part for part in found if part.files]
    if not parts:
        there = sorted(each.name for each in folder.iterdir())[:8]
        raise Fault(f"{folder} holds no table: found {', '.join(there) or 'nothing'}. {SHAPE}")
    for part in parts:
        if "children" not in part.files and not any(not TABLES[name].child_owned for name in part.files):
            raise Fault(f"{part.folder} holds {', '.join(sorted(part.files))} and no children. {SHAPE}")
    return parts


def _part(folder: Path) -> Part:
    part = Part(folder, _authority(folder))
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in SUFFIXES or not path.is_file():
            continue
        if path.stem in part.files:
            raise Fault(
                f"{folder} holds {path.stem} twice: {part.files[path.stem].name} and {path.name}. Leave one."
            )
        if path.stem in TABLES:
            part.files[path.stem] = path
    known = [folder / f"{KNOWN}{suffix}" for suffix in SUFFIXES if (folder / f"{KNOWN}{suffix}").is_file()]
    return Part(folder, part.authority, part.files, known[0] if known else None)


def _authority(folder: Path) -> str:
    named = (part.partition("=")[2] for part in reversed(folder.parts) if part.startswith("authority="))
    return next(named, "")


def tables_of(part: Part, names: Iterable[str] | None = None) -> dict[str, pl.LazyFrame]:
    """A part's tables in the vocabulary's types, only the named ones where names are given; columns of its own are left out.

    Parquet is read when it is asked for; CSV is read whole and each value looked at. Raises UnreadableTable with the file,
    the row, the column, what was found and what was expected.
    """
    wanted = part.files if names is None else [name for name in names if name in part.files]
    return {name: _table(part.files[name], name) for name in wanted}


def known_of(part: Part) -> pl.DataFrame | None:
    """What the part says of its sources; None where it says nothing."""
    if part.known is None:
        return None
    if part.known.suffix.lower() == ".csv":
        frame, misfits = _from_csv(
            part.known, KNOWN_TYPES, {"child": "key", "known_from": "day", "judged_at": "instant"}
        )
        _refuse(misfits)
        return frame
    return _from_parquet(part.known, KNOWN_TYPES).collect()


def misfits_of(part: Part) -> Iterator[Misfit]:
    """Every value of the part's CSV files that is not of its column's type, and every column of a Parquet file of another."""
    for name, path in part.files.items():
        types, kinds = _declared(name)
        if path.suffix.lower() == ".csv":
            yield from _from_csv(path, types, kinds)[1]
        else:
            yield from _wrong_types(path, types)


def _declared(name: str) -> tuple[dict[str, pl.DataType], dict[str, str]]:
    columns: Mapping[str, Column] = TABLES[name].columns()
    return {named: TYPES[each.kind] for named, each in columns.items()}, {
        named: each.kind for named, each in columns.items()
    }


def _table(path: Path, name: str) -> pl.LazyFrame:
    types, kinds = _declared(name)
    if path.suffix.lower() == ".csv":
        frame, misfits = _from_csv(path, types, kinds)
        _refuse(misfits)
        rows = frame.lazy()
    else:
        rows = _from_parquet(path, types)
    there = rows.collect_schema().names()
    for needed in dict.fromkeys(("id", TABLES[name].owner_column())):
        if needed not in there:
            raise UnreadableTable(
                f"{path}: no column {needed}. Every row of {name} has its number (id) and, where it is a child's, the child's "
                "number (child)."
            )
    return rows


def _refuse(misfits: list[Misfit]) -> None:
    if misfits:
        more = (
            f", and {len(misfits) - 1:,} more: `goldthread faults` lists them all" if len(misfits) > 1 else ""
        )
        raise UnreadableTable(f"{misfits[0]}{more}.")


def _from_parquet(path: Path, types: Mapping[str, pl.DataType]) -> pl.LazyFrame:
    _refuse(_wrong_types(path, types))
    rows = pl.scan_parquet(path)
    held = rows.collect_schema()
    return rows.select(
        pl.col(named).cast(types[named]) if held[named] != types[named] else pl.col(named)
        for named in held
        if named in types
    )


def _wrong_types(path: Path, types: Mapping[str, pl.DataType]) -> list[Misfit]:
    try:
        held = pl.read_parquet_schema(path)
    except (pl.exceptions.PolarsError, OSError) as wrong:
        raise UnreadableTable(f"{path} cannot be read as Parquet: {wrong}") from wrong
    return [
        Misfit(path.name, 0, named, str(found), str(types[named]))
        for named, found in held.items()
        if named in types and not _serves(found, types[named])
    ]


def _serves(found: pl.DataType, asked: pl.DataType) -> bool:
    """Whether a column of one type says the same in the other, value for value."""
    if found == asked or found == pl.Null:
        return True
    if asked == pl.Int64:
        return found.is_integer()
    if asked == pl.Float64:
        return found.is_numeric()
    if asked == pl.String:
        return found in (pl.Categorical, pl.Enum)
    return isinstance(asked, pl.Datetime) and isinstance(found, pl.Datetime) and found.time_zone is not None


def _from_csv(
    path: Path, types: Mapping[str, pl.DataType], kinds: Mapping[str, str]
) -> tuple[pl.DataFrame, list[Misfit]]:
    """The file's columns that are declared, and its values that do not fit."""
    try:
        raw = pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as wrong:
        raise UnreadableTable(
            f"{path} cannot be read as CSV in UTF-8 with commas and one heading line: {wrong}"
        ) from wrong
    raw = raw.select(
        pl.col(named).str.strip_chars().replace("", None).alias(named.strip())
        for named in raw.columns
        if named.strip() in types
    )
    typed = raw.select(_typed(named, kinds.get(named, "text")) for named in raw.columns)
    misfits = [
        Misfit(path.name, row + 1, named, raw[named][row], EXPECTED[kinds.get(named, "text")])
        for named in raw.columns
        if kinds.get(named, "text") in EXPECTED
        for row in (raw[named].is_not_null() & typed[named].is_null()).arg_true()
    ]
    return typed, sorted(misfits, key=lambda each: each.row)


def _typed(named: str, kind: str) -> pl.Expr:
    column = pl.col(named)
    if kind == "day":
        return column.str.to_date("%Y-%m-%d", strict=False)
    if kind == "instant":
        # A moment must say its zone: local time is told twice in autumn.
        zoned = column.str.replace("Z$", "+00:00").str.replace(" ", "T")
        return zoned.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%:z", time_unit="us", time_zone="UTC", strict=False)
    if kind == "flag":
        return column.str.to_lowercase().replace_strict(FLAGS, default=None, return_dtype=pl.Boolean)
    if kind in ("key", "ref", "number", "decimal"):
        return column.cast(TYPES[kind], strict=False)
    return column


def write_part(folder: Path, tables: Mapping[str, pl.DataFrame], authority: str = "") -> Path:
    """Write the tables of whole children as one part, in Parquet, under ``authority=NAME`` where it has one; gives its folder."""
    place = folder / f"authority={authority}" if authority else folder
    place.mkdir(parents=True, exist_ok=True)
    for name, frame in tables.items():
        declared = TABLES[name].columns()
        frame.select(
            pl.col(named).cast(TYPES[declared[named].kind]) for named in frame.columns if named in declared
        ).write_parquet(place / f"{name}.parquet")
    return place
