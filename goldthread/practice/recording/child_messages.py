"""What a child called or wrote to say and waits to have answered."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import today
from goldthread.practice.notices.telling import tell
from goldthread.record.models import Account, Child, ChildMessage


@action
def take_child_message(*, child: Child, by: Account, received_on: date, how: str, words: str) -> ChildMessage:
    """Record a call or message from a child who waits for an answer. Whoever holds the child is told of it at once."""
    message = add(
        ChildMessage(child=child, received_on=received_on, how=how, words=words.strip(), taken_by=by.worker)
    )
    worker = holder_of_many([child.pk], today())[child.pk].worker_id
    for account in Account.objects.filter(worker=worker, worker__isnull=False, is_active=True).exclude(
        pk=by.pk
    ):
        tell(
            to=account, what="child-called", child=child, words="A child called or wrote and waits for your answer.",
            address=f"/children/{child.public_id}/messages/{message.pk}/answer/",
        )  # fmt: skip
    return message


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
