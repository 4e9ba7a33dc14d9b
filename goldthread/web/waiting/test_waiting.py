"""Who is waiting, asked as a browser asks: the order, the counts, the filters, the files, what is said, and how many queries."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from model_bakery import baker

from goldthread.practice.due import rebuild
from goldthread.practice.standing import standing_of
from goldthread.practice.waiting import WaitingFilters, tiles, waiting_rows
from goldthread.record.models import (
    Account,
    Allocation,
    CareEpisode,
    Child,
    Coverage,
    Due,
    DueNote,
    Entitlement,
    MissingEpisode,
    Plan,
    ReadLog,
    Referral,
    Relationship,
    Source,
    Team,
    Worker,
)
from goldthread.web.waiting.views import harmless

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = NOW


@pytest.fixture
def manager(client):
    account = Account.objects.create_user("rshah", password="not for signing in", role="director")
    client.force_login(account)
    return account


@pytest.fixture
def team():
    return Team.objects.create(name="Long-term 2", kind="long-term")


def everybody():
    return standing_of(Account.objects.get_or_create(username="everybody", role="director")[0])


def a_child(name, family="Testcase", **values):
    return Child.objects.create(given_name=name, family_name=family, born_on=date(2017, 5, 1), **values)


@pytest.fixture
def authority(team):
    """Ava waits longest (visit), Ben's referral is a day over, Cal is to come, Dee was missing, Eve was imported."""
    worker = Worker.objects.create(given_name="Jo", family_name="Osei", registration="SW1")
    ava = a_child("Ava")
    Plan.objects.create(child=ava, kind="child-protection", began_on=date(2026, 2, 2))
    Allocation.objects.create(
        child=ava, worker=worker, team=team, began_on=date(2026, 2, 2), role="social-worker"
    )
    ben = a_child("Ben", disabled="yes")
    Referral.objects.create(child=ben, received_on=date(2026, 2, 26))
    cal = a_child("Cal")
    CareEpisode.objects.create(child=cal, began_on=date(2026, 2, 20))
    dee = a_child("Dee")
    MissingEpisode.objects.create(
        child=dee,
        kind="M",
        began_on=date(2026, 2, 25),
        ended_on=date(2026, 2, 27),
        ended_at=datetime(2026, 2, 27, 1, tzinfo=UTC),
    )
    source = baker.make(Source, kind="ssda903", authority="", name="SSDA903")
    eve = a_child("Eve", source=source)
    CareEpisode.objects.create(child=eve, began_on=date(2024, 1, 8), source=source)
    Coverage.objects.create(
        source=source, fact="reviews.held_on", as_at=datetime(2024, 3, 31, 22, 59, tzinfo=UTC)
    )
    rebuild()
    return {"Ava": ava, "Ben": ben, "Cal": cal, "Dee": dee, "Eve": eve, "worker": worker}


def order_of(rows):
    return [(row.child.given_name, row.clock.name) for row in rows]


def test_the_worst_comes_first_and_what_is_to_come_last(authority):
    rows = waiting_rows(WaitingFilters(), by=everybody())
    names = order_of(rows)
    assert names[0] == ("Eve", "care_review")
    assert names.index(("Ava", "protection_visit")) < names.index(("Ben", "referral_decision"))
    over = {name: row.over for name, row in zip(names, rows, strict=True)}
    assert over["Ava", "protection_visit"] == 10
    assert over["Ben", "referral_decision"] == 1
    assert over["Cal", "care_review"] < 0
    dee = next(row for row in rows if row.child.given_name == "Dee")
    assert (dee.over, dee.over_unit, dee.late) == (8, "hour", True)


def test_what_was_imported_is_judged_at_its_sources_day_and_never_late_on_what_it_cannot_hold(authority):
    eve = {
        row.clock.name: row
        for row in waiting_rows(WaitingFilters(), by=everybody())
        if row.child.given_name == "Eve"
    }
    assert set(eve) == {"care_review"}
    assert (
        eve["care_review"].over == 38
    )  # working days from Mon 5 Feb to Sun 31 Mar 2024, Good Friday left out
    apart = order_of(waiting_rows(WaitingFilters(kind="not-known"), by=everybody()))
    assert ("Eve", "initial_health_assessment") in apart


