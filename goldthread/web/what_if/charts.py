"""A measure week by week, as it is and if so, as shapes of a drawing 600 wide and 200 high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.engine.what_if import Band
from goldthread.web.what_if.reading import Reading, band

WIDE, HIGH = 600, 200
NAMES = {
    "caseload": "Children for each worker",
    "waiting": "Children without a worker",
    "unallocated_days": "Days that children have no worker, added up",
}


@dataclass(frozen=True, slots=True)
class Chart:
    """What the macro draws: two bands with their middle lines, the top of the scale, and the same as rows of a table."""

    name: str
    top: float
    as_it_is: tuple[str, str] | None
    asked: tuple[str, str]
    rows: list[list[str]]


def chart_of(reading: Reading, measure: str, team: int | None) -> Chart:
    """The drawing of one measure, of one team or of all together."""
    asked = reading.of(reading.asked, team).weeks[measure]
    merged = team is not None and len(reading.asked.teams[team].teams) > 1
    before = None if merged else reading.of(reading.as_it_is, team).weeks[measure]
    top = max([each.high for each in [*asked, *(before or [])]] + [1.0])
    return Chart(
        NAMES[measure],
        top,
        _shapes(before, top) if before else None,
        _shapes(asked, top),
        [
            [str(week), band(before[week - 1]) if before else "", band(each)]
            for week, each in enumerate(asked, 1)
        ],
    )


def _shapes(bands: Sequence[Band], top: float) -> tuple[str, str]:
    """The points of the band's outline, and of its middle line."""

    def at(place: int, value: float) -> str:
        x = WIDE * place / max(1, len(bands) - 1)
        return f"{x:.1f},{HIGH - HIGH * value / top:.1f}"

    over = [at(place, each.high) for place, each in enumerate(bands)]
    under = [at(place, each.low) for place, each in enumerate(bands)]
    return " ".join([*over, *reversed(under)]), " ".join(
        at(place, each.middle) for place, each in enumerate(bands)
    )
