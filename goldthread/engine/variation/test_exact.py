"""Exact limits: against sums of exact fractions, at the edges, and as often right as they say."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, factorial

import pytest

from goldthread.engine.variation import binomial_limits, poisson_limits


def interpolated(chances, at):
    """The quantile of Spiegelhalter's appendix, with exact fractions and nothing in common with the engine."""
    up_to = Fraction(0)
    for count, chance in enumerate(chances):
        up_to += chance
        if up_to >= at:
            return float(count - (up_to - at) / chance)
    raise AssertionError("the chances do not add up to one")


@pytest.mark.parametrize(("yes", "of", "number"), [(1, 5, 7), (1, 2, 40), (9, 10, 60), (1, 50, 200)])
@pytest.mark.parametrize("within", ["0.95", "0.998"])
def test_binomial_limits_are_the_exact_ones(yes, of, number, within):
    share = Fraction(yes, of)
    chances = [comb(number, k) * share**k * (1 - share) ** (number - k) for k in range(number + 1)]
    tail = (1 - Fraction(within)) / 2
    low, high = binomial_limits(yes / of, number, float(within))
    assert low * number == pytest.approx(max(interpolated(chances, tail), 0), abs=1e-6)
    assert high * number == pytest.approx(min(interpolated(chances, 1 - tail), number), abs=1e-6)


def test_poisson_limits_are_the_exact_ones():
    chances = [Fraction(exp(-12.5)) * Fraction(25, 2) ** k / factorial(k) for k in range(80)]
    low, high = poisson_limits(12.5, 0.95)
    assert low == pytest.approx(interpolated(chances, Fraction(1, 40)), abs=1e-6)
    assert high == pytest.approx(interpolated(chances, Fraction(39, 40)), abs=1e-6)


def test_with_very_many_they_are_those_of_the_normal():
    low, high = binomial_limits(0.3, 1_000_000, 0.95)
    spread = 1.959964 * (0.3 * 0.7 / 1_000_000) ** 0.5
    assert (low, high) == pytest.approx((0.3 - spread, 0.3 + spread), abs=2e-6)
    assert poisson_limits(1_000_000, 0.95) == pytest.approx((998_040, 1_001_960), abs=3)


def test_what_cannot_vary_has_no_room_and_what_cannot_be_is_refused():
    assert binomial_limits(1.0, 20, 0.95) == (1.0, 1.0)
    assert poisson_limits(0.0, 0.95) == (0.0, 0.0)
    with pytest.raises(ValueError, match="at least one"):
        binomial_limits(0.5, 0, 0.95)
    with pytest.raises(ValueError, match="nought or more"):
        poisson_limits(-1, 0.95)
