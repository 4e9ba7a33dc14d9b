"""Measures of many children at once, as counts that add."""

from .counting import COUNTS, FACTS, behind, count
from .gaps import Gap, gap_of
from .periods import Period, last_months, period_of, year_to
from .totals import Total, added, total_of, totals_of_teams

__all__ = [
    "COUNTS",
    "FACTS",
    "Gap",
    "Period",
    "Total",
    "added",
    "behind",
    "count",
    "gap_of",
    "last_months",
    "period_of",
    "total_of",
    "totals_of_teams",
    "year_to",
]
