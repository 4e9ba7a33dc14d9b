"""One child of an Annex A workbook: the rows of all lists that speak of the child, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from .annex_a_care import adoption, care_leavers, children_in_care, team_kind
from .intake import HeldBack, Intake, fold_equal_rows
from .reading import Bundle, FileRecord, Row

# The lists in the order in which their allocated worker is most likely to hold the child now.
HOLDERS = ("List 8", "List 9", "List 7", "List 6", "List 5", "List 4", "List 3")
DISABLED = "Does the Child have a Disability"
UNACCOMPANIED = (
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
    "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
)


@dataclass(frozen=True, slots=True)
class Workbook:
    """What holds for the whole workbook."""

    as_at: date
    year: int
    today: date
    lists: frozenset[str]


def child_bundle(key: str, records: list[FileRecord], whole: Workbook) -> Bundle:
    """Everything that the lists say of one child. ``records`` in the order of the lists."""
    bundle = Bundle(key=key, is_child=True, records=records)
    intakes = [intake_of(record, bundle, whole) for record in records if not record.rejected]
    told: dict[str, tuple[Any, Intake]] = {}
    for intake in intakes:
        if _same_child(intake, told):
            _learn(intake, told)
    taken = [intake for intake in intakes if not intake.record.rejected]
    bundle.child = {column: value for column, (value, _) in told.items()}
    bundle.child.setdefault("disabled", "unknown")
    for column, (_, intake) in told.items():
        bundle.child_original |= intake.original_of({column: None})
    for intake in taken:
        try:
            made = LISTS[intake.record.table](intake, bundle, whole)
            _refuse_second_care(intake, made, bundle.rows)
            bundle.rows += made
        except HeldBack:
            continue
    bundle.rows = _one_period_of_care(bundle.rows)
    for intake in sorted(taken, key=lambda one: _holder(one.record.table)):
        if not intake.record.rejected:
            bundle.rows += _allocations(intake)
    kept = [record for record in records if not record.rejected]
    if kept:
        number = {"scheme": "la_child_id", "authority": "", "value": key}
        bundle.rows.insert(0, Row("identifiers", number, (kept[0],)))
    bundle.rows = fold_equal_rows(bundle.rows)
    return bundle


def _refuse_second_care(intake: Intake, made: list[Row], rows: list[Row]) -> None:
    """Hold a row of List 8 back that says the child is in care since another day than an earlier one. Raises HeldBack."""

    def open_care(among: list[Row]) -> list[Row]:
        return [row for row in among if row.table == "care_episodes" and row.values["ended_on"] is None]

    new, known = open_care(made), open_care(rows)
    if intake.record.table == "List 8" and new and known and known[0].values != new[0].values:
        began = known[0].values["began_on"]
        raise intake.hold_back(
            "Date Started to be Looked After",
            f"one period of care that has not ended; another row's began on {began:%d/%m/%Y} ({known[0].records[0].place})",
            "Fill in the day on which the earlier period ended, or remove the row that is wrong, and send it again.",
        )


def intake_of(record: FileRecord, bundle: Bundle, whole: Workbook) -> Intake:
    # No year for codes: the workbook's dropdowns carry codes that the returns have since dropped.
    return Intake(record, bundle.rejections, bundle.key, whole.today, original_year=whole.year, serials=True)


def _holder(table: str) -> int:
    return HOLDERS.index(table) if table in HOLDERS else len(HOLDERS)


def _same_child(intake: Intake, told: dict[str, tuple[Any, Intake]]) -> bool:
    """Hold a row back whose birth date differs from the same child's earlier row of the same list."""
    born = intake.text("Date of Birth")
    known = told.get("born_on")
    if (
        not born
        or known is None
        or known[1].record.table != intake.record.table
        or known[1].text("Date of Birth") == born
    ):
        return True
    found = intake.day("Date of Birth", future=True)
    if found is None or found == known[0]:
        return True
    intake.hold_back(
        "Date of Birth",
        f"{known[0]:%d/%m/%Y}, as an earlier row of the same list says of the same child ({known[1].record.place})",
        "Two children must not share a number. Correct the number or the birth date in the source system.",
    )
    return False


