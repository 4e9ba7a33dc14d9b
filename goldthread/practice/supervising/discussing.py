"""Discussing one child in a supervision: what is written, what is answered, what is newly directed; or putting the child off."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.deciding import read_anew
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.practice.supervising.directions import (
    Answered,
    Given,
    answer_direction,
    as_words,
    give_direction,
    unanswered,
)
from goldthread.practice.supervising.line import must_stand, must_supervise
from goldthread.record.models import (
    Account,
    Child,
    Supervision,
    SupervisionAmendment,
    SupervisionItem,
    SupervisionSession,
    Worker,
)

NOT_BEGUN = "This supervision has not begun."
ENDED = "This supervision has ended: what was written stands. Propose an amendment to it."
TWICE = "This child was discussed in this supervision already. Once it has ended, propose an amendment."


@action
def discuss_child(
    *,
    session: SupervisionSession,
    child: Child,
    by: Account,
    happening: str,
    reflection: str = "",
    risk: str,
    what_next: str = "",
    answers: Sequence[Answered] = (),
    directions: Sequence[Given] = (),
) -> Supervision:
    """Write down, as the supervisor, what was said of a child in a supervision, and what is to be done.

    Raises NotAllowed for anybody else, ValidationError while a direction of last time is not answered, before the supervision has
    begun or after it has ended, and for a child who was discussed in it already.
    """
    supervisor = must_supervise(session, by)
    read_anew(session)
    must_stand(session)
    if session.held_on is None:
        raise ValidationError(NOT_BEGUN)
    if session.ended_on is not None:
        raise ValidationError(ENDED)
    Child.objects.select_for_update().get(pk=child.pk)
    if Supervision.unwithdrawn.filter(session=session, child=child).exists():
        raise ValidationError(TWICE)
    asked = {each.row.pk: each for each in unanswered(child, session.held_on)}
    said = {each.direction.pk: each for each in answers}
    if missing := [each for key, each in asked.items() if key not in said]:
        raise ValidationError(
            {
                "answers": f"Last time {len(missing)} {'direction was' if len(missing) == 1 else 'directions were'} given that "
                f"nobody answered yet. Say what became of it: {missing[0].row.words}"
            }
        )
    worker = _worker(session, child)
    new = [Given(each.words, each.due_on, each.owner or worker) for each in directions]
    row = add(
        Supervision(
            child=child, worker=worker, supervisor=supervisor, held_on=session.held_on, session=session,
            happening=written(happening, "happening"), reflection=reflection.strip(), risk=written(risk, "risk"),
            what_next=what_next.strip(), directions=as_words(new) or what_next.strip(),
        )
    )  # fmt: skip
    for each in said.values():
        answer_direction(
            direction=each.direction, by=by, answer=each.answer, words=each.words, due_on=each.due_on, visit=each.visit,
            document=each.document, decision=each.decision, supervision=row,
        )  # fmt: skip
    for given in new:
        give_direction(
            child=child, by=by, words=given.words, due_on=given.due_on, owner=given.owner, supervision=row
        )
    return row


def _worker(session: SupervisionSession, child: Child) -> Worker | None:
    """Whose supervision of this child it was: the worker's, or in a group that of the member who holds the child."""
    if session.worker is not None:
        return session.worker
    holder = holder_of_many([child.pk], session.held_on or today())[child.pk]
    of_group = (
        session.members.filter(withdrawn_at=None, worker_id=holder.worker_id or 0)
        .select_related("worker")
        .first()
    )
    return of_group.worker if of_group else None


@action
def put_off_child(
    *, session: SupervisionSession, child: Child, by: Account, words: str = ""
) -> SupervisionItem:
    """Put a child off to the next supervision: it stays to be seen that it was meant to be, and why it was not."""
    must_supervise(session, by)
    read_anew(session)
    must_stand(session)
    if session.held_on is None or session.ended_on is not None:
        raise ValidationError(ENDED if session.ended_on else NOT_BEGUN)
    if Supervision.unwithdrawn.filter(session=session, child=child).exists():
        raise ValidationError(TWICE)
    before = SupervisionItem.unwithdrawn.filter(session=session, child=child, kind="put-off").first()
    return before or add(
        SupervisionItem(
            child=child, worker=_worker(session, child), session=session, kind="put-off",
            words=words.strip() or "No time was left.", put_on=session.held_on,
        )
    )  # fmt: skip


@action
def ask_for_discussion(*, child: Child, by: Account, words: str) -> SupervisionItem:
    """Ask, as a worker, that a child be discussed in one's next supervision, and why."""
    if by.worker is None:
        raise NotAllowed("A worker asks for a child to be discussed in their own supervision.")
    return add(
        SupervisionItem(
            child=child, worker=by.worker, kind="asked", words=written(words, "words"), put_on=today()
        )
    )


@action
def propose_amendment(*, supervision: Supervision, by: Account, words: str) -> SupervisionAmendment:
    """Propose, as one of the two who met, to add something to what was written of a child. The original never changes."""
    _must_have_met(supervision, by)
    if supervision.session is not None and supervision.session.ended_on is None:
        raise ValidationError("This supervision has not ended yet.")
    return add(
        SupervisionAmendment(
            child=supervision.child, supervision=supervision, words=written(words, "words"), proposed_on=today(),
            proposed_by=by.worker,
        )
    )  # fmt: skip


@action
def agree_amendment(*, amendment: SupervisionAmendment, by: Account) -> SupervisionAmendment:
    """Agree, as the other of the two, to what was proposed."""
    read_anew(amendment)
    _must_have_met(amendment.supervision, by)
    if amendment.agreed_on is not None:
        return amendment
    if amendment.proposed_by_id == by.worker_id:
        raise NotAllowed("You proposed this: the other of you agrees to it.")
    return change(amendment, agreed_on=today(), agreed_by=by.worker)


def met(supervision: Supervision, account: Account) -> bool:
    """Whether somebody is one of the two, or one of a group, who discussed the child."""
    own = account.worker_id
    if own is None:
        return False
    if own in (supervision.worker_id, supervision.supervisor_id):
        return True
    session = supervision.session
    return session is not None and session.members.filter(worker_id=own, withdrawn_at=None).exists()


def _must_have_met(supervision: Supervision, by: Account) -> None:
    if not met(supervision, by):
        raise NotAllowed("Those who met amend what was written of it, and this was another's supervision.")
