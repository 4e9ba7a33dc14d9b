"""The answer as an Arrow table: one row a link, its columns typed, its words in dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goldthread.rulebook.authority import KINDS
from goldthread.rulebook.clock import Clock

from .daytables import local_days
from .judging import EPOCH_DAY, STATES, Held, Judged
from .kernel import FAR, NONE, Flags, Ints
from .links import Links, Starts
from .relating import Relating
from .selecting import MISSING

A_MILLION = 1 << 20
WORDS = pa.dictionary(pa.int16(), pa.string())
INSTANT = pa.timestamp("s", "UTC")
SCHEMA = pa.schema(
    [
        ("clock", WORDS), ("row_id", WORDS), ("child", pa.int64()), ("start_table", WORDS), ("start_row", pa.int64()),
        ("source", pa.int64()), ("link", pa.int32()), ("counted_from", WORDS), ("started_on", pa.date32()),
        ("started_at", INSTANT), ("due_on", pa.date32()), ("due_at", INSTANT), ("plan_by", pa.date32()),
        ("done_on", pa.date32()), ("done_at", INSTANT), ("done_row", pa.int64()), ("stopped_on", pa.date32()),
        ("stop_kind", WORDS), ("state", WORDS), ("edition", pa.date32()), ("confirmed", pa.bool_()),
        ("authority", WORDS), ("time_known", pa.bool_()), ("judged_at", INSTANT),
        ("local_due_on", pa.date32()), ("local_due_at", INSTANT),
    ]
)  # fmt: skip


class Answers:
    """Makes each clock's part of the answer. All parts share their dictionaries."""

    def __init__(self, clocks: Sequence[Clock]) -> None:
        self.words = {
            "clock": [clock.name for clock in clocks],
            "row_id": list(dict.fromkeys(row for clock in clocks for row in clock.rows)),
            "start_table": sorted({clock.starts.table for clock in clocks}),
            "counted_from": ["start", "coverage"],
            "stop_kind": ["superseded", "ended"],
            "state": list(STATES),
            "authority": list(KINDS),
        }
        self.dictionaries = {name: pa.array(words, pa.string()) for name, words in self.words.items()}

    def part(self, relating: Relating, starts: Starts, held: Held, judged: Judged) -> pa.RecordBatch:
        """One clock's rows."""
        clock, runs, links = relating.clock, relating.runs, judged.links
        size, hours = links.start.size, relating.hours
        done = links.done != NONE
        done_u, stop = links.done_u, judged.stop
        stopped = stop != FAR
        stop_on = local_days(np.where(stopped, stop, 0)) if hours else stop
        start_row = links.of_start(runs.frames[clock.starts.table].row_at(starts.at))
        done_row = start_row if relating.same_row else _rows(relating.done.row, links.done)
        numbers = np.minimum(links.number, len(clock.rows) - 1) if len(clock.rows) > 1 else None
        row_ids = np.array([self.words["row_id"].index(row) for row in clock.rows], np.int16)
        editions = clock.editions
        since = np.array([(each.since - EPOCH_DAY).days for each in editions], np.int32)
        kinds = np.array([self.words["authority"].index(each.source.kind) for each in editions], np.int16)
        confirmed = np.array([each.confirmed for each in editions], np.bool_)
        edition = judged.edition if len(editions) > 1 else None
        late_cover = held.late_cover(starts, links) if clock.is_chain else None
        covered = np.zeros(size, np.int16) if late_cover is None else late_cover
        columns: dict[str, pa.Array] = {
            "clock": self._words("clock", self._same(size, "clock", clock.name)),
            "row_id": self._words("row_id", _of_each(row_ids, numbers, size)),
            "child": _array(links.of_start(runs.child(starts.owner)), pa.int64()),
            "start_table": self._words("start_table", self._same(size, "start_table", clock.starts.table)),
            "start_row": _array(start_row, pa.int64()),
            "source": _sourced(held.source, held, links, pa.int64()),
            "link": _array(links.number, pa.int32()),
            "counted_from": self._words("counted_from", covered),
            "started_on": _array(judged.started_on, pa.date32()),
            "started_at": _instants(links.u, hours),
            "due_on": _array(judged.due_on, pa.date32()),
            "due_at": _instants(judged.due, hours),
            "plan_by": _array(judged.plan_by, pa.date32()),
            "done_on": _array(local_days(done_u) if hours else done_u, pa.date32(), done),
            "done_at": _instants(done_u, hours, done),
            "done_row": _array(done_row, pa.int64(), done),
            "stopped_on": _array(stop_on, pa.date32(), stopped),
            "stop_kind": self._words("stop_kind", judged.ended, stopped),
            "state": self._words("state", judged.state),
            "edition": _array(_of_each(since, edition, size), pa.date32()),
            "confirmed": _all_flags(confirmed[0], size) if edition is None else _flags(confirmed[edition]),
            "authority": self._words("authority", _of_each(kinds, edition, size)),
            "time_known": _flags(_time_known(relating, starts, held, judged))
            if hours
            else _all_flags(True, size),
            "judged_at": _sourced(held.judged_at, held, links, INSTANT),
        } | _local(judged, hours)
        return pa.RecordBatch.from_arrays([columns[name] for name in SCHEMA.names], schema=SCHEMA)

    def _same(self, size: int, column: str, word: str) -> npt.NDArray[np.int16]:
        return np.full(size, self.words[column].index(word), np.int16)

    def _words(self, column: str, index: npt.NDArray[Any], there: Flags | None = None) -> pa.Array:
        return pa.DictionaryArray.from_arrays(
            _array(index, pa.int16(), there), self.dictionaries[column], safe=False
        )


