"""Calendars as data: bank holidays, working days, weeks and months."""

from goldthread.rulebook.calendar.months import add_months, add_weeks, add_years, month_starts
from goldthread.rulebook.calendar.working_days import (
    ENGLAND_AND_WALES,
    NO_DAY,
    Calendar,
    OutsideCalendar,
    epoch_day,
    from_epoch_day,
)

__all__ = [
    "ENGLAND_AND_WALES",
    "NO_DAY",
    "Calendar",
    "OutsideCalendar",
    "add_months",
    "add_weeks",
    "add_years",
    "epoch_day",
    "from_epoch_day",
    "month_starts",
]
