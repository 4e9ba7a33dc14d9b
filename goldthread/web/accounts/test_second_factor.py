"""A password alone opens nothing; an app, a passkey or a recovery code beside it does."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from goldthread.record.models import ReadLog
from goldthread.web.accounts.conftest import PASSWORD, code_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.once
@pytest.mark.parametrize(
    "address", ["/", "/waiting/", "/children/", "/waiting/list.csv", "/import/", "/workforce/"]
)
def test_every_page_leads_to_enrolment(client, maya, strict, address):
    maya.signs_in(client)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/second-factor/")
    assert "Set up a second factor first" in client.get("/accounts/second-factor/").content.decode()
    assert not ReadLog.objects.exists()


def test_a_demonstration_does_not_ask(client, maya):
    maya.signs_in(client)
    assert client.get("/waiting/").status_code == 200


def test_an_app_is_set_up_and_everything_opens(client, maya, strict):
    maya.signs_in(client)
    page = client.get("/accounts/second-factor/totp/activate/")
    if page.status_code == 302:  # the password once more
        client.post(page["Location"], {"password": PASSWORD})
        page = client.get("/accounts/second-factor/totp/activate/")
    secret = re.search(r'value="([A-Z2-7]{32})"', page.content.decode())[1]
    client.post("/accounts/second-factor/totp/activate/", {"code": code_of(secret)})
    assert client.get("/waiting/").status_code == 200
    kept = Authenticator.objects.get(user=maya.account, type="totp")
    assert secret not in str(kept.data)


def test_a_password_without_the_code_opens_nothing(client, maya, strict):
    maya.with_an_app()
    client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
    assert client.get("/waiting/")["Location"].startswith("/accounts/sign-in/")
    page = client.post("/accounts/second-factor/authenticate/", {"code": "000000"}).content.decode()
    assert "There is a problem" in page
    assert client.get("/waiting/").status_code == 302


def test_a_code_opens_once(client, maya, strict):
    maya.with_an_app()
    code = maya.code
    assert maya.signs_in(client)["Location"] == "/"
    assert client.get("/waiting/").status_code == 200
    client.post("/accounts/sign-out/")
    client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
    client.post("/accounts/second-factor/authenticate/", {"code": code})
    assert client.get("/waiting/").status_code == 302


def test_a_recovery_code_opens_once(client, maya, strict):
    maya.with_an_app()
    code = RecoveryCodes(
        Authenticator.objects.get(user=maya.account, type="recovery_codes")
    ).get_unused_codes()[0]
    for status in (200, 302):
        client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
        client.post("/accounts/second-factor/authenticate/", {"code": code})
        assert client.get("/waiting/").status_code == status
        client.post("/accounts/sign-out/")


def test_the_last_factor_can_be_taken_away_only_on_the_way_to_another(client, maya, strict):
    maya.with_an_app()
    maya.signs_in(client)
    Authenticator.objects.filter(user=maya.account).delete()
    assert client.get("/waiting/")["Location"] == "/accounts/second-factor/"


def test_after_the_key_was_changed_no_code_fits_not_even_that_of_an_empty_secret(
    client, maya, strict, settings
):
    maya.with_an_app()
    settings.SECRET_KEY = "another" * 8
    for code in (maya.code, code_of("")):
        client.post("/accounts/sign-in/", {"login": "maya", "password": PASSWORD})
        client.post("/accounts/second-factor/authenticate/", {"code": code})
        assert client.get("/waiting/").status_code == 302
