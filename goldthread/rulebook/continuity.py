"""Continuity: how often a child's worker may change before somebody looks, and when work that begins again is a repeat.

No law sets these. They are our own, after findings F28 and F29, and an authority sets its own numbers.
"""

from __future__ import annotations

from .authority import OwnStandard
from .clock import Setting
from .counts import calendar_days

OURS = OwnStandard("Our own standard", "limits of continuity, after findings F28 and F29")
AGAIN_WITHIN = calendar_days(60)
"""How long after a change of worker an assessment or a plan begun again counts as a repeat."""
MANY_CHANGES = 3
CHURN_PER_CENT = 30

TOO_MANY_CHANGES = Setting(
    "worker_changes_alarm",
    "At which change of worker in 12 months does somebody look?",
    f"{MANY_CHANGES} changes",
    "No law sets this: it is a limit of our own, after which somebody looks.",
    takes="number",
)
CHURN = Setting(
    "churn_alarm_per_cent",
    "From what per cent of a team's children changing hands in a quarter does it stand out?",
    f"{CHURN_PER_CENT} per cent",
    "No law sets this. It is the share that one inspection reported (F29).",
    takes="number",
)
SETTINGS = (CHURN,)
