"""One child of the SSDA903 return: all tables' records of that child, and the rows made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from goldthread.rulebook.codes import code_set

from . import values
from .intake import HeldBack, Intake, fold_equal_rows
from .reading import Bundle, FileRecord, Row
from .ssda903_care import care_rows
from .values import Misread

FLAGS = {
    "CONVICTED": "convicted",
    "HEALTH_CHECK": "development_checked",
    "IMMUNISATIONS": "immunised",
    "TEETH_CHECK": "teeth_checked",
    "HEALTH_ASSESSMENT": "health_assessed",
    "SUBSTANCE_MISUSE": "substance_misuse",
    "INTERVENTION_RECEIVED": "intervention_received",
    "INTERVENTION_OFFERED": "intervention_offered",
}
HIGHEST_SDQ_SCORE = 40


@dataclass(frozen=True, slots=True)
class Return:
    """What holds for the whole return: whose it is, its year, whether that is stated, and the day to which it speaks."""

    authority: str
    year: int
    year_is_known: bool
    as_at: date
    today: date


def child_bundle(key: str, records: list[FileRecord], whole: Return) -> Bundle:
    """Everything that the return says of one child."""
    bundle = Bundle(key=key, is_child=True, records=records)
    taken: dict[str, list[Intake]] = {}
    for record in records:
        if not record.rejected:
            taken.setdefault(record.table, []).append(_intake(record, bundle, whole))
    _take_header(bundle, taken.pop("Header", []))
    _compare_birth_dates(bundle, taken)
    for table, take in TAKERS.items():
        for intake in taken.get(table, []):
            try:
                bundle.rows += take(intake, bundle, whole)
            except HeldBack:
                continue
    bundle.rows += care_rows(taken.get("Episodes", []))
    bundle.rows += _permanences(taken.get("PlacedAdoption", []), taken.get("AD1", []))
    taken_records = [record for record in records if not record.rejected]
    if taken_records:
        number = {"scheme": "la_child_id", "authority": whole.authority, "value": key}
        bundle.rows.insert(0, Row("identifiers", number, (taken_records[0],)))
    bundle.rows = fold_equal_rows(bundle.rows)
    return bundle


def _intake(record: FileRecord, bundle: Bundle, whole: Return) -> Intake:
    # Codes are held to a year only where the year is known: one inferred from dates must not cost a child a value.
    year = whole.year if whole.year_is_known else None
    return Intake(record, bundle.rejections, bundle.key, whole.today, year=year, original_year=whole.year)


def _take_header(bundle: Bundle, intakes: list[Intake]) -> None:
    first: Intake | None = None
    for intake in intakes:
        born = intake.text("DOB")
        if first is not None and born != first.text("DOB"):
            intake.hold_back(
                "DOB",
                f"{first.text('DOB') or 'no date'}, as the Header row of the same CHILD says ({first.record.place})",
                "Two children must not share a number. Correct the number or the birth date in the source system.",
            )
            continue
        first = first or intake
        found = {
            "born_on": intake.day("DOB"),
            "sex": intake.sex("SEX"),
            "ethnicity": intake.code("ETHNIC", "ethnicity", into="ethnicity"),
            "is_mother": intake.flag("MOTHER"),
            "first_child_born_on": intake.day("MC_DOB"),
        }
        _learn(bundle, intake, found)
        _take_upn(bundle, intake)


def _learn(bundle: Bundle, intake: Intake, found: Mapping[str, object]) -> None:
    """Add what a record says of the child; what an earlier record said stays."""
    known = {column: value for column, value in found.items() if value is not None}
    bundle.child_original = {**intake.original_of(known), **bundle.child_original}
    bundle.child = {**known, **bundle.child}


def _take_upn(bundle: Bundle, intake: Intake) -> None:
    text = intake.text("UPN")
    if not text:
        return
    unknown = code_set("upn_unknown_903").find(text)
    scheme, value = ("upn_unknown", unknown) if unknown else ("upn", intake.upn("UPN"))
    if value:
        bundle.rows.append(
            Row("identifiers", {"scheme": scheme, "authority": "", "value": value}, (intake.record,))
        )
    if scheme == "upn" and value:
        bundle.upn = bundle.upn or value


def _compare_birth_dates(bundle: Bundle, taken: dict[str, list[Intake]]) -> None:
    """The day of birth that other tables repeat: taken where the header has none, noted where it differs."""
    for intake in (one for intakes in taken.values() for one in intakes):
        text = intake.text("DOB")
        if not text:
            continue
        try:
            born = values.day(text)
        except Misread as misread:
            intake.reject_value("DOB", misread.expected, misread.what_to_do)
            continue
        known = bundle.child.setdefault("born_on", born)
        if known != born:
            intake.reject_value(
                "DOB",
                f"{known:%d/%m/%Y}, as another record of the same child says",
                "Correct whichever birth date is wrong, or the child's number, in the source system.",
            )


def _take_review(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    found = {
        "held_on": intake.required_day("REVIEW"),
        "participation": intake.code("REVIEW_CODE", "s903_review_participation", into="participation"),
    }
    return [intake.row("reviews", found)]


def _take_asylum(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    ended_on = intake.day("DUC", future=True)
    _learn(bundle, intake, {"asylum_seeking": True, "asylum_ended_on": ended_on, "sex": intake.sex("SEX")})
    return []


def _take_year(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    score = intake.number("SDQ_SCORE")
    if score is not None and score > HIGHEST_SDQ_SCORE:
        intake.reject_value(
            "SDQ_SCORE", f"a number from 0 to {HIGHEST_SDQ_SCORE}", "Correct the score in the source system."
        )
        score = None
    reason = intake.code("SDQ_REASON", "s903_sdq_reason", into="sdq_reason")
    found = {"year": whole.year, "sdq_score": score, "sdq_reason": reason}
    return [
        intake.row("years_in_care", found | {column: intake.flag(name) for name, column in FLAGS.items()})
    ]


def _take_leaver(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    combined = intake.code("ACCOM", "s903_accom_combined", into="accommodation")
    letter, suitable = (combined[0], combined[1] == "1") if combined and len(combined) == 2 else (None, None)
    if combined is not None:
        intake.original["accommodation"] = combined
    found = {
        "held_on": whole.as_at,
        "annual": True,
        "standing": intake.code("IN_TOUCH", "s903_in_touch", into="standing"),
        "activity": intake.code("ACTIV", "s903_activity", into="activity"),
        "accommodation": letter,
        "suitable": suitable,
    }
    return [intake.row("keeping_in_touch", found)]


def _take_previous_permanence(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    found = {
        "kind": intake.code("PREV_PERM", "s903_previous_permanence", into="kind", required=True),
        "authority": intake.text("LA_PERM"),
        "ordered_on": intake.text("DATE_PERM"),
    }
    return [intake.row("previous_permanences", found)]


def _take_missing(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    began_on = intake.required_day("MIS_START")
    found = {
        "kind": intake.code("MISSING", "s903_missing", into="kind", required=True),
        "began_on": began_on,
        "ended_on": intake.end("MIS_END", "MIS_START", began_on),
    }
    return [intake.row("missing_episodes", found)]


def _take_worker(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    registration = intake.required_text(
        "SW_ID",
        "the worker's number with Social Work England",
        "Fill in the worker's number in the source system and export again.",
    )
    began_on = intake.required_day("SW_DECOM")
    found = {
        "role": "social-worker",
        "began_on": began_on,
        "ended_on": intake.end("SW_DEC", "SW_DECOM", began_on),
        "changed_because": intake.code("SW_REASON", "s903_sw_change_reason", into="changed_because"),
    }
    worker = intake.row("workers", {"registration": registration, "given_name": "", "family_name": ""})
    return [worker, intake.row("allocations", found, {"worker": worker})]


def _take_liberty_order(intake: Intake, bundle: Bundle, whole: Return) -> list[Row]:
    began_on = intake.required_day("DOLO_START")
    found = {"began_on": began_on, "ended_on": intake.end("DOLO_END", "DOLO_START", began_on)}
    return [intake.row("liberty_orders", found)]


def _permanences(placed: list[Intake], adopted: list[Intake]) -> list[Row]:
    """Decisions that a child should be placed for adoption, from both tables that hold them, joined on their date.

    The column DATE_PLACED is the day of the decision, in spite of its name (the return's rule messages say so).
    """
    rows: dict[date, Row] = {}
    for intake in placed:
        try:
            decided_on = intake.required_day("DATE_PLACED")
            found = {
                "decided_on": decided_on,
                "reversed_on": intake.end("DATE_PLACED_CEASED", "DATE_PLACED", decided_on),
                "reversed_because": intake.code(
                    "REASON_PLACED_CEASED", "s903_placed_ceased_reason", into="reversed_because"
                ),
            }
        except HeldBack:
            continue
        row = intake.row("permanences", found)
        if decided_on in rows and rows[decided_on].values == row.values:
            rows[decided_on].records += (intake.record,)
        elif decided_on in rows:
            intake.hold_back(
                "DATE_PLACED",
                f"one row for each decision; another of the same day says otherwise ({rows[decided_on].records[0].place})",
                "Remove the row that is wrong in the source system and export again.",
            )
        else:
            rows[decided_on] = row
    for intake in adopted:
        try:
            decided_on = intake.required_day("DATE_INT")
        except HeldBack:
            continue
        found = {
            "decided_on": decided_on,
            "matched_on": intake.day("DATE_MATCH"),
            "adopted_by_carer": intake.code("FOSTER_CARE", "s903_foster_care", into="adopted_by_carer"),
            "adopters": intake.code("NB_ADOPTR", "s903_number_adopters", into="adopters"),
            "adopters_sex": intake.code("SEX_ADOPTR", "s903_sex_adopter", into="adopters_sex"),
            "adopters_status": intake.code("LS_ADOPTR", "s903_legal_status_adopter", into="adopters_status"),
        }
        row = intake.row("permanences", found)
        same = rows.get(decided_on)
        if same is None:
            rows[decided_on] = row
        elif any(
            same.values.get(column, value) != value
            for column, value in row.values.items()
            if column != "original"
        ):
            intake.hold_back(
                "DATE_INT",
                f"one row for each decision; another of the same day says otherwise ({same.records[0].place})",
                "Remove the row that is wrong in the source system and export again.",
            )
        else:
            both = {**same.values.get("original", {}), **row.values.get("original", {})}
            same.values.update(row.values)
            if both:
                same.values["original"] = both
            same.records += (intake.record,)
    return list(rows.values())


TAKERS: dict[str, Callable[[Intake, Bundle, Return], list[Row]]] = {
    "Reviews": _take_review,
    "UASC": _take_asylum,
    "OC2": _take_year,
    "OC3": _take_leaver,
    "PrevPerm": _take_previous_permanence,
    "Missing": _take_missing,
    "SWEpisodes": _take_worker,
    "DoLo": _take_liberty_order,
}
