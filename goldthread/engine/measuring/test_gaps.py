"""The interval of a gap: against a published example, at its edges, and over many draws."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from goldthread.engine.measuring import Total, gap_of
from goldthread.engine.measuring.gaps import newcombe, wilson
from goldthread.rulebook.measures import MEASURES

SHARE, MEAN = MEASURES["re_referrals"], MEASURES["plan_length"]


def of(numerator, denominator, measure=SHARE):
    return Total(measure, numerator, denominator, numerator, denominator)


def test_a_published_example():
    """Newcombe 1998, Statistics in Medicine 17: 56 of 70 less 48 of 80 is 0.2, by method 10 from 0.0524 to 0.3339."""
    low, high = newcombe((56, 70), (48, 80))
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def test_none_or_all_have_an_interval_too():
    low, high = newcombe((0, 10), (0, 20))
    assert low < 0 < high
    assert wilson(0, 10)[0] == pytest.approx(0)
    assert wilson(10, 10)[1] == pytest.approx(1)


def test_a_gap_says_which_way_how_sure_and_how_small():
    gap = gap_of(of(56, 70), of(48, 80))
    assert gap.gap == pytest.approx(20)
    assert (gap.clear, gap.small) == (True, False)
    assert not gap_of(of(5, 9), of(48, 80)).clear
    assert gap_of(of(5, 9), of(48, 80)).small
    assert gap_of(of(0, 0), of(48, 80)) is None
    assert gap_of(of(5, 0, MEASURES["caseload"]), of(4, 0, MEASURES["caseload"])) is None


def test_a_mean_has_an_interval_from_sums_that_add():
    """Five plans of 90 to 110 days and four of 190 to 210: the same as Welch's from the days themselves."""
    days, others = [90, 95, 100, 105, 110], [190, 200, 200, 210]

    def total(values):
        return Total(MEAN, sum(values), len(values), sum(each * each for each in values), len(values))

    gap = gap_of(total(days), total(others))
    by_hand = 1.959963984540054 * (62.5 / 5 + 200 / 3 / 4) ** 0.5
    assert gap.gap == pytest.approx(-100)
    assert gap.high - gap.gap == pytest.approx(by_hand)
    assert gap_of(total(days[:1]), total(others)) is None


def test_an_interval_holds_the_truth_about_as_often_as_it_says():
    random, inside, draws = Random(1), 0, 1500
    for _ in range(draws):
        one, other = (sum(random.random() < share for _ in range(30)) for share in (0.2, 0.35))
        low, high = newcombe((one, 30), (other, 30))
        inside += low <= -0.15 <= high
    assert 0.93 < inside / draws < 0.975


def test_more_of_the_same_makes_it_surer():
    few, many = of(20, 100), of(200, 1000)
    other = replace(few, numerator=30)
    wide = gap_of(few, other)
    narrow = gap_of(many, replace(many, numerator=300))
    assert narrow.high - narrow.low < wide.high - wide.low
