"""Sessions end after a while without a sign of life, and after a day's work; nothing typed is lost by it."""

from __future__ import annotations

import pytest
import time_machine

from goldthread.web.accounts.conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.database]
AT = "2026-03-02T09:00:00Z"


def inside(client) -> bool:
    return client.get("/waiting/").status_code == 200


@pytest.mark.once
def test_half_an_hour_without_a_sign_of_life_ends_a_session(client, maya):
    with time_machine.travel(AT) as clock:
        maya.signs_in(client)
        for _ in range(4):
            clock.shift(25 * 60)
            assert inside(client)
        clock.shift(31 * 60)
        answer = client.get("/children/")
        assert answer["Location"] == "/accounts/sign-in/?next=/children/"
        assert "nothing happened for 30 minutes" in client.get(answer["Location"]).content.decode()
        assert not inside(client)


@pytest.mark.once
def test_a_page_that_asks_by_itself_is_no_sign_of_life(client, maya):
    with time_machine.travel(AT) as clock:
        maya.signs_in(client)
        for _ in range(4):
            clock.shift(10 * 60)
            client.get("/waiting/", headers={"HX-Request": "true"})
        assert not inside(client)


@pytest.mark.once
def test_a_busy_session_ends_all_the_same(client, maya):
    with time_machine.travel(AT) as clock:
        maya.signs_in(client)
        for _ in range(12 * 3 - 1):
            clock.shift(20 * 60)
            assert inside(client)
        clock.shift(21 * 60)
        assert not inside(client)
        client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
        assert inside(client)  # a new session has a new day


def test_the_operator_says_how_long(client, maya, settings):
    settings.IDLE_MINUTES = 5
    with time_machine.travel(AT) as clock:
        maya.signs_in(client)
        clock.shift(6 * 60)
        assert not inside(client)
