"""Every instance of every duty of one child, met ones included: what the child's page shows."""

from __future__ import annotations

from goldthread.engine.one import Instance, instances
from goldthread.practice.moment import now

from .columns import columns_of, in_order
from .kept import KEPT
from .known import horizon, known_of_child, speaks_to
from .merging import merge_child
from .reading import rows_of_child


def instances_of(child_id: int) -> list[Instance]:
    """What the plain evaluator says of one child, in the rulebook's order."""
    names = frozenset(KEPT)
    clocks = in_order(names)
    rows = merge_child(rows_of_child(child_id, columns_of(names)), speaks_to())
    return instances(clocks, rows, horizon(now()), known_of_child(clocks, rows))
