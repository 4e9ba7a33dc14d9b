"""Somebody who sees only what was told, with an exact integer program: it shares nothing with what keeps cells back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from scipy.optimize import linprog

from goldthread.engine.suppressing import Sum


def interval(
    counts: np.ndarray,
    sums: Sequence[Sum],
    hidden: Collection[int],
    cell: int,
    *,
    also: Sequence[tuple[int, int, float, float]] = (),
) -> tuple[float, float]:
    """The least and the greatest whole number that a kept cell may be, of all tables that would have been told the same.

    counts: one column of the table. hidden: the cells that were never told. also: further things told, each as (cell, cell,
    low, high): the first is between so many times the second, as a rounded percentage says. Infinity where nothing bounds it.
    """
    size = len(counts)
    bounds = [(0, None) if at in hidden else (counts[at], counts[at]) for at in range(size)]
    equal = np.zeros((len(sums), size))
    for row, each in enumerate(sums):
        equal[row, each.whole] = 1
        for part in each.parts:
            equal[row, part] -= 1
    rows = []
    for part, whole, least, greatest in also:
        for sign, bound in ((1, greatest), (-1, least)):
            row = np.zeros(size)
            row[part], row[whole] = sign, -sign * bound
            rows.append(row)
    given = {"A_eq": equal, "b_eq": np.zeros(len(sums))} if sums else {}
    given |= {"A_ub": np.array(rows), "b_ub": np.zeros(len(rows))} if rows else {}
    found = []
    for sign in (1, -1):
        aim = np.zeros(size)
        aim[cell] = sign
        answer = linprog(aim, bounds=bounds, integrality=np.ones(size), method="highs", **given)
        if answer.status in (
            3,
            4,
        ):  # no bound: the true table is one of those sought, so that there is always one
            found.append(np.inf)
            continue
        assert answer.status == 0, answer.message
        found.append(sign * round(answer.fun))
    return found[0], found[1]
