"""Published statistics in the record's database: brought in whole, and answered from."""

from .asking import judgements_kept, neighbours_kept, our_place, recommendations_kept, standing_of_kept
from .keeping import KeptReport, keep_published

__all__ = [
    "KeptReport",
    "judgements_kept",
    "keep_published",
    "neighbours_kept",
    "our_place",
    "recommendations_kept",
    "standing_of_kept",
]
