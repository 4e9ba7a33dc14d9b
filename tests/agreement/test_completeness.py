"""The two evaluators of gaps in files, written apart, give the same answers to made-up records; planted faults part them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import polars as pl
import pytest

from goldthread.engine.checks_bulk import standing_rows
from goldthread.engine.completeness_bulk import gaps_of_many
from goldthread.engine.completeness_one import gaps_of_child
from goldthread.engine.finding import Finding
from goldthread.rulebook.completeness import COMPLETENESS, MISSING, NOT_TOLD
from goldthread.vocabulary import TABLES

TODAY = date(2026, 6, 15)
BEFORE = (0, 1, 7, 14, 20, 21, 28, 42, 70, 91, 92, 120, 121, 400)
SAID = {
    "ethnicity": ("WBRI", None), "first_language": ("", "Polish"), "child_said": ("", "I like my school."),
    "latest_category": ("NEG", None, None), "initial_category": ("NEG", None, None), "worker": (1, None),
    "kind of plans": ("child-protection", "child-in-need"), "kind of relationships": ("mother", "sibling"),
}  # fmt: skip
Tables = dict[str, list[dict[str, Any]]]


def columns_read() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for rule in COMPLETENESS.values():
        for table, names in rule.columns().items():
            found.setdefault(table, set()).update(names - {"id", "child", "source"})
    return found


READ = columns_read()


def made_up(chance: Random, child: int) -> Tables:
    found: Tables = {"children": [{"id": child, "source": None, **filled(chance, "children")}]}
    for table in sorted(READ.keys() - {"children"}):
        found[table] = [
            {
                "id": child * 10 + number, "child": child, "source": chance.choice((None, None, 1)),
                "withdrawn_at": TODAY if chance.random() < 0.1 else None, **filled(chance, table),
            }
            for number in range(chance.choice((0, 0, 1, 1, 2, 3)))
        ]  # fmt: skip
    return found


def filled(chance: Random, table: str) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in sorted(READ[table]):
        column = TABLES[table].columns()[name]
        if said := SAID.get(f"{name} of {table}", SAID.get(name)):
            row[name] = chance.choice(said)
        elif column.kind == "day":
            days = [TODAY - timedelta(days=chance.choice(BEFORE)), TODAY + timedelta(days=1)]
            row[name] = chance.choice(
                [*days[:1] * 3, None, days[1]] if name != "ended_on" else [*days, None, None]
            )
        else:
            row[name] = chance.choice(column.codes.removeprefix("words:").split())
    return row


@pytest.fixture(scope="module")
def children() -> dict[int, Tables]:
    chance = Random(7)
    return {child: made_up(chance, child) for child in range(1, 1_001)}


@pytest.fixture(scope="module")
def tables(children: dict[int, Tables]) -> dict[str, pl.DataFrame]:
    return {
        table: pl.DataFrame(
            [{"withdrawn_at": None, **row} for each in children.values() for row in each[table]],
            schema_overrides={
                name: kind
                for name, kind in standing_rows(table, None).schema.items()
                if name in READ[table] | {"id", "child", "source"}
                and (name != "child" or table != "children")
            },
        )
        for table in READ
    }


@pytest.fixture(scope="module")
def sound(children: dict[int, Tables]) -> list[Finding]:
    return by_one(children, gaps_of_child)


def by_one(children: dict[int, Tables], evaluate: Any) -> list[Finding]:
    order = {name: place for place, name in enumerate(COMPLETENESS)}
    found = [each for rows in children.values() for each in evaluate(COMPLETENESS, rows, TODAY)]
    return sorted(found, key=lambda each: (order[each.name], each.child))


def by_bulk(tables: dict[str, pl.DataFrame], evaluate: Any) -> list[Finding]:
    return [Finding(*row) for row in evaluate(COMPLETENESS, tables, TODAY).iter_rows()]


def test_both_agree_and_reach_both_answers_of_every_rule(tables, sound):
    assert by_bulk(tables, gaps_of_many) == sound
    reached: dict[str, set[str]] = {}
    for each in sound:
        reached.setdefault(each.name, set()).add(each.state)
    assert [name for name in COMPLETENESS if reached.get(name) != {MISSING, NOT_TOLD}] == []


FAULTS = (
    ("completeness_one", "day < began:", "day <= began:"),
    ("completeness_one", "row[spells.ends] > today)", "row[spells.ends] >= today)"),
    ("completeness_one", "key=lambda each: each[:3]", "key=lambda each: each[2]"),
    ("completeness_one", "asked <= today", "asked < today"),
    ("completeness_one", "ends > today)\n    if day", "ends >= today)\n    if day"),
    ("completeness_bulk", 'how="anti"', 'how="semi"'),
    ("completeness_bulk", 'sort("began", "place", "id")', 'sort("place", "began", "id")'),
    ("completeness_bulk", 'f"-{need.months}mo"', 'f"-{need.months + 1}mo"'),
    ("completeness_bulk", 'pl.col("day") >= pl.col("began")', 'pl.col("day") > pl.col("began")'),
)


@pytest.mark.parametrize(
    ("module", "right", "wrong"), FAULTS, ids=lambda each: re.sub(r"\s+", " ", each)[:50]
)
def test_a_planted_fault_is_caught(module, right, wrong, children, tables, sound):
    made = _planted(module, right, wrong)
    told = (
        by_one(children, made.gaps_of_child) if module.endswith("one") else by_bulk(tables, made.gaps_of_many)
    )
    assert told != sound


def _planted(module: str, right: str, wrong: str) -> ModuleType:
    """The module with one snippet of its source replaced; the sound one stays as it is."""
    real = import_module(f"goldthread.engine.{module}")
    source = Path(str(real.__file__)).read_text("utf-8")
    assert source.count(right) == 1, f"{module} holds {right!r} {source.count(right)} times, not once"
    made = ModuleType(f"goldthread.engine.{module}")
    made.__package__ = "goldthread.engine"
    exec(compile(source.replace(right, wrong), str(real.__file__), "exec"), made.__dict__)
    return made
