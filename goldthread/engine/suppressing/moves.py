"""Other tables that would have been told the same: small integer programs, solved exactly by HiGHS."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from goldthread.vocabulary import Fault

from .release import Sum, Whole

LEAST = 1e-4  # so that no cell moves that need not


def apart(
    counts: Whole,
    sums: Sequence[Sum],
    cell: int,
    width: int,
    free: Collection[int],
    costs: Mapping[int, float],
) -> list[dict[int, int]]:
    """Changes of one column of counts between which a cell differs by ``width``: each cell -> difference; none if it cannot.

    free: the cells whose value nobody was told. costs: those that could be kept back too, each with what that costs; the changes
    are those whose cells cost least: one that rises, one that falls, or both. No count falls under nought, and every sum holds.
    """
    falls = min(int(counts[cell]), width)
    ways = [(width,), (-falls, width - falls)]
    found: list[tuple[float, list[dict[int, int]]]] = []
    for way in ways:
        changes = [_solved(counts, sums, {cell: by}, free, costs) for by in way if by]
        known = [each for each in changes if each is not None]
        if len(known) == len(changes):
            found.append((sum(costs.get(at, 0.0) for at in set().union(*known)), known))
    return min(found, key=lambda each: each[0])[1] if found else []


def spread(
    counts: Whole, sums: Sequence[Sum], wanted: Mapping[int, int], free: Collection[int]
) -> dict[int, int]:
    """One change of the free cells that moves as many as it can: cell -> difference. wanted: cell -> how far, with its sign."""
    return _solved(counts, sums, {}, free, {}, wanted) or {}


def _solved(
    counts: Whole,
    sums: Sequence[Sum],
    fixed: Mapping[int, int],
    free: Collection[int],
    costs: Mapping[int, float],
    wanted: Mapping[int, int] | None = None,
) -> dict[int, int] | None:
    """A change with some cells' differences fixed, at the least cost; or one that comes nearest to those wanted.

    Variables, one after the other: how far each cell rises, how far it falls, whether a costly cell moves at all, and how
    much of what is wanted of a cell is reached.
    """
    wanted = wanted or {}
    summed = {cell for each in sums for cell in (each.whole, *each.parts)}
    cells = sorted(({*free, *costs} & summed) | {*fixed, *wanted})
    place = {cell: at for at, cell in enumerate(cells)}
    if not {*fixed, *wanted} <= {*free}:
        raise Fault(f"Cells {sorted({*fixed, *wanted})} were told, and what was told cannot change.")
    size, costly, aimed = len(cells), sorted(costs), sorted(wanted)
    widest = max(map(abs, [*fixed.values(), *wanted.values()]), default=0)
    room = 4 * widest
    columns = 2 * size + len(costly) + len(aimed)
    rows: list[tuple[dict[int, float], float, float]] = []
    for each in sums:
        row: dict[int, float] = {}
        for cell, sign in [(each.whole, 1.0), *((part, -1.0) for part in each.parts)]:
            if cell in place:
                row[place[cell]], row[size + place[cell]] = sign, -sign
        if row:
            rows.append((row, 0.0, 0.0))
    for at, cell in enumerate(costly, 2 * size):
        rows.append(({place[cell]: 1.0, size + place[cell]: 1.0, at: -float(room)}, -np.inf, 0.0))
    for at, cell in enumerate(aimed, 2 * size + len(costly)):
        sign = 1.0 if wanted[cell] > 0 else -1.0
        rows.append(({place[cell]: -sign, size + place[cell]: sign, at: 1.0}, -np.inf, 0.0))
    least, most = np.zeros(columns), np.full(columns, float(room))
    most[size : 2 * size] = np.minimum(counts[cells], room)
    most[2 * size : 2 * size + len(costly)] = 1.0
    most[2 * size + len(costly) :] = [abs(wanted[cell]) for cell in aimed]
    for cell, by in fixed.items():
        up, down = place[cell], size + place[cell]
        least[up] = most[up] = float(max(by, 0))
        least[down] = most[down] = float(max(-by, 0))
    price = np.concatenate(
        [np.full(2 * size, LEAST), [costs[cell] for cell in costly], np.full(len(aimed), -1.0)]
    )
    answer = milp(
        price,
        integrality=np.ones(columns),
        bounds=Bounds(least, most),
        constraints=[_constraint(rows, columns)] if rows else [],
    )
    if answer.x is None:
        return None
    whole = np.rint(answer.x).astype(np.int64)
    moved = whole[:size] - whole[size : 2 * size]
    return {cell: int(moved[at]) for cell, at in place.items() if moved[at]}


def _constraint(rows: Sequence[tuple[Mapping[int, float], float, float]], columns: int) -> LinearConstraint:
    at = [
        (row, column, value) for row, (entries, _, _) in enumerate(rows) for column, value in entries.items()
    ]
    which, where, values = zip(*at, strict=True)
    table = coo_array((values, (which, where)), shape=(len(rows), columns)).tocsr()
    return LinearConstraint(table, [low for _, low, _ in rows], [high for _, _, high in rows])
