"""The frameworks by which Ofsted inspected local authorities, what each judged, and the words of its time."""

from __future__ import annotations

from dataclasses import dataclass, field

OVERALL, LEADERS, PROTECTION, CARE, LEAVERS, ADOPTION, BOARD = (
    "overall", "leaders", "help_and_protection", "in_care", "care_leavers", "adoption", "safeguarding_board",
)  # fmt: skip
AREAS: dict[str, str] = {
    OVERALL: "Overall effectiveness",
    LEADERS: "The impact of leaders",
    PROTECTION: "Children who need help and protection",
    CARE: "Children in care",
    LEAVERS: "Care leavers",
    ADOPTION: "Adoption performance",
    BOARD: "Local Safeguarding Children Board",
}
"""Areas that frameworks judged, by our short name; two frameworks' judgements of one area may be set side by side."""

OUTSTANDING, GOOD, IMPROVE, INADEQUATE = (
    "Outstanding",
    "Good",
    "Requires improvement to be good",
    "Inadequate",
)
GRADES = (OUTSTANDING, GOOD, IMPROVE, INADEQUATE)
SAID: dict[str, str] = {
    "outstanding": OUTSTANDING,
    "good": GOOD,
    "requires improvement": IMPROVE,
    "requires improvement to be good": IMPROVE,
    "adequate": IMPROVE,
    "inadequate": INADEQUATE,
}
NO_OVERALL_SINCE = "April 2026"


@dataclass(frozen=True, slots=True)
class Framework:
    """One way of inspecting. third: what it called the third grade. judged: area to the question as it was put."""

    name: str
    title: str
    years: str
    third: str
    judged: dict[str, str] = field(default_factory=dict)

    def word(self, grade: str) -> str:
        """A grade in the word used at the time; files of today print old ones in today's."""
        return self.third if grade == IMPROVE else grade


FRAMEWORKS: dict[str, Framework] = {
    each.name: each
    for each in (
        Framework(
            "SLAC", "Safeguarding and looked after children inspection", "2009 to 2012", "Adequate",
            {PROTECTION: "Safeguarding: overall effectiveness", CARE: "Looked after children: overall effectiveness"},
        ),
        Framework(
            "CPI", "Inspection of arrangements to protect children", "2012 to 2013", "Adequate",
            {PROTECTION: "Overall effectiveness of the arrangements to protect children"},
        ),
        Framework(
            "TLAC", "Targeted looked after children inspection", "2013", "Adequate",
            {CARE: "Overall effectiveness of services for looked after children"},
        ),
        Framework(
            "SIF",
            "Inspection of services for children in need of help and protection, children looked after and care leavers",
            "2013 to 2017", "Requires improvement",
            {
                OVERALL: "Overall judgement", PROTECTION: "Children who need help and protection",
                CARE: "Children looked after and achieving permanence", ADOPTION: "Adoption performance",
                LEAVERS: "Experiences and progress of care leavers", LEADERS: "Leadership, management and governance",
                BOARD: "Effectiveness of the Local Safeguarding Children Board",
            },
        ),
        Framework(
            "ILACS", "Inspection of local authority children's services",
            f"since 2018; no overall judgement from {NO_OVERALL_SINCE}", IMPROVE,
            {
                OVERALL: "Overall effectiveness",
                LEADERS: "The impact of leaders on social work practice with children and families",
                PROTECTION: "The experiences and progress of children who need help and protection",
                CARE: "The experiences and progress of children in care",
                LEAVERS: "The experiences and progress of care leavers",
            },
        ),
    )
}  # fmt: skip
TOGETHER_UNTIL_2023 = "The experiences and progress of children in care and care leavers"
"""What the ILACS judged as one until 1 January 2023."""
