"""Date words: "Wed 4 Mar", "12 working days over". Every page says its dates through these.

A date and time is said in the authority's own zone (`TIME_ZONE`); a day has no zone.
"""

from datetime import date, datetime

from django.utils import timezone

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_KNOWN = "not known"


def day_words(when: date | datetime | None, as_at: date | datetime | None = None) -> str:
    """ "Wed 4 Mar"; "Wed 4 Mar 2025" where the year is not that of `as_at` or there is no `as_at`."""
    if when is None:
        return NOT_KNOWN
    day = local_day(when)
    words = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    if as_at is not None and local_day(as_at).year == day.year:
        return words
    return f"{words} {day.year}"


def moment_words(when: datetime | None, as_at: date | datetime | None = None) -> str:
    """ "Mon 2 Mar 2026, 09:14"; without the year where it is that of `as_at`."""
    if when is None:
        return NOT_KNOWN
    local = _local(when)
    return f"{day_words(local, as_at)}, {local:%H:%M}"


def over_words(count: int, unit: str = "working day") -> str:
    """How far past (above nought) or before (below) it is due: "12 working days over", "in 3 working days"."""
    if count > 0:
        return f"{plural(count, unit)} over"
    if count == 0:
        return "due today" if unit != "hour" else "due within the hour"
    return f"in {plural(-count, unit)}"


def due_words(
    when: date | datetime | None,
    as_at: date | datetime,
    over: int | None = None,
    unit: str = "working day",
) -> str:
    """ "due Wed 4 Mar, 12 working days over"; without the distance when `over` is not given."""
    if when is None:
        return "due date not known"
    if over is None:
        return f"due {day_words(when, as_at)}"
    if over == 0 and unit != "hour":
        return f"due today, {day_words(when, as_at)}"
    return f"due {day_words(when, as_at)}, {over_words(over, unit)}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """ "1 child", "2 children": `many` where an s is not enough; thousands have commas."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def iso(when: date | datetime | None) -> str:
    """For a `datetime` attribute: "2026-03-04" or, with its time, "2026-03-04T09:14:00+00:00"."""
    if isinstance(when, datetime):
        return when.isoformat(timespec="seconds")
    return "" if when is None else when.isoformat()


def local_day(when: date | datetime) -> date:
    """The day it was in the authority's own zone."""
    return _local(when).date() if isinstance(when, datetime) else when


def _local(when: datetime) -> datetime:
    return timezone.localtime(when) if timezone.is_aware(when) else when
