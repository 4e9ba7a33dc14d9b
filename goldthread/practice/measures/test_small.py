"""A small number can be worked out neither from the other months nor from what they come to together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.engine.measuring import last_months

from .small import FEWEST, kept_back, sums_of

MONTHS = last_months(25, date(2026, 3, 31))
SUMS = sums_of(MONTHS)
COUNTS = st.one_of(st.integers(0, 8), st.integers(0, 60))
SHARES = st.tuples(COUNTS, COUNTS).map(lambda each: (each[0] + each[1], each[0], each[1]))


def reduced(rows: list[list[int]]) -> list[list[Fraction]]:
    """Rows in reduced echelon form, by hand and exactly."""
    left = [[Fraction(value) for value in row] for row in rows]
    done: list[list[Fraction]] = []
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        left = [[v - row[column] * p for v, p in zip(row, pivot, strict=True)] for row in left]
        done = [[v - row[column] * p for v, p in zip(row, pivot, strict=True)] for row in done] + [pivot]
    return done


def worked_out(hidden: list[int], sums: list[list[int]]) -> set[int]:
    """The hidden cells that somebody with a pencil finds from sums of which they know every other cell."""
    solved = reduced([[int(at in each) for at in hidden] for each in sums])
    return {hidden[row.index(1)] for row in solved if sum(value != 0 for value in row) == 1}


@settings(max_examples=60, deadline=None)
@given(st.lists(SHARES, min_size=len(MONTHS), max_size=len(MONTHS)), st.integers(1, 12))
def test_no_small_month_can_be_worked_out(cells, until):
    sums = sums_of(last_months(len(MONTHS), date(2026, until, 28)))
    hidden = kept_back(cells, sums)
    small = {at for at, cell in enumerate(cells) if min(cell) < FEWEST}
    assert small <= hidden
    totals = {tuple(each): [sum(cells[at][k] for at in each) for k in range(3)] for each in sums}
    known = [list(each) for each, total in totals.items() if min(total) >= FEWEST]
    assert worked_out(sorted(hidden), known) & small == set()
    for each in known:
        unseen = [at for at in each if at in hidden]
        if unseen:
            assert min(sum(cells[at][k] for at in unseen) for k in range(3)) >= FEWEST


@given(st.lists(st.tuples(st.integers(FEWEST, 60)), min_size=len(MONTHS), max_size=len(MONTHS)))
def test_without_a_small_month_nothing_is_kept_back(cells):
    assert kept_back(cells, SUMS) == frozenset()


def test_one_small_month_takes_the_smallest_of_its_quarter_with_it():
    """No more than it takes: the other small one of another quarter has a companion of its own."""
    cells = [(20,)] * len(MONTHS)
    cells[13], cells[14], cells[21], cells[20] = (3,), (12,), (0,), (9,)
    assert [str(MONTHS[at]) for at in (13, 20)] == ["2025-04-01 to 2025-04-30", "2025-11-01 to 2025-11-30"]
    assert kept_back(cells, SUMS) == {13, 14, 20, 21}
