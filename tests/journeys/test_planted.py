"""Seven failures of oversight, planted by seeds in different teams, are found from home in four clicks; without plants none is.

The finder reads pages alone: it follows links by their words, and what it read is compared with what was planted. Each run plants
by one seed; `./run test --all` by twenty, looks at five authorities without plants, and once with a real browser.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from goldthread.practice.due import rebuild
from goldthread.record.models import Account, Post
from goldthread.synthetic.loading import load_tables
from goldthread.synthetic.planted.failures import FAILURES
from goldthread.synthetic.planted.healthy import healthy
from goldthread.synthetic.planted.planting import plant
from tests.journeys.finding_failures import FINDERS, Found
from tests.journeys.reading_pages import Reader

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ALL = bool(os.environ.get("GOLDTHREAD_TEST_ALL"))
SEEDS = range(1, 21) if ALL else (1,)
WITHOUT = range(1, 6) if ALL else (1,)
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _as_at(settings: Any) -> None:
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def readers() -> tuple[Reader, list[Reader]]:
    """The director, and the manager of each team that holds children, each at their home."""
    rebuild()
    found = []
    for post in Post.objects.filter(manages=True).order_by("pk"):
        role = {"1": "director", "2": "service-manager"}.get(post.role or "", "team-manager")
        account = Account.objects.create(username=f"account{post.pk}", role=role, worker_id=post.worker_id)
        if role != "service-manager":
            client = Client()
            client.force_login(account)
            found.append(Reader(client))
    return found[0], found[1:]


def look_for_everything() -> dict[str, Found]:
    director, managers = readers()
    return {failure: finder(director, managers) for failure, finder in FINDERS.items()}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_failure_is_found_where_it_was_planted_and_nowhere_else(seed: int) -> None:
    tables, planted = plant(healthy(seed, TODAY), seed=seed, as_at=TODAY)
    assert {each.failure for each in planted} == set(FAILURES)
    load_tables(tables)
    assert look_for_everything() == {each.failure: {(each.whom, each.much)} for each in planted}


@pytest.mark.once  # what a page says of nothing planted is the same on both databases
@pytest.mark.parametrize("seed", WITHOUT)
def test_an_authority_without_plants_shows_none(seed: int) -> None:
    load_tables(healthy(seed, TODAY))
    assert look_for_everything() == {failure: set() for failure in FAILURES}
