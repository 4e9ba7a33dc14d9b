"""Children who go missing, are found, and are offered an interview."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.practice.reasons import written
from goldthread.record.models import (
    Account,
    Child,
    MissingEpisode,
    MissingPlace,
    MissingTheme,
    ReturnInterview,
)


@action
def report_missing(
    *,
    child: Child,
    by: Account,
    kind: str,
    began_on: date | None = None,
    began_at: datetime | None = None,
    reported_by: str = "",
    circumstances: str = "",
    went_from: str = "",
    together: str = "",
) -> MissingEpisode:
    """Record that a child went missing, or was away without authorisation."""
    began_on = day_of(began_on, began_at, "began_on")
    episode = add(
        MissingEpisode(
            child=child, kind=kind, began_on=began_on, began_at=began_at, reported_by=reported_by.strip(),
            circumstances=circumstances.strip(), together=together,
        )
    )  # fmt: skip
    if went_from.strip():
        add(MissingPlace(child=child, missing_episode=episode, part="went-from", place=went_from.strip()))
    return episode


@action
def report_found(
    *,
    missing_episode: MissingEpisode,
    by: Account,
    ended_on: date | None = None,
    ended_at: datetime | None = None,
    found_how: str = "",
    found_at: str = "",
) -> MissingEpisode:
    """Record that a missing child was found or returned."""
    check_still_open(missing_episode, "ended_on", "This time missing")
    if found_at.strip():
        add(
            MissingPlace(
                child=missing_episode.child, missing_episode=missing_episode, part="found-at", place=found_at.strip()
            )
        )  # fmt: skip
    return change(
        missing_episode,
        ended_on=day_of(ended_on, ended_at, "ended_on"),
        ended_at=ended_at,
        found_how=found_how.strip(),
    )


@action
def say_what_it_was_about(
    *,
    missing_episode: MissingEpisode,
    by: Account,
    themes: Iterable[str] = (),
    places: Iterable[MissingPlace] = (),
) -> MissingEpisode:
    """Say what a time missing was about and where the child was; what stands already is not said twice."""
    child = missing_episode.child
    known = set(
        MissingTheme.unwithdrawn.filter(missing_episode=missing_episode).values_list("theme", flat=True)
    )
    new = [each for each in dict.fromkeys(themes) if each not in known]
    seen = {
        (each.part, each.place.casefold())
        for each in MissingPlace.unwithdrawn.filter(missing_episode=missing_episode)
    }
    where = [each for each in places if (each.part, each.place.strip().casefold()) not in seen]
    if not new and not where:
        raise ValidationError("Nothing new was said: choose what it was about, or name a place.")
    for theme in new:
        add(MissingTheme(child=child, missing_episode=missing_episode, theme=theme))
    for place in where:
        add(
            MissingPlace(
                child=child, missing_episode=missing_episode, part=place.part, place=place.place.strip(), kind=place.kind
            )
        )  # fmt: skip
    return missing_episode


@action
def offer_return_interview(
    *,
    missing_episode: MissingEpisode,
    by: Account,
    offered_on: date | None = None,
    offered_at: datetime | None = None,
    accepted: bool | None = None,
    refused_because: str = "",
) -> ReturnInterview:
    """Record that a child who returned was offered an interview, and whether they accepted."""
    return add(
        ReturnInterview(
            child=missing_episode.child,
            missing_episode=missing_episode,
            offered_on=day_of(offered_on, offered_at, "offered_on"),
            offered_at=offered_at,
            accepted=accepted,
            refused_because=refused_because.strip() if accepted is False else "",
        )
    )


@action
def answer_return_interview(
    *, interview: ReturnInterview, by: Account, accepted: bool, refused_because: str = ""
) -> ReturnInterview:
    """Record whether a child wants the interview that they were offered, and why where they do not."""
    check_still_open(interview, "held_on", "This interview")
    because = "" if accepted else written(refused_because, "refused_because")
    return change(interview, accepted=accepted, refused_because=because)


@action
def hold_return_interview(
    *,
    interview: ReturnInterview,
    by: Account,
    held_on: date | None = None,
    held_at: datetime | None = None,
    interviewer: str = "",
    independent: bool | None = None,
    child_words: str = "",
    would_help: str = "",
) -> ReturnInterview:
    """Record that a return interview was held, and what the child said in their own words."""
    check_still_open(interview, "held_on", "This interview")
    return change(
        interview,
        accepted=True,
        refused_because="",
        held_on=day_of(held_on, held_at, "held_on"),
        held_at=held_at,
        interviewer=interviewer.strip(),
        independent=independent,
        child_words=child_words.strip(),
        would_help=would_help.strip(),
    )
