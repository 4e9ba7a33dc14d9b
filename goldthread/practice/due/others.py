"""What is due to foster households and to those who adopt: kept beside what is due to children, by the same two evaluators.

A household's dates are few, so what is kept is what is open now; a date that moved or closed leaves a line of history that says
so, as a child's does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

import polars as pl
from django.db import transaction
from django.db.models import QuerySet

from goldthread.engine import bulk
from goldthread.engine.one import instances
from goldthread.practice.carers import Owner
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now
from goldthread.record.models import DueToOther, DueToOtherHistory, model_of
from goldthread.rulebook.calendar import ENGLAND_AND_WALES, epoch_day
from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS
from goldthread.vocabulary import TABLES

from .becoming import Became, Identity, became_of_child, became_of_many, told_of, why_it_moved
from .reading import tables_of

OPEN = ("overdue", "running", "not known")
LEFT_OUT = frozenset({"recorded_at", "recorded_by", "withdrawn_at", "withdrawn_because", "original"})


@cache
def _columns() -> dict[str, frozenset[str]]:
    """Every table that these clocks read, whole: they are small."""
    tables = {table for clock in CLOCKS_OF_OTHERS.values() for table in clock.tables()}
    return {table: frozenset(TABLES[table].columns()) - LEFT_OUT for table in sorted(tables)}


@transaction.atomic
def rebuild_others() -> int:
    """Work out every open duty to households and adopters by the bulk evaluator. Gives how many there are."""
    rules = rules_here()
    clocks = [rules.clock(clock) for clock in CLOCKS_OF_OTHERS.values()]
    answers = pl.DataFrame(bulk.run(clocks, tables_of(None, _columns()), now(), calendar=rules.calendar()))
    still_open = answers.filter(pl.col("state").cast(pl.String).is_in(OPEN))
    kept = [_due(each) for each in still_open.iter_rows(named=True)]
    _store(DueToOther.objects.all(), kept, lambda wanted: became_of_many(answers, wanted))
    return len(kept)


@transaction.atomic
def refresh_others(owners: Iterable[Owner]) -> None:
    """After a write that touched these households or adopters: what is due to each, by the plain evaluator."""
    rules = rules_here()
    for owner in owners:
        table, key = owner
        clocks = [rules.clock(clock) for clock in CLOCKS_OF_OTHERS.values() if clock.owner == table]
        told = instances(clocks, _rows_of(owner), now(), calendar=rules.calendar())
        _store(
            DueToOther.objects.filter(owner_table=table, owner_row=key),
            [_due(each._asdict()) for each in told if each.state in OPEN],
            partial(became_of_child, told),
        )


def _store(
    held: QuerySet[DueToOther],
    wanted: list[DueToOther],
    find: Callable[[set[Identity]], dict[Identity, Became]],
) -> None:
    """Put what is open now in the place of what was held, and keep what became of every date that was given."""
    new = {_identity(each): each for each in wanted}
    old = {_identity(each): each for each in held}
    gone = {identity for identity in old if identity not in new}
    became = find(gone) if gone else {}
    history = [_went(each, became.get(identity)) for identity, each in old.items() if identity in gone]
    history += [
        _moved(each, new[identity])
        for identity, each in old.items()
        if identity in new and new[identity].due_on != each.due_on
    ]
    held.delete()
    DueToOther.objects.bulk_create(wanted, batch_size=1_000)
    DueToOtherHistory.objects.bulk_create(history, batch_size=1_000)


def _identity(due: DueToOther) -> Identity:
    return due.owner_row, due.clock, due.start_table, due.start_row, due.link


class _Given(NamedTuple):
    """What of a line says why its date is what it is; what is due to others counts from its start alone."""

    started_on: date
    edition: date
    calendar_version: str
    counted_from: str = "start"


def _given(due: DueToOther) -> _Given:
    return _Given(due.started_on, due.edition, due.calendar_version)


def _history(old: DueToOther, **values: Any) -> DueToOtherHistory:
    return DueToOtherHistory(
        owner_table=old.owner_table, owner_row=old.owner_row, clock=old.clock, start_table=old.start_table,
        start_row=old.start_row, link=old.link, row_id=old.row_id, old_due_on=old.due_on, old_edition=old.edition,
        old_calendar_version=old.calendar_version, at=now(), **values,
    )  # fmt: skip


def _moved(old: DueToOther, new: DueToOther) -> DueToOtherHistory:
    return _history(
        old, became="moved", new_due_on=new.due_on, new_edition=new.edition,
        new_calendar_version=new.calendar_version, why=why_it_moved(_given(old), _given(new)),
    )  # fmt: skip


def _went(old: DueToOther, became: Became | None) -> DueToOtherHistory:
    return _history(old, **told_of(became))


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
