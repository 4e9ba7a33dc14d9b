"""The bank holidays of England and Wales: the published list, then provisional days by rule."""

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from goldthread.rulebook.calendar.by_rule import bank_holidays_by_rule
from goldthread.vocabulary.faults import Fault
from goldthread.vocabulary.place import place

COMMITTED = Path(__file__).with_name("bank_holidays_england_wales.json")
OVERRIDE = "GOLDTHREAD_BANK_HOLIDAYS"  # environment variable: path of a newer list in GOV.UK's own shape
FIRST_YEAR, LAST_YEAR = 1995, 2040
KEPT = "bank-holidays.json"  # the newer list that `goldthread calendar FILE` keeps for this installation
HOW_TO_REFRESH = (
    "Download https://www.gov.uk/bank-holidays.json and run `./run calendar bank-holidays.json`, "
    f"or set {OVERRIDE} to its path."
)


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """One bank holiday kept on a weekday; `provisional` means computed by rule, not yet published."""

    on: date
    name: str
    substitute: bool = False
    provisional: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """A list of bank holidays with its provenance; `edition` changes whenever any published day changes."""

    holidays: tuple[BankHoliday, ...]
    published_to: date
    checked_on: date
    source: str

    @property
    def edition(self) -> str:
        """The end of the published list and a short hash of its days, for storing beside a computed date."""
        days = ",".join(f"{day.on}" for day in self.holidays if not day.provisional)
        return f"to {self.published_to} #{hashlib.sha256(days.encode()).hexdigest()[:8]}"


def read_bank_holidays(path: Path | None = None) -> BankHolidays:
    """The list through 2040: committed, or with the years of GOV.UK's file at `path` replaced by it.

    `path` defaults to the environment variable GOLDTHREAD_BANK_HOLIDAYS, without that to the list that this installation
    keeps (`goldthread calendar FILE`), and without that to the committed file alone. Raises Fault when the file cannot be
    read as a bank-holiday list.
    """
    committed = _committed()
    chosen = path or newer_list()
    return _with_provisional(committed if chosen is None else _replaced(committed, _govuk(chosen), chosen))


def newer_list() -> Path | None:
    """The file of a newer list that this installation uses, if any."""
    if os.environ.get(OVERRIDE):
        return Path(os.environ[OVERRIDE])
    kept = place() / KEPT
    return kept if kept.is_file() else None


def keep_newer_list(path: Path) -> BankHolidays:
    """Check GOV.UK's file at `path` and keep it for this installation; processes started afterwards use it.

    Raises Fault, and keeps what was there, where the file is no list or where a setting names another.
    """
    if os.environ.get(OVERRIDE):
        raise Fault(
            f"{OVERRIDE} names {os.environ[OVERRIDE]}, which is used before any list kept here. Replace that file, or unset "
            f"{OVERRIDE} and try again."
        )
    listed = read_bank_holidays(path)
    folder = place()
    folder.mkdir(parents=True, exist_ok=True)
    coming = folder / f"{KEPT}.coming"
    coming.write_bytes(path.read_bytes())
    coming.replace(folder / KEPT)
    return listed


def _committed() -> BankHolidays:
    held = json.loads(COMMITTED.read_text(encoding="utf-8"))
    days = tuple(
        BankHoliday(date.fromisoformat(row["date"]), row["name"], row["substitute"], note=row.get("note", ""))
        for row in held["holidays"]
    )
    return BankHolidays(
        days, date.fromisoformat(held["published_to"]), date.fromisoformat(held["checked_on"]), held["source"]
    )


def _govuk(path: Path) -> tuple[BankHoliday, ...]:
    """The England and Wales days of a file in the shape of https://www.gov.uk/bank-holidays.json."""
    try:
        events: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["england-and-wales"][
            "events"
        ]
        days = sorted(
            (
                BankHoliday(
                    date.fromisoformat(row["date"]),
                    row["title"],
                    row.get("notes") == "Substitute day",
                    note="" if row.get("notes") == "Substitute day" else row.get("notes", ""),
                )
                for row in events
            ),
            key=lambda day: day.on,
        )
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise Fault(
            f"{path} cannot be read as the GOV.UK bank-holiday list ({type(problem).__name__}: {problem}). "
            'Expected JSON with "england-and-wales" and its "events", each with "title" and "date". '
            + HOW_TO_REFRESH
        ) from problem
    if not days:
        raise Fault(f"{path} lists no bank holiday for England and Wales. {HOW_TO_REFRESH}")
    return tuple(days)


def _replaced(committed: BankHolidays, newer: tuple[BankHoliday, ...], path: Path) -> BankHolidays:
    """The committed list with each year that `newer` covers taken from it; a partial year is refused."""
    years = {day.on.year for day in newer}
    for year in sorted(years):
        found = sum(day.on.year == year for day in newer)
        if found < 8:
            raise Fault(
                f"{path} has {found} bank holidays in {year}; expected at least 8, as in every year "
                f"since 1978. {HOW_TO_REFRESH}"
            )
    kept = [day for day in committed.holidays if day.on.year not in years]
    last = max(committed.published_to.year, *years)
    return BankHolidays(
        tuple(sorted([*kept, *newer], key=lambda day: day.on)),
        date(last, 12, 31),
        date.fromtimestamp(path.stat().st_mtime),
        f"GOV.UK bank holidays, from {path.name}, over: {committed.source}",
    )


def _with_provisional(listed: BankHolidays) -> BankHolidays:
    """The list continued to 2040 by rule, each added day flagged provisional."""
    provisional = tuple(
        BankHoliday(on, name, substitute, provisional=True)
        for year in range(listed.published_to.year + 1, LAST_YEAR + 1)
        for on, name, substitute in bank_holidays_by_rule(year)
    )
    return BankHolidays(listed.holidays + provisional, listed.published_to, listed.checked_on, listed.source)
