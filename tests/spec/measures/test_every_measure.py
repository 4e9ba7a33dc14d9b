"""Reads every measure, and names what is missing."""

from __future__ import annotations

import csv
import inspect
from pathlib import Path

import pytest

from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.measures import MEASURES
from tests.spec.measure_book import MEASURE_PAGES, examples, measure_pages, specifications

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
PUBLISHED = SHARED / "data" / "statistics" / "la_distribution_latest.csv"


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_says_all_that_a_reader_asks(name):
    measure = MEASURES[name]
    assert name == measure.name
    assert measure.question.endswith("?")
    assert measure.better in ("higher", "lower", "neither")
    assert measure.owner
    assert measure.source.kind
    assert measure.source.paragraph, "cite to the paragraph, or say whose definition it is"
    assert measure.seen_in
    assert measure.differs_from, "which duty it resembles, and how it is not that"
    assert set(measure.differs_from) <= set(DUTIES)
    assert measure.kind == "share" or measure.unit


def test_every_measure_is_shown_by_an_example():
    assert {name for name in MEASURES if name not in examples()} == set()
    assert [name for name, test in specifications() if not inspect.getdoc(test)] == []


def test_there_are_at_least_thirty_and_each_area_has_some():
    assert len(MEASURES) >= 30
    assert len({measure.area for measure in MEASURES.values()}) == 5


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the shared folder beside the checkout is not there")
def test_what_is_said_to_be_published_is_and_goes_the_same_way():
    with PUBLISHED.open(newline="", encoding="utf-8") as file:
        published = {row["measure"]: row for row in csv.DictReader(file)}
    said = {"High": "higher", "Low": "lower"}
    for measure in MEASURES.values():
        if not measure.published:
            continue
        polarity = published[measure.published]["polarity"]
        assert measure.better in (said.get(polarity, "neither"), "neither"), measure.name


def test_the_pages_are_those_of_the_specifications():
    committed = {path.name: path.read_text("utf-8") for path in MEASURE_PAGES.glob("*.md")}
    written = measure_pages()
    assert set(committed) == set(written)
    stale = {name for name in written if committed[name] != written[name]}
    assert stale == set(), "write them again: python -m tests.spec.record"
