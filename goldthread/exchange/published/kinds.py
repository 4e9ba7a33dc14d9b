"""The kinds of published file that are read, each known by its columns.

A *series* is what one file says again and again of each place and year: a column, or a column for each label of the columns
that break it down. Its rows hold the value as printed and, where the file prints them, the counts behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

REPORTING = frozenset({"time_period", "geographic_level"})
DFE = "Department for Education"


@dataclass(frozen=True, slots=True)
class Shown:
    """One value that a row shows. numerator, denominator: the columns of its counts, where the row has them."""

    column: str
    unit: str
    numerator: str = ""
    denominator: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of release by the Department for Education or the ONS, laid out a row for each place and period.

    needs: columns by which it is known, all of them. holds: a column and a label that one of its rows has, where another kind
    has the same columns. splits: columns whose labels break a value down. totals: the label of the last split whose count is the
    denominator of the others. shown: what each row shows.
    """

    name: str
    title: str
    publisher: str
    needs: frozenset[str]
    shown: tuple[Shown, ...]
    splits: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    holds: tuple[str, str] | None = None


def _counts(unit: str, *columns: str) -> tuple[Shown, ...]:
    return tuple(Shown(column, unit, numerator=column) for column in columns)


FACTORS = (
    "Alcohol_Misuse_child", "Alcohol_Misuse_parent", "Alcohol_Misuse_person", "Drug_Misuse_child",
    "Drug_Misuse_parent", "Drug_Misuse_person", "Domestic_Abuse_child", "Domestic_Abuse_parent",
    "Domestic_Abuse_person", "Mental_Health_child", "Mental_Health_parent", "Mental_Health_person",
    "Learning_Disability_child", "Learning_Disability_parent", "Learning_Disability_person",
    "Physical_Disability_child", "Physical_Disability_parent", "Physical_Disability_person", "Young_Carer",
    "Privately_fostered", "Unaccompanied_asylum_seeker", "Going_missing", "Child_sexual_exploitation",
    "Trafficking", "Gangs", "Socially_unacceptable_behaviour", "Self_harm", "Neglect", "Emotional_Abuse",
    "Physical_Abuse_unknown", "Physical_Abuse_child_on_child", "Physical_Abuse_adult_on_child",
    "Sexual_Abuse_unknown", "Sexual_Abuse_child_on_child", "Sexual_Abuse_adult_on_child",
    "Female_Genital_Mutilation", "Faith_linked_abuse", "Child_criminal_exploitation", "Other",
)  # fmt: skip
"""Columns of the release about factors; what a year does not hold is left out."""

NEED = (
    Kind(
        "cin_children", "Children in need", DFE, frozenset({"Anypoint_episodes", "At31_episodes"}),
        _counts("children", "Anypoint_episodes", "Anypoint_child", "Started_episodes", "Started_child", "Ended_episodes",
                "Ended_child", "At31_episodes", "awaiting_assessment"),
    ),
    Kind(
        "cin_referrals", "Children in need: referrals and re-referrals", DFE,
        frozenset({"referral_count", "rereferral_count"}),
        (
            *_counts("referrals", "referral_count"),
            *_counts("children", "referral_child_count"),
            Shown("rereferral_percent", "%", "rereferral_count", "referral_count"),
            Shown("no_further_action_percent", "%", "no_further_action_count", "referral_count"),
            Shown("not_in_need_percent", "%", "not_in_need_count", "referral_count"),
            Shown("rereferral_child_percent", "%", "rereferral_child_count", "referral_child_count"),
        ),
    ),
    Kind(
        "cin_factors", "Children in need: factors found by assessments", DFE,
        frozenset({"Episodes_with_assessment_factor"}),
        (*_counts("assessments", "Episodes_with_assessment_factor"),
         *(Shown(name, "assessments", name, "Episodes_with_assessment_factor") for name in FACTORS)),
    ),
    Kind(
        "cin_enquiries", "Children in need: section 47 enquiries and initial conferences", DFE,
        frozenset({"Section47", "ICPC"}),
        (
            *_counts("enquiries", "Section47"), *_counts("children", "Section47_child"), *_counts("conferences", "ICPC"),
            *_counts("children", "ICPC_child"),
            *_counts("conferences", "Duration_0-10_days", "Duration_11-15_days", "Duration_16-20_days", "Duration_21+_days"),
            *(Shown(name, "working days")
              for name in ("Duration_25th_Percentile", "Duration_median", "Duration_75th_Percentile")),
        ),
    ),
    Kind(
        "cin_plans_again", "Children in need: protection plans begun", DFE, frozenset({"CPP_start", "CPP_subsequent"}),
        (*_counts("plans", "CPP_start"), Shown("CPP_subsequent_percent", "%", "CPP_subsequent", "CPP_start")),
    ),
    Kind(
        "cin_plans_length", "Children in need: protection plans on 31 March by length", DFE,
        frozenset({"CPP_At31", "2_years_or_more"}),
        (
            *_counts("children", "CPP_At31"),
            *(Shown(f"{name}_percent", "%", name, "CPP_At31") for name in (
                "3_months_or_less", "more_than_3_months_6_months", "more_than_6_months_less_than_1_year",
                "1_year_less_than_2_years", "2_years_or_more")),
        ),
    ),
)  # fmt: skip

