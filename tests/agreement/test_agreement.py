"""The two evaluators, written apart from one page, give the same answer to every history; planted faults part them."""

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from goldthread.engine import bulk, one
from goldthread.rulebook.calendar import OutsideCalendar
from goldthread.rulebook.clocks import CLOCKS
from goldthread.vocabulary import TABLES

from .comparing import by_bulk, by_one, first_difference, in_order
from .histories import Histories, generate
from .more_clocks import ALL_CLOCKS
from .mutants import BULK_MODULES, MUTANTS, ONE_MODULES, Mutant, planted

FOR_MUTANTS = ((1, 30), (2, 60), (1, 220), (2, 220), (3, 220), (4, 220), (32, 220))
"""Seeds and how many children: most faults show among few, so these are asked first."""


def agree(made: Histories) -> int:
    expected = in_order(list(by_one(one.instances, ALL_CLOCKS, made)), ALL_CLOCKS)
    assert first_difference(expected, by_bulk(bulk.run, ALL_CLOCKS, made)) == ""
    return len(expected)


@pytest.mark.parametrize("seed", range(100, 105))
def test_both_evaluators_agree_on_every_history(seed):
    """1,500 children in all, looked at from five moments; about 25 answers a child."""
    assert agree(generate(seed, 300, ALL_CLOCKS)) > 2000


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1020))
def test_both_evaluators_agree_on_ten_thousand_histories(seed):
    assert agree(generate(seed, 500, ALL_CLOCKS)) > 3000


# --- planted faults


@pytest.fixture(scope="module")
def shared_histories() -> list[tuple[Histories, list]]:
    """The same few histories for every mutant, with the sound answers."""
    made = [generate(seed, children, ALL_CLOCKS) for seed, children in FOR_MUTANTS]
    return [(each, in_order(list(by_one(one.instances, ALL_CLOCKS, each)), ALL_CLOCKS)) for each in made]


def test_the_histories_reach_every_state_of_every_duty(shared_histories):
    """An agreement about nothing would be easy."""
    reached: dict[str, set[str]] = {}
    for _, answers in shared_histories:
        for answer in answers:
            reached.setdefault(answer["clock"], set()).add(answer["state"])
    assert set(reached) == {clock.name for clock in ALL_CLOCKS}
    assert {name: states for name, states in reached.items() if len(states) < 5} == {}
    assert set().union(*reached.values()) == {
        "met", "met late", "ended", "lapsed", "superseded", "not known", "overdue", "running",
    }  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_planted_fault_is_caught(mutant: Mutant, shared_histories):
    with planted(mutant) as module:
        for made, sound in shared_histories:
            if mutant.module in ONE_MODULES:
                answers = in_order(list(by_one(module.instances, ALL_CLOCKS, made)), ALL_CLOCKS)
            else:
                answers = by_bulk(module.run, ALL_CLOCKS, made)
            if first_difference(sound, answers):
                return
    pytest.fail(f"no history tells the sound evaluator from the one in which {mutant.fault}")


def test_there_are_twenty_faults_and_some_in_each_evaluator():
    assert len(MUTANTS) >= 20
    assert {mutant.module for mutant in MUTANTS} >= {
        "one",
        "kernel",
        "daytables",
        "runs",
        "relating",
        "judging",
    }


def test_the_two_evaluators_share_no_function():
    """What both may use: the rulebook, the vocabulary, and what Python brings."""
    folder = Path(bulk.__file__).parent

    def of_the_engine(name: str) -> set[str]:
        found = set()
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (
                node.level or (node.module or "").startswith("goldthread.engine")
            ):
                found |= {(node.module or "").rpartition(".")[2]}
        return found

    by_many = set().union(*(of_the_engine(name) for name in BULK_MODULES)) | set(BULK_MODULES)
    by_single = set().union(*(of_the_engine(name) for name in ONE_MODULES)) | set(ONE_MODULES)
    assert by_many & by_single == set()


# --- what only many children can show


def test_the_order_of_rows_and_the_kind_of_table_change_nothing(tmp_path):
    made = generate(7, 60, ALL_CLOCKS)
    tables = made.arrow()
    sound = bulk.run(ALL_CLOCKS, tables, made.now, made.arrow_known())
    folder = tmp_path
    for name, table in tables.items():
        pl.DataFrame(table).reverse().write_parquet(folder / f"{name}.parquet")
    paths = {name: folder / f"{name}.parquet" for name in tables}
    assert bulk.run(ALL_CLOCKS, paths, made.now, made.arrow_known()).equals(sound)
    frames = {name: pl.DataFrame(table).lazy() for name, table in tables.items()}
    assert bulk.run(ALL_CLOCKS, frames, made.now, made.arrow_known()).equals(sound)


def test_a_nation_is_the_sum_of_its_parts():
    made = generate(8, 80, ALL_CLOCKS)
    tables, known = {name: pl.DataFrame(table) for name, table in made.arrow().items()}, made.arrow_known()
    middle = sorted(made.tables)[40]
    parts = []
    for part in (pl.col("owner") < middle, pl.col("owner") >= middle):
        owner = {name: TABLES[name].owner_column() for name in tables}
        some = {
            name: rows.with_columns(pl.col(owner[name]).alias("owner")).filter(part)
            for name, rows in tables.items()
        }
        parts.append(pl.DataFrame(bulk.run(ALL_CLOCKS, some, made.now, known)))
    whole = pl.DataFrame(bulk.run(ALL_CLOCKS, tables, made.now, known))
    order = ["clock", "child", "start_row", "link"]
    words = pl.col(pl.Categorical).cast(pl.String)
    together = pl.concat([part.with_columns(words) for part in parts])
    assert together.sort(order).equals(whole.with_columns(words).sort(order))


def test_no_rows_give_no_answers_in_the_same_columns():
    nothing = bulk.run(CLOCKS.values(), {}, datetime(2026, 3, 2, tzinfo=UTC))
    assert nothing.num_rows == 0
    assert nothing.column_names == list(one.Instance._fields)


def test_a_date_beyond_the_calendar_is_said_and_not_counted():
    referrals = pl.DataFrame(
        {"id": [1], "child": [1], "received_on": [date(2040, 12, 31)]},
        schema={"id": pl.Int64, "child": pl.Int64, "received_on": pl.Date},
    )
    with pytest.raises(OutsideCalendar, match=r"outside the calendar|working days"):
        bulk.run([CLOCKS["referral_decision"]], {"referrals": referrals}, datetime(2041, 6, 1, tzinfo=UTC))


def test_two_threads_answer_what_one_answers(monkeypatch):
    made = generate(9, 80, ALL_CLOCKS)
    alone = bulk.run(ALL_CLOCKS, made.arrow(), made.now, made.arrow_known())
    monkeypatch.setattr(bulk, "WORTH_TWO", 0)
    for _ in range(3):
        assert bulk.run(ALL_CLOCKS, made.arrow(), made.now, made.arrow_known()).equals(alone)
