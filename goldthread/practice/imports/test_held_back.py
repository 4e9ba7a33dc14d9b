"""What the record would refuse is held back with its child, and everything else comes in."""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.record.models import (
    CareEpisode,
    Child,
    Conference,
    Rejected,
)

from .test_books import Book, ava, brought_in, counts

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_a_fact_that_breaks_a_rule_of_the_record_is_held_back_with_its_child():
    book = ava()
    book.says("Care", "care_episodes", began_on=date(2025, 9, 1), ended_on=date(2025, 8, 1))
    report = brought_in(book)
    assert counts(report) == {"read": 6, "new": 5, "rejected": 1}
    held = Rejected.objects.get()
    assert (held.child, held.column, held.table) == (Child.objects.get(), "ended_on", "Care")
    assert held.verbatim == {"began_on": "2025-09-01", "ended_on": "2025-08-01"}
    assert counts(brought_in(book)) == {"read": 6, "unchanged": 5, "rejected": 1}
    assert Rejected.objects.count() == 1
    right = ava()
    right.says("Care", "care_episodes", began_on=date(2025, 9, 1), ended_on=date(2025, 10, 1))
    assert counts(brought_in(right)) == {"read": 6, "new": 1, "unchanged": 5}
    assert Rejected.objects.get().resolved_at is not None


def test_what_hangs_on_a_row_that_was_held_back_is_written_without_it_where_it_may():
    book = Book("A1")
    plan = book.says(
        "Plan", "plans", kind="child-protection", began_on=date(2025, 9, 1), ended_on=date(2025, 8, 1)
    )
    book._row("conferences", plan.records[0], {"plan": plan}, kind="review", held_on=date(2025, 9, 30))
    report = brought_in(book)
    assert Conference.objects.get().plan is None
    assert [said["whole_record"] for said in report.as_json()["rejections"]] == [False]
    assert counts(report) == {"read": 2, "new": 2}


def test_a_second_open_period_of_care_is_held_back_and_the_same_one_is_written_once():
    first = Book("A1")
    first.says("Care", "care_episodes", began_on=date(2025, 9, 1))
    brought_in(first, kind="ssda903")
    report = brought_in(first, kind="annex-a")
    assert CareEpisode.objects.count() == 1
    assert (
        "1 care episodes are the same as in Children looked after return" in report.as_json()["warnings"][0]
    )

    def other() -> Book:
        book = Book("A1")
        book.says("Care", "care_episodes", began_on=date(2025, 10, 1))
        return book

    report = brought_in(other(), kind="annex-a")
    assert CareEpisode.objects.count() == 1
    assert counts(report, "rejected") == {"rejected": 1}
    corrected = brought_in(other(), kind="ssda903")
    assert counts(corrected) == {"read": 2, "changed": 1, "unchanged": 1}
    assert CareEpisode.objects.get().began_on == date(2025, 10, 1)


def test_one_period_of_care_may_end_and_another_begin_in_the_same_file():
    first, second = Book("A1"), Book("A1")
    first.says("Care", "care_episodes", began_on=date(2025, 9, 1))
    brought_in(first)
    second.says("Care", "care_episodes", began_on=date(2025, 11, 1))
    second.says("Care", "care_episodes", began_on=date(2025, 9, 1), ended_on=date(2025, 10, 1))
    brought_in(second)
    assert list(CareEpisode.unwithdrawn.order_by("began_on").values_list("ended_on", flat=True)) == [
        date(2025, 10, 1),
        None,
    ]
