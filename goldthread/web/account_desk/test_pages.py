"""The account pages: a joiner from the form to the first sign-in, what is not taken, and what is written down and shown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.urls import reverse

from goldthread.practice.sealing import seal_logs
from goldthread.practice.verifying import verify_logs
from goldthread.record.models import Account, Child, Notice, Post, ReadLog, SecurityLine, Team, Worker

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PASSWORD = "ninepurpleladders"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def keeper(client):
    account = Account.objects.create_user("keeper", role="system-administrator")
    client.force_login(account)
    return account


@pytest.fixture
def jo():
    return Worker.objects.create(given_name="Jo", family_name="Osei")


def test_somebody_joins_moves_and_leaves(client, keeper, jo):
    team = Team.objects.create(name="Long-term 2", kind="long-term")
    made = client.post(reverse("desk:add"), {"username": "jo", "role": "social-worker", "worker": jo.pk})
    account = Account.objects.get(username="jo")
    page = reverse("desk:account", args=[account.pk])
    assert made["Location"] == page
    assert "opens nothing" in client.get(page).content.decode()
    day = {"began_on_day": "2", "began_on_month": "3", "began_on_year": "2026"}
    moved = client.post(reverse("desk:move", args=[account.pk]), {"team": team.pk, **day})
    assert moved["Location"] == page
    assert Post.objects.get().team == team
    shown = client.post(reverse("desk:link", args=[account.pk])).content.decode()
    address = re.search(r'value="http://testserver([^"]+)"', shown)[1]
    assert address not in client.get(page).content.decode(), "shown once"
    browser = Client(enforce_csrf_checks=True)
    form = browser.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    choice = {"csrfmiddlewaretoken": token, "new_password1": PASSWORD, "new_password2": PASSWORD}
    assert browser.post(address, choice)["Location"] == "/accounts/sign-in/"
    assert browser.get(address).status_code == 404
    assert browser.post(address, choice).status_code == 404
    assert client.post("/accounts/sign-in/", {"login": "jo", "password": PASSWORD})["Location"] == "/"
    joiner = Client()
    account.refresh_from_db()
    joiner.force_login(account)
    assert joiner.get("/waiting/").status_code == 200
    client.force_login(keeper)
    left = {"left_on_day": "2", "left_on_month": "3", "left_on_year": "2026"}
    assert client.post(reverse("desk:leave", args=[account.pk]), left)["Location"] == page
    assert joiner.get("/waiting/").status_code == 302, "an open session ends with the account"
    assert "closed" in client.get(page).content.decode()


def test_what_the_forms_do_not_ask_for_is_not_taken(client, keeper):
    extra = {
        "is_superuser": "on",
        "is_staff": "on",
        "password": "x",
        "id": 77,
        "is_active": "",
        "by": 1,
        "email": "a@b.example",
    }
    client.post(reverse("desk:add"), {"username": "jo", "role": "social-worker", **extra})
    account = Account.objects.get(username="jo")
    client.post(reverse("desk:role", args=[account.pk]), {"role": "duty-worker", "username": "root", **extra})
    address = re.search(
        r'value="http://testserver([^"]+)"',
        client.post(reverse("desk:link", args=[account.pk]), extra).content.decode(),
    )[1]
    Client().post(
        address, {"new_password1": PASSWORD, "new_password2": PASSWORD, "role": "director", **extra}
    )
    account.refresh_from_db()
    assert (account.username, account.role, account.email) == ("jo", "duty-worker", "")
    assert (account.is_superuser, account.is_staff, account.is_active) == (False, False, True)
    assert account.check_password(PASSWORD)


@pytest.mark.once
def test_nobody_else_finds_the_pages(client, jo):
    account = Account.objects.create_user("jo", role="director", worker=jo)
    Post.objects.create(worker=jo)
    client.force_login(account)
    for name in ("list", "add", "security"):
        assert client.get(reverse(f"desk:{name}")).status_code == 404
    for name in ("account", "role", "worker", "move", "leave", "back", "link"):
        for number in (account.pk, 999_999):
            assert client.post(reverse(f"desk:{name}", args=[number]), {"role": "director"}).status_code in (
                404,
                405,
            )
    assert Account.objects.get().role == "director"


def test_whoever_lost_app_passkey_and_codes_gets_in_anew_and_it_is_told(client, keeper):
    """A link alone leaves the second factor; ticked as lost it goes, and the owner and the directors are told who did it."""
    account = Account.objects.create_user("jo", password=PASSWORD, role="social-worker")
    director = Account.objects.create_user("dee", role="director")
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=account, type=kind, data={})
    link = reverse("desk:link", args=[account.pk])
    client.post(link)
    assert Authenticator.objects.filter(user=account).count() == 2
    client.post(link, {"lost": "yes"})
    assert not Authenticator.objects.filter(user=account).exists()
    assert SecurityLine.objects.get(what="factor-removed").about == "lost"
    told = Notice.objects.filter(kind="factor-lost")
    assert {each.account for each in told} == {account, director}
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_sign_ins_refusals_and_factors_are_written_down_sealed_and_shown(client, settings):
    keeper = Account.objects.create_user("keeper", password=PASSWORD, role="system-administrator")
    worker = Account.objects.create_user("far", password=PASSWORD, role="social-worker")
    ava = Child.objects.create(given_name="Zephyrine", family_name="Quillfeather")
    sign_in = "/accounts/sign-in/"
    client.post(sign_in, {"login": "far", "password": "wrong wrong wrong"})
    client.post(sign_in, {"login": "hunter2 my password", "password": "x"})
    client.post(sign_in, {"login": "far", "password": PASSWORD})
    nobody = uuid4()
    for number in (ava.public_id, nobody):
        assert client.get(f"/children/{number}/").status_code == 404
    client.post("/accounts/sign-out/")
    said = list(SecurityLine.objects.order_by("pk").values_list("what", "account", "about", "page"))
    assert said == [
        ("sign-in-refused", worker.pk, "", ""),
        ("sign-in-refused", None, "", ""),
        ("signed-in", worker.pk, "password", ""),
        ("record-refused", worker.pk, str(ava.public_id), "child:page"),
        ("record-refused", worker.pk, str(nobody), "child:page"),
        ("signed-out", worker.pk, "", ""),
    ]
    assert not ReadLog.objects.exists()
    assert set(SecurityLine.objects.values_list("address", flat=True)) == {"127.0.0.1"}
    client.force_login(keeper)
    page = client.get(reverse("desk:security")).content.decode()
    assert page.count("Record not opened") >= 2
    for word in (str(ava.public_id), str(nobody), "Zephyrine", "Quillfeather", "hunter2"):
        assert word not in page
    assert str(ava.public_id)[:8] in page
    only = client.get(
        reverse("desk:security"), {"what": "sign-in-refused", "account": worker.pk}
    ).content.decode()
    assert only.count('data-label="Who"') == 1
    assert (
        client.get(reverse("desk:security"), {"what": "x'--", "account": "x", "since": "x"}).status_code
        == 200
    )


def test_a_line_that_is_edited_is_found(client, keeper):
    client.get(f"/children/{uuid4()}/")
    line = SecurityLine.objects.latest("pk")
    seal_logs(settle=-(datetime.resolution * 10_000_000))
    assert verify_logs(with_guards=False).sound
    with connection.cursor() as cursor:
        cursor.execute("UPDATE record_securityline SET about = '' WHERE id = %s", [line.pk])
    faults = verify_logs(with_guards=False).faults
    assert [(each.kind, each.log, each.row) for each in faults] == [("edited", "securityline", line.pk)]


def test_reading_a_worker_is_written_down(client, keeper, jo):
    assert client.get(reverse("workforce:worker", args=[jo.pk])).status_code == 200
    read = ReadLog.objects.get()
    assert (read.account, read.what, read.shown, read.child, read.page) == (
        keeper,
        "worker",
        [jo.pk],
        None,
        "worker",
    )
    assert client.get(reverse("workforce:worker", args=[999_999])).status_code == 404
    assert SecurityLine.objects.get(what="record-refused").page == "workforce:worker"


@pytest.mark.once
def test_the_file_of_who_looked_says_how_many_rows_went_out(client):
    director = Account.objects.create_user("dir", role="director")
    ava = Child.objects.create(given_name="Ava", family_name="Finch")
    client.force_login(director)
    for _ in range(3):
        client.get(f"/children/{ava.public_id}/")
    answer = client.get(reverse("seen:csv", args=[ava.public_id]))
    lines = b"".join(answer.streaming_content).decode().strip().splitlines()
    assert len(lines) - 1 == ReadLog.objects.latest("pk").rows == 3
