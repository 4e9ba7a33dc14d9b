"""In what words a strategy discussion, an enquiry and a conference stand in a child's timeline."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format

from goldthread.practice.moment_words import label


def conference(row: Any) -> str:
    """What was held."""
    return {"initial": "Initial conference held", "review": "Review conference held"}.get(
        row.kind, "Transfer-in conference held"
    )


def called_for(row: Any) -> str:
    """What was called, and for when."""
    day = date_format(row.called_for_on, "D j M Y") if row.called_for_on else ""
    return f"{label(row, 'kind')} conference, called for {day}" if day else label(row, "kind")


def adjourned(row: Any) -> str:
    """Why, who must come next, and when it goes on; once it was held, that stands as its own entry."""
    goes_on = "" if row.held_on or not row.called_for_on else date_format(row.called_for_on, "D j M Y")
    must_come = f"who must come next: {row.must_come}" if row.must_come else ""
    return _joined(row.adjourned_because, must_come, f"goes on on {goes_on}" if goes_on else "")


def decided_at_conference(row: Any) -> str:
    """What a conference decided, and why."""
    plan = {True: "Led to a child protection plan", False: "Led to no child protection plan"}.get(
        row.led_to_plan, ""
    )
    goes_on = {True: "The plan goes on", False: "The plan ends"}.get(row.plan_continues, "")
    inquorate = f"without enough agencies: {row.inquorate_because}" if row.inquorate_because else ""
    return _joined(plan, goes_on, label(row, "category"), row.decided_because, inquorate)


def discussion(row: Any) -> str:
    """What was decided and why, who took part, how the child is kept safe, and why it was late."""
    came = [
        each
        for each in (row.strategy_attendees.all() if row.pk else ())
        if each.withdrawn_at is None and each.attended is not False
    ]
    agencies = ", ".join(dict.fromkeys(label(each, "agency") for each in came))
    late = f"late because: {row.late_because}" if row.late_because else ""
    safety = f"kept safe by: {row.safety}" if row.safety else ""
    told = [
        label(row, "decision"),
        row.decided_because,
        f"took part: {agencies}" if agencies else "",
        safety,
        late,
    ]
    return _joined(*told)


def seen_in_enquiry(row: Any) -> str:
    """Whether alone, and what the child said."""
    alone = {"yes": "seen alone", "no": "not seen alone"}.get(row.seen_alone, "")
    return _joined(alone, row.not_seen_because, row.child_words)


def concluded(row: Any) -> str:
    """What an enquiry found, and what should follow."""
    needed = {True: "Conference needed", False: "No conference needed"}.get(row.conference_required, "")
    so = {True: "the concern was found to be so", False: "the concern was not found to be so"}.get(
        row.substantiated, ""
    )
    follows = "support" if row.outcome == "support" else ""
    return _joined(needed, follows, so, row.decided_because)


def _joined(*words: str) -> str:
    return "; ".join(word for word in words if word)
