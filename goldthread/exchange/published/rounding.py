"""Rates and shares as published: worked out from counts, rounded as the publisher rounds, and how far rounded counts reach."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

EDGE = 1e-9


def rounded(value: float, places: int) -> float:
    """A number to so many decimals, a half going away from nought, as the publishers round (not to the even digit).

    A binary fraction counts as the decimal that it is written as: 2.675 is 2.68.
    """
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def rate(above: float, below: float, per: float, places: int) -> float | None:
    """``above`` for each ``per`` of ``below``, rounded; None where nobody counts."""
    if below <= 0:
        return None
    exact = Decimal(repr(above)) * Decimal(repr(per)) / Decimal(repr(below))
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def agrees(printed: float, above: float, below: float, per: float, places: int) -> bool:
    """Whether a printed figure is what its counts come to, rounded to the printed decimals; a half may go either way."""
    return below > 0 and abs(above * per / below - printed) <= 0.5 * 10**-places + EDGE


def could_be(
    printed: float, above: float, below: float, per: float, places: int, *, off_above: float, off_below: float
) -> bool:
    """Whether a printed figure can come from counts that were themselves rounded, each off by no more than so much."""
    if below - off_below <= 0:
        return below + off_below > 0
    low = max(above - off_above, 0) * per / (below + off_below)
    high = (above + off_above) * per / (below - off_below)
    half = 0.5 * 10**-places + EDGE
    return low - half <= printed <= high + half
