"""Who reads the improvement plan, who writes it, and who says how it goes."""

from __future__ import annotations

from goldthread.practice.actions import NotAllowed
from goldthread.practice.roles import ALL
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Improvement

BECAUSE = "the improvement plan, in which no child is"
PLANNERS = frozenset({"director", "service-manager"})
EVIDENCE = frozenset({"performance-analyst", "quality-auditor"})


def may_read(account: Account) -> bool:
    """Managers, auditors, analysts, and members of boards."""
    return standing_of(account).role.improves


def may_plan(account: Account) -> bool:
    """The director and service managers decide what is in it."""
    return standing_of(account).role.code in PLANNERS


def may_say(account: Account, improvement: Improvement) -> bool:
    """They, whoever does one of its actions, analysts and auditors say how it goes."""
    role = standing_of(account).role
    owns = role.improves and improvement.actions.filter(owner=account).exists()
    return owns or role.code in PLANNERS | EVIDENCE


def may_own(account: Account) -> bool:
    """Whoever reads the plan and answers for work may be given an action; members of boards oversee it."""
    role = standing_of(account).role
    return role.improves and role.code not in ("lead-member", "board-member")


def owners() -> list[Account]:
    """Whom an action may be given to, by name."""
    active = Account.objects.filter(is_active=True).select_related("worker").order_by("last_name", "username")
    return [
        each for each in active.filter(role__in=[role.code for role in ALL if role.improves]) if may_own(each)
    ]


def must_plan(account: Account) -> None:
    if not may_plan(Account.objects.get(pk=account.pk)):
        raise NotAllowed("The director or a service manager changes the improvement plan. Ask one of them.")


def must_say(account: Account, improvement: Improvement) -> None:
    if not may_say(Account.objects.get(pk=account.pk), improvement):
        raise NotAllowed("Whoever does one of its actions says how it goes, or a manager above. Ask them.")