CARE = (
    Kind(
        "care_numbers", "Children looked after: numbers and rates", DFE,
        frozenset({"population_type", "children_count", "rate_per_10000"}),
        (Shown("rate_per_10000", "per 10,000", "children_count", "population_estimate"),), splits=("population_type",),
    ),
    Kind(
        "care_leavers_homes", "Care leavers: whether their accommodation is suitable", DFE,
        frozenset({"care_leaver_age", "breakdown", "care_leaver_count", "care_leaver_percent"}),
        (Shown("care_leaver_percent", "%", "care_leaver_count"),), splits=("care_leaver_age", "breakdown"),
        totals=("Suitability total",), holds=("breakdown", "Suitability total"),
    ),
    Kind(
        "care_leavers_activity", "Care leavers: what they do", DFE,
        frozenset({"care_leaver_age", "breakdown", "care_leaver_count", "care_leaver_percent"}),
        (Shown("care_leaver_percent", "%", "care_leaver_count"),), splits=("care_leaver_age", "breakdown"),
        totals=("Total",), holds=("breakdown", "Total in education, employment or training"),
    ),
    Kind(
        "care_ended", "Children who ceased to be looked after", DFE,
        frozenset({"cla_group", "characteristic", "number", "percentage"}),
        (Shown("percentage", "%", "number"),), splits=("cla_group", "characteristic"), totals=("Total",),
        holds=("cla_group", "Reason episode ceased"),
    ),
    Kind(
        "care_new_placements", "Children looked after: placements of the year", DFE,
        frozenset({"characteristic", "breakdown", "children_count", "children_percent"}),
        (Shown("children_percent", "%", "children_count"),), splits=("characteristic", "breakdown"),
        totals=("Total new placements", "Total placements changing"),
        holds=("characteristic", "Location of new placements during the year"),
    ),
    Kind(
        "care_characteristics", "Children looked after on 31 March by characteristics", DFE,
        frozenset({"cla_group", "characteristic", "number", "percentage"}),
        (Shown("percentage", "%", "number"),), splits=("cla_group", "characteristic"), totals=("Total",),
        holds=("cla_group", "Legal status"),
    ),
    Kind(
        "care_stability", "Children looked after: how stable their placements are", DFE,
        frozenset({"cla_group", "placement_stability", "children_count", "children_percent"}),
        (Shown("children_percent", "%", "children_count"),), splits=("cla_group", "placement_stability"),
        totals=("Total children",),
    ),
    Kind(
        "care_schools", "Children looked after: changes of school", DFE,
        frozenset({"cla_group", "move_measure", "school_stability", "number", "percentage"}),
        (Shown("percentage", "%", "number"),), splits=("cla_group", "move_measure", "school_stability"),
        totals=("Total children",),
    ),
    Kind(
        "care_workers", "Children looked after: how many social workers in the year", DFE,
        frozenset({"cla_group", "sw_stability", "number", "percentage"}),
        (Shown("percentage", "%", "number"),), splits=("cla_group", "sw_stability"), totals=("Total children",),
    ),
    Kind(
        "care_health", "Children looked after for a year: health and convictions", DFE,
        frozenset({"characteristic", "breakdown", "children_count", "children_percent"}),
        (Shown("children_percent", "%", "children_count"),), splits=("characteristic", "breakdown"),
        totals=("Total all ages", "Total ages 0 to 4 years", "Total ages 5 to 16 years", "Total ages 10 to 17 years"),
        holds=("breakdown", "Had their annual health assessment"),
    ),
)  # fmt: skip

