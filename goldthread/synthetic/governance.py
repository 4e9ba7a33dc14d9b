"""What the demonstration shows of copies and keeping: a request that waits for decisions, and a record under a legal hold."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet

from goldthread.practice.moment import today
from goldthread.practice.retaining import place_hold
from goldthread.practice.subject_access.requests import (
    check_identity,
    decide_redaction,
    propose_redactions,
    take_request,
)
from goldthread.record.models import AccessRequest, Account, CareEpisode, Child, LegalHold, Restriction


def ask_for_one(by: Account) -> None:
    """A young person in care asked nine days ago, showed who they are, and one name of several is decided."""
    if AccessRequest.objects.exists():
        return
    child = _in_care().filter(relationships__person__isnull=False).order_by("born_on", "pk").first()
    if child is None:
        return
    request = take_request(
        child=child, by=by, asked_by=str(child), asks_as="themselves", received_on=today() - timedelta(days=9)
    )
    check_identity(
        request=request,
        by=by,
        identified_on=today() - timedelta(days=6),
        identified_how="Came with their personal adviser, who has known them for two years.",
    )
    propose_redactions(request=request, by=by)
    for each in request.redactions.order_by("pk")[:1]:
        decide_redaction(
            redaction=each,
            by=by,
            decision="refused",
            reason="They have lived together and see each other every month.",
        )


def hold_one(by: Account) -> None:
    """A record that an inquest asks to be kept."""
    if LegalHold.objects.exists():
        return
    child = _in_care().order_by("-born_on", "pk").first()
    if child is not None:
        place_hold(
            child=child,
            by=by,
            why="An inquest into another child's death asked for every record of the home.",
        )


def _in_care() -> QuerySet[Child]:
    walled = Restriction.objects.filter(ended_at__isnull=True).values("child_id")
    now_in_care = CareEpisode.unwithdrawn.filter(ended_on__isnull=True).values("child_id")
    return Child.objects.filter(pk__in=now_in_care, died_on__isnull=True).exclude(pk__in=walled)
