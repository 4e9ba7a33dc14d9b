"""A worker's own part of supervision: opened by the two who met, and by the supervisor's manager who says why."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.deciding import read_anew
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now, today
from goldthread.practice.reasons import SHORTEST, written
from goldthread.practice.standing import managers_of
from goldthread.practice.supervising.line import must_stand, must_supervise
from goldthread.record.models import (
    Account,
    PersonalAmendment,
    PersonalSupervision,
    ReadLog,
    SupervisionSession,
)

PAGE = "personal supervision"


def mine(account: Account) -> QuerySet[PersonalSupervision]:
    """Those that somebody took part in, the latest first."""
    own = account.worker_id or 0
    found = PersonalSupervision.objects.filter(Q(worker_id=own) | Q(supervisor_id=own))
    return found.select_related("worker", "supervisor", "session").order_by("-held_on", "-pk")


def may_ask(personal: PersonalSupervision, account: Account) -> bool:
    """Whether somebody manages the supervisor, and so may read it by saying why."""
    supervisors = Account.objects.filter(worker_id=personal.supervisor_id, is_active=True).order_by("pk")
    return any(account in managers_of(each) for each in supervisors)


def open_personal(public_id: UUID, *, by: Account, why: str = "") -> PersonalSupervision:
    """One personal supervision, the reading written down in the same transaction.

    Raises RecordNotFound, the same for *absent* and *not yours*; the supervisor's manager says why.
    """
    with transaction.atomic():
        found = (
            PersonalSupervision.objects.select_related("worker", "supervisor", "session")
            .filter(public_id=public_id)
            .first()
        )
        if found is None:
            raise RecordNotFound
        if by.worker_id not in (found.worker_id, found.supervisor_id) and not (
            len(why.strip()) >= SHORTEST and may_ask(found, by)
        ):
            raise RecordNotFound
        ReadLog.objects.create(
            account=by, what="personal supervision", page=PAGE, why=why.strip(), shown=[], rows=1
        )
    return found


@action
def write_personal(
    *,
    session: SupervisionSession,
    by: Account,
    wellbeing: str = "",
    work: str = "",
    learning: str = "",
    agreed: str = "",
) -> PersonalSupervision:
    """Write the worker's own part of a supervision, as the supervisor. Once the supervision has ended it never changes."""
    supervisor = must_supervise(session, by)
    read_anew(session)
    must_stand(session)
    if session.worker is None or session.held_on is None:
        raise ValidationError("The personal part is of one worker's supervision, once it has begun.")
    said = {name: words.strip() for name, words in (
        ("wellbeing", wellbeing), ("work", work), ("learning", learning), ("agreed", agreed),
    )}  # fmt: skip
    if not any(said.values()):
        raise ValidationError({"wellbeing": "Write something, or leave the page."})
    before = PersonalSupervision.objects.filter(session=session, withdrawn_at=None).first()
    if before is not None and session.ended_on is not None:
        raise ValidationError(
            "This supervision has ended: what was written stands. Propose an amendment to it."
        )
    if before is not None:
        return change(before, **said)
    return add(
        PersonalSupervision(
            session=session,
            worker=session.worker,
            supervisor=supervisor,
            held_on=session.held_on,
            recorded_by=by,
            **said,
        )
    )


@action
def withdraw_personal(*, personal: PersonalSupervision, by: Account, because: str) -> PersonalSupervision:
    """Take back a personal supervision that was entered in error, with why. The two can still read it."""
    read_anew(personal)
    if by.worker_id != personal.supervisor_id:
        raise NotAllowed("The supervisor who wrote it takes it back.")
    if personal.withdrawn_at is not None:
        return personal
    return change(personal, withdrawn_at=now(), withdrawn_because=written(because, "because"))


@action
def propose_personal_amendment(
    *, personal: PersonalSupervision, by: Account, words: str
) -> PersonalAmendment:
    """Propose, as one of the two, to add something to a personal supervision."""
    if by.worker is None or by.worker_id not in (personal.worker_id, personal.supervisor_id):
        raise RecordNotFound
    return add(
        PersonalAmendment(
            personal=personal, words=written(words, "words"), proposed_on=today(), proposed_by=by.worker
        )
    )


@action
def agree_personal_amendment(*, amendment: PersonalAmendment, by: Account) -> PersonalAmendment:
    """Agree, as the other of the two, to what was proposed."""
    read_anew(amendment)
    personal = amendment.personal
    if by.worker is None or by.worker_id not in (personal.worker_id, personal.supervisor_id):
        raise RecordNotFound
    if amendment.agreed_on is not None:
        return amendment
    if amendment.proposed_by_id == by.worker_id:
        raise NotAllowed("You proposed this: the other of you agrees to it.")
    return change(amendment, agreed_on=today(), agreed_by=by.worker)
