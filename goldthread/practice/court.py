"""What of a child's care proceedings stands open."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from goldthread.record.models import Child, Proceeding
from goldthread.rulebook.gates import GATES


def open_proceeding(child: Child) -> Proceeding | None:
    """The latest letter or application that has not come to an end."""
    ended_before_court = Q(issued_on__isnull=True, pre_proceedings_ended_on__isnull=False)
    rows = Proceeding.unwithdrawn.filter(child=child, final_order_on=None, withdrawn_on=None)
    return rows.exclude(ended_before_court).order_by("-pk").first()


def lacks_an_offer(row: Proceeding | None, issued_on: date) -> bool:
    """Whether the gate in force asks for an offer of family group decision-making that was not made by then."""
    offered = row.family_meeting_offered_on if row is not None else None
    return issued_on >= GATES["family_meeting"].since and (offered is None or offered > issued_on)
