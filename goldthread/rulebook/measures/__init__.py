"""Every measure by name, by area of work."""

from __future__ import annotations

from goldthread.vocabulary import Fault

from ..measure import Measure
from . import care, front_door, leaving_care, protection, workforce

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for area in (front_door, protection, care, leaving_care, workforce)
    for measure in area.ALL
}


def measure_named(name: str) -> Measure:
    """The measure of a name. Raises Fault for a name that no measure has."""
    if name not in MEASURES:
        raise Fault(f"No measure is named {name!r}. There are: {', '.join(MEASURES)}.")
    return MEASURES[name]
