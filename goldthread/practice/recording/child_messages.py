"""What a child called or wrote to say and waits to have answered."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.record.models import Account, Child, ChildMessage


@action
def take_child_message(*, child: Child, by: Account, received_on: date, how: str, words: str) -> ChildMessage:
    """Record a call or message from a child who waits for an answer."""
    return add(
        ChildMessage(child=child, received_on=received_on, how=how, words=words.strip(), taken_by=by.worker)
    )


@action
def answer_child_message(
    *, message: ChildMessage, by: Account, answered_on: date, answer_words: str
) -> ChildMessage:
    """Say when a child was answered and what they were told. An attempt that did not reach the child is no answer."""
    check_still_open(message, "answered_on", "The child was answered: this")
    return change(
        message,
        answered_on=answered_on,
        answered_by=by.worker,
        answer_words=answer_words.strip(),
    )
