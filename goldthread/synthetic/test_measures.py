"""The made-up authority stands among the real ones: fourteen measures counted from its record, and who is waiting in it."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from goldthread.engine import bulk
from goldthread.practice.due import KEPT
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS
from goldthread.synthetic.authority import AS_AT, generate, population
from goldthread.synthetic.figures import FIGURES
from goldthread.synthetic.measures import measure

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PUBLISHED = SHARED / "data" / "statistics" / "la_distribution_latest.csv"
PUSHED_OUT = {"re_referrals"}
"""What the bad year takes to where few real authorities are: a shift that its chart finds within three months is as large."""
WAITING = {"regulations": (4, 24), "guidance": (6, 45), "own": (20, 130)}


@pytest.fixture(scope="module")
def measured(oakshire):
    return measure(oakshire, AS_AT, population())


def test_every_figure_is_measured(measured):
    assert set(measured) == set(FIGURES)
    assert len(FIGURES) >= 12


@pytest.fixture(scope="module")
def without_a_bad_year():
    return measure(generate(bad_year=False), AS_AT, population())


@pytest.mark.parametrize("name", FIGURES)
def test_without_its_bad_year_each_measure_lies_among_the_middle_eight_in_ten(without_a_bad_year, name):
    figure = FIGURES[name]
    assert figure.p10 <= without_a_bad_year[name] <= figure.p90, figure.title


@pytest.mark.parametrize("name", sorted(set(FIGURES) - PUSHED_OUT))
def test_a_measure_lies_among_the_middle_eight_in_ten_authorities(measured, name):
    figure = FIGURES[name]
    assert figure.p10 <= measured[name] <= figure.p90, figure.title


def test_what_the_bad_year_pushed_out_lay_among_them_in_the_two_years_before(oakshire, measured):
    before = [measure(oakshire, add_months(AS_AT, -months), population()) for months in (12, 24)]
    for name in PUSHED_OUT:
        figure = FIGURES[name]
        assert figure.p10 <= sum(year[name] for year in before) / 2 <= figure.p90 < measured[name], (
            figure.title
        )


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the shared folder beside the checkout is not there")
def test_the_figures_are_those_published():
    with PUBLISHED.open(newline="", encoding="utf-8") as file:
        published = {row["measure"]: row for row in csv.DictReader(file)}
    for figure in FIGURES.values():
        row = published[figure.name]
        assert (row["title"], float(row["p10"]), float(row["p90"])) == (figure.title, figure.p10, figure.p90)
        assert row["year"] == "2025"


@pytest.fixture(scope="module")
def open_duties(oakshire):
    now = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    answers = pl.DataFrame(bulk.run([*KEPT.values(), *CLOCKS_OF_OTHERS.values()], oakshire, now))
    answers = answers.with_columns(pl.col("clock", "state", "authority").cast(pl.String))
    return answers.filter(pl.col("state").is_in(["overdue", "running"]))


def late_of(duties, *names):
    """How many are late and how many are open, of the duties so named."""
    found = duties.filter(pl.col("clock").is_in(names))
    return found.filter(pl.col("state") == "overdue").height, found.height


@pytest.mark.parametrize("authority", WAITING)
def test_some_are_waiting_and_most_are_not(open_duties, authority):
    asked = open_duties.filter((pl.col("authority") == authority) & pl.col("confirmed"))
    late = asked.filter(pl.col("state") == "overdue").height
    least, most = WAITING[authority]
    assert least <= late <= most
    assert late < asked.height / 4


@pytest.mark.parametrize("name", [*KEPT, *CLOCKS_OF_OTHERS])
def test_no_duty_is_late_to_nearly_everybody(open_duties, name):
    late, everybody = late_of(open_duties, name)
    assert late <= max(60, everybody / 3)  # a duty of a day or two is seldom open but late


def test_supervision_slipped_and_carers_files_ran_out(open_duties):
    late, everybody = late_of(open_duties, "case_supervision")
    assert 0.08 < late / everybody < 0.25
    late, everybody = late_of(
        open_duties, "carer_review", "unannounced_visit", "carer_medical", "carer_standards"
    )
    assert 0.04 < late / everybody < 0.25


def test_what_plans_ask_is_done_less_and_carried_over_more_in_the_bad_year(oakshire):
    began = add_months(AS_AT, -12)
    actions = oakshire["actions"].filter(pl.col("due_on") < AS_AT)
    done = dict(
        actions.group_by(pl.col("due_on") >= began).agg(pl.col("done_on").is_not_null().mean()).iter_rows()
    )
    assert done[True] < done[False] - 0.1
    agreed = oakshire["actions"].group_by(pl.col("agreed_on") >= began)
    carried = dict(agreed.agg(pl.col("carried_from").is_not_null().mean()).iter_rows())
    assert carried[True] > 1.5 * carried[False]
