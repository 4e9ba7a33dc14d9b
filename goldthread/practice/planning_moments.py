"""Entries of a child's timeline about plans, oversight, powers and court, learning, and homes that are no placement."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format

from goldthread.practice.moment_words import CARE, HELP, HOLDING, LEAVING, Moment, said, sentence, titled


def _spoken(*columns: str) -> Any:
    """The sentences of some columns, one after another."""
    return lambda row: " ".join(
        words for words in (str(getattr(row, name) or "") for name in columns) if words
    )


def _asked(row: Any) -> str:
    who = row.owner or str(row.worker or row.person or "")
    return f"{row.words} To be done by: {who}" if who else row.words


def _agreed(row: Any) -> str:
    return "Action carried over" if row.carried_from_id else "Action agreed"


def _supervision(row: Any) -> str:
    who = f"{row.worker} with {row.supervisor}" if row.worker and row.supervisor else str(row.worker or "")
    return "; ".join(words for words in (who, row.happening, row.risk, row.directions) if words)


def _direction(row: Any) -> str:
    by = f" by {date_format(row.due_on, 'D j M Y')}" if row.due_on else ""
    who = f"To be done by {row.owner or 'whoever holds the child'}{by}."
    return " ".join(
        words for words in (row.words, who, f"Given by {row.given_by}." if row.given_by else "") if words
    )


def _direction_answered(row: Any) -> str:
    return {"done": "Direction done", "still-right": "Direction carried over"}.get(
        row.answer, "Direction withdrawn"
    )


def _amended(row: Any) -> str:
    return "Added to a supervision" if row.agreed_on else "Proposed to add to a supervision"


def _decision(row: Any) -> str:
    by = f"by {row.decided_by}" if row.decided_by else ""
    told_to = f"told: {row.told}" if row.told else ""
    signed = f"signed off by {row.signed_off_by or 'a manager'}" if row.signed_off_on else "not signed off"
    told = (f"{row.question} {row.answer}".strip(), row.rationale, by, told_to, signed)
    return "; ".join(words for words in told if words)


def _help_review(row: Any) -> str:
    return {"early-help": "Early help reviewed", "safety": "Safety plan reviewed"}.get(
        row.kind, "Child in need plan reviewed"
    )


def _learning(row: Any) -> str:
    return "Personal education plan" if row.kind == "personal" else "Education, health and care plan"


def _power(what: str) -> Any:
    return lambda row: sentence(f"{row.kind.replace('-', ' ')} {what}".strip())


def _offer(row: Any) -> str:
    return {True: "Accepted", False: "Not accepted"}.get(row.family_meeting_accepted, "")


def _home(row: Any) -> str:
    return "provided by the authority" if row.provided_by_authority else ""


PLANNING: dict[str, tuple[Moment, ...]] = {
    "worries": (
        Moment("said_on", "Worry written into the plan", HELP, _spoken("words", "said_by")),
        Moment("settled_on", "Worry settled", HELP, _spoken("words", "settled_because")),
    ),
    "goals": (
        Moment("set_on", "Goal agreed", HELP, said("words")),
        Moment("reached_on", "Goal reached", HELP, said("words")),
        Moment("dropped_on", "Goal dropped", HELP, _spoken("words", "dropped_because")),
    ),
    "actions": (
        Moment("agreed_on", _agreed, HELP, _asked, with_rows=("worker", "person")),
        Moment("done_on", "Action done", HELP, said("words")),
        Moment("dropped_on", "Action not done", HELP, _spoken("words", "dropped_because")),
    ),
    "help_reviews": (
        Moment("held_on", _help_review, HELP, said("outcome", "changed", "child_views", "parent_views")),
    ),
    "supervisions": (
        Moment("held_on", "Discussed in supervision", HOLDING, _supervision, with_rows=("worker", "supervisor")),
    ),
    "directions": (
        Moment("given_on", "Direction given", HOLDING, _direction, with_rows=("owner", "given_by")),
    ),
    "direction_answers": (
        Moment("answered_on", _direction_answered, HOLDING, said("words"), with_rows=("direction",)),
    ),
    "supervision_amendments": (
        Moment("proposed_on", _amended, HOLDING, said("words"), with_rows=("proposed_by", "agreed_by")),
    ),
    "decisions": (
        Moment(
            "decided_on", titled("Decision: {}", "kind"), HELP, _decision, at="decided_at",
            with_rows=("decided_by", "signed_off_by"),
        ),
    ),
    "education_plans": (
        Moment("requested_on", "Education, health and care plan asked for", CARE),
        Moment("assessment_decided_on", "Decided whether to assess for an education, health and care plan", CARE),
        Moment("refused_on", "Education, health and care plan refused", CARE),
        Moment("held_on", _learning, CARE, lambda _row: "Made or reviewed"),
    ),
    "safeguarding_orders": (
        Moment("began_on", _power("began"), HELP, at="began_at"),
        Moment("authorised_on", _power("authorised by a court"), HELP, at="authorised_at"),
        Moment("extended_on", _power("extended"), HELP),
        Moment("reviewed_on", _power("reviewed by a panel"), HELP),
        Moment("ended_on", _power("ended"), HELP, at="ended_at"),
    ),
    "proceedings": (
        Moment("letter_on", "Letter before proceedings sent", HELP),
        Moment("family_meeting_offered_on", "Family group decision-making meeting offered", HELP, _offer),
        Moment("pre_proceedings_ended_on", "Pre-proceedings ended", HELP),
        Moment("issued_on", "Care proceedings issued", HELP),
        Moment("final_order_on", "Final order made", HELP),
        Moment("withdrawn_on", "Care proceedings withdrawn", HELP),
    ),
    "accommodations": (
        Moment("began_on", titled("Home of their own: {}", "kind"), LEAVING, _home),
        Moment("ended_on", titled("Left home of their own: {}", "kind"), LEAVING),
    ),
    "private_fosterings": (
        Moment("notified_on", "Authority told of private fostering", HELP, said("carer")),
        Moment("aware_on", "Authority aware of private fostering", HELP, said("carer")),
        Moment("began_on", "Private fostering began", HELP, said("carer")),
        Moment("ended_on", "Private fostering ended", HELP),
    ),
}  # fmt: skip
"""Table -> the days of it that stand in a timeline."""
