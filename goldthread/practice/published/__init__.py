"""Published statistics in the record's database: brought in whole, and answered from."""

from .asking import (
    judgements_kept,
    neighbours_kept,
    recommendations_kept,
    reports_kept,
    standing_of_kept,
    values_kept,
)
from .keeping import KeptReport, held_releases, keep_published

__all__ = [
    "KeptReport",
    "held_releases",
    "judgements_kept",
    "keep_published",
    "neighbours_kept",
    "recommendations_kept",
    "reports_kept",
    "standing_of_kept",
    "values_kept",
]
