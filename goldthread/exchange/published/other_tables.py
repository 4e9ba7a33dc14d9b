"""Statistics laid out each in its own way: times to adoption, census ethnic groups, fostering by local authority."""

from __future__ import annotations

import re
from datetime import date

import polars as pl

from .authorities import BY_ONS, place_headed
from .files import ROW, Sheet
from .tidy import VALUES, Wrong, periods_of, refuse, refuse_twice, with_places, wrong_cells
from .tokens import number_in, sign_in

STAGES = frozenset({"stage_of_adoption_process", "age_start_poc", "time_period", "number"})
GROUPS = frozenset({"Ethnic group (20 categories) Code", "Ethnic group (20 categories)", "Observation"})
CENSUS = "2021"
PLACES_OF_CENSUS = ("2023 Upper tier local authorities Code", "Regions Code", "Countries Code")
WALES = "W"
HEADINGS = ("Topic", "Sub-topic", "Data")
ENDED = re.compile(r"\b(20\d\d)(?: to |-)(?:20)?(\d\d)\b")
SEVERAL = ("London Tri-borough",)
"""Headings of several authorities whose fostering agencies were one: no authority's own figure."""


def is_fostering(sheet: Sheet) -> bool:
    return len(sheet.head) > 2 and sheet.head[1][:3] == HEADINGS


def read_adoption_time(sheet: Sheet) -> pl.DataFrame:
    """The average times in months ("01:02" is a year and two months), and the count beside them, as `VALUES`."""
    placed = periods_of(sheet, with_places(sheet), "time_period")
    parts = pl.col("number").str.extract_groups(r"^(\d\d):(\d\d)$")
    months = parts.struct.field("1").cast(pl.Float64) * 12 + parts.struct.field("2").cast(pl.Float64)
    sign = pl.when(months.is_not_null()).then(pl.lit("")).otherwise(sign_in("number"))
    told = placed.with_columns(value=pl.coalesce(months, number_in("number")), token=sign, months=months)
    refuse(
        wrong_cells(
            sheet, told, pl.col("token") == "?", "number", "years and months as 01:02, a number, or a sign"
        ),
        "Check whether a spreadsheet made times of them; download the file again.",
    )
    none = pl.lit(None, pl.Float64)
    found = told.select(
        ROW, "authority", "period", "year", "token",
        kind=pl.lit("adoption_time"),
        series=pl.concat_str([pl.col("stage_of_adoption_process"), pl.col("age_start_poc")], separator=" / "),
        value=pl.when(pl.col("token") == "").then("value"),
        numerator=none, denominator=none,
        unit=pl.when(pl.col("months").is_not_null()).then(pl.lit("months")).otherwise(pl.lit("children")),
    )  # fmt: skip
    return refuse_twice(sheet, found.select(ROW, *VALUES)).select(list(VALUES))


def read_ethnicity(sheet: Sheet) -> pl.DataFrame:
    """People by ethnic group in the Census of 2021 as `VALUES`; places in Wales are left out."""
    column = next(name for name in PLACES_OF_CENSUS if name in sheet.columns)
    here = sheet.table.filter(~pl.col(column).str.starts_with(WALES))
    refuse(
        wrong_cells(
            sheet,
            here,
            ~pl.col(column).is_in(list(BY_ONS)),
            column,
            "the nine characters of an authority in the list",
        )
        + wrong_cells(sheet, here, sign_in("Observation") != "", "Observation", "a number of people"),
        "Check whether the file was changed after it was downloaded.",
    )
    label, count = "Ethnic group (20 categories)", number_in("Observation")
    found = here.select(
        ROW,
        authority=pl.col(column).replace_strict(BY_ONS),
        kind=pl.lit("ethnicity"), series=pl.col(label), period=pl.lit(CENSUS), year=pl.lit(int(CENSUS), pl.Int32),
        value=count, token=pl.lit(""), numerator=count,
        denominator=count.filter(pl.col("Ethnic group (20 categories) Code") != "-8").sum().over(column),
        unit=pl.lit("people"),
    )  # fmt: skip
    return refuse_twice(sheet, found.select(ROW, *VALUES)).select(list(VALUES))


def read_fostering(sheet: Sheet) -> pl.DataFrame:
    """Ofsted's fostering figures of local authorities' own agencies as `VALUES`; each row of the file is a series.

    The file prints an authority's name and its agency's number, and no code: its headings must be names of the list. The year
    is the latest that its notes name. Raises WrongRows for a heading that is no place, a value that is neither number nor sign.
    """
    year = _year_of(sheet)
    codes: dict[int, str] = {}
    wrong: list[Wrong] = []
    for at, heading in enumerate(sheet.head[0]):
        if not heading or heading in SEVERAL:
            continue
        place = place_headed(heading, date(year, 3, 31))
        if place is None:
            wrong.append(
                Wrong(
                    sheet.name,
                    1,
                    f"column {at + 1}",
                    heading,
                    f"an authority, a region or England as of 31 March {year}",
                )
            )
        else:
            codes[at] = place.code
    refuse(wrong, "Check the heading against the list of authorities.")
    rows: list[tuple[int, str, str, str]] = []
    topic, times = "", dict[str, int]()
    for number, cells in enumerate(sheet.head[2:], 3):
        topic = cells[0] or topic
        if len(cells) < 4 or not cells[2] or not cells[3]:
            continue
        series = " / ".join(part.strip(" *^?\N{DEGREE SIGN}~") for part in (topic, *cells[1:3]) if part)
        times[series] = times.get(series, 0) + 1
        series += f" ({times[series]})" if times[series] > 1 else ""
        rows += [(number, series, code, cells[at] if at < len(cells) else "") for at, code in codes.items()]
    told = pl.DataFrame(rows, schema=[ROW, "series", "authority", "said"], orient="row")
    refuse(
        wrong_cells(sheet, told, sign_in("said") == "?", "said", "a number or .."), "Download the file again."
    )
    count = number_in("said")
    found = told.select(
        ROW, "series", "authority",
        kind=pl.lit("fostering"), period=pl.lit(f"{year - 1}-{year % 100:02}"), year=pl.lit(year, pl.Int32),
        value=count, token=sign_in("said"), numerator=count, denominator=pl.lit(None, pl.Float64), unit=pl.lit(""),
    )  # fmt: skip
    return refuse_twice(sheet, found.select(ROW, *VALUES)).select(list(VALUES))


def _year_of(sheet: Sheet) -> int:
    """The year in which the file's own period ends: the latest that its texts name."""
    found = [
        2000 + int(last)
        for cells in sheet.head
        for cell in cells[:3]
        for first, last in ENDED.findall(cell)
        if int(first) % 100 + 1 == int(last)
    ]
    if not found:
        refuse(
            [
                Wrong(
                    sheet.name,
                    len(sheet.head),
                    "notes",
                    "no year",
                    "notes that name the year, such as 2018 to 2019",
                )
            ],
            "Keep the notes under the table when saving it.",
        )
    return max(found)