def test_the_tiles_count_what_they_open(authority):
    counts = tiles(WaitingFilters(), by=everybody())
    for kind in ("regulations", "guidance", "own", "soon"):
        assert getattr(counts, kind) == len(waiting_rows(WaitingFilters(kind=kind), by=everybody())), kind
    assert counts.unallocated == len(
        {row.child.pk for row in waiting_rows(WaitingFilters(kind="unallocated"), by=everybody())}
    )
    assert counts.not_known == len(waiting_rows(WaitingFilters(kind="not-known"), by=everybody())) > 0
    assert counts.own == 1


def test_a_number_that_was_not_confirmed_is_in_no_headline(settings, authority):
    settings.NOW = datetime(2026, 4, 20, 9, tzinfo=UTC)
    referral = Referral.objects.create(child=authority["Cal"], received_on=date(2026, 4, 1))
    rebuild()
    line = Due.objects.get(clock="referral_decision", start_row=referral.pk)
    assert not line.confirmed
    assert ("Cal", "referral_decision") not in order_of(waiting_rows(WaitingFilters(), by=everybody()))
    assert ("Cal", "referral_decision") in order_of(
        waiting_rows(WaitingFilters(kind="unconfirmed"), by=everybody())
    )
    assert (
        tiles(WaitingFilters(duty="referral_decision"), by=everybody()).guidance == 1
    )  # Ben's, of 2023's edition
    assert tiles(WaitingFilters(duty="referral_decision"), by=everybody()).unconfirmed == 1


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (lambda told: {"team": told["team"].pk}, {"Ava"}),
        (lambda told: {"worker": told["worker"].pk}, {"Ava"}),
        (lambda told: {"duty": "referral_decision"}, {"Ben"}),
        (lambda told: {"status": "child-protection"}, {"Ava"}),
        (lambda told: {"status": "in-care"}, {"Cal", "Eve"}),
        (lambda told: {"disabled": True}, {"Ben"}),
        (lambda told: {"family": told["Ava"].public_id}, {"Ava", "Ben"}),
        (lambda told: {"kind": "late"}, {"Ava", "Ben", "Dee", "Eve"}),
    ],
)
def test_filters_leave_those_they_name(authority, team, filters, names):
    Relationship.objects.create(child=authority["Ava"], other_child=authority["Ben"], kind="sibling")
    found = waiting_rows(WaitingFilters(**filters(authority | {"team": team})), by=everybody())
    assert {row.child.given_name for row in found} == names


def test_the_page_shows_the_rows_and_logs_whom_it_showed(client, manager, authority):
    response = client.get(reverse("waiting:list"))
    page = response.content.decode()
    assert "Ava Testcase" in page
    assert "10 working days over" in page
    assert "8 hours over" in page
    assert "as at Sun 31 Mar 2024" in page
    assert "our own standard: 10 working days" in page
    assert "not known from the source" in page
    logged = ReadLog.objects.get(what="list")
    assert set(logged.shown) >= {authority[name].pk for name in ("Ava", "Ben", "Cal", "Dee", "Eve")}


def test_an_old_or_mangled_address_still_opens(client, manager, authority):
    assert (
        client.get(
            reverse("waiting:list") + "?team=x&worker=99999999999999999999&kind=zzz&family=nobody&page=900"
        ).status_code
        == 200
    )


def test_the_number_of_queries_does_not_grow_with_the_list(client, manager, authority):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("waiting:list")).status_code == 200
        return len(queries)

    asked()
    few = asked()
    for number in range(40):
        child = a_child(f"Child{number}")
        Plan.objects.create(
            child=child, kind="child-protection", began_on=date(2026, 1, 1) + timedelta(days=number)
        )
        Entitlement.objects.create(child=child, category="former-relevant", began_on=date(2025, 5, 1))
    rebuild()
    assert asked() == few


