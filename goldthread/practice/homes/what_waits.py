"""What the record itself knows to wait for somebody: for a manager to decide, for a worker to do."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery

from goldthread.practice.access import listed
from goldthread.practice.front_door import concerns, to_decide, undecided
from goldthread.practice.holding import ROLES
from goldthread.practice.relations import holding_now
from goldthread.practice.restricting import register_for
from goldthread.practice.standing import Standing
from goldthread.record.models import (
    Action,
    Allocation,
    AssessmentApproval,
    ChildMessage,
    Decision,
    Due,
    Notice,
    Plan,
    Team,
)

from .wants import Wanting, answered_for, held_and_answered_for, in_own_right, my_own, nearest_teams, wanting

A_YEAR = timedelta(days=365)


def assessments_to_authorise(standing: Standing) -> list[Wanting]:
    """Sent by their writers, and answered by no manager yet."""
    if not standing.role.arranges:
        return []
    rows = AssessmentApproval.unwithdrawn.filter(answered_for(standing), answer=None)
    rows = rows.filter(assessment__authorised_on=None, assessment__withdrawn_at=None)
    rows = rows.select_related("child")
    return wanting(
        "assessments-to-authorise", "assessment to authorise", "assessments to authorise", rows, "asked_on"
    )


def contacts_to_decide(standing: Standing) -> list[Wanting]:
    """At the front door, for who manages it; of children of their own teams, for every other manager."""
    if not standing.role.arranges or not standing.works:
        return []
    reader = in_own_right(standing)
    whose = _front_door_or_own(reader)
    if whose is None:
        return []
    return [
        *wanting(
            "contacts-to-decide", "contact to decide", "contacts to decide", undecided(reader).filter(whose), "received_on"
        ),
        *wanting(
            "referrals-to-decide", "referral to decide", "referrals to decide", to_decide(reader).filter(whose), "received_on"
        ),
        *wanting(
            "discussions-to-hold", "strategy discussion to hold", "strategy discussions to hold",
            concerns(reader).filter(whose), "concern_on",
        ),
    ]  # fmt: skip


def _front_door_or_own(reader: Standing) -> Q | None:
    """The children of the reader's own teams; for who manages the front door also those whom nobody holds. None for nobody."""
    teams = nearest_teams(reader)
    if Team.unwithdrawn.filter(pk__in=teams, kind="duty-and-assessment").exists():
        nobodys = ~Q(pk__in=())
        for rows in holding_now(reader.day):
            nobodys &= ~Q(child_id__in=rows.values("child_id"))
        return answered_for(reader) | nobodys
    return held_and_answered_for(reader) if teams else None


def decisions_to_sign_off(standing: Standing) -> list[Wanting]:
    """Decided in the last year by somebody else, and signed off by nobody."""
    if not standing.role.arranges or not standing.works:
        return []
    rows = Decision.unwithdrawn.filter(
        answered_for(standing), signed_off_on=None, decided_on__gt=standing.day - A_YEAR
    )
    rows = rows.exclude(decided_by=standing.works[0].worker, decided_by__isnull=False)
    return wanting(
        "decisions-to-sign-off", "decision to sign off", "decisions to sign off",
        rows.select_related("child"), "decided_on",
    )  # fmt: skip


def glass_to_review(standing: Standing) -> list[Wanting]:
    """Restricted records that somebody opened by breaking the glass, to be judged by their guardian or the director."""
    rows = register_for(standing).filter(found="").exclude(account_id=standing.account)
    if standing.role.code != "director":
        rows = rows.filter(restriction__guardian_id=standing.account)
    return wanting(
        "glass-to-review", "breaking of the glass to review", "breakings of the glass to review", rows, "at"
    )


def children_to_allocate(standing: Standing) -> list[Wanting]:
    """Held by one of the teams, and by no worker by name."""
    if not standing.role.arranges or not standing.works:
        return []
    named = [rows.filter(worker__isnull=False).values("child_id") for rows in holding_now(standing.day)]
    rows = Allocation.unwithdrawn.filter(
        held_and_answered_for(standing), role__in=ROLES, worker=None, team__isnull=False, ended_on=None
    )
    rows = rows.exclude(child_id__in=named[0]).exclude(child_id__in=named[1])
    return wanting(
        "children-to-allocate",
        "child to allocate",
        "children to allocate",
        rows.select_related("child"),
        "began_on",
    )


def assessments_returned(standing: Standing) -> list[Wanting]:
    """Given back by a manager, and not sent again: for who holds the child."""
    last = AssessmentApproval.unwithdrawn.filter(assessment=OuterRef("assessment")).order_by("-pk")
    rows = AssessmentApproval.unwithdrawn.filter(
        my_own(standing),
        answer="returned",
        pk=Subquery(last.values("pk")[:1]),
        assessment__authorised_on=None,
    )
    return wanting(
        "assessments-returned", "assessment that came back to you", "assessments that came back to you",
        rows.select_related("child"), "answered_on",
    )  # fmt: skip


def children_to_answer(standing: Standing) -> list[Wanting]:
    """They called or wrote and wait: for who holds them by name; once it is late, for the nearest manager too."""
    rows = ChildMessage.unwithdrawn.filter(answered_on=None).select_related("child")
    late = Due.objects.filter(clock="child_answered", start_row=OuterRef("pk")).filter(
        Q(due_on__lt=standing.day) | Q(local_due_on__lt=standing.day)
    )
    mine = rows.filter(my_own(standing))
    return [
        *wanting(
            "children-to-answer", "child who waits for your answer", "children who wait for your answer", mine,
            "received_on",
        ),
        *wanting(
            "children-unanswered", "child not answered in time", "children not answered in time",
            rows.filter(Exists(late), answered_for(standing)).exclude(pk__in=mine.values("pk")), "received_on",
        ),
    ]  # fmt: skip


def actions_to_do(standing: Standing) -> list[Wanting]:
    """What open plans ask of this worker by name, and that is due."""
    worker = standing.works[0].worker if standing.works else None
    if worker is None:
        return []
    open_plans = Plan.unwithdrawn.filter(Q(ended_on=None) | Q(ended_on__gt=standing.day))
    rows = Action.unwithdrawn.filter(
        listed(standing),
        worker_id=worker,
        done_on=None,
        dropped_on=None,
        plan__in=open_plans,
        due_on__lt=standing.day,
    )
    return wanting(
        "actions-late", "action of a plan that is yours, late", "actions of plans that are yours, late",
        rows.select_related("child"), "due_on",
    )  # fmt: skip


def notices_unread(standing: Standing) -> list[Wanting]:
    """What the account was told, and did not mark as read."""
    rows = Notice.objects.filter(account_id=standing.account, read_at=None)
    return wanting("notices-unread", "notice not read", "notices not read", rows, "at")
