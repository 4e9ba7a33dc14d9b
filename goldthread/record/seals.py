"""Seals: each fixes a batch of rows of a log and names the seal before it, so that no row can change unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import models
from django.utils import timezone

from .append_only import AppendOnlyModel
from .log_hashes import moment_text

Ranges = Sequence[Sequence[int]]
MARK_BYTES = 8
BEGINNING = "0" * 64


class Seal(AppendOnlyModel):
    """One link of the chain. It covers the rows from ``first_row`` to ``last_row`` but for those missing."""

    number = models.BigIntegerField(primary_key=True, help_text="Its place in the chain, from 1.")
    log = models.CharField(max_length=20, help_text="Which log.")
    first_row = models.BigIntegerField(help_text="From this row ...")
    last_row = models.BigIntegerField(help_text="... to this one.")
    count = models.IntegerField(help_text="How many rows it covers.")
    missing = models.JSONField(
        default=list,
        blank=True,
        help_text="Row numbers in between that were not there, as pairs from and to.",
    )
    root = models.CharField(max_length=64, help_text="SHA-256 of its rows' numbers and hashes, in order.")
    marks = models.BinaryField(
        help_text="The first eight bytes of each row's hash, to name the row at fault."
    )
    previous = models.CharField(max_length=64, unique=True, help_text="The hash of the seal before it.")
    hash = models.CharField(max_length=64, help_text="SHA-256 of all of the above.")
    sealed_at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")

    class Meta:
        verbose_name_plural = "seals"
        indexes = [models.Index(fields=["log", "last_row"], name="seal_log_last_row")]


def root_of(rows: Iterable[tuple[int, str]]) -> str:
    """The hash of a batch. rows: number and hash, in order."""
    return sha256("".join([f"{number} {each}\n" for number, each in rows]).encode("ascii")).hexdigest()


def marks_of(rows: Iterable[tuple[int, str]]) -> bytes:
    """Eight bytes a row; where a root does not fit they tell which row changed."""
    return bytes.fromhex("".join([each[: 2 * MARK_BYTES] for _, each in rows]))


def seal_hash(
    number: int, log: str, first_row: int, last_row: int, count: int, missing: Ranges, root: str, marks: bytes,
    previous: str, sealed_at: datetime,
) -> str:  # fmt: skip
    """What the next seal repeats."""
    gone = ",".join(f"{begin}-{end}" for begin, end in missing)
    said = (number, log, first_row, last_row, count, gone, root, sha256(marks).hexdigest(), previous)
    return sha256(" ".join(map(str, (*said, moment_text(sealed_at)))).encode()).hexdigest()


def missing_between(first: int, last: int, present: Iterable[int]) -> list[list[int]]:
    """The numbers from first to last that are not present (which is in order), as pairs from and to."""
    gone, expected = [], first
    for number in present:
        if number > expected:
            gone.append([expected, number - 1])
        expected = number + 1
    if expected <= last:
        gone.append([expected, last])
    return gone


def covered_by(first: int, last: int, missing: Ranges) -> Iterator[int]:
    """The row numbers that a seal covers, in order."""
    for begin, end in missing:
        yield from range(first, begin)
        first = end + 1
    yield from range(first, last + 1)
