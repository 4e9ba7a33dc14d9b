"""Counts added up by team are those of each team asked for by itself."""

from __future__ import annotations

from datetime import date

import polars as pl

from goldthread.engine.measuring import COUNTS, total_of, totals_of_teams
from goldthread.rulebook.measures import MEASURES

MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 30)
WITH_BANDS = next(each for each in MEASURES.values() if each.bands)
WITHOUT = MEASURES["changed_hands"]


def rows_of(name: str, number: int) -> list[dict[str, object]]:
    found = []
    for period in (MARCH, APRIL):
        for team in (7, None, 3):
            for band in (0, 1):
                number += 1
                found.append(
                    {"measure": name, "period": period, "team": team, "disabled": "no", "band": band, "numerator": number,
                     "denominator": 2 * number, "squares": number * number, "counted": number, "not_known": 1}
                )  # fmt: skip
    return found


def test_the_totals_of_teams_are_those_of_each_team():
    counts = pl.DataFrame([*rows_of(WITH_BANDS.name, 10), *rows_of(WITHOUT.name, 100)], schema=COUNTS)
    for measure in (WITH_BANDS, WITHOUT):
        found = totals_of_teams(counts, measure, period=APRIL)
        assert [team for team, _total in found] == [None, 3, 7]
        for team, total in found:
            assert total == total_of(counts, measure, period=APRIL, team=team)
    assert totals_of_teams(counts, WITHOUT, period=date(2026, 5, 31)) == []
