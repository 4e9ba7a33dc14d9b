"""What was not accepted: kept word for word with its child, tried again next time, settled when it is accepted."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import datetime

from goldthread.exchange.reading import Bundle, FileRecord, Place, Reading, Rejection, Row
from goldthread.record.models import Child, Import, Rejected, Source

from .file_records import in_period
from .report import ReadingReport, rejection_as_json

BATCH = 500
WHAT_TO_DO = (
    "Correct it in the system that the file came from and export again, or correct what is recorded here."
)

Known = tuple[str, str, str, str, str]


class HeldBack:
    """Collects what the readers and the record did not accept of one reading, and keeps it."""

    def __init__(self, source: Source, import_of: Import, reading: Reading, report: ReadingReport) -> None:
        self._source, self._import, self._reading, self._report = source, import_of, reading, report
        self._rows: dict[Bundle, dict[Row, tuple[str, str, str]]] = defaultdict(dict)
        self._elsewhere: Counter[tuple[str, str]] = Counter()
        self._names: dict[int | None, str] = {None: "what was recorded here"}
        self._open: dict[Known, list[int]] = defaultdict(list)
        for one in Rejected.objects.filter(source=source, resolved_at=None).iterator(chunk_size=2000):
            said = json.dumps(one.verbatim, sort_keys=True)
            self._open[one.subject, one.table, one.column, one.found, said].append(one.pk)

    def hold(self, row: Row, bundle: Bundle, column: str, found: str, expected: str) -> None:
        """A row that the record would refuse."""
        self._rows[bundle][row] = (column, found, expected)

    def told_elsewhere(self, table: str, source_id: int | None) -> None:
        """A row that another source already tells, of a kind of which only one may stand."""
        if source_id not in self._names:
            self._names[source_id] = str(Source.objects.get(pk=source_id or 0))
        self._elsewhere[table, self._names[source_id]] += 1

    def keep(self, bundles: list[tuple[Bundle, Child | None]]) -> None:
        """Keep what was not accepted of some subjects; marks the records of which nothing was taken."""
        new = []
        for bundle, child in bundles:
            # What names no subject is known again by what it says, not by where in the file it stands.
            subject = bundle.key if bundle.is_child or bundle.rows else ""
            for rejection in [*bundle.rejections, *self._of_rows(bundle)]:
                self._report.rejections.append(rejection_as_json(rejection, subject))
                if one := self._unless_known(rejection, subject, child):
                    new.append(one)
        Rejected.objects.bulk_create(new, batch_size=BATCH)
        self._rows.clear()

    def _of_rows(self, bundle: Bundle) -> list[Rejection]:
        held = self._rows.get(bundle, {})
        found: list[Rejection] = []
        for row, (column, value, expected) in held.items():
            record = (
                row.records[0] if row.records else FileRecord("", {}, Place(", ".join(self._reading.files)))
            )
            whole = all(other in held for other in bundle.rows if record in other.records)
            if whole:
                record.rejected = True
            found.append(
                Rejection(
                    table=record.table or row.table,
                    place=record.place,
                    column=column,
                    found=value,
                    expected=expected[0].lower() + expected[1:],
                    what_to_do=WHAT_TO_DO,
                    whole_record=whole,
                    verbatim=dict(record.content),
                    subject=bundle.key,
                )
            )
        return found

    def _unless_known(self, rejection: Rejection, subject: str, child: Child | None) -> Rejected | None:
        said = json.dumps(rejection.verbatim, sort_keys=True)
        known = self._open.get((subject, rejection.table[:60], rejection.column, rejection.found, said))
        if known:
            known.pop()
            return None
        return Rejected(
            import_of=self._import,
            source=self._source,
            subject=subject,
            table=rejection.table[:60],
            place=str(rejection.place),
            column=rejection.column,
            found=rejection.found,
            expected=rejection.expected,
            what_to_do=rejection.what_to_do,
            whole_record=rejection.whole_record,
            verbatim=rejection.verbatim,
            child=child,
        )

    def finish(self, now: datetime, *, settle: bool) -> None:
        """Settle what is no longer rejected, and say what other sources already tell."""
        tables = {table[:60] for table in self._reading.file_tables}
        settled = [
            pk
            for (_, table, _, _, said), known in self._open.items()
            if settle and table in tables and in_period(json.loads(said), self._reading)
            for pk in known
        ]
        for start in range(0, len(settled), BATCH):
            Rejected.objects.filter(pk__in=settled[start : start + BATCH]).update(resolved_at=now)
        for (table, elsewhere), number in self._elsewhere.items():
            self._report.warnings.append(
                f"{number:,} {table.replace('_', ' ')} are the same as in {elsewhere} and were not written twice."
            )
