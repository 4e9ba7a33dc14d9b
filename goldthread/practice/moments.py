"""Which days of each table stand in a child's timeline, and in what words."""

from __future__ import annotations

import re
from typing import Any

from goldthread.practice.file_moments import FILE
from goldthread.practice.moment_words import (
    CARE,
    FRONT,
    HELP,
    HOLDING,
    LEAVING,
    SELF,
    Moment,
    Words,
    joined,
    label,
    said,
    sentence,
    titled,
    written_for,
)
from goldthread.practice.not_entries import NOT_ENTRIES
from goldthread.practice.oversight_moments import OVERSIGHT
from goldthread.practice.planning_moments import PLANNING
from goldthread.practice.protection_moments import (
    adjourned,
    called_for,
    concluded,
    conference,
    decided_at_conference,
    discussion,
    seen_in_enquiry,
)
from goldthread.vocabulary import TABLES


def _factors(row: Any) -> str:
    return "; ".join(label(each, "factor") for each in _standing(row, "assessment_factors"))


def _standing(row: Any, rows: str) -> list[Any]:
    return [each for each in getattr(row, rows).all() if each.withdrawn_at is None] if row.pk else []


def _plan(what: str) -> Words:
    return lambda row: sentence(f"{row.kind.replace('-', ' ')} plan {what}".strip())


def _visit(row: Any) -> str:
    return (
        "Visit"
        if row.seen == "unknown"
        else "Visit: child seen"
        if row.seen == "yes"
        else "Visit: child not seen"
    )


def _visit_details(row: Any) -> str:
    alone = {"yes": "seen alone", "no": "not seen alone"}.get(row.seen_alone, "")
    because = row.not_seen_because or row.not_alone_because
    return joined(
        [row.purpose.replace("-", " "), alone, because, written_for(row, "by_worker"), row.child_said]
    )


def _core_group(row: Any) -> str:
    child = f"The child: {row.child_views}" if row.child_views else ""
    parents = f"The parents: {row.parent_views}" if row.parent_views else ""
    return joined([row.changed, child, parents])


def _health_check(row: Any) -> str:
    name = {
        "initial": "Initial health assessment",
        "review": "Review health assessment",
        "dental": "Dental check",
    }.get(row.kind, "Health assessment")
    return f"{name} refused" if row.outcome == "refused" else name


def _missing(row: Any) -> str:
    return "Away without authorisation" if row.kind == "A" else "Went missing"


def _help_began(row: Any) -> str:
    return "Stepped down to family help" if row.stepped_down_from_id else "Family help began"


def _help_ended(row: Any) -> str:
    return "Stepped up to children's social care" if row.stepped_up_to_id else "Family help ended"


def _interviewed(row: Any) -> str:
    return {True: "Accepted", False: "Refused"}.get(row.accepted, "") + (
        f": {row.refused_because}" if row.refused_because else ""
    )


def _touch(row: Any) -> str:
    if row.annual:
        return "Annual return: keeping in touch"
    return {True: "In touch", False: "Tried to keep in touch, without success"}.get(
        row.in_touch, "Keeping in touch"
    )


def _pathway(row: Any) -> str:
    return "Pathway plan reviewed" if row.kind == "review" else "Pathway plan made"


def _holder(row: Any) -> str:
    return ", ".join(str(who) for who in (row.worker, row.team) if who)


def _spell(title: str, kind: str, details: Words) -> tuple[Moment, ...]:
    ended = Moment("ended_on", f"{title}: ended", kind, details)
    return Moment("began_on", title, kind, details), ended


HOLDERS = ("worker", "team")

