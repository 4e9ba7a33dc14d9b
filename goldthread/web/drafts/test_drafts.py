"""Nothing typed is lost to a timeout, and a draft is its owner's alone: tried in the form that says something of a duty."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from goldthread.practice.due import rebuild
from goldthread.record.models import (
    Account,
    Child,
    Due,
    DueNote,
    Person,
    Referral,
    Relationship,
    SafetyWarning,
)
from goldthread.web.drafts.models import Draft

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WEB = Path(__file__).resolve().parents[1]
KEEPS_NONE = {
    "errors/404.jinja": "one reason, at an address at which there may be nothing; the page that says what is missing keeps it",
    "danger/identity.jinja": "a draft would tie the old name to the new one",
    "danger/link.jinja": "a draft would tie the old name to the new one",
    "account_desk/add.jinja": "names and choices, no words of any length",
    "account_desk/change.jinja": "names and choices, no words of any length",
}
PASSWORD = "ninepurpleladders"
WORDS = "The family moved on Friday."
AT = "2026-03-02T09:14:00Z"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def maya():
    return Account.objects.create_user("maya", password=PASSWORD, role="director")


@pytest.fixture
def form():
    """The address of the form about a referral that waits for its decision."""
    ben = Child.objects.create(given_name="Ben", family_name="Testcase", born_on=date(2017, 5, 1))
    Referral.objects.create(child=ben, received_on=date(2026, 2, 26))
    rebuild()
    due = Due.objects.filter(child=ben).first()
    return reverse("waiting:say", args=[ben.public_id, due.clock, due.start_row, due.link])


def opened(client, form) -> dict[str, str]:
    """The form as a browser has it: its hidden fields, and words typed into it."""
    page = client.get(form).content.decode()
    hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|draft_token)" value="([^"]+)"', page))
    return {**hidden, "kind": "why-late", "words": WORDS}


def offered(client, form) -> bool:
    return "You typed something here that was not sent" in client.get(form).content.decode()


def signs_in(client, form, name="maya"):
    page = client.get(f"/accounts/sign-in/?next={form}").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    sent = {"csrfmiddlewaretoken": token, "login": name, "password": PASSWORD, "next": form}
    answer = client.post("/accounts/sign-in/", sent)
    assert answer["Location"] == form
    return answer


@pytest.mark.once
def test_what_is_sent_after_the_session_has_ended_is_kept_offered_and_taken_up(maya, form):
    browser = Client(enforce_csrf_checks=True)
    with time_machine.travel(AT) as clock:
        signs_in(browser, form)
        typed = opened(browser, form)
        clock.shift(40 * 60)
        answer = browser.post(form, typed)
        assert answer["Location"].startswith("/accounts/sign-in/?next=")
        assert not DueNote.objects.exists()
        assert WORDS not in Draft.objects.get().sealed
        signs_in(browser, form)
        assert offered(browser, form)
        back = browser.get(f"{form}?draft=back").content.decode()
        assert WORDS in back
        assert 'value="why-late" checked' in back
        assert browser.post(form, opened(browser, form))["Location"] == "/waiting/"
        assert DueNote.objects.get().words == WORDS
        assert not Draft.objects.exists()


@pytest.mark.once
def test_a_day_typed_in_three_boxes_comes_back(client, maya, form):
    client.force_login(maya)
    day = {"on_day": "9", "on_month": "3", "on_year": "2026", "kind": "booked-for", "words": ""}
    client.post(reverse("drafts:keep"), {**opened(client, form), **day})
    page = client.get(f"{form}?draft=back").content.decode()
    assert re.search(r'name="on_day"[^>]*value="9"', page)
    assert 'value="booked-for" checked' in page


@pytest.mark.once
def test_a_form_from_before_another_sign_in_is_kept_too(maya, form):
    browser = Client(enforce_csrf_checks=True)
    signs_in(browser, form)
    typed = opened(browser, form)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.get(form).content.decode())[1]
    browser.post("/accounts/sign-out/", {"csrfmiddlewaretoken": token})
    browser.cookies.clear()
    signs_in(browser, form)  # in another window
    answer = browser.post(form, typed)
    assert answer["Location"] == form
    assert "What you typed was kept" in browser.get(form).content.decode()
    assert offered(browser, form)


def test_it_is_kept_while_typing_also_after_the_session_has_ended(client, maya, form):
    client.force_login(maya)
    typed = opened(client, form)
    assert client.post(reverse("drafts:keep"), typed).status_code == 204
    client.logout()
    assert client.post(reverse("drafts:keep"), {**typed, "words": "More."}).status_code == 204
    client.force_login(maya)
    assert "More." in client.get(f"{form}?draft=back").content.decode()


def test_a_draft_is_its_owners_alone(client, maya, form):
    noor = Account.objects.create_user("noor", password=PASSWORD, role="director")
    client.force_login(maya)
    typed = opened(client, form)
    client.post(reverse("drafts:keep"), typed)
    client.force_login(noor)
    assert not offered(client, form)
    assert WORDS not in client.get(f"{form}?draft=back").content.decode()
    assert client.post(reverse("drafts:keep"), typed).status_code == 403
    client.post(reverse("drafts:forget"), typed)
    assert Draft.objects.get().account == maya
    Draft.objects.update(account=noor)  # even who can write the table does not read another's words
    assert WORDS not in client.get(f"{form}?draft=back").content.decode()


@pytest.mark.once
@pytest.mark.parametrize("token", ["", "forged", "WyIxIiwiL3gvIl0:1tZ:x"])
def test_without_a_token_of_ours_nothing_is_kept(client, maya, form, token):
    client.force_login(maya)
    sent = {**opened(client, form), "draft_token": token}
    assert client.post(reverse("drafts:keep"), sent).status_code == 403
    client.logout()
    client.post(form, sent)
    assert not Draft.objects.exists()


def test_a_draft_is_thrown_away_and_expires(client, maya, form, settings):
    client.force_login(maya)
    typed = opened(client, form)
    client.post(reverse("drafts:keep"), typed)
    assert client.post(reverse("drafts:forget"), typed)["Location"] == form
    assert not Draft.objects.exists()
    client.post(reverse("drafts:keep"), typed)
    Draft.objects.update(kept_at=timezone.now() - timedelta(days=settings.DRAFT_DAYS, minutes=1))
    assert not offered(client, form)


@pytest.mark.once
def test_a_draft_has_an_end_and_keeps_no_password(client, maya, form):
    client.force_login(maya)
    typed = opened(client, form)
    assert client.post(reverse("drafts:keep"), {**typed, "words": "x" * 400_000}).status_code == 403
    secret = {"draft_token": typed["draft_token"], "password": "hunter"}
    assert client.post(reverse("drafts:keep"), secret).status_code == 403


@pytest.mark.once
def test_another_key_opens_nothing(client, maya, form, settings):
    client.force_login(maya)
    client.post(reverse("drafts:keep"), opened(client, form))
    settings.SECRET_KEY = "another" * 8
    client.force_login(maya)
    assert WORDS not in client.get(f"{form}?draft=back").content.decode()


@pytest.mark.once
def test_after_the_key_was_changed_the_earlier_one_still_signs_nobody_out_and_opens_what_was_kept(
    client, maya, form, settings
):
    client.force_login(maya)
    client.post(reverse("drafts:keep"), opened(client, form))
    earlier, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 8
    settings.SECRET_KEY_FALLBACKS = [earlier]
    assert WORDS in client.get(f"{form}?draft=back").content.decode()


def test_every_form_into_which_somebody_writes_keeps_drafts():
    without = set()
    for template in WEB.rglob("*.jinja"):
        for form in re.findall(r"<form method=\"post\".*?</form>", template.read_text("utf-8"), re.DOTALL):
            writes = "form_fields(" in form or "text_area(" in form
            keeps = "data-draft=" in form and "draft_fields(" in form
            if writes and not keeps and "accounts" not in template.parts:
                without.add("/".join(template.parts[-2:]))
    assert without == KEEPS_NONE.keys()


@pytest.mark.once
def test_a_form_whose_questions_depend_on_the_child_keeps_drafts_too_and_forgets_what_was_taken(client, maya):
    ben = Child.objects.create(given_name="Ben", family_name="Testcase", born_on=date(2017, 5, 1))
    father = Person.objects.create(given_name="Piet", family_name="Testcase")
    Relationship.objects.create(child=ben, person=father, kind="father")
    address = reverse("danger:warning", args=[ben.public_id])
    client.force_login(maya)
    typed = {**opened(client, address), "person": father.pk, "what": WORDS, "review_on_day": "9"}
    assert client.post(reverse("drafts:keep"), typed).status_code == 204
    assert offered(client, address)
    page = client.get(f"{address}?draft=back").content.decode()
    assert WORDS in page
    assert f'<option value="{father.pk}" selected' in page
    assert client.post(address, typed).status_code == 422
    assert Draft.objects.exists()
    days = {f"{day}_{part}": "3" for day in ("began_on", "review_on") for part in ("day", "month")}
    rest = {"what_to_do": "Go in pairs, and meet at the office.", "said_by": "The police", **days}
    sent = {**typed, **rest, "began_on_month": "2", "began_on_year": "2026", "review_on_year": "2027"}
    assert client.post(address, sent).status_code == 302
    assert SafetyWarning.objects.get().what == WORDS
    assert not Draft.objects.exists()
