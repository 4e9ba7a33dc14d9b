"""Published figures about children in care."""

from .measure import PublishedMeasure, Ratio, Series

CARE = "Department for Education, Children looked after in England including adoptions"
CHARACTERISTICS = "care_characteristics"
NOT_COUNTED = "the tables with its counts are not among the files that are read"
ANY_DAY = "Ours counts on any day."
NO_SHORT_BREAKS = "Children in a series of short breaks are left out of both."


def share(kind: str, group: str, label: str, whole: str) -> tuple[tuple[Series, ...], Ratio]:
    """The series that prints a share of a group, and its counts."""
    part = Series(kind, f"{group} / {label}")
    return (part,), Ratio((part,), (Series(kind, f"{group} / {whole}"),))


def rate(label: str) -> tuple[tuple[Series, ...], Ratio]:
    printed = Series("care_numbers", label)
    return (printed,), Ratio(
        (printed,), (Series("population", "Children aged 0 to 17 years"),), per=10_000, years_before=1
    )


HEALTH = "Health assessments: Children looked after all ages"
LONG = "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"

IN_CARE, IN_CARE_COUNTS = rate("Children looked after on 31 March each year")
STARTED, STARTED_COUNTS = rate("Children starting to be looked after each year")
CEASED, CEASED_COUNTS = rate("Children ceasing to be looked after each year")
THREE, THREE_COUNTS = share(
    "care_stability", "CLA on 31 March", "With 3 or more placements during the year", "Total children"
)
STABLE, STABLE_COUNTS = share(
    "care_stability", LONG, "Living with the same carer for at least 2 years", "Total children"
)
FOSTER, FOSTER_COUNTS = share(CHARACTERISTICS, "Placement", "Foster placements", "Total")
HOMES, HOMES_COUNTS = share(CHARACTERISTICS, "Placement", "Secure homes and children's homes", "Total")
OUTSIDE, OUTSIDE_COUNTS = share(
    CHARACTERISTICS, "Locality of placement", "Placed outside the local authority boundary", "Total"
)
FAR, FAR_COUNTS = share(
    CHARACTERISTICS, "Distance between home and placement and locality of placement",
    "4. Placed outside the LA boundary, more than 20 miles from home", "Total",
)  # fmt: skip
CHECKED, CHECKED_COUNTS = share("care_health", HEALTH, "Had their annual health assessment", "Total all ages")
TEETH, TEETH_COUNTS = share("care_health", HEALTH, "Had their teeth checked by a dentist", "Total all ages")
VACCINATED, VACCINATED_COUNTS = share(
    "care_health", HEALTH, "Had their immunisations up to date", "Total all ages"
)
SUBSTANCE, SUBSTANCE_COUNTS = share(
    "care_health", "Substance misuse: Children looked after all ages",
    "Identified as having a substance misuse problem", "Total all ages",
)  # fmt: skip
CONVICTED, CONVICTED_COUNTS = share(
    "care_health", "Convictions: Children looked after Ages 10 to 17 years",
    "Convicted or subject to youth cautions, or youth conditional cautions during the year", "Total ages 10 to 17 years",
)  # fmt: skip
WORKERS, WORKERS_COUNTS = share(
    "care_workers", "CLA on 31 March", "3 or more social workers during the year", "Total children"
)
SCHOOL, SCHOOL_COUNTS = share(
    "care_schools",
    "CLA on 31 March / Mid-year moves",
    "With one or more mid-year moves during the year",
    "Total children",
)
ADOPTED, ADOPTED_COUNTS = share("care_ended", "Reason episode ceased", "Adopted", "Total")

