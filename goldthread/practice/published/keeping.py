"""Keeping published statistics: every file of one call or none, the same again changing nothing, a later release replacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl
from django.db import connection, models

from goldthread.exchange.published.folder import Published, ReadFile
from goldthread.exchange.published.judgements import RANK
from goldthread.practice.actions import NotAllowed, action, add
from goldthread.practice.inserting import insert
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    InspectionJudgement,
    InspectionReport,
    Neighbour,
    PublishedRelease,
    PublishedSeries,
    PublishedValue,
    Recommendation,
)  # fmt: skip
from goldthread.vocabulary import Fault

JUDGED = ("authority", "framework", "published_on", "area")


class OlderRelease(Fault):
    """A file of an earlier release than the one that was brought in."""


@dataclass(slots=True)
class KeptFile:
    """What became of one file. replaced: values of earlier files that it says anew; left: its own that later ones say."""

    file: ReadFile
    new: int = 0
    replaced: int = 0
    left: int = 0
    again: bool = False

    def __str__(self) -> str:
        if self.again:
            return f"{self.file}: the same file as before, {self.file.rows:,} rows unchanged"
        if self.file.kind == "tool_dictionary":
            return f"{self.file}: what {self.file.rows:,} measures are called"
        if not self.new:
            return f"{self.file}: nothing that another file does not say"
        said = f"{self.file}: {self.new:,} rows"
        said += f", {self.replaced:,} of them in place of earlier ones" if self.replaced else ""
        return said + (f", {self.left:,} left out because a later file says them" if self.left else "")


@dataclass(slots=True)
class KeptReport:
    """What an import of published statistics did."""

    files: list[KeptFile] = field(default_factory=list)
    strangers: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()

    def lines(self) -> list[str]:
        return [
            *(str(each) for each in self.files),
            *self.notes,
            *(f"Not read: {name}, {why}" for name, why in self.strangers),
        ]

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": "published-statistics",
            "files": [
                {
                    "kind": each.file.kind, "title": each.file.title, "file": each.file.name, "release": each.file.release,
                    "digest": each.file.digest,
                }
                for each in self.files
            ],
            "tables": {
                each.file.name: {
                    "read": each.file.rows,
                    "new": each.new - each.replaced,
                    "changed": each.replaced,
                    "unchanged": each.file.rows - each.new,
                    "rejected": 0,
                    "withdrawn": 0,
                }
                for each in self.files
            },
            "not_read": [{"file": name, "why": why} for name, why in self.strangers],
            "notes": list(self.notes),
        }  # fmt: skip


@action
def keep_published(*, found: Published, by: Account | None, force: bool = False) -> KeptReport:
    """Keep what a folder of published statistics says: all of it, or nothing where a file cannot be kept.

    The same file again changes nothing. A file of a later release replaces what it says anew and leaves the rest. Raises
    OlderRelease for a file of an earlier release, unless forced: then it only adds what is missing. Raises NotAllowed for an
    account that may not bring in files.
    """
    if by is not None and not standing_of(by).role.imports:
        raise NotAllowed(
            "Published statistics are brought in by whoever may bring in files. Ask the data manager."
        )
    report = KeptReport(strangers=found.strangers, notes=found.notes)
    report.files = [KeptFile(file) for file in found.files]
    for number, kept in sorted(enumerate(report.files), key=lambda each: each[1].file.release):
        file = kept.file
        same = PublishedRelease.objects.filter(kind=file.kind, file=file.name, digest=file.digest)
        if same.exists():
            kept.again = True
            continue
        older = _is_older(file, force)
        release = add(
            PublishedRelease(
                kind=file.kind, title=file.title, file=file.name, digest=file.digest, release=file.release, rows=file.rows,
                by=by,
            )
        )  # fmt: skip
        _keep(found, number, release, kept, older)
    if not found.dictionary.is_empty():
        _name_series(found.dictionary)
    return report


def _is_older(file: ReadFile, force: bool) -> bool:
    """Whether a later release of its kind is here. Raises OlderRelease where it is, and nobody insists."""
    held = PublishedRelease.objects.filter(kind=file.kind).exclude(release="").order_by("-release").first()
    if held is None or not file.release or file.release >= held.release:
        return False
    if not force:
        raise OlderRelease(
            f"{file.name}: found the release of {file.release}. Expected one of {held.release} or later, which is here already "
            f"({held.file}). Leave it out, or add only what is missing from it with --force."
        )
    return True


def _keep(found: Published, number: int, release: PublishedRelease, kept: KeptFile, older: bool) -> None:
    mine = pl.col("source") == number
    if kept.file.kind == "neighbours":
        _replace(
            Neighbour, ("model", "authority", "rank"), found.neighbours.filter(mine), release, kept, older
        )
    elif kept.file.kind in RANK:
        _keep_judgements(found.judgements.filter(mine), release, kept, older)
    elif kept.file.kind == "reports":
        _replace(InspectionReport, ("report",), found.reports.filter(mine), release, kept, older)
    elif kept.file.kind == "recommendations":
        _replace(Recommendation, ("report",), found.recommendations.filter(mine), release, kept, older)
    elif kept.file.kind != "tool_dictionary":
        _keep_values(found.values.filter(mine), release, kept, older)


def _keep_values(values: pl.DataFrame, release: PublishedRelease, kept: KeptFile, older: bool) -> None:
    """Put the values in the place of those that say the same of another number; in bulk, without history."""
    keys = _series(values)
    told = values.join(keys, left_on="series", right_on="name").with_columns(release_id=pl.lit(release.pk))
    there = PublishedValue.objects.filter(series__in=keys["series_id"].to_list())
    if there.exists():
        held = pl.DataFrame(
            list(there.values_list("pk", "series_id", "authority", "period")),
            schema={"pk": pl.Int64, "series_id": pl.Int64, "authority": pl.String, "period": pl.String}, orient="row",
        )  # fmt: skip
        same = ["series_id", "authority", "period"]
        if older:
            fresh = told.join(held, on=same, how="anti")
            kept.left = told.height - fresh.height
            told = fresh
        else:
            gone = held.join(told, on=same, how="semi")["pk"].to_list()
            kept.replaced = len(gone)
            for start in range(0, len(gone), 10_000):
                PublishedValue.objects.filter(pk__in=gone[start : start + 10_000])._raw_delete(
                    connection.alias
                )
    kept.new = told.height
    columns = [
        "release_id",
        "series_id",
        "authority",
        "period",
        "year",
        "value",
        "token",
        "numerator",
        "denominator",
    ]
    insert(PublishedValue, told.select(columns))


def _series(values: pl.DataFrame) -> pl.DataFrame:
    """The keys of the series in some values of one kind, made where they were not: ``name``, ``series_id``."""
    kind = values["kind"][0] if values.height else ""
    wanted = values.group_by("series").agg(pl.col("unit").first()).sort("series")
    known = dict(PublishedSeries.objects.filter(kind=kind).values_list("name", "pk"))
    PublishedSeries.objects.bulk_create(
        [
            PublishedSeries(kind=kind, name=name, unit=unit)
            for name, unit in wanted.iter_rows()
            if name not in known
        ],
        batch_size=500,
    )
    known = dict(PublishedSeries.objects.filter(kind=kind).values_list("name", "pk"))
    rows = [(name, known[name]) for name in wanted["series"]]
    return pl.DataFrame(rows, schema={"name": pl.String, "series_id": pl.Int64}, orient="row")


def _name_series(dictionary: pl.DataFrame) -> None:
    """What the interactive tool's dictionary calls its measures."""
    told = {row["series"]: row for row in dictionary.iter_rows(named=True)}
    changed = []
    for series in PublishedSeries.objects.filter(kind="tool", name__in=list(told)):
        said = {name: told[series.name][name] for name in ("title", "topic", "better", "places")}
        if any(getattr(series, name) != value for name, value in said.items()):
            for name, value in said.items():
                setattr(series, name, value)
            changed.append(series)
    PublishedSeries.objects.bulk_update(changed, ["title", "topic", "better", "places"], batch_size=200)


