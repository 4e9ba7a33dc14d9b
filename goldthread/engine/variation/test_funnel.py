"""Teams in a funnel: their limits, which way they lie, and what is kept back."""

from __future__ import annotations

from goldthread.engine.measuring import Total
from goldthread.engine.variation import Part, binomial_limits, funnel_of, funnel_plot
from goldthread.rulebook.measures import MEASURES

TEAMS = [Part(1, 85, 100, 8), Part(2, 176, 200, 9), Part(3, 60, 100, 6), Part(4, 9, 10, 4)]


def marked(parts, **more):
    return {mark.key: mark for mark in funnel_plot(parts, kind="share", better="higher", **more).marks}


def test_each_team_is_judged_by_the_limits_of_its_own_number():
    marks = marked(TEAMS)
    assert {key: (mark.where, mark.direction, mark.meaning) for key, mark in marks.items()} == {
        1: ("within", None, "neither"),
        2: ("outside 95%", "up", "improvement"),
        3: ("outside 99.8%", "down", "concern"),
        4: ("within", None, "neither"),
    }
    low, high = binomial_limits(330 / 410, 200, 0.95)
    assert marks[2].inner == (100 * low, 100 * high)


def test_a_team_of_which_few_are_expected_either_way_is_marked_as_small():
    assert {key: mark.small for key, mark in marked(TEAMS).items()} == {1: False, 2: False, 3: False, 4: True}


def test_a_team_of_one_and_one_of_few_are_kept_back_with_the_reason():
    plot = funnel_plot([*TEAMS, Part(5, 20, 20, 1), Part(6, 1, 4, 3)], kind="share")
    assert dict(plot.kept_back) == {5: "a team of one", 6: "fewer than 5 count"}
    assert [mark.key for mark in plot.marks] == [1, 2, 3, 4]
    assert plot.centre == 100 * (351 / 434), "they count in the figure of all together"


def test_one_kept_back_alone_takes_the_smallest_with_it():
    """All less the others would be that team."""
    plot = funnel_plot([*TEAMS, Part(5, 20, 20, 1)], kind="share")
    assert [key for key, _ in plot.kept_back] == [5, 4]


def test_the_curve_narrows_and_reaches_past_the_largest_team():
    curve = funnel_plot(TEAMS, kind="share").curve
    widths = [limits.outer[1] - limits.outer[0] for limits in curve]
    assert widths[0] > widths[len(widths) // 2] > widths[-1]
    assert (curve[0].number, curve[-1].number) == (6, 221)
    assert all(each.outer[0] <= each.inner[0] <= each.inner[1] <= each.outer[1] for each in curve)


def test_a_measure_is_drawn_if_its_chance_is_known():
    """Shares by the binomial, so many for each worker by the Poisson; of days nobody knows how they scatter."""

    def of(name):
        measure = MEASURES[name]
        return funnel_of({1: Total(measure, 30, 40), 2: Total(measure, 20, 60), 3: Total(measure, 9, 30)})

    assert of("re_referrals").centre == 100 * 59 / 130
    assert of("caseload").centre == 59 / 130
    assert of("plan_length") is None
    assert funnel_of({}) is None
    assert funnel_plot(TEAMS[:1], kind="share") is None
