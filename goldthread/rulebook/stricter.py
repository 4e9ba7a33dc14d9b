"""An authority's own count beside the law's, as a clock holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .counts import Count


@dataclass(frozen=True, slots=True)
class Stricter:
    """An authority's own, shorter count beside the law's, for starts from a day on and before another.

    nth: which count of the chain it stands beside.
    """

    nth: int
    count: Count
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force for what starts on a day; on its last day it is over."""
        return self.since <= day and (self.until is None or day < self.until)
