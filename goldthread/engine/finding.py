"""What a check or a signal of drift says of one row: the answer of both evaluators."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Finding(NamedTuple):
    """A check's answer to one row, or a signal that stands.

    on: the day on which it was asked; for a signal, the day since which nothing moved, or on which it began. lacking, unknown:
    the places of the needs that are not met, or cannot be told, as "0 2". moved_on, moved: the last thing that did move, and
    which kind of thing it was (its place in the list of moves); only for signals.
    """

    name: str
    child: int
    table: str
    row: int
    on: date
    state: str
    lacking: str = ""
    unknown: str = ""
    moved_on: date | None = None
    moved: int | None = None
