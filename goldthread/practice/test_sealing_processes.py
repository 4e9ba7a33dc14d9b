"""Several processes on one database with all its migrations: readers, sealers, one killed in the middle, an intruder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.database

BEGIN = """
import os, sys, django
django.setup()
from datetime import timedelta
from goldthread.practice.doors import open_record
from goldthread.practice.sealing import seal_logs
from goldthread.record.models import Account, Child, ReadLog, Seal
def made():
    account, _ = Account.objects.get_or_create(username="maya", defaults={"role": "director"})
    return account, Child.objects.get_or_create(given_name="Ava", family_name="Finch")[0]
"""
READER = "account, ava = made()\nfor _ in range(60): open_record(ava.public_id, by=account, page='child')"
SEALER = "for _ in range(25): seal_logs(settle=timedelta(0))"
VERIFIED = "\nfrom goldthread.cli import goldthread\ngoldthread(['verify-log'])"  # each process takes seconds to start
KILLED = """
account, ava = made()
ReadLog.save = lambda self, *a, **k: os.kill(os.getpid(), 9)
child = open_record(ava.public_id, by=account, page='child')
print(child.given_name)
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, migrated: Any) -> Iterator[dict[str, str]]:
    """The environment of processes that share a new database with all migrations, one child and one account."""
    home = tmp_path_factory.mktemp("sealing")
    with migrated.address(home) as address:
        environment = os.environ | {
            "DATABASE_URL": address,
            "GOLDTHREAD_HOME": str(home),
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "DJANGO_SETTINGS_MODULE": "goldthread.web.config.settings",
        }
        run(environment, "-c", BEGIN + "made()")
        yield environment


def run(environment: dict[str, str], *words: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def test_readers_and_sealers_at_once_leave_one_unbroken_chain(database):
    programs = [READER, READER, SEALER, SEALER]
    running = [
        subprocess.Popen([sys.executable, "-c", BEGIN + program], env=database, stderr=subprocess.PIPE)
        for program in programs
    ]
    said = [each.communicate(timeout=120)[1].decode() for each in running]
    assert [each.returncode for each in running] == [0] * 4, said
    found = run(database, "-c", BEGIN + SEALER + VERIFIED)
    assert "120 rows and" in found
    assert "every one is as it was written" in found
    assert "No row is waiting" in found


def test_a_process_killed_between_read_and_log_has_shown_nothing(database):
    count = "print(ReadLog.objects.count())"
    before = run(database, "-c", BEGIN + count)
    assert run(database, "-c", BEGIN + KILLED, code=-signal.SIGKILL) == ""
    after = run(database, "-c", BEGIN + count + VERIFIED)
    assert after.startswith(before)
    assert "every one is as it was written" in after


INTRUDER = """
from django.db import connection
from goldthread.record import guards
row = ReadLog.objects.order_by('pk').first().pk
with connection.cursor() as cursor:
    try:
        cursor.execute("UPDATE record_readlog SET page = 'elsewhere' WHERE id = %s", [row])
    except Exception as refused:
        assert 'only added to' in str(refused)
    else:
        raise SystemExit('the trigger let it through')
guards.remove(connection)
with connection.cursor() as cursor:
    cursor.execute("UPDATE record_readlog SET page = 'elsewhere' WHERE id = %s", [row])
    cursor.execute("DELETE FROM record_readlog WHERE id = %s", [row + 1])
guards.install(connection)
print(row)
"""


def test_an_intruder_who_drops_the_triggers_and_puts_them_back_is_found(database):
    row = int(run(database, "-c", BEGIN + READER + "\nseal_logs(settle=timedelta(0))" + INTRUDER))
    found = run(database, "-m", "goldthread", "verify-log", code=1)
    assert f"FAULT (edited) read log {row}: does not say what it said when it was written" in found
    assert f"FAULT (deleted) read log {row + 1}: sealed by seal" in found
    assert '"sound": false' in run(database, "-m", "goldthread", "verify-log", "--json", code=1)


ROLE = """
from django.db import connection
from django.core.management import call_command
with connection.cursor() as cursor:
    cursor.execute("DO $$ BEGIN CREATE ROLE goldthread_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO goldthread_app")
    call_command("migrate", verbosity=0)
    for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"):
        cursor.execute("SELECT has_table_privilege('goldthread_app', 'record_readlog', %s)", [right])
        print(right, cursor.fetchone()[0])
    cursor.execute("DROP OWNED BY goldthread_app")
"""


def test_the_applications_role_loses_the_right_to_change_and_delete(database):
    if not database["DATABASE_URL"].startswith("postgres"):
        pytest.skip("SQLite has no roles")
    said = run(database, "-c", BEGIN + ROLE).split("\n")[:5]
    assert said == ["SELECT True", "INSERT True", "UPDATE False", "DELETE False", "TRUNCATE False"]


ERASING = """
from django.db import DatabaseError, connection, transaction
from django.core.management import call_command
from goldthread.practice.erasing import agree_erasure, ask_erasure
from goldthread.practice.restricting import give_reason
account, ava = made()
lead = Account.objects.create(username="lead", role="information-governance")
leo = Child.objects.create(given_name="Leo", family_name="Wren")
for child in (ava, leo):
    open_record(child.public_id, by=account, page="child")
give_reason(public_id=leo.public_id, by=lead, why="To see what is kept and for how long.")
with connection.cursor() as cursor:
    cursor.execute("DO $$ BEGIN CREATE ROLE goldthread_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO goldthread_app")
    cursor.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO goldthread_app")
call_command("migrate", verbosity=0)
def as_the_application(statement="SELECT 1", *values):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone()[0]
    except DatabaseError as refused:
        return str(refused).split(chr(10))[0]
LEAVE = "SELECT goldthread_leave_tombstone(%s, %s, now(), %s, 'so')"
with connection.cursor() as cursor:
    cursor.execute("SET ROLE goldthread_app")
mine, others = (ReadLog.objects.filter(child=each).latest("pk").pk for each in (leo, ava))
print(as_the_application("UPDATE record_readlog SET page = 'x' WHERE id = %s RETURNING 1", mine))
print(as_the_application(LEAVE, "record_readlog", mine, account.pk))
erasure = ask_erasure(child=leo, by=lead, because="The court says so.", legal_reason="Ordered by the High Court in 2026.")
print(as_the_application(LEAVE, "record_readlog", mine, lead.pk))
print(as_the_application(LEAVE, "record_readlog", others, account.pk))
print(as_the_application(LEAVE, "record_securityline", 1, account.pk))
agree_erasure(erasure=erasure, by=account)
print(Child.objects.filter(pk=leo.pk).exists(), ReadLog.objects.get(pk=mine).erased_by_id == account.pk)
with connection.cursor() as cursor:
    cursor.execute("RESET ROLE")
    cursor.execute("DROP OWNED BY goldthread_app")
"""


def test_two_people_erase_a_record_as_the_applications_role(database):
    if not database["DATABASE_URL"].startswith("postgres"):
        pytest.skip("SQLite has no roles")
    said = run(database, "-c", BEGIN + ERASING).split("\n")[:6]
    assert said == [
        "permission denied for table record_readlog",
        "no erasure that somebody else asked for is waiting",
        "no erasure that somebody else asked for is waiting",
        "False",
        "record_securityline is no log of records",
        "False True",
    ]
