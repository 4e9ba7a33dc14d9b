"""A published measure: what a department prints of every authority, and what of our own it is like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypedDict

Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class Series:
    """What one kind of file says again and again: a column, or a column for one label."""

    kind: str
    name: str


CHILDREN = (Series("population", "Children aged 0 to 17 years"),)


@dataclass(frozen=True, slots=True)
class Ratio:
    """The counts behind a figure. above, below: series whose counts are added up. per: 100 for per cent, 10,000 for a rate.

    years_before: how many years older the count below is: a rate of 2025 is for each child of the estimate for mid-2024.
    """

    above: tuple[Series, ...]
    below: tuple[Series, ...]
    per: int = 100
    years_before: int = 0


class Counted(TypedDict):
    """What a measure is in, the series that print it, and its counts."""

    unit: str
    printed: tuple[Series, ...]
    ratio: Ratio


def share_of(kind: str, part: str, whole: str) -> Counted:
    """A share that a kind of file prints beside its counts."""
    printed = (Series(kind, part),)
    return {"unit": "%", "printed": printed, "ratio": Ratio(printed, (Series(kind, whole),))}


def rate_of(counted: Series, *, printed: tuple[Series, ...] = ()) -> Counted:
    """A rate for each 10,000 children of the year before."""
    return {
        "unit": "per 10,000",
        "printed": printed,
        "ratio": Ratio((counted,), CHILDREN, per=10_000, years_before=1),
    }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PublishedMeasure:
    """One figure that is published of every authority.

    unit: %, per 10,000, or what it counts. places: decimals to which it is printed. source: the publication that defines it.
    printed: series that print the figure itself, the first that holds a number being the one to quote. tool: its short name in
    the local authority interactive tool. ratio: the published counts from which it can be worked out again; missing where none
    are published, for the reason in ``no_counts``. counted_by: the counts of a kind of file that has its own. like: the name of
    our own measure; differs: how that is not the same.
    """

    name: str
    area: str
    what: str
    question: str
    unit: str
    better: Better
    places: int
    source: str
    tool: str = ""
    printed: tuple[Series, ...] = ()
    ratio: Ratio | None = None
    counted_by: Mapping[str, Ratio] = field(default_factory=dict)
    no_counts: str = ""
    like: str = ""
    differs: str = ""
    cautions: str = ""

    def __post_init__(self) -> None:
        if bool(self.ratio) == bool(self.no_counts):
            raise TypeError(f"{self.name}: it has counts, or a reason why not")
        if not self.tool and not self.printed and not self.ratio:
            raise TypeError(f"{self.name}: nothing prints it and nothing is there to work it out from")
        if bool(self.like) != bool(self.differs):
            raise TypeError(f"{self.name}: what it is like, and how it differs from that, go together")

    @property
    def sources(self) -> tuple[Series, ...]:
        """Where the figure itself is printed, in the order in which it is quoted."""
        return (*self.printed, *((Series("tool", self.tool),) if self.tool else ()))

    @property
    def behind(self) -> set[Series]:
        """The series in which it is printed or from which it is worked out."""
        ratios = [ratio for ratio in (self.ratio, *self.counted_by.values()) if ratio is not None]
        return {*self.sources, *(series for ratio in ratios for series in (*ratio.above, *ratio.below))}
