"""One child of a children in need census: the rows made of its elements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .cin_elements import ChildElement, Details, Module
from .intake import HeldBack, Intake, held_back_with
from .reading import Bundle, FileRecord, Row

FORTY_FIVE_WORKING_DAYS = timedelta(weeks=9)


@dataclass(slots=True)
class _Taking:
    """What the taking of one child's records needs to know."""

    bundle: Bundle
    authority: str
    year: int
    begins: date
    today: date

    def intake(self, record: FileRecord) -> Intake:
        return Intake(
            record,
            self.bundle.rejections,
            self.bundle.key,
            self.today,
            year=self.year,
            original_year=self.year,
        )

    def hold_back(self, parent: FileRecord, records: list[FileRecord]) -> None:
        held_back_with(parent, records, self.bundle.rejections, self.bundle.key)


def take_child(
    child: ChildElement,
    bundle: Bundle,
    authority: str,
    year: int,
    begins: date,
    today: date,
    earlier: list[ChildElement],
) -> None:
    """Put what one Child element says into its bundle.

    begins: the first day of the census's year. earlier: elements of the same id that went before.
    """
    bundle.records.extend(child.records())
    taking = _Taking(bundle, authority, year, begins, today)
    try:
        _take_identity(taking, child, earlier)
    except HeldBack:
        taking.hold_back(child.record, child.records()[1:])
        return
    for record in child.disabilities:
        intake = taking.intake(record)
        try:
            kind = intake.code("Disability", "disability", into="kind", required=True)
        except HeldBack:
            continue
        bundle.rows.append(intake.row("disabilities", {"kind": kind}))
    _note_disabled(bundle)
    for details in child.details:
        _take_details(taking, details)


def _take_identity(taking: _Taking, child: ChildElement, earlier: list[ChildElement]) -> None:
    intake, bundle = taking.intake(child.record), taking.bundle
    intake.required_text(
        "LAchildID",
        "the child's number in the authority's own system",
        "Give the child its number in the source system and export again.",
    )
    text = intake.text
    first = next((one for one in earlier if not one.record.rejected), None)
    if first is not None and first.record.content.get("PersonBirthDate") != text("PersonBirthDate"):
        born = first.record.content.get("PersonBirthDate") or "no date"
        raise intake.hold_back(
            "PersonBirthDate",
            f"{born}, as the Child of the same LAchildID says at {first.record.place.path}",
            "Two children must not share a number. Correct the number or the birth date in the source system.",
        )
    born_on = intake.day("PersonBirthDate")
    found = {
        "born_on": born_on,
        "expected_on": intake.day("ExpectedPersonBirthDate", future=True),
        "died_on": _died(intake, born_on),
        "sex": intake.sex("Sex", "GenderCurrent"),
        "ethnicity": intake.code("Ethnicity", "ethnicity", into="ethnicity"),
    }
    bundle.child = {**{name: value for name, value in found.items() if value is not None}, **bundle.child}
    bundle.child_original = {**intake.original_of(found), **bundle.child_original}
    numbers = {"la_child_id": child.key}
    if upn := intake.upn("UPN"):
        numbers["upn"] = upn
        bundle.upn = bundle.upn or upn
    if former := intake.upn("FormerUPN"):
        numbers["former_upn"] = former
    if unknown := intake.code("UPNunknown", "upn_unknown_cin", into="-"):
        numbers["upn_unknown"] = unknown
    for scheme, value in numbers.items():
        owner = taking.authority if scheme == "la_child_id" else ""
        bundle.rows.append(
            Row("identifiers", {"scheme": scheme, "authority": owner, "value": value}, (child.record,))
        )


def _died(intake: Intake, born_on: date | None) -> date | None:
    died_on = intake.day("PersonDeathDate")
    if died_on is not None and born_on is not None and died_on < born_on:
        intake.reject_value(
            "PersonDeathDate",
            f"a date on or after PersonBirthDate, {born_on:%d/%m/%Y}",
            "Correct whichever of the two dates is wrong in the source system and export again.",
        )
        return None
    return died_on


def _note_disabled(bundle: Bundle) -> None:
    """Whether the child is disabled: not recorded is its own answer."""
    kinds = {row.values["kind"] for row in bundle.rows if row.table == "disabilities"}
    bundle.child["disabled"] = "yes" if kinds - {"NONE"} else "no" if kinds else "unknown"


