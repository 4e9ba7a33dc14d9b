"""The children in need census: one XML a year, in the shapes of 2021 to 2026.

Sources: CIN_schema_2026.xsd and the census guide's section numbers in the table of elements. The shapes differ in the name
of sex (GenderCurrent, Sex), in yes and no (0, 1, true, false) and in the namespace; the order of elements does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goldthread.rulebook.codes import collection_year

from . import values
from .cin_child import take_child
from .cin_elements import TABLES, ChildElement, read_child
from .faults import UnreadableFile
from .intake import fold_equal_rows
from .reading import Bundle, Covers, Reading
from .values import Misread
from .xml_files import Survey, elements

# Where each element is stored: a column of the vocabulary, or what it is used for.
STORED: dict[str, str] = {
    "Message/Header/CollectionDetails/Collection": "the kind of file",
    "Message/Header/CollectionDetails/Year": "sources.collection_year",
    "Message/Header/CollectionDetails/ReferenceDate": "sources.as_at",
    "Message/Header/Source/LEA": "sources.authority",
    "Message/Children/Child/ChildIdentifiers/LAchildID": "identifiers.value",
    "Message/Children/Child/ChildIdentifiers/UPN": "identifiers.value",
    "Message/Children/Child/ChildIdentifiers/FormerUPN": "identifiers.value",
    "Message/Children/Child/ChildIdentifiers/UPNunknown": "identifiers.value",
    "Message/Children/Child/ChildIdentifiers/PersonBirthDate": "children.born_on",
    "Message/Children/Child/ChildIdentifiers/ExpectedPersonBirthDate": "children.expected_on",
    "Message/Children/Child/ChildIdentifiers/Sex": "children.sex",
    "Message/Children/Child/ChildIdentifiers/PersonDeathDate": "children.died_on",
    "Message/Children/Child/ChildCharacteristics/Ethnicity": "children.ethnicity",
    "Message/Children/Child/ChildCharacteristics/Disabilities/Disability": "disabilities.kind",
    "Message/Children/Child/CINdetails/CINreferralDate": "referrals.received_on",
    "Message/Children/Child/CINdetails/ReferralSource": "referrals.referred_by",
    "Message/Children/Child/CINdetails/PrimaryNeedCode": "referrals.primary_need",
    "Message/Children/Child/CINdetails/CINclosureDate": "referrals.closed_on",
    "Message/Children/Child/CINdetails/ReasonForClosure": "referrals.closed_because",
    "Message/Children/Child/CINdetails/DateOfInitialCPC": "conferences.held_on",
    "Message/Children/Child/CINdetails/ReferralNFA": "referrals.no_further_action",
    "Message/Children/Child/CINdetails/Assessments/AssessmentActualStartDate": "assessments.began_on",
    "Message/Children/Child/CINdetails/Assessments/AssessmentInternalReviewDate": "assessments.reviewed_on",
    "Message/Children/Child/CINdetails/Assessments/AssessmentAuthorisationDate": "assessments.authorised_on",
    "Message/Children/Child/CINdetails/Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors": (
        "assessment_factors.factor"
    ),
    "Message/Children/Child/CINdetails/CINPlanDates/CINPlanStartDate": "plans.began_on",
    "Message/Children/Child/CINdetails/CINPlanDates/CINPlanEndDate": "plans.ended_on",
    "Message/Children/Child/CINdetails/Section47/S47ActualStartDate": "enquiries.began_on",
    "Message/Children/Child/CINdetails/Section47/InitialCPCtarget": "enquiries.conference_target_on",
    "Message/Children/Child/CINdetails/Section47/DateOfInitialCPC": "conferences.held_on",
    "Message/Children/Child/CINdetails/Section47/ICPCnotRequired": "enquiries.conference_required",
    "Message/Children/Child/CINdetails/ChildProtectionPlans/CPPstartDate": "plans.began_on",
    "Message/Children/Child/CINdetails/ChildProtectionPlans/CPPendDate": "plans.ended_on",
    "Message/Children/Child/CINdetails/ChildProtectionPlans/InitialCategoryOfAbuse": "plans.initial_category",
    "Message/Children/Child/CINdetails/ChildProtectionPlans/LatestCategoryOfAbuse": "plans.latest_category",
    "Message/Children/Child/CINdetails/ChildProtectionPlans/NumberOfPreviousCPP": "plans.previous_plans",
    "Message/Children/Child/CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate": "conferences.held_on",
}

# What the census holds of every child in need in its year. A manager's decision on a referral, core groups and visits are
# no part of it.
COVERS = tuple(
    Covers(fact)
    for fact in (
        "referrals.received_on",
        "referrals.closed_on",
        "assessments.requested_on",
        "assessments.began_on",
        "assessments.authorised_on",
        "enquiries.began_on",
        "plans.began_on",
        "plans.ended_on",
    )
)


def open_census(path: Path, found: Survey, as_at: date | None, today: date) -> Reading:
    """The census in a file that was surveyed. Raises UnreadableFile where it does not say to which day it speaks."""
    stated = _reference_date(path, found)
    speaks_to = as_at or stated
    if speaks_to is None:
        raise UnreadableFile(
            f"{path.name}: found no Header/CollectionDetails/ReferenceDate. Expected the day to which the census speaks, "
            "as 2025-03-31. Export the file again with its header, or give the date when importing."
        )
    if speaks_to > today:
        raise UnreadableFile(
            f"{path.name}: found the reference date {speaks_to:%d/%m/%Y}, which is later than today. Expected the day to "
            "which the census speaks. Correct it in the source system, or give the date when importing."
        )
    year = values.year_ending_march(stated) if stated and stated.month <= 3 else speaks_to.year
    authority = found.header.get("LEA", "")
    children = found.names["Child"]
    begins = date(speaks_to.year - (speaks_to < date(speaks_to.year, 4, 1)), 4, 1)

    def bundles() -> Iterator[Bundle]:
        return _bundles(path, found, authority, year, begins, today)

    return Reading(
        kind="cin-census",
        title=f"Children in need census {collection_year(year)}"
        + (f", authority {authority}" if authority else ""),
        files=(path.name,),
        authority=authority,
        collection_year=year,
        as_at=values.end_of_day(speaks_to),
        as_at_how="given" if as_at else "stated in the file",
        period=(begins, speaks_to),
        # A census may hold only the reviews of its own year: a plan made before it is counted from its first day.
        covers=(*COVERS, Covers("conferences.held_on", since=begins)),
        file_tables=TABLES,
        bundles=bundles,
        matched=(f"{path.name} is a children in need census of {children:,} children.",),
        warnings=_warnings(path, found),
        records=sum(found.names[table] for table in TABLES),
    )


def _reference_date(path: Path, found: Survey) -> date | None:
    text = found.header.get("ReferenceDate", "")
    try:
        if text:
            return values.day(text)
    except Misread as misread:
        raise UnreadableFile(
            f"{path.name}, /Message/Header/CollectionDetails/ReferenceDate: found {text!r}, expected {misread.expected}. "
            f"{misread.what_to_do}"
        ) from None
    return None


def _warnings(path: Path, found: Survey) -> tuple[str, ...]:
    known = {part for leaf in STORED for part in leaf.split("/")} | set(TABLES)
    known |= {"SourceLevel", "SoftwareCode", "Release", "SerialNo", "DateTime", "GenderCurrent"}
    known |= {"PPStartDate", "LBPSentDate", "FGDMMeetingOffer", "FGDMMeetingFac", "InitialPPMeetingDate"}
    known |= {"ReviewMeetingsCount", "StepDecisionDate", "PPOutcome", "CourtAppDate", "LetterInitCPDate"}
    unknown = [f"{name} ({count:,})" for name, count in found.names.items() if name not in known]
    said = []
    if unknown:
        said.append(
            f"{path.name}: elements that no shape of the census has were left out: {', '.join(unknown[:20])}."
        )
    if not found.header.get("LEA"):
        said.append(f"{path.name}: the header does not say whose file it is (Header/Source/LEA).")
    return tuple(said)


def _bundles(
    path: Path, found: Survey, authority: str, year: int, begins: date, today: date
) -> Iterator[Bundle]:
    """One bundle a child; a child who stands in the file more than once waits until all of it was read."""
    waiting: dict[str, list[ChildElement]] = {}
    for xpath, element in elements(path, "Child"):
        child = read_child(path.name, xpath, element)
        expected = found.identities[child.key]
        if expected > 1:
            together = waiting.setdefault(child.key, [])
            together.append(child)
            if len(together) < expected:
                continue
            del waiting[child.key]
        else:
            together = [child]
        yield _bundle(together, authority, year, begins, today)
    for together in waiting.values():
        yield _bundle(together, authority, year, begins, today)


def _bundle(together: list[ChildElement], authority: str, year: int, begins: date, today: date) -> Bundle:
    first = together[0]
    bundle = Bundle(key=first.key or str(first.record.place), is_child=bool(first.key))
    for number, child in enumerate(together):
        take_child(child, bundle, authority, year, begins, today, earlier=together[:number])
    bundle.rows = fold_equal_rows(bundle.rows)
    return bundle
