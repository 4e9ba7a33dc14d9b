"""The history of what an import writes: what a new row first said, and each change after it.

First values are copied inside the database, one statement a table, once the import has written all: so a change always has
the old values before it, and an import that changes nothing writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Max
from simple_history.utils import bulk_update_with_history, get_history_model_for_model

from goldthread.record.models import Account, Recorded

NEW = "+"
BATCH = 200


class HistoryKeeper:
    """Keeps the history of one import. ``expect`` comes before the first row of a table is written."""

    def __init__(self, source_id: int, why: str, by: Account | None, now: datetime) -> None:
        self._source_id, self._why, self._by, self._now = source_id, why, by, now
        self._last_before: dict[type[Recorded], int] = {}

    def expect(self, model: type[Recorded]) -> None:
        """New rows of a table may follow."""
        if model not in self._last_before:
            self._last_before[model] = model.objects.aggregate(last=Max("pk"))["last"] or 0

    def change(self, model: type[Recorded], rows: Iterable[Recorded], columns: Iterable[str]) -> None:
        """Write rows that were changed, each with one row of history."""
        changed = list(rows)
        if changed:
            bulk_update_with_history(
                changed,
                model,
                list(columns),
                batch_size=BATCH,
                default_user=self._by,
                default_change_reason=self._why,
                default_date=self._now,
            )

    def copy_first_values(self) -> None:
        """Give every row that was written since ``expect`` its first row of history."""
        for model, last in self._last_before.items():
            history = get_history_model_for_model(model)
            quote = connection.ops.quote_name
            columns = [quote(str(field.column)) for field in model._meta.concrete_fields]
            fixed: dict[str, Any] = {
                "history_date": self._now,
                "history_type": NEW,
                "history_change_reason": self._why[:100],
                "history_user_id": self._by.pk if self._by else None,
            }
            into = ", ".join([*columns, *map(quote, fixed)])
            values = ", ".join([*columns, *(["%s"] * len(fixed))])
            with connection.cursor() as cursor:
                cursor.execute(
                    f"INSERT INTO {quote(history._meta.db_table)} ({into}) SELECT {values} "
                    f"FROM {quote(model._meta.db_table)} WHERE id > %s AND source_id = %s",
                    [*fixed.values(), last, self._source_id],
                )
