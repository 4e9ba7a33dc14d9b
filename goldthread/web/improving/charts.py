"""The charts of measures that must move, with the day on which it was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from goldthread.practice.figures.comparing import history_of
from goldthread.practice.figures.telling import told_of
from goldthread.practice.published import our_place
from goldthread.practice.standing import Standing
from goldthread.record.models import Improvement
from goldthread.rulebook.measures import MEASURES
from goldthread.rulebook.published import PUBLISHED
from goldthread.web.charts import Drawing, Event
from goldthread.web.figures.pictures import picture_of, years_of


def pictures_of(names: Sequence[str], asked: Improvement, standing: Standing) -> dict[str, Drawing]:
    """The chart of each measure, by its name, as somebody sees the figures; none for whoever reads none."""
    if not standing.role.reads_figures:
        return {}
    ours = [MEASURES[name] for name in names if name in MEASURES]
    events = [Event(asked.asked_on, "Asked for")]
    found = {
        each.measure.name: picture_of(each, events=events)
        for each in (told_of(standing, ours) if ours else ())
    }
    place = our_place()
    published = [PUBLISHED[name] for name in names if name in PUBLISHED and name not in MEASURES]
    if place is not None and published:
        found |= {each.published.name: years_of(each, ()) for each in history_of(place, published)}
    return {name: drawing for name, drawing in found.items() if drawing is not None}
