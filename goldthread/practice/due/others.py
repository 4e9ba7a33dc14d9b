"""What is due to foster households and to those who adopt: kept beside what is due to children, by the same two evaluators.

A household's dates are few, so what is kept is what is open now; a date that moved leaves no history of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import polars as pl
from django.db import transaction

from goldthread.engine import bulk
from goldthread.engine.one import instances
from goldthread.practice.carers import Owner
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now
from goldthread.record.models import DueToOther, model_of
from goldthread.rulebook.calendar import ENGLAND_AND_WALES, epoch_day
from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS
from goldthread.vocabulary import TABLES

from .reading import tables_of

OPEN = ("overdue", "running", "not known")
LEFT_OUT = frozenset({"recorded_at", "recorded_by", "withdrawn_at", "withdrawn_because", "original"})


@cache
def _columns() -> dict[str, frozenset[str]]:
    """Every table that these clocks read, whole: they are small."""
    tables = {table for clock in CLOCKS_OF_OTHERS.values() for table in clock.tables()}
    return {table: frozenset(TABLES[table].columns()) - LEFT_OUT for table in sorted(tables)}


def rebuild_others() -> int:
    """Work out every open duty to households and adopters by the bulk evaluator. Gives how many there are."""
    rules = rules_here()
    clocks = [rules.clock(clock) for clock in CLOCKS_OF_OTHERS.values()]
    answers = pl.DataFrame(bulk.run(clocks, tables_of(None, _columns()), now(), calendar=rules.calendar()))
    still_open = answers.filter(pl.col("state").cast(pl.String).is_in(OPEN))
    kept = [_due(each) for each in still_open.iter_rows(named=True)]
    with transaction.atomic():
        DueToOther.objects.all().delete()
        DueToOther.objects.bulk_create(kept, batch_size=1_000)
    return len(kept)


@transaction.atomic
def refresh_others(owners: Iterable[Owner]) -> None:
    """After a write that touched these households or adopters: what is due to each, by the plain evaluator."""
    rules = rules_here()
    for owner in owners:
        table, key = owner
        DueToOther.objects.filter(owner_table=table, owner_row=key).delete()
        clocks = [rules.clock(clock) for clock in CLOCKS_OF_OTHERS.values() if clock.owner == table]
        told = instances(clocks, _rows_of(owner), now(), calendar=rules.calendar())
        DueToOther.objects.bulk_create([_due(each._asdict()) for each in told if each.state in OPEN])


def _rows_of(owner: Owner) -> dict[str, list[dict[str, Any]]]:
    table, key = owner
    found = {}
    for name, columns in _columns().items():
        kinds = TABLES[name].columns()
        if name != table and (not TABLES[name].owned_by or kinds[TABLES[name].owned_by].to != table):
            continue
        keys = {"pk": key} if name == table else {TABLES[name].owned_by: key}
        rows = model_of(name).unwithdrawn.filter(**keys).order_by("pk")
        found[name] = list(rows.values(*columns))
    return found


def _due(found: dict[str, Any]) -> DueToOther:
    clock = CLOCKS_OF_OTHERS[found["clock"]]
    return DueToOther(
        owner_table=clock.owner, owner_row=found["child"], clock=clock.name, start_table=found["start_table"],
        start_row=found["start_row"], link=found["link"], row_id=found["row_id"], started_on=found["started_on"],
        due_on=found["due_on"], due_day=epoch_day(found["due_on"]), plan_by=found["plan_by"],
        authority=found["authority"], confirmed=found["confirmed"], known=found["state"] != "not known",
        edition=found["edition"], calendar_version=ENGLAND_AND_WALES.version,
    )  # fmt: skip
