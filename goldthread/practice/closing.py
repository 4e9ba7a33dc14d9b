"""What stands in the way of ending work with a child, and everything that is still open and must be dealt with first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from goldthread.record.models import (
    Action,
    Assessment,
    CareEpisode,
    Child,
    Closing,
    Due,
    Enquiry,
    FamilyHelpEpisode,
    Goal,
    MissingEpisode,
    Plan,
    Referral,
    SafeguardingOrder,
)
from goldthread.rulebook.clocks import CLOCKS

ELSEWHERE = ("no-further-action", "early-help")


@dataclass(frozen=True, slots=True)
class StillOpen:
    """One thing that is still open. key: by which a form names it. kind: action, plan, goal or duty. late: whether it is late."""

    key: str
    kind: str
    table: str
    row: int | None
    what: str
    due_on: date | None = None
    late: bool = False


def in_the_way(child: Child) -> list[str]:
    """Why the work cannot end yet, a sentence each; empty where nothing stands in the way."""
    found = []
    if CareEpisode.unwithdrawn.filter(child=child, ended_on=None).exists():
        found.append("The child is looked after: end that first.")
    for plan in Plan.unwithdrawn.filter(child=child, kind="child-protection", ended_on=None):
        found.append(
            f"A child protection plan has been in force since {_day(plan.began_on)}: only a conference ends it."
        )
    for enquiry in Enquiry.unwithdrawn.filter(child=child, concluded_on=None):
        if enquiry.conference_required is None:
            found.append(f"The enquiry of {_day(enquiry.began_on)} is not concluded: conclude it first.")
    for assessment in Assessment.unwithdrawn.filter(
        child=child, authorised_on=None, referral__in=open_referrals(child)
    ):
        found.append(
            f"The assessment of {_day(assessment.requested_on)} is not authorised: have it authorised, or take it back."
        )
    for missing in MissingEpisode.unwithdrawn.filter(child=child, ended_on=None):
        found.append(
            f"The child has been missing since {_day(missing.began_on)}: nobody recorded that they came back."
        )
    for order in SafeguardingOrder.unwithdrawn.filter(child=child, ended_on=None):
        found.append(f"An order of {_day(order.began_on)} is in force: record when it ended.")
    return found


def open_referrals(child: Child) -> list[Referral]:
    """The referrals whose episode is open, the earliest first."""
    rows = Referral.unwithdrawn.filter(child=child, closed_on=None).order_by("received_on", "pk")
    return [each for each in rows if not (each.no_further_action or each.decision in ELSEWHERE)]


def open_help(child: Child) -> list[FamilyHelpEpisode]:
    """The family help that goes on, the earliest first."""
    return list(FamilyHelpEpisode.unwithdrawn.filter(child=child, ended_on=None).order_by("began_on", "pk"))


def last_closing(child: Child) -> Closing | None:
    """How the work last ended, where nothing has been opened since."""
    last = Closing.unwithdrawn.filter(child=child).order_by("-closed_on", "-pk").first()
    if (
        last is None
        or Referral.unwithdrawn.filter(child=child, received_on__gte=last.closed_on, closed_on=None).exists()
    ):
        return None
    return last


def is_open(child: Child) -> bool:
    """Whether there is work of ours that could end."""
    return bool(
        open_referrals(child)
        or open_help(child)
        or Plan.unwithdrawn.filter(child=child, ended_on=None).exists()
    )


def still_open(child: Child, on: date) -> list[StillOpen]:
    """Everything that must be dealt with one by one before the work ends: plans, their goals and actions, and duties."""
    found = [
        StillOpen(
            f"plans-{each.pk}",
            "plan",
            "plans",
            each.pk,
            f"{_said(each.kind)} plan since {_day(each.began_on)}",
        )
        for each in Plan.unwithdrawn.filter(child=child, ended_on=None)
        .exclude(kind="child-protection")
        .order_by("began_on", "pk")
    ]
    goals = Goal.unwithdrawn.filter(child=child, reached_on=None, dropped_on=None).order_by("set_on", "pk")
    found += [StillOpen(f"goals-{each.pk}", "goal", "goals", each.pk, each.words) for each in goals]
    actions = Action.unwithdrawn.filter(child=child, done_on=None, dropped_on=None).order_by("due_on", "pk")
    found += [
        StillOpen(
            f"actions-{each.pk}", "action", "actions", each.pk, each.words, each.due_on,
            each.due_on is not None and each.due_on < on,
        )
        for each in actions
    ]  # fmt: skip
    dues = Due.objects.filter(child=child, known=True, confirmed=True).order_by(
        "due_day", "clock", "start_row", "link"
    )
    found += [
        StillOpen(
            f"due-{each.clock}-{each.start_row}-{each.link}", "duty", "", None, CLOCKS[each.clock].what, each.due_on,
            each.due_on < on,
        )
        for each in dues
    ]  # fmt: skip
    return found


def _said(word: str) -> str:
    return word.replace("-", " ").capitalize()


def _day(day: date) -> str:
    return date_format(day, "j F Y")
