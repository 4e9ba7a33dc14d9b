"""The guards of the database itself, and the one change that they let through: lawful erasure."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from goldthread.practice.erasing import agree_erasure, ask_erasure
from goldthread.practice.restricting import give_reason
from goldthread.practice.sealing import seal_logs
from goldthread.practice.verifying import verify_logs
from goldthread.record import guards
from goldthread.record.models import Account, AppendOnly, AuditLine, ReadLog

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOTHING = timedelta(0)


@pytest.fixture
def guarded(db):
    """The guards of the database itself, which tables made without migrations do not have."""
    guards.install(connection)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def found():
    findings = verify_logs(with_guards=False)
    return {(each.kind, each.log, each.row) for each in findings.faults}


@contextmanager
def refused():
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        yield


def test_the_database_refuses_to_change_delete_or_replace(guarded, reads):
    row = reads[0]
    with refused():
        sql("UPDATE record_readlog SET page = 'x' WHERE id = %s", row.pk)
    with refused():
        sql("UPDATE record_readlog SET hash = %s WHERE id = %s", "0" * 64, row.pk)
    with refused():
        sql("DELETE FROM record_readlog WHERE id = %s", row.pk)
    with refused():
        sql("DELETE FROM record_auditline")
    with refused():
        sql("UPDATE record_seal SET count = 0")
    with refused():
        sql("DELETE FROM record_seal")
    if connection.vendor == "sqlite":
        with refused():
            sql("INSERT OR REPLACE INTO record_seal SELECT * FROM record_seal")
    else:
        sql("SET CONSTRAINTS ALL IMMEDIATE")
        with refused():
            sql("TRUNCATE record_readlog")
    assert verify_logs().sound


def test_the_database_lets_through_a_tombstone_and_nothing_beside_it(guarded, reads):
    whole = (
        "UPDATE record_readlog SET salt = '', account_id = NULL, child_id = NULL, why = '', page = '', shown = '[]', "
        "rows = 0, erased_at = at, erased_by_id = account_id, erased_because = %s {more} WHERE id = %s"
    )
    row = reads[0].pk
    for more in (
        ", hash = ''",
        ", what = 'list'",
        ", id = 99",
        ", at = '2020-01-01 00:00:00'",
        ", page = 'x'",
    ):
        statement = whole.format(more=more)
        if more == ", page = 'x'":
            statement = whole.format(more="").replace("page = ''", "page = 'x'")
        with refused():
            sql(statement, "a court order", row)
    with refused():
        sql(whole.format(more=""), "", row)
    with refused():
        sql("UPDATE record_readlog SET erased_at = at, erased_because = 'so' WHERE id = %s", row)
    sql(whole.format(more=""), "a court order", row)
    with refused():
        sql("UPDATE record_readlog SET erased_because = 'another' WHERE id = %s", row)
    assert found() == {("erased", "readlog", row)}, "no deed says who and why"


def test_a_guard_that_was_taken_away_is_missed_and_put_back(guarded, reads):
    guards.remove(connection)
    assert {each.kind for each in verify_logs().faults} == {"guard missing"}
    sql("DELETE FROM record_readlog WHERE id = %s", reads[0].pk)
    guards.install(connection)
    assert [(each.kind, each.row) for each in verify_logs().faults] == [("deleted", reads[0].pk)]


@pytest.fixture
def erased(guarded, reads, ava, account):
    """Ava's record is erased: the rows of the read log that said something of her, as they were before."""
    before = list(ReadLog.objects.filter(child=ava).order_by("pk"))
    lead = Account.objects.create(username="lead", role="information-governance")
    give_reason(public_id=ava.public_id, by=lead, why="To see what is kept and for how long.")
    order = "Ordered by the High Court on 2 November 2026."
    agree_erasure(
        erasure=ask_erasure(child=ava, by=lead, because="The court says so.", legal_reason=order), by=account
    )
    return before


def test_lawful_erasure_leaves_a_tombstone_that_verifies(erased, account):
    row, deed = ReadLog.objects.get(pk=erased[0].pk), AuditLine.objects.latest("pk")
    assert (row.account, row.child, row.why, row.page, row.shown, row.salt) == (None, None, "", "", [], "")
    assert (row.hash, row.erased_by) == (erased[0].hash, account)
    assert (deed.by, deed.action) == (account, "agree_erasure")
    assert f"readlog:{row.pk}" in deed.after
    assert "on duty" not in str(deed.after)
    review = AuditLine.objects.order_by("pk")[0]
    assert (review.after, review.by, review.action) == (None, None, "hold_review")
    findings = verify_logs()
    assert findings.faults == []
    assert findings.tombstones >= len(erased) + 1
    seal_logs(settle=NOTHING)
    assert found() == set()
    with pytest.raises(AppendOnly, match="erased before"):
        row.leave_tombstone(because="x", by=account, at=timezone.now())


def test_an_edited_tombstone_is_found(erased):
    row = erased[0].pk
    guards.remove(connection)
    sql("UPDATE record_readlog SET erased_because = 'No reason' WHERE id = %s", row)
    assert found() == {("edited", "readlog", row)}
    sql("UPDATE record_readlog SET page = 'child' WHERE id = %s", row)
    assert found() == {("edited", "readlog", row)}
