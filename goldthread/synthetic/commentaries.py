"""The demonstration's page of figures: counted once, so that it is there on the first day."""

from __future__ import annotations

from goldthread.practice.figures.keeping import begin_tonight, run


def make_figures() -> None:
    """Count the figures where they are not counted yet."""
    if (counting := begin_tonight()) is not None:
        run(counting.pk)
