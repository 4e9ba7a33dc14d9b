"""The moment at which what is recorded here is judged: now, or for the demonstration the moment at which it stands."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """Now in UTC, or the fixed moment of the setting ``NOW`` (for the demonstration, and for tests)."""
    fixed: datetime | None = getattr(settings, "NOW", None)
    return fixed if fixed is not None else timezone.now()


def today() -> date:
    """The local day of `now`."""
    return now().astimezone(LONDON).date()
