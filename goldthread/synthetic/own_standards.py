"""What the made-up authority asks of itself beyond the law, and one answer where sources disagree."""

from __future__ import annotations

from datetime import date, timedelta

from goldthread.practice.moment import now
from goldthread.record.models import LocalRule

DIRECTOR = "the director of children's services"
OWN = (
    ("standard", "CP-02", "12 working days", "Conferences were late all last year; three days are left to write to the family."),
    ("standard", "CLA-R1", "15 working days", "The first health assessment is to be ready for the review."),
    ("standard", "AS-01", "35 working days", "Most assessments need less than 45, and those that need more are looked at early."),
    ("setting", "return_interview_done", "offered", "Children are asked within three days, and may take longer to say yes."),
)  # fmt: skip
EARLIER = 300
"""How many days before the day it has reached they begin."""


def set_own_standards(as_at: date) -> None:
    """Write them as set on a day some months ago."""
    LocalRule.objects.bulk_create(
        LocalRule(
            kind=kind, about=about, says=says, why=why, decided_by=DIRECTOR, began_on=as_at - timedelta(EARLIER), at=now()
        )
        for kind, about, says, why in OWN
    )  # fmt: skip
