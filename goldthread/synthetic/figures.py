"""Published figures of England's authorities, by which the made-up one is kept plausible: only those that are used.

Source: the Department for Education's Local Authority Interactive Tool, year ending 31 March 2025, all authorities that
published the measure; Open Government Licence v3.0. p10 and p90: nine in ten authorities are above the one, one in ten above
the other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure as published: the name it has there, what it says, and where the middle eight in ten authorities lie."""

    name: str
    title: str
    p10: float
    p90: float


FIGURES: dict[str, Figure] = {
    "referral_rate": Figure(
        "CPP_Total_Rateper10,000",
        "Rates per 10,000 of referrals to Children's Social Services",
        331.86,
        729.1,
    ),
    "re_referrals": Figure(
        "ReReferral",
        "Re-referrals to children's social care within 12 months of the previous referral (%)",
        15.06,
        26.0,
    ),
    "referrals_without_action": Figure(
        "CIN_Refferals_NFA",
        "Referrals to children's social care closed with no further action (%)",
        0.0,
        14.3,
    ),
    "assessments_in_time": Figure(
        "Continue_Assess_Comp", "Continuous assessments completed within 45 working days (%)", 73.84, 95.69
    ),
    "in_need_rate": Figure("CIN", "Children in Need (rate)", 241.6, 491.8),
    "conferences_in_time": Figure(
        "CP_conf_15days",
        "Initial child protection conferences held within 15 days of the start of the section 47 enquiries which led to a "
        "conference (%)",
        71.3,
        93.7,
    ),
    "protection_plan_rate": Figure(
        "CPP_rate", "Children who are the subject of a Child Protection Plan - rate", 27.7, 68.7
    ),
    "protection_plans_begun_rate": Figure(
        "CPP_Abuse_Rate", "Child protection plans starting during the year - rate", 35.8, 79.9
    ),
    "looked_after_rate": Figure("LAC", "Children looked after rate per 10,000", 40.0, 117.0),
    "in_foster_care": Figure(
        "LAC_Foster_Placements", "Children looked after at 31 March placed in foster care (%)", 60.0, 74.0
    ),
    "three_placements": Figure(
        "LACStable_2016on",
        "Children looked after at 31 March with three or more placements during the year (%)",
        7.0,
        14.0,
    ),
    "health_assessed": Figure("LACHealth%", "Children looked after having health checks (%)", 83.0, 98.0),
    "went_missing": Figure(
        "Children_missing", "Children Looked after whom had a missing incident during the year (%)", 7.0, 17.0
    ),
    "suitable_homes": Figure(
        "CareLeaverAcc", "Care Leavers 19-21 year old in suitable accommodation (%)", 83.0, 96.0
    ),
}
