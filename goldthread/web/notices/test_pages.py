"""The pages of notices and the daily digest: what they show, and what they never say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core import mail

from goldthread.practice.notices import KINDS
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Digest,
    Notice,
    Post,
    ReadLog,
    Restriction,
    Team,
    Worker,
)
from goldthread.web.notices.digest import send_digests

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW


@pytest.fixture
def jo(client):
    team = Team.objects.create(name="Long-term 2", kind="long-term")
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Post.objects.create(worker=worker, team=team)
    account = Account.objects.create_user(
        "jo", role="social-worker", worker=worker, email="jo@oakshire.example"
    )
    client.force_login(account)
    return account


@pytest.fixture
def ava(jo):
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    Allocation.objects.create(child=child, worker=jo.worker, role="social-worker", began_on=date(2026, 1, 5))
    Notice.objects.create(
        account=jo, kind="visit-due", about_child=child, words="Child protection visit: due Wed 4 Mar 2026.", at=NOW,
        address=f"/children/{child.public_id}/", in_digest=True,
    )  # fmt: skip
    return child


def page_of(response) -> str:
    return response.content.decode()


def test_the_header_says_how_many_are_new_and_the_page_names_who_may_be_named(client, ava):
    page = page_of(client.get("/notices/"))
    assert "1 new" in page
    assert "Ava Finch: Child protection visit: due Wed 4 Mar 2026." in page
    assert ReadLog.objects.filter(page="notices", shown=[ava.pk]).exists()


def test_following_one_marks_it_as_read_and_goes_through_the_door(client, jo, ava):
    notice = Notice.objects.get()
    assert client.get(f"/notices/{notice.pk}/")["Location"] == f"/children/{ava.public_id}/"
    assert "1 new" not in page_of(client.get("/notices/"))
    assert client.get("/notices/999/").status_code == 404
    other = Notice.objects.create(account=Account.objects.create_user("pat"), words="Not yours.")
    assert client.get(f"/notices/{other.pk}/").status_code == 404


def test_a_child_who_is_not_theirs_any_more_is_not_named_and_a_restricted_one_is_not_there(client, jo, ava):
    Allocation.objects.update(ended_on=date(2026, 1, 20))
    page = page_of(client.get("/notices/"))
    assert "The record is not open to you today." in page
    assert "Ava" not in page
    assert str(ava.public_id) not in page
    keeper = Account.objects.create_user("maya", role="director")
    Restriction.objects.create(child=ava, guardian=keeper, began_by=keeper, why="A parent works here.")
    page = page_of(client.get("/notices/"))
    assert "Child protection visit" not in page
    assert "1 new" not in page


def test_everything_is_marked_as_read_at_once(client, ava):
    client.post("/notices/read/")
    assert Notice.objects.get().read_at == NOW


def test_what_one_is_told_of_is_chosen_on_one_page(client, jo):
    page = page_of(client.get("/notices/choose/"))
    assert "The daily e-mail goes to jo@oakshire.example after 07:30" in page
    said = {f"how_{kind}": "here" for kind in KINDS}
    said |= {f"days_{code}": "5" for code, kind in KINDS.items() if kind.days}
    assert client.post("/notices/choose/", said | {"days_visit-due": "90"}).status_code == 422
    assert client.post("/notices/choose/", said).status_code == 302
    assert 'value="5"' in page_of(client.get("/notices/choose/"))


def test_the_digest_counts_and_names_nobody_and_is_sent_once(jo, ava, settings):
    settings.SENDS_EMAIL, settings.ADDRESS = True, "https://goldthread.oakshire.example"
    settings.NOW = NOW.replace(hour=7, minute=29)
    assert send_digests() == 0
    settings.NOW = NOW
    assert (send_digests(), send_digests()) == (1, 0)
    (sent,) = mail.outbox
    assert sent.to == ["jo@oakshire.example"]
    assert sent.subject == "Goldthread: 1 new thing for you"
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    said = sent.body + str(sent.alternatives[0][0])
    assert said.count("visits due soon: 1") == 2
    assert sent.body.rstrip().endswith("Oakshire children's services")
    assert "- visits due soon: 1\n\nOpen them: " in sent.body
    assert "https://goldthread.oakshire.example/notices/" in said
    for word in ("Ava", "Finch", str(ava.public_id), "Jo"):
        assert word not in sent.subject + said
    assert Digest.objects.get().sent_at is not None


def test_what_a_mail_server_refuses_is_tried_again_and_no_more_than_three_times(
    jo, ava, settings, monkeypatch
):
    settings.SENDS_EMAIL = True
    monkeypatch.setattr("goldthread.practice.notices.digesting.TRY_AGAIN", datetime.resolution * 0)
    tried = []

    def refuse(message):
        tried.append(message.to)
        raise ConnectionRefusedError

    with monkeypatch.context() as away:
        away.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        send_digests()
        send_digests()
    assert send_digests() == 1
    assert len(tried) == 2
    assert Digest.objects.get().tries == 3
    assert send_digests() == 0
    Digest.objects.update(sent_at=None, failed_at=NOW, tries=3)
    assert send_digests() == 0  # though the mail server would take it


def test_the_header_asks_one_question_however_much_there_is_to_tell(
    client, jo, ava, django_assert_num_queries
):
    from goldthread.practice.notices import role_and_unread

    Notice.objects.bulk_create(Notice(account=jo, words="More.", about_child=ava) for _ in range(200))
    with django_assert_num_queries(1):
        role, new = role_and_unread(jo)
    assert (role.code, new) == ("social-worker", 201)
