"""The rule by which a week's reading is drawn: by chance, weighted to what was not read lately, and always the same again.

Plain Python over plain data, so that anybody can run it and see that it was fair.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

FIRST_AFTER = 8
MOST = 26

RULE = (
    "Drawn by chance each Monday from the decisions made or signed off, and the supervisions held, in the eight weeks before by "
    "the managers whom you manage; each is dealt once. A manager's chance grows with every week in which nothing of theirs "
    f"was read, and whoever was not read for {FIRST_AFTER} weeks comes first. Within a manager's work, so does the chance of "
    "each kind and of each team. The same week and the same record always give the same deal."
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that may be read: its row, whose it is, what kind and of which team."""

    table: str
    row: int
    child: int
    manager: int
    kind: str
    team: int | None


Last = Mapping[tuple[object, ...], date]
"""When something of a manager was read last: by ("manager", m), by ("kind", m, kind), by ("team", m, team)."""


def draw(items: Sequence[Item], last: Last, *, week_on: date, size: int, seed: str) -> list[Item]:
    """Draw a week's deal. Fewer than size only where there are fewer."""
    chance = random.Random(seed)
    left = sorted(set(items), key=lambda each: (each.table, each.row))
    read = dict(last)
    chosen: list[Item] = []
    while left and len(chosen) < size:
        manager = _manager(sorted({each.manager for each in left}), read, week_on, chance)
        mine = [each for each in left if each.manager == manager]
        kinds = sorted({each.kind for each in mine})
        of_kind = [_weight(read.get(("kind", manager, each)), week_on) for each in kinds]
        kind = chance.choices(kinds, of_kind)[
            0
        ]  # first the kind: there are ten supervisions for each decision
        several = [each for each in mine if each.kind == kind]
        of_team = [_weight(read.get(("team", manager, each.team)), week_on) for each in several]
        item = chance.choices(several, of_team)[0]
        chosen.append(item)
        left.remove(item)
        read |= dict.fromkeys(keys_of(item), week_on)
    return chosen


def keys_of(item: Item) -> list[tuple[object, ...]]:
    """What counts as read lately once this is."""
    return [
        ("manager", item.manager),
        ("kind", item.manager, item.kind),
        ("team", item.manager, item.team),
    ]


def _manager(managers: list[int], read: Last, week_on: date, chance: random.Random) -> int:
    waited = {each: _weeks(read.get(("manager", each)), week_on) for each in managers}
    longest = max(waited.values())
    if longest >= FIRST_AFTER:
        return chance.choice([each for each in managers if waited[each] == longest])
    return chance.choices(managers, [1 + waited[each] for each in managers])[0]


def _weeks(last: date | None, week_on: date) -> int:
    """Whole weeks since; more than any where it never was."""
    return 10**6 if last is None else max(0, (week_on - last).days // 7)


def _weight(last: date | None, week_on: date) -> int:
    return 1 + min(_weeks(last, week_on), MOST)
