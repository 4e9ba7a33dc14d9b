"""The clocks of many children at once: a team, an authority, a partition of a nation. Arrow tables in, an Arrow table out.

Answers the same as `goldthread.engine.one`, from the same page (``docs/decisions/how-the-engine-counts.md``), and shares no
function with it. Conditions are settled while selecting, in Polars; points are related to points in NumPy.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pyarrow as pa

from goldthread.rulebook.calendar import ENGLAND_AND_WALES, Calendar
from goldthread.rulebook.clock import Clock

from .answers import SCHEMA, Answers
from .judging import KnownFacts, judge
from .relating import Relating
from .runs import Runs
from .selecting import WORTH_TWO, AnyTable, frames, wanted_by


def run(
    clocks: Iterable[Clock],
    tables: Mapping[str, AnyTable],
    now: datetime,
    known: pa.Table | None = None,
    calendar: Calendar = ENGLAND_AND_WALES,
) -> pa.Table:
    """Every duty that the clocks find in the tables, in the order of the clocks, then child, starting row and link.

    tables: plural name -> whole children's rows in the vocabulary's columns (an Arrow table, a Polars frame, or the path of
    a Parquet file); a table or column that is not there holds nothing. known: what sources hold, one row a child and fact
    (child int64, fact string ``table.column``, known_from date32, judged_at timestamp UTC), asked for rows with a source.
    Returns ``answers.SCHEMA``. Raises OutsideCalendar for a date of a duty that the calendar does not reach, and TypeError
    for a time now without a zone.
    """
    clocks = tuple(clock for clock in clocks if clock.recorded)
    runs = Runs(frames(tables, wanted_by(clocks)), now, calendar)
    facts, answers = KnownFacts(known, runs), Answers(clocks)

    def answered(clock: Clock) -> pa.RecordBatch:
        relating = Relating(clock, runs)
        starts, given = relating.completed(relating.starts())
        held = facts.of(clock, starts)
        links = relating.links(starts, given, held.covered if held.imported else None)
        return answers.part(relating, starts, held, judge(relating, starts, links, held))

    if runs.rows < WORTH_TWO:
        return pa.Table.from_batches(map(answered, clocks), schema=SCHEMA)
    return pa.Table.from_batches(_by_two(answered, clocks, runs), schema=SCHEMA)


def _by_two(
    answered: Callable[[Clock], pa.RecordBatch], clocks: tuple[Clock, ...], runs: Runs
) -> list[pa.RecordBatch]:
    """Each clock's part, by two threads, which NumPy lets run at once. What two clocks both need is made once.

    One begins with the clock of most rows, the other with that of fewest, until they meet: so the second one's arrays stay
    small, and the memory that it takes is used again; large ones would be given back, and fetched anew, time and again.
    """
    frames, parts = runs.frames, dict[int, pa.RecordBatch]()
    sizes = [frames[clock.starts.table].ids.size + frames[clock.done.table].ids.size for clock in clocks]
    waiting = deque(sorted(range(len(clocks)), key=sizes.__getitem__, reverse=True))

    def work(take: Callable[[], int]) -> None:
        while waiting:
            try:
                at = take()
            except IndexError:  # the other one took the last
                return
            parts[at] = answered(clocks[at])

    with ThreadPoolExecutor(1) as other:
        working = other.submit(work, waiting.pop)
        work(waiting.popleft)
        working.result()
    return [parts[at] for at in range(len(clocks))]