def _keep_judgements(told: pl.DataFrame, release: PublishedRelease, kept: KeptFile, older: bool) -> None:
    """Each judgement once, from whoever's list ranks first."""
    mine = RANK[kept.file.kind]
    held = {
        tuple(row[name] for name in JUDGED): (RANK[row["release__kind"]], row["pk"])
        for row in InspectionJudgement.objects.values(*JUDGED, "pk", "release__kind")
    }
    fresh, gone = [], []
    for row in told.drop("source").iter_rows(named=True):
        rank, key = held.get(tuple(row[name] for name in JUDGED), (99, 0))
        if rank < mine or (older and rank < 99):
            kept.left += 1
            continue
        if key:
            gone.append(key)
        fresh.append(row)
    InspectionJudgement.objects.filter(pk__in=gone)._raw_delete(connection.alias)
    kept.new, kept.replaced = len(fresh), len(gone)
    InspectionJudgement.objects.bulk_create(
        [InspectionJudgement(release=release, **row) for row in fresh], batch_size=500
    )


def _replace(
    model: type[models.Model],
    key: tuple[str, ...],
    told: pl.DataFrame,
    release: PublishedRelease,
    kept: KeptFile,
    older: bool,
) -> None:
    """Put rows in the place of those with the same key."""
    manager = model._default_manager
    held: dict[tuple[Any, ...], list[int]] = {}
    for row in manager.values_list("pk", *key):
        held.setdefault(row[1:], []).append(row[0])
    rows = list(told.drop("source").iter_rows(named=True))
    if older:
        fresh = [row for row in rows if tuple(row[name] for name in key) not in held]
        kept.left, rows = len(rows) - len(fresh), fresh
    else:
        gone = [
            pk for each in {tuple(row[name] for name in key) for row in rows} for pk in held.get(each, ())
        ]
        kept.replaced = len(gone)
        for start in range(0, len(gone), 10_000):
            manager.filter(pk__in=gone[start : start + 10_000])._raw_delete(connection.alias)
    kept.new = len(rows)
    manager.bulk_create([model(release=release, **row) for row in rows], batch_size=500)
