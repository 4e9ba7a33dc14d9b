"""Oakshire, made once for all tests that read its tables."""

import pytest

from goldthread.synthetic.authority import generate


@pytest.fixture(scope="session")
def oakshire():
    """The demonstration's tables. They are never changed."""
    return generate()
