"""How the actions of a plan are going: done, some progress or stuck, what shows it, and what is carried over."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.plans.evidence import SHOWS
from goldthread.practice.reasons import written
from goldthread.practice.recording.planning import agree_action
from goldthread.record.models import Account, Action, ActionProgress, Recorded, table_of


@action
def record_progress(
    *,
    task: Action,
    by: Account,
    noted_on: date,
    how: str,
    words: str = "",
    evidence: Recorded | None = None,
) -> ActionProgress:
    """Record how an action is going: done, some progress or stuck. Done, it is off the list."""
    if task.dropped_on is not None:
        raise ValidationError("This action was dropped: agree it again if it is wanted after all.")
    check_still_open(task, "done_on", "This action")
    noted = add(
        ActionProgress(
            child=task.child, action=task, noted_on=noted_on, how=how, words=words.strip(), **_shown_by(task, evidence)
        )
    )  # fmt: skip
    if how == "done":
        change(task, done_on=noted_on)
    return noted


@action
def show_progress(
    *, progress: ActionProgress, by: Account, words: str = "", evidence: Recorded | None = None
) -> ActionProgress:
    """Say what shows how an action is going: in words, by an entry of the record, or both."""
    return change(progress, words=words.strip(), **_shown_by(progress.action, evidence))


@action
def carry_over(*, task: Action, by: Account, on: date, because: str, due_on: date | None = None) -> Action:
    """Carry an action over to another day, and say why it is not done. Gives the action that takes its place."""
    if task.done_on is not None:
        raise ValidationError("This action is done: there is nothing to carry over.")
    check_still_open(task, "dropped_on", "This action")
    if due_on is not None and due_on < on:
        raise ValidationError({"due_on": "Found a day that has passed; expected one still to come."})
    why = written(because, "dropped_because")
    change(task, dropped_on=on, dropped_because=f"Carried over: {why}")
    return agree_action(
        child=task.child, by=by, words=task.words, plain_words=task.plain_words, agreed_on=on, owner=task.owner,
        worker=task.worker, person=task.person, how_known=task.how_known, due_on=due_on, plan=task.plan, goal=task.goal,
        carried_from=task,
    )  # fmt: skip


def _shown_by(task: Action, evidence: Recorded | None) -> dict[str, object]:
    if evidence is None:
        return {"evidence_table": "", "evidence_row": None}
    table = table_of(evidence)
    if table not in SHOWS:
        raise ValidationError(
            {"evidence_row": f"Found one of {table.replace('_', ' ')}, which shows no progress."}
        )
    if getattr(evidence, "child_id", None) != task.child_id or evidence.withdrawn_at is not None:
        raise ValidationError(
            {"evidence_row": "This is another child's or was withdrawn; choose one that stands."}
        )
    return {"evidence_table": table, "evidence_row": evidence.pk}
