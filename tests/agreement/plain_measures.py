"""Measures of one child at a time, in plain Python: obvious enough to be the specification.

Written from ``docs/decisions/how-measures-count.md``, to be read beside it. The engine answers the same for many children and
shares no function with this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from goldthread.engine.holding import reading
from goldthread.engine.one import Known, instances
from goldthread.rulebook.amounts import DaysSince, DaysWithout, Filled, Longest, One, TimesHad, Weighed
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.clock import Spells
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.cohorts import (
    Both,
    FellDue,
    Had,
    HadSpells,
    Happened,
    Holds,
    InForce,
    InTheYear,
    Is,
    Lasted,
    Latest,
    NeverLate,
    OnTime,
    Within,
)
from goldthread.rulebook.counts import Count
from goldthread.rulebook.measure import Measure
from goldthread.vocabulary import Points

Row = dict[str, Any]
Fact = dict[str, Any]
LONDON = ZoneInfo("Europe/London")
HOLDERS = ("social-worker", "lead-practitioner", "personal-adviser")


class OfChild:
    """One child's rows, and what can be asked of them on a day."""

    def __init__(
        self, child: int, tables: Mapping[str, list[Row]], now: datetime, known: Mapping[str, Known],
        speaks: Mapping[int, date],
    ) -> None:  # fmt: skip
        self.child, self.whole, self.now, self.known, self.speaks = child, tables, now, known, speaks
        self.tables = {
            name: sorted((row for row in rows if row.get("withdrawn_at") is None), key=lambda row: row["id"])
            for name, rows in tables.items()
        }
        self.own = next(iter(self.tables.get("children", ())), {})
        self.answers: dict[str, list[Any]] = {}

    # --- rows, points and spells

    def rows(self, table: str, where: Any) -> list[Row]:
        return [row for row in self.tables.get(table, ()) if where is None or reading(where)(row) is True]

    def points(self, points: Points) -> list[tuple[date, Row]]:
        """Days and their rows, in order of day, then row."""
        found = [
            (row[points.column], row)
            for row in self.rows(points.table, points.where)
            if row.get(points.column)
        ]
        return sorted(found, key=lambda each: (each[0], each[1]["id"]))

    def spells(self, spells: Spells) -> list[tuple[date, date, Row]]:
        found = [
            (row.get(spells.begins) or date.min, row.get(spells.ends) or date.max, row)
            for row in self.rows(spells.table, spells.where)
        ]
        return [each for each in found if each[0] <= each[1]]

    def links(self, clock: str) -> list[Any]:
        if clock not in self.answers:
            self.answers[clock] = instances([CLOCKS[clock]], self.whole, self.now, self.known)
        return self.answers[clock]

    def born(self) -> date | None:
        return self.own.get("born_on")

    def birthday(self, years: int) -> date:
        born = self.born()
        assert born
        try:
            return born.replace(year=born.year + years)
        except ValueError:
            return date(born.year + years, 3, 1)

    def holds(self, spells: Spells, day: date, settled: Count | None = None) -> bool:
        return any(
            begin <= day < end and (settled is None or long_enough(begin, settled, day))
            for begin, end, _ in self.spells(spells)
        )

    def changes(self, points: Points, column: str) -> list[date]:
        found = self.points(points)
        return [day for (_, before), (day, row) in pairwise(found) if row.get(column) != before.get(column)]

    # --- by what counts are split

    def disability(self) -> str:
        kinds = {row["kind"] for row in self.tables.get("disabilities", ())}
        if kinds - {"NONE"}:
            return "yes"
        if kinds:
            return "no"
        return {"yes": "yes", "no": "no"}.get(self.own.get("disabled") or "", "not recorded")

    def team(self, day: date) -> int | None:
        holding = [
            (row.get("began_on") or date.min, row["id"], row["team"])
            for row in self.tables.get("allocations", ())
            if row.get("team") is not None
            and row.get("role") in HOLDERS
            and (row.get("began_on") or date.min) <= day < (row.get("ended_on") or date.max)
        ]
        return max(holding)[2] if holding else None

    # --- what sources hold

    def knows(self, measure: Measure, row: Row, day: date) -> bool:
        if row.get("source") is None or not self.speaks:
            return True
        until = self.speaks.get(row["source"])
        if until is None or day > until:
            return False
        facts, looks_back = asked_beyond(measure)
        for fact in facts:
            if fact not in self.known:
                return False
            since, judged_at = self.known[fact].known_from, self.known[fact].judged_at
            begins = back(day, looks_back) if looks_back else day
            if since is not None and since > begins:
                return False
            if judged_at is not None and judged_at.astimezone(LONDON).date() < day:
                return False
        return True


