"""How high each published figure of the made-up authorities is: invented, and only plausible."""

from __future__ import annotations

from typing import NamedTuple


class Level(NamedTuple):
    """Where a measure lies. middle: in the country; spread: how far authorities lie from it; drift: what a year adds.

    oakshire: where the demonstration's own authority lies in the last year; about what its record comes to.
    """

    middle: float
    spread: float
    drift: float
    oakshire: float


LEVELS: dict[str, Level] = {
    "looked_after_rate": Level(70, 13, 0.6, 43),
    "children_in_need_rate": Level(335, 45, 1.5, 385),
    "referrals_rate": Level(530, 90, -4, 528),
    "re_referrals": Level(21.5, 3.2, 0.1, 23.6),
    "referrals_without_action": Level(7.5, 3.0, -0.2, 5.6),
    "assessed_not_in_need": Level(30, 4.5, 0.3, 31),
    "assessments_in_time": Level(84, 6, 0.2, 90.5),
    "enquiries_rate": Level(185, 32, 2.5, 104),
    "conferences_rate": Level(62, 11, 0.2, 52),
    "conferences_in_time": Level(79, 6, 0.1, 87.6),
    "protection_plans_rate": Level(42, 8, -0.2, 35),
    "protection_plans_begun_rate": Level(54, 9, -0.1, 50),
    "second_plans": Level(23, 3.2, 0.5, 8.0),
    "long_protection_plans": Level(2.4, 0.9, 0.0, 1.7),
    "long_plans_ended": Level(3.8, 1.3, 0.0, 3.6),
    "plans_reviewed_in_time": Level(90, 4, -0.2, 89),
    "started_care_rate": Level(27, 5, 0.1, 17),
    "ceased_care_rate": Level(26, 5, 0.1, 16),
    "three_placements": Level(10, 1.6, 0.0, 11),
    "long_term_stability": Level(69, 4, -0.3, 52),
    "in_foster_care": Level(68, 4, -0.6, 66),
    "in_childrens_homes": Level(16, 3, 0.5, 17),
    "placed_outside": Level(43, 8, 0.4, 34),
    "placed_far_outside": Level(17, 4, 0.2, 16),
    "health_assessed": Level(90, 4, 0.1, 95),
    "teeth_checked": Level(79, 7, -0.2, 94),
    "immunised": Level(85, 6, -0.4, 83),
    "substance_misuse": Level(3.2, 0.9, -0.1, 3.4),
    "convicted": Level(2.6, 0.8, -0.1, 2.8),
    "three_social_workers": Level(29, 5, 0.3, 27),
    "mid_year_school_moves": Level(12, 2.5, 0.0, 13),
    "left_care_by_adoption": Level(10, 2.4, -0.3, 9),
    "went_missing": Level(11, 2.2, 0.0, 13),
    "suitable_homes": Level(88, 4, 0.2, 93),
    "care_leavers_in_work": Level(55, 5, 0.3, 55),
    "care_leavers_without_work": Level(38, 5, -0.1, 40),
    "care_leavers_at_university": Level(6, 1.6, 0.0, 5),
    "care_leavers_not_in_touch": Level(7, 2.2, -0.1, 6),
    "turnover": Level(15.5, 3.2, 0.1, 18.5),
    "vacancies": Level(17.5, 4.5, 0.3, 21.0),
    "agency_workers": Level(16.5, 4.5, 0.3, 19.5),
    "caseload": Level(16.4, 1.4, -0.1, 19.4),
    "absence": Level(3.3, 0.5, 0.0, 3.6),
}
"""Of every published measure, by its name; children in care first, as other counts rest on theirs."""

WHOLES: dict[str, float] = {
    "CLA on 31 March / Total children": 1.0,
    "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years / Total children": 0.34,
    "Placement / Total": 1.0,
    "Locality of placement / Total": 1.0,
    "Distance between home and placement and locality of placement / Total": 1.0,
    "Health assessments: Children looked after all ages / Total all ages": 0.7,
    "Substance misuse: Children looked after all ages / Total all ages": 0.7,
    "Convictions: Children looked after Ages 10 to 17 years / Total ages 10 to 17 years": 0.42,
    "CLA on 31 March / Mid-year moves / Total children": 0.68,
    "Reason episode ceased / Total": 0.38,
    "19 to 21 years / Suitability total": 0.46,
    "19 to 21 years / Total": 0.46,
    "CPP_31March_3MnthorMore": 0.36,
    "inpost_fte": 0.5,
    "case_holders_fte": 0.33,
}
"""How many there are of what a share is of, for each child in care: as many as an authority of its size would have."""
