"""Planting: the same seed plants the same, elsewhere by another; what is healthy obeys the vocabulary; no room, no plant."""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.synthetic.authority import generate
from goldthread.vocabulary import TABLES

from .failures import FAILURES, NINE_WEEKS
from .healthy import healthy
from .planting import plant

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def fields():
    return healthy(1, TODAY)


def test_the_same_seed_plants_the_same_and_others_in_other_teams(fields):
    tables, planted = plant(fields, seed=4, as_at=TODAY)
    again, same = plant(fields, seed=4, as_at=TODAY)
    assert planted == same
    assert all(frame.equals(again[name]) for name, frame in tables.items())
    where = {name: set() for name in FAILURES}
    for seed in range(12):
        for each in plant(fields, seed=seed, as_at=TODAY)[1]:
            where[each.failure].add(each.team)
    assert all(len(teams) > 2 for teams in where.values()), where


def test_what_is_planted_leaves_every_reference_whole(fields):
    for tables in (fields, plant(fields, seed=7, as_at=TODAY)[0]):
        for name, table in TABLES.items():
            for column, kind in table.columns().items():
                if kind.to in TABLES:
                    held = tables[name][column].drop_nulls().to_list()
                    assert set(held) <= set(tables[kind.to]["id"].to_list()), f"{name}.{column}"
                if not kind.null:
                    assert tables[name][column].null_count() == 0, f"{name}.{column}"


def test_one_failure_alone_leaves_the_rest_as_it_was(fields):
    tables, (planted,) = plant(fields, seed=3, as_at=TODAY, failures=["without-supervision"])
    assert planted.much == NINE_WEEKS // 7
    changed = {name for name, frame in tables.items() if not frame.equals(fields[name])}
    assert changed == {
        "supervisions", "supervision_sessions", "supervision_readings", "directions", "direction_answers",
    }  # fmt: skip


def test_an_authority_without_a_team_that_is_large_enough_is_left_as_it_is():
    tables = generate(children=60)
    assert plant(tables, seed=1, as_at=TODAY)[1] == []
