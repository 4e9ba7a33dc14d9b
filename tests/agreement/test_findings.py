"""The two evaluators of checks and drift, written apart, give the same answers to made-up records; planted faults part them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from itertools import islice
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import polars as pl
import pytest

from goldthread.engine import checks_bulk, checks_one, drift_bulk, drift_one
from goldthread.engine.checks_bulk import SCHEMA, standing_rows
from goldthread.engine.finding import Finding
from goldthread.rulebook.drift import MOVES, READS, SIGNALS
from goldthread.rulebook.gates import ASKED
from goldthread.vocabulary import TABLES

TODAY = date(2026, 6, 15)
Row = dict[str, Any]
Tables = dict[str, list[Row]]
REFERRING = (
    "actions",
    "goals",
    "help_reviews",
    "conferences",
    "assessment_consultations",
    "strategy_attendees",
)
BEFORE = (0, 1, 28, 42, 42, 43, 273, 274, 365, 456, 731)
LIMITS = {
    "no_action_done": 6,
    "repeat_plan": 9,
    "assessed_again": 14,
    "long_overdue": 6,
    "plan_too_long": 1,
    "third_change": 1,
}
TEXTS = {"first_language": ["", "Polish"], "not_consulted_because": ["", "Not safe."]}
CODES = {
    "participation": ["PN0", "PN1", "PN4", "PN7", None],
    "status": ["C2", "V3", "V2"],
    "ethnicity": ["WBRI", None],
    "agency": ["police", "health", "referrer"],
    "kind of plans": ["child-protection", "child-protection", "child-in-need"],
    "kind of conferences": ["review"],
}  # fmt: skip


def columns_read() -> dict[str, set[str]]:
    """The columns that the checks and signals read, by table."""
    found: dict[str, set[str]] = {}
    for check in ASKED.values():
        for table, names in check.columns().items():
            found.setdefault(table, set()).update(names)
    for reads in READS.values():
        for table, names in reads.items():
            found.setdefault(table, set()).update(names)
    for points, _ in MOVES:
        found.setdefault(points.table, set()).add(points.column)
    return {table: names - {"id", "child", "source"} for table, names in found.items()}


READ = columns_read()


def made_up(seed: int, children: int) -> dict[int, Tables]:
    """Children by number, each with a few rows of every table on days that meet and overlap."""
    chance = Random(seed)
    ids = {table: iter(range(1, 1_000_000)) for table in READ}
    return {child: _one(chance, child, ids) for child in range(1, children + 1)}


def _one(chance: Random, child: int, ids: dict[str, Iterator[int]]) -> Tables:
    near = [TODAY - timedelta(days=chance.choice(BEFORE)) for _ in range(4)]
    own = {"id": child, "source": chance.choice((None, None, 1)), **_filled(chance, "children", near, {})}
    found: Tables = {table: [] for table in READ} | {"children": [own]}
    for table in sorted(READ, key=lambda name: (name in REFERRING, name)):
        many = {
            "children": 0,
            "strategy_attendees": 3,
            "conferences": 3,
            "reviews": 3,
            "accommodations": 4,
        }.get(table, 1)
        for _ in range(many * chance.choice((0, 1, 1, 2, 3))):
            row = {
                "id": next(ids[table]), "child": child, "source": chance.choice((None, None, None, 1)),
                "withdrawn_at": chance.choice((None,) * 9 + (TODAY,)), **_filled(chance, table, near, found),
            }  # fmt: skip
            found[table].append(row)
    for row in found["actions"]:  # made before the goals that they serve
        if row["goal"] is not None and found["goals"]:
            row["goal"] = found["goals"][row["id"] % len(found["goals"])]["id"]
    return found


def _filled(chance: Random, table: str, near: list[date], so_far: Tables) -> Row:
    row: Row = {}
    for name in sorted(READ[table]):
        column = TABLES[table].columns()[name]
        if name in ("ended_on", "done_on", "dropped_on", "reached_on") and chance.random() < 0.7:
            row[name] = None
        elif column.kind == "day":
            row[name] = chance.choice([*near, *near, None, TODAY + timedelta(days=3)])
        elif column.kind == "flag":
            row[name] = chance.choice((True, True, False, None))
        elif column.kind == "ref":
            others = [each["id"] for each in so_far.get(column.to, ())]
            row[name] = chance.choice([*others, *others, None]) if others else chance.choice((1, 2, None))
        elif column.kind == "text":
            row[name] = chance.choice(TEXTS[name])
        elif words := CODES.get(f"{name} of {table}", CODES.get(name)):
            row[name] = chance.choice(words)
        elif column.codes.startswith("words:"):
            row[name] = chance.choice(column.codes.removeprefix("words:").split())
    return row


def frames(children: dict[int, Tables]) -> dict[str, pl.DataFrame]:
    """All children's rows, a table each, in no order."""
    made = {}
    for table in READ:
        rows = [row for tables in children.values() for row in tables[table]]
        Random(3).shuffle(rows)
        kinds = {name: kind for name, kind in standing_rows(table, None).schema.items() if name in rows[0]}
        made[table] = pl.DataFrame(
            [{**row, "withdrawn_at": None} if "withdrawn_at" not in row else row for row in rows],
            schema_overrides={name: kind for name, kind in kinds.items() if name != "withdrawn_at"},
        )
    return made


