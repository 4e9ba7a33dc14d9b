"""What was promised to a child, and whether it was kept."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Child, Promise, Visit, Worker


@action
def promise_to_child(
    *,
    child: Child,
    by: Account,
    words: str,
    made_on: date,
    made_by: Worker | None = None,
    due_on: date | None = None,
    visit: Visit | None = None,
) -> Promise:
    """Record something that was promised to a child."""
    return add(
        Promise(
            child=child, words=words.strip(), made_on=made_on, made_by=made_by, due_on=due_on, visit=visit
        )
    )


@action
def answer_promise(
    *, promise: Promise, by: Account, answer: str, answered_on: date, answer_words: str = ""
) -> Promise:
    """Say whether a promise was kept: what was done; or why it was not kept, and what the child was told."""
    check_still_open(promise, "answered_on", "This promise was answered: it")
    words = answer_words.strip() if answer == "kept" else written(answer_words, "answer_words")
    return change(promise, answer=answer, answered_on=answered_on, answer_words=words)
