"""Private fostering: the first visit, and visits by the year since the authority became aware."""

from datetime import date

from goldthread.vocabulary import children, private_fosterings, visits

from ..clock import Lasts, Setting, clock, spells
from ..counts import weeks, working_days, years
from ..sources import PRIVATE_FOSTERING, regulations

SINCE_2005 = date(2005, 7, 1)
VISITED = visits.where((visits.purpose == "private-fostering") & (visits.seen == "yes")).held_on
YEARS = Setting(
    "private_fostering_year", "From when does the first year of private fostering run?", "from the authority becoming aware",
    "Six weeks in the first year, twelve after; some count the year from the start of the arrangement. Regulation 8(6) deems "
    "it to begin when the authority becomes aware.",
)  # fmt: skip

private_fostering_first_visit = clock(
    name="private_fostering_first_visit",
    what="First visit, private fostering",
    duty="Visit a private fostering arrangement within seven working days of being notified",
    rows=["PF-02", "PF-03"],
    starts=private_fosterings.notified_on,
    done=VISITED,
    shared=True,
    ends=[private_fosterings.ended_on, children.died_on],
    editions=regulations(PRIVATE_FOSTERING, "reg 4(1) and reg 7(1)", working_days(7), since=SINCE_2005),
    counting="The day of the notification, of a proposal or of an arrangement that exists, is day 0. The child is seen alone.",
)

private_fostering_visit = clock(
    name="private_fostering_visit",
    what="Visit, private fostering, first year",
    duty="Visit a privately fostered child at least every six weeks in the first year",
    rows=["PF-04"],
    starts=private_fosterings.aware_on,
    done=VISITED,
    shared=True,
    every=True,
    lasts=Lasts(years(1), private_fosterings.aware_on.known()),
    ends=[private_fosterings.ended_on, children.died_on],
    editions=regulations(PRIVATE_FOSTERING, "reg 8(1)(a) and (6)", weeks(6), since=SINCE_2005),
    counting="From visit to visit. The first year begins when the authority becomes aware of it, not when it began.",
    settings=[YEARS],
)

private_fostering_later_visit = clock(
    name="private_fostering_later_visit",
    what="Visit, private fostering, later years",
    duty="Visit a privately fostered child at least every twelve weeks after the first year",
    rows=["PF-05"],
    starts=VISITED,
    done=VISITED,
    during=spells(private_fosterings.aware_on, private_fosterings.ended_on, settled=years(1)),
    ends=[children.died_on],
    editions=regulations(PRIVATE_FOSTERING, "reg 8(1)(b)", weeks(12), since=SINCE_2005),
    counting="From visit to visit once a year has passed since the authority became aware; the last visit of that year counts.",
    settings=[YEARS],
)
