"""Which of the files' own records are new, changed or as they were, whatever their order."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from datetime import date

from goldthread.exchange.reading import Bundle, FileRecord, Reading
from goldthread.record.models import Import, Source, SourceRecord

from .quick_inserts import insert
from .report import ReadingReport, TableCount

ACCEPTED, REJECTED, ABSENT = "accepted", "rejected", "absent"
BATCH = 500
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
BRITISH_DAY = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")


def content_hash(table: str, content: dict[str, str]) -> str:
    """The digest of what a record says: hexadecimal, whatever the order of its columns."""
    said = json.dumps([table, sorted(content.items())], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


class RecordKeeper:
    """Compares the records of each batch with those kept of the source, counts them and keeps them.

    older: the reading speaks of an earlier day than one that was brought in before; then it replaces nothing.
    again: the imports by which this same return, of the same period and day, was brought in before.
    """

    def __init__(
        self,
        source: Source,
        import_of: Import,
        reading: Reading,
        report: ReadingReport,
        *,
        older: bool = False,
        again: frozenset[int] = frozenset(),
    ) -> None:
        self._source, self._import, self._reading, self._report = source, import_of, reading, report
        self._older, self._again = older, again
        self._empty = not SourceRecord.objects.filter(source=source).exists()
        self._seen: set[int] = set()
        self._subjects: set[str] = set()
        self._fingerprint = 0
        for table in reading.file_tables:
            report.count(table)

    def keep(self, bundles: list[Bundle]) -> None:
        """Count and keep the records of some subjects; whether each was rejected is settled before."""
        came: dict[tuple[str, str], list[tuple[str, FileRecord]]] = defaultdict(list)
        for bundle in bundles:
            # Records that name no subject are told apart by what they say, not by where in the file they stand.
            nobody = not bundle.is_child and all(record.rejected for record in bundle.records)
            for record in bundle.records:
                digest = content_hash(record.table, record.content)
                self._fingerprint = (self._fingerprint + int(digest, 16)) % 2**256
                came["" if nobody else bundle.key, record.table].append((digest, record))
        subjects = {subject for subject, _ in came}
        self._subjects |= subjects
        kept = self._kept(subjects)
        new: list[SourceRecord] = []
        changed: list[SourceRecord] = []
        for (subject, table), records in came.items():
            self._compare(subject, table, records, kept.get((subject, table), []), new, changed)
        if self._empty:
            insert(SourceRecord, new)
        else:
            SourceRecord.objects.bulk_create(new, batch_size=BATCH)
            self._seen.update(one.pk for one in new)
        SourceRecord.objects.bulk_update(
            changed, ["content", "content_hash", "place", "outcome"], batch_size=200
        )

    def _kept(self, subjects: set[str]) -> dict[tuple[str, str], list[SourceRecord]]:
        kept: dict[tuple[str, str], list[SourceRecord]] = defaultdict(list)
        if self._empty:
            return kept
        found = SourceRecord.objects.filter(source=self._source, subject__in=subjects).order_by("pk")
        for one in found.iterator(chunk_size=2000):
            if one.pk not in self._seen:
                kept[one.subject, one.table].append(one)
        return kept

    def _compare(
        self,
        subject: str,
        table: str,
        came: list[tuple[str, FileRecord]],
        kept: list[SourceRecord],
        new: list[SourceRecord],
        changed: list[SourceRecord],
    ) -> None:
        count = TableCount(read=len(came))
        same: dict[str, list[SourceRecord]] = defaultdict(list)
        for one in sorted(kept, key=lambda one: one.outcome == ABSENT):
            same[one.content_hash].append(one)
        left = []
        for digest, record in came:
            if not same.get(digest):
                left.append((digest, record))
                continue
            one = same[digest].pop(0)
            self._seen.add(one.pk)
            outcome = REJECTED if record.rejected else ACCEPTED
            if record.rejected:
                count.rejected += 1
            elif one.outcome == ACCEPTED:
                count.unchanged += 1
            else:
                count.new += 1  # rejected or gone until now
            if one.outcome != outcome:
                one.outcome = outcome
                changed.append(one)
        over = [one for others in same.values() for one in others if one.outcome != ABSENT]
        for digest, record in left:
            outcome = REJECTED if record.rejected else ACCEPTED
            before = self._told_differently(record, over)
            if record.rejected:
                count.rejected += 1
            elif before is not None and before.outcome == ACCEPTED:
                count.changed += 1
            else:
                count.new += 1
            if before is None:
                new.append(
                    SourceRecord(
                        source=self._source, subject=subject, table=table[:60], content_hash=digest,
                        place=str(record.place), last_seen=self._import, content=record.content, outcome=outcome,
                    )
                )  # fmt: skip
                continue
            over.remove(before)
            self._seen.add(before.pk)
            before.content, before.content_hash = record.content, digest
            before.place, before.outcome = str(record.place), outcome
            changed.append(before)
        self._report.add(subject, table, count)

    def _told_differently(self, record: FileRecord, over: list[SourceRecord]) -> SourceRecord | None:
        """The kept record that this one most likely was before it changed, if there is one in this return or its time."""
        if self._older or not over:
            return None
        days = _days(record.content)
        likely = [
            one
            for one in over
            if one.last_seen_id in self._again
            or in_period(one.content, self._reading)
            or days.intersection(_days(one.content))
        ]
        return max(likely, key=lambda one: _in_common(record.content, one.content), default=None)

    def finish(self, *, look_for_gone: bool) -> None:
        """Mark what the files should hold and do not; note what was last seen when; say what was read in one digest."""
        if not self._empty:
            if look_for_gone:
                self._mark_gone()
            seen = sorted(self._seen)
            for start in range(0, len(seen), 5000):
                SourceRecord.objects.filter(pk__in=seen[start : start + 5000]).update(last_seen=self._import)
        self._import.fingerprint = f"{self._fingerprint:064x}"

    def _mark_gone(self) -> None:
        tables = [table[:60] for table in self._reading.file_tables]
        standing = SourceRecord.objects.filter(source=self._source, table__in=tables).exclude(outcome=ABSENT)
        gone = []
        for one in standing.iterator(chunk_size=2000):
            # A record without days belongs to its subject, who may rightly be in the files of another year only.
            if one.pk not in self._seen and (
                bool(_days(one.content) or one.subject in self._subjects)
                and in_period(one.content, self._reading)
            ):
                gone.append(one.pk)
                self._report.add(one.subject, one.table, TableCount(withdrawn=1))
        for start in range(0, len(gone), BATCH):
            SourceRecord.objects.filter(pk__in=gone[start : start + BATCH]).update(outcome=ABSENT)


def in_period(content: dict[str, str], reading: Reading) -> bool:
    """Whether a record speaks of the reading's period, or of no time at all."""
    first, last = reading.period
    days = _days(content)
    return not days or any((first is None or first <= day) and day <= last for day in days)


def _days(content: dict[str, str]) -> set[date]:
    """The days that a record names, but for birth dates, in either way of writing them."""
    found = set()
    for column, text in content.items():
        if "birth" in column.lower() or "dob" in column.lower():
            continue
        for year, month, day in ISO_DAY.findall(text):
            found.add(_day(int(year), int(month), int(day)))
        for day, month, year in BRITISH_DAY.findall(text):
            found.add(_day(int(year), int(month), int(day)))
    return {day for day in found if day}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_common(one: dict[str, str], other: dict[str, str]) -> int:
    return sum(other.get(column) == text for column, text in one.items())
