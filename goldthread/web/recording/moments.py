"""A day and the time of day, asked as two questions and given to a deed as one moment."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from goldthread.practice.moment import LONDON


def joined(day: date | None, at: time | None) -> datetime | None:
    """The moment of a day and a time in England; None where either is not said."""
    return datetime.combine(day, at, LONDON) if day is not None and at is not None else None


def parts(moment: datetime | None, day: date | None, name: str) -> dict[str, Any]:
    """What the two questions show at first: of a moment, or of a day alone."""
    if moment is None:
        return {f"{name}_on": day, f"{name}_at": None}
    local = timezone.localtime(moment, LONDON)
    return {f"{name}_on": local.date(), f"{name}_at": local.time().replace(second=0, microsecond=0)}
