"""What people make of a figure: written by somebody with their name to it, and out of date after a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate

from goldthread.engine.variation import ProcessChart, Signal
from goldthread.practice.actions import NotAllowed, action, add, checks_itself
from goldthread.practice.figures.choosing import OF_TEAMS
from goldthread.practice.figures.reading import newest
from goldthread.practice.improving.no_child import must_name_nobody
from goldthread.practice.moment import now, today
from goldthread.practice.roles import ROLES
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, FigureCommentary
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import measure_named

STANDS_FOR = 3
"""Months after which commentary is to be written anew: our own standard, as figures are looked at each quarter."""
SHORTEST = 10
PARTS = {
    "what": "What does the figure show?",
    "why": "Why, as far as you know?",
    "so_what": "What does it mean for children?",
    "now_what": "What happens now?",
}


@action
@checks_itself(OF_TEAMS)
def comment(
    *, by: Account, measure: str, what: str, why: str, so_what: str, now_what: str, by_when: date, by_whom: Account,
    signals: Sequence[str] = (),
) -> FigureCommentary:  # fmt: skip
    """Write what a figure means, what is done, by when and by whom. signals: the keys of those that the writer saw.

    Raises NotAllowed, and ValidationError for a part that says nothing, a day that is over, or a child's name.
    """
    if not standing_of(by).role.comments_figures:
        raise NotAllowed(
            "The director, service managers and analysts write what figures mean. Ask one of them."
        )
    of, month = measure_named(measure), newest()
    if month is None:
        raise ValidationError("Nothing is counted yet, so there is nothing to write about.")
    said = {
        "what": what.strip(),
        "why": why.strip(),
        "so_what": so_what.strip(),
        "now_what": now_what.strip(),
    }
    for column, text in said.items():
        if len(text) < SHORTEST:
            raise ValidationError({column: "Say it in a sentence that somebody else can judge."})
    must_name_nobody(by, **said)
    if by_when < today():
        raise ValidationError({"by_when": "Enter a day that is not over."})
    if by_whom not in who_may_see_to_it():
        raise ValidationError({"by_whom": "Choose somebody who manages or answers for this."})
    return add(
        FigureCommentary(
            measure=of.name, month=month, signals=sorted(signals), by_when=by_when, by_whom=by_whom, written_by=by,
            written_at=now(), **said,
        )
    )  # fmt: skip


def who_may_see_to_it() -> QuerySet[Account]:
    """Whoever manages, or writes what figures mean."""
    codes = [role.code for role in ROLES.values() if role.arranges or role.comments_figures]
    return Account.objects.filter(is_active=True, role__in=codes).select_related("worker")


def commentaries_of(measures: Sequence[Measure]) -> dict[str, FigureCommentary]:
    """The latest commentary on each measure that has any."""
    rows = FigureCommentary.objects.filter(measure__in=[each.name for each in measures])
    rows = rows.select_related("written_by__worker", "by_whom__worker").order_by("written_at", "pk")
    return {each.measure: each for each in rows}


def history_of(measure: Measure) -> QuerySet[FigureCommentary]:
    """Every commentary on a measure, the latest first."""
    rows = FigureCommentary.objects.filter(measure=measure.name).select_related(
        "written_by__worker", "by_whom__worker"
    )
    return rows.order_by("-written_at", "-pk")


def key_of(signal: Signal) -> str:
    """A signal as commentary remembers it: its rule, its direction, and the month with which it was found."""
    return f"{signal.rule.name} {signal.direction} {signal.found_on.isoformat()}"


def out_of_date(commentary: FigureCommentary, chart: ProcessChart, day: date) -> list[str]:
    """Why commentary no longer says what is so; nothing where it still does. day: today."""
    found = []
    fresh = [
        each
        for each in chart.signals
        if each.found_on > commentary.month and key_of(each) not in commentary.signals
    ]
    if fresh:
        found.append("there is a new signal since")
    if commentary.by_when < day:
        found.append(f"what it promised was to be done by {date_format(commentary.by_when, 'j M Y')}")
    if add_months(localdate(commentary.written_at), STANDS_FOR) <= day:
        found.append(f"it is more than {STANDS_FOR} months old")
    return found
