"""A folder of files that speak the vocabulary: one Parquet or CSV file a table, named as the table is.

``referrals.parquet`` or ``referrals.csv`` holds the table ``referrals``, with its columns by name. A folder of several
authorities holds one folder for each, ``authority=Oakshire``, as engines for large tables write them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from goldthread.vocabulary import TABLES, Column, Fault

KINDS = (".parquet", ".csv")
AUTHORITY = "authority="
WORDS_FOR_YES, WORDS_FOR_NO = ["true", "1", "yes"], ["false", "0", "no"]
TYPES: dict[str, Any] = {
    "key": pl.Int64, "ref": pl.Int64, "text": pl.String, "code": pl.String, "day": pl.Date,
    "instant": pl.Datetime("us", "UTC"), "flag": pl.Boolean, "number": pl.Int64, "decimal": pl.Float64,
    "json": pl.String,
}  # fmt: skip
SAID = {
    "key": "a whole number", "ref": "a whole number", "day": "a day, as 2026-03-02", "flag": "true or false",
    "instant": "a time in UTC, as 2026-03-02T09:30:00Z", "number": "a whole number", "decimal": "a number",
}  # fmt: skip


def tables_by_authority(folder: Path) -> dict[str, dict[str, pl.LazyFrame]]:
    """The tables of each authority by its name; of a folder that holds the files itself under the empty name.

    Raises Fault as `tables_in` does.
    """
    inside = sorted(each for each in folder.glob(f"{AUTHORITY}*") if each.is_dir()) if folder.is_dir() else []
    if not inside:
        return {"": tables_in(folder)}
    return {each.name.removeprefix(AUTHORITY): tables_in(each) for each in inside}


def tables_in(folder: Path) -> dict[str, pl.LazyFrame]:
    """The tables that a folder holds, in the vocabulary's types; read when they are asked for.

    A table that has no file holds no rows, a column that is not there no values; what the vocabulary does not name is left
    alone. Raises Fault for a folder without any table, a table in two files, a table without its key or its child, and a
    value that is not of its column's type.
    """
    if not folder.is_dir():
        raise Fault(
            f"{folder} is not a folder. Name a folder with files such as referrals.parquet or referrals.csv."
        )
    found: dict[str, Path] = {}
    for path in sorted(each for each in folder.iterdir() if each.suffix in KINDS and each.stem in TABLES):
        if path.stem in found:
            raise Fault(
                f"{folder} holds {path.stem} twice: {found[path.stem].name} and {path.name}. Keep one of them."
            )
        found[path.stem] = path
    if not found:
        raise Fault(
            f"{folder} holds no table. Expected files named as tables are, .parquet or .csv, such as referrals.csv; the tables "
            f"are {', '.join(sorted(TABLES))}."
        )
    return {name: _table(name, path) for name, path in found.items()}


def _table(name: str, path: Path) -> pl.LazyFrame:
    declared = TABLES[name].columns()
    rows = pl.scan_parquet(path) if path.suffix == ".parquet" else pl.scan_csv(path, infer_schema=False)
    try:
        held = rows.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as wrong:
        raise Fault(f"{path.name} could not be read as {path.suffix[1:]}: {wrong}") from wrong
    missing = {"id", TABLES[name].owner_column()} - set(held)
    if missing:
        raise Fault(f"{path.name} has no column {' nor '.join(sorted(missing))}. It has {', '.join(held)}.")
    columns = {each: declared[each] for each in held if each in declared}
    if path.suffix == ".csv":
        return _typed(path, rows, columns)
    for each, column in columns.items():
        if not _fits(held[each], TYPES[column.kind]):
            raise Fault(
                f"{path.name}, column {each}: found {held[each]}, expected {SAID.get(column.kind, 'text')}."
            )
    return rows.select(pl.col(each).cast(TYPES[column.kind]) for each, column in columns.items())


def _fits(held: pl.DataType, wanted: Any) -> bool:
    if held == pl.Null:
        return True
    if wanted == pl.Int64:
        return held.is_integer()
    if wanted == pl.Float64:
        return held.is_numeric()
    if wanted == pl.String:
        return held in (pl.String, pl.Categorical) or isinstance(held, pl.Enum)
    return held.base_type() == (wanted if isinstance(wanted, type) else wanted.base_type())


def _typed(path: Path, rows: pl.LazyFrame, columns: dict[str, Column]) -> pl.LazyFrame:
    """A CSV file's text in the types of its columns. An empty cell holds nothing, but empty text is text."""
    whole = rows.select(pl.col(each) for each in columns).collect()
    made = whole.select(_value(each, column) for each, column in columns.items())
    for each, column in columns.items():
        given = whole[each].fill_null("").str.strip_chars() != ""
        wrong = (given & made[each].is_null()).arg_true()
        if column.kind in SAID and wrong.len():
            first = int(wrong[0])
            raise Fault(
                f"{path.name}, row {first + 2}, column {each}: found {whole[each][first]!r}, expected {SAID[column.kind]}."
            )
    return made.lazy()


def _value(name: str, column: Column) -> pl.Expr:
    text = pl.col(name).str.strip_chars()
    text = pl.when(text != "").then(text)
    match column.kind:
        case "day":
            return text.str.to_date("%Y-%m-%d", strict=False).alias(name)
        case "instant":
            zoned = text.str.replace("Z$", "+00:00").str.replace(" ", "T", literal=True)
            return zoned.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%:z", time_unit="us", strict=False).alias(name)
        case "flag":
            said = text.str.to_lowercase()
            yes = pl.when(said.is_in(WORDS_FOR_YES)).then(True).when(said.is_in(WORDS_FOR_NO)).then(False)
            return yes.alias(name)
        case "text":
            return pl.col(name).fill_null("").alias(name)
        case "code" | "json":
            return text.alias(name)
    return text.cast(TYPES[column.kind], strict=False).alias(name)
