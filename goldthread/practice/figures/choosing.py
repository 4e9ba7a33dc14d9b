"""What the authority decides of its figures: which are shown, their targets, and from which months their limits come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.figures.reading import newest
from goldthread.practice.moment import now
from goldthread.practice.reasons import written
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, FigureBaseline, FigureChoice, FigureTarget
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES, measure_named

MOST = 12
LEAST_MONTHS = 12
USUAL = (
    "referrals", "re_referrals", "assessments_in_time", "conferences_in_time", "second_plans", "protection_visits_in_time",
    "care_visits_in_time", "return_interviews_in_time", "three_placements", "suitable_homes", "supervisions_in_time", "caseload",
)  # fmt: skip
"""Shown until the authority chooses: the way of a child through the system, and the work itself."""
OF_TEAMS = "decisions about figures of teams, which concern no child's record"
NOT_YOURS = "The director decides which figures are shown, their targets and their limits. Ask the director."


@action
@checks_itself(OF_TEAMS)
def choose_figures(*, by: Account, measures: Sequence[str], why: str) -> FigureChoice:
    """Decide which measures the page of figures shows, in their order. Raises NotAllowed and ValidationError."""
    _may(by)
    if not 1 <= len(measures) <= MOST:
        raise ValidationError({"measures": f"Choose from 1 to {MOST} measures; {len(measures)} are chosen."})
    if strangers := [
        name for at, name in enumerate(measures) if name not in MEASURES or name in measures[:at]
    ]:
        raise ValidationError(
            {"measures": f"Choose measures of the list, each once; found {', '.join(strangers)}."}
        )
    return add(FigureChoice(measures=list(measures), why=written(why, "why"), by=by, at=now()))


@action
@checks_itself(OF_TEAMS)
def set_target(*, by: Account, measure: str, value: Decimal | None, why: str) -> FigureTarget:
    """Set a target, or decide that there is none, and say why. Raises NotAllowed and ValidationError."""
    _may(by)
    of = measure_named(measure)
    if value is not None and (value < 0 or (of.unit == "%" and value > 100)):
        raise ValidationError({"value": f"Enter a target from 0{' to 100' if of.unit == '%' else ' up'}."})
    return add(FigureTarget(measure=of.name, value=value, why=written(why, "why"), by=by, at=now()))


@action
@checks_itself(OF_TEAMS)
def set_baseline(*, by: Account, measure: str, first_month: date, months: int, why: str) -> FigureBaseline:
    """Decide that from a month on the limits come from so many months, and say what changed in the work.

    Raises NotAllowed, and ValidationError for months that are not over, too few, or another baseline from the same month.
    """
    _may(by)
    of, last = measure_named(measure), newest()
    if not of.flows:
        raise ValidationError("What is counted on the last day of a month is drawn without limits.")
    if months < LEAST_MONTHS:
        raise ValidationError({"months": f"Limits need {LEAST_MONTHS} months at least; found {months}."})
    if last is None or add_months(first_month.replace(day=1), months - 1) > last:
        raise ValidationError(
            {
                "months": "The months that the limits come from must be over. Choose fewer, or an earlier first one."
            }
        )
    if baselines_of(of).filter(first_month=first_month).exists():
        raise ValidationError(
            {"first_month": "There is a decision from this month already. Take that back first."}
        )
    return add(
        FigureBaseline(
            measure=of.name, first_month=first_month, months=months, why=written(why, "why"), by=by, at=now()
        )
    )


@action
@checks_itself(OF_TEAMS)
def take_back_baseline(*, by: Account, baseline: FigureBaseline, because: str) -> FigureBaseline:
    """Take a decision about limits back, and say why: those before it hold again. Raises NotAllowed and ValidationError."""
    _may(by)
    if baseline.withdrawn_at is not None:
        raise ValidationError("It was taken back already.")
    return change(baseline, withdrawn_at=now(), withdrawn_because=written(because, "because"))


def chosen() -> list[Measure]:
    """The measures that the page shows, in order; the usual ones until somebody has chosen."""
    choice = latest_choice()
    names = choice.measures if choice else USUAL
    return [MEASURES[name] for name in names if name in MEASURES]


def latest_choice() -> FigureChoice | None:
    return FigureChoice.objects.select_related("by__worker").order_by("-at", "-pk").first()


def targets_of(measures: Sequence[Measure]) -> dict[str, FigureTarget]:
    """The target, or the decision that there is none, that holds for each measure about which somebody decided."""
    rows = FigureTarget.objects.filter(measure__in=[each.name for each in measures]).select_related(
        "by__worker"
    )
    return {each.measure: each for each in rows.order_by("at", "pk")}


def baselines_of(*measures: Measure) -> QuerySet[FigureBaseline]:
    """The decisions about the limits of measures that hold, in the order of their first months."""
    names = [each.name for each in measures]
    found = FigureBaseline.objects.filter(measure__in=names, withdrawn_at__isnull=True)
    return found.select_related("by__worker").order_by("first_month")


def _may(by: Account) -> None:
    if not standing_of(by).role.decides_figures:
        raise NotAllowed(NOT_YOURS)
