"""The pages that end work with a child: what they ask, what they refuse, and what is read afterwards."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.due import rebuild
from goldthread.record.models import Account, Child, Closing, FamilyHelpEpisode, Referral

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MON = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def ava(manager):
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2018, 3, 1))
    referral = do.receive_referral(child=child, by=manager, received_on=MON)
    do.decide_referral(referral=referral, by=manager, decision="other", decided_on=MON)
    do.agree_action(child=child, by=manager, words="Buy a bed.", agreed_on=MON)
    rebuild([child.pk])
    return child


def said(page: str) -> dict[str, str]:
    """What somebody fills in: each open thing handed over."""
    keys = re.findall(r'name="becomes-([^"]+)"', page)
    return {
        "closed_on_day": "5", "closed_on_month": "3", "closed_on_year": "2026", "because": "RC7",
        "rationale": "It has held for a year.", "changed": "She is at school every day.", "step_down_to": "",
        "told-count": "1", "told-0-who": "Ava", "told-0-told_on_day": "5", "told-0-told_on_month": "3",
        "told-0-told_on_year": "2026", "told-0-how": "in-person",
        **{f"becomes-{key}": "handed-over" for key in keys},
        **{f"words-{key}": "Her grandmother" for key in keys},
    }  # fmt: skip


def test_each_open_thing_is_asked_about_and_the_end_is_read_again(client, ava):
    address = reverse("closing:end", args=[ava.public_id])
    page = client.get(address).content.decode()
    assert "Buy a bed." in page
    nothing = client.post(address, {"told-count": "1"})
    assert nothing.status_code == 422
    assert "Say what becomes of it: Buy a bed." in nothing.content.decode()
    answer = client.post(address, said(page), follow=True).content.decode()
    closing = Closing.objects.get(child=ava)
    assert "How our work ended" in answer
    assert "Her grandmother" in answer
    assert closing.closing_told.get().who == "Ava"
    assert "Nothing of ours is open" in client.get(address).content.decode()
    page = client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    assert reverse("closing:ended", args=[ava.public_id, closing.pk]) in page


def test_what_is_dropped_says_why(client, ava):
    address = reverse("closing:end", args=[ava.public_id])
    given = said(client.get(address).content.decode())
    given |= {name: "dropped" for name in given if name.startswith("becomes-")}
    given |= {name: "no" for name in given if name.startswith("words-")}
    refused = client.post(address, given)
    assert refused.status_code == 422
    assert "Say in a sentence why this is dropped" in refused.content.decode()
    assert not Closing.objects.exists()


@pytest.mark.once
def test_a_child_still_missing_is_not_closed_and_no_social_worker_closes(client, ava, manager):
    do.report_missing(child=ava, by=manager, kind="M", began_on=MON)
    answer = client.get(reverse("closing:end", args=[ava.public_id]))
    assert answer.status_code == 403
    assert "missing since" in answer.content.decode()


@pytest.mark.once
def test_early_help_is_stepped_up_from_its_page(client, ava, manager):
    helped = do.begin_family_help(child=ava, by=manager, began_on=MON, basis="early-help")
    address = reverse("closing:step_up", args=[ava.public_id, helped.pk])
    page = client.get(address).content.decode()
    opened = re.search(r'name="opened" value="([^"]*)"', page)[1]
    on = {"on_day": "5", "on_month": "3", "on_year": "2026"}
    client.post(address, {**on, "because": "She was left alone again.", "opened": opened})
    helped.refresh_from_db()
    assert isinstance(helped, FamilyHelpEpisode)
    assert helped.stepped_up_to == Referral.objects.get(child=ava, received_on=date(2026, 3, 5))