def _of_each(values: npt.NDArray[Any], which: npt.NDArray[Any] | None, size: int) -> npt.NDArray[Any]:
    """The value of each link; the only one there is where it need not be said which."""
    return np.full(size, values[0]) if which is None else values[which]


def _local(judged: Judged, hours: bool) -> dict[str, pa.Array]:
    """The due dates of the authority's own standard, for the links for which it has one."""
    size, local = judged.links.start.size, judged.local
    if local is None:
        return {"local_due_on": _nothing(size, pa.date32()), "local_due_at": _nothing(size)}
    there = local != FAR
    known = np.where(there, local, 0)
    days = local_days(known) if hours else known
    return {
        "local_due_on": _array(days, pa.date32(), there),
        "local_due_at": _instants(known, hours, there),
    }


def _time_known(relating: Relating, starts: Starts, held: Held, judged: Judged) -> Flags:
    """Whether the times of a link's start and completion are known."""
    clock, runs, links = relating.clock, relating.runs, judged.links
    known = np.ones(links.start.size, np.bool_)
    begun = runs.places(clock.starts.table, clock.starts.column, "begin", True).timed
    ended = runs.places(clock.done.table, clock.done.column, "end", True).timed
    if begun is not None and begun.size:
        known &= links.of_start(begun[starts.at])
    late_cover = held.late_cover(starts, links) if clock.is_chain else None
    if late_cover is not None:
        known &= ~late_cover
    if ended is not None and relating.done.key.size:
        timed = ended[relating.done.at]
        if links.begun_by is not None:
            known = np.where(links.begun_by != NONE, timed[links.begun_by], known)
        known &= (links.done == NONE) | timed[links.done]
    return known


def _rows(rows: Ints, points: Ints) -> Ints:
    """The row of each point; some row, or 0, for those that are none."""
    return rows[points] if rows.size else np.zeros(points.size, np.int64)


def _all_flags(value: bool, size: int) -> pa.Array:
    bits = np.full((size + 7) // 8, 255 if value else 0, np.uint8)
    return pa.Array.from_buffers(pa.bool_(), size, [None, pa.py_buffer(bits)])


def _flags(values: Flags) -> pa.Array:
    return pa.Array.from_buffers(
        pa.bool_(), values.size, [None, pa.py_buffer(np.packbits(values, bitorder="little"))]
    )


def _sourced(values: Ints, held: Held, links: Links, kind: pa.DataType) -> pa.Array:
    """What is known of each link's source; nothing where no row has one."""
    if not held.imported:
        return _nothing(links.start.size, kind)
    values = links.of_start(values)
    return _array(values, kind, values != MISSING)


def _instants(minutes: Ints, hours: bool, there: Flags | None = None) -> pa.Array:
    return _array(minutes.astype(np.int64) * 60, INSTANT, there) if hours else _nothing(minutes.size)


def _nothing(size: int, kind: pa.DataType = INSTANT) -> pa.Array:
    """A column that holds nothing: a slice of one array, which costs nothing."""
    return (
        _all_missing(max(A_MILLION, 1 << (size - 1).bit_length()), kind)[:size] if size else pa.nulls(0, kind)
    )


@lru_cache(maxsize=8)
def _all_missing(size: int, kind: pa.DataType) -> pa.Array:
    return pa.nulls(size, kind)


def _array(values: npt.NDArray[Any], kind: pa.DataType, there: Flags | None = None) -> pa.Array:
    """An Arrow array over a NumPy one, missing where it is not there, without a look at each value."""
    wide = np.dtype(f"i{kind.bit_width // 8}")
    buffer = pa.py_buffer(np.ascontiguousarray(values.astype(wide, copy=False)))
    if there is None or bool(there.all()):
        return pa.Array.from_buffers(kind, values.size, [None, buffer])
    present = pa.py_buffer(np.packbits(there, bitorder="little"))
    return pa.Array.from_buffers(kind, values.size, [present, buffer])
