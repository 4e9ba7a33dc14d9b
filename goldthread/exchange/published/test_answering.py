"""What is published of one authority, beside its neighbours and England."""

from datetime import date

import pytest

from goldthread.exchange.published.answering import WORKED_OUT, Standing
from goldthread.exchange.published.authorities import PLACES, place_headed, place_named_by
from goldthread.exchange.published.conftest import write
from goldthread.exchange.published.folder import read_folder
from goldthread.rulebook.measures import MEASURES
from goldthread.rulebook.published import PUBLISHED


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    found = read_folder([write(tmp_path_factory.mktemp("published"))])
    standing = Standing.of(
        found.values, PUBLISHED.values(), [str(file) for file in found.files], found.neighbours
    )

    def answer(code, measure, year, **asked):
        answers = standing.answers(place_named_by(code), **asked)
        return next(each for each in answers if each.measure.name == measure and each.year == year)

    return answer


def test_a_figure_says_which_file_it_is_from_and_what_another_prints(answer):
    found = answer("E06000041", "re_referrals", 2025)
    assert (found.value, found.numerator, found.denominator) == (16.8, 210, 1250)
    assert "referrals and re-referrals" in found.source
    assert found.source.endswith("2025 (a.csv)")
    assert [value for value, _ in found.also] == ["17"]
    assert answer("872", "re_referrals", 2024).also == ()


def test_a_sign_is_answered_as_what_it_is(answer):
    said = answer("872", "referrals_without_action", 2024).as_json()
    assert (said["value"], said["token"]) == (None, "c")
    assert said["why"].startswith("confidential")


def test_a_rate_that_nobody_prints_is_worked_out_with_the_population_of_the_year_before(answer):
    found = answer("872", "referrals_rate", 2025)
    assert found.source == WORKED_OUT
    assert (found.numerator, found.denominator, found.value) == (1250, 41_000, 304.9)


def test_neighbours_are_a_median_and_a_range_of_those_with_a_value(answer):
    beside = answer("872", "re_referrals", 2024, compare=True).beside
    assert beside.as_json() == {
        "england": 22.4,
        "neighbours": {"median": 25, "lowest": 25, "highest": 25, "with_a_value": 1, "of": 10},
    }


def test_an_abolished_authority_says_what_became_of_it(answer):
    assert answer("909", "re_referrals", 2024).note == (
        "Cumbria was abolished on 31 March 2023; its area is now in Cumberland (942) and Westmorland and Furness (943)"
    )
    assert (
        PLACES["942"].in_year(2023)
        == "Cumberland was formed on 1 April 2023; before that its area was in Cumbria (909)"
    )


def test_a_heading_is_the_authority_that_there_was_on_the_day():
    assert place_headed("Dorset", date(2019, 3, 31)).code == "835"
    assert place_headed("Dorset", date(2019, 4, 1)).code == "838"
    assert place_headed("Hammersmith & Fulham", date(2020, 1, 1)).code == "205"
    assert place_headed("Narnia", date(2020, 1, 1)) is None


def test_every_published_measure_is_whole_and_names_our_own_rightly():
    assert len(PUBLISHED) >= 15
    for measure in PUBLISHED.values():
        assert measure.question.endswith("?")
        if measure.like:
            assert MEASURES[measure.like].published in ("", measure.tool)
    ours = {name for name, measure in MEASURES.items() if measure.published}
    assert ours == {
        measure.like for measure in PUBLISHED.values() if measure.like and MEASURES[measure.like].published
    }
