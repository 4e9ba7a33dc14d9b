"""Published figures about care leavers."""

from functools import partial

from .care import NOT_COUNTED, SOURCE, share
from .measure import PublishedMeasure

AGED = "19 to 21 years"
AROUND_A_BIRTHDAY = "Published as of the birthday, for those who have one in the year; ours as far as we last knew, on any day."

leavers = partial(PublishedMeasure, area="Care leavers", source=SOURCE, places=0)

ALL = (
    leavers(
        name="suitable_homes", what="Care leavers in suitable homes", tool="CareLeaverAcc", better="higher",
        question="Of the care leavers aged 19 to 21, how many live in a suitable home?",
        **share("care_leavers_homes", AGED, "Accommodation considered suitable", "Suitability total"),
        like="suitable_homes", differs=AROUND_A_BIRTHDAY,
    ),
    leavers(
        name="care_leavers_in_work", what="Care leavers in education or work", tool="CareLeaverEET", better="higher",
        question="Of the care leavers aged 19 to 21, how many are in education, employment or training?",
        **share("care_leavers_activity", AGED, "Total in education, employment or training", "Total"),
        like="care_leavers_in_work", differs=AROUND_A_BIRTHDAY,
    ),
    leavers(
        name="care_leavers_without_work", what="Care leavers in neither education nor work", tool="CareLeaversNEET",
        better="lower",
        question="Of the care leavers aged 19 to 21, how many are not in education, employment or training?",
        **share("care_leavers_activity", AGED, "Total not in education, employment or training", "Total"),
    ),
    leavers(
        name="care_leavers_at_university", what="Care leavers in higher education", tool="LAC_19_HE", better="higher",
        question="Of the care leavers aged 19 to 21, how many are in higher education?",
        **share("care_leavers_activity", AGED, "Higher education i.e. studies beyond A level", "Total"),
    ),
    leavers(
        name="care_leavers_not_in_touch", what="Care leavers not in touch", tool="CareLeavers_LA_NotInTouch",
        better="lower", unit="%",
        question="Of the care leavers aged 19 to 21, with how many is the authority not in touch?",
        no_counts=NOT_COUNTED, like="care_leavers_in_touch",
        differs=f"Ours is the other way round: those in touch. {AROUND_A_BIRTHDAY}",
    ),
)  # fmt: skip
