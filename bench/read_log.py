"""Millions of rows of the read log as years of work leave them: salted, hashed and indexed like any other, added in bulk."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import Any

A_DAY = 6_000  # records opened and lists shown on a working day of an authority with 50,000 children in its record
BATCH = 100_000
RECORDS = 0.8  # of all rows; the others are lists, of fifty children each
LISTED = 50
LAST = datetime(2026, 2, 28, 17, 30, tzinfo=UTC)
COLUMNS = (
    "at", "account_id", "child_id", "what", "why", "page", "shown", "rows", "salt", "hash", "erased_because",
)  # fmt: skip


def fill_read_log(rows: int, seed: int = 2026) -> None:
    """Add so many rows, the last on the day before the demonstration's, some children read far oftener than others.

    Every row has its own salt and the hash of what it says, in the form in which `verify-log` works it out. SQLite only:
    its indexes are taken away and made anew, which takes a quarter of the time of keeping them.
    """
    from django.db import connection, transaction

    from goldthread.record.models import Account, Child, ReadLog

    accounts = list(Account.objects.order_by("pk").values_list("pk", flat=True))
    children = list(Child.objects.order_by("pk").values_list("pk", flat=True))
    table = ReadLog._meta.db_table
    statement = f"INSERT INTO {table} ({', '.join(COLUMNS)}) VALUES ({', '.join(['?'] * len(COLUMNS))})"
    made = _rows(rows, random.Random(seed), accounts, children)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE tbl_name = %s AND type = 'index'", [table])
        indexes = [(name, sql) for name, sql in cursor.fetchall() if sql]
    done = 0
    with transaction.atomic(), connection.cursor() as cursor:
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        while batch := list(islice(made, BATCH)):
            connection.connection.executemany(statement, batch)
            done += len(batch)
            if done % 1_000_000 == 0:
                print(f"{done:,} rows of the read log ...", file=sys.stderr, flush=True)
        for _, sql in indexes:
            cursor.execute(sql)


def _rows(
    rows: int, chance: random.Random, accounts: list[int], children: list[int]
) -> Iterator[tuple[Any, ...]]:
    step = timedelta(days=1) / A_DAY
    at = LAST - step * rows
    most = len(children) - 1
    for _ in range(rows):
        at += step
        account = accounts[int(chance.random() * len(accounts))]
        if chance.random() < RECORDS:
            child = children[int(most * chance.random() ** 3)]  # a few are read every day, most hardly ever
            what, page, shown, count = "record", "child", str(child), 1
        else:
            first = int(chance.random() * max(0, most - LISTED))
            listed = children[first : first + LISTED]
            child, what, page, shown, count = None, "list", "waiting", ",".join(map(str, listed)), len(listed)
        moment = at.strftime("%Y-%m-%dT%H:%M:%S.%f")
        # What `log_hashes.canonical` says of such a row, put together by hand for speed; `bench.pages` has some verified.
        whose = f'"child_id":{child},' if child else ""
        said = (
            f'{{"account_id":{account},"at":"{moment}",{whose}"log":"readlog","page":"{page}","rows":{count},'
            f'"shown":[{shown}],"what":"{what}"}}'
        )
        salt = chance.getrandbits(128).to_bytes(16, "big")
        digest = sha256(salt + said.encode("ascii")).hexdigest()
        kept = moment.replace("T", " ", 1)
        yield kept, account, child, what, "", page, f"[{shown}]", count, salt.hex(), digest, ""
