"""The engine and the plain evaluator give the same counts for every measure, on histories as unkind as records are."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.engine.measuring import COUNTS, added, behind, count, last_months, total_of, year_to
from goldthread.rulebook.measures import MEASURES
from goldthread.vocabulary import TABLES

from .measure_histories import SPEAKS, generate
from .plain_measures import facts

MONTHS = last_months(14, date(2020, 12, 16))
CHILDREN = 60


@pytest.fixture(scope="module")
def histories():
    return [generate(seed, CHILDREN, MEASURES.values()) for seed in (1, 2)]


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_both_evaluators_count_the_same_over_many_histories(seed):
    made = generate(seed, 150, MEASURES.values())
    for measure in MEASURES.values():
        plain = facts(measure, made.tables, MONTHS, made.now, made.known, SPEAKS)
        assert behind(measure, made.arrow(), MONTHS, made.now, made.arrow_known(), SPEAKS).to_dicts() == plain


@pytest.mark.parametrize("name", MEASURES)
def test_both_evaluators_count_the_same(name, histories):
    measure = MEASURES[name]
    asked = ((MONTHS[-7:], None), ([year_to(MONTHS[-1].last)], SPEAKS))
    for made, (periods, speaks) in zip(histories, asked, strict=True):
        plain = facts(measure, made.tables, periods, made.now, made.known, speaks)
        many = behind(measure, made.arrow(), periods, made.now, made.arrow_known(), speaks)
        assert many.to_dicts() == plain


def test_such_histories_say_yes_and_no_to_every_question():
    """An agreement about nothing would be easy."""
    made = generate(5, 400, MEASURES.values())
    counted = count(MEASURES.values(), made.arrow(), MONTHS, made.now)
    for measure in MEASURES.values():
        total = total_of(counted, measure)
        assert total.denominator > 3, measure.name
        if measure.kind == "share":
            assert 0 < total.numerator < total.denominator, measure.name


def test_those_of_whom_sources_do_not_tell_are_left_out_and_counted(histories):
    made = histories[0]
    counted = count(MEASURES.values(), made.arrow(), MONTHS, made.now, made.arrow_known(), SPEAKS)
    assert counted["not_known"].sum() > 100
    assert total_of(counted, MEASURES["looked_after"]).counted > 0


@pytest.fixture(scope="module")
def nation(histories):
    """One whole nation as tables, with each child's number."""
    made = histories[0]
    return {name: pl.DataFrame(table) for name, table in made.arrow().items()}, sorted(made.tables), made


@settings(max_examples=6, deadline=None, derandomize=True)
@given(cut=st.sets(st.integers(0, CHILDREN - 1), min_size=1, max_size=CHILDREN - 1))
def test_the_nation_is_the_sum_of_its_authorities(nation, cut):
    """However children are shared out, each count of the whole is the sum of the counts of the parts."""
    tables, children, made = nation
    ours = [children[at] for at in cut]
    shared = []
    for inside in (True, False):
        owners = {name: pl.col(TABLES[name].owner_column()).is_in(ours) for name in tables}
        part = {name: rows.filter(owners[name] if inside else ~owners[name]) for name, rows in tables.items()}
        shared.append(count(SPLIT, part, MONTHS, made.now))
    by = list(COUNTS)[:5]
    together = pl.concat(shared).group_by(by).agg(pl.col(list(COUNTS)[5:]).sum()).sort(by)
    whole = count(SPLIT, tables, MONTHS, made.now).sort(by)
    assert together.equals(whole)


SPLIT = [measure for measure in MEASURES.values() if not measure.per]


def test_teams_groups_and_months_add_up(histories):
    made = histories[1]
    counted = count(MEASURES.values(), made.arrow(), MONTHS, made.now)
    for measure in MEASURES.values():
        whole = total_of(counted, measure)
        teams = counted["team"].unique().to_list()
        assert added(total_of(counted, measure, team=team) for team in teams) == whole
        groups = ("yes", "no", "not recorded", "not split")
        assert added(total_of(counted, measure, disabled=group) for group in groups) == whole
        if measure.flows:
            year = count([measure], made.arrow(), [year_to_months()], made.now)
            assert total_of(year, measure) == whole


def year_to_months():
    return type(MONTHS[0])(MONTHS[0].after, MONTHS[-1].last)
