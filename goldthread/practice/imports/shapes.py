"""How the rows of each table are recognised when they come again: what names one, how long it lasts, what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from goldthread.vocabulary import COMMON_COLUMNS, TABLES


@dataclass(frozen=True, slots=True)
class Shape:
    """How a row of one table is recognised.

    natural: the columns that name a row beside its child; two rows alike in them are one fact, told differently.
    began, ended: the columns between which it lasts, the first known of several to the last; ``ended`` is empty for what
    happens on one day or whose end no source tells, both are for what has no day.
    counted: the column with the day of a count, which only the files of that day hold.
    part_of: the column of the row that it hangs on, where it has no day of its own.
    """

    natural: tuple[str, ...]
    began: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    part_of: str = ""
    counted: str = ""


SHAPES = {
    "accommodations": Shape(("began_on",), ("began_on",), ("ended_on",)),
    "action_progress": Shape(("action", "noted_on", "words"), ("noted_on",), part_of="action"),
    "actions": Shape(("words", "agreed_on"), ("agreed_on",), ("done_on", "dropped_on")),
    "addresses": Shape(("kind", "began_on"), ("began_on",), ("ended_on",)),
    "adopters": Shape(("adopter_number",), ("enquired_on",), ("order_on", "left_on")),
    "allocations": Shape(("role", "began_on"), ("began_on",), ("ended_on",)),
    "assessment_approvals": Shape(("assessment", "asked_on"), ("asked_on",), ("answered_on",)),
    "assessment_checkpoints": Shape(("assessment", "held_on"), ("held_on",)),
    "assessment_comments": Shape(("approval", "section"), part_of="approval"),
    "assessment_consultations": Shape(("assessment", "person"), part_of="assessment"),
    "assessment_factors": Shape(("assessment", "factor"), part_of="assessment"),
    "assessment_sections": Shape(("assessment", "section"), part_of="assessment"),
    "assessments": Shape(("requested_on", "began_on"), ("requested_on",), ("authorised_on",)),
    "associates": Shape(("called", "told_on"), ("told_on",)),
    "audit_actions": Shape(
        ("case_audit", "words", "due_on"), ("due_on",), ("done_on", "dropped_on"), part_of="case_audit"
    ),
    "audit_grades": Shape(("case_audit", "part", "theme"), part_of="case_audit"),
    "audit_samples": Shape(("drawn_on", "seed"), ("drawn_on",)),
    "care_episodes": Shape(("began_on",), ("began_on",), ("ended_on",)),
    "carer_checks": Shape(("household", "kind", "held_on"), ("held_on",)),
    "carer_households": Shape(("name",), ("enquired_on",), ("ended_on",)),
    "carer_reviews": Shape(("household", "held_on"), ("held_on",)),
    "carer_training": Shape(("household", "kind", "completed_on"), ("completed_on",)),
    "case_audits": Shape(("sample", "drawn_on"), ("drawn_on",), ("completed_on",)),
    "case_notes": Shape(("kind", "happened_on", "about"), ("happened_on",)),
    "chronology_entries": Shape(("happened_on", "words"), ("happened_on",)),
    "closing_left": Shape(("closing", "what"), part_of="closing"),
    "closing_told": Shape(("closing", "who", "told_on"), ("told_on",), part_of="closing"),
    "closings": Shape(("closed_on",), ("closed_on",)),
    "conference_invitees": Shape(("conference", "agency", "name"), part_of="conference"),
    "conferences": Shape(("kind", "held_on"), ("held_on",)),
    "child_messages": Shape(("words", "received_on"), ("received_on",), ("answered_on",)),
    "contact_cards": Shape(("worker", "given_on"), ("given_on",)),
    "contact_checks": Shape(("contact", "agency", "asked_on"), ("asked_on",), ("answered_on",)),
    "contacts": Shape(("received_on",), ("received_on",)),
    "core_groups": Shape(("held_on",), ("held_on",)),
    "deals": Shape(("reader", "week_on"), ("week_on",)),
    "decisions": Shape(("kind", "decided_on"), ("decided_on",)),
    "direction_answers": Shape(("direction", "answer", "answered_on"), ("answered_on",), part_of="direction"),
    "directions": Shape(("words", "given_on"), ("given_on",)),
    "disabilities": Shape(("kind",)),
    "documents": Shape(("title", "dated_on"), ("dated_on",)),
    "education_plans": Shape(("kind", "held_on"), ("requested_on", "held_on")),
    "enquiries": Shape(("began_on",), ("began_on",)),
    "entitlements": Shape(("category", "began_on"), ("began_on",), ("ended_on",)),
    "escalation_stages": Shape(
        ("escalation", "stage", "began_on"), ("began_on",), ("answered_on",), part_of="escalation"
    ),
    "escalations": Shape(("raised_on", "theme", "words"), ("raised_on",), ("resolved_on", "dropped_on")),
    "family_help_episodes": Shape(("began_on",), ("began_on",), ("ended_on",)),
    "family_meetings": Shape(("offered_on",), ("offered_on",)),
    "goals": Shape(("words", "set_on"), ("set_on",), ("reached_on", "dropped_on")),
    "good_practices": Shape(("marked_on", "words"), ("marked_on",)),
    "handovers": Shape(("begun_on",), ("begun_on",)),
    "harm_indicators": Shape(("contact", "indicator"), part_of="contact"),
    "health_checks": Shape(("kind", "held_on"), ("held_on",)),
    "help_bases": Shape(("changed_on",), ("changed_on",)),
    "help_reviews": Shape(("kind", "held_on"), ("held_on",)),
    "hidden_placements": Shape(("person", "began_on"), ("began_on",), ("ended_on",)),
    "identifiers": Shape(("scheme", "authority")),
    "interests": Shape(("kind", "what", "known_on"), ("known_on",), ("ended_on",)),
    "keeping_in_touch": Shape(("annual", "held_on"), ("held_on",)),
    "lead_practitioners": Shape(("kind", "began_on"), ("began_on",), ("ended_on",)),
    "legal_statuses": Shape(("began_on",), ("began_on",), ("ended_on",)),
    "letters": Shape(("kind", "to_name", "sent_on"), ("sent_on",)),
    "liberty_orders": Shape(("began_on",), ("began_on",), ("ended_on",)),
    "missing_episodes": Shape(("began_on", "began_at"), ("began_on",), ("ended_on",)),
    "missing_places": Shape(("missing_episode", "part", "place"), part_of="missing_episode"),
    "missing_summaries": Shape(("counted_on",), counted="counted_on"),
    "missing_themes": Shape(("missing_episode", "theme"), part_of="missing_episode"),
    "other_names": Shape(("person", "kind", "given_name", "family_name")),
    "pathway_plans": Shape(("kind", "held_on"), ("held_on",)),
    "people": Shape(("given_name", "family_name", "born_on")),
    "permanences": Shape(
        ("decided_on",), ("decided_on", "placement_order_on", "placed_on"), ("order_on", "reversed_on")
    ),
    "placements": Shape(("began_on",), ("began_on",), ("ended_on",)),
    "plan_attendees": Shape(("core_group", "help_review", "name"), part_of="core_group"),
    "plans": Shape(("kind", "began_on"), ("began_on",), ("ended_on",)),
    "post_holdings": Shape(("post", "worker", "name", "began_on"), ("began_on",), ("ended_on",)),
    "posts": Shape(("worker", "role", "began_on"), ("began_on",), ("ended_on",)),
    "practice_week_parts": Shape(("practice_week", "who", "does", "of"), part_of="practice_week"),
    "practice_weeks": Shape(("week_on", "focus"), ("week_on",), ("closed_on",)),
    "previous_permanences": Shape(("kind",)),
    "private_fosterings": Shape(("notified_on",), ("notified_on", "aware_on", "began_on"), ("ended_on",)),
    "proceedings": Shape(("issued_on",), ("letter_on", "issued_on"), ("final_order_on", "withdrawn_on")),
    "readings": Shape(("decision", "supervision"), part_of="deal"),
    "promises": Shape(("words", "made_on"), ("made_on",), ("answered_on",)),
    "referrals": Shape(("received_on",), ("received_on",), ("closed_on",)),
    "relationships": Shape(("kind", "person", "other_child"), ("began_on",), ("ended_on",)),
    "return_interviews": Shape(("missing_episode", "offered_on"), ("offered_on", "held_on")),
    "reviews": Shape(("held_on",), ("held_on",)),
    "safeguarding_orders": Shape(("kind", "began_on"), ("began_on",), ("ended_on",)),
    "safety_warnings": Shape(("person", "began_on"), ("began_on",), ("ended_on",)),
    "shared_practices": Shape(("title", "shared_on"), ("shared_on",)),
    "story_parts": Shape(("part", "written_on"), ("written_on",)),
    "strategy_attendees": Shape(("strategy_discussion", "agency", "name"), part_of="strategy_discussion"),
    "strategy_discussions": Shape(("concern_on",), ("concern_on",)),
    "supervision_amendments": Shape(
        ("supervision", "words", "proposed_on"), ("proposed_on",), part_of="supervision"
    ),
    "supervision_items": Shape(("kind", "put_on"), ("put_on",)),
    "supervision_members": Shape(("session", "worker"), part_of="session"),
    "supervision_readings": Shape(("session", "worker", "read_on"), ("read_on",), part_of="session"),
    "supervision_sessions": Shape(("worker", "supervisor", "held_on"), ("held_on",), ("ended_on",)),
    "supervisions": Shape(("held_on",), ("held_on",)),
    "teams": Shape(("name",), ("began_on",), ("ended_on",)),
    "undisclosed_addresses": Shape(("address", "began_on"), ("began_on",), ("ended_on",)),
    "vacancy_counts": Shape(("counted_on",), counted="counted_on"),
    "visits": Shape(("purpose", "held_on"), ("held_on",)),
    "workers": Shape(("registration", "given_name", "family_name")),
    "worries": Shape(("words", "said_on"), ("said_on",), ("settled_on",)),
    "years_in_care": Shape(("year",)),
    "young_carers": Shape(("identified_on",), ("identified_on",), ("ended_on",)),
}


@cache
def fact_columns(table: str) -> tuple[str, ...]:
    """The columns of a table that say something of their own: not the child, our number, nor where the row came from."""
    columns = TABLES[table].columns()
    return (
        *(name for name in columns if name not in COMMON_COLUMNS and name not in ("child", "public_id")),
        "original",
    )


@cache
def parents_first() -> tuple[str, ...]:
    """Every table but ``children``, each after those that its columns refer to."""
    order: list[str] = []

    def put(table: str, beneath: tuple[str, ...]) -> None:
        if table in order or table in beneath:
            return
        for column in TABLES[table].columns().values():
            if column.kind == "ref" and column.to in TABLES and column.to != table:
                put(column.to, (*beneath, table))
        order.append(table)

    for table in TABLES:
        put(table, ())
    return tuple(table for table in order if table != "children")
