"""Published figures about children in care."""

from functools import partial

from .measure import Counted, PublishedMeasure, Series, rate_of, share_of

SOURCE = "Department for Education, Children looked after in England including adoptions"
IN_DEVELOPMENT = f"{SOURCE} (official statistics in development)"
NOT_COUNTED = "the tables with its counts are not among the files that are read"
ANY_DAY = "Ours counts on any day."
TWELVE_MONTHS = "Ours counts the twelve months to any day."
NO_SHORT_BREAKS = "Children in a series of short breaks are left out of both."
CHARACTERISTICS = "care_characteristics"
HEALTH = "Health assessments: Children looked after all ages"
LONG = "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"

care = partial(PublishedMeasure, area="Children in care", source=SOURCE, places=0)


def share(kind: str, group: str, label: str, whole: str) -> Counted:
    """What prints the share of a label in a group, and its counts."""
    return share_of(kind, f"{group} / {label}", f"{group} / {whole}")


def rate(label: str) -> Counted:
    printed = Series("care_numbers", label)
    return rate_of(printed, printed=(printed,))


ALL = (
    care(
        name="looked_after_rate", what="Children in care on 31 March, for each 10,000 children", tool="LAC",
        question="For each 10,000 children, how many were looked after on 31 March?",
        better="neither", **rate("Children looked after on 31 March each year"), like="looked_after",
        differs=f"{ANY_DAY} Ours is a number of them; for a rate, divide by the children aged 0 to 17 and multiply by 10,000.",
        cautions=NO_SHORT_BREAKS,
    ),
    care(
        name="started_care_rate", what="Children who started in care, for each 10,000 children",
        question="For each 10,000 children, how many started to be looked after in the year?",
        better="neither", **rate("Children starting to be looked after each year"),
    ),
    care(
        name="ceased_care_rate", what="Children who left care, for each 10,000 children",
        question="For each 10,000 children, how many ceased to be looked after in the year?",
        better="neither", **rate("Children ceasing to be looked after each year"),
    ),
    care(
        name="three_placements", what="Three or more placements in the year", tool="LACStable_2016on", better="lower",
        question="Of the children in care on 31 March, how many lived in three or more placements in the year?",
        **share("care_stability", "CLA on 31 March", "With 3 or more placements during the year", "Total children"),
        like="three_placements", differs=ANY_DAY,
    ),
    care(
        name="long_term_stability", what="Long-term stability", tool="LAC_LongStable%", better="higher",
        question="Of the under-16s in care for two and a half years, how many have lived with the same carer for two years?",
        **share("care_stability", LONG, "Living with the same carer for at least 2 years", "Total children"),
        like="long_term_stability", differs=f"{ANY_DAY} Ours follows the placement, and knows a carer only through it.",
    ),
    care(
        name="in_foster_care", what="Living in foster care", tool="LAC_Foster_Placements", better="neither",
        question="Of the children in care on 31 March, how many live with foster carers?",
        **share(CHARACTERISTICS, "Placement", "Foster placements", "Total"),
        like="in_foster_care", differs=ANY_DAY,
    ),
    care(
        name="in_childrens_homes", what="Living in children's homes", tool="LAC_SecHome_And_ChildHome", better="neither",
        question="Of the children in care on 31 March, how many live in children's homes, secure ones among them?",
        **share(CHARACTERISTICS, "Placement", "Secure homes and children's homes", "Total"),
    ),
    care(
        name="placed_outside", what="Placed outside the authority", better="lower",
        question="Of the children in care on 31 March, how many live outside the authority's area?",
        **share(CHARACTERISTICS, "Locality of placement", "Placed outside the local authority boundary", "Total"),
        like="placed_outside", differs=ANY_DAY,
    ),
    care(
        name="placed_far_outside", what="Placed outside and more than 20 miles from home", tool="LACDistance",
        better="lower",
        question="Of the children in care on 31 March, how many live outside the authority and more than 20 miles from home?",
        **share(
            CHARACTERISTICS, "Distance between home and placement and locality of placement",
            "4. Placed outside the LA boundary, more than 20 miles from home", "Total",
        ),
    ),
    care(
        name="health_assessed", what="Health assessments in the year", tool="LACHealth%", better="higher",
        question="Of the children in care for a year or more, how many had their annual health assessment?",
        **share("care_health", HEALTH, "Had their annual health assessment", "Total all ages"), like="health_assessed",
        differs="Ours counts the twelve months to any day, and asks two assessments of a child under five.",
    ),
    care(
        name="teeth_checked", what="Dental checks in the year", tool="LACDental%", better="higher",
        question="Of the children in care for a year or more, how many had their teeth checked by a dentist?",
        **share("care_health", HEALTH, "Had their teeth checked by a dentist", "Total all ages"),
        like="teeth_checked", differs=TWELVE_MONTHS,
    ),
    care(
        name="immunised", what="Immunisations up to date", tool="LACVaccinations%", better="higher",
        question="Of the children in care for a year or more, how many had their immunisations up to date?",
        **share("care_health", HEALTH, "Had their immunisations up to date", "Total all ages"),
    ),
    care(
        name="substance_misuse", what="Substance misuse", tool="LACSubstance", better="lower",
        question="Of the children in care for a year or more, how many were found to have a substance misuse problem?",
        **share(
            "care_health", "Substance misuse: Children looked after all ages",
            "Identified as having a substance misuse problem", "Total all ages",
        ),
    ),
    care(
        name="convicted", what="Convictions and cautions", tool="LAC_Convictions", better="lower",
        question="Of the children aged 10 to 17 in care for a year or more, how many were convicted or cautioned in the year?",
        **share(
            "care_health", "Convictions: Children looked after Ages 10 to 17 years",
            "Convicted or subject to youth cautions, or youth conditional cautions during the year", "Total ages 10 to 17 years",
        ),
    ),
    care(
        name="three_social_workers", what="Three or more social workers in the year", tool="Stability_SocialWorker",
        better="lower", source=IN_DEVELOPMENT,
        question="Of the children in care on 31 March, how many had three or more social workers in the year?",
        **share("care_workers", "CLA on 31 March", "3 or more social workers during the year", "Total children"),
        like="three_social_workers",
        differs=f"{ANY_DAY} Ours counts changes of the allocated social worker, wherever they were recorded.",
    ),
    care(
        name="mid_year_school_moves", what="Changes of school in mid-year", tool="Stability_School", better="lower",
        source=IN_DEVELOPMENT,
        question="Of the children in care on 31 March who are of school age, how many changed school in mid-year?",
        **share(
            "care_schools", "CLA on 31 March / Mid-year moves",
            "With one or more mid-year moves during the year", "Total children",
        ),
    ),
    care(
        name="left_care_by_adoption", what="Left care by adoption", tool="%_of LAC Adopted", better="neither",
        question="Of the children who ceased to be looked after in the year, how many were adopted?",
        **share("care_ended", "Reason episode ceased", "Adopted", "Total"),
    ),
    care(
        name="went_missing", what="Went missing from care", tool="Children_missing", better="lower", unit="%",
        question="Of the children in care at any time of the year, how many went missing?",
        no_counts=NOT_COUNTED, like="went_missing", differs=TWELVE_MONTHS,
    ),
)  # fmt: skip
