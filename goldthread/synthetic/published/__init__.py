"""Published statistics of authorities that never were: figures, neighbours and inspections, the same from the same seed."""

from .making import SEED, make_published, published

__all__ = ["SEED", "make_published", "published"]
