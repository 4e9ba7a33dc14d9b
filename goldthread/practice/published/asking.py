"""What was kept of the published statistics, as the tidy tables that the exchange answers from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import polars as pl
from django.conf import settings
from django.db import models

from goldthread.exchange.published.answering import Standing
from goldthread.exchange.published.authorities import BY_ONS, OAKSHIRE, PLACES, TOGETHER, Place, together_of
from goldthread.exchange.published.folder import SOURCED
from goldthread.exchange.published.judgements import JUDGEMENTS
from goldthread.exchange.published.neighbours import NEIGHBOURS, neighbours_of
from goldthread.exchange.published.reports import RECOMMENDATIONS
from goldthread.record.models import (
    InspectionJudgement,
    Neighbour,
    PublishedRelease,
    PublishedSeries,
    PublishedValue,
    Recommendation,
)  # fmt: skip
from goldthread.rulebook.published import PublishedMeasure, Series
from goldthread.vocabulary import Fault


def our_place() -> Place | None:
    """The authority whose system this is: by its code in the settings, the made-up one in a demonstration, else nobody knows."""
    stated = settings.AUTHORITY.strip().upper() or (OAKSHIRE if settings.DEMONSTRATION else "")
    return PLACES.get(BY_ONS.get(stated, stated))


def standing_of_kept(
    measures: Iterable[PublishedMeasure], places: Collection[Place] = (), *, compare: bool = False
) -> Standing:
    """What was kept of these measures; of some places only, with their neighbours and England to compare with.

    Raises Fault where nothing was ever brought in.
    """
    asked = list(measures)
    near = neighbours_kept()
    codes: set[str] = set()
    for place in places:
        codes |= {place.code}
        if compare:
            codes |= {place.country, *neighbours_of(near, place.code)}
    releases = list(PublishedRelease.objects.order_by("pk"))
    if not releases:
        raise Fault(
            "No published statistics were brought in yet. Bring a folder of them in with `goldthread import FOLDER`, or read one "
            "without keeping it with --folder."
        )
    number = {release.pk: at for at, release in enumerate(releases)}
    values = values_kept(asked, codes).with_columns(
        source=pl.col("source").replace_strict(number, return_dtype=pl.Int32)
    )
    return Standing.of(values, asked, [str(release) for release in releases], near)


def values_kept(measures: Iterable[PublishedMeasure], codes: Collection[str] = ()) -> pl.DataFrame:
    """The values behind measures, of some places or of all, as `SOURCED`; source: the release's key."""
    wanted = {series for measure in measures for series in measure.behind}
    mine = PublishedSeries.objects.filter(kind__in={series.kind for series in wanted})
    chosen = [each.pk for each in mine if Series(each.kind, each.name) in wanted]
    found = PublishedValue.objects.filter(series__in=chosen)
    if codes:
        found = found.filter(authority__in=sorted({*codes, *_together(found, codes)}))
    return pl.DataFrame(
        list(
            found.values_list(
                "series__kind", "authority", "series__name", "period", "year", "value", "token", "numerator", "denominator",
                "series__unit", "release_id",
            )
        ),
        schema=SOURCED, orient="row",
    )  # fmt: skip


def judgements_kept() -> pl.DataFrame:
    """Every judgement that was brought in."""
    return _frame(InspectionJudgement.objects.order_by("authority", "published_on", "area"), JUDGEMENTS)


def recommendations_kept() -> pl.DataFrame:
    """Everything that the reports asked for."""
    return _frame(Recommendation.objects.order_by("report", "number"), RECOMMENDATIONS)


def neighbours_kept() -> pl.DataFrame:
    """Statistical neighbours, of every model that was brought in."""
    return _frame(Neighbour.objects.all(), NEIGHBOURS)


def _together(values: models.QuerySet[PublishedValue], codes: Collection[str]) -> set[str]:
    """The codes of those who return together with one of these, where files print them as one."""
    here = values.filter(authority__contains=TOGETHER).values_list("authority", flat=True).distinct()
    return {each for each in here if {*together_of(each)} & {*codes}}


def _frame(rows: models.QuerySet[Any], schema: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(rows.values_list(*schema)), schema=schema, orient="row")
