"""Annex A's lists of children in care, care leavers, adoption and adopters."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from .intake import Intake
from .reading import Bundle, Row

TEAM_WORDS = (
    ("disabled-children", ("disab", "send ", "0-25")),
    ("care-leavers", ("leaver", "leaving care", "through care", "aftercare", "personal adviser")),
    ("fostering", ("foster", "adoption", "carers")),
    ("children-in-care", ("children in care", "looked after", "lac ", "cla ", "cic ", "in care")),
    ("duty-and-assessment", ("duty", "assess", "mash", "safeguarding hub", "front door", "referral")),
    ("long-term", ("long term", "long-term", "family support", "locality")),
)


class _Whole(Protocol):
    @property
    def as_at(self) -> date: ...

    @property
    def lists(self) -> frozenset[str]: ...


def team_kind(name: str) -> str:
    """What kind of work a team does, guessed from its name; 'other' where the name says nothing."""
    words = f" {name.casefold()} "
    return next((kind for kind, signs in TEAM_WORDS if any(sign in words for sign in signs)), "other")


def children_in_care(intake: Intake, bundle: Bundle, whole: _Whole) -> list[Row]:
    """A row of List 8."""
    start, end = "Date Started to be Looked After", "Date Ceased to be Looked After"
    began_on = intake.required_day(start)
    ended_on = intake.end(end, start, began_on)
    ceased = intake.dropdown(
        "Reason Ceased to be Looked After", "s903_reason_episode_ceased", into="ended_because"
    )
    rows = [
        intake.row(
            "care_episodes",
            {
                "began_on": began_on,
                "began_because": intake.dropdown(
                    "Child's Category of Need", "s903_category_of_need", into="began_because"
                ),
                "ended_on": ended_on,
                "ended_because": ceased,
                "permanence_plan": intake.dropdown(
                    "What is the permanence plan for this child?",
                    "annexa_permanence_plan",
                    into="permanence_plan",
                ),
            },
        )
    ]
    rows += _legal_status(intake, ended_on)
    rows += _placement(intake, ended_on)
    if reviewed_on := intake.day("Date of Latest Statutory Review"):
        rows.append(intake.row("reviews", {"held_on": reviewed_on}))
    # A statutory visit is one at which the child is seen; a contact by the reviewing officer may be a telephone call.
    for heading, purpose, seen in (
        ("Date of Last Social Work Visit", "in-care", "yes"),
        ("Date of Last IRO Visit / Contact to the Child", "reviewing-officer", "unknown"),
    ):
        if held_on := intake.day(heading):
            visit = {"held_on": held_on, "purpose": purpose, "seen": seen, "seen_alone": "unknown"}
            rows.append(intake.row("visits", visit))
    for heading, kind in (
        ("Date of Last Health Assessment", "assessment"),
        ("Date of Last Dental Check", "dental"),
    ):
        if held_on := intake.day(heading):
            rows.append(intake.row("health_checks", {"kind": kind, "held_on": held_on, "outcome": "done"}))
    return rows + _missing(intake, whole)


def _legal_status(intake: Intake, care_ended_on: date | None) -> list[Row]:
    status = intake.dropdown("Child's Legal Status", "s903_legal_status", into="status")
    began_on = intake.day("Start date of current legal status")
    if status is None or began_on is None:
        return []
    ended_on = None if care_ended_on is None else max(care_ended_on, began_on)
    return [intake.row("legal_statuses", {"status": status, "began_on": began_on, "ended_on": ended_on})]


def _placement(intake: Intake, care_ended_on: date | None) -> list[Row]:
    kind = intake.dropdown("Placement Type", "annexa_placement_type", into="kind")
    provider = intake.dropdown("Placement Provider", "annexa_placement_provider", into="provider")
    location = intake.dropdown("Placement Location", "annexa_placement_location", into="-")
    began_on = intake.day("Start Date of Most Recent Placement")
    if began_on is None:
        return []
    found = {
        "kind": kind,
        "provider": provider,
        "began_on": began_on,
        "ended_on": None if care_ended_on is None else max(care_ended_on, began_on),
        "postcode": intake.text("Placement postcode"),
        "urn": intake.text("URN of Placement"),
        "outside_authority": None if location is None else location == "out-of-area",
        "authority_of_placement": intake.text("LA of Placement"),
    }
    return [intake.row("placements", found)]


def _missing(intake: Intake, whole: _Whole) -> list[Row]:
    stem = "Number of Episodes the Child has been ‘{}’ from their Placement in the last 12 months"
    found: dict[str, Any] = {
        "times_missing": intake.number(stem.format("Missing")),
        "times_away": intake.number(stem.format("Absent")),
        "interview_offered": intake.dropdown_flag(
            "Was the child offered a Return Interview after their last missing episode (Y/N)?"
        ),
        "interview_accepted": intake.dropdown_flag(
            "Did the child accept a Return Interview after their last missing episode (Y/N)?"
        ),
    }
    if all(value is None for value in found.values()):
        return []
    return [intake.row("missing_summaries", {"counted_on": whole.as_at, **found})]


def care_leavers(intake: Intake, bundle: Bundle, whole: _Whole) -> list[Row]:
    """A row of List 9."""
    rows = _entitlement(intake, bundle)
    if reviewed_on := intake.day("Latest Pathway Plan Review Date"):
        rows.append(intake.row("pathway_plans", {"kind": "review", "held_on": reviewed_on}))
    if contacted_on := intake.day("Latest Date of Contact"):
        rows.append(
            intake.row("keeping_in_touch", {"held_on": contacted_on, "in_touch": True, "annual": False})
        )
    suitable = intake.dropdown("Suitability of Accommodation", "annexa_suitability", into="-")
    found = {
        "standing": intake.dropdown("LA in Touch", "annexa_la_in_touch", into="standing"),
        "activity": intake.dropdown("Activity Status", "s903_activity", into="activity"),
        "accommodation": intake.dropdown("Type of Accommodation", "s903_accommodation", into="accommodation"),
        "suitable": None if suitable is None else suitable == "1",
    }
    if any(value is not None for value in found.values()):
        # How the young person lives is told as of the workbook's date, not of the contact.
        rows.append(intake.row("keeping_in_touch", {"held_on": whole.as_at, "annual": True, **found}))
    return rows


def _entitlement(intake: Intake, bundle: Bundle) -> list[Row]:
    """The list does not say since when; the law makes it the sixteenth or the eighteenth birthday."""
    category = intake.dropdown("Eligibility Category", "annexa_eligibility", into="-")
    born_on = bundle.child.get("born_on")
    if category is None:
        return []
    if born_on is None:
        intake.reject_value(
            "Eligibility Category",
            "a Date of Birth in the same row, from which the day it began is worked out",
            "Fill in the date of birth and send the workbook again.",
        )
        return []
    began_on = _birthday(born_on, 16 if category in ("eligible", "relevant") else 18)
    adviser = intake.text("Allocated Personal Advisor")
    rows: list[Row] = []
    refs: dict[str, Row] = {}
    if adviser:
        refs["adviser"] = intake.row(
            "workers", {"given_name": "", "family_name": adviser, "registration": ""}
        )
        rows.append(refs["adviser"])
    rows.append(intake.row("entitlements", {"category": category, "began_on": began_on}, refs))
    return rows


def _birthday(born_on: date, age: int) -> date:
    """The day on which somebody reaches an age: for 29 February, 1 March of a common year."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def adoption(intake: Intake, bundle: Bundle, whole: _Whole) -> list[Row]:
    """A row of List 10."""
    decided, undone = (
        "Date of Decision that Child Should be Placed for Adoption",
        "Date of Decision that Child Should No Longer be Placed for Adoption",
    )
    decided_on = intake.required_day(decided)
    found = {
        "decided_on": decided_on,
        "placement_order_on": intake.day("Date of Placement Order"),
        "matched_on": intake.day("Date of Matching Child and Prospective Adopters"),
        "placed_on": intake.day("Date Placed for Adoption"),
        "fostered_for_adoption_on": intake.day(
            "Date the child was placed for fostering in FFA or concurrent planning placement"
        ),
        "order_on": intake.day("Date of Adoption Order"),
        "reversed_on": intake.end(undone, decided, decided_on),
        "reversed_because": intake.dropdown(
            "Reason Why Child No Longer Placed for Adoption",
            "s903_placed_ceased_reason",
            into="reversed_because",
        ),
    }
    rows = [intake.row("permanences", found)]
    rows += _care_before_adoption(intake, bundle, whole, found["order_on"])
    return rows