def by_one(children: dict[int, Tables], *evaluators: Any) -> list[Finding]:
    found = [each for tables in children.values() for evaluate in evaluators for each in evaluate(tables)]
    return sorted(found, key=lambda each: (ORDER[each.name], each.child))


def by_bulk(tables: dict[str, pl.DataFrame], *evaluators: Any) -> list[Finding]:
    return [Finding(*row) for evaluate in evaluators for row in evaluate(tables).iter_rows()]


ORDER = {name: place for place, name in enumerate([*ASKED, *SIGNALS])}


def checks_of(module: ModuleType) -> Any:
    """What a module of the engine says of some tables today."""
    if "checks" in module.__name__:
        asked = module.check_child if module.__name__.endswith("one") else module.check_many
        return lambda tables: asked(ASKED.values(), tables, TODAY)
    asked = module.drift_child if module.__name__.endswith("one") else module.drift_many
    return lambda tables: asked(SIGNALS.values(), tables, TODAY, LIMITS)


ONE = (checks_of(checks_one), checks_of(drift_one))
BULK = (checks_of(checks_bulk), checks_of(drift_bulk))


@pytest.fixture(scope="module")
def children() -> dict[int, Tables]:
    return made_up(11, 4_000)


@pytest.fixture(scope="module")
def framed(children) -> dict[str, pl.DataFrame]:
    return frames(children)


@pytest.fixture(scope="module")
def sound(children) -> list[Finding]:
    return by_one(children, *ONE)


def test_both_agree_on_every_record(framed, sound):
    assert list(SCHEMA) == list(Finding._fields)
    bulk = by_bulk(framed, *BULK)
    assert [each for each in zip(sound, bulk, strict=False) if each[0] != each[1]][:1] == []
    assert len(sound) == len(bulk) > 2000


def test_the_records_reach_every_answer_of_every_check_and_every_signal(sound):
    """An agreement about nothing would be easy."""
    reached: dict[str, set[str]] = {}
    for each in sound:
        reached.setdefault(each.name, set()).add(each.state)
    assert [name for name in ASKED if reached.get(name) != {"met", "not met", "cannot be told"}] == []
    assert [name for name in SIGNALS if reached.get(name) != {"drifting"}] == []
    assert {each.moved for each in sound if each.state == "drifting"} >= set(range(len(MOVES)))


def test_nothing_gives_nothing_in_the_same_columns():
    assert by_bulk({}, *BULK) == [each for evaluate in ONE for each in evaluate({})] == []


