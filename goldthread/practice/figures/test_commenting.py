"""Commentary goes out of date for what is new since, for a promise whose day is past, and with age."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from goldthread.engine.variation import OUTSIDE, ProcessChart, Signal
from goldthread.practice.figures.commenting import key_of, out_of_date
from goldthread.record.models import FigureCommentary

JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)


def signal(found_on):
    return Signal(OUTSIDE, "up", (found_on,), found_on, "concern")


@pytest.mark.parametrize(
    ("found_on", "seen", "by_when", "day", "why"),
    [
        (JANUARY, (), FEBRUARY, FEBRUARY, []),  # it stood when the figure was written about
        (FEBRUARY, (), FEBRUARY, FEBRUARY, ["there is a new signal since"]),
        (FEBRUARY, (FEBRUARY,), FEBRUARY, FEBRUARY, []),
        (JANUARY, (), date(2026, 2, 3), FEBRUARY, ["what it promised was to be done by 3 Feb 2026"]),
        (JANUARY, (), date(2026, 6, 1), date(2026, 4, 30), []),
        (JANUARY, (), date(2026, 6, 1), date(2026, 5, 1), ["it is more than 3 months old"]),
    ],
)
def test_why_commentary_no_longer_says_what_is_so(found_on, seen, by_when, day, why):
    commentary = FigureCommentary(
        month=JANUARY,
        signals=[key_of(signal(each)) for each in seen],
        by_when=by_when,
        written_at=datetime(2026, 2, 1, 9, tzinfo=UTC),
    )
    chart = ProcessChart((), "lower", signals=(signal(found_on),))
    assert out_of_date(commentary, chart, day) == why
