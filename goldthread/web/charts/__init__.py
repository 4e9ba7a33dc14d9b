"""Charts drawn on the server as SVG: each a picture that reads in greyscale, what it says in words, and the table beside it.

``run_chart(chart, ident=, title=, unit=, said=, target=, neighbours=, england=, events=)``: a process chart, wide and narrow.
``small_run_chart(...)``: the same, small, for a page of twelve. ``funnel_chart(plot, ident=, title=, unit=, names=)``: teams in
their funnel. ``yearly_chart(years, ident=, title=, unit=, neighbours=, england=, events=)``: published years.
Each gives a `Drawing`; a page shows it with ``ds.drawing(drawing)``, a file is ``drawing.alone()``.
"""

from .drawing import Drawing, Event, Level, Twin
from .funnel import funnel_chart
from .run import run_chart, small_run_chart
from .scale import Unit, unit_of
from .yearly import Year, YearBand, yearly_chart

__all__ = [
    "Drawing",
    "Event",
    "Level",
    "Twin",
    "Unit",
    "Year",
    "YearBand",
    "funnel_chart",
    "run_chart",
    "small_run_chart",
    "unit_of",
    "yearly_chart",
]
