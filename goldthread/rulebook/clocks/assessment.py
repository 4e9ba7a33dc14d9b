"""Completing a child and family assessment."""

from goldthread.vocabulary import assessments, children, referrals

from ..clock import clock
from ..counts import working_days
from ..disagreements import ASSESSMENT_START, CENSUS_COUNTING
from ..working_together import working_together

assessment = clock(
    name="assessment",
    what="Complete the assessment",
    duty="Complete a child and family assessment, with its outcome decided and a manager's authorisation",
    rows=["AS-01"],
    starts=assessments.requested_on,
    done=assessments.authorised_on,
    ends=[referrals.closed_on, children.died_on],
    editions=working_together(
        working_days(45),
        chapter="chapter 3, timeliness",
        seen_in=(
            "Data rule: census rule 8670Q (45 working days); secondary: a page on Working Together 2013 (45 working days). "
            "'From the point of referral' is from knowledge"
        ),
    ),
    counting=(
        "The day of the referral is day 0; for a later assessment of an open case, the day it was decided on. Nothing pauses it; "
        "one that runs over needs a recorded reason. The census counts differently: from the day the assessment began."
    ),
    settings=[ASSESSMENT_START, CENSUS_COUNTING],
)
