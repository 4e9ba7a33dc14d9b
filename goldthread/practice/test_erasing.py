"""A record is erased by two people, in its time or by law, never under a hold; and the logs still verify."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection, models

from goldthread.practice import recording as do
from goldthread.practice.doors import RecordNotFound, list_records, open_record
from goldthread.practice.erasing import agree_erasure, ask_erasure, refuse_erasure
from goldthread.practice.erasing.rows import rows_about
from goldthread.practice.imports.test_books import Book, brought_in
from goldthread.practice.restricting import give_reason
from goldthread.practice.retaining import Held, kept_of, lift_hold, place_hold
from goldthread.practice.sealing import seal_logs
from goldthread.practice.verifying import verify_logs
from goldthread.record import guards
from goldthread.record.models import (
    Account,
    AuditLine,
    Child,
    Erasure,
    Identifier,
    Import,
    Person,
    ReadLog,
    Rejected,
    Source,
)
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]

WHY = "The last day on which it must be kept is past."
ORDER = "Ordered by the High Court on 2 November 2026."


@pytest.fixture
def lead(db):
    return Account.objects.create(username="lead", role="information-governance")


@pytest.fixture
def known(ava, ben, account, lead, settings):
    """Ava, of whom enough is recorded by deeds, with her brother and mother; her record is due for review."""
    settings.NOW = datetime(2016, 3, 2, 12, tzinfo=UTC)
    mother, aunt = (
        do.register_person(by=account, given_name=name, family_name="Finch") for name in ("Rosa", "Una")
    )
    for child in (ava, ben):
        do.record_relationship(by=account, child=child, kind="mother", person=mother)
    do.record_relationship(by=account, child=ava, kind="aunt-or-uncle", person=aunt)
    do.record_relationship(by=account, child=ben, kind="sibling", other_child=ava)
    contact = do.receive_contact(by=account, child=ava, received_on=date(2016, 3, 2), worry="Alone at night")
    do.decide_contact(
        by=account, contact=contact, outcome="advice", decided_on=date(2016, 3, 2), because="None"
    )
    settings.NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
    open_record(ava.public_id, by=account, page="child", why="Ava's school asked")
    open_record(ben.public_id, by=account, page="child")
    list_records([ava, ben], by=account, page="waiting")
    give_reason(public_id=ava.public_id, by=lead, why="To see what is kept and for how long.")
    assert kept_of(ava).rule.name == "contact-only"
    assert kept_of(ava).until == date(2022, 3, 2)
    return ava


def about(word: str) -> list[str]:
    """Every table of the record that still says a word."""
    found = []
    for model in apps.get_app_config("record").get_models():
        for row in models.QuerySet(model).all().values():
            if word in str(row):
                found.append(model._meta.model_name)
    return found


def test_two_people_erase_a_record_and_the_logs_still_verify(known, ben, account, lead):
    guards.install(connection)
    seal_logs(settle=timedelta(0))
    erasure = ask_erasure(child=known, by=lead, because=WHY)
    with pytest.raises(Fault, match="Somebody else agrees"):
        agree_erasure(erasure=erasure, by=lead)
    key, number = known.pk, known.public_id
    assert {"child", "readlog", "historicalchild"} <= set(about("Ava"))
    agree_erasure(erasure=erasure, by=account)
    assert about("Ava") == []
    assert about("Alone at night") == []
    assert not Child.objects.filter(pk=key).exists()
    assert [str(each) for each in Person.objects.order_by("pk")] == ["Rosa Finch"]  # who is Ben's mother too
    assert [row.kind for row in ben.relationships.all()] == ["mother"]
    with pytest.raises(RecordNotFound):
        open_record(number, by=account)
    erasure = Erasure.objects.get()
    assert (erasure.child, erasure.record_number, erasure.agreed_by) == (None, key, account)
    assert erasure.erased["contacts"] == 1
    assert (
        erasure.erased["lines of the logs"]
        == ReadLog.objects.exclude(erased_at=None).count() + AuditLine.objects.exclude(erased_at=None).count()
    )
    assert ReadLog.objects.filter(child=ben).count() == 1
    connection.check_constraints()
    findings = verify_logs()
    assert findings.sound, findings.faults
    assert findings.tombstones == erasure.erased["lines of the logs"] >= 7
    seal_logs(settle=timedelta(0))
    assert verify_logs().sound


def test_what_imports_kept_of_a_child_goes_too_and_what_they_kept_of_others_stays(account, lead):
    for number in ("A1", "B2"):
        book = Book(number)
        book.says("Care", "care_episodes", began_on=date(2025, 9, 1), ended_on=date(2025, 8, 1))
        book.says("Plan", "plans", kind="child-protection", began_on=date(2025, 9, 1))
        brought_in(book)
    ava, ben = (Identifier.objects.get(value=number).child for number in ("A1", "B2"))
    source = Source.objects.get()
    Rejected.objects.create(
        source=source, import_of=Import.objects.latest("pk"), subject="A1", found="A1 Finch"
    )
    assert {"rejected", "sourcerecord", "import", "identifier"} <= set(about("A1"))
    for each in (lead, account):
        give_reason(public_id=ava.public_id, by=each, why="To see what is kept and for how long.")
    erasure = ask_erasure(child=ava, by=lead, because=WHY, legal_reason=ORDER)
    agree_erasure(erasure=erasure, by=account)
    assert about("A1") == []
    kept = {"sourcerecord", "import", "identifier", "rejected"}
    assert kept <= set(about("B2"))
    erasure = Erasure.objects.get()
    assert erasure.erased["records of imported files"] == 3
    assert erasure.erased["reports of imports"] == 1
    assert erasure.erased["records that imports did not accept"] == 1
    assert Child.objects.get() == ben


def test_the_contents_of_documents_go_with_the_record(
    ava, account, lead, settings, tmp_path, written, django_capture_on_commit_callbacks
):
    settings.HOME = tmp_path
    do.file_document(
        child=ava, by=account, title="Report", kind="report", dated_on=date(2016, 3, 2), file_name="a.txt", content=b"Well.",
    )  # fmt: skip
    (kept,) = (each for each in (tmp_path / "documents").rglob("*") if each.is_file())
    give_reason(public_id=ava.public_id, by=lead, why="To see what is kept and for how long.")
    asked = ask_erasure(child=ava, by=lead, because=WHY, legal_reason=ORDER)
    with django_capture_on_commit_callbacks(execute=True):
        agree_erasure(erasure=asked, by=account)
        assert kept.exists()  # until all else is gone
    assert not kept.exists()


def test_nothing_points_at_what_is_gone(known, account, lead):
    gone = rows_about(known)
    agree_erasure(erasure=ask_erasure(child=known, by=lead, because=WHY), by=account)
    connection.check_constraints()
    assert len(gone) >= 8
    assert {
        model.__name__ for model, keys in gone.items() if models.QuerySet(model).filter(pk__in=keys).exists()
    } == set()


def test_under_a_hold_nobody_erases(known, account, lead):
    hold = place_hold(child=known, by=lead, why="The coroner's inquest asks for it.")
    with pytest.raises(Held, match=r"coroner's inquest.*neither erased nor sealed away"):
        ask_erasure(child=known, by=lead, because=WHY, legal_reason=ORDER)
    lift_hold(hold=hold, by=account, why="The inquest has ended.")
    erasure = ask_erasure(child=known, by=lead, because=WHY)
    place_hold(child=known, by=lead, why="A claim was announced by letter.")
    with pytest.raises(Held, match="A claim"):
        agree_erasure(erasure=erasure, by=account)
    assert Child.objects.filter(pk=known.pk).exists()


def test_before_its_date_only_a_law_or_an_order_erases(ava, account, lead, written):
    do.receive_contact(by=account, child=ava, received_on=date(2026, 3, 2))
    give_reason(public_id=ava.public_id, by=lead, why="To see what is kept and for how long.")
    with pytest.raises(Fault, match="must be kept until 2 March 2032: contact that led to no work"):
        ask_erasure(child=ava, by=lead, because=WHY)
    assert ask_erasure(child=ava, by=lead, because=WHY, legal_reason=ORDER).legal_reason == ORDER
    with pytest.raises(Fault, match="asked for this already"):
        ask_erasure(child=ava, by=account, because=WHY, legal_reason=ORDER)


def test_what_is_refused_is_not_done(known, account, lead):
    erasure = ask_erasure(child=known, by=lead, because=WHY)
    refuse_erasure(erasure=erasure, by=account, because="Her sister asks for it to stay.")
    with pytest.raises(Fault, match="was refused: Her sister"):
        agree_erasure(erasure=erasure, by=account)
    again = ask_erasure(child=known, by=lead, because=WHY)
    assert again.pk != erasure.pk
    agree_erasure(erasure=again, by=account)
    connection.check_constraints()
    assert set(Erasure.objects.values_list("child", "record_number")) == {(None, again.record_number)}


def test_only_who_sees_to_what_is_kept_and_may_open_the_record(known, lead):
    worker = Account.objects.create(username="sam", role="quality-auditor")
    give_reason(public_id=known.public_id, by=worker, why="A sample of records.")
    other = Account.objects.create(username="other", role="information-governance")
    erasure = ask_erasure(child=known, by=lead, because=WHY)
    for by in (worker, other):
        for deed in (
            lambda by: ask_erasure(child=known, by=by, because=WHY),
            lambda by: agree_erasure(erasure=erasure, by=by),
            lambda by: refuse_erasure(erasure=erasure, by=by, because=WHY),
            lambda by: place_hold(child=known, by=by, why=WHY),
        ):
            with pytest.raises(RecordNotFound):
                deed(by)
