"""Duties on facts that the record does not hold yet answer when they are due, and run on nothing."""

from datetime import UTC, date, datetime

import pytest

from goldthread.engine import bulk, one
from goldthread.rulebook.clocks import DUTIES
from tests.spec.not_recorded import EXAMPLES, answered, examples_of
from tests.spec.tables import grid_of

UNRECORDED = [clock for clock in DUTIES.values() if not clock.recorded]


@pytest.mark.parametrize(("row", "started", "due"), [row[:3] for row in grid_of(EXAMPLES)[1:]])
def test_it_answers_when_it_is_due(row, started, due):
    assert answered(row, started) == due


def test_each_has_an_example_and_names_what_is_missing():
    for clock in UNRECORDED:
        assert examples_of(clock)
        assert str(clock.starts).startswith("not recorded yet: ")


def test_it_runs_on_nothing():
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    rows = {"children": [{"id": 1, "born_on": date(2015, 3, 1)}], "": [{"id": 1, "child": 1}]}
    assert one.instances(UNRECORDED, rows, now) == []
    assert bulk.run(UNRECORDED, {}, now).num_rows == 0
