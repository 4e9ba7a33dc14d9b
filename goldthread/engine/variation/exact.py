"""Exact limits of what chance alone gives: binomial for a share, Poisson for a count, smoothed between whole numbers.

Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005), appendix
A.1.1. The limit at probability p lies at (r - a) / n, where r is the least count with F(r) >= p, and a is (F(r) - p) / f(r).
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor, lgamma, log, sqrt

import numpy as np
from numpy.typing import NDArray

FAR = 14
"""So many standard deviations from the middle nothing is left that a float can tell from nought."""


@lru_cache(maxsize=4096)
def binomial_limits(share: float, number: int, within: float) -> tuple[float, float]:
    """Between what a share of ``number`` lies with probability ``within``, when each is yes with probability ``share``.

    share, within: from 0 to 1; the limits too. Of nought there are no limits: raises ValueError.
    """
    if number < 1 or not 0 <= share <= 1:
        raise ValueError(f"Limits are those of a share of at least one, and not of {share} of {number}.")
    if share in (0, 1):
        return share, share
    least, most = _window(number * share, sqrt(number * share * (1 - share)), number)
    counts = np.arange(least, most, dtype=np.float64)
    steps = np.log((number - counts) / (counts + 1)) + log(share / (1 - share))
    first = lgamma(number + 1) - lgamma(least + 1) - lgamma(number - least + 1)
    first += least * log(share) + (number - least) * log(1 - share)
    low, high = _between(_chances(first, steps), least, within)
    return max(low / number, 0.0), min(high / number, 1.0)


@lru_cache(maxsize=4096)
def poisson_limits(mean: float, within: float) -> tuple[float, float]:
    """Between what a count lies with probability ``within``, when ``mean`` are expected. Raises ValueError below nought."""
    if mean < 0:
        raise ValueError(f"A count is expected to be nought or more, and not {mean}.")
    if not mean:
        return 0.0, 0.0
    least, most = _window(mean, sqrt(mean), None)
    counts = np.arange(least, most, dtype=np.float64)
    first = least * log(mean) - mean - lgamma(least + 1)
    low, high = _between(_chances(first, log(mean) - np.log(counts + 1)), least, within)
    return max(low, 0.0), high


def _window(middle: float, spread: float, most: int | None) -> tuple[int, int]:
    """The counts that can happen at all."""
    low, high = max(0, floor(middle - FAR * spread - 10)), ceil(middle + FAR * spread + 30)
    return low, high if most is None else min(high, most)


def _chances(first: float, steps: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of each count, from the logarithm of the first and of each step to the next."""
    return np.exp(np.concatenate(([first], first + np.cumsum(steps))))


def _between(chances: NDArray[np.float64], least: int, within: float) -> tuple[float, float]:
    up_to, tail = np.cumsum(chances), (1 - within) / 2
    return _quantile(chances, up_to, least, tail), _quantile(chances, up_to, least, 1 - tail)


def _quantile(chances: NDArray[np.float64], up_to: NDArray[np.float64], least: int, at: float) -> float:
    place = min(int(np.searchsorted(up_to, at)), len(up_to) - 1)
    return float(least + place - (up_to[place] - at) / chances[place])
