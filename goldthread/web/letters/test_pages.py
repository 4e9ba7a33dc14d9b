"""Letters and contact cards: the words offered, what may not leave, and what is kept of them."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.urls import reverse
from pypdf import PdfReader

from goldthread.practice import recording as do
from goldthread.practice.homes.wanting import waiting_for
from goldthread.practice.letters import KINDS, document, offered
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Address,
    Allocation,
    Child,
    ChildMessage,
    ContactCard,
    Letter,
    Notice,
    Person,
    Post,
    Relationship,
    Team,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SENT = {"sent_on_day": "2", "sent_on_month": "3", "sent_on_year": "2026", "how": "post", "to_name": ""}


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3))
    father = Person.objects.create(given_name="Rob", family_name="Finch")
    Relationship.objects.create(child=child, person=father, kind="father")
    return child


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_has_words_that_name_the_child(ava, kind):
    words = offered(ava, kind)
    assert "Ava Finch" in words
    assert "{" not in words


def test_a_letter_is_kept_word_for_word_and_made_into_paper(client, manager, ava):
    address = reverse("letters:write", args=[ava.public_id, "closing"])
    page = client.get(address).content.decode()
    assert "Our work with Ava Finch ended on ..." in page
    father = Person.objects.get()
    gaps = client.post(address, {"to": f"person-{father.pk}", "words": "We meet on ... again.", **SENT})
    assert gaps.status_code == 422
    assert "three dots" in gaps.content.decode()
    assert (
        client.post(address, {"to": "other", "words": "Our work has ended now.", **SENT}).status_code == 422
    )
    answer = client.post(
        address,
        {"to": f"person-{father.pk}", "words": "Our work has ended now.\n\nGood luck.", **SENT},
        follow=True,
    )
    row = Letter.objects.get()
    assert (row.person, row.to_name, row.to_child) == (father, "Rob Finch", False)
    assert "Good luck." in answer.content.decode()
    text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(document(row))).pages)
    assert "Rob Finch" in text
    assert "Good luck." in text


def test_where_a_child_may_not_be_found_leaves_in_no_letter(manager, ava):
    home = Address.objects.create(child=ava, kind="home", lines="4 Mill Lane, Oakby", postcode="ZZ12 3AB")
    do.withhold_address(
        child=ava,
        by=manager,
        address=home,
        began_on=date(2026, 2, 1),
        why="He looks for them.",
        said_by="A court",
    )
    row = do.send_letter(
        child=ava, by=manager, kind="closing", to_name="Rob Finch", person=Person.objects.get(), how="post",
        words="They live at 4 Mill Lane, ZZ123AB, and are well.", sent_on=date(2026, 3, 2),
    )  # fmt: skip
    assert "Mill Lane" not in row.words
    assert "ZZ12" not in row.words


def kinds(account: Account) -> set[str]:
    return {each.kind for each in waiting_for(standing_of(account)) if "answer" in each.kind}


def test_a_card_names_the_worker_and_nothing_of_why(client, manager, ava):
    address = reverse("letters:give_card", args=[ava.public_id])
    assert client.get(address).status_code == 403, "nobody holds the child"
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Allocation.objects.create(child=ava, worker=worker, began_on=date(2026, 1, 2), role="social-worker")
    do.name_worry(child=ava, by=manager, words="She is left alone.", said_on=date(2026, 2, 1))
    given = {"given_on_day": "2", "given_on_month": "3", "given_on_year": "2026"}
    assert client.post(address, given).status_code == 422
    nxt = {"next_on_day": "9", "next_on_month": "3", "next_on_year": "2026"}
    page = client.post(address, {"telephone": "01632 960 100", **given, **nxt}, follow=True).content.decode()
    assert ContactCard.objects.get().worker == worker
    for words in ("My worker is Jo Osei", "01632 960 100", "Mon 9 Mar"):
        assert words in page
    assert "left alone" not in page
    assert "Jo Osei comes again" in client.get(reverse("child:page", args=[ava.public_id])).content.decode()


def test_a_childs_call_waits_with_their_worker_until_somebody_says_what_the_child_was_told(
    client, ava, settings
):
    """Of Saturday; due by the end of Monday, and from Tuesday the manager is told of it too."""
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Post.objects.create(
        worker=worker, team=Team.objects.create(name="Long-term 1"), began_on=date(2026, 1, 2)
    )
    jo = Account.objects.create_user("jo", role="social-worker", worker=worker)
    duty = Account.objects.create_user("rshah", role="director")
    Allocation.objects.create(child=ava, worker=worker, began_on=date(2026, 1, 2), role="social-worker")
    do.take_child_message(
        child=ava, by=duty, received_on=date(2026, 2, 28), how="telephone", words="Call me."
    )
    assert kinds(jo) == {"children-to-answer"}
    assert Notice.objects.get().kind == "child-called"
    assert "children-unanswered" not in kinds(duty)
    settings.NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert "children-unanswered" in kinds(duty)
    client.force_login(jo)
    listed = client.get(reverse("homes:waiting", args=["children-to-answer"])).content.decode()
    row = ChildMessage.objects.get()
    address = reverse("letters:answer_message", args=[ava.public_id, row.pk])
    assert address in listed
    shown = client.get(address).content.decode()
    assert "“Call me.”" in shown
    opened = re.search(r'name="opened" value="([^"]*)"', shown)[1]
    answered = {
        "opened": unescape(opened),
        "answered_on_day": "3",
        "answered_on_month": "3",
        "answered_on_year": "2026",
    }
    assert client.post(address, answered).status_code == 422
    page = client.post(address, {**answered, "answer_words": "Thursday at four."}, follow=True)
    assert "Child answered" in page.content.decode()
    row.refresh_from_db()
    assert (row.answered_by, row.taken_by) == (worker, None)
    assert not kinds(jo)
    assert "children-unanswered" not in kinds(duty)
