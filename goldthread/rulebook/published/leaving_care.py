"""Published figures about care leavers."""

from .care import CARE, NOT_COUNTED, share
from .measure import PublishedMeasure

AGED = "19 to 21 years"
AROUND_A_BIRTHDAY = "Published as of the birthday, for those who have one in the year; ours as far as we last knew, on any day."
HOME, HOME_COUNTS = share(
    "care_leavers_homes", AGED, "Accommodation considered suitable", "Suitability total"
)
BUSY, BUSY_COUNTS = share(
    "care_leavers_activity", AGED, "Total in education, employment or training", "Total"
)
IDLE, IDLE_COUNTS = share(
    "care_leavers_activity", AGED, "Total not in education, employment or training", "Total"
)
STUDENTS, STUDENTS_COUNTS = share(
    "care_leavers_activity", AGED, "Higher education i.e. studies beyond A level", "Total"
)

ALL = (
    PublishedMeasure(
        name="suitable_homes", area="Care leavers", what="Care leavers in suitable homes",
        question="Of the care leavers aged 19 to 21, how many live in a suitable home?",
        unit="%", better="higher", places=0, source=CARE, tool="CareLeaverAcc", printed=HOME, ratio=HOME_COUNTS,
        like="suitable_homes", differs=AROUND_A_BIRTHDAY,
    ),
    PublishedMeasure(
        name="care_leavers_in_work", area="Care leavers", what="Care leavers in education or work",
        question="Of the care leavers aged 19 to 21, how many are in education, employment or training?",
        unit="%", better="higher", places=0, source=CARE, tool="CareLeaverEET", printed=BUSY, ratio=BUSY_COUNTS,
        like="care_leavers_in_work", differs=AROUND_A_BIRTHDAY,
    ),
    PublishedMeasure(
        name="care_leavers_without_work", area="Care leavers", what="Care leavers in neither education nor work",
        question="Of the care leavers aged 19 to 21, how many are not in education, employment or training?",
        unit="%", better="lower", places=0, source=CARE, tool="CareLeaversNEET", printed=IDLE, ratio=IDLE_COUNTS,
    ),
    PublishedMeasure(
        name="care_leavers_at_university", area="Care leavers", what="Care leavers in higher education",
        question="Of the care leavers aged 19 to 21, how many are in higher education?",
        unit="%", better="higher", places=0, source=CARE, tool="LAC_19_HE", printed=STUDENTS, ratio=STUDENTS_COUNTS,
    ),
    PublishedMeasure(
        name="care_leavers_not_in_touch", area="Care leavers", what="Care leavers not in touch",
        question="Of the care leavers aged 19 to 21, with how many is the authority not in touch?",
        unit="%", better="lower", places=0, source=CARE, tool="CareLeavers_LA_NotInTouch", no_counts=NOT_COUNTED,
        like="care_leavers_in_touch", differs=f"Ours is the other way round: those in touch. {AROUND_A_BIRTHDAY}",
    ),
)  # fmt: skip
