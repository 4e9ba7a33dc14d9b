"""Which clocks the cache keeps: those whose completing fact can be recorded or brought in, so that nobody is late by no deed.

The others lack a fact, which each names. They run in the engine on any files, and answer when they are due.
"""

from __future__ import annotations

from goldthread.rulebook.clock import Clock
from goldthread.rulebook.clocks import CLOCKS

NOT_KEPT_YET: dict[str, str] = {
    "in_need_plan": "whether what an assessment found is met by another plan: in care, of protection, or of early help",
    "education_health_care_review": "the day on which an education, health and care plan ceased, which ends its reviews",
    "adoption_review": "under which regulations a review was held: the care planning or the adoption agencies regulations",
    "adoption_visit": "under which regulations a review was held, which ends the weekly visits to an adoptive home",
    "care_to_adoption": "anybody to whom it is due: it is an indicator of how long adoption takes",
    "order_to_match": "anybody to whom it is due: it is an indicator of how long adoption takes",
}
"""Clock -> the fact that the record does not hold. Take a clock out as soon as it does."""

KEPT: dict[str, Clock] = {name: clock for name, clock in CLOCKS.items() if name not in NOT_KEPT_YET}
