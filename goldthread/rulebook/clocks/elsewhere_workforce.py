"""Workers and the returns of the year: duties to no one child, on facts in no table yet."""

from datetime import date

from ..clock import NotRecorded, clock
from ..counts import fixed_day, weeks
from ..sources import NOT_SEEN, census, from_knowledge, guidance

newly_qualified_supervision = clock(
    name="newly_qualified_supervision",
    what="Supervision in the first year",
    duty="Supervise a newly qualified social worker weekly for six weeks, fortnightly to six months, then monthly",
    rows=["WF-02"],
    starts=NotRecorded("the day a social worker's assessed and supported year began"),
    done=NotRecorded("a supervision of their own"),
    editions=guidance(
        "Assessed and supported year in employment: framework", "supervision", weeks(1), since=date(2015, 4, 1),
        seen_in="Secondary: Suffolk, Hampshire, Dorset",
    ),
    counting="Weekly in the first six weeks, every two weeks to six months, then monthly; paused for a long absence.",
)  # fmt: skip

registration_renewal = clock(
    name="registration_renewal",
    what="Renew registration",
    duty="Renew a social worker's registration, with two records of learning, by 30 November",
    rows=["WF-04"],
    starts=NotRecorded("a social worker's renewal of registration"),
    done=NotRecorded("the renewal"),
    editions=guidance(
        "Social Work England: registration and continuing professional development", "renewal", fixed_day(30, 11),
        since=date(2019, 12, 2), seen_in=NOT_SEEN, unconfirmed=from_knowledge("Social Work England's rules of the year"),
    ),
    counting="Every year between 1 September and 30 November.",
)  # fmt: skip

in_need_census = clock(
    name="in_need_census",
    what="Children in need census",
    duty="Close the census year on 31 March, load the census by 30 June and submit it by 31 July",
    rows=["DA-01"],
    starts=NotRecorded("the start of a census year"),
    done=NotRecorded("the census that was submitted"),
    editions=census(
        "Children in need census", "dates of the collection", fixed_day(31, 3), since=date(2012, 4, 1),
        seen_in="Primary: gov.uk, dates for 2024-25; the dates of 2026 are inferred",
    ),
    counting="The census year ends on the next 31 March. Load by 30 June, submit by 31 July (the Friday before a Saturday).",
)  # fmt: skip

care_return = clock(
    name="care_return",
    what="Return on children looked after",
    duty="Close the year of the SSDA903 return on 31 March and submit it in early summer",
    rows=["DA-02"],
    starts=NotRecorded("the start of a return's year"),
    done=NotRecorded("the return that was submitted"),
    editions=census(
        "SSDA903 collection", "period of the collection", fixed_day(31, 3), since=date(2012, 4, 1),
        seen_in="Data rule: the validator's collection period; the days for submission were not seen",
    ),
    counting="From 1 April to the next 31 March.",
)  # fmt: skip

workforce_census = clock(
    name="workforce_census",
    what="Workforce census",
    duty="Count the children's social work workforce as it stands on 30 September",
    rows=["DA-03"],
    starts=NotRecorded("a workforce census"),
    done=NotRecorded("the census that was submitted"),
    editions=census(
        "Children's social work workforce census", "census date", fixed_day(30, 9), since=date(2013, 9, 30),
        seen_in=NOT_SEEN, unconfirmed=from_knowledge("the guide to the census of the year"),
    ),
    counting="As of the next 30 September.",
)  # fmt: skip
