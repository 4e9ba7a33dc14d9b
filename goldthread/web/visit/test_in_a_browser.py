"""A visit from a phone, with a network and without: it is kept locked on the device, sent once, and wiped at sign-out."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings as of_django
from django.test import Client
from django.urls import reverse

from goldthread.record.models import Account, Child, Post, Relationship, Visit, Worker
from goldthread.web.visit.device_keys import withdraw
from tests.journeys.serving_everybody import barriers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.database,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True),
]

HELD = """async () => {
    const open = name => new Promise(found => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => found(asked.result);
    });
    const text = new TextDecoder();
    const held = {};
    for (const { name } of await indexedDB.databases()) {
        const database = await open(name);
        for (const store of database.objectStoreNames) {
            held[store] = await new Promise(found => {
                const asked = database.transaction(store).objectStore(store).getAll();
                asked.onsuccess = () => found(asked.result);
            });
        }
        database.close();
    }
    const read = rows => JSON.stringify((rows || []).map(row => [row.path, text.decode(row.locked || new ArrayBuffer())]));
    const key = (held.key || [])[0];
    return {
        kept: (held.kept || []).length, keys: (held.key || []).length,
        extractable: key ? key.key.extractable : null, readable: read(held.kept) + read(held.shells) + read(held.typed),
    };
}"""


@pytest.fixture
def phone(browser, live_server, settings):
    """A phone, signed in; and the address of a child with a brother."""
    settings.OFFLINE_VISITS = True
    worker = Worker.objects.create(given_name="Dee", family_name="Rook")
    Post.objects.create(worker=worker)
    account = Account.objects.create(
        username="dee", role="director", first_name="Dee", last_name="Rook", worker=worker
    )
    ava = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2016, 6, 3))
    ben = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2018, 6, 3))
    Relationship.objects.create(child=ava, other_child=ben, kind="sibling")
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    session = client.cookies[of_django.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": of_django.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    yield page, live_server.url + reverse("visits:new", args=[ava.public_id])
    context.close()


def tell(page, words):
    page.get_by_role("group", name="Was Ava seen?").get_by_label("Yes").check()
    page.get_by_role("group", name="Seen alone?").first.get_by_label("Yes").check()
    page.get_by_role("group", name="Bedroom seen?").first.get_by_label("Yes").check()
    page.get_by_label("What did Ava say or show?").fill(words)


def test_a_visit_without_a_network_is_kept_locked_sent_once_and_wiped_at_sign_out(phone):
    page, address = phone
    page.goto(address)
    page.wait_for_selector("form[data-away-ready]")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    found = barriers(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.context.set_offline(True)
    page.reload()  # the tab was closed meanwhile
    page.get_by_text("No network. What you write here is kept").wait_for()
    tell(page, "Dad shouts less now.")
    page.get_by_role("button", name="Record the visit").click()
    page.get_by_text("Kept on this device at").wait_for()
    held = page.evaluate(HELD)
    assert (held["kept"], held["keys"], held["extractable"]) == (1, 1, False)
    for words in ("shouts", "Ava", "Finch"):
        assert words not in held["readable"]
    assert not Visit.objects.exists()
    page.context.set_offline(False)
    page.get_by_text("A visit that this device kept: sent.").wait_for()
    assert Visit.objects.get().child_said == "Dad shouts less now."
    page.goto(address)
    page.wait_for_selector("form[data-away-ready]")
    assert page.evaluate(HELD)["kept"] == 0
    tell(page, "Nothing new.")
    with page.expect_navigation():  # with a network it is sent at once
        page.get_by_role("button", name="Record the visit").click()
    page.get_by_text("The visit is recorded.").wait_for()
    assert Visit.objects.count() == 2
    page.goto(address)
    page.wait_for_selector("form[data-away-ready]")
    tell(page, "He said that it is over.")
    Account.objects.update(role="social-worker")  # the child is somebody else's meanwhile
    page.get_by_role("button", name="Record the visit").click()
    page.get_by_text("the child's record is no longer open to you").wait_for()
    page.get_by_text("What was written").click()
    page.get_by_text("child said: He said that it is over.").wait_for()
    with page.expect_navigation():
        page.get_by_role("link", name="Open the record and say why").click()
    assert page.evaluate(HELD)["kept"] == 1
    Account.objects.update(role="director")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.get_by_text("A visit that this device kept: sent.").wait_for()
    assert Visit.objects.count() == 3
    page.goto(address)
    page.wait_for_selector("form[data-away-ready]")
    page.context.set_offline(True)
    tell(page, "Never sent.")
    page.get_by_role("button", name="Record the visit").click()
    page.get_by_text("Kept on this device at").wait_for()
    assert withdraw(Account.objects.get()) == 1  # the device was lost
    page.context.set_offline(False)
    page.get_by_text("What this device kept was wiped").wait_for()
    assert (page.evaluate(HELD)["kept"], page.evaluate(HELD)["keys"]) == (0, 0)
    page.goto(address)
    page.wait_for_selector("form[data-away-ready]")
    assert page.evaluate(HELD)["keys"] == 1
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    held = page.evaluate(HELD)
    assert (held["kept"], held["keys"]) == (0, 0)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    assert Visit.objects.count() == 3
