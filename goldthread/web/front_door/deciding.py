"""What a manager decides of a contact, and of a referral."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.contacts import concerns_waiting, earlier_contacts
from goldthread.practice.front_door import referrer_of
from goldthread.practice.managing import is_manager
from goldthread.practice.moment import today
from goldthread.practice.recording import settle_contact, settle_referral
from goldthread.record.models import Assessment, ContactCheck
from goldthread.web.front_door.forms import DecideForm, ReferralForm, signs_of
from goldthread.web.recording.page import At, Page, record

DECIDED = "This was decided already. Put that right instead, from the child's timeline."


def _of_contact(at: At) -> dict[str, Any]:
    earlier = earlier_contacts([at.child.pk]).get(at.child.pk, [])
    return {
        "contact": at.row,
        "referrer": referrer_of(at.row),
        "signs": signs_of(at.row),
        "checks": list(ContactCheck.unwithdrawn.filter(contact=at.row).order_by("asked_on", "pk")),
        "earlier": [each for each in earlier if (each.what, each.row) != ("contact", at.row.pk)],
        "concern": bool(concerns_waiting(at.row)),
    }


def _of_referral(at: At) -> dict[str, Any]:
    earlier = earlier_contacts([at.child.pk]).get(at.child.pk, [])
    mine = {("referral", at.row.pk), ("contact", at.row.contact_id)}
    return {
        "contact": at.row.contact,
        "referrer": referrer_of(at.row.contact) if at.row.contact else "",
        "signs": signs_of(at.row.contact) if at.row.contact else [],
        "checks": [],
        "earlier": [each for each in earlier if (each.what, each.row) not in mine],
    }


def _manager_may(at: At) -> str:
    if not is_manager(at.by):
        return "This is decided by a manager. Ask yours."
    return DECIDED if at.row.decided_on else ""


def _after_contact(at: At, _result: Any) -> str:
    """The contact; a manager whom nothing else ties to the child has done what it was open for."""
    if may_record(at.by, [at.child.pk]):
        return reverse("contact:page", args=[at.child.public_id, at.row.pk])
    return reverse("front_door:board")


CONTACT = Page(
    name="child: contact",
    heading="Decide what follows the contact",
    form=DecideForm,
    deed=settle_contact,
    done="Decided. Tell whoever told us what follows.",
    button="Decide",
    table="contacts",
    row_as="contact",
    template="front_door/step.jinja",
    known=_of_contact,
    keywords=lambda said: {**said, "decided_on": today()},
    then=_after_contact,
    refuses=_manager_may,
)


def _after_referral(at: At, _result: Any) -> str:
    if not may_record(at.by, [at.child.pk]):
        return reverse("front_door:board")
    begun = Assessment.unwithdrawn.filter(referral=at.row).order_by("-pk").first()
    if begun is not None:
        return reverse("assessment:page", args=[at.child.public_id, begun.pk])
    return reverse("contact:referral", args=[at.child.public_id, at.row.pk])


REFERRAL = Page(
    name="child: referral",
    heading="Decide what follows the referral",
    form=ReferralForm,
    deed=settle_referral,
    done="Decided.",
    button="Decide",
    table="referrals",
    row_as="referral",
    template="front_door/step.jinja",
    known=_of_referral,
    keywords=lambda said: {**said, "decided_on": today(), "primary_need": said["primary_need"] or None},
    then=_after_referral,
    refuses=_manager_may,
)


def decide_contact(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Decide what follows a contact."""
    return record(request, public_id, page=CONTACT, number=number)


def decide_referral(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Decide what follows a referral."""
    return record(request, public_id, page=REFERRAL, number=number)
