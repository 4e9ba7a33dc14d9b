"""The words of letters: set on the page, dated, with who and why; what was sent keeps its own."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.letters import offered
from goldthread.record.models import Account, AuditLine, Child

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OURS = "Dear family of {child},\n\nour work ended on {day}.\n\n{worker}"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


def test_words_set_on_the_page_begin_every_later_letter_and_change_none_that_was_sent(client):
    director = Account.objects.create_user("rshah", role="director")
    ava = Child.objects.create(given_name="Ava", family_name="Finch")
    sent = do.send_letter(
        child=ava,
        by=director,
        kind="closing",
        to_name="Rob",
        how="post",
        words="It has ended now.",
        sent_on=date(2026, 3, 2),
    )
    client.force_login(director)
    address = reverse("letter_words:set", args=["closing"])
    assert "Our work with {child} ended on {day}." in client.get(address).content.decode()
    day = {"since_day": "2", "since_month": "3", "since_year": "2026"}
    wrong = client.post(address, {"words": "Dear {child.delete}", "why": "Our own tone of voice.", **day})
    assert wrong.status_code == 422
    assert "Found {child.delete}" in wrong.content.decode()
    page = client.post(
        address, {"words": OURS, "why": "Our own tone of voice.", **day}, follow=True
    ).content.decode()
    assert "Our own tone of voice." in page
    assert offered(ava, "closing") == "Dear family of Ava Finch,\n\nour work ended on ....\n\n..."
    sent.refresh_from_db()
    assert sent.words == "It has ended now."
    assert AuditLine.objects.filter(action="set_letter_words", by=director).count() == 1
    client.force_login(Account.objects.create_user("ana", role="performance-analyst"))
    assert "Dear family of {child}" in client.get(reverse("letter_words:list")).content.decode()
    assert client.get(address).status_code == 404
