"""Made-up histories for measures: those of the clocks, with the tables and columns that measures read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from goldthread.engine.measuring.knowing import facts_of
from goldthread.engine.measuring.reading import wanted_of
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.measure import Measure
from goldthread.vocabulary import TABLES, Column

from .histories import TELLING, Histories, _child, _known, literals, read_by

NOW = datetime(2020, 12, 16, 10, 30, 20, tzinfo=UTC)
SPEAKS = {1: date(2020, 6, 30), 2: date(2020, 12, 31)}
"""Up to which day the two sources of the histories speak."""
CODES = {
    "role": [*["social-worker"] * 6, "personal-adviser", "reviewing-officer"],
    "seen_alone": ["yes", "no"],
}


def columns_of(
    measures: Iterable[Measure],
) -> tuple[dict[str, dict[str, Column]], dict[tuple[str, str], list[Any]]]:
    """The columns that measures and their duties read, by table, and the values that their conditions ask for."""
    measures = list(measures)
    clocks = [CLOCKS[name] for name in sorted(frozenset().union(*(each.clocks() for each in measures)))]
    columns, values = read_by(clocks)
    for table, wanted in wanted_of(measures).items():
        names = {"id", "source", "withdrawn_at", TABLES[table].owner_column(), *wanted.days, *wanted.refs}
        for condition in wanted.conditions:
            names |= condition.columns()
            for column, value in literals(condition):
                values.setdefault((table, column), [])
                if value not in values[table, column]:
                    values[table, column].append(value)
        declared = TABLES[table].columns()
        columns.setdefault(table, {}).update({name: declared[name] for name in declared if name in names})
    for table, declared_here in columns.items():
        for name in CODES.keys() & declared_here.keys():
            values[table, name] = CODES[name]
    return columns, values


def generate(seed: int, children: int, measures: Iterable[Measure]) -> Histories:
    """Histories for some measures: always the same for one seed."""
    measures = list(measures)
    random = Random(seed)
    columns, values = columns_of(measures)
    clocks = [CLOCKS[name] for name in sorted(frozenset().union(*(each.clocks() for each in measures)))]
    facts = sorted({clock.done.fact for clock in clocks}.union(*(facts_of(each)[0] for each in measures)))
    ids = {name: random.sample(range(1, 40 * children), 14 * children) for name in columns}
    made = Histories(NOW, {}, {}, columns)
    for child in random.sample(range(10, 50 * children), children):
        near = random.choice([NOW.date(), random.choice(TELLING[:20])])
        spread = random.choice([15, 60, 400])
        days = [near + timedelta(random.randint(-spread, spread)) for _ in range(random.randint(4, 9))]
        rows = _child(random, child, near, days, columns, values, ids)
        for row in rows["allocations"]:
            row["team"] = random.choice([None, 1, 2, 3])
            row["worker"] = random.choice([None, 1, 2, 3, 4, 5])
        for row in (*rows["plans"], *rows["placements"], *rows["care_episodes"]):
            if row.get("began_on") and random.random() < 0.25:
                row["began_on"] -= timedelta(random.choice([728, 729, 730, 950]))
        for row in rows["education_plans"]:
            if row.get("held_on") and random.random() < 0.5:
                row |= {"held_on": row["held_on"] - timedelta(200), "kind": "personal"}
        for row in rows["children"]:
            if random.random() < 0.6:
                years = random.choice([2, 5, 14, 16, 18, 19, 20, 21, 22])
                row["born_on"] = date(near.year - years, 2, 28) + timedelta(random.randint(0, 330))
        made.tables[child] = rows
        made.known[child] = _known(random, facts, NOW, days)
    return made
