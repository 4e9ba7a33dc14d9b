"""The tidy form: a row for each value that a published file states of a place and a period."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ..faults import UnreadableFile
from .authorities import BY_ONS, BY_TOOL, ENGLAND, PLACES, TOGETHER
from .files import ROW, Sheet
from .tokens import TOKENS, sign_in

VALUES = {
    "kind": pl.String,
    "authority": pl.String,
    "series": pl.String,
    "period": pl.String,
    "year": pl.Int32,
    "value": pl.Float64,
    "token": pl.String,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "unit": pl.String,
}
"""Columns. authority: three figures, or the ONS code of a region or England, or several that return together (314/318). period:
as printed; year: the one in which it ends. value: missing where a sign stands; token: that sign, or "empty", or nothing.
numerator, denominator: the counts that the same file prints, where it does."""

LEVELS = ("National", "Regional", "Local authority")
SIGNS = ", ".join(repr(sign) for sign in TOKENS)
MOST_TOLD = 5
UNKNOWN_PLACE = (
    "Check whether the file was changed after it was downloaded; if the authority is new, its code must be added to the "
    "list of authorities."
)


class WrongRows(UnreadableFile):
    """A published file with rows that cannot be what it says they are; none of it is taken."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One cell that cannot be right."""

    file: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, {self.column}: found {self.found!r}. Expected {self.expected}."


def refuse(wrong: list[Wrong], what_to_do: str) -> None:
    """Raise WrongRows with the first of what is wrong, where anything is."""
    if wrong:
        more = f" And {len(wrong) - MOST_TOLD:,} more." if len(wrong) > MOST_TOLD else ""
        told = " ".join(str(each) for each in wrong[:MOST_TOLD])
        raise WrongRows(f"{told}{more} {what_to_do} Nothing was taken from any file.")


def year_of() -> pl.Expr:
    """The year in which a period ends, of a column ``period``: 2025, 2015/16, 2013/14-15/16, 2014-16, 2018 (Rev), 202425."""
    said = pl.col("period").str.strip_chars()
    six = said.str.extract(r"^(20\d\d)(\d\d)$", 2)
    last = pl.coalesce(
        said.str.extract(r"^(?:(?:19|20)\d\d)(?:/\d\d)?-(?:\d\d/)?(\d\d)(?: \([A-Za-z]+\))?$"),
        said.str.extract(r"^(?:(?:19|20)\d\d)/(\d\d)(?: \([A-Za-z]+\))?$"),
        six,
    )
    alone = said.str.extract(r"^((?:19|20)\d\d)(?: \([A-Za-z]+\))?$").cast(pl.Int32, strict=False)
    return pl.coalesce(alone, last.cast(pl.Int32, strict=False) + 2000)


def wrong_cells(sheet: Sheet, frame: pl.DataFrame, where: pl.Expr, column: str, expected: str) -> list[Wrong]:
    """The cells of a column in rows where something holds that must not."""
    told = frame.filter(where).select(ROW, pl.col(column).fill_null("")).head(1000)
    return [Wrong(sheet.name, row, column, found, expected) for row, found in told.iter_rows()]


def wrong_values(sheet: Sheet, table: pl.DataFrame, column: str) -> list[Wrong]:
    """The cells of a column that hold neither a number nor a sign of the list."""
    return wrong_cells(sheet, table, sign_in(column) == "?", column, f"a number or one of {SIGNS}")


def with_places(sheet: Sheet) -> pl.DataFrame:
    """The rows of a release with ``authority``, joined by code. Raises WrongRows for codes that are none or do not agree."""
    table = sheet.table
    columns: list[str] = [
        name
        for name in ("geographic_level", "old_la_code", "new_la_code", "region_code", "country_code")
        if name in table.columns
    ]
    distinct = table.group_by(columns).agg(pl.col(ROW).min())
    wrong: list[Wrong] = []
    codes: list[str] = []
    for row in distinct.iter_rows(named=True):
        said = {name: (row.get(name) or "").strip() for name in columns}
        code, problem = _place_of(said)
        codes.append(code)
        if problem:
            wrong.append(Wrong(sheet.name, row[ROW], *problem))
    refuse(
        sorted(wrong, key=lambda each: each.row),
        UNKNOWN_PLACE,
    )
    known = distinct.drop(ROW).with_columns(authority=pl.Series(codes, dtype=pl.String))
    return table.join(known, on=columns, how="left", nulls_equal=True)