FAULTS = (
    ("checks_one", "day <= on)", "day < on)"),
    ("checks_one", "None if imported and not others else False", "False"),
    ("checks_one", "tie[need.people.ends] > on", "tie[need.people.ends] >= on"),
    ("checks_one", "day < row[spells.ends]", "day <= row[spells.ends]"),
    ("checks_one", "ended <= on else on", "ended < on else on"),
    ("checks_one", "or day <= ends)", "or day < ends)"),
    ("checks_one", "None if imported else False\n        return answer", "False\n        return answer"),
    ("checks_bulk", 'pl.col("on") <= ends', 'pl.col("on") < ends'),
    ("checks_bulk", "slice(check.asked.number - 1, 1)", "slice(check.asked.number, 1)"),
    ("checks_bulk", '.when(pl.col("unsure")).then(nothing)', '.when(pl.col("unsure")).then(NO)'),
    ("checks_bulk", 'on=["id", "person", "of"], how="anti"', 'on=["person", "of"], how="anti"'),
    ("checks_bulk", 'pl.col("withdrawn_at").is_null()', "pl.lit(True)"),
    ("drift_one", "timedelta(weeks=limit) < today", "timedelta(weeks=limit) <= today"),
    ("drift_one", "max(changed) < held[-2]", "max(changed) <= held[-2]"),
    ("drift_one", "if until < today", "if until <= today"),
    ("drift_one", '<= row["ended_on"] <= plan["began_on"]', '<= row["ended_on"] < plan["began_on"]'),
    ("drift_one", "old and new - old", "new - old"),
    ("drift_one", "return  # what nobody", "pass  # what nobody"),
    ("drift_one", "timedelta(days=7 * limit) < today", "timedelta(days=7 * limit) <= today"),
    ("drift_one", 'if len(days) > limit', 'if len(days) >= limit + 2'),
    ("drift_one", 'row["id"] not in served and ', ''),
    ("drift_one", 'row["worker"] != before["worker"]', 'True'),
    ("drift_one", '> add_months(today, -12)', '>= add_months(today, -12)'),
    ("drift_bulk", 'slice(limit - 1, 1)', 'slice(limit, 2)'),
    ("drift_bulk", 'with_us.select("child")', 'rows.select("child")'),
    ("drift_bulk", 'pl.col("goal").is_null()', 'pl.col("goal").is_not_null()'),
    ("drift_bulk", 'pl.col("goal").alias("id")', 'pl.col("plan").alias("id")'),
    ("drift_bulk", 'slice(limit, 1)', 'slice(limit - 1, 1)'),
    ("drift_bulk", 'now.select("child")', 'holders.select("child")'),
    ("drift_bulk", 'slice(1, 1)', 'slice(0, 1)'),
    ("drift_bulk", 'descending=[True, False]', 'descending=[True, True]'),
    ("drift_bulk", 'on=["id", "worker"], how="anti"', 'on="worker", how="anti"'),
    ("drift_bulk", '(pl.col("ended") <= pl.col("began_on"))', '(pl.col("ended") < pl.col("began_on"))'),
)  # fmt: skip


@pytest.mark.parametrize(
    ("module", "right", "wrong"), FAULTS, ids=lambda each: re.sub(r"\s+", " ", each)[:50]
)
def test_a_planted_fault_is_caught(module, right, wrong, children, framed, sound):
    evaluate = checks_of(_planted(module, right, wrong))
    asked = ASKED if "checks" in module else SIGNALS
    expected = [each for each in sound if each.name in asked]
    if module.endswith("bulk"):
        assert by_bulk(framed, evaluate) != expected
        return
    few = dict(islice(children.items(), 400))  # most faults show among these
    if by_one(few, evaluate) == [each for each in expected if each.child in few]:
        assert by_one(children, evaluate) != expected


def _planted(module: str, right: str, wrong: str) -> ModuleType:
    """The module with one snippet of its source replaced; the sound one stays as it is."""
    real = import_module(f"goldthread.engine.{module}")
    source = Path(str(real.__file__)).read_text("utf-8")
    assert source.count(right) == 1, f"{module} holds {right!r} {source.count(right)} times, not once"
    made = ModuleType(f"goldthread.engine.{module}")
    made.__package__ = "goldthread.engine"
    exec(compile(source.replace(right, wrong), str(real.__file__), "exec"), made.__dict__)
    return made
