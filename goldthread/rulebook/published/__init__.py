"""The published measures by name, by area of work."""

from __future__ import annotations

from goldthread.vocabulary.faults import Fault

from . import care, leaving_care, protection, workforce
from .measure import PublishedMeasure, Ratio, Series

PUBLISHED: dict[str, PublishedMeasure] = {
    measure.name: measure for area in (protection, care, leaving_care, workforce) for measure in area.ALL
}

__all__ = ["PUBLISHED", "PublishedMeasure", "Ratio", "Series", "published_named"]


def published_named(name: str) -> PublishedMeasure:
    """The measure of a name: our own, or the one it has in the interactive tool. Raises Fault for a name that none has."""
    for measure in PUBLISHED.values():
        if name in (measure.name, measure.tool):
            return measure
    raise Fault(f"No published measure is named {name!r}. There are: {', '.join(PUBLISHED)}.")
