"""What is kept back cannot be worked out: an attacker with an exact integer program tries on made-up tables."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.vocabulary import Fault
from tests.attacking import interval

from . import FEWEST, Release, Sum, kept_back


def grid(rows: int, columns: int) -> tuple[tuple[Sum, ...], int]:
    """Rows by columns with their totals and the whole; the inner cells come first. Also how many cells there are."""
    inner = np.arange(rows * columns).reshape(rows, columns)
    at_row = [rows * columns + row for row in range(rows)]
    at_column = [rows * columns + rows + column for column in range(columns)]
    whole = rows * columns + rows + columns
    sums = [Sum(at_row[row], tuple(inner[row].tolist())) for row in range(rows)]
    sums += [Sum(at_column[column], tuple(inner[:, column].tolist())) for column in range(columns)]
    return (*sums, Sum(whole, tuple(at_row)), Sum(whole, tuple(at_column))), whole + 1


def filled(inner: list[tuple[int, ...]], sums: tuple[Sum, ...], size: int) -> np.ndarray:
    """The counts of all cells from those of the inner ones; a sum's whole comes after its parts."""
    counts = np.zeros((size, len(inner[0])), np.int64)
    counts[: len(inner)] = inner
    for each in sums:
        counts[each.whole] = counts[list(each.parts)].sum(axis=0)
    return counts


YEAR = 12
QUARTERS = tuple(Sum(12 + q, (3 * q, 3 * q + 1, 3 * q + 2)) for q in range(4))
TREE = (*QUARTERS, Sum(16, (12, 13, 14, 15)))
"""Twelve months, four quarters, a year."""
MONTH_BY_MONTH = [[m, 12 + m // 3] if m % 3 == 2 else [m] for m in range(11)] + [[11, 15, 16]]

COUNT = st.one_of(st.integers(0, 7), st.integers(0, 40))


def exposed(counts, sums, hidden, never=frozenset()):
    """The hidden cells of which too much is known: whose greatest and least lie less than five apart, for one of the counts."""
    found = set()
    for kind in range(counts.shape[1]):
        for cell in hidden:
            low, high = interval(counts[:, kind], sums, hidden | never, cell)
            if high - low < FEWEST or high < FEWEST:
                found.add(cell)
    return found


@settings(max_examples=8, deadline=None)
@given(st.data(), st.integers(2, 4), st.integers(2, 4), st.integers(1, 2))
def test_no_total_of_rows_and_columns_gives_a_cell_away(data, rows, columns, kinds):
    sums, size = grid(rows, columns)
    cells = st.tuples(*[COUNT] * kinds)
    inner = data.draw(st.lists(cells, min_size=rows * columns, max_size=rows * columns))
    counts = filled(inner, sums, size)
    release = Release(counts, sums, steps=[range(size)])
    hidden = kept_back(release)
    assert release.primary <= hidden
    assert exposed(counts, sums, hidden) == set()


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(COUNT, COUNT), min_size=YEAR, max_size=YEAR))
def test_nobody_who_wrote_down_each_month_as_it_came_knows_a_small_one(months):
    """A moving window: on each day the attacker keeps all that was ever told."""
    counts = filled(months, TREE, 17)
    hidden = kept_back(Release(counts, TREE, MONTH_BY_MONTH))
    assert exposed(counts, TREE, hidden) == set()
    for until in (2, 5, 10):
        by_then = kept_back(Release(counts, TREE, MONTH_BY_MONTH[: until + 1]))
        told = {cell for step in MONTH_BY_MONTH[: until + 1] for cell in step}
        assert by_then == hidden & told  # nothing that was told is taken back, nor told later


@settings(max_examples=3, deadline=None)
@given(st.data())
def test_nor_do_teams_quarter_by_quarter(data):
    """Three teams and their authority over four quarters and the year, told as the quarters end."""
    sums, size = grid(4, 3)
    inner = data.draw(st.lists(st.tuples(COUNT, COUNT), min_size=12, max_size=12))
    counts = filled(inner, sums, size)
    quarters = [[3 * q, 3 * q + 1, 3 * q + 2, 12 + q] for q in range(4)]
    quarters[3] += [16, 17, 18, 19]
    alone = frozenset({0, 3, 6, 9, 16}) if data.draw(st.booleans()) else frozenset()
    release = Release(counts, sums, quarters, keep=alone)
    hidden = kept_back(release)
    assert release.primary <= hidden
    assert exposed(counts, sums, hidden) == set()


