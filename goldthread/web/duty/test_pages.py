"""The duties' pages say what the definitions say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import unescape

import pytest

from goldthread.record.models import Account, Child, Due
from goldthread.rulebook.calendar import epoch_day
from goldthread.rulebook.clocks import DUTIES
from goldthread.rulebook.register import REGISTER
from goldthread.web.duty.examples import Grid, read_examples

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def signed_in(client, settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    client.force_login(Account.objects.create_user("maya", role="director"))


def due(clock: str, due_on: date, **values) -> Due:
    said = {
        "child": Child.objects.create(given_name="Ava"), "clock": clock, "start_table": "care_episodes", "start_row": 1,
        "started_on": due_on, "due_on": due_on, "due_day": epoch_day(due_on), "plan_by": due_on,
        "authority": "regulations", "confirmed": True, "state": "running", "edition": due_on,
    }  # fmt: skip
    return Due.objects.create(**(said | values))


def page_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_pages_need_signing_in(client):
    client.logout()
    assert client.get("/duties/").status_code == client.get("/duties/assessment/").status_code == 302


def test_every_duty_is_listed_with_who_waits_for_it(client):
    due("care_review", date(2026, 2, 2))
    due("care_review", date(2026, 3, 4))
    due("care_review", date(2026, 1, 5), known=False)
    page = page_of(client.get("/duties/"))
    for name, clock in DUTIES.items():
        assert f"/duties/{name}/" in page
        assert clock.what.replace("'", "&#39;") in page
    for entry in REGISTER.values():
        assert entry.row in page
    assert '?duty=care_review&amp;kind=late">1<' in page
    assert '?duty=care_review&amp;kind=soon">1<' in page
    assert "1 not known" in page


def test_the_list_says_by_which_edition_and_where_each_count_is_proved(client):
    page = unescape(page_of(client.get("/duties/")))
    for name, clock in DUTIES.items():
        edition = clock.edition_on(date(2026, 3, 2)) or clock.editions[0]
        assert str(edition.source).removeprefix("Our own standard, ") in page
        assert f'href="/duties/{name}/#examples"' in page
    assert "since Fri 1 Apr 2011; confirmed in its source" in page
    assert "not confirmed in its source" in page


@pytest.mark.once
def test_the_list_asks_the_database_no_more_where_more_is_due(client, django_assert_max_num_queries):
    for name in DUTIES:
        due(name, date(2026, 2, 2))
    with django_assert_max_num_queries(10):
        client.get("/duties/")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("complaint_stage_one", "the record does not hold yet: a complaint"),
        ("carer_review", "it is a duty to carers or adopters"),
        ("adoption_review", "the record does not hold under which regulations a review was held"),
    ],
)
def test_a_duty_for_which_nobody_is_listed_says_why(client, name, words):
    page = page_of(client.get(f"/duties/{name}/"))
    assert words in page
    assert "Nobody is listed as waiting for this" in page


def test_where_sources_disagree_the_page_says_what_counts_here(client):
    page = page_of(client.get("/duties/transfer_in_conference/"))
    assert "Where sources disagree" in page
    assert "Here: from the written notification." in page
    assert "Tees from the day the referral was accepted" in page


@pytest.mark.once
@pytest.mark.parametrize("name", DUTIES)
def test_each_duty_prints_its_definition(client, name):
    clock = DUTIES[name]
    page = client.get(f"/duties/{name}/").content.decode()
    for edition in clock.editions:
        assert str(edition.source) in unescape(page)
    for words in (f"{clock.duty}.", clock.counting, str(clock.starts), str(clock.done), *clock.rows):
        assert words.replace("'", "&#39;") in page


def test_an_edition_to_come_says_what_is_to_be_checked(client, settings):
    assert "Not confirmed in its source" not in page_of(client.get("/duties/core_group/"))
    settings.NOW = datetime(2026, 3, 18, 9, tzinfo=UTC)
    page = page_of(client.get("/duties/core_group/"))
    assert "Not confirmed in its source" in page
    assert "which was not read" in page


def test_there_is_no_other_duty(client):
    assert client.get("/duties/tea-break/").status_code == 404


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("initial_health_assessment/?began_day=2&began_month=3&began_year=2026", "Due Mon 30 Mar 2026"),
        (
            "initial_health_assessment/?began_day=2&began_month=3&began_year=2026"
            "&first_review_day=16&first_review_month=3&first_review_year=2026",
            "Due Mon 16 Mar 2026",
        ),
        ("care_visit/?row=CLA-V2&began_day=2&began_month=3&began_year=2026", "Due Mon 13 Apr 2026"),
        (
            "return_interview/?began_day=2&began_month=3&began_year=2026&began_at=16.45",
            "Due Thu 5 Mar 2026, 16:45",
        ),
        ("return_interview/?began_day=2&began_month=3&began_year=2026", "Due Thu 5 Mar 2026, 00:00"),
    ],
)
def test_when_is_it_due(client, address, answer):
    response = client.get(f"/duties/{address}")
    assert response.status_code == 200
    assert f"<strong>{answer}</strong>" in page_of(response)


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("assessment/?began_day=31&began_month=2&began_year=2026", "must be a real date"),
        ("assessment/?began_day=&began_month=&began_year=", "Enter the day it started"),
        ("assessment/?began_day=1&began_month=1&began_year=1999", "has no rule for"),
        ("assessment/?began_day=1&began_month=1&began_year=9999", "calendar"),
        ("care_visit/?row=XX&began_day=2&began_month=3&began_year=2026", "Choose one of the list"),
        ("return_interview/?began_day=2&began_month=3&began_year=2026&began_at=25:00", "hours and minutes"),
        (
            "return_interview/?began_day=29&began_month=3&began_year=2026&began_at=01:30",
            "the clocks went forward",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(client, address, words):
    response = client.get(f"/duties/{address}")
    page = page_of(response)
    assert response.status_code == 422
    assert words in page
    assert "There is a problem" in page
    assert "<title>Error: " in page


def test_worked_examples_are_read_from_the_pages_of_the_specification():
    page = "# Duty\n\nwords\n\n## It skips holidays\n\nOver *Easter*.\nTwo lines.\n\n"
    page += "| child | due |\n| --- | --- |\n| Ava | Mon |\n"
    [example] = read_examples(page)
    assert example.title == "It skips holidays"
    assert example.parts == ["Over Easter. Two lines.", Grid(["child", "due"], [["Ava", "Mon"]])]
