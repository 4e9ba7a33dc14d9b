"""Where sources disagree, or what is commonly believed is not what they say: shown on the duty, with what counts here.

What the law settles leaves nothing to choose; what it leaves open is an option that an authority may choose.
"""

from __future__ import annotations

from goldthread.vocabulary import return_interviews

from .clock import Option, Setting, points

CONFERENCE_START = Setting(
    "conference_start", "From which strategy discussion do the 15 working days of a conference run?",
    "from the one that began the enquiry",
    "The Standard Safeguarding Dataset, Durham and Warrington count from the discussion that began it; Lincolnshire, in 2019, "
    "from the last one.",
)  # fmt: skip

CENSUS_COUNTING = Setting(
    "census_counting", "Is the day of the trigger counted?", "no: it is day 0",
    "A published validator of the children in need census counts it as day 1, one working day sooner (15 from Monday 2 September "
    "2024 is then the 20th, not the 23rd). Census figures are shown apart.",
)  # fmt: skip

ASSESSMENT_START = Setting(
    "assessment_start", "From when do the 45 working days of an assessment run?", "from the referral",
    "Guidance counts from the referral; census rule 8670Q from the start of the assessment. Both days are kept, and the census "
    "figure is shown apart.",
)  # fmt: skip

RETURN_INTERVIEW_DONE = Setting(
    "return_interview_done", "Is a return interview due to be offered, or to be held, within 72 hours?", "offered",
    "NYAS and inspection reports say offered; others say conducted. Both are recorded.",
    options=(
        Option("offered", "an offer meets it"),
        Option("held", "only the interview itself meets it", done=points(return_interviews.held_at)),
    ),
)  # fmt: skip

HEALTH_ASSESSMENT_ANCHOR = Setting(
    "health_assessment_anchor", "What is an initial health assessment due by?", "the first review, and 20 working days at most",
    "Often quoted as 20 working days. The regulations ask for it before the first placement, or else before the first review.",
)  # fmt: skip

HOME_VISITS = Setting(
    "care_order_at_home", "Are visits weekly where a child under a full care order lives with a parent?", "no",
    "Within one week of the order, then every six weeks. Weekly visits, until the first review, are for a child under an interim "
    "order, or placed before an assessment or under a temporary approval.",
)  # fmt: skip

LATER_VISITS = Setting(
    "visits_after_a_year", "How often are visits due after the first year of a placement?", "every six weeks",
    "Three months is only for a placement meant to last to 18; six months only in a long-term foster placement of a year or "
    "more, with the child's agreement.",
)  # fmt: skip

PROTECTION_ORDER = Setting(
    "protection_order_days", "How long may an emergency protection order last?", "8 days, extended once by 7",
    "From knowledge. A rule of the SSDA903 return finds fault only after 21 days.",
)  # fmt: skip

MATCH = Setting(
    "match_after_order", "Is there a limit from placement order to match?", "no limit of law: an indicator",
    "Eighteen months is often quoted; no such limit was found. The scorecard's threshold was four months.",
)  # fmt: skip

INSPECTION_LISTS = Setting(
    "inspection_list_days", "How soon are the lists of Annex A asked for?", "2 working days",
    "Often quoted; the framework's own text was not seen.",
)  # fmt: skip

OBSERVATIONS = Setting(
    "adopter_observation_days", "How long has an adopter to comment on the report?", "5 working days",
    "Since 2013. Older texts say 10.",
)  # fmt: skip
