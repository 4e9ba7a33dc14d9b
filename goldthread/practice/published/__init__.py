"""Published statistics in the record's database: brought in whole, and answered from."""

from .asking import judgements_kept, neighbours_kept, our_place, recommendations_kept, standing_of_kept
from .keeping import KeptReport, keep_published
from .library import Library, library

__all__ = [
    "KeptReport",
    "Library",
    "judgements_kept",
    "keep_published",
    "library",
    "neighbours_kept",
    "our_place",
    "recommendations_kept",
    "standing_of_kept",
]
