"""Signing in by the council's own sign-in: a made-up provider answers as Entra ID does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.urls import clear_url_caches, include, path

from goldthread.web.config import identity_provider
from goldthread.web.config import urls as addresses

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SERVER = "https://sign-in.example/tenant/v2.0"
CLIENT = "goldthread"
COUNCIL = identity_provider.IdentityProvider(SERVER, CLIENT, "secret", "Oakshire", "preferred_username")

urlpatterns = [
    path("accounts/", include("allauth.socialaccount.providers.openid_connect.urls")),
    *addresses.urlpatterns,
]


class Provider:
    """What the server asks of the provider, and what the provider says of the person."""

    def __init__(self):
        self.claims = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def get(self, url, **_):
        return Said(
            {
                "issuer": SERVER,
                "authorization_endpoint": f"{SERVER}/authorize",
                "token_endpoint": f"{SERVER}/token",
                "jwks_uri": f"{SERVER}/keys",
                "userinfo_endpoint": f"{SERVER}/userinfo",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            }
        )

    def request(self, method, url, data=None, **_):
        assert data["code_verifier"]
        now = int(time.time())
        token = {"iss": SERVER, "aud": CLIENT, "iat": now, "exp": now + 300, **self.claims}
        return Said({"access_token": "t", "token_type": "bearer", "id_token": jwt.encode(token, "k" * 32)})


class Said:
    status_code = 200
    headers = {"content-type": "application/json"}

    def __init__(self, data):
        self.data, self.text = data, json.dumps(data)

    def json(self):
        return self.data

    def raise_for_status(self):
        return None


@pytest.fixture
def provider(settings, monkeypatch):
    settings.OIDC = COUNCIL
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": COUNCIL.as_provider()}
    settings.ROOT_URLCONF = __name__
    clear_url_caches()
    provider = Provider()
    monkeypatch.setattr(DefaultSocialAccountAdapter, "get_requests_session", lambda self: provider)
    yield provider
    clear_url_caches()


def signs_in(client, provider, address="/accounts/oidc/council/login/", sent=None, **claims):
    provider.claims = claims
    there = client.post(address, sent or {})
    assert there["Location"].startswith(f"{SERVER}/authorize"), there.content[:500]
    asked = parse_qs(urlsplit(there["Location"]).query)
    back = client.get("/accounts/oidc/council/login/callback/", {"code": "c", "state": asked["state"][0]})
    return asked, back


def test_the_first_time_the_account_of_that_name_is_found_and_then_by_number(client, provider, maya):
    asked, back = signs_in(client, provider, sub="n1", preferred_username="MAYA")
    assert asked["code_challenge_method"] == ["S256"]
    assert back["Location"] == "/"
    assert client.get("/waiting/").status_code == 200
    client.post("/accounts/sign-out/")
    signs_in(client, provider, sub="n1", preferred_username="renamed")
    assert client.get("/waiting/").status_code == 200
    assert SocialAccount.objects.get().user == maya.account


def test_a_name_that_was_taken_by_another_person_opens_nothing(client, provider, maya):
    signs_in(client, provider, sub="n1", preferred_username="maya")
    client.post("/accounts/sign-out/")
    _, back = signs_in(client, provider, sub="n2", preferred_username="maya")
    assert back.status_code == 403
    assert "no account here" in back.content.decode()
    assert client.get("/waiting/").status_code == 302


@pytest.mark.once
@pytest.mark.parametrize("claims", [{"preferred_username": "stranger"}, {"preferred_username": ""}, {}])
def test_a_stranger_gets_no_account(client, provider, maya, claims):
    _, back = signs_in(client, provider, sub="n9", **claims)
    assert back.status_code == 403
    assert client.get("/waiting/").status_code == 302


def test_a_closed_account_stays_closed(client, provider, maya):
    maya.account.is_active = False
    maya.account.save()
    _, back = signs_in(client, provider, sub="n1", preferred_username="maya")
    assert back.status_code == 403


def test_an_answer_that_was_not_asked_for_is_refused(client, provider, maya):
    client.get("/accounts/oidc/council/login/callback/", {"code": "c", "state": "forged"})
    assert client.get("/waiting/").status_code == 302


def test_a_token_made_for_another_program_is_refused(client, provider, maya):
    signs_in(client, provider, sub="n1", preferred_username="maya", aud="another")
    assert client.get("/waiting/").status_code == 302


@pytest.mark.once
def test_passwords_and_passkeys_of_ours_are_off_where_the_council_says(client, provider, maya, settings):
    settings.LOCAL_PASSWORDS, settings.SOCIALACCOUNT_ONLY = False, True
    page = client.get("/accounts/sign-in/").content.decode()
    assert 'type="password"' not in page
    assert "Sign in to the demonstration" not in page
    assert "passkey" not in page
    assert "Sign in with Oakshire" in page
    assert (
        client.post("/accounts/sign-in/", {"login": "maya", "password": "ninepurpleladders"}).status_code
        == 403
    )
    signs_in(client, provider, sub="n1", preferred_username="maya")
    assert client.get("/accounts/password/").status_code == 404
    assert client.get("/waiting/").status_code == 200


def test_an_export_asks_at_the_council_again_and_only_a_fresh_answer_counts(
    client, provider, maya, strict, settings
):
    settings.LOCAL_PASSWORDS = False
    signs_in(client, provider, sub="n1", preferred_username="maya")
    answer = client.get("/waiting/list.csv")
    assert answer["Location"].startswith("/accounts/confirm/council/")
    assert "Confirm with Oakshire" in client.get(answer["Location"]).content.decode()
    confirm = {"address": "/accounts/confirm/council/", "sent": {"next": "/waiting/list.csv"}}
    asked, _ = signs_in(client, provider, **confirm, sub="n1", auth_time=int(time.time()) - 4_000)
    assert asked["prompt"] == ["login"]
    assert client.get("/waiting/list.csv").status_code == 302
    _, back = signs_in(client, provider, **confirm, sub="n1", auth_time=int(time.time()))
    assert back["Location"] == "/waiting/list.csv"
    assert client.get("/waiting/list.csv").status_code == 200


@pytest.mark.once  # a process with settings of its own
def test_the_content_policy_lets_the_form_lead_to_the_council_and_nowhere_else(tmp_path, repo_root):
    environment = os.environ | {
        "GOLDTHREAD_HOME": str(tmp_path),
        "GOLDTHREAD_OIDC_SERVER": SERVER,
        "GOLDTHREAD_OIDC_CLIENT_ID": CLIENT,
        "GOLDTHREAD_OIDC_CLIENT_SECRET": "secret",
        "GOLDTHREAD_LOCAL_PASSWORDS": "no",
        "PYTHONPATH": str(repo_root),
    }
    code = (
        "import django; django.setup(); from django.conf import settings as s; from django.urls import reverse;"
        "print(s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'][1], s.MFA_PASSKEY_LOGIN_ENABLED,"
        "reverse('openid_connect_login', args=['council']))"
    )
    environment["DJANGO_SETTINGS_MODULE"] = "goldthread.web.config.settings"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["https://sign-in.example", "False", "/accounts/oidc/council/login/"], (
        done.stderr
    )


NAMED = {"GOLDTHREAD_OIDC_CLIENT_ID": "a", "GOLDTHREAD_OIDC_CLIENT_SECRET": "b"}


@pytest.mark.parametrize(
    ("server", "more", "words"),
    [
        (SERVER, {}, "CLIENT_ID, GOLDTHREAD_OIDC_CLIENT_SECRET not set"),
        ("http://a.example", NAMED, "https://"),
        ("https://login.microsoftonline.com/common/v2.0", NAMED, "any organisation"),
    ],
)
def test_half_a_provider_or_everybodys_is_refused(monkeypatch, server, more, words):
    for name, value in {"GOLDTHREAD_OIDC_SERVER": server, **more}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=words):
        identity_provider.from_environment()


def test_passwords_cannot_be_switched_off_where_there_is_nothing_else(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_LOCAL_PASSWORDS", "no")
    with pytest.raises(ImproperlyConfigured, match="nobody could sign in"):
        identity_provider.local_passwords(None)
    assert identity_provider.local_passwords(COUNCIL) is False


def test_the_secret_is_not_printed():
    assert "secret" not in repr(COUNCIL).replace("client_secret", "")
