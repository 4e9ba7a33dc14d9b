"""Child protection conferences: called, put off, prepared with reports, or held elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.practice.deciding import deciding_chair, read_anew, said
from goldthread.practice.moment import today
from goldthread.practice.protecting import (
    enquiry_to_confer_on,
    of_the_same,
    open_referral,
    protection_plan,
)
from goldthread.practice.together import new_together
from goldthread.record.models import (
    Account,
    Child,
    Conference,
    ConferenceInvitee,
    Enquiry,
    Person,
    Plan,
    Referral,
    Worker,
)


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody asked to a conference: whether they came, what they said, and whether they agree. row: where kept already."""

    agency: str
    name: str = ""
    person: Person | None = None
    invited_on: date | None = None
    attended: bool | None = None
    took_part_by: str | None = None
    views: str = ""
    agrees: bool | None = None
    dissent: str = ""
    row: ConferenceInvitee | None = None


@action
def call_conference(
    *,
    child: Child,
    by: Account,
    kind: str,
    called_for_on: date | None = None,
    called_for_at: datetime | None = None,
    chaired_by: Worker | None = None,
    called_on: date | None = None,
    invitees: Iterable[Invitee] = (),
    siblings: Iterable[Child] = (),
) -> Conference:
    """Call a conference for a day to come and invite to it. A call stops no clock: only holding it does.

    siblings: children about whom the same conference is held; each has a row of their own.
    """
    others = [each for each in siblings if each.pk != child.pk]
    together = new_together() if others else ""
    day = _day_to_come(called_for_on, called_for_at)
    asked = list(invitees)
    first, *_rest = [
        _call(each, kind, together, day, called_for_at, chaired_by, called_on or today(), asked)
        for each in (child, *others)
    ]
    return first


@action
def put_off_conference(
    *,
    conference: Conference,
    by: Account,
    because: str,
    called_for_on: date | None = None,
    called_for_at: datetime | None = None,
) -> Conference:
    """Put a conference off to another day, saying why; the day before stays in its history."""
    _not_held(conference)
    conference._change_reason = said(because, "because", "Say why it is put off.")  # type: ignore[attr-defined]
    return change(
        conference, called_for_on=_day_to_come(called_for_on, called_for_at), called_for_at=called_for_at
    )


@action
def adjourn_conference(
    *,
    conference: Conference,
    by: Account,
    adjourned_on: date,
    because: str,
    must_come: str,
    called_for_on: date | None = None,
    called_for_at: datetime | None = None,
    siblings: Iterable[Conference] = (),
) -> Conference:
    """Adjourn, as its chair, a conference that met and could not decide: why, who must come next, and when it goes on.

    Nothing was decided, so no clock stops. An earlier adjournment stays in the history. siblings: the rows of the same
    conference about other children.
    """
    deciding_chair(by, conference)
    why = said(because, "because", "Say why it could not go on.")
    who = said(must_come, "must_come", "Say who must be there when it goes on.")
    if adjourned_on > today():
        raise ValidationError({"adjourned_on": "It cannot have been adjourned after today."})
    day = _day_to_come(called_for_on, called_for_at)
    for each in (conference, *of_the_same(conference, siblings)):
        read_anew(each)
        _not_held(each)
        each._change_reason = why  # type: ignore[attr-defined]
        change(
            each, adjourned_on=adjourned_on, adjourned_because=why, must_come=who, called_for_on=day,
            called_for_at=called_for_at,
        )  # fmt: skip
    return conference


@action
def invite_to_conference(
    *,
    conference: Conference,
    by: Account,
    agency: str,
    name: str = "",
    person: Person | None = None,
    invited_on: date | None = None,
) -> ConferenceInvitee:
    """Invite somebody more to a conference that was called."""
    _not_held(conference)
    return _invite(conference, Invitee(agency, name, person, invited_on))


@action
def record_conference_report(
    *,
    invitee: ConferenceInvitee,
    by: Account,
    report_sent_on: date | None = None,
    report_shared_on: date | None = None,
) -> ConferenceInvitee:
    """Record when somebody's report for a conference was sent, and when it was shared with the family."""
    if report_shared_on and not report_sent_on:
        raise ValidationError(
            {"report_sent_on": "Say when it was sent: it was shared with the family after."}
        )
    return change(invitee, report_sent_on=report_sent_on, report_shared_on=report_shared_on)


@action
def hold_conference(
    *,
    child: Child,
    by: Account,
    kind: str,
    held_on: date,
    enquiry: Enquiry | None = None,
    plan: Plan | None = None,
    led_to_plan: bool | None = None,
    referral: Referral | None = None,
    chaired_by: Worker | None = None,
    plan_continues: bool | None = None,
    category: str | None = None,
    child_views: str = "",
    decided_because: str = "",
    invitees: Iterable[Invitee] = (),
) -> Conference:
    """Record that a conference was held which was not called here. Beginning a plan is a deed of its own.

    One that was called here is decided on by its chair, with `chairing.decide_conference`.
    """
    if _called(child, kind) is not None:
        raise ValidationError(
            {"held_on": "A conference of this kind is called for this child: its chair decides on that one."}
        )
    row = add(
        Conference(
            child=child, kind=kind, referral=referral, enquiry=enquiry, plan=plan, held_on=held_on, chaired_by=chaired_by,
            led_to_plan=led_to_plan, plan_continues=plan_continues, category=category, child_views=child_views,
            decided_because=decided_because,
        )
    )  # fmt: skip
    for each in invitees:
        _invite(row, each)
    return row


def _call(
    child: Child, kind: str, together: str, day: date, at: datetime | None, chair: Worker | None, called_on: date,
    asked: list[Invitee],
) -> Conference:  # fmt: skip
    if _called(child, kind) is not None:
        raise ValidationError(
            {"kind": f"A conference of this kind is called for {child} already: put that one off instead."}
        )
    enquiry = enquiry_to_confer_on(child) if kind == "initial" else None
    plan = protection_plan(child) if kind == "review" else None
    if kind == "initial" and enquiry is None:
        raise ValidationError(
            {
                "kind": f"No enquiry about {child} needs a conference: an initial conference follows an enquiry."
            }
        )
    if kind == "review" and plan is None:
        raise ValidationError({"kind": f"{child} is on no child protection plan that could be reviewed."})
    referral = enquiry.referral if enquiry else plan.referral if plan else open_referral(child)
    row = add(
        Conference(
            child=child, together=together, kind=kind, referral=referral, enquiry=enquiry, plan=plan, called_on=called_on,
            called_for_on=day, called_for_at=at, chaired_by=chair,
        )
    )  # fmt: skip
    for each in asked:
        _invite(row, each)
    return row


def _called(child: Child, kind: str) -> Conference | None:
    return Conference.unwithdrawn.filter(child=child, kind=kind, held_on__isnull=True).first()


def _day_to_come(day: date | None, at: datetime | None) -> date:
    day = day_of(day, at, "called_for_on")
    if day < today():
        raise ValidationError(
            {"called_for_on": "This day is over: a conference is called for a day to come."}
        )
    return day


def _not_held(conference: Conference) -> None:
    check_still_open(conference, "held_on", "This conference")


def _invite(conference: Conference, who: Invitee) -> ConferenceInvitee:
    named = who.name or (str(who.person) if who.person else "")
    return add(
        ConferenceInvitee(
            child=conference.child, conference=conference, agency=who.agency, person=who.person, name=named,
            invited_on=who.invited_on or (today() if conference.held_on is None else None), attended=who.attended,
            took_part_by=who.took_part_by, views=who.views, agrees=who.agrees, dissent=who.dissent,
        )
    )  # fmt: skip
