"""Inspections: what each judged and asked for, what came back, and how similar authorities went on."""

import csv
from datetime import date

import polars as pl
import pytest

from goldthread.exchange.published.folder import read_folder
from goldthread.exchange.published.inspections import came_back, inspections_of, went_on
from goldthread.exchange.published.searching import Recommendations
from goldthread.exchange.published.themes import SAID, THEMES, WITHIN, theme_counts

UNLIKE = {
    "care_leavers", "oversight", "records", "sufficiency", "homeless", "permanence", "court", "education", "front_door",
    "return_interviews", "life_story", "reviewing_officers",
}  # fmt: skip
"""Themes of which our words find another number of requests than the published count: known, and shown by the test below."""


def test_an_inspection_has_its_judgements_and_what_its_report_asked_for(folder):
    found = read_folder([folder])
    first, second = inspections_of(found.judgements, found.recommendations, "872")
    assert (first.published_on, first.inspected_on, first.framework.name) == (
        date(2019, 7, 15),
        date(2019, 6, 3),
        "ILACS",
    )
    assert (
        first.judgement("in_care").asked
        == "The experiences and progress of children in care and care leavers"
    )
    assert first.judgement("care_leavers") is None
    assert second.judgement("care_leavers").asked == "The experiences and progress of care leavers"
    assert [(asked.number, asked.under) for asked in second.asked] == [
        (1, "What needs to improve"),
        (2, "What needs to improve"),
    ]
    assert "supervision" in [theme.name for theme in second.asked[0].themes]


def test_what_came_back_is_what_was_asked_at_two_inspections(folder):
    found = read_folder([folder])
    again = {
        each.theme.name: [day.year for day, _ in each.times]
        for each in came_back(found.recommendations, "872")
    }
    assert again == {"oversight_or_supervision": [2019, 2023], "supervision": [2019, 2023]}


def test_a_similar_authority_that_was_asked_the_same_and_its_next_judgement(folder):
    found = read_folder([folder])
    [reading] = went_on(found.judgements, found.recommendations, ("870",), THEMES["oversight"])
    assert (reading.asked_on, reading.texts) == (date(2019, 10, 28), ("Management oversight of casework.",))
    assert (reading.then.area, reading.then.word) == ("leaders", "Requires improvement to be good")
    assert (reading.next.word, reading.next_on, reading.moved) == ("Good", date(2024, 7, 12), "better")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("supervise", ["wokingham-2019", "wokingham-2023"]),
        ('"management oversight"', ["reading-2019", "wokingham-2023"]),
        ("plans children", []),
        ('") OR * NEAR(', []),
        ("", []),
    ],
)
def test_search_finds_words_by_their_stems_and_takes_no_sign_for_an_order(folder, words, found):
    index = Recommendations(read_folder([folder]).recommendations)
    assert sorted(each.report for each in index.search(words)) == found


def test_search_within_an_authority_marks_what_it_found(folder):
    [only] = Recommendations(read_folder([folder]).recommendations).search("oversight", authority="870")
    assert only.shown == "Management «oversight» of casework."


@pytest.fixture(scope="module")
def real(shared):
    data = shared / "data"
    names = [
        data / "statistics" / "ofsted",
        data / "inspections",
        data / "lookups" / "sn_model_2025_wide.csv",
    ]
    return read_folder(names)


def test_wokinghams_inspections_in_the_words_of_their_time(real):
    found = inspections_of(real.judgements, real.recommendations, "872")
    assert [(each.published_on, each.framework.name, len(each.asked)) for each in found] == [
        (date(2010, 8, 27), "SLAC", 0),
        (date(2012, 12, 21), "CPI", 0),
        (date(2016, 1, 5), "SIF", 16),
        (date(2019, 7, 15), "ILACS", 5),
        (date(2023, 5, 9), "ILACS", 5),
        (date(2025, 1, 28), "ILACS", 0),
    ]
    words = [judged.word for each in found for judged in each.judged if judged.area == "help_and_protection"]
    assert words == ["Adequate", "Adequate", "Requires improvement", *["Requires improvement to be good"] * 2]
    assert (found[-1].kind, found[-1].about) == ("ILACS Focused Visit", "Care leavers")
    assert came_back(real.recommendations, "872")[0].theme.name == "plans"
    near = tuple(real.neighbours.filter(authority="872").sort("rank")["neighbour"])
    assert (
        len(
            {each.authority for each in went_on(real.judgements, real.recommendations, near, THEMES["plans"])}
        )
        >= 5
    )


def test_the_reports_themselves_print_the_judgement_that_is_kept(real, shared):
    """Wokingham's two reports of the present framework."""
    for name, day in (("15_july_2019", date(2019, 7, 15)), ("09_may_2023", date(2023, 5, 9))):
        text = " ".join(
            (shared / "data" / "inspections" / f"wokingham_{name}.txt").read_text("utf-8").split()[:140]
        )
        kept = real.judgements.filter(pl.col("authority") == "872", published_on=day, area="overall")[
            "judgement"
        ][0]
        assert kept.split()[0] in text


def test_themes_are_counted_as_the_published_count_has_them(real, shared, capsys):
    """56 of a hundred reports name oversight or supervision, 67 plans; where our words find others, it is said."""
    with (shared / "data" / "inspections" / "theme_counts.csv").open(encoding="utf-8", newline="") as file:
        published = {row["theme"]: row for row in csv.DictReader(file)}
    counts = {each.theme.name: each for each in theme_counts(real.recommendations)}
    assert {(each.of, each.earlier_of) for each in counts.values()} == {(257, 172)}
    told = {name: published[each.theme.title] for name, each in counts.items()}
    unlike = {
        name
        for name, each in counts.items()
        if (each.reports, each.bullets)
        != (int(told[name]["ilacs_reports"]), int(told[name]["ilacs_bullets"]))
    }
    with capsys.disabled():
        print(f"\n{len(counts) - len(unlike)} of {len(counts)} themes counted as published")
        for name in sorted(unlike):
            print(f"  {name}: {counts[name].reports} reports, published {told[name]['ilacs_reports']}")
    assert unlike == UNLIKE
    assert round(counts["oversight_or_supervision"].share) == 56
    assert round(counts["plans"].share) == 67
    assert all(abs(counts[name].reports - int(told[name]["ilacs_reports"])) <= 8 for name in unlike)


def test_every_theme_has_plain_words_and_the_wider_ones_are_themes():
    assert {theme.said for theme in THEMES.values()} == set(SAID.values())
    assert set(SAID) == set(THEMES)
    assert all(theme.within in ("", *THEMES) and not WITHIN.get(theme.within) for theme in THEMES.values())
