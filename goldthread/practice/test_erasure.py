"""The guards of the database itself, and the one change that they let through: lawful erasure."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from goldthread.practice.erasure import erase_log_payload
from goldthread.practice.sealing import seal_logs
from goldthread.practice.verifying import verify_logs
from goldthread.record import guards
from goldthread.record.models import AppendOnly, AuditLine, ReadLog
from goldthread.vocabulary import Fault

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


def test_lawful_erasure_leaves_a_tombstone_that_verifies(guarded, reads, account, ava):
    row = erase_log_payload(row=reads[0], by=account, because="Erasure ordered by the court")
    line = AuditLine.objects.latest("pk")
    assert (row.account, row.child, row.why, row.page, row.shown, row.salt) == (None, None, "", "", [], "")
    assert row.hash == reads[0].hash
    assert (line.by, line.child, line.before) == (account, None, None)
    assert "on duty" not in str(line.after)
    findings = verify_logs()
    assert (findings.faults, findings.tombstones) == ([], 1)
    seal_logs(settle=NOTHING)
    assert found() == set()
    deed = erase_log_payload(row=AuditLine.objects.order_by("pk")[0], by=account, because="The same")
    assert (deed.after, deed.by, deed.action) == (None, None, "hold_review")
    assert found() == set()
    with pytest.raises(Fault, match="erased before"):
        erase_log_payload(row=reads[0], by=account, because="Again")
    with pytest.raises(Fault, match="Say why"):
        erase_log_payload(row=reads[1], by=account, because=" ")
    with pytest.raises(Fault, match="says that another row was erased"):
        erase_log_payload(row=AuditLine.objects.latest("pk"), by=account, because="To hide it")
    with pytest.raises(AppendOnly):
        row.leave_tombstone(because="x", by=account, at=timezone.now())


def test_an_edited_tombstone_is_found(reads, account):
    erase_log_payload(row=reads[0], by=account, because="Erasure ordered by the court")
    sql("UPDATE record_readlog SET erased_because = 'No reason' WHERE id = %s", reads[0].pk)
    assert found() == {("edited", "readlog", reads[0].pk)}
    sql("UPDATE record_readlog SET page = 'child' WHERE id = %s", reads[0].pk)
    assert found() == {("edited", "readlog", reads[0].pk)}


def test_an_erasure_touches_no_child_and_works_out_nothing_that_is_due(account, ava):
    row = ReadLog.objects.create(account=account, child=ava, what="record", why="on duty")
    erase_log_payload(row=row, by=account, because="Kept longer than the law allows")
    assert not ava.audit_lines.exists()
    assert found() == set()
