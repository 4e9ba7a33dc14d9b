"""Strategy discussions, with the agencies that were asked to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from goldthread.practice.actions import action, add
from goldthread.practice.checking import day_of
from goldthread.record.models import Account, Child, Referral, StrategyAttendee, StrategyDiscussion


@dataclass(frozen=True, slots=True)
class Attendee:
    """An agency asked to a strategy discussion, and whether it took part."""

    agency: str
    name: str = ""
    attended: bool | None = True


@action
def hold_strategy_discussion(
    *,
    child: Child,
    by: Account,
    concern_on: date | None = None,
    concern_at: datetime | None = None,
    held_on: date | None = None,
    held_at: datetime | None = None,
    attendees: Iterable[Attendee] = (),
    decision: str | None = None,
    because: str = "",
    referral: Referral | None = None,
) -> StrategyDiscussion:
    """Record a strategy discussion: when the concern arose, when it was held, who took part, what was decided."""
    discussion = add(
        StrategyDiscussion(
            child=child,
            referral=referral,
            concern_on=day_of(concern_on, concern_at, "concern_on"),
            concern_at=concern_at,
            held_on=held_on,
            held_at=held_at,
            decision=decision,
            decided_because=because,
        )
    )
    for each in attendees:
        add(
            StrategyAttendee(
                child=child,
                strategy_discussion=discussion,
                agency=each.agency,
                name=each.name,
                attended=each.attended,
            )
        )
    return discussion
