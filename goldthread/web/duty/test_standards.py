"""Both dates are shown wherever a due date is; the page of standards sets, ends and remembers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from django.core import signing
from django.urls import reverse

from goldthread.practice.due import rebuild
from goldthread.record.models import Account, CareEpisode, Child, LocalRule, Review
from goldthread.web.waiting.feed import SALT

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BOTH = "Due Mon 23 Mar by our standard, Mon 30 Mar by the regulations"


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 24, 9, 14, tzinfo=UTC)


@pytest.fixture
def director(client):
    account = Account.objects.create_user("maya", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    LocalRule.objects.create(
        kind="standard", about="CLA-R1", says="15 working days", began_on=date(2026, 1, 1),
        decided_by="Maya, director", why="Children wait too long.",
    )  # fmt: skip
    child = Child.objects.create(given_name="Ava", family_name="Mitchell")
    CareEpisode.objects.create(child=child, began_on=date(2026, 3, 2))
    rebuild()
    return child


def page_of(response, status: int = 200) -> str:
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def test_both_dates_are_on_the_list_its_sheet_its_file_its_calendar_and_the_childs_page(
    client, director, ava
):
    for address in (
        reverse("waiting:list"),
        reverse("waiting:sheet"),
        reverse("child:page", args=[ava.public_id]),
    ):
        page = page_of(client.get(address + "?duty=care_review"))
        assert BOTH in page
        assert "Past our standard" in page
    file = b"".join(client.get(reverse("waiting:csv") + "?duty=care_review")).decode()
    assert "2026-03-30,2026-03-23," in file
    token = signing.dumps({"account": director.pk, "query": "duty=care_review"}, salt=SALT, compress=True)
    feed = icalendar.Calendar.from_ical(client.get(reverse("waiting:feed", args=[token])).content)
    assert [BOTH in str(event["description"]) for event in feed.walk("VEVENT")] == [True]


def test_past_our_standard_is_told_apart_and_late_by_no_headline(client, director, ava):
    page = page_of(client.get(reverse("waiting:list")))
    assert "past our own standard, and not yet late by the rule" in page
    listed = page_of(client.get(reverse("waiting:list") + "?kind=past-ours"))
    assert BOTH in listed
    assert BOTH not in page_of(client.get(reverse("waiting:list") + "?kind=late"))


@pytest.mark.once
def test_what_met_the_rule_and_not_our_standard_says_so(client, director, ava):
    Review.objects.create(child=ava, held_on=date(2026, 3, 24))
    rebuild()
    page = page_of(client.get(reverse("child:page", args=[ava.public_id])))
    assert "Met: due Mon 30 Mar (Mon 23 Mar by our standard), done Tue 24 Mar; late by our standard" in page


@pytest.mark.once
def test_the_duty_says_both_and_who_set_ours(client, director, ava):
    address = (
        reverse("duty:page", args=["care_review"]) + "?row=CLA-R1&began_day=2&began_month=3&began_year=2026"
    )
    page = page_of(client.get(address))
    assert "Due Mon 23 Mar 2026 by our standard, Mon 30 Mar 2026 by the regulations" in page
    assert "Set by Maya, director: Children wait too long." in page
    assert "our standard, CLA-R1: 15 working days" in page_of(client.get(reverse("duty:list")))


SET = {
    "row": "CP-02", "standard": "10 working days", "since_day": "1", "since_month": "3", "since_year": "2026",
    "why": "Conferences were late all year.",
}  # fmt: skip


def test_a_standard_is_set_and_ended_on_the_page_and_stays_in_the_history(client, director):
    page = page_of(client.post(reverse("duty:set_standard"), SET, follow=True))
    assert "Conferences were late all year." in page
    rule = LocalRule.objects.get()
    assert (rule.about, rule.says, rule.by) == ("CP-02", "10 working days", director)
    ended = {
        "ended_on_day": "20",
        "ended_on_month": "3",
        "ended_on_year": "2026",
        "why": "It asked too much of the police.",
    }
    page = page_of(client.post(reverse("duty:end_standard", args=[rule.pk]), ended, follow=True))
    assert "What held before" in page
    assert "Ended: It asked too much of the police." in page


def test_a_looser_one_is_refused_with_the_reason(client, director):
    page = page_of(client.post(reverse("duty:set_standard"), SET | {"standard": "16 working days"}), 422)
    assert "There is a problem" in page
    assert "may only be stricter than the 15 working days of Working Together" in page
    assert not LocalRule.objects.exists()


def test_a_setting_is_chosen_and_the_duty_says_so(client, director):
    said = {key: value for key, value in SET.items() if key not in ("row", "standard")} | {"value": "held"}
    address = reverse("duty:set_choice", args=["return_interview_done"])
    assert "conducted" in page_of(client.get(address))
    page_of(client.post(address, said, follow=True))
    page = page_of(client.get(reverse("duty:page", args=["return_interview"])))
    assert "Here: only the interview itself meets it." in page
    assert "return interviews: held at" in page
    assert client.get(reverse("duty:set_choice", args=["conference_start"])).status_code == 404


def test_everybody_reads_it_and_others_set_nothing(client):
    client.force_login(Account.objects.create_user("ann", role="performance-analyst"))
    page = page_of(client.get(reverse("duty:standards")))
    assert "From which strategy discussion" in page
    assert "Set a standard" not in page
    for address in (reverse("duty:set_standard"), reverse("duty:set_choice", args=["return_interview_done"])):
        assert client.get(address).status_code == client.post(address, SET).status_code == 404
    assert not LocalRule.objects.exists()
