"""The made-up authority: always the same, whole, of its size, and like nobody in particular."""

from datetime import date, timedelta

import polars as pl
import pytest

from goldthread.rulebook.codes import code_set
from goldthread.synthetic.authority import AS_AT, generate
from goldthread.synthetic.measures import open_children
from goldthread.vocabulary import COMMON_COLUMNS, TABLES

PAIRS = {  # what the record's constraints ask: the later column is not before the earlier
    "contacts": [("received_on", "decided_on")],
    "referrals": [("received_on", "decided_on"), ("received_on", "closed_on")],
    "assessments": [("began_on", "authorised_on"), ("requested_on", "authorised_on")],
    "strategy_discussions": [("concern_on", "held_on"), ("concern_at", "held_at")],
    "enquiries": [("began_on", "concluded_on")],
    "return_interviews": [("offered_on", "held_on"), ("offered_at", "held_at")],
}
WORD_CODES = "words:"


@pytest.fixture(scope="module")
def hamlet():
    return generate(seed=5, children=120)


def test_the_same_seed_gives_the_same_authority_and_another_gives_another(hamlet):
    again, other = generate(seed=5, children=120), generate(seed=6, children=120)
    assert all(hamlet[name].equals(again[name]) for name in TABLES)
    assert not hamlet["children"].equals(other["children"])


def test_every_table_speaks_the_vocabulary(oakshire):
    assert list(oakshire) == list(TABLES)
    for name, table in TABLES.items():
        assert oakshire[name].columns == list(table.columns())


def test_ids_count_from_one_and_references_find_their_rows(oakshire):
    for name, table in TABLES.items():
        frame = oakshire[name]
        assert frame["id"].to_list() == list(range(1, frame.height + 1))
        for column, kind in table.columns().items():
            if kind.kind != "ref":
                continue
            given = frame[column].drop_nulls()
            if column in COMMON_COLUMNS:
                assert given.is_empty(), f"{name}.{column}"
            elif not given.is_empty():
                assert given.max() <= oakshire[kind.to].height, f"{name}.{column}"


def test_every_value_that_must_be_there_is(oakshire):
    for name, table in TABLES.items():
        for column, kind in table.columns().items():
            if not kind.null and kind.kind != "key":
                assert oakshire[name][column].null_count() == 0, f"{name}.{column}"


def test_every_code_is_a_code(oakshire):
    for name, table in TABLES.items():
        for column, kind in table.columns().items():
            if kind.kind == "code":
                allowed = (
                    set(kind.codes.removeprefix(WORD_CODES).split())
                    if kind.codes.startswith(WORD_CODES)
                    else set(code_set(kind.codes).codes())
                )
                assert set(oakshire[name][column].drop_nulls()) <= allowed, f"{name}.{column}"


def test_nothing_ends_before_it_began(oakshire):
    _in_order(oakshire)


@pytest.mark.parametrize("children", [1, 10, 40, 400])
def test_an_authority_of_any_size_is_whole(children):
    """Of 400 children one is to be protected and grows up before the conference."""
    made = generate(children=children)
    _in_order(made)
    plans = made["plans"].join(made["children"], left_on="child", right_on="id")
    grown = pl.col("began_on") >= pl.col("born_on").dt.offset_by("18y")
    assert plans.filter(grown).is_empty()


def _in_order(made):
    for name, table in TABLES.items():
        pairs = list(PAIRS.get(name, []))
        columns = table.columns()
        for unit in ("on", "at"):
            if f"began_{unit}" in columns and f"ended_{unit}" in columns:
                pairs.append((f"began_{unit}", f"ended_{unit}"))
        for earlier, later in pairs:
            assert made[name].filter(pl.col(later) < pl.col(earlier)).is_empty(), f"{name}.{later}"


def test_nothing_has_happened_after_the_day_it_is(oakshire):
    ahead = {
        ("children", "expected_on"),
        ("conferences", "called_for_on"),
        ("decisions", "review_on"),
        ("directions", "due_on"),
        ("direction_answers", "due_on"),
        ("goals", "review_by"),
        ("actions", "due_on"),
        ("posts", "ended_on"),
        ("promises", "due_on"),
        ("safeguarding_orders", "authorised_to"),
    }
    for name, table in TABLES.items():
        for column, kind in table.columns().items():
            if kind.kind == "day" and (name, column) not in ahead and oakshire[name].height:
                latest = oakshire[name][column].max()
                assert latest is None or latest < AS_AT, f"{name}.{column}"