def _place_of(said: dict[str, str]) -> tuple[str, tuple[str, str, str] | None]:
    """The code of a row's place, and what is wrong with it: column, found, expected."""
    level = said["geographic_level"]
    if level == "National":
        code = said.get("country_code") or ENGLAND
        return code, None if code == ENGLAND else ("country_code", code, ENGLAND)
    if level == "Regional":
        code = said.get("region_code", "")
        if not code:
            return "", None
        fits = code in PLACES and PLACES[code].kind == "region"
        return code, None if fits else (
            "region_code",
            code,
            "the ONS code of an English region, such as E12000008",
        )
    if level != "Local authority":
        return "", ("geographic_level", level, ", ".join(LEVELS))
    old, new = said.get("old_la_code", "").removesuffix(".0"), said.get("new_la_code", "")
    by_ons = TOGETHER.join(BY_ONS.get(each.strip(), "?") for each in new.split("/")) if new else ""
    by_old = TOGETHER.join(sorted(each.strip() for each in old.split("/")))
    if by_old and not all(each in PLACES for each in by_old.split(TOGETHER)):
        return "", ("old_la_code", old, "the three figures of an authority in the list")
    if not by_old and (not by_ons or "?" in by_ons):
        return "", ("new_la_code", new, "the nine characters of an authority in the list")
    if by_old and by_ons and "?" not in by_ons and by_old != TOGETHER.join(sorted(by_ons.split(TOGETHER))):
        return "", ("new_la_code", new, f"the ONS code of {by_old}, as old_la_code says")
    return by_old or by_ons, None


def tool_places(sheet: Sheet, column: str) -> pl.DataFrame:
    """The distinct numbers in a column of the interactive tool with their ``authority``. Raises WrongRows for unknown ones."""
    distinct = sheet.table.group_by(column).agg(pl.col(ROW).min())
    wrong, codes = [], []
    for said, row in distinct.iter_rows():
        number = (said or "").strip().removesuffix(".0")
        codes.append(BY_TOOL.get(number, ""))
        if number not in BY_TOOL:
            wrong.append(
                Wrong(
                    sheet.name, row, column, said or "", "the three figures by which the tool numbers a place"
                )
            )
    refuse(
        wrong,
        UNKNOWN_PLACE,
    )
    return distinct.select(column, authority=pl.Series(codes, dtype=pl.String))


def periods_of(sheet: Sheet, frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """A frame with ``period`` and ``year`` of a column. Raises WrongRows for what names no year."""
    found = frame.with_columns(period=pl.col(column).fill_null("").str.strip_chars()).with_columns(
        year=year_of()
    )
    refuse(
        wrong_cells(
            sheet,
            found,
            pl.col("year").is_null(),
            column,
            "a year or the years of a period, such as 2025 or 2024/25",
        ),
        "Check whether a spreadsheet changed the column; download the file again.",
    )
    return found


def refuse_twice(sheet: Sheet, frame: pl.DataFrame) -> pl.DataFrame:
    """A frame without rows said twice alike. Raises WrongRows where the file says two things of one place and period."""
    key = ["authority", "series", "period"]
    each = frame.select(key).unique().height
    if each == frame.height:
        return frame.drop(ROW)
    said = frame.drop(ROW).unique(maintain_order=True)
    if said.height != each:
        twice = frame.filter(pl.struct(key).is_duplicated()).sort(*key, ROW)
        row, authority, series, period = twice.select(ROW, *key).row(1)
        refuse(
            [
                Wrong(
                    sheet.name,
                    row,
                    series,
                    f"{authority} in {period} a second time, saying another thing",
                    "each place and period once",
                )
            ],
            "Check whether two downloads were joined into one file.",
        )
    return said
