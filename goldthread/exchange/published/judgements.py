"""Ofsted's judgements of local authorities, from each of the files in which they are published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from .authorities import BY_ONS, BY_TOOL, place_headed
from .files import ROW, Sheet
from .frameworks import (
    ADOPTION,
    BOARD,
    CARE,
    FRAMEWORKS,
    LEADERS,
    LEAVERS,
    OVERALL,
    PROTECTION,
    SAID,
    TOGETHER_UNTIL_2023,
)  # fmt: skip
from .tidy import Wrong, refuse

JUDGEMENTS = {
    "authority": pl.String,
    "framework": pl.String,
    "inspection": pl.String,
    "area": pl.String,
    "asked": pl.String,
    "judgement": pl.String,
    "today": pl.String,
    "inspected_on": pl.Date,
    "published_on": pl.Date,
    "about": pl.String,
}
"""A row for each judgement, and one without an area for a visit that judged nothing (``about``: its theme). judgement: in the
word of its time; today: the same grade as it is called now. inspected_on: missing where the file does not say."""

RANK = {"outcomes": 0, "outcomes_earlier": 1, "outcomes_overview": 2}
"""Whose judgement is taken where two kinds of file print the same: a lower number's."""

CODED = frozenset({"Local authority area code", "Overall effectiveness", "Publication date"})
EARLIER = frozenset(
    {"Local authority name", "CPI Overall Effectiveness (OE)", "TLAC Overall Effectiveness (OE)"}
)
OVERVIEW = frozenset({"la_code", "overall_effectiveness_grade", "inspection_framework", "publication_date"})
NONE = frozenset({"", "-", "nan", "None", "inspection_pre_dates_judgement"})
OVERVIEW_COLUMNS = {
    OVERALL: "overall_effectiveness_grade",
    LEADERS: "impact_of_leaders_grade",
    PROTECTION: "help_and_protection_grade",
    CARE: "in_care_grade",
    LEAVERS: "care_leavers_grade",
}
_FIRST, _AGAIN = "First SIF", "SIF Re-inspection"
_ONE, _TWO = "First ILACS framework", "Second ILACS framework"
_SINGLE = "Single Inspection of LA Children's Services (SIF)"


def _sif(which: str, overall: str) -> dict[str, str]:
    return {
        OVERALL: overall,
        PROTECTION: f"{which} children who need help and protection",
        CARE: f"{which} children looked after and achieving permanence",
        ADOPTION: f"{which} CLA Sub: Adoption Performance",
        LEAVERS: f"{which} CLA Sub: Experiences and progress of care leavers",
        LEADERS: f"{which} leadership, management and governance",
    }


GROUPS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("SLAC", "Inspection", "Safeguarding & Looked After Children (SLAC) Inspection publication date", {
        PROTECTION: "SLAC Safeguarding Overall effectiveness (OE)",
        CARE: "SLAC Looked After Children Overall Effectiveness (OE)"}),
    ("SLAC", "Re-inspection of safeguarding", "SLAC re-inspection of Safeguarding publication date", {
        PROTECTION: "SLAC re-inspection Safeguarding OE"}),
    ("SLAC", "Re-inspection of services for looked after children",
     "SLAC re-inspection of services for Children Looked After publication date", {
        CARE: "SLAC re-inspection of services Children Looked After OE"}),
    ("CPI", "Inspection", "Child Protection Inspections (CPI) publication date", {
        PROTECTION: "CPI Overall Effectiveness (OE)"}),
    ("CPI", "Re-inspection", "Child Protection Re-Inspection (CPRI) publication date", {
        PROTECTION: "CPRI Overall Effectiveness (OE)"}),
    ("TLAC", "Inspection", "Targeted Looked After Children (TLAC) inspection publication date", {
        CARE: "TLAC Overall Effectiveness (OE)"}),
    ("SIF", "Inspection", f"{_SINGLE} First SIF publication date",
     {**_sif(_FIRST, "First SIF Overall Judgement (OE)"), BOARD: "LSCB Overall Effectiveness"}),
    ("SIF", "Re-inspection", f"{_SINGLE} SIF Re-inspection publication date",
     _sif(_AGAIN, "SIF Re-inspection Overall Judgement (OE)")),
    ("ILACS", "", f"{_ONE} publication date", {
        OVERALL: f"{_ONE} overall effectiveness", LEADERS: f"{_ONE} impact of leaders",
        PROTECTION: f"{_ONE} experiences and progress of children who need help and protection",
        CARE: f"{_ONE} experiences and progress of children in care and care leavers"}),
    ("ILACS", "", f"{_TWO} publication date", {
        OVERALL: f"{_TWO} overall effectiveness", LEADERS: f"{_TWO} impact of leaders",
        PROTECTION: f"{_TWO} experiences and progress of children who need help and protection",
        CARE: f"{_TWO} experiences and progress of children in care",
        LEAVERS: f"{_TWO} experiences and progress of care leavers"}),
)  # fmt: skip
ILACS_TYPE = {
    f"{_ONE} publication date": f"{_ONE} inspection type",
    f"{_TWO} publication date": f"{_TWO} inspection type",
}
DAYS = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?: 00:00:00)?|(?P<d2>\d\d)/(?P<m2>\d\d)/(?P<y2>\d{4}|\d\d)"
)


