"""Process charts of measures: what is charted, what is not, and what is said. The rules: tests/spec/test_signal_or_noise.py."""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.engine.measuring import Total, last_months
from goldthread.engine.variation import Baseline, Point, chart_of, points_of, process_chart, said_of
from goldthread.rulebook.measures import MEASURES
from goldthread.vocabulary import Fault

SHARE, NUMBER, STOCK = MEASURES["re_referrals"], MEASURES["referrals"], MEASURES["children_in_need"]
MONTHS = last_months(30, date(2026, 2, 28))


def totals(measure, counts, of=100):
    """So many of so many in each of the last months."""
    months = MONTHS[-len(counts) :]
    return [
        (month, None if count is None else Total(measure, count, of))
        for month, count in zip(months, counts, strict=True)
    ]


STEADY = [20, 24, 21, 23, 22, 19, 25, 20, 24, 22, 21, 23] * 2


def test_a_share_carries_its_counts_and_a_month_kept_back_is_a_gap():
    points = points_of(totals(SHARE, [20, None, 24]))
    assert [(each.value, each.numerator, each.denominator) for each in points] == [
        (20.0, 20, 100),
        (None, None, None),
        (24.0, 24, 100),
    ]
    assert points_of(totals(NUMBER, [20]))[0].denominator is None


@pytest.mark.parametrize(
    ("newest", "verdict", "said"),
    [
        (22, "usual", "Usual variation."),
        (45, "concern", "A signal, and a concern: Feb 2026 lies above the upper limit."),
        (4, "improvement", "A signal, and an improvement: Feb 2026 lies below the lower limit."),
    ],
)
def test_the_newest_month_is_said_in_words(newest, verdict, said):
    chart = chart_of(SHARE, totals(SHARE, [*STEADY, newest]))
    assert (chart.verdict, said_of(chart)) == (verdict, said)


def test_a_signal_that_is_over_is_said_to_be_earlier():
    chart = chart_of(SHARE, totals(SHARE, [*STEADY, 45, 21, 23]))
    assert chart.verdict == "usual"
    assert said_of(chart) == "Usual variation now. Earlier, Dec 2025 lies above the upper limit."
    assert [each.rule.name for each in chart.signals_on(date(2025, 12, 31))] == ["outside"]


def test_neither_way_better_is_a_change():
    chart = chart_of(NUMBER, totals(NUMBER, [*STEADY, 60]))
    assert chart.verdict == "change"
    assert said_of(chart) == "A signal: Feb 2026 lies above the upper limit."


def test_limits_hold_from_the_first_months_and_are_settled_after_two_years():
    full = chart_of(SHARE, totals(SHARE, [*STEADY, 22, 22])).stretches[0]
    assert (full.used, full.settled, full.baseline.last) == (24, True, MONTHS[-3].last)
    assert not chart_of(SHARE, totals(SHARE, STEADY[:13])).stretches[0].settled


def test_too_few_months_have_no_limits_and_the_reason_is_said():
    chart = chart_of(SHARE, totals(SHARE, STEADY[:6]))
    assert (chart.verdict, chart.stretches) == ("too few", ())
    assert said_of(chart) == "Limits need 12 months with a value, and there are 6."


def test_months_in_which_few_count_are_shown_and_not_judged():
    chart = chart_of(SHARE, totals(SHARE, [2] * 20, of=4))
    assert chart.verdict == "too few"
    assert "20 more have fewer than 5 who count" in said_of(chart)
    ends_so = [*totals(SHARE, [*STEADY, 22])[:-1], (MONTHS[-1], Total(SHARE, 4, 4))]
    ended = chart_of(SHARE, ends_so)
    assert (ended.verdict, ended.newest.on) == ("usual", MONTHS[-2].last)


def test_a_share_of_which_few_are_yes_has_no_limits():
    """Two children of one family, once in a while, would be a signal each time."""
    chart = chart_of(SHARE, totals(SHARE, [0, 2, 0, 0, 4, 1] * 5, of=14))
    assert (chart.verdict, chart.signals) == ("too few", ())
    assert said_of(chart).startswith("As a rule fewer than 2 a month are yes, too few for limits")
    others = chart_of(SHARE, totals(SHARE, [14, 13, 14, 14, 10, 14] * 5, of=14))
    assert "fewer than 2 a month are no" in said_of(others)


def test_what_is_carried_over_from_month_to_month_has_no_limits():
    chart = chart_of(STOCK, totals(STOCK, [1200 + each for each in range(30)]))
    assert (chart.verdict, chart.signals, chart.stretches) == ("carried over", (), ())
    assert "mostly the same children" in said_of(chart)


def test_counts_have_limits_that_chance_alone_allows():
    """Months that happen to be alike would make the next one a signal: 22 events vary by more than that."""
    chart = chart_of(NUMBER, totals(NUMBER, [22, 23] * 12 + [30]))
    assert chart.verdict == "usual"
    assert chart.places[-1].upper > 35 > chart.stretches[0].upper


def test_a_baseline_is_said_where_it_does_not_fit():
    points = [Point(month.last, 1.0) for month in MONTHS]
    single = process_chart(points, baselines=[Baseline(points[0].on, points[0].on, "decided")])
    assert (single.verdict, single.stretches) == ("too few", ())
    assert said_of(single) == "Limits need months in a row with values, and Sep 2023 to Sep 2023 has none."
    with pytest.raises(Fault, match="follow each other"):
        process_chart(points[::-1])
    with pytest.raises(Fault, match="after it begins"):
        Baseline(date(2026, 2, 1), date(2026, 1, 1))
