"""What counts as a manager having looked at a child, and how long is too long without it.

A fact about dates, never a judgement of a manager. How long is too long is a setting of the authority.
"""

from __future__ import annotations

from goldthread.vocabulary import Points, assessments, decisions, supervisions
from goldthread.vocabulary.protection import AssessmentApproval, AssessmentCheckpoint

from .clock import Setting, points
from .sources import from_knowledge

FOOTPRINTS: tuple[tuple[Points, str, str], ...] = (
    (points(supervisions.held_on), "supervisor", "discussed in supervision"),
    (points(decisions.signed_off_on), "signed_off_by", "decision signed off"),
    (AssessmentApproval.at(AssessmentApproval.answered_on), "answered_by", "assessment answered"),
    (AssessmentCheckpoint.at(AssessmentCheckpoint.held_on), "held_by", "assessment looked at on the way"),
    (points(assessments.authorised_on), "", "assessment authorised"),
)
"""Each: the day on which a manager looked, the column that says which manager (empty where none does), and what it was.

On one day the first of these is named. What a worker records alone, such as having done a direction, is none of them.
"""

RULE = "A manager left no trace in the record for so long: no supervision, no decision signed off, no assessment looked at"
DEFAULT_DAYS = 28
UNCONFIRMED = from_knowledge("our own supervision policy (monthly is usual, six weeks for children in need)")

footprint_days = Setting(
    "footprint_days",
    "After how many days without a manager's footprint is a child listed as not overseen?",
    f"{DEFAULT_DAYS} days",
    "No law sets this: it is our own standard, after which somebody looks.",
    takes="number",
)
