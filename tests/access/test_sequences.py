"""What is taken away while somebody works is gone with their next step: a role, a post, a name, a reason, an account."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from goldthread.practice.accounts import give_role, record_leaver
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.due import rebuild
from goldthread.practice.recording import visit_child
from goldthread.practice.restricting import give_reason, name_person, restrict_record, take_name_off
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Due,
    DueNote,
    Post,
    Referral,
    Team,
    Visit,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
WHY = "A parent of the child works here."


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def keeper():
    return Account.objects.create_user("keeper", role="system-administrator")


@pytest.fixture
def jo():
    worker = Worker.objects.create(given_name="Jo", family_name="Osei")
    Post.objects.create(worker=worker, team=Team.objects.create(name="Ours", kind="long-term"))
    return Account.objects.create_user("jo", role="social-worker", worker=worker)


@pytest.fixture
def ava(jo):
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2017, 5, 1))
    Allocation.objects.create(child=child, worker=jo.worker, role="social-worker", began_on=date(2026, 1, 5))
    Referral.objects.create(child=child, received_on=date(2026, 2, 26))
    rebuild()
    return child


def form_of(child: Child) -> str:
    due = Due.objects.filter(child=child).first()
    return reverse("waiting:say", args=[child.public_id, due.clock, due.start_row, due.link])


@pytest.mark.parametrize("taken", ["role", "post", "account"])
def test_a_form_that_was_open_is_not_taken_once_its_reader_is_out(client, keeper, jo, ava, taken):
    client.force_login(jo)
    form = form_of(ava)
    assert client.get(form).status_code == 200
    if taken == "role":
        give_role(account=jo, by=keeper, role="lead-member")
    elif taken == "post":
        Post.objects.update(ended_on=date(2026, 3, 2))
    else:
        record_leaver(account=jo, by=keeper, left_on=date(2026, 3, 2))
    answer = client.post(form, {"kind": "why-late", "words": "Ill."})
    assert answer.status_code == (302 if taken == "account" else 404)
    assert not DueNote.objects.exists()
    assert client.get(f"/children/{ava.public_id}/").status_code == answer.status_code


def test_a_deed_asks_for_the_role_as_it_is_now_and_not_as_it_was_when_the_request_began(keeper, jo, ava):
    as_it_was = Account.objects.get(pk=jo.pk)
    give_role(account=jo, by=keeper, role="lead-member")
    assert as_it_was.role == "social-worker"
    with pytest.raises(RecordNotFound):
        visit_child(child=ava, by=as_it_was, purpose="other", seen="yes", held_on=date(2026, 3, 2))
    assert not Visit.objects.exists()


def test_a_name_taken_off_a_restricted_record_shuts_it(client, jo, ava):
    director = Account.objects.create_user("dir", role="director")
    wall = restrict_record(child=ava, by=director, guardian=director, why=WHY)
    named = name_person(restriction=wall, by=director, account=jo, why="She holds the child.")
    client.force_login(jo)
    page = f"/children/{ava.public_id}/"
    assert client.get(page).status_code == 200
    take_name_off(named=named, by=director)
    assert client.get(page).status_code == 404
    assert client.post(form_of(ava), {"kind": "why-late", "words": "Ill."}).status_code == 404


def test_a_reason_that_ran_out_is_not_renewed_by_sending_the_page_again(client, ava):
    far = Account.objects.create_user(
        "far", role="social-worker", worker=Worker.objects.create(given_name="F", family_name="R")
    )
    Post.objects.create(worker=far.worker)
    client.force_login(far)
    page = f"/children/{ava.public_id}/"
    give_reason(public_id=ava.public_id, by=far, why="The duty telephone rang about her.")
    assert client.get(page).status_code == 200
    with time_machine.travel(NOW + timedelta(minutes=29), tick=False):
        assert client.get(page).status_code == 200
    with time_machine.travel(NOW + timedelta(minutes=58), tick=False):
        assert client.get(page).status_code == 200
    with time_machine.travel(NOW + timedelta(minutes=61), tick=False):
        assert client.get(page).status_code == 404
