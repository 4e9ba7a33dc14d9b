"""Guards in the database itself: rows of the logs and seals can be added and read, and nothing else.

Triggers on SQLite and PostgreSQL refuse changing and deleting; the one change let through is a tombstone. On PostgreSQL the
role `goldthread_app`, where the service runs as it, also loses the right to change or delete; for an erasure it may call the
function of `tombstones`. They are put in place by the migration and again after each later one, for SQLite drops the triggers of
a table that it makes anew.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

from goldthread.record import tombstones

APPLICATION_ROLE = "goldthread_app"
GUARDED = {  # table: what a tombstone takes away, and the SQL of what stands there instead; None: nothing may change
    "record_readlog": {
        "salt": "''", "account_id": "NULL", "child_id": "NULL", "why": "''", "page": "''", "shown": "[]", "rows": "0",
    },
    "record_auditline": {
        "salt": "''", "by_id": "NULL", "child_id": "NULL", "subject_table": "''", "subject_row": "NULL",
        "summary": "''", "before": "NULL", "after": "NULL", "request_id": "''",
    },
    "record_securityline": {
        "salt": "''", "account_id": "NULL", "about": "''", "page": "''", "address": "''", "request_id": "''",
    },
    "record_seal": None,
    "record_sealedidentity": None,
}  # fmt: skip
TOMBSTONE = {"erased_at", "erased_by_id", "erased_because"}
REFUSE = "goldthread_refuse"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put all guards in place, in the place of older ones; of a table that a later migration makes, after that one."""
    with connection.cursor() as cursor:
        for statement in _statements(connection):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            _restrict_the_application(cursor)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take all guards away: only for undoing the migration, and for tests that play the intruder."""
    with connection.cursor() as cursor:
        for table in GUARDED:
            for name in _names(table, connection.vendor):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP FUNCTION IF EXISTS {REFUSE}()")
            cursor.execute(f"DROP FUNCTION IF EXISTS {tombstones.SIGNATURE}")


def absent(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of guards that are missing, switched off or not as they should be; on PostgreSQL triggers are known by name."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            there = dict(cursor.fetchall())
            wanted = [each for each in _statements(connection) if each.startswith("CREATE")]
            return sorted(name for each in wanted if there.get(name := each.split()[2]) != each)
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        enabled = {name for (name,) in cursor.fetchall()}
        gone = [name for table in GUARDED for name in _names(table, "postgresql") if name not in enabled]
        if not tombstones.is_as_it_should_be(cursor, GUARDED):
            gone.append(tombstones.FUNCTION)
    return sorted(gone)


def after_migrating(sender: Any, using: str, **kwargs: Any) -> None:
    """Put the guards in place again. Not where tables are made without migrations, as for most tests."""
    from django.db import connections

    connection = connections[using]
    applied = {app for app, _ in MigrationRecorder(connection).applied_migrations()}
    tables = set(connection.introspection.table_names())
    if not set(GUARDED) <= tables:
        return
    if sender.label in applied and (kwargs.get("plan") or absent(connection)):
        install(connection)
    elif connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            _restrict_the_application(cursor)


def _names(table: str, vendor: str) -> list[str]:
    return [
        f"{table}_no_{deed}" for deed in ("change", "delete", "replace" if vendor == "sqlite" else "empty")
    ]


def _statements(connection: BaseDatabaseWrapper) -> list[str]:
    vendor = connection.vendor
    made = []
    if vendor == "postgresql":
        made.append(
            f"CREATE OR REPLACE FUNCTION {REFUSE}() RETURNS trigger LANGUAGE plpgsql AS "
            "$$BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END$$"
        )
    there = set(connection.introspection.table_names())  # an early migration comes before the later tables
    if vendor == "postgresql" and tombstones.ERASURES in there:
        made += tombstones.statements(connection, GUARDED)
    for table, erasable in GUARDED.items():
        if table not in there:
            continue
        lawful = _lawful(connection, table, erasable)
        change, delete, third = _names(table, vendor)
        if vendor == "sqlite":
            refused = f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END"
            made += [f"DROP TRIGGER IF EXISTS {name}" for name in (change, delete, third)]
            made += [
                f"CREATE TRIGGER {change} BEFORE UPDATE ON {table} WHEN NOT ({lawful}) {refused}",
                f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} {refused}",
                # INSERT OR REPLACE deletes without asking the trigger above
                f"CREATE TRIGGER {third} BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} "
                f"WHERE {_key(table)} = NEW.{_key(table)}) {refused}",
            ]
        else:
            made += [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name in (change, delete, third)]
            made += [
                f"CREATE TRIGGER {change} BEFORE UPDATE ON {table} FOR EACH ROW WHEN (NOT ({lawful})) "
                f"EXECUTE FUNCTION {REFUSE}()",
                f"CREATE TRIGGER {delete} BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {REFUSE}()",
                f"CREATE TRIGGER {third} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {REFUSE}()",
            ]
    return made


def _key(table: str) -> str:
    return "number" if table == "record_seal" else "id"


def _lawful(connection: BaseDatabaseWrapper, table: str, erasable: dict[str, str] | None) -> str:
    """The condition of the one change that is let through: a row turns into its tombstone, once."""
    if erasable is None:
        return "FALSE"
    with connection.cursor() as cursor:
        columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
    same = "IS" if connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    empty_list = "'[]'" if connection.vendor == "sqlite" else "'[]'::jsonb"
    said = ["OLD.erased_at IS NULL", "NEW.erased_at IS NOT NULL", "NEW.erased_because <> ''"]
    for name in columns:
        if name in erasable:
            said.append(f'NEW."{name}" {same} {erasable[name].replace("[]", empty_list)}')
        elif name not in TOMBSTONE:
            said.append(f'NEW."{name}" {same} OLD."{name}"')
    return " AND ".join(said)


def _restrict_the_application(cursor: Any) -> None:
    """Take the right to change and delete from the role that the service runs as, where there is one and we own the tables.

    What it keeps is the right to have a tombstone left where two people erase a record.
    """
    for table in GUARDED:
        cursor.execute(
            "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class, pg_roles "
            "WHERE pg_class.oid = to_regclass(%s) AND rolname = %s AND rolname <> pg_get_userbyid(relowner)",
            [table, APPLICATION_ROLE],
        )
        found = cursor.fetchone()
        if found and found[0]:
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON {table} FROM {APPLICATION_ROLE}")
    cursor.execute(
        "SELECT pg_has_role(current_user, proowner, 'USAGE') FROM pg_proc, pg_roles WHERE pg_proc.oid = to_regprocedure(%s) "
        "AND rolname = %s",
        [tombstones.SIGNATURE, APPLICATION_ROLE],
    )
    found = cursor.fetchone()
    if found and found[0]:
        cursor.execute(f"GRANT EXECUTE ON FUNCTION {tombstones.SIGNATURE} TO {APPLICATION_ROLE}")
