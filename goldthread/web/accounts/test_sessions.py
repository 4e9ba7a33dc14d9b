"""Where somebody is signed in, and signing out there from here."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from goldthread.web.accounts.conftest import Person
from goldthread.web.accounts.sessions import device_words

pytestmark = [pytest.mark.django_db, pytest.mark.database]

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/17.5 Safari/604.1"
ANDROID = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (EDGE, "Edge on Windows"),
        (IPHONE, "Safari on an iPhone"),
        (ANDROID, "Chrome on an Android telephone or tablet"),
        ("<script>alert(1)</script>", "A browser"),
    ],
)
def test_a_device_is_said_in_words(said, words):
    assert device_words(said) == words


@pytest.fixture
def desk():
    return Client(headers={"User-Agent": EDGE})


@pytest.fixture
def phone():
    return Client(headers={"User-Agent": IPHONE})


@pytest.mark.once
def test_both_are_listed_and_one_is_signed_out_from_the_other(maya, desk, phone):
    maya.signs_in(desk)
    maya.signs_in(phone)
    page = desk.get("/accounts/sessions/").content.decode()
    assert "Edge on Windows" in page
    assert "Safari on an iPhone" in page
    assert page.count("This one") == 1
    lost = UserSession.objects.get(user_agent=IPHONE)
    desk.post("/accounts/sessions/", {"session": lost.pk})
    assert phone.get("/waiting/").status_code == 302
    assert desk.get("/waiting/").status_code == 200


def test_everywhere_else_is_signed_out_at_once(maya, desk, phone):
    maya.signs_in(phone)
    maya.signs_in(desk)
    desk.post("/accounts/sessions/", {"others": "yes"})
    assert phone.get("/waiting/").status_code == 302
    assert "Sign out everywhere else" not in desk.get("/accounts/sessions/").content.decode()


@pytest.mark.once
def test_nobody_ends_somebody_elses_session(maya, desk, phone):
    other = Person("noor")
    other.signs_in(phone)
    maya.signs_in(desk)
    theirs = UserSession.objects.get(user=other.account)
    assert desk.post("/accounts/sessions/", {"session": theirs.pk}).status_code == 404
    assert "iPhone" not in desk.get("/accounts/sessions/").content.decode()
    assert phone.get("/waiting/").status_code == 200


@pytest.mark.once
def test_a_new_password_signs_out_the_old_ones_sessions(maya, desk, phone):
    maya.signs_in(desk)
    maya.signs_in(phone)
    new = {
        "oldpassword": "ninepurpleladders",
        "password1": "seven quiet herons",
        "password2": "seven quiet herons",
    }
    assert desk.post("/accounts/password/", new)["Location"] == "/accounts/sessions/"
    assert phone.get("/waiting/").status_code == 302
    assert desk.get("/waiting/").status_code == 200
