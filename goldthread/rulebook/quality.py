"""Settings of second-line reading and of audits, which no law sets: each authority may choose its own."""

from __future__ import annotations

from .clock import Setting

_OURS = "No law sets this: it is a standard of our own."

DEAL_SIZE = Setting(
    "deal_size", "How many decisions and supervisions is a manager's manager dealt to read each week?", "5", _OURS, takes="number"
)  # fmt: skip
AGAIN_INADEQUATE = Setting(
    "audit_again_inadequate_weeks", "After how many weeks is a record that was graded inadequate audited again?", "6 weeks",
    _OURS, takes="number",
)  # fmt: skip
AGAIN_IMPROVE = Setting(
    "audit_again_improvement_weeks",
    "After how many weeks is a record audited again that requires improvement to be good?", "13 weeks", _OURS, takes="number",
)  # fmt: skip

QUALITY: tuple[Setting, ...] = (DEAL_SIZE, AGAIN_INADEQUATE, AGAIN_IMPROVE)
DEFAULTS: dict[str, int] = {DEAL_SIZE.name: 5, AGAIN_INADEQUATE.name: 6, AGAIN_IMPROVE.name: 13}
AGAIN: dict[str, Setting] = {"inadequate": AGAIN_INADEQUATE, "requires-improvement": AGAIN_IMPROVE}
"""Grade -> the setting that says when a record of that grade is audited again; of better grades none is."""
