"""The sealer: fixes the rows that the logs gained since last time in the chain, a batch at a time.

Reading and recording never wait for it: they add rows, and rows are sealed afterwards, within a minute. Any number of
processes may run it; one at a time does the work and the others find nothing to do.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Max, Q
from django.utils import timezone

from goldthread.record.models import LOGS, Log, Seal
from goldthread.record.seals import BEGINNING, marks_of, missing_between, root_of, seal_hash

BATCH = 5_000
LOCK = 0x601D_5EA1
SETTLE = timedelta(seconds=5)
"""How old a row is before it is sealed: on PostgreSQL one with a lower number may still be on its way."""
LATE = timedelta(days=1)
"""How long after its neighbours a row may come; what comes into a gap later is not sealed, and `verify-log` says so."""


def seal_logs(*, settle: timedelta = SETTLE) -> int:
    """Seal what is not sealed yet; how many rows that was."""
    sealed = 0
    for log in LOGS:
        while done := _seal_batch(log, settle) + _seal_latecomers(log):
            sealed += done
    return sealed


def sealed_up_to(log: str) -> int:
    """The last row of a log that a seal covers; 0 for none."""
    last: int | None = Seal.objects.filter(log=log).aggregate(last=Max("last_row"))["last"]
    return last or 0


def _seal_batch(log: str, settle: timedelta) -> int:
    if not _unsealed(log, settle):  # asked first without the lock, so that an idle system writes nothing
        return 0
    with transaction.atomic():
        if not _only_we_seal():
            return 0
        rows = _unsealed(log, settle)
        if rows:
            after = sealed_up_to(log)
            missing = missing_between(after + 1, rows[-1][0], (number for number, _ in rows))
            _add_seal(log, after + 1, rows, missing)
    return len(rows)


def _unsealed(log: str, settle: timedelta) -> list[tuple[int, str]]:
    """Number and hash of the next rows, all those of a batch settled."""
    since = _model(log).objects.filter(pk__gt=sealed_up_to(log))
    settled = since.filter(at__lte=timezone.now() - settle).aggregate(last=Max("pk"))["last"]
    if settled is None:
        return []
    return list(since.filter(pk__lte=settled).order_by("pk").values_list("pk", "hash")[:BATCH])


def _seal_latecomers(log: str) -> int:
    """Rows whose transaction ended after the rows behind them were sealed get seals of their own."""
    if not _latecomers(log):
        return 0
    with transaction.atomic():
        if not _only_we_seal():
            return 0
        late = _latecomers(log)
        run: list[tuple[int, str]] = []
        for row in late:
            if run and row[0] != run[-1][0] + 1:
                _add_seal(log, run[0][0], run, [])
                run = []
            run.append(row)
        if run:
            _add_seal(log, run[0][0], run, [])
    return len(late)


def _latecomers(log: str) -> list[tuple[int, str]]:
    gaps = Q(pk__in=[])
    sealed_since: set[int] = set()
    recent = Seal.objects.filter(log=log, sealed_at__gt=timezone.now() - LATE).exclude(missing=[])
    seals = list(recent.order_by("number").values_list("number", "missing"))
    if not seals:
        return []
    for _, missing in seals:
        for begin, end in missing:
            gaps |= Q(pk__range=(begin, end))
    there = list(_model(log).objects.filter(gaps).order_by("pk").values_list("pk", "hash")[:BATCH])
    if there:
        later = Seal.objects.filter(log=log, number__gt=seals[0][0], missing=[]).filter(
            first_row__lte=there[-1][0], last_row__gte=there[0][0]
        )
        for first, last in later.values_list("first_row", "last_row"):
            sealed_since.update(range(first, last + 1))
    return [row for row in there if row[0] not in sealed_since]


def _add_seal(log: str, first: int, rows: list[tuple[int, str]], missing: list[list[int]]) -> None:
    before = Seal.objects.order_by("-number").values_list("number", "hash").first()
    number, previous = (before[0] + 1, before[1]) if before else (1, BEGINNING)
    root, marks, now = root_of(rows), marks_of(rows), timezone.now()
    last = rows[-1][0]
    Seal.objects.create(
        number=number,
        log=log,
        first_row=first,
        last_row=last,
        count=len(rows),
        missing=missing,
        root=root,
        marks=marks,
        previous=previous,
        hash=seal_hash(number, log, first, last, len(rows), missing, root, marks, previous, now),
        sealed_at=now,
    )


def _model(log: str) -> type[Log]:
    return LOGS[log]


def _only_we_seal() -> bool:
    """Take the one lock, until the transaction ends. On SQLite the transaction itself is it: there is one writer."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])
