# ruff: noqa: E501 - a table, one row a line
"""Rows of the timescales that are no clock, and what each is instead: a setting, a gate, or a note naming what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LAST_CORE_ROW = "WD-01"

# row | kind | what it is here | source | "unread" where no text was seen
_LISTED = """
FD-03 | setting | The look-back of the re-referral flag: 12 months before a new referral, counted for each child. It counts in figures and asks nothing of anybody. | Children in need census | unread
CLA-08 | gate | A placement plan says who may decide what for the child, and every review considers it. | SI 2010/959 Sch 2 para 3(4A), Sch 7 para 15 |
CT-05 | gate | A family group decision-making meeting is offered before an application, in the letter before proceedings. In force only once section 1 of the Act of 2026 is commenced, which is not confirmed. | Children Act 1989 s31ZA, inserted by the Children's Wellbeing and Schools Act 2026 s1 |
SN-08 | gate | From year 9 on, each review of an education, health and care plan considers preparation for adulthood. | SI 2014/1530 regs 2(1), 6(1)(g) and 20(6) |
SN-09 | note | No length is set. Missing: the day from which an assessment for adult services would be of significant benefit to the young person. | Care Act 2014 ss58 to 66 | unread
WD-01 | setting | The calendar of working days that every clock counts by. | SI 2010/959 reg 2(1); SI 2011/581 reg 2(1) |
FD-04 | note | A rule about data, checked on the census file. Missing: the file's own collection start. | Census rule 8569Q |
FD-06 | note | At once. Missing: the moment in early help at which the threshold was reached. | Working Together, chapter 3; Children Act 1989 s47 | unread
AS-03 | note | 5 working days is usual. Missing: the day the child was seen in an assessment; the record holds only whether. | Our own standard | unread
CIN-04 | setting | A plan for a child in need longer than 9 months is looked at by a senior manager: a limit of drift. | Our own standard | unread
CP-04 | note | 1 working day. Missing: the day a conference was asked for; the record holds the day it was called. | Bolton's procedures |
CP-05 | note | A rule about data: a child protection plan begins on the day of its conference. Missing: nothing to wait for, it is checked on the row. | Census rule 2885 |
CP-11 | note | 20 working days. Missing: the day a conference's record was sent. | Inspection reports |
CP-14 | setting | The look-back of the second-plan flag: ever, and within 24 months. It counts in figures. | Children in need census | unread
CP-15 | setting | A child protection plan longer than 15 months is looked at by a senior manager: a limit of drift. | Our own standard | unread
CP-21 | note | 4 weeks. Missing: an allegation and its reviews. | Keeping children safe in education, older editions | unread
CLA-05 | note | 10 working days. Missing: whether the end of a placement was told beforehand, and the day of the notice. | SI 2010/959 reg 14(4) |
CLA-06 | note | 5 working days. Missing: a departure from a contact order. | SI 2010/959 reg 8(4)(b) |
CLA-07 | note | 7 days. Missing: an urgent refusal of contact. | Children Act 1989 s34(6) | unread
CLA-V8 | note | 1 week. Missing: which living arrangements another person is responsible for. | SI 2010/959 reg 28(6) |
CLA-V9 | note | 1 week. Missing: a request for a visit, and a notice about the home. | SI 2010/959 reg 28(7) |
CLA-V11 | note | 10 working days. Missing: a detention after care. | SI 2010/2797 reg 4 |
IRO-01 | note | 5 working days. Missing: in most sources, the day a reviewing officer was named. | Handbook for independent reviewing officers |
IRO-02 | note | 15 working days before a review. Missing: reviews that are booked. | Handbook for independent reviewing officers |
IRO-03 | note | 3 working days before a review. Missing: reviews that are booked, and their reports. | Handbook for independent reviewing officers |
HE-05 | setting | Counted at 31 March for children in care for 12 months. | SSDA903 collection, outcomes (OC2) | unread
ED-03 | gate | A nominated officer approves a move that disrupts the last two years of school before it is made. | SI 2010/959 reg 10 |
KIN-03 | note | 6 working days. Missing: whether a placement is outside its carers' terms of approval. | SI 2010/959 reg 23 |
CLA-E1 | gate | A nominated officer approves the end of care of a child looked after for 20 working days or more. | SI 2010/959 reg 39(4) and (5) |
SEC-02 | setting | The longest that a court may authorise secure accommodation for: 3 months, then 6 months. | SI 1991/1505 regs 11 to 13 |
NHS-01 | note | 3 months. Missing: stays in hospital or residential school that another body arranged. | Children Act 1989 ss85 and 86 | unread
CT-02 | note | 2 working days. Missing: the court's allocation of an application. | Practice direction 12A | unread
CT-03 | note | 18 working days. Missing: the case management hearing. | Practice direction 12A | unread
AD-01 | note | 2 months. Missing: the review at which adoption became the plan. | Statutory guidance on adoption | unread
AD-07 | note | 6 months. Missing: the day an applicant was told that they may be suitable. | SI 2005/389 regs 27(4) and 28 |
AD-10 | note | 40 working days, the day of sending being day 1. Missing: a determination against an adopter. | SI 2005/389 reg 30B(5)(c) |
AD-11 | note | 12 months. Missing: reviews of an adopter's approval. | SI 2005/389 reg 30D(2) |
AD-12 | note | 10 working days. Missing: an application for an independent review. | SI 2005/389 reg 30C(1) |
AD-16 | setting | The scorecard's share of children waiting less than 14 months. It counts in figures. | Adoption scorecards, 2018 |
AD-17 | note | No definition of A20 was seen, so nothing is counted. Missing: its definition. | Adoption data collection | unread
SGO-01 | note | 3 months. Missing: a notice of an application for special guardianship. | Children Act 1989 s14A | unread
LC-04 | note | 3 months. Missing: the day a young person said that they wish to study again. | SI 2010/2571 reg 5(2)(b) |
LC-08 | gate | An adviser visits before the review that follows 28 days in the authority's accommodation. | SI 2010/2571 reg 8(2)(b) |
SN-02 | note | 16 weeks from the request. Missing: until it is decided, whether a plan will be issued; the twenty weeks of SN-03 end with the refusal. | SI 2014/1530 reg 10(1) |
SN-04 | note | 15 days, the day of service being day 1. Missing: the day a draft plan was served. | SI 2014/1530 reg 13(1)(a) |
SN-05 | note | 15 working days, the day it became aware being day 1. Missing: a plan's transfer between authorities. | SI 2014/1530 reg 15(2) |
SN-06 | note | 6 weeks. Missing: a plan's transfer between authorities. | SI 2014/1530 reg 15(4) and (5) |
SN-10 | setting | The most that short breaks may last: 17 days each and 75 days in 12 months. | SI 2010/959 reg 48(2) |
PF-01 | note | 6 weeks before, by the carer. Missing: the day a proposed arrangement is to begin. | SI 2005/1533 reg 3(1) |
PF-06 | note | 48 hours, by the carer. Missing: the time the child came or left. | SI 2005/1533 regs 6, 9(2) and 10(1) |
FO-03 | note | 10 working days, the day of sending being day 1. Missing: the day a report was sent to the applicant. | SI 2011/581 reg 26(2)(d) |
FO-06 | note | 10 working days. Missing: an application for an independent review. | SI 2011/581 reg 29(2) |
FO-09 | note | 28 days. Missing: a carer's written notice. | SI 2011/581 reg 28(13) |
FO-10 | note | 16 weeks. Missing: a carer's transfer from an agency that closed. | SI 2011/581 reg 34(1) |
FO-11 | note | 15 working days. Missing: a request for a carer's records. | SI 2011/581 reg 32(6) |
FO-18 | setting | How long records are kept: 10 years from the end of approval, 3 for applicants, children's to the 75th anniversary of birth. | SI 2011/581 reg 32; SI 2010/959 reg 50 |
CO-06 | note | 12 months. Missing: the day the grounds of a complaint arose. | SI 2006/1738 reg 9 |
SC-04 | note | As soon as practicable, no number; we would say the same day. Missing: the notification of the death. | Children Act 1989 Sch 2 para 20 |
SC-09 | note | 70 working days. Missing: an inspection report. | Education and Inspections Act 2006 regulations 2007 | unread
WF-06 | setting | About 16 children a worker on average: a band for figures, not a limit. | Workforce census | unread
DA-04 | note | A rule about data, 7 days. Missing: temporary placements, which only the return's file holds. | SSDA903 rule 379 |
DA-05 | note | A rule about data, 6 weeks. Missing: temporary placements, which only the return's file holds. | SSDA903 rule 375 |
DA-06 | note | A rule about data, 3 weeks. Missing: temporary placements, which only the return's file holds. | SSDA903 rules 376 and 377 |
DA-07 | setting | How long there is to answer a request for access: 1 month, and 2 more where it is extended. Counted on the request's page and not on a child. | UK GDPR articles 12(3) and 12A | unread
WD-02 | setting | Working days for private fostering: any bank holiday of the Act of 1971; the list of England and Wales is used. | SI 2005/1533 reg 2 |
WD-03 | setting | Working days for complaints: Boxing Day is named, which matters only where it is no bank holiday already. | SI 2006/1738 reg 2 |
WD-04 | setting | Working Together defines no working day; the calendar of WD-01 is used for it. | Our own reading | unread
"""


@dataclass(frozen=True, slots=True)
class NotClock:
    """What a row is, in words, and where it is written."""

    kind: Literal["setting", "gate", "note"]
    words: str
    source: str
    confirmed: bool


KINDS: dict[str, Literal["setting", "gate", "note"]] = {"setting": "setting", "gate": "gate", "note": "note"}


def _read(line: str) -> tuple[str, NotClock]:
    row, kind, words, source, unread = (part.strip() for part in line.split("|"))
    return row, NotClock(KINDS[kind], words, source, confirmed=not unread)


NOT_CLOCKS: dict[str, NotClock] = dict(
    _read(line if line.count("|") == 4 else line + "|") for line in _LISTED.strip().splitlines()
)
