"""Child protection conferences: called, prepared, and decided on by their chair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.deciding import CHAIR, chairs
from goldthread.practice.moment import today
from goldthread.practice.naming import names_of
from goldthread.practice.recording import (
    ConferenceDecided,
    Invitee,
    adjourn_conference,
    call_conference,
    decide_conference,
    invite_to_conference,
    put_off_conference,
    record_conference_report,
)
from goldthread.record.models import Conference, ConferenceInvitee
from goldthread.rulebook.codes import code_set
from goldthread.rulebook.quorum import CONFERENCE_QUORUM
from goldthread.web.protection.conference_forms import (
    AGENCIES,
    KINDS,
    AdjournForm,
    CallForm,
    CameForm,
    DecisionForm,
    InviteForm,
    MaybeForm,
    PutOffForm,
    ReportForm,
    first_invited,
    invited,
)
from goldthread.web.protection.discussion_forms import TOOK_PART, others_with
from goldthread.web.protection.known import known_beside
from goldthread.web.protection.reading import read
from goldthread.web.recording.many import Many
from goldthread.web.recording.moments import joined, parts
from goldthread.web.recording.page import At, Page, record

TABLE = "conferences"
NAME = "child: conference"
OF_EACH = ("child_views", "advocate", "plan", "category", "because")


def _page(at: At, result: Any) -> str:
    row = result if isinstance(result, Conference) else at.row
    return reverse("protection:conference", args=[at.child.public_id, row.pk])


def _called(said: dict[str, Any]) -> dict[str, Any]:
    told = {**said, "called_for_at": joined(said["called_for_on"], said["called_for_at"])}
    told["invitees"] = [
        Invitee(agency=each["agency"], name=each["name"], person=each["person"])
        for each in said["invitees"]
        if each["agency"]
    ]
    return told


CALL = Page(
    name=NAME,
    heading="Call a conference",
    form=CallForm,
    deed=call_conference,
    done="The conference is called. Its clock runs until it is held.",
    button="Call it and invite",
    template="protection/page.jinja",
    many={
        "invitees": Many(
            MaybeForm,
            "Who is invited?",
            "person",
            keep_offered=True,
            hint="Choose nobody for whom you do not want to invite.",
        )
    },
    offered=lambda at: {"invitees": first_invited(at)},
    known=known_beside,
    keywords=_called,
    then=_page,
)


def _not_held(at: At) -> str:
    return "This conference was held already." if at.row.held_on else ""


def _put_off(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "called_for_at": joined(said["called_for_on"], said["called_for_at"])}


PUT_OFF = Page(
    name=NAME,
    heading="Put the conference off",
    form=PutOffForm,
    deed=put_off_conference,
    done="The conference is put off. Its clock runs on.",
    button="Put it off",
    table=TABLE,
    row_as="conference",
    template="protection/page.jinja",
    values=lambda at: parts(at.row.called_for_at, at.row.called_for_on, "called_for"),
    known=known_beside,
    keywords=_put_off,
    then=_page,
    refuses=_not_held,
)


def _adjourned(said: dict[str, Any]) -> dict[str, Any]:
    return {"siblings": [], **said, "called_for_at": joined(said["called_for_on"], said["called_for_at"])}


ADJOURN = Page(
    name=NAME,
    heading="Adjourn the conference",
    form=AdjournForm,
    deed=adjourn_conference,
    done="The conference is adjourned. Its clock runs on until it has decided.",
    button="Adjourn it",
    intro="It met and could not decide. The time in which it must be held runs on.",
    table=TABLE,
    row_as="conference",
    template="protection/page.jinja",
    values=lambda at: {"adjourned_on": min(at.row.called_for_on or today(), today())},
    known=known_beside,
    keywords=_adjourned,
    then=_page,
    refuses=lambda at: _may_decide(at),
)
INVITE = Page(
    name=NAME,
    heading="Invite somebody more",
    form=InviteForm,
    deed=invite_to_conference,
    done="The invitation is recorded.",
    table=TABLE,
    row_as="conference",
    template="protection/page.jinja",
    known=known_beside,
    then=lambda at, _result: _page(at, None),
    refuses=_not_held,
)
REPORT = Page(
    name=NAME,
    heading="A report for the conference",
    form=ReportForm,
    deed=record_conference_report,
    done="Recorded.",
    table="conference_invitees",
    row_as="invitee",
    template="protection/report.jinja",
    values=lambda at: {name: getattr(at.row, name) for name in ("report_sent_on", "report_shared_on")},
    known=lambda at: {**known_beside(at), "agencies": AGENCIES},
    then=lambda at, _result: _page(at, at.row.conference),
)


def _came(said: Iterable[dict[str, Any]]) -> list[Invitee]:
    kept = ConferenceInvitee.objects.in_bulk([int(each["row"]) for each in said if each["row"].isdecimal()])
    return [
        Invitee(
            agency=each["agency"], name=each["name"], attended=each["attended"] == "yes",
            took_part_by=each["took_part_by"] or None, views=each["views"],
            agrees={"yes": True, "no": False}.get(each["agrees"]), dissent=each["dissent"],
            row=kept.get(int(each["row"])) if each["row"].isdecimal() else None,
        )
        for each in said
    ]  # fmt: skip


def _decided(said: dict[str, Any]) -> dict[str, Any]:
    others = [name.removeprefix("plan_") for name in said if name.startswith("plan_") and said[name]]
    kept = Conference.objects.in_bulk([int(key) for key in others])
    return {
        "held_on": said["held_on"],
        "inquorate_because": said["inquorate_because"],
        "invitees": _came(said["invitees"]),
        **_of_one(said, ""),
        "siblings": [
            ConferenceDecided(conference=kept[int(key)], **_of_one(said, f"_{key}")) for key in others
        ],
    }


def _of_one(said: dict[str, Any], suffix: str) -> dict[str, Any]:
    told = {name: said[f"{name}{suffix}"] for name in OF_EACH}
    return {**told, "plan": told["plan"] == "yes", "category": told["category"] or None}


def lacking(forms: Iterable[Any]) -> str:
    """What is missing of the quorum, of what stands in the questions of the page now; empty where enough take part."""
    return CONFERENCE_QUORUM.lacking(
        str(form["agency"].value() or "") for form in forms if form["attended"].value() == "yes"
    )


def _may_decide(at: At) -> str:
    if at.row.held_on:
        return "This conference was held already."
    if chairs(at.standing, at.row):
        return ""
    return f"{at.row.chaired_by} chairs this conference, and decides at it." if at.row.chaired_by else CHAIR


DECIDE = Page(
    name=NAME,
    heading="Hold the conference and decide",
    form=DecisionForm,
    deed=decide_conference,
    done="The conference is recorded as held, with what it decided.",
    button="Record what the conference decided",
    table=TABLE,
    row_as="conference",
    template="protection/confer.jinja",
    many={"invitees": Many(CameForm, "Who came, and what did they say?", "person", keep_offered=True)},
    values=lambda at: {"held_on": min(at.row.called_for_on or today(), today())},
    offered=lambda at: {"invitees": invited(at.row)},
    known=lambda at: {**known_beside(at), "lacking": lacking, "quorum": CONFERENCE_QUORUM},
    keywords=_decided,
    then=_page,
    refuses=_may_decide,
)


def call(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Call a conference."""
    return record(request, public_id, page=CALL)