def long_enough(begin: date, settled: Count, day: date) -> bool:
    return begin == date.min or settled.from_day(begin) <= day


def asked_beyond(measure: Measure) -> tuple[list[str], Count | None]:
    """The facts beyond the counted row that a measure asks for, and how far back it looks."""
    asked = measure.counting or measure.amount
    if isinstance(asked, Had | TimesHad | Latest):
        return [asked.points.fact], asked.within
    if isinstance(asked, HadSpells | DaysWithout):
        return [f"{asked.spells.table}.{asked.spells.begins}"], asked.within
    if isinstance(asked, Both):
        return [asked.first.points.fact, asked.second.points.fact], asked.second.within
    if isinstance(asked, Holds | Longest):
        return [f"{asked.spells.table}.{asked.spells.begins}"], None
    if isinstance(asked, Weighed):
        return [f"{spells.table}.{spells.begins}" for _, spells in asked.weights], None
    return [], None


def facts(
    measure: Measure, children: Mapping[int, Mapping[str, list[Row]]], periods: Iterable[Any], now: datetime,
    known: Mapping[int, Mapping[str, Known]] | None = None, speaks: Mapping[int, date] | None = None,
) -> list[Fact]:  # fmt: skip
    """Each that counts, in the order of period, child and row."""
    found = []
    for child, tables in children.items():
        of = OfChild(child, tables, now, (known or {}).get(child, {}), speaks or {})
        for period in periods:
            for row, table, day, met in counted(of, measure, period):
                found.append(fact(of, measure, period, row, table, day, met))
    found.sort(key=lambda each: (each["period"], each["child"], each["row"], each["day"], each["numerator"]))
    if measure.per:
        seen = set()
        for each in found_by_row(found):
            worker = (each["period"], each["team"], each.pop("value"))
            each["denominator"] = int(worker not in seen) * each["known"]
            seen.add(worker)
    return found


def found_by_row(found: list[Fact]) -> list[Fact]:
    return sorted(found, key=lambda each: each["row"])


def counted(of: OfChild, measure: Measure, period: Any) -> Iterator[tuple[Row, str, date, bool]]:
    """The child's rows that count in a period: the row, its table, the day of the test, and whether a duty was met."""
    match measure.out_of:
        case Happened(points):
            for day, row in of.points(points):
                if period.after < day <= period.last:
                    yield row, points.table, day, False
        case FellDue(clock):
            for link in of.links(clock):
                if (
                    link.state in ("met", "met late", "lapsed", "overdue")
                    and period.after < link.due_on <= period.last
                ):
                    yield {"id": link.start_row}, "", link.due_on, link.state == "met"
        case InForce(several, ages, settled, unless, each_row):
            if unless and of.holds(unless, period.last):
                return
            if ages and not of_age(of, ages, period.last):
                return
            standing = [
                (begin, kind, row["id"], row, spells.table)
                for kind, spells in enumerate(several)
                for begin, end, row in of.spells(spells)
                if begin <= period.last < end
                and (settled is None or long_enough(begin, settled, period.last))
            ]
            standing.sort(key=lambda each: each[:3])
            for _, _, _, row, table in standing if each_row else standing[-1:]:
                yield row, table if len({each.table for each in several}) == 1 else "", period.last, False
        case InTheYear(spells):
            before = add_months(period.last, -12)
            within = [
                (begin, row["id"], row)
                for begin, end, row in of.spells(spells)
                if begin <= period.last and end > before
            ]
            within.sort(key=lambda each: each[:2])
            for _, _, row in within[-1:]:
                yield row, spells.table, period.last, False