def test_the_file_holds_the_rows_and_no_formula(client, manager, authority):
    Child.objects.filter(pk=authority["Ava"].pk).update(given_name="=HYPERLINK(1)")
    text = b"".join(client.get(reverse("waiting:csv"))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(waiting_rows(WaitingFilters(), by=everybody()))
    assert [row["Child"] for row in rows if row["Row of the timescales"] == "CP-10"] == [
        "'=HYPERLINK(1) Testcase"
    ]
    assert {row["Source"] for row in rows} == {"recorded here", "SSDA903"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_no_cell_runs_as_a_formula(cell):
    assert harmless(cell) == f"'{cell}"
    assert harmless(-1) == -1


def test_the_sheet_and_the_calendar_hold_the_same_rows(client, manager, authority):
    sheet = client.get(reverse("waiting:sheet") + "?duty=protection_visit").content.decode()
    assert "Ava Testcase" in sheet
    assert "Ben Testcase" not in sheet
    address = client.get(reverse("waiting:calendar") + "?duty=protection_visit").content.decode()
    start = address.index("/waiting/calendar/", address.index('id="address"'))
    link = address[start : address.index('"', start)]
    client.logout()
    made = client.get(link)
    assert made["Content-Type"].startswith("text/calendar")
    events = icalendar.Calendar.from_ical(made.content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Child protection visit: AT (late)"]
    assert b"Testcase" not in made.content


def test_a_calendar_ends_with_its_account_and_cannot_be_guessed(client, manager, authority):
    from django.core import signing

    token = signing.dumps({"account": manager.pk, "query": ""}, salt="waiting calendar", compress=True)
    assert client.get(reverse("waiting:feed", args=[token])).status_code == 200
    assert client.get(reverse("waiting:feed", args=[token[:-2] + "zz"])).status_code == 404
    Account.objects.filter(pk=manager.pk).update(is_active=False)
    client.logout()
    assert client.get(reverse("waiting:feed", args=[token])).status_code == 404


def say(client, due, **fields):
    address = reverse("waiting:say", args=[due.child.public_id, due.clock, due.start_row, due.link])
    return client.post(address, fields)


def on(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def test_a_booking_is_said_on_the_row_and_stops_nothing(client, manager, authority):
    due = Due.objects.get(clock="protection_visit", child=authority["Ava"])
    assert (
        say(
            client, due, kind="booked-for", words="With the health visitor", **on("on", date(2026, 3, 4))
        ).status_code
        == 302
    )
    page = client.get(reverse("waiting:list")).content.decode()
    assert "Booked for Wed 4 Mar: With the health visitor" in page
    assert Due.objects.get(pk=due.pk).due_on == due.due_on
    assert ("Ava", "protection_visit") in order_of(waiting_rows(WaitingFilters(kind="late"), by=everybody()))


def test_a_second_booking_takes_the_place_of_the_first_and_can_be_taken_back(client, manager, authority):
    due = Due.objects.get(clock="protection_visit", child=authority["Ava"])
    say(client, due, kind="booked-for", words="", **on("on", date(2026, 3, 4)))
    say(client, due, kind="booked-for", words="", **on("on", date(2026, 3, 5)))
    standing = DueNote.objects.get(ended_at=None)
    assert standing.on == date(2026, 3, 5)
    client.post(reverse("waiting:end_note", args=[standing.pk]))
    assert not DueNote.objects.filter(ended_at=None).exists()
    assert DueNote.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "why-late", "words": "  "}, "Say in words why it is late."),
        ({"kind": "booked-for", "words": ""}, "Give the day."),
        (
            {"kind": "booked-for", "words": ""} | on("on", date(2026, 3, 1)),
            "A booking is for today or later.",
        ),
        (
            {"kind": "done-not-written-up", "words": ""} | on("on", date(2026, 3, 3)),
            "It cannot have been done on a day to come.",
        ),
        ({"words": "x"}, "Choose what you want to say."),
        ({"kind": "booked-for", "on_day": "31", "on_month": "2", "on_year": "2026"}, "real date"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(client, manager, authority, fields, words):
    due = Due.objects.get(clock="protection_visit", child=authority["Ava"])
    response = say(client, due, **fields)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not DueNote.objects.exists()


def test_nobody_signed_out_sees_anything(client, authority):
    for name in ("list", "csv", "sheet", "calendar"):
        assert client.get(reverse(f"waiting:{name}")).status_code == 302
