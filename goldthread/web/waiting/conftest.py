"""A small authority that waits, for the tests of this folder."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from model_bakery import baker

from goldthread.practice.due import rebuild
from goldthread.record.models import (
    Account,
    Allocation,
    CareEpisode,
    Child,
    Coverage,
    MissingEpisode,
    Plan,
    Referral,
    Source,
    Team,
    Worker,
)

NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", password="not for signing in", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def team():
    return Team.objects.create(name="Long-term 2", kind="long-term")


def a_child(name, family="Testcase", **values):
    return Child.objects.create(given_name=name, family_name=family, born_on=date(2017, 5, 1), **values)


@pytest.fixture
def authority(team):
    """Ava waits longest (visit), Ben's referral is a day over, Cal is to come, Dee was missing, Eve was imported."""
    worker = Worker.objects.create(given_name="Jo", family_name="Osei", registration="SW1")
    ava = a_child("Ava")
    Plan.objects.create(child=ava, kind="child-protection", began_on=date(2026, 2, 2))
    Allocation.objects.create(
        child=ava, worker=worker, team=team, began_on=date(2026, 2, 2), role="social-worker"
    )
    ben = a_child("Ben", disabled="yes")
    Referral.objects.create(child=ben, received_on=date(2026, 2, 26))
    cal = a_child("Cal")
    CareEpisode.objects.create(child=cal, began_on=date(2026, 2, 20))
    dee = a_child("Dee")
    MissingEpisode.objects.create(
        child=dee,
        kind="M",
        began_on=date(2026, 2, 25),
        ended_on=date(2026, 2, 27),
        ended_at=datetime(2026, 2, 27, 1, tzinfo=UTC),
    )
    source = baker.make(Source, kind="ssda903", authority="", name="SSDA903")
    eve = a_child("Eve", source=source)
    CareEpisode.objects.create(child=eve, began_on=date(2024, 1, 8), source=source)
    Coverage.objects.create(
        source=source, fact="reviews.held_on", as_at=datetime(2024, 3, 31, 22, 59, tzinfo=UTC)
    )
    rebuild()
    return {"Ava": ava, "Ben": ben, "Cal": cal, "Dee": dee, "Eve": eve, "worker": worker}
