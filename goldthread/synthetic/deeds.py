"""Which deed tells which row of a table where it begins; what becomes of it later is told in `later_deeds`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from goldthread.practice import recording
from goldthread.practice.recording import Attendee, Came, Invitee

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


def _discuss(telling: Telling, table: str, row: Row) -> None:
    attendees = [
        Attendee(
            **{
                name: each[name]
                for name in ("agency", "name", "attended", "asked_on", "asked_at", "took_part_by", "shared")
            }
        )
        for each in telling.belonging("strategy_attendees", "strategy_discussion", row["id"])
    ]
    telling.became[table][row["id"]] = recording.hold_strategy_discussion(
        by=telling.by,
        attendees=attendees,
        because=row["decided_because"],
        **telling.given(
            table, row, "child", "referral", "concern", "concern_on", "concern_at", "held_on", "held_at", "late_because",
            "safety", "decision", "decided_by",
        ),
    )  # fmt: skip


def _confer(telling: Telling, table: str, row: Row) -> None:
    """One that is to come is called, one that was held is recorded as held."""
    columns = [
        "agency",
        "name",
        "person",
        "invited_on",
        "attended",
        "took_part_by",
        "views",
        "agrees",
        "dissent",
    ]
    asked = telling.belonging("conference_invitees", "conference", row["id"])
    invitees = [Invitee(**telling.given("conference_invitees", each, *columns)) for each in asked]
    if row["held_on"] is None:
        became = recording.call_conference(
            by=telling.by, invitees=invitees,
            **telling.given(table, row, "child", "kind", "called_on", "called_for_on", "chaired_by"),
        )  # fmt: skip
    else:
        became = recording.hold_conference(
            by=telling.by, invitees=invitees,
            **telling.given(
                table, row, "child", "kind", "held_on", "enquiry", "plan", "led_to_plan", "plan_continues", "category",
                "child_views", "decided_because", "referral", "chaired_by",
            ),
        )  # fmt: skip
    telling.became[table][row["id"]] = became
    kept = became.conference_invitees.order_by("pk")
    for each, invitee in zip(asked, kept, strict=True):
        telling.became["conference_invitees"][each["id"]] = invitee
        if each["report_sent_on"] is not None:
            recording.record_conference_report(
                invitee=invitee, by=telling.by,
                **telling.given("conference_invitees", each, "report_sent_on", "report_shared_on"),
            )  # fmt: skip


def _meet(telling: Telling, table: str, row: Row) -> None:
    came = [
        Came(name=each["name"], part=each["part"], came=each["came"])
        for each in telling.belonging("plan_attendees", "core_group", row["id"])
    ]
    telling.became[table][row["id"]] = recording.hold_core_group(
        by=telling.by,
        came=came,
        **telling.given(
            table, row, "child", "plan", "held_on", "child_views", "parent_views", "changed", "next_on"
        ),
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
            "outside_authority", "authority_of_placement", "permanent", "basis", "household",
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


def _note(telling: Telling, table: str, row: Row) -> None:
    (telling.became[table][row["id"]],) = recording.write_note(
        by=telling.by,
        **telling.given(
            table, row, "child", "kind", "about", "words", "happened_on", "happened_at", "by_worker"
        ),
    )


def _plan_learning(telling: Telling, table: str, row: Row) -> None:
    """One that is asked for is made later, by a step."""
    column = "held_on" if row["requested_on"] is None else "requested_on"
    telling.became[table][row["id"]] = recording.record_education_plan(
        by=telling.by, **telling.given(table, row, "child", "kind", column)
    )


def _begin_proceedings(telling: Telling, table: str, row: Row) -> None:
    """A letter comes first where there was one; then they are issued by a step."""
    column = "issued_on" if row["letter_on"] is None else "letter_on"
    telling.became[table][row["id"]] = recording.begin_proceedings(
        by=telling.by, **telling.given(table, row, "child", column)
    )


BEGINNINGS: dict[str, tuple[str, Tell]] = {
    "contacts": (
        "received_on",
        _simply(
            recording.receive_contact, "child", "received_on", "received_at", "received_from", "worry", "referrer_agency",
            "referrer_name", "referrer_role", "consent", "consent_because", "else_known",
        ),
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
    "conferences": ("called_on held_on", _confer),
    "plans": (
        "began_on",
        _simply(
            recording.begin_plan, "child", "kind", "began_on", "previous_plans", "referral", category="initial_category"
        ),
    ),
    "core_groups": ("held_on", _meet),
    "visits": (
        "held_on",
        _simply(
            recording.visit_child,
            "child", "purpose", "seen", "held_on", "held_at", "seen_alone", "by_worker", "placement", "place", "bedroom_seen",
            "not_seen_because", "not_alone_because", "child_said", "account", "plan_changed",
        ),
    ),
    "case_notes": ("happened_on", _note),
    "lead_practitioners": (
        "began_on",
        _simply(recording.name_lead, "child", "kind", "began_on", "worker", "name", "profession", "agency"),
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
    "worries": ("said_on", _simply(recording.name_worry, "child", "plan", "words", "said_by", "said_on", "plain_words")),
    "goals": ("set_on", _simply(recording.set_goal, "child", "plan", "worry", "words", "set_on", "review_by")),
    "actions": (
        "agreed_on",
        _simply(
            recording.agree_action, "child", "plan", "goal", "carried_from", "words", "owner", "agreed_on", "due_on",
            "how_known", "plain_words",
        ),
    ),
    "action_progress": (
        "noted_on", _simply(recording.record_progress, "noted_on", "how", "words", task="action")
    ),
    "help_reviews": (
        "held_on", _simply(recording.hold_help_review, "child", "plan", "family_help_episode", "kind", "held_on")
    ),
    "supervisions": (
        "held_on",
        _simply(
            recording.record_supervision, "child", "worker", "supervisor", "held_on", "directions", "happening",
            "reflection", "risk", "what_next",
        ),
    ),
    "decisions": (
        "decided_on",
        _simply(
            recording.record_decision, "child", "kind", "question", "answer", "rationale", "decided_on", "decided_by",
            "follows_up", "options", "told", "told_on", "review_on", "together",
        ),
    ),
    "education_plans": ("requested_on held_on", _plan_learning),
    "safeguarding_orders": ("began_on", _simply(recording.use_power, "child", "kind", "began_on", "began_at")),
    "proceedings": ("letter_on issued_on", _begin_proceedings),
    "accommodations": (
        "began_on", _simply(recording.begin_accommodation, "child", "kind", "provided_by_authority", "began_on")
    ),
    "private_fosterings": (
        "aware_on",
        _simply(recording.record_private_fostering, "child", "carer", "notified_on", "aware_on", "began_on"),
    ),
    "carer_households": (
        "enquired_on",
        _simply(recording.register_household, "name", "connected", "places", "supervised_by", "enquired_on"),
    ),
    "carer_reviews": ("held_on", _simply(recording.review_household, "household", "held_on", "to_panel")),
    "carer_checks": ("held_on", _simply(recording.check_household, "household", "kind", "held_on", "of_whom")),
    "carer_training": ("completed_on", _simply(recording.record_training, "household", "kind", "completed_on")),
    "adopters": (
        "enquired_on",
        _simply(recording.register_adopter, "adopter_number", "family", "ethnicity", "disabled", "enquired_on"),
    ),
}  # fmt: skip
"""Table -> the column of the day on which a row is told first (the first of several that says one), and the deed."""
