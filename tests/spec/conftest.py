"""The ``spec`` of every specification: a clock, the day it is looked at, what happened, what is due."""

from collections.abc import Callable

import pytest

from tests.spec.charting import judge_chart
from tests.spec.finding import judge_finding
from tests.spec.judging import judge
from tests.spec.measure_judging import judge_measure


@pytest.fixture
def spec() -> Callable[..., None]:
    """Call it as ``spec(clock, on="Thu 16 Apr 2026", record=..., expect=...)``; tables are explained in `tests.spec.tables`."""
    return judge


@pytest.fixture
def counts() -> Callable[..., None]:
    """Call it as ``counts(measure, on="Mon 2 Mar 2026", record=..., expect=..., comes_to="50% (1 of 2)")``."""
    return judge_measure


@pytest.fixture
def finding() -> Callable[..., None]:
    """Call it as ``finding(check, on="Mon 2 Mar 2026", record=..., expect=...)``, for a check or a signal of drift."""
    return judge_finding


@pytest.fixture
def charted() -> Callable[..., None]:
    """Call it as ``charted("12 14 13 ...", limits=..., expect=...)``, explained in `tests.spec.charting`."""
    return judge_chart
