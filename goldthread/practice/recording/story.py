"""A child's story, the card by which they reach their worker, and letters that were sent."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add
from goldthread.practice.disclosure import may_know
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Child, ContactCard, Letter, Person, StoryPart, Worker


@action
def tell_story(*, child: Child, by: Account, part: str, words: str) -> StoryPart:
    """Write one part of a child's story for somebody who never met them. What was written before stays as it was."""
    return add(StoryPart(child=child, part=part, words=written(words, "words"), written_on=today()))


@action
def give_contact_card(
    *,
    child: Child,
    by: Account,
    worker: Worker,
    telephone: str,
    given_on: date,
    reached: str = "",
    next_on: date | None = None,
    advocate: str = "",
    complaint: str = "",
) -> ContactCard:
    """Record the card by which a child can reach their worker, and the day it was given to them."""
    if not telephone.strip():
        raise ValidationError({"telephone": "Enter the number on which the child can reach the worker."})
    return add(
        ContactCard(
            child=child, worker=worker, telephone=telephone.strip(), reached=reached.strip(), next_on=next_on,
            advocate=advocate.strip(), complaint=complaint.strip(), given_on=given_on,
        )
    )  # fmt: skip


@action
def send_letter(
    *,
    child: Child,
    by: Account,
    kind: str,
    to_name: str,
    words: str,
    sent_on: date,
    how: str,
    person: Person | None = None,
    to_child: bool = False,
    about_table: str = "",
    about_row: int | None = None,
) -> Letter:
    """Record a letter that was sent about a child, word for word, without what whoever gets it may not know."""
    knowing = may_know(person or (child if to_child else None), child)
    if not to_name.strip():
        raise ValidationError({"to_name": "Say to whom it is sent."})
    return add(
        Letter(
            child=child, kind=kind, person=person, to_child=to_child, to_name=to_name.strip(),
            words=knowing.words(written(words, "words")),
            sent_on=sent_on, how=how, about_table=about_table, about_row=about_row,
        )
    )  # fmt: skip
