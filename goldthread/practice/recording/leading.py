"""Who leads the work with a family, on which legal basis it is helped, and the family's own meetings."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.reasons import SAY_WHY, SHORTEST
from goldthread.record.models import (
    Account,
    Child,
    FamilyHelpEpisode,
    FamilyMeeting,
    HelpBasis,
    LeadPractitioner,
    Plan,
    Proceeding,
    Worker,
)


@action
def name_lead(
    *,
    child: Child,
    by: Account,
    kind: str,
    began_on: date,
    worker: Worker | None = None,
    name: str = "",
    profession: str = "",
    agency: str = "",
) -> LeadPractitioner:
    """Name who leads the help for a family, or the protection of a child on a plan; whoever led it before does so until then.

    worker: where they work for the authority; otherwise their name and agency. Raises ValidationError without either, and for
    the protection of a child who is on no child protection plan, or by somebody of whom nothing says what they are.
    """
    if worker is None and not (name.strip() and agency.strip()):
        raise ValidationError({"name": "Say who leads: a worker of ours, or their name and agency."})
    if kind == "child-protection":
        if worker is None and not profession.strip():
            raise ValidationError({"profession": "Say what they are, for example a social worker."})
        on_plan = Plan.unwithdrawn.filter(child=child, kind="child-protection", ended_on=None)
        if not on_plan.exists():
            raise ValidationError({"kind": "The child is on no child protection plan."})
    for before in LeadPractitioner.unwithdrawn.filter(child=child, kind=kind, ended_on=None):
        change(before, ended_on=began_on)
    return add(
        LeadPractitioner(
            child=child, kind=kind, worker=worker, name=name.strip() or str(worker), profession=profession.strip(),
            agency=agency.strip(), began_on=began_on,
        )
    )  # fmt: skip


@action
def end_lead(*, lead: LeadPractitioner, by: Account, ended_on: date) -> LeadPractitioner:
    """Record that somebody leads the work no longer."""
    check_still_open(lead, "ended_on", "This lead")
    return change(lead, ended_on=ended_on)


@action
def change_help_basis(
    *, episode: FamilyHelpEpisode, by: Account, basis: str, changed_on: date, because: str
) -> FamilyHelpEpisode:
    """Help a family on another legal basis from a day on; the episode goes on, and nothing in it starts again.

    Raises ValidationError where the help has ended, stands on that basis already, or nothing says why.
    """
    check_still_open(episode, "ended_on", "This help")
    if basis == episode.basis:
        raise ValidationError({"basis": "The family is helped on this basis already."})
    if changed_on < episode.began_on:
        raise ValidationError({"changed_on": "The basis cannot change before the help began."})
    if len(because.strip()) < SHORTEST:
        raise ValidationError({"because": SAY_WHY})
    add(
        HelpBasis(
            child=episode.child, family_help_episode=episode, basis=basis, changed_on=changed_on,
            because=because.strip(),
        )
    )  # fmt: skip
    return change(episode, basis=basis)


@action
def offer_family_plan(
    *,
    child: Child,
    by: Account,
    offered_on: date,
    proceeding: Proceeding | None = None,
) -> FamilyMeeting:
    """Record that a family was offered a meeting to make its own plan; where proceedings are near, with them too."""
    if proceeding is not None and proceeding.family_meeting_offered_on is None:
        change(proceeding, family_meeting_offered_on=offered_on)
    return add(FamilyMeeting(child=child, proceeding=proceeding, offered_on=offered_on))


@action
def answer_family_plan(
    *, meeting: FamilyMeeting, by: Account, accepted: bool, answered_on: date
) -> FamilyMeeting:
    """Record what a family answered that was offered a meeting of its own."""
    check_still_open(meeting, "answered_on", "This offer was answered: it")
    if meeting.proceeding is not None and meeting.proceeding.family_meeting_accepted is None:
        change(meeting.proceeding, family_meeting_accepted=accepted)
    return change(meeting, accepted=accepted, answered_on=answered_on)


@action
def hold_family_plan(
    *, meeting: FamilyMeeting, by: Account, held_on: date, came: str, family_plan: str
) -> FamilyMeeting:
    """Record that a family met, who came, and the plan that it made, in its own words."""
    if meeting.accepted is False:
        raise ValidationError("The family did not accept this meeting; offer it again.")
    if not came.strip():
        raise ValidationError({"came": "Say who came."})
    if not family_plan.strip():
        raise ValidationError(
            {"family_plan": "Write the family's plan in its own words, or that it made none."}
        )
    check_still_open(meeting, "held_on", "This meeting")
    values = {} if meeting.answered_on else {"accepted": True, "answered_on": held_on}
    return change(meeting, held_on=held_on, came=came.strip(), family_plan=family_plan.strip(), **values)


@action
def follow_up_family_plan(
    *, meeting: FamilyMeeting, by: Account, followed_up_on: date, followed_up: str
) -> FamilyMeeting:
    """Record what became of a family's own plan."""
    if meeting.held_on is None:
        raise ValidationError("This meeting was not held yet: there is no plan to look at.")
    if not followed_up.strip():
        raise ValidationError({"followed_up": "Say what became of the family's plan."})
    return change(meeting, followed_up_on=followed_up_on, followed_up=followed_up.strip())
