"""The texts that most duties are written in, and how an edition of each is made."""

from __future__ import annotations

from datetime import date

from .authority import Authority, CensusGuide, OwnStandard, Regulations, StatutoryGuidance
from .clock import Edition
from .counts import Count

CHILDREN_ACT = "Children Act 1989"
CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959"
CARE_LEAVERS = "Care Leavers (England) Regulations 2010, SI 2010/2571"
ADOPTION = "Adoption Agencies Regulations 2005, SI 2005/389"
FOSTERING = "Fostering Services (England) Regulations 2011, SI 2011/581"
PRIVATE_FOSTERING = "Children (Private Arrangements for Fostering) Regulations 2005, SI 2005/1533"
SECURE = "Children (Secure Accommodation) Regulations 1991, SI 1991/1505"
SPECIAL_NEEDS = "Special Educational Needs and Disability Regulations 2014, SI 2014/1530"
COMPLAINTS = "Children Act 1989 Representations Procedure (England) Regulations 2006, SI 2006/1738"

SEEN_CARE_PLANNING = "Primary: text of the regulations, consolidated to 2013, and SI 2015/495"
SEEN = "Primary: text of the regulations"

SINCE_CARE_PLANNING = date(2011, 4, 1)
SINCE_OURS = date(2014, 1, 1)


def one_edition(
    source: Authority, *due: Count, since: date, seen_in: str, unconfirmed: str = ""
) -> tuple[Edition, ...]:
    return (Edition(since=since, due=due, source=source, seen_in=seen_in, unconfirmed=unconfirmed),)


def care_planning(paragraph: str, *due: Count, seen_in: str = SEEN_CARE_PLANNING) -> tuple[Edition, ...]:
    """A limit of the Care Planning Regulations since they came into force."""
    return one_edition(
        Regulations(CARE_PLANNING, paragraph), *due, since=SINCE_CARE_PLANNING, seen_in=seen_in
    )


def care_leavers(paragraph: str, *due: Count) -> tuple[Edition, ...]:
    """A limit of the Care Leavers Regulations since they came into force."""
    return one_edition(
        Regulations(CARE_LEAVERS, paragraph), *due, since=SINCE_CARE_PLANNING,
        seen_in="Primary: text of the regulations to April 2013, and SI 2015/495",
    )  # fmt: skip


def regulations(
    title: str, paragraph: str, *due: Count, since: date, seen_in: str = SEEN, unconfirmed: str = ""
) -> tuple[Edition, ...]:
    return one_edition(
        Regulations(title, paragraph), *due, since=since, seen_in=seen_in, unconfirmed=unconfirmed
    )


def guidance(
    title: str, paragraph: str, *due: Count, since: date, seen_in: str, unconfirmed: str = ""
) -> tuple[Edition, ...]:
    return one_edition(
        StatutoryGuidance(title, paragraph), *due, since=since, seen_in=seen_in, unconfirmed=unconfirmed
    )


def census(
    title: str, paragraph: str, *due: Count, since: date, seen_in: str, unconfirmed: str = ""
) -> tuple[Edition, ...]:
    return one_edition(
        CensusGuide(title, paragraph), *due, since=since, seen_in=seen_in, unconfirmed=unconfirmed
    )


def our_standard(
    says: str, *due: Count, seen_in: str, since: date = SINCE_OURS, unconfirmed: str = ""
) -> tuple[Edition, ...]:
    """What we ask of ourselves where no national number exists."""
    return one_edition(
        OwnStandard("Our own standard", says), *due, since=since, seen_in=seen_in, unconfirmed=unconfirmed
    )


def from_knowledge(text: str) -> str:
    """What is to be checked of a number that nobody has read."""
    return f"The number is from knowledge, and no text was seen. Check it against {text}."


NOT_SEEN = "Not seen"
