"""A chart as a page shows it: the picture, what it says in words, and the table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Twin:
    """The table of a chart, as ``ds.table`` takes it: a caption, columns and rows of text."""

    caption: str
    columns: tuple[dict[str, Any], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart. wide: for a desk; narrow: for a phone, where it is drawn anew with letters of the same size, not shrunk.

    title: what it is of. said: what it says, in words. Of a small chart both pictures are the same.
    """

    title: str
    said: str
    wide: str
    narrow: str
    twin: Twin

    @property
    def pictures(self) -> tuple[tuple[str, SafeString], ...]:
        """Each picture with the class by which a page shows one of them."""
        if self.wide == self.narrow:
            return (("gt-chart__one", mark_safe(self.wide)),)
        return (
            ("gt-chart__wide", mark_safe(self.wide)),
            ("gt-chart__narrow", mark_safe(self.narrow)),
        )

    def alone(self) -> str:
        """The wide picture as a file of its own."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + self.wide + "\n"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, marked across the chart: an inspection, or that the baseline changed."""

    on: date
    words: str
    kind: Literal["inspection", "baseline", "decision"] = "inspection"


@dataclass(frozen=True, slots=True)
class Level:
    """A value that held for a while: the neighbours' median of a published year, by its first and last day."""

    first: date
    last: date
    value: float


def levels_of(level: float | Sequence[Level] | None, first: date, last: date) -> tuple[Level, ...]:
    """A level that may be one number for the whole chart, several, or none; only what lies within the chart."""
    if level is None:
        return ()
    if isinstance(level, int | float):
        return (Level(first, last, float(level)),)
    return tuple(
        Level(max(each.first, first), min(each.last, last), each.value)
        for each in level
        if each.first <= last and each.last >= first
    )
