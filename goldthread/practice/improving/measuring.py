"""The measures that must move: of our own, or as published of every authority."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.moment import now
from goldthread.record.models import Account, Improvement, ImprovementMeasure
from goldthread.rulebook.measures import MEASURES
from goldthread.rulebook.published import PUBLISHED

from .no_child import must_name_nobody
from .who import BECAUSE, must_plan


def known_measure(name: str) -> bool:
    """Whether a measure of this name is counted here, or published."""
    return name in MEASURES or name in PUBLISHED


def measure_words(name: str) -> str:
    """What pages call a measure; its name where it is no longer counted."""
    if name in MEASURES:
        return MEASURES[name].what
    return f"{PUBLISHED[name].what} (as published)" if name in PUBLISHED else name


def measures_of() -> list[tuple[str, str]]:
    """Every measure to choose from: our own, then those that are only published."""
    ours = [(name, measure.what) for name, measure in MEASURES.items()]
    return ours + [(name, measure_words(name)) for name in PUBLISHED if name not in MEASURES]


def linked_to(measure: str) -> list[Improvement]:
    """What in the plan a measure must move for, what is open first, then the latest asked for."""
    found = Improvement.objects.filter(measures__measure=measure).order_by("-asked_on", "pk")
    return sorted(found, key=lambda each: each.closed_at is not None)


@action
@checks_itself(BECAUSE)
def link(
    *, by: Account, measure: str, improvement: Improvement, why: str = "", moves_to: float | None = None,
    by_on: date | None = None,
) -> ImprovementMeasure:  # fmt: skip
    """Say that a measure must move for something in the plan, and how far; said again, it is changed.

    Raises NotAllowed, ValidationError for a measure that is none.
    """
    must_plan(by)
    if not known_measure(measure):
        raise ValidationError({"measure": "Choose a measure of the list."})
    if improvement.closed_at is not None:
        raise ValidationError("This is closed. Open it again first, with the reason.")
    if moves_to is not None and by_on is None:
        raise ValidationError({"by_on": "Say by when it is to reach that."})
    must_name_nobody(by, why=why)
    said = {"why": why.strip(), "moves_to": moves_to, "by_on": by_on}
    held = improvement.measures.filter(measure=measure).first()
    if held is not None:
        return change(held, **said)
    return add(
        ImprovementMeasure(improvement=improvement, measure=measure, linked_by=by, linked_at=now(), **said)
    )
