"""Against somebody who means harm: every route, every form, and what leaks by the side."""

from __future__ import annotations

import io
import json
import logging
import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.record.models import (
    Account,
    DueNote,
    ReadLog,
)
from goldthread.web.config.logging import NoPaths, logging_settings
from goldthread.web.config.permissions import BY_TOKEN, PUBLIC, SIGNING_IN
from goldthread.web.config.routes import ROUTES
from goldthread.web.config.test_addresses import FAMILY, GIVEN, NUMBER, a_family, addresses_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PASSWORD = "ninepurpleladders"
SCRIPT = "<script>alert('x')</script>"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def maya():
    return Account.objects.create_user("maya", password=PASSWORD, role="director")


@pytest.mark.once
def test_whoever_is_not_signed_in_gets_nothing_from_any_route(client):
    child = a_family(GIVEN, FAMILY)
    for name, address in addresses_of(child).items():
        for answer in (client.get(address), client.post(address)):
            page = answer.content.decode()
            assert FAMILY not in page, name
            if ROUTES[name].permission == BY_TOKEN:
                assert answer.status_code in (401, 405), name
            elif ROUTES[name].permission not in (PUBLIC, SIGNING_IN) and name not in (
                "waiting:feed",
                "drafts:keep",
            ):
                assert answer.status_code == 302, name
                assert answer["Location"].startswith("/accounts/sign-in/"), name
    assert not ReadLog.objects.exists()


@pytest.mark.once
def test_no_form_is_taken_without_its_token(maya):
    child = a_family(GIVEN, FAMILY)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(maya)
    for name, address in addresses_of(child).items():
        assert browser.post(address, {"words": "forged"}).status_code in (403, 405), name
    assert not DueNote.objects.exists()


@pytest.mark.once  # PostgreSQL is asked every address in tests/access
def test_no_address_title_or_log_line_names_a_child_or_a_number(client, maya):
    child = a_family(GIVEN, FAMILY)
    formatter = logging_settings()["formatters"]["json"]
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(
        formatter["()"](processors=formatter["processors"], foreign_pre_chain=formatter["foreign_pre_chain"])
    )
    handler.addFilter(NoPaths())
    loggers = [logging.getLogger(name) for name in ("goldthread", "django", "allauth")]
    for each in loggers:
        each.addHandler(handler)
    try:
        client.post("/accounts/sign-in/", {"login": f"{GIVEN} {FAMILY}", "password": NUMBER})
        client.force_login(maya)
        found = client.post(reverse("child:list"), {"search": FAMILY})
        answers = {"search": client.get(found["Location"])}
        for name, address in addresses_of(child).items():
            if name != "account_logout":
                answers[name] = client.get(address)
        client.get(f"/children/{FAMILY}/{NUMBER}/")
    finally:
        for each in loggers:
            each.removeHandler(handler)
    shown = 0
    for name, answer in answers.items():
        sent = b"".join(answer.streaming_content) if answer.streaming else answer.content
        page = sent.decode("utf-8", "replace")  # some are workbooks and pictures
        shown += FAMILY in page
        at = [*re.findall(r'(?:href|action|src|hx-get)="([^"]*)"', page), answer.headers.get("Location", "")]
        at += [
            *re.findall(r"<title>(.*?)</title>", page, re.S),
            answer.headers.get("Content-Disposition", ""),
        ]
        for word in (GIVEN, FAMILY, NUMBER, "778812"):
            assert [each for each in at if word.lower() in each.lower()] == [], name
    assert shown >= 5  # the pages did show the child
    said = lines.getvalue()
    assert '"route": "/children/<uuid:public_id>/"' in said
    assert [json.loads(line)["event"] for line in said.splitlines()].count("sign-in refused") == 1
    for word in (GIVEN, FAMILY, NUMBER, str(child.public_id)):
        assert word not in said


