"""How long a record is kept: classes by what happened to the child, each with its period and who asks for it.

A record falls in the first class, in the order of `CLASSES`, whose event it holds. The longest periods come first, so a child
who was in need, then in care, then adopted is kept as an adopted child is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.rulebook.authority import Authority, OwnStandard, Regulations
from goldthread.rulebook.calendar import add_years
from goldthread.rulebook.sources import CARE_LEAVERS, CARE_PLANNING, FOSTERING, SEEN, SEEN_CARE_PLANNING

DISCLOSURE = "Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005, SI 2005/888"
LOCAL = "Our own standard: local retention policy"
ADULT = 18
POST_COMMENCEMENT = date(2005, 12, 30)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a class is worked out from, for a child or a foster household; a day is missing where nothing of it is recorded.

    open: whether something is under way with us. closed_on: the day the last of it ended.
    """

    born_on: date | None = None
    died_on: date | None = None
    adopted_on: date | None = None
    in_care: bool = False
    leaving_care: bool = False
    protected: bool = False
    helped: bool = False
    open: bool = False
    closed_on: date | None = None
    approved_on: date | None = None
    carers: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """How long, and why. until: the last day on which it must be kept; missing while it cannot be told, and `why` says so."""

    rule: RetentionClass
    until: date | None
    why: str

    def due_for_review(self, today: date) -> bool:
        """Whether the last day on which it must be kept is past."""
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """One class of records.

    applies: whether a record falls in it. keeps: the last day and why, in a sentence. unconfirmed: what to check, where
    nobody read the source.
    """

    name: str
    what: str
    period: str
    source: Authority
    seen_in: str
    applies: Callable[[Facts], bool]
    keeps: Callable[[Facts], tuple[date | None, str]]
    unconfirmed: str = ""


def kept(facts: Facts) -> Kept:
    """Which class a record falls in and until when it is kept."""
    rule = next(each for each in CLASSES if each.applies(facts))
    until, why = rule.keeps(facts)
    return Kept(rule, until, why)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _adopted(facts: Facts) -> tuple[date | None, str]:
    assert facts.adopted_on is not None
    return add_years(facts.adopted_on, 100), f"An adoption order was made on {_day(facts.adopted_on)}."


def _died_young(facts: Facts) -> bool:
    if facts.died_on is None:
        return False
    return facts.born_on is None or facts.died_on < add_years(facts.born_on, ADULT)


def _from_birth(facts: Facts, what: str) -> tuple[date | None, str]:
    """Until the 75th anniversary of birth, or for the fifteen years that begin with a death under 18."""
    if facts.died_on is not None and _died_young(facts):
        last = add_years(facts.died_on, 15) - timedelta(days=1)
        return last, f"{what}, and died before 18, on {_day(facts.died_on)}."
    if facts.born_on is None:
        return None, f"{what}. The day of birth is not recorded, so the last day cannot be told: record it."
    return add_years(facts.born_on, 75), f"{what}, and was born on {_day(facts.born_on)}."


def _after_closing(facts: Facts, years: int, what: str) -> tuple[date | None, str]:
    if facts.open:
        return None, f"{what}, and something is still open: the time runs from the day it closes."
    if facts.closed_on is None:
        return None, f"{what}. No day is recorded on which it closed, so the last day cannot be told."
    return add_years(facts.closed_on, years), f"{what}, and the last of it closed on {_day(facts.closed_on)}."


def _helped(facts: Facts) -> tuple[date | None, str]:
    """Until the 25th birthday, and six years from closing where that is later."""
    until, why = _after_closing(facts, 6, "Was in need, assessed or helped")
    if until is None or facts.born_on is None:
        return until, why
    return max(until, add_years(facts.born_on, 25)), why


def _carers(facts: Facts) -> tuple[date | None, str]:
    if facts.closed_on is None:
        return None, "The household is approved, or being looked at: the time runs from the day that ends."
    if facts.approved_on is not None:
        return add_years(facts.closed_on, 10), f"Approval ended on {_day(facts.closed_on)}."
    return (
        add_years(facts.closed_on, 3),
        f"The application was refused or withdrawn on {_day(facts.closed_on)}.",
    )


