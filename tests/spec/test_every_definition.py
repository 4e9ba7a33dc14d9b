"""Reads every definition, and names what is missing."""

import inspect

import pytest

from goldthread.rulebook.clocks import CLOCKS_OF_ROW, DUTIES, ROWS
from goldthread.rulebook.timescales import TIMESCALES
from tests.spec.book import PAGES, module_of, pages, specifications

RECORDED = {name: clock for name, clock in DUTIES.items() if clock.recorded}

WITHOUT_SPECIFICATIONS: set[str] = set()
"""Clocks that have none yet. Empty it; never add to it."""


def test_every_clock_has_its_specifications():
    without = set()
    for name in RECORDED:
        try:
            module_of(name)
        except ModuleNotFoundError:
            without.add(name)
    assert without == WITHOUT_SPECIFICATIONS


@pytest.mark.parametrize("name", RECORDED)
def test_every_specification_says_what_it_shows(name):
    module = module_of(name)
    found = dict(specifications(module))
    assert len(found) >= 4, "start, stop, what does not count, and what a source does not hold"
    silent = [sentence for sentence, test in found.items() if not inspect.getdoc(test)]
    assert (silent, bool(inspect.getdoc(module))) == ([], True)


@pytest.mark.parametrize("name", DUTIES)
def test_every_clock_names_its_source(name):
    clock = DUTIES[name]
    for edition in clock.editions:
        assert edition.source.kind, "by whose authority"
        assert edition.source.title
        assert edition.source.paragraph, "cite to the paragraph, or say whose rule it is"
        assert edition.seen_in, "where the number was read"
    assert clock.duty
    assert clock.what
    assert clock.counting


def test_every_row_of_a_clock_is_one_of_the_timescales():
    assert {row for row in ROWS if row not in TIMESCALES} == set()


def test_clocks_of_one_row_count_the_same():
    for row, clocks in CLOCKS_OF_ROW.items():
        counts = {
            clock.editions[0].due[min(clock.rows.index(row), len(clock.editions[0].due) - 1)]
            for clock in clocks
        }
        assert len(counts) == 1, row


def test_the_pages_are_those_of_the_specifications():
    committed = {path.name: path.read_text("utf-8") for path in PAGES.glob("*.md")}
    written = pages()
    assert set(committed) == set(written)
    stale = {name for name in written if committed[name] != written[name]}
    assert stale == set(), "write them again: python -m tests.spec.record"
