"""Loading the made-up authority into the record: in bulk, in one transaction, and only where no other child is."""

from __future__ import annotations

from collections.abc import Callable
from graphlib import TopologicalSorter

import polars as pl
from django.core.management.color import no_style
from django.db import connection, transaction

from goldthread.practice.due import finish, rebuild, rebuild_others
from goldthread.practice.moment import today
from goldthread.practice.notices import tell_this_morning
from goldthread.record.models import Account, Child, model_of
from goldthread.vocabulary import TABLES, Fault

from .accounts import make_missing_sign_ins
from .dangers import make_dangers
from .home_counts import make_home_counts
from .improving import make_improvements
from .lives import make_lives
from .own_standards import set_own_standards
from .published import make_published
from .quality import make_quality
from .supervisions import make_supervisions
from .this_morning import open_the_front_door

Tables = dict[str, pl.DataFrame]
BATCH = 20_000


def load(make: Callable[[], Tables], *, progress: Callable[[str], object]) -> None:
    """Load what ``make`` gives and create the sign-ins. Nothing happens where the same authority is there already.

    Raises Fault where the database holds other children.
    """
    first = Child.objects.order_by("pk").first()
    progress("Making the authority ...")
    tables = make()
    if first is not None:
        _refuse_others(tables)
        make_missing_sign_ins()
        progress("This authority is already there; nothing was changed.")
        return
    rows = sum(frame.height for frame in tables.values())
    progress(f"Loading {tables['children'].height:,} children and {rows:,} rows ...")
    with transaction.atomic():
        load_tables(tables)
        make_missing_sign_ins()
        set_own_standards(today())
        make_quality()
        make_supervisions()
        make_published()
        make_improvements()
        progress("Working out what is due ...")
        rebuild()
        rebuild_others()
        make_dangers(*(Account.objects.get(username=name) for name in ("director", "keeper")))
        make_lives(Account.objects.get(username="director"))
        open_the_front_door(*(Account.objects.get(username=name) for name in ("duty", "worker")))
        finish()
        make_home_counts()
        tell_this_morning()
    progress("The demonstration is ready.")


def _refuse_others(tables: Tables) -> None:
    ours = set(tables["children"]["public_id"])
    theirs = {str(public_id) for public_id in Child.objects.values_list("public_id", flat=True)}
    if not ours <= theirs:
        raise Fault(
            f"This database already holds {len(theirs):,} children who are not this demonstration's, and made-up children are "
            "never mixed with others. Name an empty database with DATABASE_URL, or another folder with GOLDTHREAD_HOME, "
            "and try again."
        )


def in_loading_order() -> list[str]:
    """The tables, each after those to which its rows refer."""
    refers = {
        name: {column.to for column in table.columns().values() if column.to in TABLES and column.to != name}
        for name, table in TABLES.items()
    }
    return list(TopologicalSorter(refers).static_order())


def load_tables(tables: Tables) -> None:
    """Write whole tables with the ids that they have; what is recorded afterwards is numbered above them."""
    for name in in_loading_order():
        load_table(name, tables[name])
    _restart_numbering()


def load_table(name: str, frame: pl.DataFrame) -> None:
    """One statement for many rows: four times as fast as through instances of the model, and these rows need no more."""
    model = model_of(name)
    kinds = TABLES[name].columns()
    stored = {field.name: field.column or "" for field in model._meta.concrete_fields}
    columns = [connection.ops.quote_name(stored[column]) for column in frame.columns]
    held = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({', '.join(columns)}) VALUES ({held})"
    written = frame.select(_as_stored(column, kinds[column].kind) for column in frame.columns)
    with connection.cursor() as cursor:
        for batch in written.iter_slices(BATCH):
            cursor.executemany(statement, batch.rows())


def _as_stored(column: str, kind: str) -> pl.Expr:
    """A column as both databases take it: days and moments in their standard spelling, in UTC."""
    if kind == "day":
        return pl.col(column).dt.strftime("%Y-%m-%d")
    if kind == "instant":
        return pl.col(column).dt.strftime("%Y-%m-%d %H:%M:%S")
    if column == "public_id" and connection.vendor == "sqlite":
        return pl.col(column).str.replace_all("-", "")
    return pl.col(column)


def _restart_numbering() -> None:
    """PostgreSQL counts by sequences, which do not see ids that were given."""
    loaded = [model_of(name) for name in TABLES]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), loaded):
            cursor.execute(statement)
