"""Seven failures of oversight, planted by seeds in different teams, are found from home in four clicks; without plants none is.

The finder reads pages alone: it follows links by their words, and what it read is compared with what was planted. Each run plants
by one seed; `./run test --all` by twenty, looks at five authorities without plants, and once with a real browser.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser

from goldthread.practice.due import rebuild
from goldthread.record.models import Account, Post
from goldthread.synthetic.loading import load_tables
from goldthread.synthetic.planted.failures import FAILURES
from goldthread.synthetic.planted.healthy import healthy
from goldthread.synthetic.planted.planting import plant
from tests.journeys.finding_failures import FINDERS, Found
from tests.journeys.reading_pages import BrowserReader, Reader

ALL = bool(os.environ.get("GOLDTHREAD_TEST_ALL"))
SEEDS = range(1, 21) if ALL else (1,)
WITHOUT = range(1, 6) if ALL else (1,)
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _as_at(settings: Any) -> None:
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def accounts() -> list[Account]:
    """The director, then the manager of each team that holds children."""
    rebuild()
    posts = Post.objects.filter(manages=True, role__in=("1", "3")).order_by("pk")
    return [
        Account.objects.create(
            username=f"account{post.pk}", role="director" if post.role == "1" else "team-manager", worker_id=post.worker_id
        )
        for post in posts
    ]  # fmt: skip


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def look_for_everything(director: Reader, managers: Sequence[Reader]) -> dict[str, Found]:
    return {failure: finder(director, managers) for failure, finder in FINDERS.items()}


def read_everything() -> dict[str, Found]:
    director, *managers = [Reader(signed_in(account)) for account in accounts()]
    return look_for_everything(director, managers)


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize("seed", SEEDS)
def test_each_failure_is_found_where_it_was_planted_and_nowhere_else(seed: int) -> None:
    tables, planted = plant(healthy(seed, TODAY), seed=seed, as_at=TODAY)
    assert {each.failure for each in planted} == set(FAILURES)
    load_tables(tables)
    assert read_everything() == {each.failure: {(each.whom, each.much)} for each in planted}


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.once  # what a page says of nothing planted is the same on both databases
@pytest.mark.parametrize("seed", WITHOUT)
def test_an_authority_without_plants_shows_none(seed: int) -> None:
    load_tables(healthy(seed, TODAY))
    assert read_everything() == {failure: set() for failure in FAILURES}


@pytest.mark.browser
@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_the_same_is_found_by_clicking_in_a_browser(browser: Browser, live_server: Any) -> None:
    tables, planted = plant(healthy(21, TODAY), seed=21, as_at=TODAY)
    load_tables(tables)
    found = []
    for account in accounts():
        client = signed_in(account)
        context = browser.new_context()
        kept = client.cookies[django_settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": django_settings.SESSION_COOKIE_NAME, "value": kept, "url": live_server.url}]
        )
        tab = context.new_page()
        tab.set_default_timeout(60_000)
        found.append(BrowserReader(client, tab=tab, site=live_server.url))
    expected = {each.failure: {(each.whom, each.much)} for each in planted}
    assert look_for_everything(found[0], found[1:]) == expected
