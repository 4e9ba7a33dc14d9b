"""What the interface answers, as its document describes it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

KEPT_BACK: Literal["c"] = "c"
MEANS = "confidential: kept back so that nobody can be told by it"


class Problem(Schema):
    """Why there is no answer, and what to do (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class MeasureOut(Schema):
    """A measure: its question, how it is counted, and whose definition it is."""

    name: str
    area: str
    what: str
    question: str
    kind: Literal["share", "number", "mean"]
    unit: str
    better: Literal["higher", "lower", "neither"]
    flows: bool = Field(
        description="Whether months add up to a year; else it is counted on a period's last day."
    )
    who_counts: str
    counting: str
    amount: str
    source: str
    source_kind: str = Field(
        description="Regulations, statutory guidance, a census guide, or a standard of our own."
    )
    unconfirmed: str = Field(
        description="What is still to be checked in the source; empty where it was confirmed."
    )
    published_as: str
    cautions: str


class OverTime(Schema):
    """Which figures of a measure."""

    by: Literal["month", "quarter", "year", "team"] = "month"
    since: date | None = Field(None, description="Only periods that begin on this day or later.")
    until: date | None = Field(None, description="Only periods that end on this day or before.")


class TeamOut(Schema):
    """A team; no number and the name given for those whom no team held."""

    number: int | None
    name: str


class FigureOut(Schema):
    """What one period comes to. Kept back, it has a sign and no numbers: those are null, never nought."""

    since: date = Field(description="The first day of the period.")
    until: date = Field(description="Its last day.")
    team: TeamOut | None = Field(description="The team; null for the whole authority.")
    numerator: int | None
    denominator: int | None
    value: float | None = Field(
        description="Per cent, a number, or so much for each; null where nobody counts."
    )
    sign: Literal["", "c"] = Field(description=f"Empty, or {KEPT_BACK}: {MEANS}.")


class SeriesOut(Schema):
    """One measure's figures, the oldest first."""

    measure: str
    unit: str
    counted_at: datetime | None = Field(description="When they were counted; null before the first counting.")
    figures: list[FigureOut]


class PublishedOut(Schema):
    """A published value, or the sign that was published in its place."""

    measure: str
    period: str
    value: float | None
    sign: str
    meaning: str = Field(description="What the sign means; empty for a value.")
    unit: str
    source: str


class PublishedSeriesOut(Schema):
    """What was published about the authority."""

    authority: str
    values: list[PublishedOut]
