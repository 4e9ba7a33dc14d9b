"""Every instance of every duty of one child, met ones included, by the plain evaluator."""

from __future__ import annotations

from goldthread.engine.one import Instance, instances
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now

from .columns import columns_of, in_order
from .kept import KEPT
from .known import covered, horizon, known_of_child, speaks_to
from .merging import merge_child
from .reading import rows_of_child

EVERY_CLOCK = frozenset(KEPT)


def instances_of(child_id: int, names: frozenset[str] = EVERY_CLOCK) -> list[Instance]:
    """What the plain evaluator says of one child, for the named clocks in the rulebook's order.

    All tables are read, not only those of these clocks: what a child's sources are must not hang on which are asked.
    """
    rules, held = rules_here(), covered()
    clocks = [rules.clock(clock) for clock in in_order(names)]
    rows = merge_child(rows_of_child(child_id, columns_of(EVERY_CLOCK)), speaks_to(held))
    return instances(clocks, rows, horizon(now(), held), known_of_child(clocks, rows, held), rules.calendar())
