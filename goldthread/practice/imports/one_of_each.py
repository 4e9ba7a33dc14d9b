"""Of some rows only one may stand at a time, such as one open period of care for each child, whoever says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from goldthread.record.models import Child, Recorded, table_of

from .refusals import holds, one_of_each
from .shapes import SHAPES, fact_columns


@dataclass(frozen=True, slots=True)
class Occupant:
    """The row that already stands. ``source_id`` is missing where it was recorded here."""

    key: int | None
    source_id: int | None
    began: Any
    column: str
    expected: str

    def same_day(self, values: dict[str, Any]) -> bool:
        return bool(self.began == values[self.column])

    def found(self, values: dict[str, Any]) -> str:
        return f"one that began on {values[self.column]} beside one that began on {self.began}"


class Standing:
    """Which children have such a row, among those of one batch. For models without such a rule it is empty."""

    def __init__(self, model: type[Recorded], source_id: int, children: Iterable[int]) -> None:
        self._rules = one_of_each(model)
        self._taken: dict[int, Occupant] = {}
        if not self._rules:
            return
        self._table = table_of(model)
        self._column = SHAPES[self._table].began[0]
        self._expected = str(self._rules[0].violation_error_message).rstrip(".")
        self._source_id = source_id
        assert [rule.fields for rule in self._rules] == [("child",)], "one rule for each child"
        rows: models.QuerySet[Any] = model.objects.filter(self._rules[0].condition)
        for row in rows.filter(child_id__in=set(children)):
            self._taken[vars(row)["child_id"]] = self._occupant(row.pk, row.source_id, vars(row))

    def _occupant(self, key: int | None, source_id: int | None, values: dict[str, Any]) -> Occupant:
        return Occupant(key, source_id, values[self._column], self._column, self._expected)

    def leaves(self, row: Recorded) -> None:
        """A row is about to change: it stands no longer as it was."""
        child = vars(row)["child_id"]
        if child in self._taken and self._taken[child].key == row.pk:
            del self._taken[child]

    def taken(self, child: Child | None, values: dict[str, Any]) -> Occupant | None:
        """The row that stands where one of these values would; None where it may stand."""
        return self._taken.get(child.pk) if child and self._would_stand(values) else None

    def take(self, child: Child | None, values: dict[str, Any]) -> None:
        if child and self._would_stand(values):
            self._taken[child.pk] = self._occupant(None, self._source_id, values)

    def _would_stand(self, values: dict[str, Any]) -> bool:
        condition = self._rules[0].condition
        assert condition is not None
        said = {name: values.get(name) for name in fact_columns(self._table)}
        return holds(condition, said | {"withdrawn_at": None}) is True
