"""What a person says of a row: booked for, why late, done and not written up; and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from goldthread.practice.standing import standing_of
from goldthread.practice.waiting import WaitingFilters, waiting_rows
from goldthread.record.models import Account, Due, DueNote

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def everybody():
    return standing_of(Account.objects.get_or_create(username="everybody", role="director")[0])


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
    late = [
        (row.child.given_name, row.clock.name)
        for row in waiting_rows(WaitingFilters(kind="late"), by=everybody())
    ]
    assert ("Ava", "protection_visit") in late


def test_a_second_booking_takes_the_place_of_the_first_and_can_be_taken_back(client, manager, authority):
    due = Due.objects.get(clock="protection_visit", child=authority["Ava"])
    say(client, due, kind="booked-for", words="", **on("on", date(2026, 3, 4)))
    say(client, due, kind="booked-for", words="", **on("on", date(2026, 3, 5)))
    standing = DueNote.objects.get(ended_at=None)
    assert standing.on == date(2026, 3, 5)
    client.post(reverse("waiting:end_note", args=[standing.pk]))
    assert not DueNote.objects.filter(ended_at=None).exists()
    assert DueNote.objects.count() == 2


@pytest.mark.once
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


def test_after_saying_something_the_list_keeps_its_filters(client, manager, authority):
    due = Due.objects.get(clock="protection_visit", child=authority["Ava"])
    listed = client.get(reverse("waiting:list") + "?duty=protection_visit").content.decode()
    address = reverse("waiting:say", args=[due.child.public_id, due.clock, due.start_row, due.link])
    assert f"{address}?duty=protection_visit" in listed
    said = client.post(
        f"{address}?duty=protection_visit", {"kind": "why-late", "words": "The car broke down."}
    )
    assert said["Location"] == reverse("waiting:list") + "?duty=protection_visit"
