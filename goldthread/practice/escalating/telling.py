"""Who is told of an escalation: who is to answer where it stands now, and who raised it once it was answered."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import today
from goldthread.practice.notices.telling import tell
from goldthread.practice.roles import ROLES
from goldthread.practice.standing import in_force
from goldthread.record.models import Account, Escalation, EscalationStage, Post, Team
from goldthread.rulebook.escalation import STAGE_OF

TEAM, ABOVE, WHOLE = 1, 2, 3
"""How far up a team's line a stage is answered."""


def tell_who_answers(stage: EscalationStage) -> None:
    """Tell whoever is to answer an escalation where it stands now; never whoever raised it."""
    escalation, rule = stage.escalation, STAGE_OF[stage.stage]
    if rule.within is None:
        return
    due = f" by {stage.due_on:%a %-d %b %Y}" if stage.due_on else ""
    for account in _accounts(_who_answers(escalation, rule.level), escalation):
        _tell(
            account,
            "escalation",
            escalation,
            f"An escalation is to be answered{due}. Stage: {rule.name.lower()}.",
        )


def tell_who_raised(stage: EscalationStage) -> None:
    """Tell whoever raised an escalation that it was answered."""
    escalation = stage.escalation
    for account in Account.objects.filter(is_active=True, worker_id=escalation.raised_by_id or 0):
        _tell(account, "escalation-answered", escalation, "An escalation that you raised was answered.")


def _tell(account: Account, what: str, escalation: Escalation, words: str) -> None:
    child = escalation.child
    tell(
        to=account, what=what, child=child, words=words,
        address=f"/children/{child.public_id}/escalations/{escalation.pk}/",
    )  # fmt: skip


def _who_answers(escalation: Escalation, level: int) -> Q:
    if level >= WHOLE:
        return Q(role__in=[code for code, role in ROLES.items() if role.arranges and "whole" in role.opens])
    if level >= ABOVE:
        return Q(worker_id__in=_managers(_above(escalation.team_id)))
    who = Q(worker_id__in=_managers([escalation.team_id]))
    if level >= TEAM:
        return who
    holder = holder_of_many([escalation.child_id], today())[escalation.child_id]
    return who | Q(worker_id=holder.worker_id) if holder.worker_id else who


def _managers(teams: Iterable[int | None]) -> list[int]:
    posts = Post.unwithdrawn.filter(in_force(today()), manages=True, worker_id__isnull=False)
    found = posts.filter(team_id__in=[team for team in teams if team is not None])
    return [worker for worker in found.values_list("worker_id", flat=True) if worker is not None]


def _above(team: int | None) -> list[int]:
    """The nearest team above one that somebody manages."""
    above = dict(Team.unwithdrawn.values_list("pk", "within_id"))
    up = above.get(team or 0)
    while up is not None and not _managers([up]):
        up = above.get(up)
    return [] if up is None else [up]


def _accounts(who: Q, escalation: Escalation) -> list[Account]:
    found = Account.objects.filter(who, is_active=True).exclude(worker_id=escalation.raised_by_id or 0)
    return list(found.order_by("pk"))
