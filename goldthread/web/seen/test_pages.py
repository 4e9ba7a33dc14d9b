"""Who has seen a child's record: newest first, filtered, as a file, and itself written down."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.contrib.auth import SESSION_KEY
from django.urls import reverse
from lxml import html

from goldthread.practice.doors import list_records, open_record
from goldthread.record.models import Account, Child, Post, ReadLog, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def ava():
    return Child.objects.create(given_name="Ava", family_name="Finch")


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", password="not for signing in", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def reads(ava, manager):
    post = Post.objects.create(worker=Worker.objects.create(given_name="Jo", family_name="Osei"))
    worker = Account.objects.create(username="josei", worker=post.worker, role="director")
    other = Child.objects.create(given_name="Ben")
    for day, who, page, why in (
        (1, manager, "child", ""),
        (2, worker, "child", "=cmd|' /C calc'!A0"),
        (3, worker, "a page of its own", ""),
    ):
        at = datetime(2026, 3, day, 23, 30, tzinfo=UTC)
        ReadLog.objects.create(account=who, child=ava, what="record", page=page, why=why, at=at)
    open_record(other.public_id, by=worker, page="child")
    list_records([other, ava], by=worker, page="waiting")
    list_records([other], by=manager, page="waiting")
    return worker


def rows_of(answer):
    """The cells of each row of the table."""
    assert answer.status_code == 200
    rows = html.fromstring(answer.content).xpath("//table//tbody/tr")
    return [[cell.text_content().strip() for cell in row] for row in rows]


def shown(client, child, **query):
    """Who and on which page, in the order shown, without the looks at the page itself."""
    rows = rows_of(client.get(reverse("seen:list", args=[child.public_id]), query))
    return [(row[0], row[3].lower()) for row in rows if not row[3].startswith("Who has")]


def test_the_page_says_who_opened_it_newest_first_and_is_itself_written_down(client, reads, ava, manager):
    assert shown(client, ava) == [
        ("Jo Osei", "a page of its own"),
        ("Jo Osei", "the child's page"),
        ("rshah", "the child's page"),
    ]
    page = client.get(reverse("seen:list", args=[ava.public_id])).content.decode()
    assert "Mon 2 Mar 2026, 23:30" in page
    assert "Ben" not in page
    assert ReadLog.objects.filter(child=ava, account=manager, page="who has seen").count() == 2
    title = page[page.index("<title>") : page.index("</title>")]
    assert "Ava" not in title
    assert (
        reverse("seen:list", args=[ava.public_id])
        in client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    )


def test_it_can_be_asked_by_person_period_page_and_reason(client, reads, ava, manager):
    jo = "Jo Osei"
    assert shown(client, ava, person=manager.pk) == [("rshah", "the child's page")]
    assert len(shown(client, ava, person=reads.pk)) == 2
    assert shown(client, ava, **{"from": "2026-03-02", "to": "2026-03-02"}) == [(jo, "the child's page")]
    assert shown(client, ava, **{"from": "2026-03-03"})[0] == (jo, "a page of its own")
    assert shown(client, ava, on="a page of its own") == [(jo, "a page of its own")]
    assert shown(client, ava, reason="with") == [(jo, "the child's page")]
    assert len(shown(client, ava, reason="without")) == 2
    assert shown(client, ava, how="listed") == [(jo, "who is waiting")]
    assert shown(client, ava, how="listed", to="2026-01-01") == []


@pytest.mark.once
@pytest.mark.parametrize(
    "query",
    [{"person": "x"}, {"person": "9" * 30}, {"from": "yesterday"}, {"to": "0001-01-01"}, {"page": "99"}],
)
def test_what_an_address_cannot_mean_is_left_out(client, reads, ava, query):
    assert len(shown(client, ava, **query)) == 3


def test_the_file_holds_what_was_asked_for_and_no_formula(client, reads, ava, manager):
    answer = client.get(reverse("seen:csv", args=[ava.public_id]), {"person": reads.pk})
    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert [(row["Day"], row["Time"], row["Who"]) for row in rows] == [
        ("2026-03-03", "23:30", "Jo Osei"),
        ("2026-03-02", "23:30", "Jo Osei"),
    ]
    assert rows[1]["Reason given"] == "'=cmd|' /C calc'!A0"
    assert "Ava" not in answer["Content-Disposition"]
    taken = ReadLog.objects.get(page="who has seen: download")
    assert (taken.account, taken.child) == (manager, ava)
    assert taken.why


def test_fifty_to_a_page(client, manager, ava):
    for _ in range(51):
        open_record(ava.public_id, by=manager, page="child")
    answer = client.get(reverse("seen:list", args=[ava.public_id]))
    assert len(rows_of(answer)) == 50
    assert "1 to 50 of 52" in answer.content.decode()
    assert len(rows_of(client.get(reverse("seen:list", args=[ava.public_id]), {"page": 2}))) == 3


def test_who_may_not_open_the_child_learns_nothing_here(client, ava, manager):
    for name in ("seen:list", "seen:csv"):
        assert client.get(reverse(name, args=[uuid4()])).status_code == 404
    client.logout()
    assert SESSION_KEY not in client.session
    for name in ("seen:list", "seen:csv"):
        assert client.get(reverse(name, args=[ava.public_id])).status_code == 302


def test_a_page_whose_read_cannot_be_written_down_is_not_shown(client, ava, manager, monkeypatch):
    def fail(self, *args, **kwargs):
        raise RuntimeError("the log is full")

    monkeypatch.setattr(ReadLog, "save", fail)
    client.raise_request_exception = False
    for address in ("child:page", "seen:list", "seen:csv"):
        answer = client.get(reverse(address, args=[ava.public_id]))
        assert answer.status_code == 500
        assert b"Finch" not in answer.content
