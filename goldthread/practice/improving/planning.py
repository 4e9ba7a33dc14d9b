"""What is in the improvement plan, and how it leaves it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.moment import now, today
from goldthread.practice.reasons import SHORTEST, written
from goldthread.record.models import Account, Improvement, ImprovementEvidence, Recommendation

from .no_child import must_name_nobody
from .who import BECAUSE, must_plan

ORIGINS = {"inspection": "An inspection", "audit": "An audit", "own": "Ourselves"}


@action
@checks_itself(BECAUSE)
def put_into_plan(
    *, by: Account, origin: str, asked: str, source: str, asked_on: date, better: str, report: str = "",
    report_number: int | None = None,
) -> Improvement:  # fmt: skip
    """Put something to make better into the improvement plan. Raises NotAllowed, ValidationError with what to change."""
    must_plan(by)
    for column, text in (("asked", asked), ("better", better)):
        if len(text.strip()) < SHORTEST:
            raise ValidationError({column: "Say it in a sentence that somebody else can judge."})
    if not source.strip():
        raise ValidationError({"source": "Say where it is written: which inspection, audit or meeting."})
    if asked_on > today():
        raise ValidationError(
            {"asked_on": "Found a day that is still to come. Enter the day it was asked for."}
        )
    must_name_nobody(by, asked=asked, source=source, better=better)
    if report and Improvement.objects.filter(report=report, report_number=report_number).exists():
        raise ValidationError("This recommendation is in the plan already.")
    return add(
        Improvement(
            origin=origin, asked=asked.strip(), source=source.strip(), asked_on=asked_on, better=better.strip(),
            report=report, report_number=report_number, raised_by=by, raised_at=now(),
        )
    )  # fmt: skip


def from_inspection(report: str, number: int) -> dict[str, Any] | None:
    """What a form asks no more of a recommendation that was brought in; None where there is no such."""
    found = Recommendation.objects.filter(report=report, number=number).order_by("pk").first()
    if found is None or found.published_on is None:
        return None
    day = date_format(found.published_on, "j F Y")
    return {
        "origin": "inspection",
        "asked": found.text,
        "source": f"Inspection report of {day}, recommendation {found.number}",
        "asked_on": found.published_on,
        "report": report,
        "report_number": number,
    }


@action
@checks_itself(BECAUSE)
def close(*, by: Account, improvement: Improvement, because: str) -> Improvement:
    """Close something in the improvement plan: with the reason, and by somebody who did none of it.

    Raises NotAllowed, ValidationError while an action is neither done nor given up, or for whoever did or said that it was.
    """
    must_plan(by)
    if improvement.closed_at is not None:
        raise ValidationError("This is closed already.")
    because = written(because, "because")
    must_name_nobody(by, because=because)
    actions = list(improvement.actions.all())
    still = [each for each in actions if each.done_on is None and each.dropped_on is None]
    if still:
        raise ValidationError(
            f"Found {len(still)} of its actions neither done nor given up, “{still[0].what}” first. End them before closing."
        )
    if not any(each.done_on for each in actions):
        raise ValidationError("Nothing was done about this yet. Put in what was done, or what is to be done.")
    did = {each.owner_id for each in actions if each.done_on} | {each.done_by_id for each in actions}
    if by.pk in did:
        raise ValidationError("You did some of this, or said that it was done. Somebody else closes it.")
    return change(improvement, closed_by=by, closed_at=now(), closed_because=because)


@action
@checks_itself(BECAUSE)
def open_again(*, by: Account, improvement: Improvement, because: str) -> Improvement:
    """Open something again that was closed; why it was closed stays with it. Raises NotAllowed, ValidationError."""
    must_plan(by)
    because = written(because, "because")
    must_name_nobody(by, because=because)
    if improvement.closed_at is None or improvement.closed_by is None:
        raise ValidationError("This is open.")
    day = date_format(localtime(improvement.closed_at), "j F Y")
    before = f"It was closed on {day} by {improvement.closed_by.shown_name}: {improvement.closed_because}"
    add(
        ImprovementEvidence(
            improvement=improvement,
            kind="opened-again",
            words=f"{because} {before}",
            said_by=by,
            said_at=now(),
        )
    )
    return change(improvement, closed_by=None, closed_at=None, closed_because="")
