"""Disabled children beside the others: the two shares, the gap and how sure one can be of it, and who is not recorded.

The gap is that of the measures: Newcombe's hybrid score interval for the difference of two proportions (his method 10, 1998).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldthread.engine.measuring.gaps import METHODS, SMALL, newcombe
from goldthread.practice.homes.figures import among
from goldthread.record.models import Child

GROUPS: dict[str, str] = {"yes": "disabled", "no": "not disabled", "unknown": "not recorded"}
"""The three answers, never merged."""
METHOD = METHODS["share"]


@dataclass(frozen=True, slots=True)
class Part:
    """Of one group, how many there are and how many a figure counts."""

    counted: int
    of: int

    @property
    def per_cent(self) -> float:
        """The share in a hundred. Raises ZeroDivisionError where there is nobody."""
        return 100 * self.counted / self.of

    def __str__(self) -> str:
        return f"{self.counted:,} of {self.of:,}"


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of disabled children, of children who are not, and of those of whom it is not recorded."""

    disabled: Part
    others: Part
    unknown: Part

    @property
    def few(self) -> bool:
        """Whether a group is too small to compare."""
        return min(self.disabled.of, self.others.of) < SMALL

    @property
    def gap(self) -> tuple[float, float, float]:
        """The disabled children's share less the others', in points of a hundred, and between what it may well lie.

        Raises ZeroDivisionError where a group is empty.
        """
        low, high = newcombe((self.disabled.counted, self.disabled.of), (self.others.counted, self.others.of))
        return self.disabled.per_cent - self.others.per_cent, 100 * low, 100 * high

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out nought."""
        return not self.few and (self.gap[1] > 0 or self.gap[2] < 0)

    @property
    def words(self) -> str:
        """As a line says it: "21% v 12% (gap 9 points, 4 to 14)". The gap is that of the shares as they are shown."""
        if self.few:
            return f"too few to tell: {self.disabled} disabled, {self.others} others"
        one, other = round(self.disabled.per_cent), round(self.others.per_cent)
        _gap, low, high = self.gap
        points = "point" if abs(one - other) == 1 else "points"
        return f"{one}% v {other}% (gap {_signed(one - other)} {points}, {_signed(low)} to {_signed(high)})"


def _signed(points: float) -> str:
    whole = round(points)
    return f"\N{MINUS SIGN}{-whole}" if whole < 0 else str(whole)


def groups_of(children: Iterable[int]) -> dict[str, frozenset[int]]:
    """These children by what is recorded of whether they are disabled, in one query."""
    found: dict[str, set[int]] = {group: set() for group in GROUPS}
    for child, said in Child.objects.filter(among(children, "pk")).values_list("pk", "disabled"):
        found[said if said in ("yes", "no") else "unknown"].add(child)
    return {group: frozenset(keys) for group, keys in found.items()}


def compare(counted: frozenset[int], groups: Mapping[str, frozenset[int]]) -> Compared:
    """A figure split three ways."""
    parts = [Part(len(counted & groups[group]), len(groups[group])) for group in GROUPS]
    return Compared(*parts)
