"""Care leavers: whether we know them, where they live and what they do."""

from goldthread.vocabulary import keeping_in_touch

from ..clock import Ages, points
from ..cohorts import FellDue, Latest, OnTime, in_force
from ..counts import months
from ..measure import Measure
from .wording import ANNUAL, CARE_LEAVER, LEAVING, LEAVING_LEADS, SEEN, care_return, our_own

NINETEEN_TO_21 = in_force(CARE_LEAVER, ages=Ages(from_years=19, under_years=22))
TOLD = points(keeping_in_touch.where(keeping_in_touch.in_touch.yes()).held_on)
ASKED = points(keeping_in_touch.held_on)
A_YEAR = months(12)
WHO = (
    "Former relevant young people aged 19 to 21 on the day. The department asks around each birthday of the year and leaves out "
    f"those who died, went home, went abroad or whose home is not known; here nobody is left out. {ANNUAL}"
)
BUSY = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")

IN_TOUCH = Measure(
    name="care_leavers_in_touch",
    area=LEAVING,
    what="Care leavers in touch",
    question="Of the care leavers aged 19 to 21, how many were in touch when we last tried, in the last 12 months?",
    out_of=NINETEEN_TO_21,
    counting=Latest(ASKED, keeping_in_touch.in_touch.yes(), A_YEAR),
    better="higher",
    owner=LEAVING_LEADS,
    source=care_return("IN_TOUCH"),
    seen_in=f"{SEEN} (published the other way round, as not in touch)",
    published="",
    differs_from={
        "keeping_in_touch": "The duty asks for contact at intervals; this asks about the last attempt."
    },
    cautions=WHO,
)

SUITABLE_HOMES = Measure(
    name="suitable_homes",
    area=LEAVING,
    what="Care leavers in suitable homes",
    question="Of the care leavers aged 19 to 21, how many live in a suitable home as far as we last knew?",
    out_of=NINETEEN_TO_21,
    counting=Latest(TOLD, keeping_in_touch.suitable.yes(), A_YEAR),
    better="higher",
    owner=LEAVING_LEADS,
    source=care_return("ACCOM: suitability"),
    seen_in=SEEN,
    published="CareLeaverAcc",
    differs_from={
        "accommodation_review": "The duty reviews each home that we provide; this counts every home."
    },
    cautions=WHO,
)

EET = Measure(
    name="care_leavers_in_work",
    area=LEAVING,
    what="Care leavers in education or work",
    question="Of the care leavers aged 19 to 21, how many are in education, employment or training as far as we last knew?",
    out_of=NINETEEN_TO_21,
    counting=Latest(TOLD, keeping_in_touch.activity.is_in(*BUSY), A_YEAR),
    better="higher",
    owner=LEAVING_LEADS,
    source=care_return("ACTIV: codes of education, employment or training"),
    seen_in=SEEN,
    published="CareLeaverEET",
    differs_from={"pathway_plan_review": "The duty reviews the plan; this asks what became of it."},
    cautions=WHO,
)

PATHWAY_REVIEWS = Measure(
    name="pathway_reviews_in_time",
    area=LEAVING,
    what="Pathway plans reviewed in time",
    question="Of the reviews of pathway plans that fell due, how many were made by then?",
    out_of=FellDue("pathway_plan_review"),
    counting=OnTime(),
    better="higher",
    owner=LEAVING_LEADS,
    source=our_own("the duty of the regulations, counted by us"),
    seen_in="The duty's own page",
    differs_from={
        "pathway_plan_review": "The same duty, counted in the month in which each review fell due."
    },
)

ALL = (IN_TOUCH, SUITABLE_HOMES, EET, PATHWAY_REVIEWS)
