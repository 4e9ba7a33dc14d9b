"""What is due to each child: a cache of open duties, written only here, that a rebuild must equal."""

from .cache import rebuild, refresh
from .history import instances_of

__all__ = ["instances_of", "rebuild", "refresh"]
