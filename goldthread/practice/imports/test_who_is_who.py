"""Imports find the child or the worker whom a file speaks of; a doubt is listed and never merged."""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.exchange.reading import Row
from goldthread.record.models import (
    Child,
    Identifier,
    SuggestedMatch,
    Worker,
)

from .test_books import Book, ava, brought_in

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_numbers_of_one_authority_meet_whether_a_file_names_it_or_not():
    brought_in(ava(), authority="900")
    brought_in(ava(), kind="ssda903", authority="")
    brought_in(ava(), kind="annex-a", authority="900")
    assert Child.objects.count() == 1
    assert {one.authority for one in Identifier.objects.filter(scheme="la_child_id")} == {"900", ""}


def test_one_number_in_two_authorities_is_two_children():
    brought_in(Book("7"), authority="900")
    brought_in(Book("7", born_on=date(2014, 1, 1)), authority="901")
    assert Child.objects.count() == 2


def test_a_pupil_number_matches_and_the_report_says_so():
    brought_in(Book("A1", "A123456789012"), authority="900")
    report = brought_in(Book("Z9", "A123456789012"), authority="901")
    assert Child.objects.count() == 1
    assert "same pupil number" in report.as_json()["matched"][0]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (Book("Z9", "A123456789012", born_on=date(2015, 5, 2)), "born on 02/05/2015 and not 01/05/2015"),
        (Book("Z9", "A123456789012", sex="M"), "sex M and not F"),
    ],
)
def test_a_pupil_number_with_another_birth_date_or_sex_is_listed_and_not_merged(second, why):
    brought_in(Book("A1", "A123456789012"), authority="900")
    report = brought_in(second, authority="901")
    assert Child.objects.count() == 2
    assert why in SuggestedMatch.objects.get().why
    assert why in report.as_json()["suggested_matches"][0]["because"]
    brought_in(second, authority="901")
    assert (Child.objects.count(), SuggestedMatch.objects.count()) == (2, 1)


def test_two_numbers_of_one_authority_with_one_pupil_number_are_listed_and_not_merged():
    report = brought_in(Book("A1", "A123456789012"), Book("A2", "A123456789012"))
    assert Child.objects.count() == 2
    assert len(report.as_json()["suggested_matches"]) == 1


@pytest.mark.parametrize("authority", ["900", ""])
def test_two_systems_of_one_authority_may_number_a_child_differently(authority):
    brought_in(Book("A1", "A123456789012"), authority="900")
    for _ in range(2):
        report = brought_in(Book("77", "A123456789012"), kind="ssda903", authority=authority)
        assert (Child.objects.count(), report.as_json()["suggested_matches"]) == (1, [])


@pytest.mark.parametrize("numbers", [("77", "78"), ("A1", "78"), ("78", "A1")])
def test_two_numbers_of_one_system_are_never_one_child_of_another(numbers):
    brought_in(Book("A1", "A123456789012"), authority="900")
    report = brought_in(*(Book(number, "A123456789012") for number in numbers), kind="ssda903")
    assert Child.objects.count() == 2
    assert len(report.as_json()["suggested_matches"]) == 1


def test_the_same_name_and_birth_date_is_listed_and_not_merged():
    brought_in(Book("A1", given_name="Ava", family_name="Made-Up"), authority="900")
    brought_in(Book("Z9", given_name="Ava", family_name="Made-Up"), authority="901")
    assert Child.objects.count() == 2
    assert SuggestedMatch.objects.get().why == "Same name and birth date."


def test_empty_columns_are_filled_and_a_disagreement_is_told_and_left():
    brought_in(Book("A1", ethnicity=None))
    report = brought_in(Book("A1", ethnicity="WBRI", born_on=date(2015, 5, 9)), kind="ssda903")
    child = Child.objects.get()
    assert (child.ethnicity, child.born_on) == ("WBRI", date(2015, 5, 1))
    assert "born on is 2015-05-09 here and 2015-05-01" in report.as_json()["warnings"][0]
    brought_in(Book("A1", born_on=date(2015, 5, 2)))
    child.refresh_from_db()
    assert (child.ethnicity, child.born_on) == ("WBRI", date(2015, 5, 2))
    assert child.history.count() == 3


def test_a_worker_is_found_by_registration_or_by_name(dump, differences):
    def held(registration: str, name: str) -> Book:
        book = Book("A1")
        worker = Row("workers", {"registration": registration, "family_name": name})
        team = Row("teams", {"name": "Long Term  One", "kind": "long-term"})
        book.says("Held", "allocations", {"worker": worker, "team": team}, role="social-worker")
        return book

    brought_in(held("SW1", "Sam Made-Up"))
    before = dump()
    brought_in(held("SW1", "Sam Made-Up"))
    assert differences(before) == {}
    brought_in(held("", "sam  made-up"))
    assert Worker.objects.count() == 1
