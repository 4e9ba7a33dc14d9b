"""Children in care: periods of care and legal statuses."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.record.models import Account, CareEpisode, Child, LegalStatus, Placement, Review


@action
def begin_care(
    *,
    child: Child,
    by: Account,
    began_on: date,
    because: str | None = None,
    legal_status: str | None = None,
    home_postcode: str = "",
    permanence_plan: str | None = None,
) -> CareEpisode:
    """Record that we began to look after a child, and on what legal basis."""
    episode = add(
        CareEpisode(
            child=child,
            began_on=began_on,
            began_because=because,
            home_postcode=home_postcode,
            permanence_plan=permanence_plan,
        )
    )
    if legal_status:
        add(LegalStatus(child=child, status=legal_status, began_on=began_on))
    return episode


@action
def end_care(*, episode: CareEpisode, by: Account, ended_on: date, because: str | None = None) -> CareEpisode:
    """Record that a period of care ended, and with it the child's legal status and placement."""
    check_still_open(episode, "ended_on", "This period of care")
    change(episode, ended_on=ended_on, ended_because=because)
    for model in (LegalStatus, Placement):
        for row in model.unwithdrawn.filter(child=episode.child, ended_on=None):
            change(row, ended_on=ended_on)
    return episode


@action
def set_legal_status(*, child: Child, by: Account, status: str, began_on: date) -> LegalStatus:
    """Record that a legal status came into force, on which day the one before it stopped being so."""
    for row in LegalStatus.unwithdrawn.filter(child=child, ended_on=None):
        change(row, ended_on=began_on)
    return add(LegalStatus(child=child, status=status, began_on=began_on))


@action
def hold_review(*, child: Child, by: Account, held_on: date, participation: str | None = None) -> Review:
    """Record that a looked-after child's case was reviewed."""
    return add(Review(child=child, held_on=held_on, participation=participation))
