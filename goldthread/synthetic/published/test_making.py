"""The made-up statistics: the same from a seed, no real place's, consistent with their counts, and loaded as imports are."""

from datetime import date

import polars as pl
import pytest

from goldthread.exchange.published.answering import Standing
from goldthread.exchange.published.authorities import ENGLAND, OAKSHIRE, PLACES, place_named_by
from goldthread.exchange.published.inspections import came_back, inspections_of, went_on
from goldthread.exchange.published.recomputing import recomputed
from goldthread.exchange.published.themes import THEMES
from goldthread.practice.published import our_place, standing_of_kept
from goldthread.record.models import PublishedRelease, PublishedValue
from goldthread.rulebook.published import PUBLISHED, published_named
from goldthread.synthetic.published import make_published, published
from goldthread.synthetic.published.inspection_words import ASKED
from goldthread.synthetic.published.values import YEARS


@pytest.fixture(scope="module")
def made():
    return published()


def test_the_same_seed_gives_the_same_and_another_gives_others(made):
    assert published().values.equals(made.values)
    assert not published(1).values.equals(made.values)
    assert 2_000 < made.values.height < 12_000


def test_it_is_of_no_real_place_and_no_real_place_has_such_a_code(made):
    told = {*made.values["authority"], *made.judgements["authority"], *made.neighbours["neighbour"]}
    assert all(PLACES[code].made_up for code in told)
    assert ENGLAND not in told
    real = [place for place in PLACES.values() if not place.made_up]
    assert all(not place.code.startswith(("0", "X")) and "X" not in place.ons[0] for place in real)


def test_every_measure_has_its_years_and_agrees_with_its_counts(made):
    sources = [str(file) for file in made.files]
    standing = Standing.of(made.values, PUBLISHED.values(), sources, made.neighbours)
    answers = standing.answers(place_named_by(OAKSHIRE), compare=True)
    for name, measure in PUBLISHED.items():
        years = {each.year for each in answers if each.measure is measure}
        assert years == set(YEARS) if measure.tool else len(years) > 4, name
    assert all(each.beside.england is not None and each.beside.of == 10 for each in answers)
    tokens = set(made.values["token"].unique())
    assert {"c", "x", "u"} <= tokens
    again = recomputed(made.values, PUBLISHED.values())
    assert again.differing == []
    assert again.worked_out > 1_000


def test_some_of_what_inspections_asked_comes_back_and_neighbours_were_asked_the_same(made):
    held = inspections_of(made.judgements, made.recommendations, OAKSHIRE)
    assert [len(each.asked) for each in held] == [6, 5, 0, 4, 0]
    assert held[-1].published_on < date(2026, 3, 2)
    again = {each.theme.name: len(each.times) for each in came_back(made.recommendations, OAKSHIRE)}
    assert again["oversight_or_supervision"] == again["plans"] == 3
    assert again["return_interviews"] == 2
    near = tuple(f"{number:03d}" for number in range(2, 12))
    moved = {each.moved for each in went_on(made.judgements, made.recommendations, near, THEMES["plans"])}
    assert len(moved) > 1
    for theme, texts in ASKED.items():
        assert all(THEMES[theme].found_in(text) for text in texts), theme


@pytest.mark.database
@pytest.mark.django_db
def test_they_are_kept_once(settings):
    settings.AUTHORITY, settings.DEMONSTRATION = "", True
    make_published()
    make_published()
    assert our_place().name == "Oakshire"
    assert not PublishedRelease.objects.exclude(file__startswith="made up").exists()
    assert PublishedValue.objects.count() == published().values.height
    standing = standing_of_kept([published_named("re_referrals")], [our_place()], compare=True)
    assert len(standing.answers(our_place(), compare=True)) == len(YEARS)
    settings.AUTHORITY = "872"
    assert our_place().name == "Wokingham"
    settings.AUTHORITY, settings.DEMONSTRATION = "", False
    assert our_place() is None
    assert pl.DataFrame(list(PublishedValue.objects.filter(authority=ENGLAND).values())).is_empty()
