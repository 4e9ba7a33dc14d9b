"""What the tests of the readers use: files written on the spot, and a reading counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from goldthread.exchange.detect import open_paths
from goldthread.exchange.reading import Bundle, Reading, Rejection, Row

TODAY = date(2025, 6, 30)


@dataclass
class Read:
    """A reading, streamed to its end and counted."""

    reading: Reading
    bundles: list[Bundle]
    read: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for bundle in self.bundles:
            for record in bundle.records:
                self.read[record.table] += 1
                self.rejected[record.table] += record.rejected

    @property
    def rejections(self) -> list[Rejection]:
        return [*self.reading.rejections, *(one for bundle in self.bundles for one in bundle.rejections)]

    def rows(self, table: str) -> list[Row]:
        return [row for bundle in self.bundles for row in bundle.rows if row.table == table]

    def child(self, key: str) -> Bundle:
        (found,) = [bundle for bundle in self.bundles if bundle.key == key]
        return found

    def refused(self, column: str) -> Rejection:
        (found,) = [one for one in self.rejections if one.column == column]
        return found


@pytest.fixture
def read() -> Callable[..., Read]:
    """Reads files as on a day in June 2025, and checks what every reading must hold."""

    def read_all(*paths: Path, as_at: date | None = None, today: date = TODAY) -> Read:
        (reading,) = open_paths(list(paths), as_at, today)
        return counted(reading)

    return read_all


def counted(reading: Reading) -> Read:
    found = Read(reading, list(reading.bundles()))
    assert set(found.read) <= set(reading.file_tables)
    keys = [bundle.key for bundle in found.bundles]
    assert len(keys) == len(set(keys)), "each subject is one bundle"
    held = {one.place for one in found.rejections if one.whole_record}
    for bundle in found.bundles:
        rows = {id(row) for row in bundle.rows}
        for row in bundle.rows:
            assert row.records, f"a row of {row.table} names the records that it was made from"
            assert not any(record.rejected for record in row.records), (
                "nothing is made of a record that was held back"
            )
            assert row.table in {table for made in reading.file_tables.values() for table in made}
            assert all(id(to) in rows for to in row.refs.values()), "a row refers to rows of its bundle"
        for record in bundle.records:
            assert record.rejected == (record.place in held), (
                f"{record.place}: held back exactly where it is said"
            )
    for rejection in found.rejections:
        assert rejection.expected, str(rejection)
        assert rejection.what_to_do, str(rejection)
    return found