def _learn(intake: Intake, told: dict[str, tuple[Any, Intake]]) -> None:
    """Add what a row says of the child; the first list that says something is kept and a disagreement is noted."""
    asylum = next((column for column in UNACCOMPANIED if intake.text(column)), UNACCOMPANIED[0])
    says: dict[str, tuple[str, Any]] = {
        "born_on": ("Date of Birth", _born(intake)),
        "sex": ("Gender", intake.dropdown("Gender", "annexa_gender", into="sex")),
        "gender": ("Gender", _gender(intake)),
        "ethnicity": ("Ethnicity", intake.dropdown("Ethnicity", "annexa_ethnicity", into="ethnicity")),
        "disabled": (DISABLED, intake.dropdown(DISABLED, "annexa_yes_no_unknown", into="-")),
        "asylum_seeking": (asylum, intake.dropdown_flag(asylum)),
        "adoptive_family": ("Family identifier", intake.text("Family identifier")),
    }
    for column, (heading, value) in says.items():
        if value is None or value == "":
            continue
        known = told.get(column)
        if known is None:
            told[column] = (value, intake)
        elif known[0] != value and column != "gender":
            first = known[1]
            intake.reject_value(
                heading,
                f"{_written(known[0])}, as {first.record.place} says of the same child",
                "The first list's value was kept. Correct whichever is wrong in the source system.",
            )


def _born(intake: Intake) -> date | None:
    return intake.day("Date of Birth")


def _gender(intake: Intake) -> str:
    """The dropdown's words without the letter before the bracket."""
    words = intake.text("Gender")
    letter, bracket, rest = words.partition(")")
    return rest.strip() if bracket and len(letter) <= 2 and rest else words


