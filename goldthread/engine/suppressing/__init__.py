"""Which figures are kept back when figures leave for people who may not open a record: the small, and enough beside them."""

from .keeping import kept_back
from .release import FEWEST, Release, Sum

__all__ = ["FEWEST", "Release", "Sum", "kept_back"]
