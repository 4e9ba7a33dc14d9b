"""A part of a page that asks by itself after the session has ended does not get the sign-in page put into it."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client

from goldthread.web.drafts.models import Draft

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PART = {"HX-Request": "true", "HX-Current-URL": "http://testserver/import/jobs/7/?how=far"}


@pytest.mark.parametrize(
    "address", ["/waiting/", "/children/", "/import/jobs/00000000-0000-0000-0000-000000000007/"]
)
def test_whoever_is_signed_out_is_led_to_sign_in_with_the_whole_page(client, db, address):
    answer = client.get(address, headers=PART)
    assert answer.status_code == 401
    assert answer.content == b""
    assert answer["HX-Redirect"] == "/accounts/sign-in/?next=%2Fimport%2Fjobs%2F7%2F%3Fhow%3Dfar"


def test_also_when_the_session_ends_meanwhile_and_it_says_why(client, maya):
    with time_machine.travel("2026-03-02T09:14:00Z") as clock:
        maya.signs_in(client)
        clock.shift(31 * 60)
        answer = client.get("/waiting/", headers=PART)
        assert answer.status_code == 401
        assert "nothing happened for 30 minutes" in client.get(answer["HX-Redirect"]).content.decode()


def test_also_for_a_second_factor_and_for_a_confirmation(client, maya, strict):
    maya.signs_in(client)
    assert client.get("/waiting/", headers=PART)["HX-Redirect"].startswith("/accounts/second-factor/?next=")
    maya.with_an_app()
    unproved = Client()
    unproved.force_login(maya.account)
    answer = unproved.get("/waiting/list.csv", headers=PART)
    assert (answer.status_code, answer["HX-Redirect"].partition("?")[0]) == (401, "/accounts/confirm/")


@pytest.mark.parametrize("said", ["https://evil.example/x", "//evil.example", "javascript:alert(1)", ""])
def test_the_way_back_is_one_of_ours(client, db, said):
    answer = client.get("/waiting/", headers={**PART, "HX-Current-URL": said})
    assert answer["HX-Redirect"] == "/accounts/sign-in/?next=%2F"


def test_a_redirect_to_another_page_of_ours_stays_one(client, maya):
    client.force_login(maya.account)
    assert client.get("/", headers=PART).status_code != 401
    assert not Draft.objects.exists()
