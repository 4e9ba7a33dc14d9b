"""What is due to each child: a cache of open duties, written only here, that a rebuild must equal."""

from .cache import rebuild, refresh
from .history import instances_of
from .kept import KEPT, NOT_KEPT_YET
from .nightly import Reckoned, finish, reckon
from .others import rebuild_others, refresh_others
from .signals import rebuild_signals, refresh_signals, told_of_child

__all__ = [
    "KEPT",
    "NOT_KEPT_YET",
    "Reckoned",
    "finish",
    "instances_of",
    "rebuild",
    "rebuild_others",
    "rebuild_signals",
    "reckon",
    "refresh",
    "refresh_others",
    "refresh_signals",
    "told_of_child",
]
