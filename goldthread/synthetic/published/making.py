"""The made-up statistics as files would have said them, and kept as an import keeps them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import polars as pl

from goldthread.exchange.published.folder import SOURCED, Published, ReadFile
from goldthread.exchange.published.judgements import JUDGEMENTS
from goldthread.exchange.published.neighbours import NEIGHBOURS
from goldthread.exchange.published.reports import RECOMMENDATIONS, REPORTS

from .inspections import MODEL, inspections, judgement_rows, neighbour_rows, recommendation_rows, report_rows
from .values import YEARS, values

SEED = 2026


def published(seed: int = SEED) -> Published:
    """Everything, a file for each kind."""
    found = Published()
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for row in values(seed):
        rows.setdefault(row.kind, []).append(row)
    every = []
    for kind, several in rows.items():
        source = _file(found, kind, str(YEARS[-1]), several)
        every += [(*row, source) for row in several]
    found.values = pl.DataFrame(every, schema=SOURCED, orient="row")
    held = inspections(seed)
    newest = max(each.published_on for each in held).isoformat()
    found.neighbours = _table(found, "neighbours", MODEL, neighbour_rows(seed), NEIGHBOURS)
    found.judgements = _table(found, "outcomes", newest, judgement_rows(held), JUDGEMENTS)
    found.reports = _table(found, "reports", newest, report_rows(held), REPORTS)
    found.recommendations = _table(
        found, "recommendations", newest, recommendation_rows(held), RECOMMENDATIONS
    )
    return found


def make_published(seed: int = SEED) -> None:
    """Keep them; the same again changes nothing. Nothing where any statistics were brought in already."""
    from goldthread.practice.published import keep_published
    from goldthread.record.models import PublishedRelease

    if not PublishedRelease.objects.exists():
        keep_published(found=published(seed), by=None)


def _table(
    found: Published, kind: str, release: str, rows: Iterable[tuple[Any, ...]], schema: dict[str, Any]
) -> pl.DataFrame:
    told = list(rows)
    source = _file(found, kind, release, told)
    frame = pl.DataFrame(told, schema=schema, orient="row")
    return frame.with_columns(source=pl.lit(source, pl.Int32))


def _file(found: Published, kind: str, release: str, rows: list[tuple[Any, ...]]) -> int:
    """Say of a kind that there is a file, named so that nobody takes it for a published one; gives its number."""
    digest = hashlib.sha256(repr(rows).encode()).hexdigest()
    found.files.append(ReadFile(kind, f"made up, {kind}.csv", digest, release, len(rows)))
    return len(found.files) - 1
