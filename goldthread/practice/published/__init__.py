"""Published statistics in the record's database: brought in whole, and answered from."""

from .asking import standing_of_kept, values_kept
from .keeping import KeptReport, keep_published

__all__ = ["KeptReport", "keep_published", "standing_of_kept", "values_kept"]
