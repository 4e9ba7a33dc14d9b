"""Handing a child over: the outgoing worker finishes it, the next reads it and writes what they understand, the child is told."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.handing_over.before import (
    finished_for,
    is_own,
    last_held_any,
    without_handover,
)
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Child, Handover, Worker

NOT_YOURS = "The worker who held the child finishes the handover; where they are gone, a manager."
NOT_RECEIVING = "Only the worker who takes the child over says that they have read it."


@action
def finish_handover(
    *,
    child: Child,
    by: Account,
    story: str,
    worries: str,
    promises: str = "",
    due_soon: str = "",
    who_matters: str = "",
    because: str = "",
) -> Handover:
    """Finish the handover of a child, as the worker who holds or held the child, or as a manager who says why not they.

    One that the next worker began without is finished late. Raises NotAllowed for anybody else, ValidationError where nobody
    held the child, or without a story.
    """
    held = last_held_any(child)
    if held is None:
        raise ValidationError("No worker has held this child, so nobody can hand the child over.")
    waiting = without_handover(child)
    outgoing = waiting.from_worker if waiting is not None else held.worker
    own = is_own(by, outgoing)
    if not own and not is_manager(by):
        raise NotAllowed(NOT_YOURS)
    said = {
        "story": written(story, "story"),
        "worries": worries.strip(),
        "promises": promises.strip(),
        "due_soon": due_soon.strip(),
        "who_matters": who_matters.strip(),
        "finished_on": today(),
        "finished_by": by.worker,
        "finished_because": "" if own else written(because, "because"),
    }
    if waiting is None and (unused := finished_for(held)) is not None:
        waiting = unused
    if waiting is not None:
        return change(waiting, **said)
    return add(Handover(child=child, from_worker=outgoing, begun_on=today(), **said))


@action
def confirm_handover_read(*, handover: Handover, by: Account) -> Handover:
    """Say that the handover is read, as the worker who takes the child over."""
    _must_receive(handover, by)
    if handover.finished_on is None:
        raise ValidationError("The handover is not finished yet, so there is nothing to read.")
    check_still_open(handover, "read_on", "This was read: it")
    return change(handover, read_on=today())


@action
def understand_handover(*, handover: Handover, by: Account, understood: str) -> Handover:
    """Write what the worker who took the child over now understands of the child. It says that the handover is read too."""
    _must_receive(handover, by)
    if handover.finished_on is not None and handover.read_on is None:
        change(handover, read_on=today())
    first = handover.understood_on or today()
    return change(handover, understood=written(understood, "understood"), understood_on=first)


@action
def tell_child_of_change(
    *,
    handover: Handover,
    by: Account,
    told_on: date,
    told_how: str,
    told_by: Worker | None = None,
    child_words: str = "",
) -> Handover:
    """Record that the child was told that the worker changes: by whom, when, how, and what the child said."""
    return change(
        handover, told_on=told_on, told_how=told_how, told_by=told_by, child_words=child_words.strip()
    )


def _must_receive(handover: Handover, by: Account) -> None:
    if not is_own(by, handover.to_worker_id):
        raise NotAllowed(NOT_RECEIVING)
