"""Strategy discussions: a concern raised, the discussion held, what a manager decides, and how it all stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.deciding import MANAGER, manages
from goldthread.practice.lateness import limit_of, long_words
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.recording import (
    Attendee,
    Decided,
    decide_discussion,
    hold_discussion,
    join_discussion,
    raise_concern,
)
from goldthread.record.models import Contact, Enquiry, StrategyAttendee, StrategyDiscussion
from goldthread.rulebook.gates import strategy_quorum
from goldthread.web.protection import quorum
from goldthread.web.protection.discussion_forms import (
    AGENCIES,
    DECISIONS,
    TOOK_PART,
    AttendeeForm,
    ConcernForm,
    DecideForm,
    HoldForm,
    JoinForm,
    asked_before,
    not_yet_in,
    others_with,
)
from goldthread.web.protection.known import known_beside
from goldthread.web.protection.reading import read
from goldthread.web.recording.many import Many
from goldthread.web.recording.moments import joined, parts
from goldthread.web.recording.page import At, Page, record

TABLE = "strategy_discussions"
LATELY = timedelta(days=3)


def _discussion_page(at: At, result: Any) -> str:
    row = result if isinstance(result, StrategyDiscussion) else at.row
    return reverse("protection:discussion", args=[at.child.public_id, row.pk])


def _first_known(at: At) -> dict[str, Any]:
    """When the latest contact told of it, where that was in the last days; else now."""
    since = today() - LATELY
    contact = Contact.unwithdrawn.filter(child=at.child, received_on__gte=since, received_at__isnull=False)
    latest = contact.order_by("-received_at").first()
    moment = latest.received_at if latest else now()
    return {**parts(moment, None, "concern"), "asked": ["police", "health", "referrer"]}


def _raised(said: dict[str, Any]) -> dict[str, Any]:
    told = {**said, "concern_at": joined(said["concern_on"], said["concern_at"])}
    asked_at = now()
    told["attendees"] = [
        Attendee(agency=each, attended=None, asked_at=asked_at) for each in told.pop("asked")
    ]
    return told


RAISE = Page(
    name="child: concern of significant harm",
    heading="Raise a concern of significant harm",
    form=ConcernForm,
    deed=raise_concern,
    done="The concern is recorded, and the time to a strategy discussion runs.",
    button="Record the concern",
    template="protection/page.jinja",
    values=_first_known,
    known=known_beside,
    keywords=_raised,
    then=_discussion_page,
)


def _held(said: dict[str, Any]) -> dict[str, Any]:
    told = {**said, "held_at": joined(said["held_on"], said["held_at"])}
    told["attendees"] = [
        Attendee(
            agency=each["agency"], name=each["name"], attended=each["attended"] == "yes",
            took_part_by=each["took_part_by"] or None, shared=each["shared"],
        )
        for each in said["attendees"]
    ]  # fmt: skip
    return told


def _holding(at: At) -> dict[str, Any]:
    return {
        **known_beside(at),
        "limit": limit_of(at.row.concern_on, at.row.concern_at),
        "waited": long_words(now() - at.row.concern_at) if at.row.concern_at else "",
        "quorum": quorum.of_forms,
        "gate": strategy_quorum,
    }


HOLD = Page(
    name="child: strategy discussion",
    heading="Record a strategy discussion as held",
    form=HoldForm,
    deed=hold_discussion,
    done="The strategy discussion is recorded as held.",
    button="Record the discussion",
    table=TABLE,
    row_as="discussion",
    template="protection/hold.jinja",
    many={"attendees": Many(AttendeeForm, "Who took part, and what did they tell?", "person", needed=True, keep_offered=True)},
    values=lambda at: parts(now(), None, "held"),
    offered=lambda at: {"attendees": asked_before(at.row)},
    known=_holding,
    keywords=_held,
    then=_discussion_page,
    refuses=lambda at: "This discussion is recorded as held already." if at.row.held_on else "",
)  # fmt: skip


def _decided(said: dict[str, Any]) -> dict[str, Any]:
    rows = {
        name.partition("_")[2]: value
        for name, value in said.items()
        if name.startswith("decision_") and value
    }
    kept = StrategyDiscussion.objects.in_bulk([int(key) for key in rows])
    return {
        "decision": said["decision"],
        "because": said["because"],
        "siblings": [Decided(kept[int(key)], value, said[f"because_{key}"]) for key, value in rows.items()],
    }


def _deciding(at: At) -> dict[str, Any]:
    return {**known_beside(at), **_told(at.row), "gate": strategy_quorum}


def _may_decide(at: At) -> str:
    if not at.row.held_on:
        return "This discussion was not held yet: record who took part first."
    if at.row.decision:
        return "This discussion was decided on already."
    return "" if manages(at.standing) else MANAGER


DECIDE = Page(
    name="child: strategy discussion",
    heading="Decide what follows a strategy discussion",
    form=DecideForm,
    deed=decide_discussion,
    done="The decision is recorded. An enquiry begins on the day of the discussion.",
    button="Decide",
    table=TABLE,
    row_as="discussion",
    template="protection/decide.jinja",
    known=_deciding,
    keywords=_decided,
    then=_discussion_page,
    refuses=_may_decide,
)


def _joined(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "concern_at": joined(said["concern_on"], said["concern_at"])}


def _page_of_sibling(at: At, result: Any) -> str:
    if isinstance(result, StrategyDiscussion):
        return reverse("protection:discussion", args=[result.child.public_id, result.pk])
    return _discussion_page(at, None)


JOIN = Page(
    name="child: strategy discussion",
    heading="The discussion was about a brother or sister too",
    form=JoinForm,
    deed=join_discussion,
    done="It is recorded for this child too, with a clock of their own. A manager decides for them by itself.",
    button="Record it for them too",
    intro="They get a record, a clock and a decision of their own. Who took part is taken from here.",
    table=TABLE,
    row_as="discussion",
    template="protection/page.jinja",
    values=lambda at: {**parts(at.row.concern_at, at.row.concern_on, "concern"), "concern": at.row.concern},
    known=lambda at: {**known_beside(at), "limit": limit_of(at.row.concern_on, at.row.concern_at)},
    keywords=_joined,
    then=_page_of_sibling,
    refuses=lambda at: (
        "" if not_yet_in(at) else "No brother or sister of whom you may write is missing from it."
    ),
)


def join(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that a discussion was about a brother or sister too."""
    return record(request, public_id, page=JOIN, number=number)


