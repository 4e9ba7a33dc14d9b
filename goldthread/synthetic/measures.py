"""The measures by which the made-up authority is compared with real ones: those of the rulebook, over the year to a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

import polars as pl

from goldthread.engine.measuring import behind, count, total_of, year_to
from goldthread.rulebook.measures import MEASURES

from .days import LONDON

RATES = {
    "referral_rate": "referrals",
    "in_need_rate": "children_in_need",
    "protection_plan_rate": "protection_plans",
    "protection_plans_begun_rate": "protection_plans_begun",
    "looked_after_rate": "looked_after",
}
"""What is published for each 10,000 children, and the measure that counts it."""
SHARES = (
    "re_referrals", "referrals_without_action", "assessments_in_time", "conferences_in_time", "in_foster_care",
    "three_placements", "health_assessed", "went_missing", "suitable_homes",
)  # fmt: skip


def measure(tables: Mapping[str, pl.DataFrame], as_at: date, under_18s: int) -> dict[str, float]:
    """Each measure of `figures.FIGURES` by its name, over the year that ends on a day: rates per 10,000, else per cent."""
    asked = [MEASURES[name] for name in (*RATES.values(), *SHARES)]
    counts = count(asked, tables, [year_to(as_at)], _morning(as_at))
    found = {each.name: total_of(counts, each).value or 0.0 for each in asked}
    rates = {name: found[of] * 10_000 / under_18s for name, of in RATES.items()}
    return rates | {name: found[name] for name in SHARES}


def open_children(tables: Mapping[str, pl.DataFrame], as_at: date) -> set[int]:
    """The children with an open referral, or in care, or entitled to help as care leavers."""
    counted = behind(MEASURES["children_in_need"], tables, [year_to(as_at)], _morning(as_at))
    return set(counted["child"])


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9, 14), LONDON).astimezone(UTC)
