"""Which deed tells which row of a table: one where it begins, and for some another where it is decided or ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from goldthread.practice import recording
from goldthread.practice.recording import Attendee

from .telling import Row, Telling

Tell = Callable[[Telling, str, Row], None]


def _simply(deed: Callable[..., Any], *columns: str, **renamed: str) -> Tell:
    """Tell a row by one deed that takes these columns, some by another name."""

    def tell(telling: Telling, table: str, row: Row) -> None:
        given = telling.given(table, row, *columns, *renamed.values())
        kept = {column: given[column] for column in columns}
        told = {name: given[column] for name, column in renamed.items()}
        telling.became[table][row["id"]] = deed(by=telling.by, **kept, **told)

    return tell


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


def _discuss(telling: Telling, table: str, row: Row) -> None:
    attendees = [
        Attendee(agency=each["agency"], name=each["name"], attended=each["attended"])
        for each in telling.belonging("strategy_attendees", "strategy_discussion", row["id"])
    ]
    telling.became[table][row["id"]] = recording.hold_strategy_discussion(
        by=telling.by,
        attendees=attendees,
        because=row["decided_because"],
        **telling.given(
            table, row, "child", "referral", "concern_on", "concern_at", "held_on", "held_at", "decision"
        ),
    )


def _authorise(telling: Telling, table: str, row: Row) -> None:
    factors = [each["factor"] for each in telling.belonging("assessment_factors", "assessment", row["id"])]
    recording.authorise_assessment(
        assessment=telling.became[table][row["id"]],
        by=telling.by,
        factors=factors,
        **telling.given(table, row, "authorised_on", "child_seen", "needs_support", "reviewed_on"),
    )


def _decide_referral(telling: Telling, table: str, row: Row) -> None:
    recording.decide_referral(
        referral=telling.became[table][row["id"]],
        by=telling.by,
        **telling.given(table, row, "decision", "decided_on"),
    )


def _place(telling: Telling, table: str, row: Row) -> None:
    before = [
        each for each in telling.belonging(table, "child", row["child"])
        if each["ended_on"] == row["began_on"] and each["id"] != row["id"]
    ]  # fmt: skip
    telling.became[table][row["id"]] = recording.place_child(
        by=telling.by,
        left_because=before[0]["changed_because"] if before else None,
        **telling.given(
            table, row, "child", "began_on", "kind", "provider", "began_because", "postcode", "urn",
            "outside_authority", "authority_of_placement", "permanent",
        ),
    )  # fmt: skip


def _allocate(telling: Telling, table: str, row: Row) -> None:
    before = [
        each for each in telling.belonging(table, "child", row["child"])
        if each["ended_on"] == row["began_on"] and each["id"] != row["id"] and each["role"] == row["role"]
    ]  # fmt: skip
    telling.became[table][row["id"]] = recording.allocate_child(
        by=telling.by,
        because=before[0]["changed_because"] if before else None,
        **telling.given(table, row, "child", "began_on", "worker", "team", "role"),
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


BEGINNINGS: dict[str, tuple[str, Tell]] = {
    "contacts": (
        "received_on",
        _simply(recording.receive_contact, "child", "received_on", "received_at", "received_from", "worry"),
    ),
    "referrals": (
        "received_on",
        _simply(
            recording.receive_referral, "child", "received_on", "received_at", "referred_by", "contact", "primary_need"
        ),
    ),
    "family_help_episodes": (
        "began_on",
        _simply(recording.begin_family_help, "child", "began_on", "basis", "assessed_on", "organisation"),
    ),
    "assessments": (
        "began_on",
        _simply(recording.begin_assessment, "child", "requested_on", "began_on", "referral"),
    ),
    "strategy_discussions": ("concern_on", _discuss),
    "enquiries": (
        "began_on",
        _simply(recording.begin_enquiry, "child", "began_on", "strategy_discussion", "referral"),
    ),
    "conferences": (
        "held_on",
        _simply(recording.hold_conference, "child", "kind", "held_on", "enquiry", "plan", "led_to_plan", "referral"),
    ),
    "plans": (
        "began_on",
        _simply(
            recording.begin_plan, "child", "kind", "began_on", "previous_plans", "referral", category="initial_category"
        ),
    ),
    "core_groups": ("held_on", _simply(recording.hold_core_group, "child", "held_on", "plan")),
    "visits": (
        "held_on",
        _simply(
            recording.visit_child, "child", "purpose", "seen", "held_on", "held_at", "seen_alone", "by_worker", "placement"
        ),
    ),
    "care_episodes": (
        "began_on",
        _simply(
            recording.begin_care, "child", "began_on", "home_postcode", "permanence_plan", because="began_because"
        ),
    ),
    "legal_statuses": ("began_on", _simply(recording.set_legal_status, "child", "status", "began_on")),
    "placements": ("began_on", _place),
    "reviews": ("held_on", _simply(recording.hold_review, "child", "held_on", "participation")),
    "health_checks": ("held_on", _simply(recording.record_health_check, "child", "kind", "held_on", "outcome")),
    "missing_episodes": (
        "began_on",
        _simply(recording.report_missing, "child", "kind", "began_on", "began_at"),
    ),
    "return_interviews": (
        "offered_on",
        _simply(recording.offer_return_interview, "missing_episode", "offered_on", "offered_at", "accepted"),
    ),
    "entitlements": (
        "began_on",
        _simply(recording.set_entitlement, "child", "category", "began_on", "adviser"),
    ),
    "pathway_plans": ("held_on", _simply(recording.agree_pathway_plan, "child", "held_on", "kind")),
    "keeping_in_touch": (
        "held_on",
        _simply(
            recording.keep_in_touch, "child", "held_on", "held_at", "in_touch", "activity", "accommodation", "suitable",
            "words",
        ),
    ),
    "allocations": ("began_on", _allocate),
}  # fmt: skip

LATER: tuple[tuple[str, str, Tell], ...] = (
    (
        "contacts",
        "decided_on",
        _then(recording.decide_contact, "contact", "decided_on", "outcome", because="decided_because"),
    ),
    ("referrals", "decided_on", _decide_referral),
    ("assessments", "authorised_on", _authorise),
    (
        "enquiries",
        "concluded_on",
        _then(recording.conclude_enquiry, "enquiry", "concluded_on", "conference_required"),
    ),
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
)
"""What becomes of a row later, in the order in which it is told where the days are the same."""
