"""What of a child's protection stands open: the referral, the enquiry that needs a conference, the plan in force."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Q

from goldthread.practice.moment import today
from goldthread.practice.standing import in_force
from goldthread.record.models import Child, Conference, Enquiry, Plan, Referral


def open_referral(child: Child) -> Referral | None:
    """The latest referral whose episode is open."""
    rows = Referral.unwithdrawn.filter(child=child, closed_on__isnull=True)
    return rows.order_by("-received_on", "-pk").first()


def enquiry_to_confer_on(child: Child) -> Enquiry | None:
    """The latest enquiry that needs a conference, or may still, and that no conference was held of."""
    of = Conference.unwithdrawn.filter(kind="initial", held_on__isnull=False, enquiry__isnull=False)
    rows = Enquiry.unwithdrawn.filter(Q(conference_required=True) | Q(concluded_on__isnull=True), child=child)
    return rows.exclude(pk__in=of.values("enquiry_id")).order_by("-began_on", "-pk").first()


def protection_plan(child: Child) -> Plan | None:
    """The child protection plan in force."""
    rows = Plan.unwithdrawn.filter(in_force(today()), child=child, kind="child-protection")
    return rows.order_by("-began_on", "-pk").first()


def earlier_plans(child: Child) -> int:
    """How many child protection plans the record holds of a child."""
    return Plan.unwithdrawn.filter(child=child, kind="child-protection").count()


def of_the_same(conference: Conference, others: Iterable[Conference]) -> list[Conference]:
    """Other rows of one conference. Raises ValidationError for a row of another."""
    found = [each for each in others if each.pk != conference.pk]
    if any(not conference.together or each.together != conference.together for each in found):
        raise ValidationError(
            "Found another conference; expected the rows of one, about each child that it was about."
        )
    return found
