"""Imports of made-up books: what is new, changed or gone, and that nothing is written twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from goldthread.exchange.reading import Covers
from goldthread.record.models import (
    Assessment,
    Child,
    Conference,
    Coverage,
    Identifier,
    Import,
    Referral,
    Relationship,
    SourceRecord,
    Visit,
)
from goldthread.vocabulary import TABLES, Fault

from .bringing_in import import_readings
from .test_books import FACTS, Book, ava, brought_in, counts, reading

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_a_new_child_is_written_with_its_rows_source_and_first_history():
    report = brought_in(ava())
    assert counts(report) == {"read": 5, "new": 5}
    child = Child.objects.get()
    assert child.source.kind == "cin-census"
    assert Conference.objects.get().plan.referral == Referral.objects.get()
    assert child.history.count() == Referral.history.count() == 1
    assert Coverage.objects.count() == len(FACTS)
    assert Import.objects.get().report["tables"]["Visit"]["new"] == 1
    assert report.as_json()["tables"]["Care"] == dict.fromkeys(
        ["read", "new", "changed", "unchanged", "rejected", "withdrawn"], 0
    )


def test_the_same_again_and_shuffled_writes_no_row_and_no_history(dump, differences):
    brought_in(ava(), Book("B2"))
    before = dump()
    shuffled = ava()
    shuffled.bundle.records.reverse()
    shuffled.bundle.rows.sort(key=lambda row: row.table != "conferences")
    report = brought_in(Book("B2"), shuffled)
    assert differences(before) == {}
    assert counts(report) == {"read": 6, "unchanged": 6}


@pytest.mark.parametrize(
    ("table", "kind", "change"),
    [
        ("visits", "Visit", {"held_on": date(2025, 8, 5)}),
        ("referrals", "Referral", {"closed_on": date(2025, 12, 1)}),
        ("plans", "Plan", {"initial_category": "EMO"}),
    ],
)
def test_one_changed_fact_changes_one_row_and_keeps_what_it_said(table, kind, change, dump, differences):
    brought_in(ava())
    before = dump()
    book = ava()
    row = next(row for row in book.bundle.rows if row.table == table)
    old = {name: row.values.get(name) for name in change}
    row.values |= change
    row.records[0].content |= {name: str(value) for name, value in change.items()}
    report = brought_in(book)
    name = TABLES[table].__name__
    assert differences(before) == {f"record.{name}": 2, f"record.Historical{name}": 1}
    assert counts(report) == {"read": 5, "changed": 1, "unchanged": 4}
    assert report.as_json()["tables"][kind]["changed"] == 1
    model = apps.get_model("record", name)
    newest, first = model.history.all()
    assert {name: getattr(first, name) for name in change} == old
    assert {name: getattr(newest, name) for name in change} == change
    assert first.recorded_at == newest.recorded_at


def test_what_is_absent_inside_the_period_is_withdrawn_and_comes_back():
    brought_in(ava())
    book = ava()
    book.bundle.rows = [row for row in book.bundle.rows if row.table != "visits"]
    book.bundle.records = [record for record in book.bundle.records if record.table != "Visit"]
    report = brought_in(book)
    assert counts(report) == {"read": 4, "unchanged": 4, "withdrawn": 1}
    visit = Visit.objects.get()
    assert visit.withdrawn_because == "absent from Children in need census, authority 900 as at 31/03/2026"
    report = brought_in(ava())
    assert counts(report) == {"read": 5, "new": 1, "unchanged": 4}
    assert Visit.unwithdrawn.get() == visit
    assert [row.withdrawn_at is None for row in visit.history.all()] == [True, False, True]


def test_a_child_who_is_gone_altogether_loses_what_the_file_should_hold():
    brought_in(ava(), Book("B2"))
    report = brought_in(Book("B2"))
    assert Referral.unwithdrawn.count() == Visit.unwithdrawn.count() == 0
    assert Identifier.unwithdrawn.filter(child__identifiers__value="A1").exists()
    assert counts(report, "withdrawn") == {
        "withdrawn": 3
    }  # what has no day may rightly be told in other years only


def test_what_lies_outside_the_period_is_left_alone():
    last_year = ava()
    last_year.bundle.rows = [row for row in last_year.bundle.rows if row.table in ("visits", "identifiers")]
    last_year.bundle.records = [one for one in last_year.bundle.records if one.table in ("Visit", "Child")]
    brought_in(last_year)
    this_year = Book("A1", "A123456789012")
    this_year.says("Visit", "visits", held_on=date(2026, 8, 4), purpose="child-protection", seen="yes")
    report = brought_in(this_year, as_at=date(2027, 3, 31))
    assert sorted(Visit.unwithdrawn.values_list("held_on", flat=True)) == [date(2025, 8, 4), date(2026, 8, 4)]
    assert counts(report) == {"read": 2, "new": 1, "unchanged": 1}


def test_where_only_the_latest_is_told_an_earlier_one_stays():
    covers = (Covers("visits.held_on", latest_only=True),)
    brought_in(ava(), covers=covers)
    book = ava()
    visit = next(row for row in book.bundle.rows if row.table == "visits")
    visit.values["held_on"] = date(2025, 10, 1)
    visit.records[0].content["held_on"] = "2025-10-01"
    brought_in(book, covers=covers)
    assert sorted(Visit.unwithdrawn.values_list("held_on", flat=True)) == [
        date(2025, 8, 4),
        date(2025, 10, 1),
    ]


def test_what_a_person_withdrew_stays_withdrawn(django_user_model):
    brought_in(ava())
    Visit.objects.update(
        withdrawn_at=datetime(2026, 4, 2, tzinfo=UTC), withdrawn_because="on the wrong child"
    )
    assert counts(brought_in(ava())) == {"read": 5, "unchanged": 5}
    assert Visit.unwithdrawn.count() == 0


def test_rows_of_other_sources_and_of_people_are_not_touched():
    brought_in(ava())
    child = Child.objects.get()
    ours = Visit.objects.create(child=child, held_on=date(2025, 8, 20), purpose="child-protection")
    brought_in(Book("A1", "A123456789012"), kind="annex-a")
    assert Visit.unwithdrawn.count() == 2
    assert Visit.objects.get(pk=ours.pk).source is None
    assert Child.objects.count() == 1


def test_an_older_file_is_refused_and_when_forced_only_adds(dump, differences):
    brought_in(ava())
    before = dump()
    older = ava()
    older.bundle.rows[-1].values["kind"] = "HAND"
    next(row for row in older.bundle.rows if row.table == "plans").values["initial_category"] = "EMO"
    older.says("Visit", "visits", held_on=date(2025, 2, 4), purpose="child-protection", seen="yes")
    with pytest.raises(Fault, match="--force"):
        brought_in(older, as_at=date(2025, 3, 31))
    assert differences(before) == {}
    assert Import.objects.count() == 1
    brought_in(older, as_at=date(2025, 3, 31), force=True)
    changed = differences(before)
    assert set(changed) == {
        "record.Visit",
        "record.HistoricalVisit",
        "record.Disability",
        "record.HistoricalDisability",
    }
    assert Coverage.objects.first().as_at.year == 2026


def test_a_fault_in_the_middle_leaves_no_trace(dump, differences):
    def broken():
        yield ava().bundle
        raise Fault("made-up.xml ends in the middle of an element.")

    before = dump()
    with pytest.raises(Fault):
        import_readings([reading(Book("B2"), kind="ssda903"), replace(reading(), bundles=broken)])
    assert differences(before) == {}
    assert Import.objects.count() == SourceRecord.objects.count() == Relationship.objects.count() == 0


def test_several_readings_are_told_together_and_names_that_clash_apart():
    report = import_readings(
        [reading(ava()), reading(Book("A1"), kind="ssda903", file_tables={"Child": ("children",)})]
    )
    tables = report.as_json()["tables"]
    assert tables["cin-census: Child"]["read"] == tables["ssda903: Child"]["read"] == 1
    assert tables["Visit"]["read"] == 1
    assert "A made-up ssda903 (made-up.xml)" in report.lines()


def old(**other: date) -> Book:
    book = ava()
    days = {"received_on": date(2019, 3, 4), "closed_on": date(2020, 5, 6)}
    book.says("Referral", "referrals", referred_by="1A", primary_need="N1", **(days | other))
    return book


def test_a_corrected_day_of_years_before_the_return_changes_its_row(dump, differences):
    brought_in(old())
    before = dump()
    report = brought_in(old(received_on=date(2019, 4, 5), closed_on=date(2020, 6, 7)))
    assert counts(report) == {"read": 6, "changed": 1, "unchanged": 5}
    assert differences(before) == {"record.Referral": 2, "record.HistoricalReferral": 1}


def test_what_the_next_years_return_tells_is_no_correction_of_what_only_this_years_told():
    brought_in(old())
    later = Book("A1", "A123456789012")
    later.says(
        "Referral", "referrals", referred_by="1A", primary_need="N1",
        received_on=date(2026, 6, 1), closed_on=date(2026, 7, 1),
    )  # fmt: skip
    brought_in(later, as_at=date(2027, 3, 31))
    received = Referral.unwithdrawn.filter(referred_by="1A").order_by("received_on")
    assert [one.received_on for one in received] == [date(2019, 3, 4), date(2026, 6, 1)]


def test_a_later_assessment_of_one_referral_does_not_take_the_place_of_the_first():
    kinds = {"Assessment": ("assessments",)}
    for year, began in ((2025, date(2024, 6, 3)), (2026, date(2025, 5, 1))):
        book = Book("A1")
        book.says(
            "Assessment", "assessments", requested_on=date(2024, 6, 1), began_on=began, authorised_on=began
        )
        brought_in(book, as_at=date(year, 3, 31), file_tables=kinds)
    assert Assessment.unwithdrawn.count() == 2


def test_files_without_a_record_are_refused_and_withdraw_nothing():
    brought_in(ava())
    with pytest.raises(Fault, match="without a single record"):
        brought_in()
    assert Visit.unwithdrawn.count() == Import.objects.count() == 1


def test_of_what_only_the_latest_is_told_an_earlier_day_corrects_a_later_one(dump, differences):
    covers = tuple(Covers(fact, latest_only=fact == "visits.held_on") for fact in FACTS)

    def visited(on: date) -> Book:
        book = Book("A1")
        book.says("Visit", "visits", held_on=on, purpose="child-protection", seen="yes")
        return book

    brought_in(visited(date(2025, 8, 4)), covers=covers)
    before = dump()
    assert counts(brought_in(visited(date(2025, 8, 1)), covers=covers)) == {
        "read": 2,
        "changed": 1,
        "unchanged": 1,
    }
    assert differences(before) == {"record.Visit": 2, "record.HistoricalVisit": 1}
