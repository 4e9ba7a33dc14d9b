"""Both evaluators over as many made-up histories as asked: ``python -m tests.agreement.many 100000 [first seed]``.

Goes on from seed to seed, several hundred children each, and stops at the first history on which the two differ, saying
where. Every clock is asked of every history; a hundred thousand take some twenty minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime
from time import monotonic

from goldthread.engine import bulk, one

from .comparing import by_bulk, by_one, first_difference, in_order
from .histories import generate
from .more_clocks import ALL_CLOCKS

AT_ONCE = 500
FIRST_SEED = 20_000
SAY_EVERY = 10


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else FIRST_SEED
    began, answers, seen = monotonic(), Counter[str](), 0
    for seed in range(first, first + -(-wanted // AT_ONCE)):
        made = generate(seed, AT_ONCE, ALL_CLOCKS)
        expected = in_order(list(by_one(one.instances, ALL_CLOCKS, made)), ALL_CLOCKS)
        difference = first_difference(expected, by_bulk(bulk.run, ALL_CLOCKS, made))
        if difference:
            print(f"seed {seed}: the evaluators differ. {difference}")
            return 1
        seen += AT_ONCE
        answers.update(each["clock"] for each in expected)
        if seen % (SAY_EVERY * AT_ONCE) == 0 or seen >= wanted:
            print(
                f"{datetime.now(UTC):%d %B %Y %H:%M}: {seen:,} histories from seed {first} to {seed}, {len(ALL_CLOCKS)} clocks, "
                f"{answers.total():,} answers, the fewest of one clock {min(answers.values()):,} "
                f"({len(answers)} clocks answered), {monotonic() - began:,.0f} s: the two agree on all",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