MOMENTS: dict[str, tuple[Moment, ...]] = {
    "children": (
        Moment("born_on", "Born", SELF),
        Moment("died_on", "Died", SELF),
        Moment("asylum_ended_on", "Stopped being an unaccompanied asylum-seeking child", SELF),
        Moment("first_child_born_on", "Became a parent", SELF),
    ),
    "relationships": (
        Moment("began_on", titled("Relationship began: {}", "kind"), SELF),
        Moment("ended_on", titled("Relationship ended: {}", "kind"), SELF),
    ),
    "addresses": (
        Moment("began_on", "Moved to an address", SELF, said("postcode")),
        Moment("ended_on", "Left an address", SELF, said("postcode")),
    ),
    "contacts": (
        Moment("received_on", "Contact received", FRONT, said("received_from", "worry"), at="received_at"),
        Moment("decided_on", titled("Contact decided: {}", "outcome"), FRONT, said("decided_because")),
        Moment("feedback_on", "Whoever made contact was told", FRONT, said("feedback_how", "feedback_words")),
    ),
    "contact_checks": (
        Moment("asked_on", "Another agency asked", FRONT, said("agency")),
        Moment("answered_on", "Another agency answered", FRONT, said("agency", "answer")),
    ),
    "referrals": (
        Moment(
            "received_on", "Referral received", FRONT, said("referred_by", "primary_need"), at="received_at"
        ),
        Moment("decided_on", titled("Referral decided: {}", "decision"), FRONT, said("decided_because")),
        Moment("closed_on", "Episode closed", FRONT, said("closed_because")),
    ),
    "family_help_episodes": (
        Moment("began_on", _help_began, HELP, said("basis", "organisation")),
        Moment("assessed_on", "Early help assessment completed", HELP, said("organisation")),
        Moment("ended_on", _help_ended, HELP, said("ended_because")),
    ),
    "assessments": (
        Moment("requested_on", "Assessment asked for", HELP),
        Moment("began_on", "Assessment began", HELP),
        Moment("reviewed_on", "Assessment reviewed by a manager", HELP),
        Moment("authorised_on", "Assessment authorised", HELP, _factors, with_many=("assessment_factors",)),
    ),
    "assessment_checkpoints": (
        Moment("held_on", titled("Assessment looked at on the way: {}", "outcome"), HELP, said("words")),
    ),
    "assessment_approvals": (
        Moment(
            "asked_on",
            "Assessment sent to a manager",
            HELP,
            said("answer", "answered_because"),
            at="asked_at",
        ),
        Moment("voided_on", "Authorisation of the assessment ended", HELP, said("voided_because")),
    ),
    "strategy_discussions": (
        Moment("concern_on", "Concern of significant harm recorded", HELP, said("concern"), at="concern_at"),
        Moment(
            "held_on",
            "Strategy discussion held",
            HELP,
            discussion,
            at="held_at",
            with_many=("strategy_attendees",),
        ),
    ),
    "enquiries": (
        Moment("began_on", "Enquiry begun", HELP),
        Moment("seen_on", "Child seen in the enquiry", HELP, seen_in_enquiry, at="seen_at"),
        Moment("concluded_on", "Enquiry concluded", HELP, concluded),
    ),
    "conferences": (
        Moment("called_on", "Conference called", HELP, called_for),
        Moment("adjourned_on", "Conference adjourned", HELP, adjourned),
        Moment("held_on", conference, HELP, decided_at_conference),
    ),
    "plans": (
        Moment("began_on", _plan("made"), HELP, said("initial_category")),
        Moment("ended_on", _plan("ended"), HELP, said("latest_category", "ended_because")),
    ),
    "core_groups": (Moment("held_on", "Core group met", HELP, _core_group),),
    "visits": (
        Moment("held_on", _visit, HELP, _visit_details, at="held_at", with_rows=("by_worker", "recorded_by")),
    ),
    "care_episodes": (
        Moment("began_on", "Came into care", CARE, said("began_because")),
        Moment("ended_on", "Left care", CARE, said("ended_because")),
    ),
    "legal_statuses": (
        Moment("began_on", titled("Legal status: {}", "status"), CARE),
        Moment("ended_on", titled("Legal status ended: {}", "status"), CARE),
    ),
    "liberty_orders": (
        Moment("began_on", "Order depriving of liberty began", CARE),
        Moment("ended_on", "Order depriving of liberty ended", CARE),
    ),
    "placements": (
        Moment("began_on", titled("Placed: {}", "kind"), CARE, said("began_because", "provider")),
        Moment("ended_on", titled("Placement ended: {}", "kind"), CARE, said("changed_because")),
    ),
    "reviews": (Moment("held_on", "Review of the care plan held", CARE, said("participation")),),
    "health_checks": (Moment("held_on", _health_check, CARE),),
    "missing_episodes": (
        Moment("began_on", _missing, CARE, said("circumstances"), at="began_at"),
        Moment("ended_on", "Found or returned", CARE, said("found_how"), at="ended_at"),
    ),
    "return_interviews": (
        Moment(
            "offered_on",
            "Return interview offered",
            CARE,
            _interviewed,
            at="offered_at",
        ),
        Moment("held_on", "Return interview held", CARE, said("child_words", "would_help"), at="held_at"),
    ),
    "missing_summaries": (
        Moment(
            "counted_on",
            "Times missing in the year, as the source counts",
            CARE,
            lambda row: f"missing {row.times_missing or 0}, away {row.times_away or 0}",
        ),
    ),
    "permanences": (
        Moment("decided_on", "Decided that the child should be placed for adoption", CARE),
        Moment("placement_order_on", "Placement order made", CARE),
        Moment("matched_on", "Matched with adopters", CARE),
        Moment("placed_on", "Moved to live with adopters", CARE),
        Moment("fostered_for_adoption_on", "Placed to foster for adoption", CARE),
        Moment("order_on", "Adoption order made", CARE),
        Moment("reversed_on", "Decision for adoption reversed", CARE, said("reversed_because")),
    ),
    "entitlements": (
        Moment("began_on", titled("Entitled as a care leaver: {}", "category"), LEAVING),
        Moment("ended_on", titled("No longer entitled as: {}", "category"), LEAVING),
    ),
    "pathway_plans": (Moment("held_on", _pathway, LEAVING),),
    "keeping_in_touch": (
        Moment(
            "held_on", _touch, LEAVING, said("standing", "activity", "accommodation", "words"), at="held_at"
        ),
    ),
    "allocations": (
        Moment("began_on", titled("Allocated: {}", "role"), HOLDING, _holder, with_rows=HOLDERS),
        Moment("ended_on", titled("Allocation ended: {}", "role"), HOLDING, _holder, with_rows=HOLDERS),
    ),
    **PLANNING,
    **FILE,
    **OVERSIGHT,
    "closings": (Moment("closed_on", "Our work with the child ended", HELP, said("because", "changed")),),
    "young_carers": (
        Moment("identified_on", "Known as a young carer", SELF, said("cares_for", "does", "child_words")),
        Moment("offered_on", "Young carer's assessment offered", SELF, said("refused_because")),
        Moment("assessed_on", "Young carer's needs assessed", SELF, said("found")),
        Moment("ended_on", "Cares for nobody now", SELF),
    ),
    "interests": (
        Moment("known_on", titled("Likes doing: {}", "kind"), SELF, said("what", "child_words", "helped_by")),
        Moment("ended_on", titled("Stopped doing: {}", "kind"), SELF, said("what", "ended_because")),
    ),
    "contact_cards": (Moment("given_on", "Contact card given to the child", HOLDING, said("reached")),),
    "child_messages": (
        Moment("received_on", titled("Child asked for an answer: {}", "how"), SELF, said("words")),
        Moment("answered_on", "Child answered", SELF, said("answer_words"), with_rows=("answered_by",)),
    ),
    "letters": (Moment("sent_on", titled("Letter sent: {}", "kind"), HELP, said("to_name", "how")),),
    "undisclosed_addresses": _spell("Address not to be disclosed", SELF, said("said_by")),
    "hidden_placements": _spell("Placement hidden from somebody", CARE, said("why")),
    "safety_warnings": _spell("Warning for workers' safety", SELF, said("what")),
}

PARTLY_IN_ITS_OWN_WORDS = {
    "care_episodes": CARE, "placements": CARE, "reviews": CARE, "permanences": CARE, "entitlements": LEAVING,
}  # fmt: skip


def _in_its_own_words(table: str, kind: str) -> tuple[Moment, ...]:
    """An entry for each other day of a table, titled by the vocabulary: "The day it was done." becomes "It was done"."""
    told = {moment.column for moment in MOMENTS.get(table, ())}
    return tuple(
        Moment(
            column.name,
            sentence(re.split("[;:,.]", column.sentence.removeprefix("The day "))[0].strip()),
            kind,
        )
        for column in TABLES[table].columns().values()
        if column.kind == "day" and column.name not in told and f"{table}.{column.name}" not in NOT_ENTRIES
    )


for _table, _kind in {**PARTLY_IN_ITS_OWN_WORDS, **dict.fromkeys(PLANNING, HELP)}.items():
    MOMENTS[_table] = (*MOMENTS.get(_table, ()), *_in_its_own_words(_table, _kind))
