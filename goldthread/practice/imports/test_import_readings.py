"""Imports of hand-made bundles: what is new, changed, gone, doubtful or refused, and that nothing is written twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps

from goldthread.exchange.reading import Bundle, Covers, FileRecord, Place, Reading, Row
from goldthread.record.models import (
    CareEpisode,
    Child,
    Conference,
    Coverage,
    Identifier,
    Import,
    Referral,
    Rejected,
    Relationship,
    SourceRecord,
    SuggestedMatch,
    Visit,
    Worker,
)
from goldthread.vocabulary import TABLES, Fault

from .bringing_in import import_readings
from .report import ImportReport

pytestmark = [pytest.mark.database, pytest.mark.django_db]

END = date(2026, 3, 31)
FACTS = (
    "referrals.received_on",
    "plans.began_on",
    "conferences.held_on",
    "visits.held_on",
    "care_episodes.began_on",
)
KINDS = {
    "Child": ("children", "identifiers"),
    "Disability": ("disabilities",),
    "Referral": ("referrals",),
    "Visit": ("visits",),
    "Plan": ("plans", "conferences"),
    "Care": ("care_episodes",),
    "Held": ("allocations", "workers", "teams"),
}


class Book:
    """What a file says of one child, told in a line each."""

    def __init__(self, key: str, upn: str = "", **child: Any) -> None:
        self.bundle = Bundle(
            key=key, is_child=True, upn=upn, child={"born_on": date(2015, 5, 1), "sex": "F", **child}
        )
        record = self._record("Child", {"LAchildID": key, "UPN": upn} | {k: str(v) for k, v in child.items()})
        self._row("identifiers", record, scheme="la_child_id", authority="", value=key)
        if upn:
            self._row("identifiers", record, scheme="upn", authority="", value=upn)

    def _record(self, table: str, content: dict[str, Any]) -> FileRecord:
        said = {name: str(value) for name, value in content.items() if value is not None}
        record = FileRecord(
            table, said, Place("made-up.xml", path=f"/{table}[{len(self.bundle.records) + 1}]")
        )
        self.bundle.records.append(record)
        return record

    def _row(self, table: str, record: FileRecord, refs: dict[str, Row] | None = None, **values: Any) -> Row:
        row = Row(table, values, (record,), refs or {})
        self.bundle.rows.append(row)
        return row

    def says(self, of: str, table: str, refs: dict[str, Row] | None = None, **values: Any) -> Row:
        return self._row(table, self._record(of, values), refs, **values)


def reading(
    *books: Book, as_at: date = END, kind: str = "cin-census", authority: str = "900", **other: Any
) -> Reading:
    """A reading of some books, for the year to its day."""
    bundles = [book.bundle for book in books]
    return Reading(
        kind=kind,
        title=f"A made-up {kind}",
        files=("made-up.xml",),
        authority=authority,
        collection_year=as_at.year,
        as_at=datetime(as_at.year, as_at.month, as_at.day, 20, 59, tzinfo=UTC),
        as_at_how=other.pop("as_at_how", "stated in the file"),
        period=other.pop("period", (date(as_at.year - 1, 4, 1), as_at)),
        covers=other.pop("covers", tuple(Covers(fact) for fact in FACTS)),
        file_tables=other.pop("file_tables", KINDS),
        bundles=lambda: iter(bundles),
    )


def ava(**child: Any) -> Book:
    """A child with a referral, a plan of it with a conference, a visit and a disability."""
    book = Book("A1", "A123456789012", **child)
    referral = book.says("Referral", "referrals", received_on=date(2025, 6, 2), no_further_action=False)
    plan = book.says(
        "Plan",
        "plans",
        {"referral": referral},
        kind="child-protection",
        began_on=date(2025, 7, 1),
        initial_category="NEG",
    )
    book._row("conferences", plan.records[0], {"plan": plan}, kind="review", held_on=date(2025, 9, 30))
    book.says("Visit", "visits", held_on=date(2025, 8, 4), purpose="child-protection", seen="yes")
    book.says("Disability", "disabilities", kind="NONE")
    return book


def brought_in(*books: Book, **other: Any) -> ImportReport:
    force = other.pop("force", False)
    return import_readings([reading(*books, **other)], force=force)


def counts(report: ImportReport, *names: str) -> dict[str, int]:
    """What is not zero of the counts of all tables together."""
    tables = report.as_json()["tables"].values()
    for table in tables:
        assert table["read"] == table["new"] + table["changed"] + table["unchanged"] + table["rejected"]
    total = {name: sum(table[name] for table in tables) for name in names or next(iter(tables))}
    return {name: number for name, number in total.items() if number}


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