def _written(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _contact(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    found = {
        "received_on": intake.required_day("Date of Contact"),
        "received_from": intake.dropdown(
            "Contact Source", "annexa_contact_referral_source", into="received_from"
        ),
    }
    return [intake.row("contacts", found)]


def _early_help(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    began_on = intake.required_day("Assessment start date")
    found = {
        "began_on": began_on,
        "assessed_on": intake.end("Assessment completion date", "Assessment start date", began_on),
        "basis": "early-help",
        "organisation": intake.text("Organisation completing assessment"),
    }
    return [intake.row("family_help_episodes", found)]


def _referral(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    no_further_action = intake.dropdown_flag("Referral NFA?")
    found = {
        "received_on": intake.required_day("Date of Referral"),
        "referred_by": intake.dropdown(
            "Referral Source", "annexa_contact_referral_source", into="referred_by"
        ),
        "no_further_action": no_further_action,
        "decision": "no-further-action" if no_further_action else None,
    }
    return [intake.row("referrals", found)]


def _assessment(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    start, authorised = "Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"
    began_on = intake.required_day(start)
    seen = intake.dropdown("Child Seen During Continuous Assessment", "annexa_yes_no_unknown", into="-")
    found = {
        "requested_on": began_on,  # the list does not say which referral it answers
        "began_on": began_on,
        "authorised_on": intake.end(authorised, start, began_on),
        "child_seen": seen or "unknown",
        "needs_support": intake.dropdown_flag(
            "Was the child assessed as requiring LA children's social care support?"
        ),
    }
    return [intake.row("assessments", found)]


def _enquiry(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    unnecessary = intake.dropdown_flag("Was an Initial Child Protection Conference deemed unnecessary?")
    found = {
        "began_on": intake.required_day("Strategy discussion initiating Section 47 Enquiry Start Date"),
        "conference_required": None if unnecessary is None else not unnecessary,
    }
    enquiry = intake.row("enquiries", found)
    led_to_plan = intake.dropdown_flag(
        "Did the Initial Child Protection Conference Result in a Child Protection Plan"
    )
    held_on = intake.day("Date of Initial Child Protection Conference")
    if held_on is None:
        return [enquiry]
    conference = {"kind": "initial", "held_on": held_on, "led_to_plan": led_to_plan}
    return [enquiry, intake.row("conferences", conference, {"enquiry": enquiry})]


def _child_in_need(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    began_on = intake.required_day("CIN Start Date")
    ended_on = intake.end("CIN Closure Date", "CIN Start Date", began_on)
    rows = [intake.row("plans", {"kind": "child-in-need", "began_on": began_on, "ended_on": ended_on})]
    if seen_on := intake.day("Date Child Was Last Seen"):
        visit = {"held_on": seen_on, "purpose": "child-in-need", "seen": "yes", "seen_alone": "unknown"}
        rows.append(intake.row("visits", visit))
    return rows


def _child_protection(intake: Intake, bundle: Bundle, whole: Workbook) -> list[Row]:
    start = "Child Protection Plan Start Date"
    emergency = (
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
    )
    began_on = intake.required_day(start)
    ended_on = intake.end("Child Protection Plan End Date", start, began_on)
    initial = intake.dropdown(
        "Initial Category of Abuse", "annexa_category_of_abuse", into="initial_category"
    )
    latest = intake.dropdown("Latest Category of Abuse", "annexa_category_of_abuse", into="latest_category")
    plan = intake.row(
        "plans",
        {
            "kind": "child-protection",
            "began_on": began_on,
            "ended_on": ended_on,
            "initial_category": initial,
            "latest_category": latest,
            "previous_plans": intake.number("Number of Previous Child Protection Plans"),
            "emergency_protection": intake.dropdown_flag(emergency),
        },
    )
    rows = [plan]
    if visited_on := intake.day("Date of the Last Statutory Visit"):
        alone = intake.dropdown("Was the Child Seen Alone?", "annexa_yes_no_unknown", into="-") or "unknown"
        visit = {"held_on": visited_on, "purpose": "child-protection", "seen": "yes", "seen_alone": alone}
        rows.append(intake.row("visits", visit))
    if reviewed_on := intake.day("Date of latest review conference"):
        rows.append(intake.row("conferences", {"kind": "review", "held_on": reviewed_on}, {"plan": plan}))
    return rows


def _one_period_of_care(rows: list[Row]) -> list[Row]:
    """List 10's day of entering care stands only where List 8 says nothing of the child's care."""
    told = [row for row in rows if row.table == "care_episodes" and row.records[0].table == "List 8"]
    if not told:
        return rows
    return [row for row in rows if row.table != "care_episodes" or row.records[0].table == "List 8"]


def _allocations(intake: Intake) -> list[Row]:
    """Who holds the child, as the row names them; since when is not said."""
    rows: list[Row] = []
    refs: dict[str, Row] = {}
    if team := intake.text("Allocated Team"):
        refs["team"] = intake.row("teams", {"name": team, "kind": team_kind(team)})
    if worker := intake.text("Allocated Worker"):
        refs["worker"] = intake.row("workers", {"given_name": "", "family_name": worker, "registration": ""})
    if refs:
        rows += [*refs.values(), intake.row("allocations", {"role": "social-worker"}, refs)]
    if adviser := intake.text("Allocated Personal Advisor"):
        named = intake.row("workers", {"given_name": "", "family_name": adviser, "registration": ""})
        rows += [named, intake.row("allocations", {"role": "personal-adviser"}, {"worker": named})]
    return rows


LISTS: dict[str, Callable[[Intake, Bundle, Any], list[Row]]] = {
    "List 1": _contact,
    "List 2": _early_help,
    "List 3": _referral,
    "List 4": _assessment,
    "List 5": _enquiry,
    "List 6": _child_in_need,
    "List 7": _child_protection,
    "List 8": children_in_care,
    "List 9": care_leavers,
    "List 10": adoption,
}
