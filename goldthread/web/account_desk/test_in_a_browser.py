"""Every page about access, accounts and signing in is accessible and fits a desk and a phone."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.test import Client
from django.utils import timezone

from goldthread.practice.accounts import give_set_up_link
from goldthread.practice.security import write_down
from goldthread.record.models import (
    Account,
    Child,
    Delegation,
    GlassBroken,
    NamedAccess,
    Notice,
    Post,
    Restriction,
    Team,
    Worker,
)
from tests.journeys.serving_everybody import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURES = os.environ.get("GOLDTHREAD_PICTURES")
WIDTHS = (1280, 390)
FACTOR = "/accounts/second-factor"


class Looker:
    """Somebody signed in, at a desk and on a phone in turn."""

    def __init__(self, browser, site: str, account: Account) -> None:
        client = Client()
        client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(account.pk)
        session.save()
        self.site = site
        self.context = browser.new_context()
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
        self.page = self.context.new_page()

    def faults_of(self, address: str, post: str = "") -> list[str]:
        """What is wrong with a page; ``post`` names the button that leads on to the page meant."""
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        answer = self.page.goto(self.site + address)
        assert answer.status in (200, 404), address
        if post:
            with self.page.expect_navigation(wait_until="load"):
                self.page.get_by_role("button", name=post).click()
        found = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            if PICTURES:
                name = f"{address.strip('/').replace('/', '-')[:60]}{post}-{width}.png"
                self.page.screenshot(path=f"{PICTURES}/{name}", full_page=True)
            if not self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
                found.append(f"{address} scrolls sideways at {width}")
        return found + [f"{address}: {rule} {element}" for rule, element in barriers(self.page)]


@pytest.fixture
def authority():
    """A director with everything set up, somebody who looks after accounts, a restricted record, cover and notices."""
    team = Team.objects.create(name="Long-term 2", kind="long-term")
    jo, sam = (
        Worker.objects.create(given_name=name, family_name="Osei-Bonsu Castellanos") for name in ("Jo", "Sam")
    )
    Post.objects.create(worker=jo, team=team, began_on=date(2026, 1, 5))
    director = Account.objects.create_user("director", password="ninepurpleladders", role="director")
    keeper = Account.objects.create_user("keeper", role="system-administrator")
    joiner = Account.objects.create_user("jo.osei-bonsu.castellanos", role="social-worker", worker=jo)
    TOTP.activate(director, generate_totp_secret())
    RecoveryCodes.activate(director)
    passkey = Authenticator.objects.create(
        user=director,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Laptop", "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}},
    )
    ava, ben = (Child.objects.create(given_name=name, family_name="Finch") for name in ("Ava", "Ben"))
    wall = Restriction.objects.create(
        child=ava, guardian=director, began_by=director, why="A parent works here."
    )
    NamedAccess.objects.create(restriction=wall, account=joiner, why="She knows the family.")
    glass = GlassBroken.objects.create(
        restriction=wall,
        account=joiner,
        why="Called out at night.",
        until=timezone.now() + timedelta(hours=3),
    )
    Notice.objects.create(account=director, about=glass, words="Jo broke the glass of a restricted record.")
    Delegation.objects.create(
        of=joiner,
        to=director,
        made_by=director,
        why="Annual leave.",
        began_on=date(2020, 1, 1),
        until=date(2099, 1, 1),
    )
    for what in ("signed-in", "sign-in-refused", "record-refused"):
        about = str(ava.public_id) if what == "record-refused" else ""
        write_down(what, account=joiner, about=about, page="child:page", address="203.0.113.7")
    write_down("sign-in-refused", account=None, address="2001:0db8:85a3:0000:0000:8a2e:0370:7334")
    return {
        "director": director, "keeper": keeper, "joiner": joiner, "ava": ava.public_id, "ben": ben.public_id,
        "passkey": passkey.pk, "glass": glass.pk, "link": give_set_up_link(account=joiner, by=keeper), "sam": sam,
    }  # fmt: skip


def test_the_pages_of_access_and_of_signing_in(browser, live_server, authority):
    looker = Looker(browser, live_server.url, authority["director"])
    ava, ben, key = authority["ava"], authority["ben"], authority["passkey"]
    addresses = [
        "/access/", "/access/cover/", "/access/register/", f"/access/register/{authority['glass']}/", "/about/roles/",
        "/children/beyond/", f"/children/{ben}/reason/", f"/children/{ben}/break-glass/", f"/children/{ben}/restricted/",
        f"/children/{ava}/restricted/", f"/children/{'0' * 8}-0000-4000-8000-{'0' * 12}/",
        "/accounts/password/", "/accounts/confirm/", f"{FACTOR}/totp/deactivate/",
        f"{FACTOR}/recovery-codes/", f"{FACTOR}/recovery-codes/generate/",
        f"{FACTOR}/webauthn/keys/{key}/edit/", f"{FACTOR}/webauthn/keys/{key}/remove/",
        f"{FACTOR}/reauthenticate/", "/accounts/inactive/",
        "/notices/", "/notices/choose/", "/accountable/", "/accountable/director/", "/accountable/director/add/", "/what-if/",
    ]  # fmt: skip
    assert [fault for address in addresses for fault in looker.faults_of(address)] == []
    assert looker.faults_of("/accounts/password/", post="Change the password") == []
    looker.context.close()


def test_the_pages_of_whoever_looks_after_accounts(browser, live_server, authority):
    looker = Looker(browser, live_server.url, authority["keeper"])
    account = f"/account-desk/{authority['joiner'].pk}/"
    addresses = [
        "/account-desk/", "/account-desk/add/", account, f"{account}role/", f"{account}worker/", f"{account}move/",
        f"{account}leave/", "/account-desk/security/", f"/accounts/set-up/{authority['link']}/", "/accounts/set-up/x/",
    ]  # fmt: skip
    assert [fault for address in addresses for fault in looker.faults_of(address)] == []
    assert looker.faults_of(account, post="Make a set-up link") == []
    assert looker.faults_of("/account-desk/add/", post="Make the account") == []
    looker.context.close()
