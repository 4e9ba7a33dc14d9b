"""The made-up authority stands among the real ones: fourteen measures counted from its record, and who is waiting in it."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from goldthread.engine import bulk
from goldthread.practice.due import KEPT
from goldthread.synthetic.authority import AS_AT, generate, population
from goldthread.synthetic.figures import FIGURES
from goldthread.synthetic.measures import measure

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PUBLISHED = SHARED / "data" / "statistics" / "la_distribution_latest.csv"
WAITING = {"regulations": (4, 18), "guidance": (6, 30), "own": (20, 110)}


@pytest.fixture(scope="module")
def oakshire():
    return generate()


@pytest.fixture(scope="module")
def measured(oakshire):
    return measure(oakshire, AS_AT, population())


def test_every_figure_is_measured(measured):
    assert set(measured) == set(FIGURES)
    assert len(FIGURES) >= 12


@pytest.mark.parametrize("name", FIGURES)
def test_a_measure_lies_among_the_middle_eight_in_ten_authorities(measured, name):
    figure = FIGURES[name]
    assert figure.p10 <= measured[name] <= figure.p90, figure.title


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the shared folder beside the checkout is not there")
def test_the_figures_are_those_published():
    with PUBLISHED.open(newline="", encoding="utf-8") as file:
        published = {row["measure"]: row for row in csv.DictReader(file)}
    for figure in FIGURES.values():
        row = published[figure.name]
        assert (row["title"], float(row["p10"]), float(row["p90"])) == (figure.title, figure.p10, figure.p90)
        assert row["year"] == "2025"


@pytest.mark.parametrize("authority", WAITING)
def test_some_are_waiting_and_most_are_not(oakshire, authority):
    now = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    answers = pl.DataFrame(bulk.run(KEPT.values(), oakshire, now))
    answers = answers.with_columns(pl.col("state", "authority").cast(pl.String)).filter(
        pl.col("authority") == authority
    )
    late = answers.filter(pl.col("state") == "overdue").height
    least, most = WAITING[authority]
    assert least <= late <= most
    assert late < answers.filter(pl.col("state") == "running").height / 3
