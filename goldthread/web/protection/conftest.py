"""A family of whom the police rang, the people who work with it, and a browser that changes hands."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.record.models import (
    Account,
    Address,
    Allocation,
    Child,
    Contact,
    Person,
    Post,
    Referral,
    Relationship,
    Team,
    UndisclosedAddress,
    Worker,
)

SINCE = {"role": "social-worker", "began_on": date(2026, 1, 5)}
WORRY = "A door was broken at 12 Ash Lane."
SATURDAY = datetime(2026, 2, 28, 22, 10, tzinfo=UTC)
DAY = {"day": "2", "month": "3", "year": "2026"}


def day(name, **parts):
    return {f"{name}_{part}": value for part, value in {**DAY, **parts}.items()}


@pytest.fixture(autouse=True)
def monday(settings):
    settings.NOW = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)


@pytest.fixture
def family():
    """Ava and Ben, of one mother, of whom the police rang on Saturday night; whose address is not to be disclosed."""
    mother = Person.objects.create(given_name="Rosa", family_name="Finch")
    children = []
    for name, year in (("Ava", 2015), ("Ben", 2018)):
        child = Child.objects.create(given_name=name, family_name="Finch", born_on=date(year, 5, 4))
        Relationship.objects.create(child=child, person=mother, kind="mother")
        children.append(child)
    ava = children[0]
    Contact.objects.create(
        child=ava,
        received_on=SATURDAY.date(),
        received_at=SATURDAY,
        worry="A door was broken at 12 Ash Lane.",
    )
    Referral.objects.create(child=ava, received_on=date(2026, 3, 1))
    address = Address.objects.create(
        child=ava, lines="12 Ash Lane", postcode="ZZ1 2AB", began_on=date(2024, 1, 1)
    )
    UndisclosedAddress.objects.create(
        child=ava, address=address, why="He looks.", said_by="Court", began_on=date(2025, 1, 1)
    )
    return children


def somebody(name, role, *, manages=False):
    team, _new = Team.objects.get_or_create(name="Long-term 1", kind="long-term")
    worker = Worker.objects.create(given_name=name.title(), family_name="Lane")
    Post.objects.create(worker=worker, team=None if role == "reviewing-officer" else team, manages=manages)
    return Account.objects.create(username=name, worker=worker, role=role)


@pytest.fixture
def worker(family):
    account = somebody("worker", "social-worker")
    for child in family:
        Allocation.objects.create(
            child=child,
            worker=account.worker,
            team=Team.objects.get(),
            role="social-worker",
            began_on=date(2026, 1, 5),
        )
    return account


@pytest.fixture
def manager(family):
    return somebody("manager", "team-manager", manages=True)


@pytest.fixture
def chair(family):
    return somebody("chair", "reviewing-officer")


class Site:
    """One browser that changes hands: opens pages, fills their forms."""

    def __init__(self, client):
        self.client = client

    def sign_in(self, account):
        self.client.force_login(account)

    def open(self, name, *args):
        answer = self.client.get(reverse(name, args=args))
        return answer.status_code, answer.content.decode()

    def send(self, name, *args, follow=True, **said):
        _status, page = self.open(name, *args)
        hidden = {}
        for field in ("opened", "form_number"):
            if (at := page.find(f'name="{field}" value="')) > 0:
                hidden[field] = page[at:].split('value="')[1].split('"')[0]
        answer = self.client.post(reverse(name, args=args), {**hidden, **said}, follow=follow)
        return answer.content.decode()


@pytest.fixture
def site(client):
    return Site(client)