def _take_details(taking: _Taking, details: Details) -> None:
    intake, rows = taking.intake(details.record), taking.bundle.rows
    try:
        received_on = intake.required_day("CINreferralDate")
        closed_on = intake.end("CINclosureDate", "CINreferralDate", received_on)
    except HeldBack:
        taking.hold_back(details.record, details.records()[1:])
        return
    no_further_action = intake.flag("ReferralNFA")
    decision = (
        "assessment" if details.named("Assessments") else "no-further-action" if no_further_action else None
    )
    referral = intake.row(
        "referrals",
        {
            "received_on": received_on,
            "referred_by": intake.code("ReferralSource", "referral_source", into="referred_by"),
            "decision": decision,
            "no_further_action": no_further_action,
            "primary_need": intake.code("PrimaryNeedCode", "cin_primary_need", into="primary_need"),
            "closed_on": closed_on,
            "closed_because": intake.code(
                "ReasonForClosure", "cin_reason_for_closure", into="closed_because"
            ),
        },
    )
    rows.append(referral)
    if transferred_on := intake.day("DateOfInitialCPC"):
        found = {"kind": "transfer-in", "held_on": transferred_on}
        rows.append(intake.row("conferences", found, {"referral": referral}))
    _take_assessments(taking, details, referral, received_on)
    for module in details.named("Section47"):
        _take_enquiry(taking, module, referral)
    for module in details.named("CINPlanDates"):
        _take_plan_of_help(taking, module, referral)
    for module in details.named("ChildProtectionPlans"):
        _take_plan_of_protection(taking, module, referral)


def _take_assessments(taking: _Taking, details: Details, referral: Row, received_on: date) -> None:
    """An assessment's time runs from the referral for the episode's first; for a later one from the day it began.

    A census holds only the assessments of its year: where the referral is older, the first in it need not be the first
    that there was, and is taken for it only where it began within the time that an assessment may take.
    """
    taken: list[Row] = []
    for module in details.named("Assessments"):
        intake = taking.intake(module.record)
        try:
            began_on = intake.required_day("AssessmentActualStartDate")
            authorised_on = intake.end("AssessmentAuthorisationDate", "AssessmentActualStartDate", began_on)
        except HeldBack:
            taking.hold_back(module.record, module.parts)
            continue
        found = {
            "requested_on": began_on,
            "began_on": began_on,
            "reviewed_on": intake.day("AssessmentInternalReviewDate", future=True),
            "authorised_on": authorised_on,
            "child_seen": "unknown",
        }
        assessment = intake.row("assessments", found, {"referral": referral})
        taken.append(assessment)
        taking.bundle.rows.append(assessment)
        for part in module.parts:
            factor_intake = taking.intake(part)
            try:
                factor = factor_intake.code(
                    "AssessmentFactors", "assessment_factor", into="factor", required=True
                )
            except HeldBack:
                continue
            refs = {"assessment": assessment}
            taking.bundle.rows.append(factor_intake.row("assessment_factors", {"factor": factor}, refs))
    first = min(taken, key=lambda row: row.values["began_on"], default=None)
    if first is not None and received_on <= first.values["began_on"]:
        soon = first.values["began_on"] <= received_on + FORTY_FIVE_WORKING_DAYS
        if received_on >= taking.begins or soon:
            first.values["requested_on"] = received_on


def _take_enquiry(taking: _Taking, module: Module, referral: Row) -> None:
    intake = taking.intake(module.record)
    try:
        began_on = intake.required_day("S47ActualStartDate")
    except HeldBack:
        return
    not_required = intake.flag("ICPCnotRequired")
    enquiry = intake.row(
        "enquiries",
        {
            "began_on": began_on,
            "conference_target_on": intake.day("InitialCPCtarget", future=True),
            "conference_required": None if not_required is None else not not_required,
        },
        {"referral": referral},
    )
    taking.bundle.rows.append(enquiry)
    if held_on := intake.day("DateOfInitialCPC"):
        found = {"kind": "initial", "held_on": held_on}
        taking.bundle.rows.append(
            intake.row("conferences", found, {"enquiry": enquiry, "referral": referral})
        )


def _take_plan_of_help(taking: _Taking, module: Module, referral: Row) -> None:
    intake = taking.intake(module.record)
    try:
        began_on = intake.required_day("CINPlanStartDate")
        ended_on = intake.end("CINPlanEndDate", "CINPlanStartDate", began_on)
    except HeldBack:
        return
    found = {"kind": "child-in-need", "began_on": began_on, "ended_on": ended_on}
    taking.bundle.rows.append(intake.row("plans", found, {"referral": referral}))


def _take_plan_of_protection(taking: _Taking, module: Module, referral: Row) -> None:
    intake, rows = taking.intake(module.record), taking.bundle.rows
    try:
        began_on = intake.required_day("CPPstartDate")
        ended_on = intake.end("CPPendDate", "CPPstartDate", began_on)
    except HeldBack:
        taking.hold_back(module.record, module.parts)
        return
    found = {
        "kind": "child-protection",
        "began_on": began_on,
        "ended_on": ended_on,
        "initial_category": intake.code(
            "InitialCategoryOfAbuse", "category_of_abuse", into="initial_category"
        ),
        "latest_category": intake.code("LatestCategoryOfAbuse", "category_of_abuse", into="latest_category"),
        "previous_plans": intake.number("NumberOfPreviousCPP"),
    }
    plan = intake.row("plans", found, {"referral": referral})
    rows.append(plan)
    for part in module.parts:
        review_intake = taking.intake(part)
        try:
            held_on = review_intake.required_day("CPPreviewDate")
        except HeldBack:
            continue
        refs = {"plan": plan, "referral": referral}
        rows.append(review_intake.row("conferences", {"kind": "review", "held_on": held_on}, refs))
