"""Offering an interview to a child who was missing and has returned."""

from datetime import date

from goldthread.vocabulary import children, missing_episodes, return_interviews

from ..authority import StatutoryGuidance
from ..clock import Edition, clock
from ..counts import hours
from ..disagreements import RETURN_INTERVIEW_DONE

return_interview = clock(
    name="return_interview",
    what="Return home interview",
    duty="Offer an independent interview to a child who was missing, within 72 hours of their return",
    rows=["MI-01"],
    starts=missing_episodes.where(missing_episodes.kind == "M").ended_at,
    done=return_interviews.offered_at,
    key=return_interviews.missing_episode,
    ends=[children.died_on],
    editions=[
        Edition(
            since=date(2014, 1, 1),
            due=(hours(72),),
            source=StatutoryGuidance(
                "Statutory guidance on children who run away or go missing from home or care", "January 2014"
            ),
            seen_in=(
                "Secondary: NYAS ('offered within 72 hours'), Advanced Childcare ('conducted within 72 hours'); inspection "
                "reports. Sources disagree whether the offer or the interview counts; we count the offer and show both"
            ),
        )
    ],
    counting=(
        "72 elapsed hours from the return, weekends and bank holidays included. Each time missing is its own clock. An interview "
        "that was offered and declined meets it. Where the hour of the return is not known, it counts from midnight."
    ),
    settings=[RETURN_INTERVIEW_DONE],
)
