"""Every row of the logs against its hash, its seal and, where it was erased, the deed that erased it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from goldthread.practice.verifying.chain import Batch, Chain, read_chain
from goldthread.practice.verifying.findings import Findings
from goldthread.practice.verifying.rows import Row, rows_of
from goldthread.record import guards
from goldthread.record.models import LOGS, AuditLine, Log, Seal
from goldthread.record.seals import MARK_BYTES, covered_by, root_of

ERASURES = ("agree_erasure", "agree_household_erasure")
Sealed = list[tuple[int, str]]


def verify_logs(*, with_guards: bool = True) -> Findings:
    """Read everything as it stood at one moment and say what is not as it was written.

    with_guards: whether the triggers are looked for too.
    """
    findings = Findings()
    with _one_moment():
        chains = read_chain(findings)
        for log, model in LOGS.items():
            _LogVerifier(log, model, chains.get(log, Chain()), findings).run()
        if with_guards:
            for name in guards.absent(connection):
                findings.add(
                    "guard missing", f"the trigger {name} is gone or changed: goldthread migrate puts it back"
                )
    return findings


class _LogVerifier:
    """One log, row after row beside its batches."""

    def __init__(self, log: str, model: type[Log], chain: Chain, findings: Findings) -> None:
        self.log, self.model, self.chain, self.findings = log, model, chain, findings
        self.late: dict[int, Sealed] = {each.number: [] for each in chain.late}
        self.tombstones: list[int] = []

    def run(self) -> None:
        rows = rows_of(self.log, self.model)
        row = next(rows, None)
        for batch in self.chain.batches:
            while row is not None and row.number < batch.first:
                self._look_at(row)  # its seal is gone or edited, which was said already
                row = next(rows, None)
            present: Sealed = []
            while row is not None and row.number <= batch.last:
                self._look_at(row)
                if batch.missing and batch.lacks(row.number):
                    self._came_late(row)
                else:
                    present.append((row.number, row.hash))
                row = next(rows, None)
            self._compare(batch, present)
        for batch in self.chain.late:
            self._compare(batch, self.late[batch.number])
        self._after_the_last_seal(row, rows)
        self._look_at_tombstones()

    def _look_at(self, row: Row) -> None:
        self.findings.rows += 1
        if row.erased:
            self.tombstones.append(row.number)
            if not row.fits:
                self._say("edited", row.number, "something was written into a tombstone")
        elif not row.fits:
            self._say("edited", row.number, "does not say what it said when it was written")

    def _came_late(self, row: Row) -> None:
        batch = self.chain.late_batch_of(row.number)
        if batch is not None:
            self.late[batch.number].append((row.number, row.hash))
        else:
            says = "not there when its neighbours were sealed, and sealed by nobody since: added"
            self._say("added", row.number, says)

    def _compare(self, batch: Batch, present: Sealed) -> None:
        """A batch against its root; where it does not fit, the rows at fault by their marks."""
        if len(present) == batch.count and root_of(present) == batch.root:
            return
        marks = bytes(Seal.objects.values_list("marks", flat=True).get(number=batch.number)).hex()
        width = 2 * MARK_BYTES
        sealed = {
            row: marks[place * width : (place + 1) * width]
            for place, row in enumerate(covered_by(batch.first, batch.last, batch.missing))
        }
        whose = {mark: row for row, mark in sealed.items()}
        there = dict(present)
        said = len(self.findings.faults)
        for row, mark in sealed.items():
            if row not in there:
                self._say("deleted", row, f"sealed by seal {batch.number}, and gone", batch.number)
            elif not there[row].startswith(mark):
                other = whose.get(there[row][:width])
                if other is not None and other != row:
                    self._say("moved", row, f"holds what row {other} said when it was sealed", batch.number)
                else:
                    says = f"replaced after seal {batch.number}, its hash with it"
                    self._say("replaced", row, says, batch.number)
        if len(self.findings.faults) == said:
            says = f"rows {batch.first} to {batch.last} are not those that seal {batch.number} fixed"
            self.findings.add("replaced", says, self.log, seal=batch.number)

    def _after_the_last_seal(self, row: Row | None, rows: Iterator[Row]) -> None:
        expected, first = self.chain.end + 1, row
        while row is not None:
            self._look_at(row)
            self.findings.unsealed += 1
            if connection.vendor == "sqlite" and row.number != expected:
                self._say("gap", expected, f"gone, as far as row {row.number - 1}; not yet sealed")
            expected = row.number + 1
            row = next(rows, None)
        if first is not None:
            self._oldest(first)
        if connection.vendor == "sqlite":
            given = self._last_number_given()
            if given is not None and given >= expected:
                self._say("deleted", expected, f"gone from the end, as far as row {given}; not yet sealed")

    def _oldest(self, row: Row) -> None:
        at = self.model.objects.filter(pk=row.number).values_list("at", flat=True).first()
        if at is not None:
            before = self.findings.oldest_unsealed
            self.findings.oldest_unsealed = at if before is None else min(at, before)

    def _last_number_given(self) -> int | None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [self.model._meta.db_table])
            found = cursor.fetchone()
        return int(found[0]) if found else None

    def _look_at_tombstones(self) -> None:
        """Each was left by a deed, and stands as the deed wrote down."""
        if not self.tombstones:
            return
        self.findings.tombstones += len(self.tombstones)
        deeds: dict[str, Any] = {}
        for after in AuditLine.objects.filter(action__in=ERASURES).values_list("after", flat=True):
            deeds |= after or {}
        for row in self.model.objects.in_bulk(self.tombstones).values():
            told = deeds.get(f"{self.log}:{row.pk}")
            if told is None:
                self._say("erased", row.pk, "emptied without a deed that says who did it and why")
            elif told != row.tombstone():
                self._say("edited", row.pk, "its tombstone is not as the deed that left it says")

    def _say(self, kind: str, row: int, says: str, seal: int | None = None) -> None:
        self.findings.add(kind, says, self.log, row, seal)


@contextmanager
def _one_moment() -> Iterator[None]:
    """One state of the database, so that what is written meanwhile is neither seen in part nor kept waiting."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")  # Django's own would shut writers out
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
