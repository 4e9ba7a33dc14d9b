"""The sealer and verify-log: whatever is done to a row, a seal or the end of the chain is found and named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from goldthread.practice.doors import list_records, open_record
from goldthread.practice.sealing import seal_logs
from goldthread.practice.verifying import add_anchor, check_anchors, verify_logs
from goldthread.record.log_hashes import said_by, salted_hash
from goldthread.record.models import AuditLine, ReadLog, Seal
from goldthread.record.seals import BEGINNING, seal_hash
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOTHING = timedelta(0)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def found():
    findings = verify_logs(with_guards=False)
    return {(each.kind, each.log, each.row) for each in findings.faults}


def test_what_nobody_touched_verifies(reads):
    findings = verify_logs(with_guards=False)
    assert findings.lines()[0] == "7 rows and 2 seals read: every one is as it was written."
    assert (findings.sound, findings.rows, findings.seals, findings.unsealed) == (True, 7, 2, 0)
    assert sorted(Seal.objects.values_list("log", "count")) == [("auditline", 1), ("readlog", 6)]


def test_sealing_twice_seals_nothing_twice(reads, account, ava):
    assert seal_logs(settle=NOTHING) == 0
    open_record(ava.public_id, by=account)
    assert seal_logs() == 0, "it is not settled yet"
    findings = verify_logs(with_guards=False)
    assert (findings.sound, findings.unsealed) == (True, 1)
    assert "1 rows are not yet sealed, the oldest written" in " ".join(findings.lines())
    assert seal_logs(settle=NOTHING) == 1
    assert Seal.objects.latest("number").first_row == reads[-1].pk + 1
    assert found() == set()


@pytest.mark.parametrize(
    ("column", "value"),
    [("page", "elsewhere"), ("why", ""), ("child_id", None), ("rows", 7), ("shown", "[]")],
)
def test_an_edit_of_one_row_is_found(reads, column, value):
    sql(f"UPDATE record_readlog SET {column} = %s WHERE id = %s", value, reads[2].pk)
    assert found() == {("edited", "readlog", reads[2].pk)}


def test_an_edited_time_and_an_edited_deed_are_found(reads):
    sql("UPDATE record_readlog SET at = %s WHERE id = %s", timezone.now(), reads[1].pk)
    line = AuditLine.objects.get()
    sql(
        "UPDATE record_auditline SET after = %s WHERE id = %s",
        '{"reviews:1": {"held_on": "2026-03-01"}}',
        line.pk,
    )
    assert found() == {("edited", "readlog", reads[1].pk), ("edited", "auditline", line.pk)}


def test_an_edit_that_renews_the_hash_is_found_by_the_seal(reads):
    row = reads[3]
    row.page = "elsewhere"
    sql(
        "UPDATE record_readlog SET page = 'elsewhere', hash = %s WHERE id = %s",
        salted_hash(row.salt, said_by(row)),
        row.pk,
    )
    assert found() == {("replaced", "readlog", row.pk)}


def test_a_deleted_row_is_found_in_the_middle_and_at_the_end(reads):
    sql("DELETE FROM record_readlog WHERE id IN (%s, %s)", reads[1].pk, reads[5].pk)
    assert found() == {("deleted", "readlog", reads[1].pk), ("deleted", "readlog", reads[5].pk)}


def test_two_rows_that_changed_places_are_found(reads):
    one, two = reads[0].pk, reads[1].pk
    for was, becomes in ((one, -1), (two, one), (-1, two)):
        sql("UPDATE record_readlog SET id = %s WHERE id = %s", becomes, was)
    assert found() == {("moved", "readlog", one), ("moved", "readlog", two)}
    assert f"read log {one}: holds what row {two} said" in verify_logs(with_guards=False).lines()[0]


def test_a_row_slipped_in_between_is_found(reads):
    sql("DELETE FROM record_readlog WHERE id = %s", reads[3].pk)
    forged = ReadLog(pk=reads[3].pk, account=reads[3].account, what="record")
    forged.save()
    assert found() == {("replaced", "readlog", reads[3].pk)}


def test_a_value_of_another_kind_is_a_fault_and_no_crash(reads):
    sql("UPDATE record_readlog SET salt = 'no salt', hash = 'no hash' WHERE id = %s", reads[0].pk)
    assert found() == {("edited", "readlog", reads[0].pk), ("replaced", "readlog", reads[0].pk)}


def test_an_edited_and_a_deleted_seal_are_found(reads, account, ava):
    open_record(ava.public_id, by=account)
    seal_logs(settle=NOTHING)
    sql("UPDATE record_seal SET root = %s WHERE number = 3", "0" * 64)
    assert ("seal edited", "", None) in found()
    sql("DELETE FROM record_seal WHERE number = 2")
    assert ("seal deleted", "", None) in found()


def test_a_seal_made_anew_breaks_the_chain(reads, account, ava):
    open_record(ava.public_id, by=account)
    seal_logs(settle=NOTHING)
    sql("DELETE FROM record_seal WHERE number = 1")
    first = Seal.objects.get(number=2)
    made = (1, "auditline", 1, 1, 0, [], first.root, b"")
    Seal.objects.create(
        number=1, log="auditline", first_row=1, last_row=1, count=0, missing=[], root=first.root, marks=b"",
        previous=BEGINNING, sealed_at=first.sealed_at, hash=seal_hash(*made, BEGINNING, first.sealed_at),
    )  # fmt: skip
    assert ("chain broken", "", None) in found()


def test_a_row_gone_before_it_was_sealed(account, ava):
    for _ in range(4):
        open_record(ava.public_id, by=account)
    numbers = list(ReadLog.objects.order_by("pk").values_list("pk", flat=True))
    sql("DELETE FROM record_readlog WHERE id = %s", numbers[1])
    if connection.vendor == "sqlite":
        assert found() == {("gap", "readlog", numbers[1])}
        sql("DELETE FROM record_readlog WHERE id = %s", numbers[3])
        assert found() == {("gap", "readlog", numbers[1]), ("deleted", "readlog", numbers[3])}
    seal_logs(settle=NOTHING)
    findings = verify_logs(with_guards=False)
    gone = findings.never_written - (numbers[0] - 1)  # PostgreSQL numbers on over the tests before
    if connection.vendor == "sqlite":
        assert not findings.sound
    else:
        assert (gone, findings.sound) == (1, True)
        assert "were not there when their batch was sealed" in " ".join(findings.lines())


def test_a_row_that_comes_late_is_sealed_late_and_one_that_comes_too_late_is_found(account, ava, monkeypatch):
    for _ in range(5):
        open_record(ava.public_id, by=account)
    numbers = list(ReadLog.objects.order_by("pk").values_list("pk", flat=True))
    sql(
        "DELETE FROM record_readlog WHERE id IN (%s, %s)", numbers[1], numbers[3]
    )  # stand for rows on their way
    seal_logs(settle=NOTHING)
    ReadLog(pk=numbers[1], account=account, child=ava, what="record").save()
    assert seal_logs(settle=NOTHING) == 1
    assert seal_logs(settle=NOTHING) == 0
    late = Seal.objects.latest("number")
    assert (late.first_row, late.last_row, late.count) == (numbers[1], numbers[1], 1)
    assert {each for each in found() if each[0] != "gap"} == set()
    sql("UPDATE record_readlog SET page = 'x' WHERE id = %s", numbers[1])
    assert {each for each in found() if each[0] != "gap"} == {("edited", "readlog", numbers[1])}
    sql("DELETE FROM record_readlog WHERE id = %s", numbers[1])
    assert {each for each in found() if each[0] != "gap"} == {("deleted", "readlog", numbers[1])}
    monkeypatch.setattr("goldthread.practice.sealing.LATE", NOTHING)
    ReadLog(pk=numbers[3], account=account, child=ava, what="record").save()
    assert seal_logs(settle=NOTHING) == 0
    assert ("added", "readlog", numbers[3]) in found()


def test_an_anchor_shows_a_chain_cut_short_and_one_made_anew(reads, account, ava, tmp_path):
    anchors = tmp_path / "anchors.txt"
    assert "Anchored at seal 2" in add_anchor(anchors, verify_logs(with_guards=False), on=date(2026, 3, 2))
    assert "already" in add_anchor(anchors, verify_logs(with_guards=False), on=date(2026, 3, 2))
    open_record(ava.public_id, by=account)
    seal_logs(settle=NOTHING)
    findings = verify_logs(with_guards=False)
    check_anchors(anchors, findings)
    assert (findings.sound, findings.anchored_up_to) == (True, 2)
    assert "What was cut off after that anchor cannot be seen" in findings.lines()[-1]
    sql("DELETE FROM record_seal WHERE number > 1")
    sql("DELETE FROM record_readlog")
    findings = verify_logs(with_guards=False)
    check_anchors(anchors, findings)
    assert ("cut short", 2) in {(each.kind, each.seal) for each in findings.faults}
    with pytest.raises(Fault, match="No anchor was written"):
        add_anchor(anchors, findings)
    anchors.write_text(f"2026-03-02 1 {'0' * 64}\n")
    check_anchors(anchors, findings)
    assert "made anew" in {each.kind for each in findings.faults}
    anchors.write_text("what is this\n")
    with pytest.raises(Fault, match="line 1: found 'what is this'"):
        check_anchors(anchors, findings)


def test_a_read_that_cannot_be_written_down_fails(account, ava, monkeypatch):
    def fail(self, *args, **kwargs):
        raise DatabaseError("disk full")

    monkeypatch.setattr(ReadLog, "save", fail)
    with pytest.raises(DatabaseError):
        open_record(ava.public_id, by=account)
    with pytest.raises(DatabaseError):
        list_records([ava], by=account, page="waiting")


def test_what_a_deed_changed_is_hashed_as_the_database_gives_it_back(account, ava):
    odd = {
        "a": 1.0,
        "b": 1e22,
        "c": [0.1, -0.0, 10**20],
        "é\n": "’",
        "when": date(2026, 3, 2),
        "at": timezone.now(),
    }
    AuditLine.objects.create(action="odd", by=account, after=odd, before={"z": None, "a": {}})
    AuditLine.objects.bulk_create([AuditLine(action="many", by=account, after=odd) for _ in range(2)])
    assert found() == set()
