"""Who has seen this record, at a desk and on a phone, with scripts and without."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from goldthread.practice.doors import open_record
from goldthread.record.models import Account, Child
from tests.journeys.serving_everybody import barriers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def signed_in():
    """A session of somebody who manages, and the page's address for a child opened by two people."""
    manager = Account.objects.create(username="rshah", role="director", first_name="Rina", last_name="Shah")
    other = Account.objects.create(username="josei", role="director", first_name="Jo", last_name="Osei")
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    open_record(
        child.public_id, by=other, page="child", why="Covering duty for a colleague who is away today"
    )
    client = Client()
    client.force_login(manager, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value, f"/children/{child.public_id}/"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_log_of_a_child_is_found_read_and_filtered(browser, live_server, signed_in, width, scripts):
    session, address = signed_in
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    faults = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(live_server.url + address)
    page.get_by_role("link", name="Who has seen this record").click()
    assert page.get_by_role("rowheader").all_inner_texts()[0].strip() == "Rina Shah"
    if scripts:
        found = barriers(page)
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_label("Person").select_option(label="Jo Osei")
    if not scripts:
        page.get_by_role("button", name="Apply filters").click()
    page.wait_for_url("**person=*")
    assert page.get_by_text("Covering duty").is_visible()
    assert page.get_by_role("rowheader").count() == 1
    assert faults == []
    context.close()
