"""Published figures about referrals, children in need and their protection."""

from functools import partial

from .measure import PublishedMeasure, Ratio, Series, rate_of, share_of

SOURCE = "Department for Education, Children in need"
NOT_COUNTED = "the tables with its counts are not among the files that are read"
A_YEAR_TO_MARCH = "Published for the year to 31 March; ours can be asked of any period"
RATE = "ours is a number of them; for a rate, divide by the children aged 0 to 17 and multiply by 10,000"
CONFERENCES = Series("cin_enquiries", "ICPC")

at_the_door = partial(PublishedMeasure, area="Front door", source=SOURCE, places=1)
protected = partial(PublishedMeasure, area="Help and protection", source=SOURCE, places=1)

ALL = (
    at_the_door(
        name="children_in_need_rate", what="Children in need on 31 March, for each 10,000 children", tool="CIN",
        question="For each 10,000 children, how many were in need on 31 March?",
        better="neither", **rate_of(Series("cin_children", "At31_episodes")),
        like="children_in_need", differs=f"Ours counts on any day, and {RATE}. Published ones count episodes.",
    ),
    at_the_door(
        name="referrals_rate", what="Referrals in the year, for each 10,000 children", tool="CPP_Total_Rateper10,000",
        question="For each 10,000 children, how many referrals were received?",
        better="neither", **rate_of(Series("cin_referrals", "referral_count")),
        like="referrals", differs=f"{A_YEAR_TO_MARCH}, and {RATE}.",
    ),
    at_the_door(
        name="re_referrals", what="Re-referrals within 12 months", tool="ReReferral", better="lower",
        question="Of the referrals received, how many came within 12 months of an earlier referral of the same child?",
        **share_of("cin_referrals", "rereferral_percent", "referral_count"),
        like="re_referrals", differs=f"{A_YEAR_TO_MARCH}. A referral recorded while the case was open counts in ours.",
    ),
    at_the_door(
        name="referrals_without_action", what="Referrals with no further action", tool="CIN_Refferals_NFA", better="neither",
        question="Of the referrals received, how many led to no further action?",
        **share_of("cin_referrals", "no_further_action_percent", "referral_count"),
        like="referrals_without_action", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    at_the_door(
        name="assessed_not_in_need", what="Referrals assessed as not in need", tool="Referrals_AssessedNotNeed",
        better="neither",
        question="Of the referrals received, how many led to an assessment that found the child not in need?",
        **share_of("cin_referrals", "not_in_need_percent", "referral_count"),
    ),
    at_the_door(
        name="assessments_in_time", what="Assessments in 45 working days", tool="Continue_Assess_Comp", better="higher",
        unit="%",
        question="Of the assessments completed, how many took no more than 45 working days from their start?",
        no_counts=NOT_COUNTED, like="assessments_in_time", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    protected(
        name="enquiries_rate", what="Section 47 enquiries begun, for each 10,000 children", tool="Section_47",
        question="For each 10,000 children, how many enquiries under section 47 were begun?",
        better="neither", **rate_of(Series("cin_enquiries", "Section47")),
        like="enquiries", differs=f"{A_YEAR_TO_MARCH}, and {RATE}.",
    ),
    protected(
        name="conferences_rate", what="Initial conferences, for each 10,000 children", tool="ISCP_Conf",
        question="For each 10,000 children, how many initial child protection conferences were held?",
        better="neither", **rate_of(CONFERENCES),
    ),
    protected(
        name="conferences_in_time", what="Initial conferences in 15 working days", tool="CP_conf_15days",
        better="higher", unit="%",
        question="Of the initial conferences held, how many were within 15 working days of the start of the enquiry?",
        ratio=Ratio(
            (Series("cin_enquiries", "Duration_0-10_days"), Series("cin_enquiries", "Duration_11-15_days")), (CONFERENCES,)
        ),
        like="conferences_in_time", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    protected(
        name="protection_plans_rate", what="Children on a protection plan, for each 10,000", tool="CPP_rate",
        question="For each 10,000 children, how many were on a child protection plan on 31 March?",
        better="neither", **rate_of(Series("cin_plans_length", "CPP_At31")),
        like="protection_plans", differs=f"Ours counts on any day, and {RATE}.",
    ),
    protected(
        name="protection_plans_begun_rate", what="Protection plans begun, for each 10,000 children", tool="CPP_Abuse_Rate",
        question="For each 10,000 children, how many child protection plans began?",
        better="neither", **rate_of(Series("cin_plans_again", "CPP_start")),
        like="protection_plans_begun", differs=f"{A_YEAR_TO_MARCH}, and {RATE}.",
    ),
    protected(
        name="second_plans", what="Second or later plans", tool="PrevRegCPR", better="lower",
        question="Of the child protection plans begun, how many were of a child who had had one before, however long ago?",
        **share_of("cin_plans_again", "CPP_subsequent_percent", "CPP_start"),
        like="second_plans", differs=f"{A_YEAR_TO_MARCH}. Earlier plans count in ours where the record holds them.",
    ),
    protected(
        name="long_protection_plans", what="Plans of two years or more", tool="CPPlans2yrsActive", better="lower",
        question="Of the children on a child protection plan on 31 March, how many had been on it for two years or more?",
        **share_of("cin_plans_length", "2_years_or_more_percent", "CPP_At31"),
        like="long_protection_plans", differs="Ours counts on any day.",
    ),
    protected(
        name="long_plans_ended", what="Plans ended after two years or more", tool="CPPlans2yrs", better="lower", unit="%",
        question="Of the child protection plans that ended, how many had lasted two years or more?",
        no_counts=NOT_COUNTED, like="long_plans_ended", differs=f"{A_YEAR_TO_MARCH}.",
    ),
    protected(
        name="plans_reviewed_in_time", what="Plans reviewed in time", tool="RevCP", better="higher", unit="%",
        question="Of the children on a protection plan for three months or more, how many had every review in time?",
        ratio=Ratio((Series("tool", "CPP_Reviewed_InReqTimeScl"),), (Series("tool", "CPP_31March_3MnthorMore"),)),
        like="plans_reviewed_in_time", differs="Ours counts on any day.",
    ),
)  # fmt: skip
