"""What a row must satisfy before a person may record it, beyond what the database holds."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from goldthread.practice.moment import now, today
from goldthread.record.models import Child, Recorded, model_of, table_of
from goldthread.vocabulary import TABLES, Column

SOURCES_CHANGED_HERE = {"synthetic"}  # nobody keeps that authority's own system but us
MAY_LIE_AHEAD = {  # a day that may be known before it comes; all others say what happened
    "children.expected_on",
    "conferences.called_for_on",
    "conferences.called_for_at",
    "enquiries.conference_target_on",
    "goals.review_by",
    "actions.due_on",
    "core_groups.next_on",
    "help_reviews.next_on",
    "safeguarding_orders.authorised_to",
    "allocations.began_on",
    "allocations.ended_on",
    "handovers.taken_over_on",
    "promises.due_on",
    "posts.began_on",
    "posts.ended_on",
    "undisclosed_addresses.review_on",
    "hidden_placements.review_on",
    "safety_warnings.review_on",
    "associates.review_on",
    "contact_cards.next_on",
    "supervision_sessions.planned_for",
    "directions.due_on",
    "direction_answers.due_on",
    "decisions.review_on",
    "escalation_stages.due_on",
    "audit_actions.due_on",
    "case_audits.again_by",
    "practice_weeks.week_on",
}


def check(row: models.Model) -> None:
    """Fill what follows from other columns and check the whole row. Raises ValidationError with words."""
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    if isinstance(row, Recorded):
        columns = TABLES[table_of(row)].columns()
        for column in columns.values():
            if column.kind == "instant" and column.day:
                _fill_day(row, column, wrong)
        for column in columns.values():
            if column.kind == "day":
                _not_ahead(row, column, wrong)
            elif column.kind == "ref":
                _same_child(row, column, wrong)
    if wrong:
        raise ValidationError(dict(wrong))
    row.full_clean()


def check_may_be_changed(row: models.Model) -> None:
    """Raises ValidationError where the row was withdrawn, or is kept in another system."""
    if not isinstance(row, Recorded):
        return
    if row.withdrawn_at is not None:
        raise ValidationError(f"This was withdrawn: {row.withdrawn_because} Record it again instead.")
    if row.source is not None and row.source.kind not in SOURCES_CHANGED_HERE:
        raise ValidationError(f"This came from {row.source.name}: put it right there, and import it again.")


def may_be_changed(row: models.Model) -> bool:
    """Whether a row is neither withdrawn nor kept in another system."""
    try:
        check_may_be_changed(row)
    except ValidationError:
        return False
    return True


def check_still_open(row: models.Model, column: str, what: str) -> None:
    """Raises ValidationError where the row's end is already recorded."""
    ended = getattr(row, column)
    if ended is not None:
        raise ValidationError({column: f"{what} already ended on {_day(ended)}; correct that instead."})


def day_of(day: date | None, moment: datetime | None, column: str) -> date:
    """The day given, or else that of the moment given. Raises ValidationError where neither is."""
    if day is not None:
        return day
    if moment is None:
        raise ValidationError({column: "Say on which day it was."})
    return timezone.localdate(moment if timezone.is_aware(moment) else timezone.make_aware(moment))


def _fill_day(row: Recorded, column: Column, wrong: dict[str, list[str]]) -> None:
    moment = getattr(row, column.name)
    if moment is None:
        return
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
        setattr(row, column.name, moment)
    local, day = timezone.localdate(moment), getattr(row, column.day)
    if day is None:
        setattr(row, column.day, local)
    elif day != local:
        wrong[column.name].append(f"Found a time on {_day(local)}; expected one on {_day(day)}, its day.")
    if moment > now() and f"{table_of(row)}.{column.name}" not in MAY_LIE_AHEAD:
        wrong[column.name].append("This lies in the future; record it when it has happened.")


def _not_ahead(row: Recorded, column: Column, wrong: dict[str, list[str]]) -> None:
    day = getattr(row, column.name)
    if day is None or f"{table_of(row)}.{column.name}" in MAY_LIE_AHEAD:
        return
    until = today()
    if day > until:
        wrong[column.name].append(
            f"Found {_day(day)}, which is after today, {_day(until)}; record it when it has happened."
        )


def _same_child(row: Recorded, column: Column, wrong: dict[str, list[str]]) -> None:
    child = getattr(row, "child_id", None)
    if column.to not in TABLES or child is None or model_of(column.to) is Child:
        return
    if not TABLES[column.to].child_owned or getattr(row, f"{column.name}_id") is None:
        return
    other = getattr(row, column.name)
    if other.child_id != child:
        wrong[column.name].append(
            f"This {other._meta.verbose_name} is another child's; expected one of the same child."
        )
    elif other.withdrawn_at is not None:
        wrong[column.name].append(f"This {other._meta.verbose_name} was withdrawn; choose one that stands.")


def _day(day: date) -> str:
    return date_format(day, "D j M Y")
