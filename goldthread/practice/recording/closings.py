"""The end of work with a child: decided by a manager, with everything that was still open dealt with one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.closing import StillOpen, in_the_way, is_open, open_help, open_referrals, still_open
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.managing import must_manage
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.practice.recording.allocations import end_allocation
from goldthread.practice.recording.planning import drop_action, drop_goal
from goldthread.practice.recording.plans import end_plan
from goldthread.practice.recording.referrals import close_referral, end_family_help
from goldthread.record.models import (
    Account,
    Action,
    Allocation,
    Child,
    Closing,
    ClosingLeft,
    ClosingTold,
    FamilyHelpEpisode,
    Goal,
    Plan,
    Referral,
)


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one thing that was still open. key: of `practice.closing.StillOpen`."""

    key: str
    becomes: Literal["done", "dropped", "handed-over"]
    because: str = ""
    handed_to: str = ""


@dataclass(frozen=True, slots=True)
class ToldOfIt:
    """Somebody who was told of the end."""

    who: str
    told_on: date
    how: str


@action
def close_work(
    *,
    child: Child,
    by: Account,
    closed_on: date,
    rationale: str,
    changed: str,
    told: Sequence[ToldOfIt],
    left: Sequence[Became] = (),
    because: str | None = None,
    child_words: str = "",
    family_words: str = "",
    step_down_to: str = "",
) -> Closing:
    """End our work with a child, as a manager: the decision and why, what changed, who was told, and nothing left lying.

    because: a code of why a case is closed. step_down_to: the organisation that leads early help from now on; empty where
    nobody does. Raises NotAllowed for somebody who is no manager, ValidationError for whatever is missing or in the way.
    """
    must_manage(by, "The end of our work is decided")
    Child.objects.select_for_update().get(pk=child.pk)
    why = written(rationale, "rationale")
    what_changed = written(changed, "changed")
    _may_close(child, told)
    open_now = {each.key: each for each in still_open(child, closed_on)}
    became = _all_dealt_with(open_now, left)
    step_down = step_down_to.strip()
    decision = decide_at_gate(
        "close_work", child=child, by=by, kind="step-down" if step_down else "closure", rationale=why, decided_on=closed_on,
        answer=f"Yes, with early help led by {step_down}." if step_down else "Yes.", column="rationale",
    )  # fmt: skip
    for key, each in open_now.items():
        _deal_with(each, became[key], by, closed_on)
    referrals = open_referrals(child)
    for referral in referrals:
        close_referral(referral=referral, by=by, closed_on=closed_on, because=because)
    for episode in open_help(child):
        end_family_help(episode=episode, by=by, ended_on=closed_on)
        change(episode, ended_because=what_changed)
    for allocation in Allocation.unwithdrawn.filter(child=child, ended_on=None, began_on__lte=closed_on):
        end_allocation(allocation=allocation, by=by, ended_on=closed_on)
    early_help = _step_down(child, step_down, closed_on, referrals) if step_down else None
    closing = add(
        Closing(
            child=child, decision=decision, closed_on=closed_on, because=because, changed=what_changed,
            child_words=child_words.strip(), family_words=family_words.strip(), stepped_down_to=early_help,
        )
    )  # fmt: skip
    for who in told:
        add(ClosingTold(child=child, closing=closing, who=who.who.strip(), told_on=who.told_on, how=who.how))
    for key, each in open_now.items():
        said = became[key]
        add(
            ClosingLeft(
                child=child, closing=closing, of_table=each.table, of_row=each.row, what=each.what, becomes=said.becomes,
                because=said.because.strip(), handed_to=said.handed_to.strip(),
            )
        )  # fmt: skip
    return closing


@action
def step_up_help(
    *, episode: FamilyHelpEpisode, by: Account, on: date, because: str, referred_by: str | None = None
) -> Referral:
    """Step early help up to children's social care, as a manager: it ends, and a referral opens on the same timeline."""
    must_manage(by, "A step up is decided")
    check_still_open(episode, "ended_on", "This help")
    why = written(because, "because")
    decide_at_gate(
        "step_up_help", child=episode.child, by=by, kind="threshold", rationale=why, decided_on=on,
        answer="No: children's social care is needed.",
    )  # fmt: skip
    referral = add(Referral(child=episode.child, received_on=on, referred_by=referred_by))
    change(episode, ended_on=on, ended_because=why, stepped_up_to=referral)
    return referral


def _may_close(child: Child, told: Sequence[ToldOfIt]) -> None:
    if not is_open(child):
        raise ValidationError("Nothing of ours is open for this child: there is no work to end.")
    wrong = in_the_way(child)
    if wrong:
        raise ValidationError(wrong)
    if not told:
        raise ValidationError(
            {"told": "Say who was told, beginning with the child: nobody learns it by chance."}
        )
    for each in told:
        if each.told_on > today():
            raise ValidationError({"told": f"{each.who} cannot have been told after today."})


def _all_dealt_with(open_now: dict[str, StillOpen], left: Sequence[Became]) -> dict[str, Became]:
    """What became of each open thing, by its key. Raises ValidationError for any other, and for one that is left out."""
    said = {each.key: each for each in left}
    missing = [each.what for key, each in open_now.items() if key not in said]
    if missing:
        raise ValidationError(
            {
                "left": f"Found {len(missing)} still open; say of each what becomes of it. The first: {missing[0]}"
            }
        )
    for key, each in said.items():
        if key not in open_now:
            raise ValidationError(
                {"left": "Something was dealt with meanwhile: open the page again to see what is left."}
            )
        what = open_now[key].what
        if each.becomes == "dropped" and len(each.because.strip()) < 10:
            raise ValidationError({"left": f"Say in a sentence why this is dropped: {what}"})
        if each.becomes == "handed-over" and not each.handed_to.strip():
            raise ValidationError({"left": f"Say to whom this is handed over: {what}"})
        if each.becomes == "done" and open_now[key].kind == "duty":
            raise ValidationError(
                {
                    "left": f"A duty is done by recording what was done. Record it, then open this page again: {what}"
                }
            )
    return said


def _deal_with(each: StillOpen, said: Became, by: Account, on: date) -> None:
    why = said.because.strip()
    row = each.row or 0
    words = (
        f"Handed over to {said.handed_to.strip()}. {why}".strip() if said.becomes == "handed-over" else why
    )
    if each.kind == "plan":
        plan = Plan.objects.get(pk=row)
        end_plan(plan=plan, by=by, ended_on=on, because=words or "Our work with the child ended.")
    elif each.kind == "goal":
        goal = Goal.objects.get(pk=row)
        if said.becomes == "done":
            change(goal, reached_on=on)
        else:
            drop_goal(goal=goal, by=by, dropped_on=on, because=words)
    elif each.kind == "action":
        task = Action.objects.get(pk=row)
        if said.becomes == "done":
            change(task, done_on=on)
        else:
            drop_action(task=task, by=by, dropped_on=on, because=words)


def _step_down(child: Child, organisation: str, on: date, referrals: list[Referral]) -> FamilyHelpEpisode:
    return add(
        FamilyHelpEpisode(
            child=child, began_on=on, basis="early-help", organisation=organisation,
            stepped_down_from=referrals[-1] if referrals else None,
        )
    )  # fmt: skip