def of_age(of: OfChild, ages: Any, day: date) -> bool:
    if of.born() is None:
        return False
    if ages.from_years is not None and day < of.birthday(ages.from_years):
        return False
    return ages.under_years is None or day < of.birthday(ages.under_years)


def fact(of: OfChild, measure: Measure, period: Any, row: Row, table: str, day: date, met: bool) -> Fact:
    known = of.knows(measure, row, day) if table else True
    numerator, denominator = 1, 1
    if measure.amount:
        numerator = amount(of, measure, row, day)
        if isinstance(measure.amount, Filled):
            denominator = len(measure.amount.conditions)
    elif measure.counting:
        numerator = int(yes(of, measure.counting, row, day, met))
    found = {
        "child": of.child, "row": row["id"], "day": day, "period": period.last,
        "team": row.get("team") if measure.per else of.team(day),
        "disabled": "not split" if measure.per else of.disability(),
        "numerator": numerator * known, "denominator": denominator * known, "known": known,
    }  # fmt: skip
    return found | ({"value": row.get(measure.per)} if measure.per else {})


def yes(of: OfChild, test: Any, row: Row, day: date, met: bool) -> bool:
    match test:
        case OnTime():
            return met
        case Is(where):
            return reading(where)(row) is True
        case Within(begins, ends, count, through, table):
            other = row
            if through:
                other = next(
                    (each for each in of.tables.get(table, ()) if each["id"] == row.get(through)), {}
                )
            if other.get(begins) is None or row.get(ends) is None:
                return False
            return row[ends] <= count.from_day(other[begins])
        case Lasted(begins, count):
            return row.get(begins) is not None and count.from_day(row[begins]) <= day
        case Had(points, within, times, before, changes, younger):
            days = of.changes(points, changes) if changes else [each for each, _ in of.points(points)]
            if before:
                inside = [each for each in days if each < day and (not within or each >= back(day, within))]
            else:
                inside = [each for each in days if each <= day and (not within or each > back(day, within))]
            if younger and of.born() and day < of.birthday(younger[0]):
                return len(inside) >= younger[1]
            return len(inside) >= times
        case Both(first, second):
            return yes(of, first, row, day, met) and yes(of, second, row, day, met)
        case HadSpells(spells, within, times):
            inside = [1 for begin, end, _ in of.spells(spells) if begin <= day and end > back(day, within)]
            return len(inside) >= times
        case Latest(points, where, within):
            so_far = [(each, other) for each, other in of.points(points) if each <= day]
            if not so_far or so_far[-1][0] <= back(day, within):
                return False
            return reading(where)(so_far[-1][1]) is True
        case Holds(spells, none, settled):
            return of.holds(spells, day, settled) is not none
        case NeverLate(clock):
            late = ("met late", "lapsed", "overdue")
            return not any(
                link.start_row == row["id"] and link.state in late and link.due_on < day
                for link in of.links(clock)
            )
    raise TypeError(test)


def amount(of: OfChild, measure: Measure, row: Row, day: date) -> int:
    match measure.amount:
        case One():
            return 1
        case DaysSince(begins):
            return (day - row[begins]).days
        case TimesHad(points, within, changes):
            days = of.changes(points, changes) if changes else [each for each, _ in of.points(points)]
            return sum(1 for each in days if back(day, within) < each <= day)
        case DaysWithout(spells, within):
            assert isinstance(measure.out_of, InForce)
            each, total = back(day, within) + timedelta(1), 0
            while each <= day:
                is_open = any(of.holds(opened, each) for opened in measure.out_of.spells)
                total += is_open and not of.holds(spells, each)
                each += timedelta(1)
            return total
        case Longest(spells):
            began = [each for each in of.spells(spells) if date.min < each[0] <= day]
            return max([0, *((min(end, day) - begin).days for begin, end, _ in began)])
        case Filled(conditions):
            return sum(reading(condition)(of.own) is True for condition in conditions) if of.own else 0
        case Weighed(weights, otherwise):
            return max([otherwise, *(weight for weight, spells in weights if of.holds(spells, day))])
    raise TypeError(measure.amount)


def back(day: date, count: Count) -> date:
    if count.unit == "days":
        return day - timedelta(days=count.number)
    return add_months(day, -count.number)
