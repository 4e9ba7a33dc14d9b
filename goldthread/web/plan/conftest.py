"""Ava, her mother, and a plan with a worry, a goal and an action; and how a test asks for their pages."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.record.models import Account, Child, Person, Relationship

JAN, FEB = date(2026, 1, 5), date(2026, 2, 2)
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def director(client):
    account = Account.objects.create_user("director", role="director", first_name="Dee", last_name="Rook")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3))
    mother = Person.objects.create(given_name="Rosa", family_name="Finch")
    Relationship.objects.create(child=child, person=mother, kind="mother")
    return child


@pytest.fixture
def plan(director, ava):
    return do.begin_plan(child=ava, by=director, kind="child-protection", began_on=JAN, category="NEG")


@pytest.fixture
def goal(director, ava, plan):
    worry = do.name_worry(child=ava, by=director, plan=plan, words="Ava comes to school hungry.", said_on=JAN)
    return do.set_goal(
        child=ava, by=director, plan=plan, worry=worry, words="Ava eats each morning.", set_on=JAN
    )


@pytest.fixture
def task(director, ava, plan, goal):
    return do.agree_action(
        child=ava,
        by=director,
        plan=plan,
        goal=goal,
        words="Give Ava breakfast.",
        owner="Dad",
        agreed_on=JAN,
        due_on=FEB,
    )


def page_of(client, plan, query=""):
    answer = client.get(reverse("plan:page", args=[plan.child.public_id, plan.pk]) + query)
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def opened(client, address):
    """The hidden fields of a page that records."""
    page = client.get(address).content.decode()
    form = page[page.index("data-draft=") :]
    return {
        name: unescape(value)
        for name, value in re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', form)
    }


def add(plan, what):
    return reverse("plan:add", args=[plan.child.public_id, plan.pk, what])


def part(plan, of, row, what):
    return reverse("plan:part", args=[plan.child.public_id, of, row.pk, what])


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}