CLASSES = (
    RetentionClass(
        "foster-carers",
        "Foster carers",
        "10 years from the end of approval; 3 years from an application refused or withdrawn",
        Regulations(FOSTERING, "reg 32(1) and (3)"),
        SEEN,
        applies=lambda facts: facts.carers,
        keeps=_carers,
    ),
    RetentionClass(
        "adopted",
        "Adopted child",
        "100 years from the adoption order",
        Regulations(DISCLOSURE, "reg 6"),
        SEEN,
        applies=lambda facts: facts.adopted_on is not None and facts.adopted_on >= POST_COMMENCEMENT,
        keeps=_adopted,
    ),
    RetentionClass(
        "adopted-before-2005",
        "Adopted child, before 30 December 2005",
        "100 years from the adoption order, as for later adoptions",
        OwnStandard(LOCAL, "adoptions before 30 December 2005"),
        "Not seen",
        applies=lambda facts: facts.adopted_on is not None,
        keeps=_adopted,
        unconfirmed="The Adoption Agencies Regulations 1983 governed these, and were not read.",
    ),
    RetentionClass(
        "looked-after",
        "Looked-after child",
        "until the 75th anniversary of birth; where the child died before 18, 15 years beginning with the death",
        Regulations(CARE_PLANNING, "reg 50(1)"),
        SEEN_CARE_PLANNING,
        applies=lambda facts: facts.in_care,
        keeps=lambda facts: _from_birth(facts, "Was looked after"),
    ),
    RetentionClass(
        "care-leaver",
        "Care leaver",
        "until the 75th anniversary of birth; where the child died before 18, 15 years beginning with the death",
        Regulations(CARE_LEAVERS, "reg 10(3)"),
        SEEN,
        applies=lambda facts: facts.leaving_care,
        keeps=lambda facts: _from_birth(facts, "Was entitled as a care leaver"),
    ),
    RetentionClass(
        "protected",
        "Child protection",
        "35 years from closing",
        OwnStandard(LOCAL, "child protection: 35 years from closing"),
        "A period of 35 years is the one in question in R (C) v Northumberland County Council [2015] EWHC 2134 (Admin)",
        applies=lambda facts: facts.protected,
        keeps=lambda facts: _after_closing(facts, 35, "Was the subject of an enquiry or a child protection plan"),
    ),
    RetentionClass(
        "helped",
        "Child in need, assessed or helped",
        "until the 25th birthday, and at least 6 years from closing",
        OwnStandard(LOCAL, "in need: 25th birthday, and 6 years from closing"),
        "Published schedules of councils, which differ",
        applies=lambda facts: facts.helped,
        keeps=_helped,
    ),
    RetentionClass(
        "contact-only",
        "Contact that led to no work",
        "6 years from the last of it",
        OwnStandard(LOCAL, "contact only: 6 years"),
        "Published schedules of councils, which differ",
        applies=lambda facts: True,
        keeps=lambda facts: _after_closing(facts, 6, "Came to the front door and was not assessed or helped"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryRetention:
    """How long one kind of entry is kept within a record that is kept for longer.

    looked_at_after: days after which it is looked at again; it is let go unless somebody says why it is still needed.
    """

    table: str
    what: str
    period: str
    looked_at_after: int
    source: Authority
    seen_in: str
    unconfirmed: str = ""


ASSOCIATES = EntryRetention(
    "associates",
    "Information about people with whom a child is said to be",
    "looked at again after 180 days at most; let go unless a manager says why it is still needed",
    180,
    OwnStandard(LOCAL, "associates: 180 days, then again"),
    "Not seen",
    unconfirmed="Police hold such information under rules of their own, which were not read.",
)
"""It names people who may not know of it, often children, in somebody else's record: so it is not kept as long as that."""

ENTRIES = (ASSOCIATES,)

SHORTEST = 3
"""Years: nothing that closed later than so long ago can be due for review."""
