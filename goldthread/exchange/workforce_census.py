"""The children's social work workforce census: vacancies of the authority, and workers with the posts they hold.

Sources: the specification of 2024-25 (reference date 30 September 2025), and social_work_workforce_2022.xsd for the older
shape, in which workers stand directly under the message and LALevel is called LALevelVacancies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from . import values
from .faults import UnreadableFile
from .intake import HeldBack, Intake
from .reading import Bundle, Covers, FileRecord, Place, Reading, Row
from .values import Misread
from .xml_files import Survey, elements, leaves

MAKES: dict[str, tuple[str, ...]] = {"LALevel": ("vacancy_counts",), "CSWWWorker": ("workers", "posts")}
AUTHORITY_LEVELS = ("LALevel", "LALevelVacancies")
PAYMENTS = {
    "RecruitmentBonus": "recruitment_bonus",
    "RetentionBonus": "retention_bonus",
    "PerformanceAward": "performance_award",
    "CarAllowance": "car_allowance",
    "RelocationPackage": "relocation_package",
    "RegionalWeighting": "regional_weighting",
    "CostSWE": "registration_paid",
    "CostDBS": "checks_paid",
}
STORED: dict[str, str] = {
    "Message/Header/CollectionDetails/Collection": "the kind of file",
    "Message/Header/CollectionDetails/Year": "sources.collection_year",
    "Message/Header/CollectionDetails/ReferenceDate": "sources.as_at",
    "Message/Header/Source/LEA": "sources.authority",
    "Message/LALevel/NumberOfVacancies": "vacancy_counts.vacancies",
    "Message/LALevel/NoAgencyFTE": "vacancy_counts.agency_full_time",
    "Message/LALevel/NoAgencyHeadcount": "vacancy_counts.agency_heads",
    **{f"Message/LALevel/{element}": f"vacancy_counts.{column}" for element, column in PAYMENTS.items()},
    "Message/LALevel/OtherAllowances": "vacancy_counts.other_allowances",
    **{
        f"Message/CSWWWorkers/CSWWWorker/{element}": column
        for element, column in {
            "AgencyWorker": "posts.agency",
            "SWENo": "workers.registration",
            "FTE": "posts.full_time",
            "PersonBirthDate": "workers.born_on",
            "Sex": "workers.sex",
            "GenderCurrent": "workers.sex",
            "Ethnicity": "workers.ethnicity",
            "QualLevel": "workers.qualification",
            "StepUpGrad": "workers.step_up",
            "OrgRole": "posts.role",
            "RoleStartDate": "posts.began_on",
            "StartOrigin": "posts.began_from",
            "RoleEndDate": "posts.ended_on",
            "LeaverDestination": "posts.ended_to",
            "ReasonLeave": "posts.ended_because",
            "FTE30": "posts.full_time_last_year",
            "Cases30": "posts.cases",
            "WorkingDaysLost": "posts.days_lost",
            "ContractWeeks": "posts.contract_weeks",
            "FrontlineGrad": "workers.frontline",
            "Absat30Sept": "posts.absent",
            "ReasonAbsence": "posts.absent_because",
            "BaseSalary": "posts.base_salary",
            "RRPayments": "posts.retention_payments",
            "OtherPayments": "posts.other_payments",
        }.items()
    },
}
COVERS = tuple(Covers(fact) for fact in ("posts.began_on", "posts.ended_on", "vacancy_counts.counted_on"))
FULL_TIME = Decimal(1)


def open_census(path: Path, found: Survey, as_at: date | None, today: date) -> Reading:
    """The census in a file that was surveyed. Raises UnreadableFile where it does not say of which day it speaks."""
    stated = found.header.get("ReferenceDate", "")
    try:
        speaks_of = as_at or values.day(stated)
    except Misread as misread:
        raise UnreadableFile(
            f"{path.name}, /Message/Header/CollectionDetails/ReferenceDate: found {stated!r}, expected {misread.expected}, "
            "the day of which the census speaks. Correct the header, or give the date when importing."
        ) from None
    if speaks_of > today:
        raise UnreadableFile(
            f"{path.name}: found the reference date {speaks_of:%d/%m/%Y}, which is later than today. Expected the day of "
            "which the census speaks. Correct it in the source system, or give the date when importing."
        )
    authority = found.header.get("LEA", "")
    workers = found.names["CSWWWorker"]

    def bundles() -> Iterator[Bundle]:
        return _bundles(path, found, speaks_of, today)

    return Reading(
        kind="workforce-census",
        title=f"Social work workforce census {speaks_of.year}"
        + (f", authority {authority}" if authority else ""),
        files=(path.name,),
        authority=authority,
        collection_year=speaks_of.year,
        as_at=values.end_of_day(speaks_of),
        as_at_how="given" if as_at else "stated in the file",
        period=(date(speaks_of.year - 1, 10, 1), speaks_of),
        covers=COVERS,
        file_tables=MAKES,
        bundles=bundles,
        matched=(f"{path.name} is a social work workforce census of {workers:,} workers.",),
        records=workers + sum(found.names[name] for name in AUTHORITY_LEVELS),
    )


def _bundles(path: Path, found: Survey, speaks_of: date, today: date) -> Iterator[Bundle]:
    for name in AUTHORITY_LEVELS:
        if found.names[name]:
            for xpath, element in elements(path, name):
                record = FileRecord("LALevel", leaves(element), Place(path.name, path=xpath))
                yield _authority_bundle(record, speaks_of, today)
    waiting: dict[str, list[FileRecord]] = {}
    for xpath, element in elements(path, "CSWWWorker"):
        record = FileRecord("CSWWWorker", leaves(element), Place(path.name, path=xpath))
        number = record.content.get("SWENo", "")
        together = waiting.pop(number, [])
        together.append(record)
        if number and len(together) < found.identities[number]:
            waiting[number] = together
            continue
        yield _worker_bundle(number or str(record.place), together, speaks_of, today)
    for number, together in waiting.items():
        yield _worker_bundle(number, together, speaks_of, today)


def _intake(record: FileRecord, bundle: Bundle, speaks_of: date, today: date) -> Intake:
    return Intake(
        record, bundle.rejections, bundle.key, today, year=speaks_of.year, original_year=speaks_of.year
    )


def _authority_bundle(record: FileRecord, speaks_of: date, today: date) -> Bundle:
    bundle = Bundle(key="the authority", is_child=False, records=[record])
    intake = _intake(record, bundle, speaks_of, today)
    found = {
        "counted_on": speaks_of,
        "vacancies": intake.decimal("NumberOfVacancies"),
        "agency_full_time": intake.decimal("NoAgencyFTE"),
        "agency_heads": intake.number("NoAgencyHeadcount"),
        "other_allowances": intake.text("OtherAllowances"),
    }
    for element, column in PAYMENTS.items():
        # The specification's text calls the award a reward.
        said = "PerformanceReward" if element == "PerformanceAward" and not intake.text(element) else element
        found[column] = intake.code(said, "csww_la_payment_eligibility", into=column)
    bundle.rows.append(intake.row("vacancy_counts", found))
    return bundle


def _worker_bundle(number: str, records: list[FileRecord], speaks_of: date, today: date) -> Bundle:
    """One worker with each post the census lists; two births under one registration are two workers, and one is wrong."""
    bundle = Bundle(key=number, is_child=False, records=records)
    first: Intake | None = None
    worker: Row | None = None
    for record in records:
        intake = _intake(record, bundle, speaks_of, today)
        try:
            intake.required_text(
                "SWENo",
                "the worker's number with Social Work England",
                "Fill in the worker's number in the source system and export again.",
            )
            if first is not None and first.text("PersonBirthDate") != intake.text("PersonBirthDate"):
                born = first.text("PersonBirthDate") or "no date"
                raise intake.hold_back(
                    "PersonBirthDate",
                    f"{born}, as the worker of the same number says at {first.record.place}",
                    "Two workers must not share a number. Correct the number or the birth date in the source system.",
                )
            post = _post(intake, speaks_of)
        except HeldBack:
            continue
        if worker is None:
            first, worker = intake, _worker(intake)
            bundle.rows.append(worker)
        else:
            worker.records += (record,)
        post.refs["worker"] = worker
        twin = next((row for row in bundle.rows[1:] if row.values == post.values), None)
        if twin is None:
            bundle.rows.append(post)
        else:
            twin.records += (record,)
    return bundle


def _worker(intake: Intake) -> Row:
    return intake.row(
        "workers",
        {
            "given_name": "",
            "family_name": "",
            "registration": intake.text("SWENo"),
            "born_on": intake.day("PersonBirthDate"),
            "sex": intake.sex("Sex", "GenderCurrent"),
            "ethnicity": intake.code("Ethnicity", "ethnicity", into="ethnicity"),
            "qualification": intake.code("QualLevel", "csww_qual_level", into="qualification"),
            "step_up": intake.flag("StepUpGrad"),
            "frontline": intake.flag("FrontlineGrad"),
        },
    )


def _post(intake: Intake, speaks_of: date) -> Row:
    """Raises HeldBack."""
    began_on = intake.day("RoleStartDate")
    return intake.row(
        "posts",
        {
            "role": intake.code("OrgRole", "csww_org_role", into="role"),
            "agency": bool(intake.flag("AgencyWorker", required=True)),
            "full_time": intake.decimal("FTE", FULL_TIME),
            "full_time_last_year": intake.decimal("FTE30", FULL_TIME),
            "began_on": began_on,
            "began_from": intake.code("StartOrigin", "csww_start_origin", into="began_from"),
            "ended_on": intake.end("RoleEndDate", "RoleStartDate", began_on),
            "ended_to": intake.code("LeaverDestination", "csww_leaver_destination", into="ended_to"),
            "ended_because": intake.code("ReasonLeave", "csww_reason_leave", into="ended_because"),
            "counted_on": speaks_of,
            "cases": intake.number("Cases30"),
            "days_lost": intake.decimal("WorkingDaysLost"),
            "contract_weeks": intake.decimal("ContractWeeks"),
            "absent": intake.flag("Absat30Sept"),
            "absent_because": intake.code("ReasonAbsence", "csww_reason_absence", into="absent_because"),
            "base_salary": intake.decimal("BaseSalary"),
            "retention_payments": intake.decimal("RRPayments"),
            "other_payments": intake.decimal("OtherPayments"),
        },
    )
