"""One at a time for one child: what is due is worked out from rows that everybody has finished writing."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from goldthread.record.models import Child


def take_turns(child_ids: Sequence[int] | None) -> None:
    """Until the transaction ends, nobody else works out anything of these children, or of any; rows about them may come.

    On SQLite whoever writes is alone in any case.
    """
    if not connection.features.has_select_for_update:
        return
    children = Child.objects.select_for_update(no_key=True).order_by("pk")
    if child_ids is not None:
        children = children.filter(pk__in=child_ids)
    list(children.values_list("pk", flat=True))
