"""When a request for access to one's own record is to be answered, and on what grounds something may be left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldthread.rulebook.authority import Authority, Regulations
from goldthread.rulebook.calendar import ENGLAND_AND_WALES, add_months

UK_GDPR = "UK General Data Protection Regulation"
DATA_PROTECTION_ACT = "Data Protection Act 2018"
SINCE_ARTICLE_12A = date(2026, 2, 5)

COMMISSIONER = (
    "Primary: the Information Commissioner's guidance on when a month ends, which gives a last day at a weekend or on a public "
    "holiday until the next working day"
)


@dataclass(frozen=True, slots=True)
class AnswerEdition:
    """How long there is to answer, since a day: months, and months more where it is extended."""

    since: date
    months: int
    further: int
    source: Authority
    seen_in: str
    unconfirmed: str = ""


EDITIONS = (
    AnswerEdition(date(2018, 5, 25), 1, 2, Regulations(UK_GDPR, "article 12(3)"), COMMISSIONER),
    AnswerEdition(
        SINCE_ARTICLE_12A,
        1,
        2,
        Regulations(UK_GDPR, "articles 12(3) and 12A"),
        f"{COMMISSIONER}; a published note on SI 2026/82, which brought article 12A into force on 5 February 2026",
        unconfirmed=(
            "The text of article 12A was not read; section 54 of the Data Protection Act 2018, amended alike, was. Check that "
            "the Commissioner's guidance still gives a weekend or holiday until the next working day."
        ),
    ),
)


def edition_on(received_on: date) -> AnswerEdition:
    """The edition in force when a request came."""
    return [each for each in EDITIONS if each.since <= received_on or each is EDITIONS[0]][-1]


def runs_from(received_on: date, identified_on: date | None) -> date:
    """The day from which the time runs: receipt, or the day the identity asked for was shown, where that is later."""
    return max(received_on, identified_on) if identified_on else received_on


def answer_due(received_on: date, identified_on: date | None = None, *, extended: bool = False) -> date:
    """The last day for the answer: the corresponding date of the month, and at a weekend or holiday the next working day.

    identified_on: when who asks showed who they are, where that was asked for; missing while nobody knows.
    """
    edition = edition_on(received_on)
    months = edition.months + (edition.further if extended else 0)
    last = add_months(runs_from(received_on, identified_on), months)
    calendar = ENGLAND_AND_WALES
    return last if calendar.is_working(last) else calendar.add_working_days(last, 1)


def extend_by(received_on: date, identified_on: date | None = None) -> date:
    """The last day on which who asked can be told that the answer takes longer, and why."""
    return add_months(runs_from(received_on, identified_on), edition_on(received_on).months)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is left out. gap: what the person who asked is told is not there."""

    name: str
    what: str
    gap: str
    source: Authority
    seen_in: str
    unconfirmed: str = ""


_RIGHTS_OF_OTHERS = Regulations(DATA_PROTECTION_ACT, "Schedule 2, paragraphs 16 and 17")
_SERIOUS_HARM = Regulations(DATA_PROTECTION_ACT, "Schedule 3, Part 3, paragraphs 7 and 11")
_NOT_READ = "Not seen"
_CHECK_OTHERS = (
    "Paragraphs 16 and 17 were not read: check that this person did not agree, and that leaving them out "
    "is reasonable."
)
_CHECK_HARM = "Paragraph 7, which defines the test of serious harm, was read; paragraph 11 was not."
_READ_SEVEN = "Primary: Schedule 3, paragraphs 7 and 8"

GROUNDS: dict[str, Ground] = {
    ground.name: ground
    for ground in (
        Ground(
            "third-party", "Somebody else", "somebody else", _RIGHTS_OF_OTHERS, _NOT_READ, _CHECK_OTHERS
        ),
        Ground("other-child", "Another child", "another child", _RIGHTS_OF_OTHERS, _NOT_READ, _CHECK_OTHERS),
        Ground(
            "address", "An address not to be disclosed", "an address that must stay private", _SERIOUS_HARM,
            _READ_SEVEN, _CHECK_HARM,
        ),
        Ground(
            "placement", "A placement kept from who asks", "where somebody lives, which must stay private",
            _SERIOUS_HARM, _READ_SEVEN, _CHECK_HARM,
        ),
        Ground(
            "worker-safety", "A warning for the safety of workers", "a note about keeping staff safe",
            _SERIOUS_HARM, _READ_SEVEN, _CHECK_HARM,
        ),
        Ground(
            "serious-harm", "Likely to cause serious harm", "something that could cause serious harm",
            _SERIOUS_HARM, _READ_SEVEN, _CHECK_HARM,
        ),
        Ground(
            "legal-advice", "Legal advice in confidence", "legal advice given in confidence",
            Regulations(DATA_PROTECTION_ACT, "Schedule 2, paragraph 19"), _NOT_READ,
            "Paragraph 19 was not read: ask the authority's lawyer.",
        ),
    )
}  # fmt: skip
