"""Against somebody who means harm: every route, every form, and what leaks by the side."""

from __future__ import annotations

import io
import json
import logging
import re
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.practice.due import rebuild
from goldthread.record.models import (
    Account,
    Allocation,
    Child,
    Due,
    DueNote,
    Identifier,
    Post,
    ReadLog,
    Referral,
    Relationship,
    Team,
    Worker,
)
from goldthread.web.config.logging import NoPaths, logging_settings
from goldthread.web.config.routes import PUBLIC, ROUTES, SIGNING_IN
from goldthread.web.config.test_routes import everything

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PASSWORD = "ninepurpleladders"
SCRIPT = "<script>alert('x')</script>"
DESK = ("desk:account", "desk:role", "desk:worker", "desk:move", "desk:leave", "desk:back", "desk:link")
GIVEN, FAMILY, NUMBER = "Zephyrine", "Quillfeather", "OAK-778812"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def maya():
    return Account.objects.create_user("maya", password=PASSWORD, role="director")


def a_family(given: str, family: str) -> Child:
    team = Team.objects.create(name="Long-term 2", kind="long-term")
    worker = Worker.objects.create(given_name="Jo", family_name="Osei", registration="SW1")
    Post.objects.create(worker=worker, team=team, role="5")
    child, sibling = (
        Child.objects.create(given_name=name, family_name=family, born_on=date(2017, 5, 1))
        for name in (given, "Sib")
    )
    Identifier.objects.create(child=child, scheme="la_child_id", value=NUMBER)
    Relationship.objects.create(child=child, other_child=sibling, kind="sibling")
    Allocation.objects.create(
        child=child, worker=worker, team=team, began_on=date(2026, 2, 2), role="social-worker"
    )
    Referral.objects.create(child=child, received_on=date(2026, 2, 26))
    rebuild()
    return child


def addresses_of(child: Child) -> dict[str, str]:
    """An address for every route, with this child in those that name one."""
    due = Due.objects.filter(child=child).first()
    given = {
        "waiting:feed": ["not-a-token"],
        "waiting:say": [child.public_id, due.clock, due.start_row, due.link],
        "waiting:end_note": [1],
        "signals:explain": [child.public_id, "no_action_done"],
        "letters:write": [child.public_id, "closing"],
        "plan:add": [child.public_id, 1, "goal"],
        "plan:part": [child.public_id, "actions", 1, "progress"],
        "recording:entry": [child.public_id, "referrals", 1],
        "recording:put_right": [child.public_id, "referrals", 1],
        "recording:take_back": [child.public_id, "referrals", 1],
        "file:add_entry": [child.public_id, "referrals", 1, "received_on"],
        "danger:review": [child.public_id, "warning", 1],
        "sealed:link": [1],
        **{
            name: [uuid4()]
            for name in ROUTES
            if name.startswith("subject_access:") and name != "subject_access:list"
        },
        **{f"subject_access:{name}": [uuid4(), 1] for name in ("decide", "accept", "download")},
        **{name: [1] for name in DESK},
        "account_set_up": ["1-not-a-token"],
        "duty:page": [due.clock],
        "duty:set_choice": ["return_interview_done"],
        "letter_words:set": ["closing"],
        "signals:check": ["strategy_quorum"],
        "handovers:behind": [0, "2025-12-31"],
        **{f"homes:{name}": [of] for name, of in (("waiting", "decisions-to-sign-off"), ("figure", "late"))},
        "duty:end_standard": [1],
        "measures:page": ["referrals"],
        **{name: [uuid4()] for name in ("imports:job", "what_if:answer", "what_if:stop")},
        "imports:report": [1],
        "imports:rejections": [1],
        "carers:household": [uuid4()],
        "workforce:worker": [Worker.objects.first().pk],
        **{f"mfa_{name}_webauthn": [1] for name in ("edit", "remove")},
    }
    council = ("openid_connect_", "socialaccount_")
    # what the others name is found by its name
    child_and_row = {
        "public_id": child.public_id,
        **dict.fromkeys(("session", "personal"), uuid4()),
        **dict.fromkeys(("number", "check"), 1),
        "section": "health",
        "part": "why",
        "post": "director",
    }
    named = {
        name: {each: child_and_row[each] for each in pattern.pattern.converters if each in child_and_row}
        for name, pattern in everything()
        if name not in given
    }
    return {
        name: reverse(name, args=given.get(name), kwargs=named.get(name))
        for name, _ in everything()
        if not name.startswith(council)
    }


def test_whoever_is_not_signed_in_gets_nothing_from_any_route(client):
    child = a_family(GIVEN, FAMILY)
    for name, address in addresses_of(child).items():
        for answer in (client.get(address), client.post(address)):
            page = answer.content.decode()
            assert FAMILY not in page, name
            if ROUTES[name].permission not in (PUBLIC, SIGNING_IN) and name not in (
                "waiting:feed",
                "drafts:keep",
            ):
                assert answer.status_code == 302, name
                assert answer["Location"].startswith("/accounts/sign-in/"), name
    assert not ReadLog.objects.exists()


def test_no_form_is_taken_without_its_token(maya):
    child = a_family(GIVEN, FAMILY)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(maya)
    for name, address in addresses_of(child).items():
        assert browser.post(address, {"words": "forged"}).status_code in (403, 405), name
    assert not DueNote.objects.exists()


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
        page = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
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