def _care_before_adoption(intake: Intake, bundle: Bundle, whole: _Whole, order_on: object) -> list[Row]:
    """The period of care that List 10 speaks of: ended by the adoption order.

    Without an order it is known to go on only where the workbook has no List 8, in which the child would stand.
    """
    entered_on = intake.day("Date the Child Entered Care")
    ended_on = order_on if isinstance(order_on, date) else None
    if entered_on is None or (ended_on is not None and ended_on < entered_on):
        return []
    born_on = bundle.child.get("born_on")
    grown = born_on is not None and _birthday(born_on, 18) <= whole.as_at
    if ended_on is None and ("List 8" in whole.lists or grown):
        return []
    return [intake.row("care_episodes", {"began_on": entered_on, "ended_on": ended_on})]


ADOPTER_DAYS = {
    "Date enquiry received": "enquired_on",
    "Date Stage 1 started": "stage_one_began_on",
    "Date Stage 1 ended": "stage_one_ended_on",
    "Date Stage 2 started": "stage_two_began_on",
    "Date Stage 2 ended": "stage_two_ended_on",
    "Date application submitted": "applied_on",
    "Date application approved": "approved_on",
    "Date adopter matched with child(ren)": "matched_on",
    "Date child/children placed with adopter(s)": "placed_on",
    "Date of Adoption Order": "order_on",
    "Date of leaving adoption process": "left_on",
}


def adopter_row(intake: Intake) -> Row:
    """A row of List 11. Raises HeldBack."""
    found: dict[str, Any] = {column: intake.day(heading) for heading, column in ADOPTER_DAYS.items()}
    for stage in ("1", "2"):
        word = {"1": "one", "2": "two"}[stage]
        start = f"Date Stage {stage} started"
        found[f"stage_{word}_ended_on"] = intake.end(
            f"Date Stage {stage} ended", start, found[f"stage_{word}_began_on"]
        )
    found |= {
        "adopter_number": intake.text("Individual adopter identifier"),
        "family": intake.text("Family identifier"),
        "gender": intake.text("Gender").partition(")")[2].strip() or intake.text("Gender"),
        "ethnicity": intake.dropdown("Ethnicity", "annexa_ethnicity", into="ethnicity"),
        "disabled": intake.dropdown("Disability", "annexa_yes_no_unknown", into="-") or "unknown",
        "fostering_for_adoption": intake.dropdown_flag(
            "Is the (prospective) adopter fostering for adoption?"
        ),
        "children_placed": intake.number("No. of children placed"),
        "left_because": intake.text("Reason for leaving adoption process"),
    }
    return intake.row("adopters", found)
