"""Signing in with a passkey, setting up an app, the sessions and a draft: in a browser, at a desk and on a phone."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime

import pytest

from goldthread.practice.due import rebuild
from goldthread.record.models import Child, Due, Referral
from goldthread.web.accounts.conftest import PASSWORD, Person, code_of
from tests.journeys.serving_everybody import barriers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]

PICTURES = os.environ.get("GOLDTHREAD_PICTURES")


@pytest.fixture(params=[1280, 390])
def page(request, browser, live_server, transactional_db):
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    made = context.new_page()
    made.faults = []
    made.on("console", lambda said: made.faults.append(said.text) if said.type == "error" else None)
    made.home = live_server.url.replace("127.0.0.1", "localhost")  # passkeys are for names
    made.width = request.param
    yield made
    context.close()


def look(page, name: str) -> None:
    """The page is accessible, fits, and nothing of it was refused."""
    found = barriers(page)
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}-{page.width}.png", full_page=True)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.faults == []


def signs_in(page, to: str = "/") -> None:
    page.goto(f"{page.home}/accounts/sign-in/?next={to}")
    page.get_by_label("Username").fill("maya")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_an_app_and_a_passkey_are_set_up_and_the_passkey_signs_in(page, strict):
    Person()
    signs_in(page)
    assert page.get_by_text("Set up a second factor first").is_visible()
    look(page, "enrolment")
    page.goto(f"{page.home}/accounts/second-factor/totp/activate/")
    if page.get_by_label("Password", exact=True).is_visible():
        look(page, "confirm")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()
    look(page, "app")
    secret = re.search(r'value="([A-Z2-7]{32})"', page.content())[1]
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Set up").click()
    look(page, "recovery-codes")
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(f"{page.home}/accounts/second-factor/webauthn/add/")
    look(page, "passkey")
    page.get_by_label(re.compile("passwordless|passkey", re.I)).check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda address: not address.endswith("/add/"))
    assert page.get_by_text("The passkey is added.").is_visible()
    page.goto(f"{page.home}/accounts/second-factor/webauthn/")
    look(page, "passkeys")
    page.goto(f"{page.home}/accounts/second-factor/")
    look(page, "second-factor")
    page.goto(f"{page.home}/accounts/sessions/")
    look(page, "sessions")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in/**")
    look(page, "sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/waiting/")
    assert page.faults == []
    page.get_by_role("button", name="Sign out").click()
    signs_in(page)
    look(page, "your-second-factor")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/waiting/")


def test_what_is_typed_is_kept_while_typing_and_offered_back(page, settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    Person()
    ben = Child.objects.create(given_name="Ben", family_name="Testcase", born_on=date(2017, 5, 1))
    Referral.objects.create(child=ben, received_on=date(2026, 2, 26))
    rebuild()
    due = Due.objects.filter(child=ben).first()
    form = f"/waiting/{ben.public_id}/{due.clock}/{due.start_row}/{due.link}/"
    signs_in(page, form)
    page.get_by_label("In your words").fill("The family moved on Friday.")
    page.get_by_text("What you typed was kept").wait_for()
    look(page, "draft-kept")
    page.context.clear_cookies()  # the session is gone
    signs_in(page, form)
    look(page, "draft-offered")
    page.get_by_role("button", name="Put it back in the form").click()
    assert page.get_by_label("In your words").input_value() == "The family moved on Friday."
    look(page, "draft-back")
    page.get_by_label("Why late").check()
    page.get_by_role("button", name="Say it").click()
    page.goto(f"{page.home}{form}")
    assert not page.get_by_text("You typed something here").is_visible()
