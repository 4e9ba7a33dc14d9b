"""The parity gap of a measure, with its uncertainty: the figure of one group less that of another.

For a share: Newcombe's hybrid score interval (his method 10 for two independent proportions, 1998), made of the Wilson score
intervals of each, which holds with few and with none or all. For a mean: Welch's interval with normal quantiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from .totals import Total

Z = 1.959963984540054
"""The standard normal quantile of a 95 per cent interval."""
SMALL = 10
"""With fewer than so many in a group the gap is marked: small numbers."""
METHODS = {
    "share": "95% interval by Newcombe's hybrid score method",
    "mean": "95% interval by Welch's method, normal quantiles",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One group's figure less another's, in the measure's own unit, and between what it may well lie. method: how that was found.

    clear: whether the interval leaves out nought. small: whether either group has few.
    """

    gap: float
    low: float
    high: float
    small: bool
    method: str

    @property
    def clear(self) -> bool:
        return self.low > 0 or self.high < 0


def wilson(numerator: float, denominator: float) -> tuple[float, float]:
    """The Wilson score interval of a proportion. Raises ZeroDivisionError where nobody counts."""
    share = numerator / denominator
    spread = Z * sqrt(share * (1 - share) / denominator + Z * Z / (4 * denominator * denominator))
    middle, scale = share + Z * Z / (2 * denominator), 1 + Z * Z / denominator
    return (middle - spread) / scale, (middle + spread) / scale


def newcombe(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The interval of a difference of two proportions, each given as numerator and denominator."""
    first, second = one[0] / one[1], other[0] / other[1]
    (low_1, high_1), (low_2, high_2) = wilson(*one), wilson(*other)
    gap = first - second
    return (
        gap - sqrt((first - low_1) ** 2 + (high_2 - second) ** 2),
        gap + sqrt((high_1 - first) ** 2 + (second - low_2) ** 2),
    )


def gap_of(one: Total, other: Total) -> Gap | None:
    """The first total's figure less the second's. None where it has no groups, or nobody counts in one of them.

    A mean of one alone has no gap either.
    """
    measure = one.measure
    first, second = one.value, other.value
    if not measure.splits or first is None or second is None:
        return None
    small = min(one.counted, other.counted) < SMALL
    if measure.is_proportion:
        low, high = newcombe((one.numerator, one.denominator), (other.numerator, other.denominator))
        return Gap(first - second, 100 * low, 100 * high, small, METHODS["share"])
    if min(one.counted, other.counted) < 2:
        return None  # of one alone nobody knows how far others lie from it
    spread = Z * sqrt(_variance(one) + _variance(other))
    return Gap(first - second, first - second - spread, first - second + spread, small, METHODS["mean"])


def _variance(total: Total) -> float:
    """The variance of a mean, in the measure's unit. At least two count."""
    many = total.counted
    of_each = max(total.squares - total.numerator * total.numerator / many, 0) / (many - 1)
    scale = many / total.denominator * (100 if total.measure.unit == "%" else 1)
    return of_each / many * scale * scale
