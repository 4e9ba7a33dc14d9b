"""Which deed tells what became of a row later: that it was decided, signed off, carried on by a step, or ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from goldthread.practice import recording

from .deeds import BEGINNINGS, Tell
from .telling import Row, Telling


def _then(deed: Callable[..., Any], what: str, ends: str, *columns: str, **renamed: str) -> Tell:
    """Tell by a second deed what became of a row: nothing where another deed filled its column ``ends`` already."""

    def tell(telling: Telling, table: str, row: Row) -> None:
        told = telling.became[table][row["id"]]
        told.refresh_from_db()
        if getattr(told, ends) is None:
            given = telling.given(table, row, ends, *columns, *renamed.values())
            kept = {column: given[column] for column in (ends, *columns)}
            deed(
                by=telling.by,
                **{what: told},
                **kept,
                **{name: given[column] for name, column in renamed.items()},
            )

    return tell


def _authorise(telling: Telling, table: str, row: Row) -> None:
    factors = [each["factor"] for each in telling.belonging("assessment_factors", "assessment", row["id"])]
    recording.authorise_assessment(
        assessment=telling.became[table][row["id"]],
        by=telling.by,
        factors=factors,
        **telling.given(table, row, "authorised_on", "child_seen", "needs_support"),
    )
    for each in telling.belonging("assessment_consultations", "assessment", row["id"]):
        given = telling.given(
            "assessment_consultations", each, "assessment", "person", "consulted_on", "not_consulted_because"
        )
        recording.record_consultation(by=telling.by, **given)


def _decide_referral(telling: Telling, table: str, row: Row) -> None:
    recording.decide_referral(
        referral=telling.became[table][row["id"]],
        by=telling.by,
        **telling.given(table, row, "decision", "decided_on"),
    )


def _see(telling: Telling, table: str, row: Row) -> None:
    recording.record_enquiry(
        enquiry=telling.became[table][row["id"]],
        by=telling.by,
        **telling.given(
            table, row, "seen", "seen_on", "seen_at", "seen_alone", "not_seen_because", "child_words", "findings"
        ),
    )  # fmt: skip


def _conclude(telling: Telling, table: str, row: Row) -> None:
    if row["seen_on"] is None:
        _see(telling, table, row)
    given = telling.given(table, row, "concluded_on", "outcome", "substantiated", "decided_by")
    recording.conclude_enquiry(
        enquiry=telling.became[table][row["id"]], by=telling.by, because=row["decided_because"], **given
    )


def _offer_family_meeting(telling: Telling, table: str, row: Row) -> None:
    given = telling.given(table, row, "family_meeting_offered_on", "family_meeting_accepted")
    recording.offer_family_meeting(
        proceeding=telling.became[table][row["id"]],
        by=telling.by,
        offered_on=given["family_meeting_offered_on"],
        accepted=given["family_meeting_accepted"],
    )


def _put_right(because: str) -> Tell:
    """Tell by a correction that something ended, where nothing that follows it says so."""

    def tell(telling: Telling, table: str, row: Row) -> None:
        told = telling.became[table][row["id"]]
        told.refresh_from_db()
        if told.ended_on is None:
            recording.correct_row(
                row=told, by=telling.by, because=because, values={"ended_on": row["ended_on"]}
            )

    return tell


def _step(column: str) -> Tell:
    """Tell by a step the day that fills a column, where no other deed has filled it."""

    def tell(telling: Telling, table: str, row: Row) -> None:
        told = telling.became[table][row["id"]]
        told.refresh_from_db()
        if getattr(told, column) is None:
            recording.record_step(row=told, by=telling.by, step=column, on=row[column])

    return tell


LATER: tuple[tuple[str, str, Tell], ...] = (
    (
        "contacts",
        "decided_on",
        _then(recording.decide_contact, "contact", "decided_on", "outcome", because="decided_because"),
    ),
    ("referrals", "decided_on", _decide_referral),
    ("assessments", "authorised_on", _authorise),
    ("enquiries", "seen_on", _see),
    ("enquiries", "concluded_on", _conclude),
    (
        "missing_episodes",
        "ended_on",
        _then(recording.report_found, "missing_episode", "ended_on", "ended_at"),
    ),
    (
        "return_interviews",
        "held_on",
        _then(recording.hold_return_interview, "interview", "held_on", "held_at"),
    ),
    ("plans", "ended_on", _then(recording.end_plan, "plan", "ended_on", category="latest_category")),
    (
        "placements",
        "ended_on",
        _then(recording.end_placement, "placement", "ended_on", because="changed_because"),
    ),
    ("care_episodes", "ended_on", _then(recording.end_care, "episode", "ended_on", because="ended_because")),
    ("legal_statuses", "ended_on", _put_right("It stopped being in force.")),
    ("entitlements", "ended_on", _put_right("The age to which it lasts was reached.")),
    ("family_help_episodes", "ended_on", _then(recording.end_family_help, "episode", "ended_on")),
    (
        "allocations",
        "ended_on",
        _then(recording.end_allocation, "allocation", "ended_on", because="changed_because"),
    ),
    (
        "referrals",
        "closed_on",
        _then(recording.close_referral, "referral", "closed_on", because="closed_because"),
    ),
    ("goals", "dropped_on", _then(recording.drop_goal, "goal", "dropped_on", because="dropped_because")),
    ("actions", "dropped_on", _then(recording.drop_action, "task", "dropped_on", because="dropped_because")),
    (
        "decisions",
        "signed_off_on",
        _then(recording.sign_off_decision, "decision", "signed_off_on", "signed_off_by"),
    ),
    (
        "safeguarding_orders",
        "authorised_on",
        _then(recording.authorise_power, "order", "authorised_on", "authorised_at", "authorised_to"),
    ),
    ("safeguarding_orders", "ended_on", _then(recording.end_power, "order", "ended_on", "ended_at")),
    ("proceedings", "family_meeting_offered_on", _offer_family_meeting),
    ("adopters", "left_on", _then(recording.withdraw_adopter, "adopter", "left_on", because="left_because")),
    *(
        (table, column, _step(column))
        for table, columns in recording.STEPS.items()
        for column in columns
        if table in BEGINNINGS
    ),
)
"""What becomes of a row later, in the order in which it is told where the days are the same."""
