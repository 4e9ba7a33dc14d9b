"""Every row about one child, wherever it stands, and the lines of the logs that speak of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, models

from goldthread.practice.actions import table_name
from goldthread.record.models import AuditLine, Child, Erasure, Log, Person, ReadLog, Relationship

Rows = dict[type[models.Model], set[int]]
STAY = (Log, Erasure)
AT_A_TIME = 500


def rows_about(child: Child) -> Rows:
    """What points at the child, and what points at that in turn, by model; and adults of whom nothing else is known.

    The history of each row is among them. Lines of the logs and the erasure itself are not: they stay, emptied.
    """
    found: Rows = {}
    with_all_beneath(found, Child, {child.pk})
    kin: models.QuerySet[Any] = models.QuerySet(Relationship).filter(
        pk__in=found.get(Relationship, set()), person__isnull=False
    )
    for person in set(kin.values_list("person_id", flat=True)):
        alone: Rows = {}
        with_all_beneath(alone, Person, {person})
        if all(keys <= found.get(each, set()) for each, keys in alone.items() if _is_the_record(each)):
            for each, keys in alone.items():
                found.setdefault(each, set()).update(keys)
    return found


def with_all_beneath(
    found: Rows, model: type[models.Model], keys: set[int], besides: tuple[type[models.Model], ...] = ()
) -> None:
    """Add rows of a model, their history, and what points at them in turn, besides that of some models."""
    new = keys - found.get(model, set())
    if not new:
        return
    found.setdefault(model, set()).update(new)
    history = _history_of(model)
    if history is not None:
        found.setdefault(history, set()).update(_keys(history, "id", new))
    for relation in model._meta.get_fields(include_hidden=True):
        other = relation.related_model
        if isinstance(relation, models.ManyToOneRel) and isinstance(other, type) and _may_go(other, besides):
            with_all_beneath(found, other, _keys(other, relation.field.attname, new), besides)


def _may_go(model: type[models.Model], besides: tuple[type[models.Model], ...]) -> bool:
    return model._meta.app_label == Child._meta.app_label and not issubclass(model, (*STAY, *besides))


def _is_the_record(model: type[models.Model]) -> bool:
    """Whether a table holds what is, and not how it was before; nor the person, who is asked about."""
    return model is not Person and not (model._meta.model_name or "").startswith("historical")


def _history_of(model: type[models.Model]) -> type[models.Model] | None:
    history = getattr(model, "history", None)
    return getattr(history, "model", None)


def _keys(model: type[models.Model], column: str, values: Iterable[int]) -> set[int]:
    """The keys of a model's rows in whose column one of these values stands."""
    wanted, found = sorted(values), set[int]()
    for start in range(0, len(wanted), AT_A_TIME):
        some = {f"{column}__in": wanted[start : start + AT_A_TIME]}
        found.update(models.QuerySet(model).filter(**some).values_list("pk", flat=True))
    return found


def log_lines_about(child: Child, rows: Rows) -> Iterator[Log]:
    """The lines of both logs that say something of the child: by the child, or by a row that is erased.

    Lists in which the child was shown keep the record's number, which names nobody once the record is gone.
    """
    yield from ReadLog.objects.filter(child=child, erased_at=None).order_by("pk").iterator()
    yield from AuditLine.objects.filter(child=child, erased_at=None).order_by("pk").iterator()
    yield from lines_naming(rows)


def lines_naming(rows: Rows) -> Iterator[AuditLine]:
    """The audit lines of no one child that say something of these rows."""
    places = {f"{table_name(model())}:{key}" for model, keys in rows.items() for key in keys}
    of_several = AuditLine.objects.filter(child=None, erased_at=None).order_by("pk")
    for line in of_several.iterator():
        if places & {*(line.before or {}), *(line.after or {})}:
            yield line


def delete_rows(rows: Rows) -> None:
    """Delete them past every guard of the models: the databases look at references at the end of the transaction."""
    for model, keys in rows.items():
        wanted = sorted(keys)
        for start in range(0, len(wanted), AT_A_TIME):
            some: Any = models.QuerySet(model).filter(pk__in=wanted[start : start + AT_A_TIME])
            some._raw_delete(connection.alias)
