"""The ``spec`` of every specification: a clock, the day it is looked at, what happened, what is due."""

from collections.abc import Callable

import pytest

from tests.spec.judging import judge


@pytest.fixture
def spec() -> Callable[..., None]:
    """Call it as ``spec(clock, on="Thu 16 Apr 2026", record=..., expect=...)``; tables are explained in `tests.spec.tables`."""
    return judge
