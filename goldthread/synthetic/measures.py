"""The measures by which the made-up authority is compared with real ones: counted from its record, timeliness by the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import polars as pl

from goldthread.engine import bulk
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.clocks import CLOCKS

from .care import FOSTER
from .days import LONDON

DONE = ("met", "met late")
HEALTH_ASSESSMENTS = ("initial", "review", "assessment")
ANSWERED = ("assessment", "initial_conference")


@dataclass(frozen=True)
class Year:
    """The twelve months that end on a day, that day included."""

    last: date

    @property
    def first(self) -> date:
        return add_months(self.last, -12)

    def within(self, column: str) -> pl.Expr:
        return (pl.col(column) > self.first) & (pl.col(column) <= self.last)

    def open_at_end(self) -> pl.Expr:
        return (pl.col("began_on") <= self.last) & (
            pl.col("ended_on").is_null() | (pl.col("ended_on") > self.last)
        )

    def age(self) -> pl.Expr:
        """Whole years of age at the end."""
        born = pl.col("born_on")
        had = (born.dt.month() < self.last.month) | (
            (born.dt.month() == self.last.month) & (born.dt.day() <= self.last.day)
        )
        return self.last.year - born.dt.year() - (~had).cast(pl.Int32)


def measure(tables: Mapping[str, pl.DataFrame], as_at: date, under_18s: int) -> dict[str, float]:
    """Each measure of `figures.FIGURES` by its name, over the year that ends on a day: rates per 10,000, else per cent."""
    year = Year(as_at)
    now = datetime.combine(as_at, time(9, 14), LONDON).astimezone(UTC)
    answers = pl.DataFrame(bulk.run([CLOCKS[name] for name in ANSWERED], tables, now))
    answers = answers.with_columns(pl.col("clock", "state").cast(pl.String))
    rate = 10_000 / under_18s
    referrals = tables["referrals"].filter(year.within("received_on"))
    plans = tables["plans"].filter(pl.col("kind") == "child-protection")
    return {
        "referral_rate": referrals.height * rate,
        "re_referrals": _re_referrals(tables["referrals"], year),
        "referrals_without_action": _share(referrals, pl.col("no_further_action").fill_null(False)),
        "assessments_in_time": _in_time(answers, "assessment", year),
        "in_need_rate": len(open_children(tables, as_at)) * rate,
        "conferences_in_time": _in_time(answers, "initial_conference", year),
        "protection_plan_rate": plans.filter(year.open_at_end()).height * rate,
        "protection_plans_begun_rate": plans.filter(year.within("began_on")).height * rate,
        **_of_children_in_care(tables, year, rate),
        "suitable_homes": _suitable_homes(tables, year),
    }


def open_children(tables: Mapping[str, pl.DataFrame], as_at: date) -> set[int]:
    """The children with an open referral, or in care, or entitled to help as care leavers."""
    year = Year(as_at)
    referred = tables["referrals"].filter(
        (pl.col("received_on") <= as_at) & (pl.col("closed_on").is_null() | (pl.col("closed_on") > as_at))
    )
    cared_for = [tables[name].filter(year.open_at_end()) for name in ("care_episodes", "entitlements")]
    return {child for rows in (referred, *cared_for) for child in rows["child"]}


def _share(rows: pl.DataFrame, counting: pl.Expr) -> float:
    """Per cent of the rows for which something is so."""
    return 100 * rows.filter(counting).height / max(1, rows.height)


def _in_time(answers: pl.DataFrame, clock: str, year: Year) -> float:
    done = answers.filter((pl.col("clock") == clock) & pl.col("state").is_in(DONE) & year.within("done_on"))
    return _share(done, pl.col("state") == "met")


def _re_referrals(referrals: pl.DataFrame, year: Year) -> float:
    before = pl.col("received_on").shift().over("child", order_by=["received_on", "id"])
    dated = referrals.with_columns(before=before).filter(year.within("received_on"))
    return _share(dated, (pl.col("received_on") - pl.col("before")).dt.total_days() <= 365)


def _of_children_in_care(tables: Mapping[str, pl.DataFrame], year: Year, rate: float) -> dict[str, float]:
    episodes, placements = tables["care_episodes"], tables["placements"]
    now = episodes.filter(year.open_at_end()).select("child", "began_on")
    homes = placements.filter(year.open_at_end()).join(now.select("child"), on="child", how="semi")
    in_year = placements.filter(
        (pl.col("began_on") <= year.last) & (pl.col("ended_on").is_null() | (pl.col("ended_on") > year.first))
    )
    moves = now.select("child").join(in_year.group_by("child").len("homes"), on="child", how="left")
    whole_year = now.filter(pl.col("began_on") <= year.first)
    assessed = tables["health_checks"].filter(
        year.within("held_on") & (pl.col("outcome") == "done") & pl.col("kind").is_in(HEALTH_ASSESSMENTS)
    )
    in_care = episodes.filter(
        (pl.col("began_on") <= year.last) & (pl.col("ended_on").is_null() | (pl.col("ended_on") > year.first))
    )
    missing = tables["missing_episodes"].filter(year.within("began_on") & (pl.col("kind") == "M"))
    in_care_children = in_care.select("child").unique()
    return {
        "looked_after_rate": now.height * rate,
        "in_foster_care": _share(homes, pl.col("kind").is_in(list(FOSTER))),
        "three_placements": _share(moves, pl.col("homes") >= 3),
        "health_assessed": _share(whole_year, pl.col("child").is_in(assessed["child"].unique().to_list())),
        "went_missing": _share(in_care_children, pl.col("child").is_in(missing["child"].unique().to_list())),
    }


def _suitable_homes(tables: Mapping[str, pl.DataFrame], year: Year) -> float:
    """Of care leavers aged 19 to 21, those whose latest known home is suitable."""
    of_age = tables["children"].filter(year.age().is_between(19, 21)).select(child="id")
    latest = (
        tables["keeping_in_touch"]
        .filter(pl.col("in_touch") & (pl.col("held_on") <= year.last))
        .sort("held_on", "id")
        .group_by("child", maintain_order=True)
        .last()
        .join(of_age, on="child", how="semi")
    )
    return _share(latest, pl.col("suitable").fill_null(False))
