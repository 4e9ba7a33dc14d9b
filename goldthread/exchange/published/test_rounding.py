"""Rates from counts, rounded as publishers round."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.exchange.published.rounding import agrees, could_be, rate, rounded

COUNTS = st.integers(0, 10**6)
WHOLES = st.integers(1, 10**6)
PLACES = st.integers(0, 3)


@pytest.mark.parametrize(
    ("number", "places", "is_"), [(0.5, 0, 1), (2.5, 0, 3), (2.675, 2, 2.68), (-0.5, 0, -1), (22.55, 1, 22.6)]
)
def test_a_half_goes_up_as_written(number, places, is_):
    assert rounded(number, places) == is_


def test_the_published_examples():
    """Wokingham 2025: 210 of 1,250 referrals; England 2025: 81,770 children in care of 12,183,016."""
    assert rate(210, 1250, 100, 1) == 16.8
    assert rate(81_770, 12_183_016, 10_000, 0) == 67
    assert rate(3, 0, 100, 1) is None


@given(COUNTS, WHOLES, PLACES)
def test_a_rate_is_the_nearest_of_its_decimals_and_agrees_with_its_counts(above, below, places):
    found = rate(above, below, 100, places)
    exact = Fraction(above * 100, below)
    assert abs(Fraction(str(found)) - exact) <= Fraction(1, 2 * 10**places)
    assert agrees(found, above, below, 100, places)


@given(COUNTS, WHOLES, PLACES, st.integers(-5, 5), st.integers(-5, 5))
def test_what_was_printed_from_true_counts_can_come_from_the_rounded_ones(above, below, places, one, two):
    printed = rate(above, below, 100, places)
    told_above, told_below = max(above + one, 0), max(below + two, 0)
    assert could_be(printed, told_above, told_below, 100, places, off_above=5, off_below=5)


@given(WHOLES, WHOLES, PLACES)
def test_another_figure_does_not_agree(above, below, places):
    found = rate(above, below, 100, places)
    assert not agrees(found + 1.1 * 10**-places, above, below, 100, places)
