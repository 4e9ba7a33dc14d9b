"""How a process of an analyst's verb keeps its memory: what it has done with stays with it, for the next part of a folder."""

from __future__ import annotations

import ctypes
import os

POLARS, AT_MOST = "_RJEM_MALLOC_CONF", 2**31 - 1
SETTINGS = {
    "MALLOC_MMAP_THRESHOLD_": (-3, AT_MOST),
    "MALLOC_TRIM_THRESHOLD_": (-1, AT_MOST),
    "MALLOC_ARENA_MAX": (-8, 1),
}
"""The GNU C library's settings, by their names in the environment: the number of each, and its value.

One arena, because arrays of threads that have their own cannot be kept: those hold 64 MB at most.
"""
KEPT = {POLARS: "dirty_decay_ms:-1,muzzy_decay_ms:-1"} | {
    name: str(value) for name, (_, value) in SETTINGS.items()
}
"""The same for a process that is still to be started, as its environment; the first is for Polars' own allocator."""


def keep_memory() -> None:
    """Let this process keep memory that it has done with until it ends, instead of giving it back and fetching it anew.

    A part of a folder needs several hundred megabytes for a fraction of a second, and the next part needs them again; giving
    pages back and having them cleared anew took a quarter of the time. For processes that end with their work: one that
    serves pages gives memory back. To be called before Polars is imported. What the environment says already is left as it
    is; where the C library is not GNU's only Polars is told.
    """
    os.environ.setdefault(POLARS, KEPT[POLARS])
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    for name, (number, value) in SETTINGS.items():
        if name not in os.environ:
            mallopt(number, value)
