"""Escalations: raised for a child, brought up the line stage by stage, answered, told of, and listed."""

from .deeds import (
    answer_stage,
    is_open,
    level_of,
    may_answer,
    may_carry,
    raise_escalation,
    resolve_escalation,
    stage_now,
    take_further,
    withdraw_escalation,
    working_days_since,
)

__all__ = [
    "answer_stage",
    "is_open",
    "level_of",
    "may_answer",
    "may_carry",
    "raise_escalation",
    "resolve_escalation",
    "stage_now",
    "take_further",
    "withdraw_escalation",
    "working_days_since",
]
