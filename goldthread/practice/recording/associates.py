"""Information about people with whom a child at risk is said to be: weighed, graded, and let go when it is needed no longer."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.managing import must_manage
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Associate, Child, MissingEpisode
from goldthread.rulebook.retention import ASSOCIATES


@action
def name_associate(
    *,
    child: Child,
    by: Account,
    called: str,
    told: str,
    said_by: str,
    told_on: date,
    grade_of_source: str,
    grade_of_information: str,
    sharing: str,
    conditions: str = "",
    described: str = "",
    missing_episode: MissingEpisode | None = None,
) -> Associate:
    """Record what was told of somebody with whom a child was, how far it can be relied on, and who may be told."""
    if not called.strip() and not described.strip():
        raise ValidationError({"called": "Say what they are called, or by what else they may be known."})
    if sharing == "with-conditions" and not conditions.strip():
        raise ValidationError({"conditions": "Say on what conditions it may be passed on."})
    return add(
        Associate(
            child=child, missing_episode=missing_episode, called=called.strip(), described=described.strip(),
            told=written(told, "told"), said_by=said_by.strip(), told_on=told_on, grade_of_source=grade_of_source,
            grade_of_information=grade_of_information, sharing=sharing, conditions=conditions.strip(),
            review_on=told_on + timedelta(days=ASSOCIATES.looked_at_after),
        )
    )  # fmt: skip


@action
def keep_associate(*, associate: Associate, by: Account, review_on: date, because: str) -> Associate:
    """Keep information about somebody for longer, as a manager, and say why it is still needed."""
    must_manage(by, "Information about associates is kept")
    check_still_open(associate, "let_go_on", "This information")
    latest = today() + timedelta(days=ASSOCIATES.looked_at_after)
    if not today() < review_on <= latest:
        raise ValidationError(
            {
                "review_on": f"Found {review_on:%-d %b %Y}; expected a day after today, no later than {latest:%-d %b %Y}."
            }
        )
    associate._change_reason = written(because, "because")  # type: ignore[attr-defined]
    return change(associate, review_on=review_on)


@action
def let_go_of_associate(*, associate: Associate, by: Account, because: str) -> Associate:
    """Let go of information about somebody, as a manager: it is emptied, in its history too, and only that it was stays."""
    must_manage(by, "Information about associates is let go")
    check_still_open(associate, "let_go_on", "This information")
    why = written(because, "because")
    empty = dict.fromkeys(("called", "described", "told", "said_by", "conditions"), "")
    associate._change_reason = why  # type: ignore[attr-defined]
    gone = change(associate, let_go_on=today(), **empty)
    gone.history.update(**empty)
    return gone
