"""Who is waiting for what: the list of open duties, how they are counted, and what people say of them."""

from .filters import KINDS, WaitingFilters
from .notes import add_note, end_note
from .rows import WaitingRow, count_waiting, waiting_rows
from .tiles import Tiles, tiles

__all__ = [
    "KINDS",
    "Tiles",
    "WaitingFilters",
    "WaitingRow",
    "add_note",
    "count_waiting",
    "end_note",
    "tiles",
    "waiting_rows",
]
