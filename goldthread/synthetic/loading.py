"""Loading the made-up authority into the record: in bulk, in one transaction, and only where no other child is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from itertools import islice
from typing import Any

import polars as pl
from django.contrib.auth.hashers import make_password
from django.core.management.color import no_style
from django.db import connection, models, transaction

from goldthread.practice.due import rebuild
from goldthread.record.models import Account, Child, Post, model_of
from goldthread.vocabulary import COMMON_COLUMNS, TABLES, Fault

from .sign_ins import PASSWORD, SIGN_INS

Tables = dict[str, pl.DataFrame]
BATCH = 4000


def load(make: Callable[[], Tables], *, progress: Callable[[str], object]) -> None:
    """Load what ``make`` gives and create the sign-ins. Nothing happens where the same authority is there already.

    Raises Fault where the database holds other children.
    """
    first = Child.objects.order_by("pk").first()
    progress("Making the authority ...")
    tables = make()
    if first is not None:
        _refuse_others(tables)
        progress("This authority is already there; nothing was changed.")
        return
    rows = sum(frame.height for frame in tables.values())
    progress(f"Loading {tables['children'].height:,} children and {rows:,} rows ...")
    with transaction.atomic():
        for name in in_loading_order():
            _load_table(name, tables[name])
        _restart_numbering()
        _create_sign_ins()
        progress("Working out what is due ...")
        rebuild()
    progress("The demonstration is ready.")


def _refuse_others(tables: Tables) -> None:
    ours = set(tables["children"]["public_id"])
    theirs = {str(public_id) for public_id in Child.objects.values_list("public_id", flat=True)}
    if not ours <= theirs:
        raise Fault(
            f"This database already holds {len(theirs):,} children who are not this demonstration's, and made-up children are "
            "never mixed with others. Name an empty database with DATABASE_URL, or move var/goldthread.sqlite3 away, and "
            "try again."
        )


def in_loading_order() -> list[str]:
    """The tables, each after those to which its rows refer."""
    refers = {
        name: {column.to for column in table.columns().values() if column.to in TABLES and column.to != name}
        for name, table in TABLES.items()
    }
    return list(TopologicalSorter(refers).static_order())


def _load_table(name: str, frame: pl.DataFrame) -> None:
    model = model_of(name)
    for rows in _batches(_instances(model, name, frame)):
        model.objects.bulk_create(rows, batch_size=BATCH)


def _instances(model: type[models.Model], name: str, frame: pl.DataFrame) -> Iterator[Any]:
    kept = [column for column in frame.columns if column not in COMMON_COLUMNS or column in ("id", "recorded_at")]
    columns = TABLES[name].columns()
    names = [f"{column}_id" if columns[column].kind == "ref" else column for column in kept]
    for values in frame.select(kept).iter_rows():
        yield model(**dict(zip(names, values, strict=True)))


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _restart_numbering() -> None:
    """PostgreSQL counts by sequences, which do not see ids that were given."""
    loaded = [model_of(name) for name in TABLES]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), loaded):
            cursor.execute(statement)


def _create_sign_ins() -> None:
    """The accounts of the demonstration; the manager and the worker are people of Long-term 2."""
    posts = Post.objects.filter(team__name="Long-term 2", ended_on__isnull=True)
    manager = posts.filter(role="3").order_by("pk").first()
    worker = posts.filter(role="5").order_by("pk").first()
    workers = {"manager": manager and manager.worker_id, "worker": worker and worker.worker_id}
    password = make_password(PASSWORD)
    for sign_in in SIGN_INS:
        if not Account.objects.filter(username=sign_in.username).exists():
            Account.objects.create(
                username=sign_in.username, password=password, worker_id=workers.get(sign_in.username),
                last_name=sign_in.role,
            )  # fmt: skip