def begin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Raise a concern of significant harm."""
    return record(request, public_id, page=RAISE)


def hold(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record a strategy discussion as held."""
    return record(request, public_id, page=HOLD, number=number)


def decide(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Decide what follows a strategy discussion."""
    return record(request, public_id, page=DECIDE, number=number)


def discussion(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """How a strategy discussion stands: who took part, what each told, and what was decided."""

    def told(at: At) -> dict[str, Any]:
        enquiries = Enquiry.unwithdrawn.filter(strategy_discussion=at.row).order_by("pk")
        known = known_beside(at)
        kin = {child.pk for child in known["siblings"]}
        others = [each for each in others_with(at.row) if each.child_id in kin]
        return {
            **known, **_told(at.row), "may_join": kin - {each.child_id for each in others_with(at.row)},
            "enquiry": enquiries.first(), "manages": manages(at.standing), "gate": strategy_quorum,
            "others": others, "names": names_of([each.child for each in others]),
        }  # fmt: skip

    return read(
        request, public_id, TABLE, number, "child: strategy discussion", "protection/discussion.jinja", told
    )


def _told(row: StrategyDiscussion) -> dict[str, Any]:
    limit = limit_of(row.concern_on, row.concern_at)
    return {
        "attendees": StrategyAttendee.unwithdrawn.filter(strategy_discussion=row).order_by("pk"),
        "needs": quorum.of_row(row),
        "limit": limit,
        "late": limit.words(row.held_on, row.held_at) if limit and row.held_on else "",
        "waited": long_words(now() - row.concern_at) if row.concern_at and not row.held_on else "",
        "over": bool(limit and not row.held_on and now() > limit.due),
        "agencies": AGENCIES,
        "took_part": TOOK_PART,
        "decisions": DECISIONS,
    }
