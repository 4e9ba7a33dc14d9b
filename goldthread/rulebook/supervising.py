"""How often somebody is supervised: newly qualified as their first year asks, others as the supervision of cases does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .calendar import add_months
from .clock import Clock
from .clocks.elsewhere_workforce import newly_qualified_supervision
from .clocks.supervision import case_supervision
from .counts import Count, weeks
from .local import LocalRules

FIRST_WEEKS = weeks(6)
FORTNIGHTLY_UNTIL_MONTHS = 6
FIRST_YEAR_MONTHS = 12
SESSION_MINUTES = 60
"""What a supervision is planned to take; the clock on its page counts to it, and nothing happens when it is over."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often somebody is supervised on a day. clock: the duty that asks it; unconfirmed: what nobody confirmed of it."""

    every: Count
    clock: Clock
    source: str
    label: str
    unconfirmed: str

    def due_after(self, last: date) -> date:
        """The day by which the next is to be held."""
        return self.every.from_day(last)


def frequency_on(day: date, rules: LocalRules, newly_qualified_since: date | None = None) -> Frequency:
    """How often, on a day. newly_qualified_since: the day on which somebody's first post after qualifying began.

    Weekly in the first six weeks, every two weeks to six months; then as cases are discussed here. Raises ValueError where no
    edition was in force.
    """
    if newly_qualified_since is not None and day < add_months(newly_qualified_since, FIRST_YEAR_MONTHS):
        if day < FIRST_WEEKS.from_day(newly_qualified_since):
            return _by(newly_qualified_supervision, day, weeks(1))
        if day < add_months(newly_qualified_since, FORTNIGHTLY_UNTIL_MONTHS):
            return _by(newly_qualified_supervision, day, weeks(2))
    return _by(rules.clock(case_supervision), day)


def _by(clock: Clock, day: date, every: Count | None = None) -> Frequency:
    edition = clock.edition_on(day)
    if edition is None:
        raise ValueError(f"No edition of {clock.name} was in force on {day}.")
    return Frequency(
        every or edition.due[0], clock, str(edition.source), edition.source.label, edition.unconfirmed
    )
