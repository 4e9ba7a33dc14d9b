"""Whose supervision somebody may see or hold: their own, and that of people in their own line. Nobody else learns of any."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet

from goldthread.practice.actions import NotAllowed
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.standing import Standing, in_force, staff_of, standing_of
from goldthread.record.models import Account, Post, SupervisionSession, Worker

WRITES = "The supervisor writes this down, and this is not your role in it."


def workers_of(standing: Standing) -> QuerySet[Worker]:
    """Everybody in post whom an account manages in its own right; for whoever answers for the whole authority, everybody."""
    if not standing.works or not standing.role.arranges:
        return Worker.unwithdrawn.none()
    own = standing.works[0]
    posts = staff_of(standing)
    if "whole" in own.role.opens:
        posts = Post.unwithdrawn.filter(in_force(standing.day), worker_id__isnull=False)
    found: QuerySet[Worker] = Worker.unwithdrawn.filter(pk__in=posts.values("worker_id"))
    return found.exclude(pk=own.worker or 0)


def sessions_seen(standing: Standing) -> QuerySet[SupervisionSession]:
    """The supervisions that an account may see: those it took part in, and those of people whom it manages."""
    own = standing.works[0].worker if standing.works else None
    mine = Q(pk__in=())
    if own is not None:
        mine = Q(worker_id=own) | Q(supervisor_id=own) | Q(members__worker_id=own)
    if standing.role.arranges:
        line = workers_of(standing).values("pk")
        mine |= Q(worker_id__in=line) | Q(members__worker_id__in=line)
    # members join: one session each
    keys = SupervisionSession.objects.filter(mine).values("pk")
    return SupervisionSession.objects.filter(pk__in=keys).select_related("worker", "supervisor")


def own_sessions(account: Account) -> QuerySet[SupervisionSession]:
    """The supervisions in which somebody took part, the latest first."""
    own = account.worker_id or 0
    mine = Q(worker_id=own) | Q(supervisor_id=own) | Q(members__worker_id=own, members__withdrawn_at=None)
    # members join: one session each
    keys = SupervisionSession.unwithdrawn.filter(mine).values("pk")
    found = SupervisionSession.objects.filter(pk__in=keys).select_related("worker", "supervisor")
    return found.order_by(F("held_on").desc(nulls_first=True), "-planned_for", "-pk")


def session_of(public_id: UUID, standing: Standing) -> SupervisionSession:
    """One of them. Raises RecordNotFound, the same for *absent* and *not yours*."""
    found = sessions_seen(standing).filter(public_id=public_id).first()
    if found is None:
        raise RecordNotFound
    return found


def party_to(session: SupervisionSession, account: Account) -> bool:
    """Whether somebody took part: supervisor, worker or member."""
    own = account.worker_id
    return own is not None and (
        own in (session.worker_id, session.supervisor_id)
        or session.members.filter(worker_id=own, withdrawn_at=None).exists()
    )


def must_supervise(session: SupervisionSession, by: Account) -> Worker:
    """The supervisor who writes by this account. Raises NotAllowed for anybody else."""
    if by.worker is None or by.worker_id != session.supervisor_id:
        raise NotAllowed(WRITES)
    return by.worker


def must_stand(session: SupervisionSession) -> None:
    """Raises ValidationError for a supervision that was called off, maybe in another window."""
    if session.withdrawn_at is not None:
        raise ValidationError("This supervision was called off. Arrange another.")


def must_manage_workers(by: Account, workers: list[Worker]) -> Worker:
    """The manager, by this account, of all these workers. Raises NotAllowed for anybody else, and for supervising oneself."""
    standing = standing_of(Account.objects.get(pk=by.pk))
    keys = {each.pk for each in workers}
    theirs = set(workers_of(standing).filter(pk__in=keys).values_list("pk", flat=True))
    if by.worker is None or not keys or keys - theirs:
        raise NotAllowed(
            "A worker is supervised by somebody who manages them. Choose among those whom you manage."
        )
    return by.worker
