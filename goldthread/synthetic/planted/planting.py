"""Planting every failure that there is room for, each in a team chosen by the seed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import polars as pl

from goldthread.synthetic.chance import Chance

from .failures import FAILURES
from .ground import Ground
from .place import Place, Planted

Tables = dict[str, pl.DataFrame]
PLANTING = 9_000_000
"""Chance of its own, so that what is planted changes nothing of what happened to others."""


def plant(
    tables: Mapping[str, pl.DataFrame], *, seed: int, as_at: date, failures: Collection[str] = tuple(FAILURES)
) -> tuple[Tables, list[Planted]]:
    """The tables with failures planted, and what was planted; the same seed in the same tables plants the same.

    failures: which of them. A failure for which no team has room (too few workers, or no child of whom it could be so) is left
    out: an authority of sixty children has none.
    """
    place = Place(Ground(tables, as_at), Chance(seed + PLANTING))
    found: list[Planted] = []
    for name, failure in FAILURES.items():
        teams = place.teams()
        place.chance.shuffle(teams)
        if name not in failures:
            continue
        planted = next((each for team in teams if (each := failure(place, team)) is not None), None)
        if planted is not None:
            found.append(planted)
    return place.ground.tables(), found