@pytest.mark.once
def test_a_name_that_is_a_script_is_inert_wherever_it_shows(client, maya):
    child = a_family(SCRIPT, SCRIPT)
    client.force_login(maya)
    note = {"kind": "why-late", "words": SCRIPT}
    pages = addresses_of(child)
    client.post(pages["waiting:say"], note)
    found = client.post(reverse("child:list"), {"search": SCRIPT}, follow=True)
    asked = [
        found,
        client.get("/waiting/", {"team": SCRIPT, "worker": SCRIPT, "duty": SCRIPT, "page": SCRIPT}),
    ]
    asked += [
        client.get("/workforce/", {"search": SCRIPT}),
        client.get("/accounts/sign-in/", {"next": SCRIPT}),
    ]
    asked += [
        client.get(pages[name])
        for name in ("waiting:list", "waiting:say", "waiting:sheet", "child:page", "child:list")
    ]
    asked += [client.get(f"/nothing/{SCRIPT}/")]
    shown = 0
    for answer in asked:
        page = answer.content.decode()
        shown += "&lt;script&gt;alert(" in page
        assert SCRIPT not in page
    assert shown >= 7


def test_the_session_changes_at_sign_in_and_an_old_one_opens_nothing(client, maya):
    client.get("/accounts/sign-in/")
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
    assert client.session.session_key != before
    thief = Client()
    thief.cookies["sessionid"] = before
    assert thief.get("/waiting/").status_code == 302
    after = client.session.session_key
    client.post("/accounts/sign-out/")
    thief.cookies["sessionid"] = after
    assert thief.get("/waiting/").status_code == 302


@pytest.mark.once
@pytest.mark.parametrize(
    "there",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:evil.example", "\thttps://evil.example"],
)  # fmt: skip
def test_nobody_is_sent_elsewhere_after_signing_in(client, maya, there):
    answer = client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD, "next": there})
    assert answer["Location"] == "/"
    assert client.get("/accounts/sign-in/", {"next": there}).headers.get("Location", "/") == "/"
    answer = client.post("/accounts/confirm/", {"password": PASSWORD, "next": there})
    assert "evil" not in answer.headers.get("Location", "")
    assert "evil" not in client.post("/accounts/sign-out/", {"next": there})["Location"]


def test_another_hosts_name_is_refused(client):
    answer = client.get("/accounts/sign-in/", headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    assert "evil" not in client.get("/", headers={"X-Forwarded-Host": "evil.example"})["Location"]


@pytest.mark.once
def test_guessing_gives_one_answer_for_absent_and_malformed(client, maya):
    a_family(GIVEN, FAMILY)
    client.force_login(maya)
    guesses = [
        f"/children/{uuid4()}/",
        "/children/1/",
        "/children/../",
        "/children/%00/",
        f"/waiting/{uuid4()}/assessment/1/0/",
    ]
    guesses += [
        "/import/jobs/1/",
        "/import/999/",
        "/waiting/calendar/x.ics",
        "/static/../settings.py",
        "/duties/__init__/",
    ]
    for address in guesses:
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert FAMILY not in answer.content.decode()
    assert client.post("/waiting/notes/999/end/").status_code == 404


def test_what_a_form_does_not_ask_for_is_not_taken(client, maya):
    child = a_family(GIVEN, FAMILY)
    other = Account.objects.create_user("other", role="director")
    client.force_login(maya)
    extra = {
        "by": other.pk,
        "by_id": other.pk,
        "at": "2020-01-01",
        "child": 99,
        "child_id": 99,
        "id": 77,
        "ended_at": "2020-01-01",
    }
    client.post(addresses_of(child)["waiting:say"], {"kind": "why-late", "words": "Ill.", **extra})
    note = DueNote.objects.get()
    assert (note.by, note.child, note.ended_at, note.at.year) == (maya, child, None, 2026)
    old = {"oldpassword": PASSWORD, "password1": "seven quiet herons", "password2": "seven quiet herons"}
    client.post("/accounts/password/", {**old, "is_superuser": "on", "is_staff": "on", "username": "root"})
    maya.refresh_from_db()
    assert (maya.username, maya.is_superuser, maya.is_staff) == ("maya", False, False)


def test_the_browser_is_told_what_a_page_may_do(client):
    answer = client.get("/accounts/sign-in/")
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in answer["Permissions-Policy"]