def test_a_local_day_stands_beside_every_time_of_day(oakshire):
    for name, table in TABLES.items():
        for column, kind in table.columns().items():
            if kind.kind == "instant" and kind.day:
                timed = oakshire[name].filter(pl.col(column).is_not_null())
                local = timed[column].dt.convert_time_zone("Europe/London").dt.date()
                assert local.equals(timed[kind.day], check_names=False), f"{name}.{column}"


def test_most_is_written_down_within_days(oakshire):
    visits = oakshire["visits"]
    lag = (visits["recorded_at"].dt.date() - visits["held_on"]).dt.total_days()
    assert lag.min() >= 0
    assert lag.median() <= 1
    assert lag.quantile(0.95) <= 10


def test_a_child_is_in_care_and_referred_once_at_a_time(oakshire):
    for name, began, ended in (
        ("care_episodes", "began_on", "ended_on"),
        ("referrals", "received_on", "closed_on"),
        ("placements", "began_on", "ended_on"),
        ("legal_statuses", "began_on", "ended_on"),
    ):
        before = pl.col(ended).shift().over("child", order_by=[began, "id"])
        had_one = pl.col("id").shift().over("child", order_by=[began, "id"]).is_not_null()
        overlapping = (
            oakshire[name]
            .with_columns(before=before, had_one=had_one)
            .filter(pl.col("had_one") & (pl.col("before").is_null() | (pl.col("before") > pl.col(began))))
        )
        assert overlapping.is_empty(), name


def test_it_is_of_the_size_of_a_small_unitary(oakshire):
    standing = open_children(oakshire, AS_AT)
    in_care = oakshire["care_episodes"].filter(pl.col("ended_on").is_null()).height
    assert 1350 <= len(standing) <= 1650
    assert 130 <= in_care <= 180
    assert oakshire["teams"].filter(pl.col("kind") != "other").height == 8
    assert 105 <= oakshire["workers"].height <= 140
    disabled = oakshire["children"].filter(pl.col("id").is_in(list(standing)) & (pl.col("disabled") == "yes"))
    assert 0.08 <= disabled.height / len(standing) <= 0.2


def test_a_child_keeps_one_chair_who_is_often_not_their_reviewing_officer(oakshire):
    chairs = oakshire["conferences"].select("child", "chaired_by").unique()
    assert chairs["chaired_by"].null_count() == 0
    assert chairs["child"].n_unique() == chairs.height
    officers = oakshire["allocations"].filter(pl.col("role") == "reviewing-officer").select("child", "worker")
    both = chairs.join(officers, on="child")
    assert 0 < both.filter(pl.col("worker") != pl.col("chaired_by")).height < both.height


def test_nobody_lives_at_a_real_postcode(oakshire):
    for name, column in (
        ("addresses", "postcode"),
        ("placements", "postcode"),
        ("care_episodes", "home_postcode"),
    ):
        given = oakshire[name].filter(pl.col(column) != "")[column]
        assert given.str.starts_with("ZZ").all()


def test_a_bad_year_is_planted(oakshire):
    began = date(AS_AT.year - 1, AS_AT.month, AS_AT.day)
    before = began - timedelta(days=365)
    received, left = oakshire["referrals"]["received_on"], oakshire["posts"]["ended_on"].drop_nulls()
    this_year, last_year = (received >= began).sum(), ((received >= before) & (received < began)).sum()
    assert 1.1 < this_year / last_year < 1.5
    assert (left >= began).sum() > 1.5 * (left < began).sum() / 4
    discussions = oakshire["strategy_discussions"].with_columns(
        hours=(pl.col("held_at") - pl.col("concern_at")).dt.total_hours(), bad=pl.col("concern_on") >= began
    )
    late = dict(discussions.group_by("bad").agg((pl.col("hours") > 48).mean()).iter_rows())
    assert late[True] > 2 * late[False]


def test_larger_authorities_are_made_of_blocks_with_ids_of_their_own(monkeypatch):
    monkeypatch.setattr("goldthread.synthetic.authority.BLOCK", 100)
    monkeypatch.setattr("goldthread.synthetic.tiling.BLOCK", 100)
    tables = generate(seed=3, children=300)
    for name, table in TABLES.items():
        frame = tables[name]
        assert frame["id"].to_list() == list(range(1, frame.height + 1))
        for column, kind in table.columns().items():
            if kind.kind == "ref" and column not in COMMON_COLUMNS and frame[column].drop_nulls().len():
                assert frame[column].max() <= tables[kind.to].height
    assert tables["children"]["public_id"].n_unique() == tables["children"].height
    assert tables["visits"].join(tables["children"], left_on="child", right_on="id", how="anti").is_empty()
