"""Every duty that has a clock, by name, in the order in which a child meets them."""

from goldthread.vocabulary import Fault

from ..clock import Clock
from .assessment import assessment
from .care_review import care_review
from .care_visit import care_visit
from .core_group import core_group
from .initial_conference import initial_conference
from .initial_health_assessment import initial_health_assessment
from .keeping_in_touch import keeping_in_touch
from .pathway_plan_review import pathway_plan_review
from .protection_visit import protection_visit
from .referral_decision import referral_decision
from .return_interview import return_interview
from .review_conference import review_conference
from .review_health_assessment import health_review_from_five, health_review_under_five

CLOCKS: dict[str, Clock] = {
    each.name: each
    for each in (
        referral_decision,
        assessment,
        initial_conference,
        core_group,
        review_conference,
        protection_visit,
        return_interview,
        care_review,
        care_visit,
        initial_health_assessment,
        health_review_under_five,
        health_review_from_five,
        pathway_plan_review,
        keeping_in_touch,
    )
}

ROWS: dict[str, Clock] = {row: each for each in CLOCKS.values() for row in each.rows}


class NoSuchDuty(Fault):
    """A row of the timescales for which there is no clock."""


def clock_of_row(row_id: str) -> Clock:
    """The clock that answers a row of the timescales, such as ``HE-01``. Raises NoSuchDuty."""
    found = ROWS.get(row_id.strip().upper())
    if found is None:
        raise NoSuchDuty(
            f"There is no clock for the row {row_id!r}. The rows that have one are {', '.join(sorted(ROWS))}."
        )
    return found
