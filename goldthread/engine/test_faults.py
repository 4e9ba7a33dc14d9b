"""Rows that break a rule on data: each rule finds what it names, and nothing in sound tables."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldthread.engine.faults import faults_in
from goldthread.rulebook.data_rules import RULES

DAY = date(2026, 1, 5)


def tables(**rows):
    schema = {
        "children": {
            "id": pl.Int64,
            "born_on": pl.Date,
            "sex": pl.String,
            "withdrawn_at": pl.Datetime("us", "UTC"),
        },
        "care_episodes": {"id": pl.Int64, "child": pl.Int64, "began_on": pl.Date, "ended_on": pl.Date},
    }
    sound = {
        "children": [{"id": 1, "sex": "F"}],
        "care_episodes": [{"id": 1, "child": 1, "began_on": DAY}],
    } | rows
    return {name: pl.DataFrame(several, schema=schema[name]).lazy() for name, several in sound.items()}


def found(**rows):
    return [
        (each["rule"], each["table"], each["row"], each["column"])
        for each in faults_in(tables(**rows)).to_dicts()
    ]


def test_sound_tables_have_none():
    assert found() == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"children": [{"id": 1, "sex": "Q"}]}, [("GT-03", "children", 1, "sex")]),
        (
            {"care_episodes": [{"id": 1, "child": 2, "began_on": DAY}]},
            [("GT-04", "care_episodes", 1, "child")],
        ),
        ({"care_episodes": [{"id": 1, "child": 1}]}, [("GT-02", "care_episodes", 1, "began_on")]),
        (
            {"care_episodes": [{"id": 9, "child": 1, "began_on": DAY, "ended_on": date(2026, 1, 4)}]},
            [("GT-06", "care_episodes", 9, "ended_on")],
        ),
        (
            {"children": [{"id": 1}, {"id": 1}]},
            [("GT-05", "children", 1, "id"), ("GT-05", "children", 1, "id")],
        ),
        (
            {
                "care_episodes": [
                    {"id": 1, "child": 1, "began_on": DAY},
                    {"id": 2, "child": 1, "began_on": DAY},
                ]
            },
            [("GT-07", "care_episodes", 1, "ended_on"), ("GT-07", "care_episodes", 2, "ended_on")],
        ),
        (
            {
                "children": [
                    {"id": 1},
                    {"id": 2, "sex": "Q", "withdrawn_at": datetime(2026, 1, 5, tzinfo=UTC)},
                ]
            },
            [],
        ),
    ],
)
def test_each_rule_finds_what_it_names(rows, expected):
    assert found(**rows) == expected
    assert {rule for rule, *_ in expected} <= set(RULES)
