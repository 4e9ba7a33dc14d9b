"""Small numbers, for people who see no child: a count under five could tell of somebody, so it is not shown."""

from __future__ import annotations

from goldthread.engine.measuring import Total

FEWEST = 5


def shown(*totals: Total) -> bool:
    """Whether figures may be shown to somebody who sees no child: none of their counts, nor what they leave, is under five.

    A number is kept back where it is under five, nought among them; a share or a mean where those who count, those who are
    yes, or those who are not, are. One group that is kept back takes all of its split with it, so that it cannot be worked
    out from the others.
    """
    return all(count >= FEWEST for total in totals for count in _counts(total))


def _counts(total: Total) -> tuple[int, ...]:
    if total.measure.kind == "number":
        return (total.numerator,)
    if total.measure.is_proportion:
        return total.denominator, total.numerator, total.denominator - total.numerator
    return total.counted, total.denominator
