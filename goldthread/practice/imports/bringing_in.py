"""Bringing in: the files of one call are one transaction, each set that belongs together is one import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from goldthread.exchange.detect import open_paths
from goldthread.exchange.reading import Bundle, Reading
from goldthread.practice.due import rebuild, rebuild_others
from goldthread.record.models import Account, AuditLine, Child, Coverage, Identifier, Import, Source
from goldthread.vocabulary import Fault

from .change_history import HistoryKeeper
from .child_facts import ChildFacts
from .children import ChildFinder, own_authority
from .described_files import described, those_of
from .file_records import RecordKeeper
from .held_back import HeldBack
from .names_shown import as_shown, in_description, shown_everywhere
from .progress import Progress, beginning
from .report import ImportReport, ReadingReport, rejection_as_json
from .rows import RowWriter
from .withdrawal import Window

Tell = Callable[[Progress], None]
BATCH = 500
AT_ONCE = 2_000  # children whose duties are worked out together


def import_paths(
    paths: Iterable[Path | str],
    *,
    by: Account | None = None,
    as_at: date | None = None,
    progress: Tell | None = None,
    names: Mapping[Path, str] | None = None,
    force: bool = False,
) -> ImportReport:
    """Bring in returns and extracts, all of them or, where one cannot be read, none.

    as_at: the day that files describe which do not say it. progress: told how many records were read, of how many if that
    is known, how many files are done, and what is being done. names: what to call a file in the report instead of its own
    name, for uploaded ones.
    force: bring in files older than what their source last said; they add what is missing and change nothing.
    Raises Fault where files cannot be read, or are older and not forced; then nothing has changed.
    """
    files = [Path(path) for path in paths]
    shown = {path.name: name for path, name in (names or {}).items() if path.name != name}
    if progress:
        progress(Progress(0, None, "Looking at the files"))
    try:
        readings = open_paths(files, as_at)
        return import_readings(readings, by=by, files=files, progress=progress, shown=shown, force=force)
    except Fault as fault:
        raise as_shown(fault, shown) from fault.__cause__


def import_readings(
    readings: Iterable[Reading],
    *,
    by: Account | None = None,
    files: Sequence[Path] = (),
    progress: Tell | None = None,
    shown: Mapping[str, str] | None = None,
    force: bool = False,
) -> ImportReport:
    """Bring in what was recognised, all of it or none: as `import_paths`, after the files were looked at.

    files: where the readings' files are, to note their size and digest. shown: what to call files, by their own names.
    """
    tell = progress or (lambda _reached: None)
    several = list(readings)
    report = ImportReport()
    reached = beginning(several)
    with transaction.atomic():
        touched: set[int] = set()
        for reading in several:
            one = _OneImport(reading, by, files, force)
            touched |= one.run(tell, reached)
            reached = one.reached
            one.finish(shown or {})
            report.readings.append(one.report)
        tell(replace(reached, words="All is read. Working out what is due"))
        keys = sorted(touched)
        for start in range(0, len(keys), AT_ONCE):
            rebuild(keys[start : start + AT_ONCE])  # so that memory does not grow with the file
        rebuild_others()
    return report


class _OneImport:
    """One reading on its way in."""

    def __init__(self, reading: Reading, by: Account | None, files: Sequence[Path], force: bool) -> None:
        self._reading, self._by = reading, by
        self._now = timezone.now()
        self._authority = own_authority(reading.authority)
        self._source = self._get_source()
        day = timezone.localtime(reading.as_at).date()
        before = self._source.imports.order_by("-as_at").first()
        self._first = before is None
        self._older = before is not None and day < before.as_at
        self.report = ReadingReport(
            kind=reading.kind,
            title=reading.title,
            files=reading.files,
            authority=reading.authority,
            as_at=reading.as_at,
            as_at_how=reading.as_at_how,
            matched=list(reading.matched),
            warnings=list(reading.warnings),
            rejections=[rejection_as_json(rejection) for rejection in reading.rejections],
        )
        if before is not None and self._older:
            self._be_careful(before.as_at, day, force)
        first, last = reading.period
        self.import_of = Import.objects.create(
            source=self._source,
            by=by,
            started_at=self._now,
            as_at=day,
            as_at_how=reading.as_at_how,
            period_from=first,
            period_to=last,
            collection_year=reading.collection_year,
            files=[described(path) for path in those_of(reading, files)],
        )
        self.report.import_id = self.import_of.pk
        # A return that is sent again is the whole of what it told before, also of the years before its own.
        self._again = dict(
            self._source.imports.filter(as_at=day, period_from=first, period_to=last)
            .exclude(pk=self.import_of.pk)
            .values_list("pk", "started_at")
        )

    def _get_source(self) -> Source:
        name = Source.KINDS[self._reading.kind] + (
            f", authority {self._authority}" if self._authority else ""
        )
        source, _ = Source.objects.get_or_create(
            kind=self._reading.kind, authority=self._authority, defaults={"name": name}
        )
        return Source.objects.select_for_update().get(
            pk=source.pk
        )  # two imports of one source wait for each other

    def _be_careful(self, last: date, day: date, force: bool) -> None:
        """Refuse files older than what their source said before, unless forced or their day is only inferred."""
        found = (
            f"{', '.join(self._reading.files)}: found files as at {day:%d/%m/%Y} ({self._reading.as_at_how})"
        )
        if not force and not self._reading.as_at_how.startswith("inferred"):
            raise Fault(
                f"{found}; expected none older than {last:%d/%m/%Y}, which {self._source.name} has already told. Nothing was "
                "brought in. If the older files hold what the newer do not, bring them in with --force: they add what "
                "is missing, and neither change nor withdraw anything."
            )
        self.report.warnings.append(
            f"{found}, older than {last:%d/%m/%Y}, which {self._source.name} has already told: what was missing was added, "
            "and nothing was changed or withdrawn."
        )

    def run(self, tell: Tell, reached: Progress) -> set[int]:
        """Bring everything in; the children whose duties must be worked out anew. reached: how far the import was before."""
        reading, source = self._reading, self._source
        history = HistoryKeeper(source.pk, f"Import {self.import_of.pk}", self._by, self._now)
        history.expect(Child)
        window = Window(
            reading, source, self.import_of.as_at, older=self._older, again=frozenset(self._again.values())
        )
        self._held = HeldBack(source, self.import_of, reading, self.report)
        self._records = RecordKeeper(
            source, self.import_of, reading, self.report, older=self._older, again=frozenset(self._again)
        )
        self._children = ChildFinder(source, self._authority, self.report)
        self._facts = ChildFacts(
            source, history, self.report, complete=reading.kind == "cin-census", older=self._older
        )
        self._writer = RowWriter(
            source, window, history, self._held, self.report, self._authority,
            now=self._now, first=self._first, older=self._older,
        )  # fmt: skip
        seen, touched, nobody = set[int](), set[int](), list[Bundle]()
        reached = replace(reached, words=f"Reading {reading.title}")
        tell(reached)
        for batch in _batches(reading.bundles()):
            children = [bundle for bundle in batch if bundle.is_child]
            nobody += [bundle for bundle in batch if not bundle.is_child]
            seen |= self._bring_in_children(children, touched)
            reached = replace(reached, done=reached.done + sum(len(bundle.records) for bundle in batch))
            tell(reached)
        self._bring_in([(bundle, None) for bundle in nobody])
        if not any(count.read for count in self.report.tables.values()):
            raise Fault(
                f"{', '.join(reading.files)}: found {reading.title} without a single record. Expected at least one. Nothing was "
                "brought in, so that an empty file does not withdraw what was told before. Export it again."
            )
        self._writer.finish()
        self._facts.finish()
        touched |= self._writer.touched
        look_for_gone = not self._first and not self._older and self._is_the_same_authority(seen)
        if look_for_gone:
            tell(replace(reached, words=f"{reading.title}: looking for what is gone"))
            touched |= window.withdraw(history, self.report, seen, self._now)
        self._records.finish(look_for_gone=look_for_gone)
        self._held.finish(self._now, settle=look_for_gone or self._first)
        history.copy_first_values()
        self.reached = replace(reached, files_done=reached.files_done + len(reading.files))
        if not self._older and self._renew_coverage():
            touched |= seen | set(
                Identifier.unwithdrawn.filter(source=source).values_list("child_id", flat=True).distinct()
            )
        return touched

    def _is_the_same_authority(self, seen: set[int]) -> bool:
        """Whether the files speak of any child whom the source told before; if of none, nothing can be said to be gone."""
        before = Identifier.unwithdrawn.filter(source=self._source, recorded_at__lt=self._now)
        if not seen or self._children.met_before or not before.exists():
            return True
        self.report.warnings.append(
            f"None of the children whom {self._source.name} told before is in these files, so nothing was withdrawn. If they "
            "come from another authority or are part of a larger extract, say so to whoever made them."
        )
        return False

    def _bring_in_children(self, bundles: list[Bundle], touched: set[int]) -> set[int]:
        placed = self._children.place(bundles)
        known = [
            (bundle, placed[bundle.key].child)
            for bundle in bundles
            if bundle.key in placed and placed[bundle.key].how != "new"
        ]
        touched |= self._facts.update(known)
        new = {one.child.pk for one in placed.values() if one.how == "new"}
        touched |= new
        self.report.row_count("children").new += len(new)
        self._bring_in(
            [(bundle, placed[bundle.key].child if bundle.key in placed else None) for bundle in bundles]
        )
        return {one.child.pk for one in placed.values()}

    def _bring_in(self, bundles: list[tuple[Bundle, Child | None]]) -> None:
        self._writer.write(bundles)
        self._held.keep(bundles)  # settles which records were rejected, before they are counted
        self._records.keep([bundle for bundle, _ in bundles])

    def _renew_coverage(self) -> bool:
        """Say anew what the source can know and until when; whether that is anything new."""
        mine = Coverage.objects.filter(source=self._source)
        before = set(mine.values_list("fact", "where", "since", "latest_only", "as_at"))
        covers = {(cover.fact, cover.where): cover for cover in self._reading.covers}
        after = {
            (cover.fact, cover.where, cover.since, cover.latest_only, self._reading.as_at)
            for cover in covers.values()
        }
        same = before == after
        if not same:
            mine.delete()
            Coverage.objects.bulk_create(
                Coverage(
                    source=self._source, fact=fact, where=where, since=since, latest_only=latest, as_at=as_at
                )
                for fact, where, since, latest, as_at in sorted(after, key=lambda one: one[:2])
            )
        return not same

    def finish(self, shown: Mapping[str, str]) -> None:
        """Keep the report, and leave the audit line."""
        shown_everywhere(self.report, shown)
        self.import_of.finished_at = timezone.now()
        self.import_of.files = [in_description(described, shown) for described in self.import_of.files]
        self.import_of.report = self.report.as_json() | {"subjects": self.report.of_subjects}
        self.import_of.save()
        AuditLine.objects.create(
            action="imports.import_paths",
            by=self._by,
            subject_table="imports",
            subject_row=self.import_of.pk,
            summary=f"Brought in {self.report.title} ({', '.join(self.report.files)}).",
        )


def _batches(bundles: Iterator[Bundle]) -> Iterator[list[Bundle]]:
    while batch := list(islice(bundles, BATCH)):
        yield batch