WORKFORCE = (
    Kind(
        "workforce", "Children's social work workforce", DFE, frozenset({"inpost_fte", "turnover_rate_fte", "caseload_fte"}),
        (
            *_counts("full-time equivalents", "inpost_fte", "starters_fte", "leavers_fte", "agency_fte", "agency_cover_fte",
                     "vacancy_fte", "case_holders_fte"),
            *_counts("social workers", "inpost_headcount", "starters_headcount", "leavers_headcount", "agency_headcount"),
            *_counts("cases", "cases"), *_counts("days", "working_days_lost_fte"),
            Shown("turnover_rate_fte", "%", "leavers_fte", "inpost_fte"),
            Shown("turnover_rate_headcount", "%", "leavers_headcount", "inpost_headcount"),
            Shown("agency_rate_fte", "%"), Shown("agency_rate_headcount", "%"),
            Shown("agency_cover_rate_fte", "%", "agency_cover_fte", "agency_fte"),
            Shown("vacancy_rate_fte", "%"), Shown("vacancy_agency_cover_rate_fte", "%", "agency_cover_fte", "vacancy_fte"),
            Shown("caseload_fte", "cases", "cases", "case_holders_fte"), Shown("absence_rate_fte", "%"),
        ),
    ),
    Kind(
        "workforce_earlier", "Children's social work workforce, as first published", DFE,
        frozenset({"social_worker_fte", "turnover_rate_fte_%", "caseload_fte"}),
        (
            *_counts("full-time equivalents", "social_worker_fte", "leaver_fte", "agency_fte", "vacancy_fte", "case_holders_fte"),
            *_counts("cases", "cases"), *_counts("days", "working_days_lost_fte"),
            Shown("turnover_rate_fte_%", "%", "leaver_fte", "social_worker_fte"), Shown("agency_worker_rate_fte_%", "%"),
            Shown("vacancy_rate_fte_%", "%"), Shown("caseload_fte", "cases", "cases", "case_holders_fte"),
            Shown("absence_rate_fte_%", "%"),
        ),
    ),
    Kind(
        "workforce_ethnicity", "Children's social work workforce by role and ethnic group", DFE,
        frozenset({"role", "breakdown_topic", "inpost_headcount", "inpost_headcount_percentage"}),
        (Shown("inpost_headcount_percentage", "%", "inpost_headcount"),), splits=("role", "breakdown_topic", "breakdown"),
    ),
)  # fmt: skip

POPULATION = (
    Kind(
        "population", "Mid-year population estimates, ages 0 to 17", "Office for National Statistics",
        frozenset({"age_group", "population_estimate"}),
        _counts("children", "population_estimate"), splits=("age_group",),
    ),
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.name: kind for kind in (*NEED, *CARE, *WORKFORCE, *POPULATION)}

OTHER_KINDS = {
    "tool": "Local authority interactive tool (Department for Education)",
    "tool_dictionary": "Local authority interactive tool: what each measure is",
    "adoption_time": "Children looked after: average time between the stages of adoption, England",
    "ethnicity": "Census 2021: ethnic groups (Office for National Statistics)",
    "fostering": "Fostering in England by local authority (Ofsted)",
    "neighbours": "Children's services statistical neighbours (Department for Education)",
    "outcomes": "Local authority inspection outcomes (Ofsted)",
    "outcomes_earlier": "Local authority inspection outcomes since 2009 (Ofsted)",
    "outcomes_overview": "Inspection reports by local authority, an overview (Ofsted reports)",
    "reports": "Inspection reports, an index (Ofsted reports)",
    "recommendations": "What inspection reports asked for (Ofsted reports)",
}
"""Files laid out each in its own way, with what pages call them."""


def title_of(kind: str) -> str:
    """What pages call a kind."""
    return f"{KINDS[kind].title} ({KINDS[kind].publisher})" if kind in KINDS else OTHER_KINDS[kind]
