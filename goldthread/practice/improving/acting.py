"""What is done about something in the improvement plan, and what shows it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.moment import now, today
from goldthread.practice.reasons import SHORTEST, written
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Improvement, ImprovementAction, ImprovementEvidence

from .measuring import known_measure
from .moving import movements_of
from .no_child import must_name_nobody
from .who import BECAUSE, may_own, may_plan, must_plan, must_say


@action
@checks_itself(BECAUSE)
def add_action(
    *, by: Account, improvement: Improvement, what: str, owner: Account, due_on: date, known_by: str
) -> ImprovementAction:
    """Agree what is done, by whom, by when, and how we will know. Raises NotAllowed, ValidationError with what to change."""
    must_plan(by)
    _must_be_open(improvement)
    for column, text in (("what", what), ("known_by", known_by)):
        if len(text.strip()) < SHORTEST:
            raise ValidationError({column: "Say it in a sentence that somebody else can judge."})
    if not (owner.is_active and may_own(owner)):
        raise ValidationError(
            {"owner": f"{owner.shown_name} does not read this plan. Choose somebody who does."}
        )
    if due_on < today():
        raise ValidationError(
            {"due_on": "Found a day that is over. Enter the day by which it is to be done."}
        )
    must_name_nobody(by, what=what, known_by=known_by)
    return add(
        ImprovementAction(
            improvement=improvement, what=what.strip(), owner=owner, due_on=due_on, known_by=known_by.strip(),
            agreed_by=by, agreed_at=now(),
        )
    )  # fmt: skip


@action
@checks_itself(BECAUSE)
def finish_action(
    *, by: Account, act: ImprovementAction, words: str, done_on: date, document: str = ""
) -> ImprovementAction:
    """Say that an action was done, and what shows it: whoever does it, or who plans. Raises NotAllowed, ValidationError."""
    if by.pk != act.owner_id and not may_plan(by):
        raise NotAllowed(f"{act.owner.shown_name} says when this is done, or whoever plans.")
    _must_be_open(act.improvement)
    _must_go_on(act)
    if done_on > today():
        raise ValidationError({"done_on": "Found a day that is still to come. Enter the day it was done."})
    words = written(words, "words")
    must_name_nobody(by, words=words, document=document)
    add(
        ImprovementEvidence(
            improvement=act.improvement, action=act, kind="evidence", words=words, document=document.strip(), said_by=by,
            said_at=now(),
        )
    )  # fmt: skip
    return change(act, done_on=done_on, done_by=by)


@action
@checks_itself(BECAUSE)
def move_action(*, by: Account, act: ImprovementAction, due_on: date, because: str) -> ImprovementAction:
    """Give an action another day, with the reason; the day it had stays with it. Raises NotAllowed, ValidationError."""
    must_plan(by)
    _must_be_open(act.improvement)
    _must_go_on(act)
    because = written(because, "because")
    must_name_nobody(by, because=because)
    if due_on < today() or due_on == act.due_on:
        raise ValidationError({"due_on": "Enter another day, that is not over."})
    before = date_format(act.due_on, "j F Y")
    add(
        ImprovementEvidence(
            improvement=act.improvement, action=act, kind="day-moved", words=f"Due on {before} until now. {because}",
            said_by=by, said_at=now(),
        )
    )  # fmt: skip
    return change(act, due_on=due_on)


@action
@checks_itself(BECAUSE)
def drop_action(*, by: Account, act: ImprovementAction, because: str) -> ImprovementAction:
    """Give an action up, with the reason. Raises NotAllowed, ValidationError."""
    must_plan(by)
    _must_be_open(act.improvement)
    _must_go_on(act)
    because = written(because, "because")
    must_name_nobody(by, because=because)
    return change(act, dropped_on=today(), dropped_because=because)


@action
@checks_itself(BECAUSE)
def say_how_it_goes(
    *, by: Account, improvement: Improvement, words: str, act: ImprovementAction | None = None, document: str = "",
    measure: str = "",
) -> ImprovementEvidence:  # fmt: skip
    """Say how it goes, with what shows it: a document, or a measure as it stands now. Raises NotAllowed, ValidationError."""
    must_say(by, improvement)
    _must_be_open(improvement)
    words = written(words, "words")
    must_name_nobody(by, words=words, document=document)
    if measure and not known_measure(measure):
        raise ValidationError({"measure": "Choose a measure of the list."})
    if act is not None and act.improvement_id != improvement.pk:
        raise ValidationError("This action is about something else.")
    shown = bool(document.strip() or measure)
    moved = movements_of(improvement.measures.filter(measure=measure), standing_of(by)) if measure else {}
    figure = next((each.now for each in moved.values()), "")
    return add(
        ImprovementEvidence(
            improvement=improvement, action=act, kind="evidence" if shown else "progress", words=words,
            document=document.strip(), measure=measure, figure=figure, said_by=by, said_at=now(),
        )
    )  # fmt: skip


def _must_be_open(improvement: Improvement) -> None:
    if improvement.closed_at is not None:
        raise ValidationError("This is closed. Open it again first, with the reason.")


def _must_go_on(act: ImprovementAction) -> None:
    if act.done_on or act.dropped_on:
        raise ValidationError("This action is over already.")