def put_off(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Put a conference off."""
    return record(request, public_id, page=PUT_OFF, number=number)


def adjourn(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Adjourn a conference that met and could not decide."""
    return record(request, public_id, page=ADJOURN, number=number)


def invite(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Invite somebody more."""
    return record(request, public_id, page=INVITE, number=number)


def report(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record when a report was sent and shared. number: of who was invited."""
    return record(request, public_id, page=REPORT, number=number)


def decide(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record what a conference decided."""
    return record(request, public_id, page=DECIDE, number=number)


def conference(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """How a conference stands: who is invited, whose report is missing, what was decided."""

    def told(at: At) -> dict[str, Any]:
        invitees = list(ConferenceInvitee.unwithdrawn.filter(conference=at.row).order_by("pk"))
        known = known_beside(at)
        kin = {child.pk for child in known["siblings"]}
        others = [each for each in others_with(at.row) if each.child_id in kin]
        came = [each.agency for each in invitees if each.attended]
        category = at.row.category
        return {
            **known, "invitees": invitees, "agencies": AGENCIES, "took_part": TOOK_PART, "kinds": KINDS,
            "chairs": chairs(at.standing, at.row), "lacking": CONFERENCE_QUORUM.lacking(came) if came else "",
            "quorum": CONFERENCE_QUORUM, "category": code_set("category_of_abuse").label(category) if category else "",
            "others": others, "names": names_of([each.child for each in others]),
        }  # fmt: skip

    return read(request, public_id, TABLE, number, NAME, "protection/conference.jinja", told)
