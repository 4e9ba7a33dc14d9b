"""Children who go missing, are found, and are offered an interview."""

from __future__ import annotations

from datetime import date, datetime

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.record.models import Account, Child, MissingEpisode, ReturnInterview


@action
def report_missing(
    *,
    child: Child,
    by: Account,
    kind: str,
    began_on: date | None = None,
    began_at: datetime | None = None,
) -> MissingEpisode:
    """Record that a child went missing, or was away without authorisation."""
    began_on = day_of(began_on, began_at, "began_on")
    return add(MissingEpisode(child=child, kind=kind, began_on=began_on, began_at=began_at))


@action
def report_found(
    *,
    missing_episode: MissingEpisode,
    by: Account,
    ended_on: date | None = None,
    ended_at: datetime | None = None,
) -> MissingEpisode:
    """Record that a missing child was found or returned."""
    check_still_open(missing_episode, "ended_on", "This time missing")
    return change(missing_episode, ended_on=day_of(ended_on, ended_at, "ended_on"), ended_at=ended_at)


@action
def offer_return_interview(
    *,
    missing_episode: MissingEpisode,
    by: Account,
    offered_on: date | None = None,
    offered_at: datetime | None = None,
    accepted: bool | None = None,
) -> ReturnInterview:
    """Record that a child who returned was offered an interview, and whether they accepted."""
    return add(
        ReturnInterview(
            child=missing_episode.child,
            missing_episode=missing_episode,
            offered_on=day_of(offered_on, offered_at, "offered_on"),
            offered_at=offered_at,
            accepted=accepted,
        )
    )


@action
def hold_return_interview(
    *,
    interview: ReturnInterview,
    by: Account,
    held_on: date | None = None,
    held_at: datetime | None = None,
) -> ReturnInterview:
    """Record that a return interview was held."""
    check_still_open(interview, "held_on", "This interview")
    return change(interview, accepted=True, held_on=day_of(held_on, held_at, "held_on"), held_at=held_at)
