"""Published figures about referrals, children in need and their protection."""

from .measure import PublishedMeasure, Ratio, Series

NEED = "Department for Education, Children in need"
TOOL = "Department for Education, Local authority interactive tool"
NOT_COUNTED = "the tables with its counts are not among the files that are read"
CHILDREN = (Series("population", "Children aged 0 to 17 years"),)
A_YEAR_TO_MARCH = "Published for the year to 31 March; ours can be asked of any period"
RATE = "ours is a number of them; for a rate, divide by the children aged 0 to 17 and multiply by 10,000"


def of_referrals(count: str) -> tuple[Series, ...]:
    return (Series("cin_referrals", count),)


def rate(*above: Series) -> Ratio:
    return Ratio(above, CHILDREN, per=10_000, years_before=1)


REFERRED = of_referrals("referral_count")
CONFERENCES = (Series("cin_enquiries", "ICPC"),)
BEGUN = (Series("cin_plans_again", "CPP_start"),)

ALL = (
    PublishedMeasure(
        name="children_in_need_rate", area="Front door", what="Children in need on 31 March, for each 10,000 children",
        question="For each 10,000 children, how many were in need on 31 March?",
        unit="per 10,000", better="neither", places=1, source=NEED, tool="CIN",
        ratio=rate(Series("cin_children", "At31_episodes")), like="children_in_need",
        differs=f"Ours counts on any day, and {RATE}. Published ones count episodes.",
    ),
    PublishedMeasure(
        name="referrals_rate", area="Front door", what="Referrals in the year, for each 10,000 children",
        question="For each 10,000 children, how many referrals were received?",
        unit="per 10,000", better="neither", places=1, source=NEED, tool="CPP_Total_Rateper10,000",
        ratio=rate(*REFERRED), like="referrals", differs=f"{A_YEAR_TO_MARCH}, and {RATE}.",
    ),
    PublishedMeasure(
        name="re_referrals", area="Front door", what="Re-referrals within 12 months",
        question="Of the referrals received, how many came within 12 months of an earlier referral of the same child?",
        unit="%", better="lower", places=1, source=NEED, tool="ReReferral",
        printed=of_referrals("rereferral_percent"), ratio=Ratio(of_referrals("rereferral_percent"), REFERRED),
        like="re_referrals",
        differs=f"{A_YEAR_TO_MARCH}. A referral recorded while the case was open counts in ours.",
    ),
    PublishedMeasure(
        name="referrals_without_action", area="Front door", what="Referrals with no further action",
        question="Of the referrals received, how many led to no further action?",
        unit="%", better="neither", places=1, source=NEED, tool="CIN_Refferals_NFA",
        printed=of_referrals("no_further_action_percent"),
        ratio=Ratio(of_referrals("no_further_action_percent"), REFERRED), like="referrals_without_action",
        differs=f"{A_YEAR_TO_MARCH}.",
    ),
    PublishedMeasure(
        name="assessed_not_in_need", area="Front door", what="Referrals assessed as not in need",
        question="Of the referrals received, how many led to an assessment that found the child not in need?",
        unit="%", better="neither", places=1, source=NEED, tool="Referrals_AssessedNotNeed",
        printed=of_referrals("not_in_need_percent"), ratio=Ratio(of_referrals("not_in_need_percent"), REFERRED),
    ),
    PublishedMeasure(
        name="assessments_in_time", area="Front door", what="Assessments in 45 working days",
        question="Of the assessments completed, how many took no more than 45 working days from their start?",
        unit="%", better="higher", places=1, source=NEED, tool="Continue_Assess_Comp", no_counts=NOT_COUNTED,
        like="assessments_in_time", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    PublishedMeasure(
        name="enquiries_rate", area="Help and protection", what="Section 47 enquiries begun, for each 10,000 children",
        question="For each 10,000 children, how many enquiries under section 47 were begun?",
        unit="per 10,000", better="neither", places=1, source=NEED, tool="Section_47",
        ratio=rate(Series("cin_enquiries", "Section47")), like="enquiries", differs=f"{A_YEAR_TO_MARCH}, and {RATE}.",
    ),
    PublishedMeasure(
        name="conferences_rate", area="Help and protection", what="Initial conferences, for each 10,000 children",
        question="For each 10,000 children, how many initial child protection conferences were held?",
        unit="per 10,000", better="neither", places=1, source=NEED, tool="ISCP_Conf", ratio=rate(*CONFERENCES),
    ),
    PublishedMeasure(
        name="conferences_in_time", area="Help and protection", what="Initial conferences in 15 working days",
        question="Of the initial conferences held, how many were within 15 working days of the start of the enquiry?",
        unit="%", better="higher", places=1, source=NEED, tool="CP_conf_15days",
        ratio=Ratio((Series("cin_enquiries", "Duration_0-10_days"), Series("cin_enquiries", "Duration_11-15_days")), CONFERENCES),
        like="conferences_in_time", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    PublishedMeasure(
        name="protection_plans_rate", area="Help and protection", what="Children on a protection plan, for each 10,000",
        question="For each 10,000 children, how many were on a child protection plan on 31 March?",
        unit="per 10,000", better="neither", places=1, source=NEED, tool="CPP_rate",
        ratio=rate(Series("cin_plans_length", "CPP_At31")), like="protection_plans",
        differs=f"Ours counts on any day, and {RATE}.",
    ),
    PublishedMeasure(
        name="protection_plans_begun_rate", area="Help and protection", what="Protection plans begun, for each 10,000 children",
        question="For each 10,000 children, how many child protection plans began?",
        unit="per 10,000", better="neither", places=1, source=NEED, tool="CPP_Abuse_Rate", ratio=rate(*BEGUN),
        like="protection_plans_begun", differs=f"{A_YEAR_TO_MARCH}, and {RATE}.",
    ),
    PublishedMeasure(
        name="second_plans", area="Help and protection", what="Second or later plans",
        question="Of the child protection plans begun, how many were of a child who had had one before, however long ago?",
        unit="%", better="lower", places=1, source=NEED, tool="PrevRegCPR",
        printed=(Series("cin_plans_again", "CPP_subsequent_percent"),),
        ratio=Ratio((Series("cin_plans_again", "CPP_subsequent_percent"),), BEGUN), like="second_plans",
        differs=f"{A_YEAR_TO_MARCH}. Earlier plans count in ours where the record holds them.",
    ),
    PublishedMeasure(
        name="long_protection_plans", area="Help and protection", what="Plans of two years or more",
        question="Of the children on a child protection plan on 31 March, how many had been on it for two years or more?",
        unit="%", better="lower", places=1, source=NEED, tool="CPPlans2yrsActive",
        printed=(Series("cin_plans_length", "2_years_or_more_percent"),),
        ratio=Ratio((Series("cin_plans_length", "2_years_or_more_percent"),), (Series("cin_plans_length", "CPP_At31"),)),
        like="long_protection_plans", differs="Ours counts on any day.",
    ),
    PublishedMeasure(
        name="long_plans_ended", area="Help and protection", what="Plans ended after two years or more",
        question="Of the child protection plans that ended, how many had lasted two years or more?",
        unit="%", better="lower", places=1, source=NEED, tool="CPPlans2yrs", no_counts=NOT_COUNTED,
        like="long_plans_ended", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    PublishedMeasure(
        name="plans_reviewed_in_time", area="Help and protection", what="Plans reviewed in time",
        question="Of the children on a protection plan for three months or more, how many had every review in time?",
        unit="%", better="higher", places=1, source=NEED, tool="RevCP",
        ratio=Ratio((Series("tool", "CPP_Reviewed_InReqTimeScl"),), (Series("tool", "CPP_31March_3MnthorMore"),)),
        like="plans_reviewed_in_time", differs="Ours counts on any day.",
    ),
)  # fmt: skip
