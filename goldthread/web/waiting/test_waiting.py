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
    Child,
    Coverage,
    Due,
    Entitlement,
    Plan,
    ReadLog,
    Referral,
    Relationship,
    Source,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def everybody():
    return standing_of(Account.objects.get_or_create(username="everybody", role="director")[0])


def a_child(name, **values):
    return Child.objects.create(given_name=name, family_name="Testcase", born_on=date(2017, 5, 1), **values)


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


@pytest.mark.once
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


@pytest.mark.once
def test_an_old_or_mangled_address_still_opens(client, manager, authority):
    assert (
        client.get(
            reverse("waiting:list") + "?team=x&worker=99999999999999999999&kind=zzz&family=nobody&page=900"
        ).status_code
        == 200
    )


@pytest.mark.once
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


@pytest.mark.once
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


@pytest.mark.once
def test_nobody_signed_out_sees_anything(client, authority):
    for name in ("list", "csv", "sheet", "calendar"):
        assert client.get(reverse(f"waiting:{name}")).status_code == 302


@pytest.mark.once
def test_an_empty_list_says_why(client, manager):
    assert "Nobody is waiting." in client.get(reverse("waiting:list")).content.decode()
    source = baker.make(Source, kind="cin-census", authority="201", name="Census")
    child = a_child("Fay", source=source)
    Referral.objects.create(child=child, received_on=date(2025, 1, 6), source=source)
    Coverage.objects.create(
        source=source, fact="assessments.authorised_on", as_at=datetime(2025, 3, 31, 22, 59, tzinfo=UTC)
    )
    rebuild()
    page = client.get(reverse("waiting:list")).content.decode()
    assert "Nothing is due that can be counted." in page
    assert (
        "Nothing matches these filters."
        in client.get(reverse("waiting:list") + "?kind=late").content.decode()
    )