def test_only_small_cells_kept_back_would_tell_them():
    """The attacker is no straw man: with the small ones alone kept back he finds each, and by how little we escape him."""
    sums, size = grid(2, 3)
    counts = filled([(12,), (3,), (9,), (20,), (31,), (17,)], sums, size)
    assert exposed(counts, sums, {1}) == {1}
    assert interval(counts[:, 0], sums, {1}, 1) == (3, 3)
    hidden = kept_back(Release(counts, sums, [range(size)]))
    assert hidden == {1, 2, 4, 5} or hidden == {0, 1, 3, 4}
    low, high = interval(counts[:, 0], sums, hidden, 1)
    assert low == 0
    assert high >= 8


def test_two_small_ones_under_a_small_rest_are_not_enough():
    """A quarter of 13 with a month of 10 leaves three for two: each is known to be three at most, so the third goes too."""
    counts = filled([(10,), (1,), (2,), *[(20,)] * 9], TREE, 17)
    assert exposed(counts, TREE, {1, 2}) == {1, 2}
    assert kept_back(Release(counts, TREE, [range(17)])) == {0, 1, 2}


def test_the_order_of_telling_counts():
    """What was told in April cannot be kept back in June; then the quarter is."""
    counts = filled([(9,), (9,), (3,), *[(20,)] * 9], TREE, 17)
    assert kept_back(Release(counts, TREE, MONTH_BY_MONTH)) >= {2, 12}
    later = filled([(3,), (9,), (8,), *[(20,)] * 9], TREE, 17)
    weights = [1.0] * 12 + [3.0] * 4 + [10.0]
    assert kept_back(Release(later, TREE, MONTH_BY_MONTH, weights)) == {0, 2}


def test_twelve_months_to_each_month_would_tell():
    """The hole that was: who writes down what twelve months come to, month after month, finds a kept one when it falls out."""
    months = [(20,)] * 16
    months[3] = (2,)
    windows = tuple(Sum(16 + at, tuple(range(at, at + 12))) for at in range(5))
    counts = filled(months, windows, 21)
    together = {3, 5}  # of one quarter, the other kept back beside the small one
    assert exposed(counts, windows[:4], together) == set()
    assert exposed(counts, windows, together) == together


def test_a_rounded_percentage_of_a_known_number_is_the_count():
    """So a share is told with its counts or not at all: 7.1% of 42 can only be three."""
    counts = np.array([3, 42], np.int64)
    assert interval(counts, (), {0}, 0) == (0, np.inf)
    assert interval(counts, (), {0}, 0, also=[(0, 1, 0.0705, 0.0715)]) == (3, 3)
    # Nor with the denominator kept back, where a sum bounds it.
    sums = (Sum(3, (1, 2)),)
    shares = np.array([3, 42, 58, 100], np.int64)
    low, high = interval(shares, sums, {0, 1, 2}, 0, also=[(0, 1, 0.0705, 0.0715)])
    assert high - low < 8


def test_nothing_small_keeps_nothing_back():
    sums, size = grid(3, 3)
    counts = filled([(FEWEST,)] * 9, sums, size)
    assert kept_back(Release(counts, sums, [range(size)])) == frozenset()


def test_a_team_of_one_is_kept_back_wide():
    """A large figure that is one worker's: nobody may come closer to it than half of it."""
    sums, size = (Sum(4, (0, 1, 2, 3)),), 5
    counts = filled([(60,), (8,), (50,), (70,)], sums, size)
    hidden = kept_back(Release(counts, sums, [range(size)], [1, 1, 5, 5, 10], keep=frozenset({0})))
    low, high = interval(counts[:, 0], sums, hidden, 0)
    assert 0 in hidden
    assert high - low >= 30
    assert 4 not in hidden


def test_a_release_that_does_not_add_up_is_refused():
    with pytest.raises(Fault, match="do not come to cell 2"):
        Release(np.array([[5], [6], [12]]), (Sum(2, (0, 1)),), [range(3)])
    with pytest.raises(Fault, match="none of them negative"):
        Release(np.array([[5], [-6]]), (), [range(2)])


def test_an_untold_cell_protects_what_it_is_part_of():
    """Where the whole, or another part, is never told, the rest say nothing exactly."""
    sums, size = grid(2, 3)
    counts = filled([(12,), (30,), (3,), (9,), (31,), (17,)], sums, size)
    weights = [1.0] * 6 + [5.0] * 6
    for told in ([0, 1, 2], [0, 1, 2, 8, 9, 10], [0, 1, 2, 3, 8, 9, 10]):
        assert kept_back(Release(counts, sums, [told])) == {2}
    assert kept_back(Release(counts, sums, [[0, 1, 2, 6]], weights)) in ({0, 2}, {1, 2})
