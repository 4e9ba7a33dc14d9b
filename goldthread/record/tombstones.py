"""The one change of the logs: a row turns into its tombstone. On PostgreSQL also for a role that may not change the logs.

There a function of the tables' owner does it, and only what an erasure of two people needs: a row about the child of an erasure
that somebody else asked for and that is not done, or a deed about several children. The triggers see to the rest.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

FUNCTION = "goldthread_leave_tombstone"
SIGNATURE = f"{FUNCTION}(text, bigint, timestamptz, bigint, text)"
ERASURES = "record_erasure"
OF_RECORDS = ("record_readlog", "record_auditline")  # a line of the security log is about no record
EMPTY_LIST = "'[]'::jsonb"

Erasable = dict[str, str]


def statements(connection: BaseDatabaseWrapper, erasable: dict[str, Erasable | None]) -> list[str]:
    """SQL that makes the function, which nobody but its owner may call yet. PostgreSQL only."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        (schema,) = cursor.fetchone()
    return [
        f"CREATE OR REPLACE FUNCTION {FUNCTION}(log text, line bigint, moment timestamptz, account bigint, because text) "
        f"RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp AS $${_body(erasable)}$$",
        f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
    ]


def is_as_it_should_be(cursor: Any, erasable: dict[str, Erasable | None]) -> bool:
    """Whether the function stands in the database word for word, and runs as its owner."""
    cursor.execute("SELECT prosrc, prosecdef FROM pg_proc WHERE oid = to_regprocedure(%s)", [SIGNATURE])
    return bool(cursor.fetchone() == (_body(erasable), True))


def _body(erasable: dict[str, Erasable | None]) -> str:
    lines = [
        "DECLARE found integer := 0;",
        "BEGIN",
        f"IF NOT EXISTS (SELECT 1 FROM {ERASURES} WHERE child_id IS NOT NULL AND done_at IS NULL AND refused_at IS NULL "
        "AND asked_by_id <> account) THEN RAISE EXCEPTION 'no erasure that somebody else asked for is waiting'; END IF;",
    ]
    about = (
        f"EXISTS (SELECT 1 FROM {ERASURES} asked WHERE asked.child_id = said.child_id AND asked.done_at IS NULL "
        "AND asked.refused_at IS NULL AND asked.asked_by_id <> account)"
    )
    for word, table in zip(("IF", "ELSIF"), OF_RECORDS, strict=True):
        columns = erasable[table]
        assert columns is not None
        empty = ", ".join(
            f'"{name}" = {EMPTY_LIST if value == "[]" else value}' for name, value in columns.items()
        )
        whose = about if table == "record_readlog" else f"(said.child_id IS NULL OR {about})"
        lines.append(
            f"{word} log = '{table}' THEN UPDATE {table} said SET {empty}, erased_at = moment, erased_by_id = account, "
            f"erased_because = because WHERE said.id = line AND said.erased_at IS NULL AND {whose};"
        )
    lines += [
        "ELSE RAISE EXCEPTION '% is no log of records', log; END IF;",
        "GET DIAGNOSTICS found = ROW_COUNT;",
        "RETURN found = 1;",
        "END",
    ]
    return "\n".join(lines)


def by_function(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether we are a role that may not change the logs and has to ask the function."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT NOT has_table_privilege(current_user, %s, 'UPDATE')", [table])
        return bool(cursor.fetchone()[0])


def leave(
    connection: BaseDatabaseWrapper, table: str, row: int, *, at: datetime, by: int, because: str
) -> bool:
    """Have the function turn a row into its tombstone; whether it did."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {FUNCTION}(%s, %s, %s, %s, %s)", [table, row, at, by, because])
        return bool(cursor.fetchone()[0])
