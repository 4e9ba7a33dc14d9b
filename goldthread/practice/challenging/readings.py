"""What a manager's manager says of what they were dealt, and what the manager answers. Both stay."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from goldthread.practice.access import listed
from goldthread.practice.actions import NotAllowed, action, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.moment import today
from goldthread.practice.notices.telling import tell
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.standing import Standing, in_force, standing_of
from goldthread.record.models import Account, Post, Reading

WHY = "Second-line reading"
"""What the read log says of a record that was opened for it."""

ANSWERS = {"agree": "I agree", "ask": "I have a question", "challenge": "I challenge it"}
WANT_ANSWER = ("ask", "challenge")


@action
def say_of_reading(
    *, reading: Reading, by: Account, answer: str, words: str = "", read_on: date | None = None
) -> Reading:
    """Say of a decision or supervision that was dealt: agreed, asked or challenged. Only whoever it was dealt to.

    Raises NotAllowed for anybody else, ValidationError where it was said already, or a question or challenge has no words.
    """
    if by.worker_id is None or by.worker_id != reading.deal.reader_id:
        raise NotAllowed("This was dealt to somebody else to read.")
    check_still_open(reading, "read_on", "You said what you think of this: it")
    if answer in WANT_ANSWER and len(words.strip()) < SHORTEST:
        raise ValidationError({"words": "Say what you ask or challenge, so that the manager can answer it."})
    said = change(reading, answer=answer, words=words.strip(), read_on=read_on or today())
    if answer in WANT_ANSWER:
        asked = "asks about" if answer == "ask" else "challenges"
        _tell(
            reading,
            "challenge",
            reading.manager_id,
            f"Your manager {asked} a decision or supervision of yours.",
        )
    return said


@action
def answer_reading(*, reading: Reading, by: Account, reply: str, replied_on: date | None = None) -> Reading:
    """Answer a question or a challenge, as the manager whose decision or supervision it is.

    Where they hold no post any more, whoever manages the team that held the child. Raises NotAllowed for anybody else, the
    reader among them; ValidationError where nothing was asked, or it was answered.
    """
    if reading.answer not in WANT_ANSWER:
        raise ValidationError("Nothing was asked or challenged here, so there is nothing to answer.")
    if not may_answer(standing_of(by), reading):
        raise NotAllowed("The manager whose decision it is answers this.")
    check_still_open(reading, "replied_on", "This was answered: it")
    if len(reply.strip()) < SHORTEST:
        raise ValidationError({"reply": "Answer in a sentence that somebody else can judge."})
    said = change(reading, reply=reply.strip(), replied_on=replied_on or today(), replied_by=by.worker)
    _tell(reading, "challenge-answered", reading.deal.reader_id, "What you asked or challenged was answered.")
    return said


def _tell(reading: Reading, what: str, worker: int | None, words: str) -> None:
    for account in Account.objects.filter(is_active=True, worker_id=worker or 0):
        tell(
            to=account, what=what, child=reading.child, words=words,
            address=f"/children/{reading.child.public_id}/readings/{reading.pk}/",
        )  # fmt: skip


def may_answer(standing: Standing, reading: Reading) -> bool:
    """Whether an account answers for what was read: the manager themself, else whoever leads the team now; never the reader."""
    work = standing.works[0] if standing.works else None
    if work is None or work.worker is None or work.worker == reading.deal.reader_id:
        return False
    if work.worker == reading.manager_id:
        return True
    gone = not Post.unwithdrawn.filter(in_force(standing.day), worker_id=reading.manager_id).exists()
    return gone and reading.team_id in work.service


def readings_of(deals: list[int], *, by: Standing) -> list[Any]:
    """The readings of some deals whose child may be listed to an account, in the order in which they were drawn."""
    found = Reading.unwithdrawn.filter(listed(by), deal_id__in=deals)
    return list(found.select_related("manager", "team", "decision", "supervision").order_by("deal_id", "pk"))


def to_answer(standing: Standing) -> QuerySet[Reading]:
    """Questions and challenges that wait for an account's answer, the oldest first."""
    work = standing.works[0] if standing.works else None
    if work is None or work.worker is None:
        return Reading.unwithdrawn.none()
    in_post = Post.unwithdrawn.filter(in_force(standing.day), worker__isnull=False).values("worker_id")
    mine = Q(manager_id=work.worker) | (Q(team_id__in=work.service) & ~Q(manager_id__in=in_post))
    found = Reading.unwithdrawn.filter(
        mine, listed(standing), answer__in=WANT_ANSWER, replied_on__isnull=True
    ).exclude(deal__reader_id=work.worker)
    return found.select_related("manager", "deal__reader").order_by("read_on", "pk")