ALL = (
    PublishedMeasure(
        name="looked_after_rate", area="Children in care", what="Children in care on 31 March, for each 10,000 children",
        question="For each 10,000 children, how many were looked after on 31 March?",
        unit="per 10,000", better="neither", places=0, source=CARE, tool="LAC", printed=IN_CARE, ratio=IN_CARE_COUNTS,
        like="looked_after",
        differs=f"{ANY_DAY} Ours is a number of them; for a rate, divide by the children aged 0 to 17 and multiply by 10,000.",
        cautions=NO_SHORT_BREAKS,
    ),
    PublishedMeasure(
        name="started_care_rate", area="Children in care", what="Children who started in care, for each 10,000 children",
        question="For each 10,000 children, how many started to be looked after in the year?",
        unit="per 10,000", better="neither", places=0, source=CARE, printed=STARTED, ratio=STARTED_COUNTS,
    ),
    PublishedMeasure(
        name="ceased_care_rate", area="Children in care", what="Children who left care, for each 10,000 children",
        question="For each 10,000 children, how many ceased to be looked after in the year?",
        unit="per 10,000", better="neither", places=0, source=CARE, printed=CEASED, ratio=CEASED_COUNTS,
    ),
    PublishedMeasure(
        name="three_placements", area="Children in care", what="Three or more placements in the year",
        question="Of the children in care on 31 March, how many lived in three or more placements in the year?",
        unit="%", better="lower", places=0, source=CARE, tool="LACStable_2016on", printed=THREE, ratio=THREE_COUNTS,
        like="three_placements", differs=ANY_DAY,
    ),
    PublishedMeasure(
        name="long_term_stability", area="Children in care", what="Long-term stability",
        question="Of the under-16s in care for two and a half years, how many have lived with the same carer for two years?",
        unit="%", better="higher", places=0, source=CARE, tool="LAC_LongStable%", printed=STABLE, ratio=STABLE_COUNTS,
        like="long_term_stability", differs=f"{ANY_DAY} Ours follows the placement, and knows a carer only through it.",
    ),
    PublishedMeasure(
        name="in_foster_care", area="Children in care", what="Living in foster care",
        question="Of the children in care on 31 March, how many live with foster carers?",
        unit="%", better="neither", places=0, source=CARE, tool="LAC_Foster_Placements", printed=FOSTER, ratio=FOSTER_COUNTS,
        like="in_foster_care", differs=ANY_DAY,
    ),
    PublishedMeasure(
        name="in_childrens_homes", area="Children in care", what="Living in children's homes",
        question="Of the children in care on 31 March, how many live in children's homes, secure ones among them?",
        unit="%", better="neither", places=0, source=CARE, tool="LAC_SecHome_And_ChildHome", printed=HOMES, ratio=HOMES_COUNTS,
    ),
    PublishedMeasure(
        name="placed_outside", area="Children in care", what="Placed outside the authority",
        question="Of the children in care on 31 March, how many live outside the authority's area?",
        unit="%", better="lower", places=0, source=CARE, printed=OUTSIDE, ratio=OUTSIDE_COUNTS,
        like="placed_outside", differs=ANY_DAY,
    ),
    PublishedMeasure(
        name="placed_far_outside", area="Children in care", what="Placed outside and more than 20 miles from home",
        question="Of the children in care on 31 March, how many live outside the authority and more than 20 miles from home?",
        unit="%", better="lower", places=0, source=CARE, tool="LACDistance", printed=FAR, ratio=FAR_COUNTS,
    ),
    PublishedMeasure(
        name="health_assessed", area="Children in care", what="Health assessments in the year",
        question="Of the children in care for a year or more, how many had their annual health assessment?",
        unit="%", better="higher", places=0, source=CARE, tool="LACHealth%", printed=CHECKED, ratio=CHECKED_COUNTS,
        like="health_assessed",
        differs="Ours counts the twelve months to any day, and asks two assessments of a child under five.",
    ),
    PublishedMeasure(
        name="teeth_checked", area="Children in care", what="Dental checks in the year",
        question="Of the children in care for a year or more, how many had their teeth checked by a dentist?",
        unit="%", better="higher", places=0, source=CARE, tool="LACDental%", printed=TEETH, ratio=TEETH_COUNTS,
        like="teeth_checked", differs="Ours counts the twelve months to any day.",
    ),
    PublishedMeasure(
        name="immunised", area="Children in care", what="Immunisations up to date",
        question="Of the children in care for a year or more, how many had their immunisations up to date?",
        unit="%", better="higher", places=0, source=CARE, tool="LACVaccinations%", printed=VACCINATED, ratio=VACCINATED_COUNTS,
    ),
    PublishedMeasure(
        name="substance_misuse", area="Children in care", what="Substance misuse",
        question="Of the children in care for a year or more, how many were found to have a substance misuse problem?",
        unit="%", better="lower", places=0, source=CARE, tool="LACSubstance", printed=SUBSTANCE, ratio=SUBSTANCE_COUNTS,
    ),
    PublishedMeasure(
        name="convicted", area="Children in care", what="Convictions and cautions",
        question="Of the children aged 10 to 17 in care for a year or more, how many were convicted or cautioned in the year?",
        unit="%", better="lower", places=0, source=CARE, tool="LAC_Convictions", printed=CONVICTED, ratio=CONVICTED_COUNTS,
    ),
    PublishedMeasure(
        name="three_social_workers", area="Children in care", what="Three or more social workers in the year",
        question="Of the children in care on 31 March, how many had three or more social workers in the year?",
        unit="%", better="lower", places=0, source=f"{CARE} (official statistics in development)", tool="Stability_SocialWorker",
        printed=WORKERS, ratio=WORKERS_COUNTS, like="three_social_workers",
        differs=f"{ANY_DAY} Ours counts changes of the allocated social worker, wherever they were recorded.",
    ),
    PublishedMeasure(
        name="mid_year_school_moves", area="Children in care", what="Changes of school in mid-year",
        question="Of the children in care on 31 March who are of school age, how many changed school in mid-year?",
        unit="%", better="lower", places=0, source=f"{CARE} (official statistics in development)", tool="Stability_School",
        printed=SCHOOL, ratio=SCHOOL_COUNTS,
    ),
    PublishedMeasure(
        name="left_care_by_adoption", area="Children in care", what="Left care by adoption",
        question="Of the children who ceased to be looked after in the year, how many were adopted?",
        unit="%", better="neither", places=0, source=CARE, tool="%_of LAC Adopted", printed=ADOPTED, ratio=ADOPTED_COUNTS,
    ),
    PublishedMeasure(
        name="went_missing", area="Children in care", what="Went missing from care",
        question="Of the children in care at any time of the year, how many went missing?",
        unit="%", better="lower", places=0, source=CARE, tool="Children_missing", no_counts=NOT_COUNTED,
        like="went_missing", differs="Ours counts the twelve months to any day.",
    ),
)  # fmt: skip