def read(sheet: Sheet) -> pl.DataFrame:
    """The judgements of a file as `JUDGEMENTS`. Raises WrongRows for a code, a day or a grade that cannot be right."""
    wrong: list[Wrong] = []
    if sheet.columns >= CODED:
        rows = list(_coded(sheet, wrong))
    elif sheet.columns >= OVERVIEW:
        rows = list(_overview(sheet, wrong))
    else:
        rows = list(_earlier(sheet, wrong))
    refuse(wrong, "Check whether the file was changed after it was downloaded.")
    return pl.DataFrame(rows, schema=JUDGEMENTS, orient="row").unique(maintain_order=True)


def _coded(sheet: Sheet, wrong: list[Wrong]) -> Iterator[tuple[Any, ...]]:
    """Ofsted's own lists, by ONS code: all inspections, the latest of each authority, or those and the visits of a year."""
    for row in sheet.table.iter_rows(named=True):
        code = (row["Local authority area code"] or "").strip()
        if code not in BY_ONS:
            wrong.append(
                Wrong(
                    sheet.name,
                    row[ROW],
                    "Local authority area code",
                    code,
                    "the nine characters of an authority in the list",
                )
            )
            continue
        begun = "Inspection date" if "Inspection date" in row else "Inspection/Visit date"
        kind = (row.get("Inspection type") or row.get("Inspection/Visit type") or "").strip()
        head = (BY_ONS[code], "ILACS", kind)
        on = _day(sheet, row, begun, wrong), _day(sheet, row, "Publication date", wrong)
        asked = FRAMEWORKS["ILACS"].judged  # the columns are the questions, word for word
        yield from _graded(sheet, row, head, on, asked, wrong, (row.get("Visit Theme") or "").strip())


def _overview(sheet: Sheet, wrong: list[Wrong]) -> Iterator[tuple[Any, ...]]:
    for row in sheet.table.iter_rows(named=True):
        code = (row["la_code"] or "").strip()
        if code not in BY_TOOL:
            wrong.append(
                Wrong(sheet.name, row[ROW], "la_code", code, "the three figures of an authority in the list")
            )
            continue
        kind = (row["inspection_framework"] or "").strip()
        named = f"ILACS {kind.capitalize()} Inspection" if kind not in NONE else ""
        on = _day(sheet, row, "inspection_start_date", wrong), _day(sheet, row, "publication_date", wrong)
        yield from _graded(sheet, row, (BY_TOOL[code], "ILACS", named), on, OVERVIEW_COLUMNS, wrong, "")


def _earlier(sheet: Sheet, wrong: list[Wrong]) -> Iterator[tuple[Any, ...]]:
    """The list since 2009, which prints names and no codes: a name is that of the authority there was on the day."""
    spaced = {" ".join(column.split()): column for column in sheet.table.columns}
    for each in sheet.table.iter_rows(named=True):
        row = {name: each[column] for name, column in spaced.items()}
        name = (row["Local authority name"] or "").strip()
        if name in ("", "Local authority name"):  # the list of abolished authorities has a heading of its own
            continue
        for framework, inspection, dated, columns in GROUPS:
            if (row.get(dated) or "").strip() in NONE:
                continue
            row[ROW] = each[ROW]
            day = _day(sheet, row, dated, wrong)
            if day is None:
                continue
            place = place_headed(name, day)
            if place is None:
                wrong.append(
                    Wrong(
                        sheet.name,
                        each[ROW],
                        "Local authority name",
                        name,
                        f"an authority that there was on {day:%d/%m/%Y}",
                    )
                )
                continue
            kind = (row.get(ILACS_TYPE.get(dated, "")) or "").strip() or inspection
            yield from _graded(sheet, row, (place.code, framework, kind), (None, day), columns, wrong, "")


def _graded(
    sheet: Sheet,
    row: dict[str, Any],
    head: tuple[str, str, str],
    on: tuple[date | None, date | None],
    columns: dict[str, str],
    wrong: list[Wrong],
    about: str,
) -> Iterator[tuple[Any, ...]]:
    framework = FRAMEWORKS[head[1]]
    said = {area: (row.get(column) or "").strip() for area, column in columns.items()}
    found = {area: grade for area, grade in said.items() if grade not in NONE}
    if not found:
        yield (*head, "", "", "", "", *on, about)
    together = head[1] == "ILACS" and CARE in found and LEAVERS not in found
    for area, grade in found.items():
        if (today := SAID.get(grade.casefold())) is None:
            wrong.append(Wrong(sheet.name, row[ROW], columns[area], grade, "one of Ofsted's four grades"))
            continue
        asked = TOGETHER_UNTIL_2023 if together and area == CARE else framework.judged[area]
        yield (*head, area, asked, framework.word(today), today, *on, about)


def _day(sheet: Sheet, row: dict[str, Any], column: str, wrong: list[Wrong]) -> date | None:
    said = (row.get(column) or "").strip()
    if said in NONE:
        return None
    found = DAYS.fullmatch(said)
    try:
        if found is None:
            raise ValueError
        if found["y"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        year = int(found["y2"])
        return date(year + 2000 if year < 100 else year, int(found["m2"]), int(found["d2"]))
    except ValueError:
        wrong.append(Wrong(sheet.name, row[ROW], column, said, "a day, 2023-05-09 or 09/05/2023"))
        return None
