"""Entries of a child's timeline about challenge, escalation, audits, and what worked."""

from __future__ import annotations

from typing import Any

from goldthread.practice.moment_words import HOLDING, Moment, said, titled
from goldthread.rulebook.escalation import STAGE_OF, THEMES

READ = {
    "agree": "Read by a manager's manager, who agreed",
    "ask": "A manager's manager asked about it",
    "challenge": "Challenged by a manager's manager",
}


def _read(row: Any) -> str:
    said = READ.get(row.answer, "Dealt to a manager's manager to read")
    return f"{said}: {row.kind.replace('-', ' ')}" if row.kind else said


def _raised(row: Any) -> str:
    return f"Escalated: {THEMES[row.theme].lower()}" if row.theme else "Escalated"


def _went(row: Any) -> str:
    return (
        f"Escalation brought to: {STAGE_OF[row.stage].name.lower()}" if row.stage else "Escalation brought on"
    )


def _answered(row: Any) -> str:
    return f"Escalation answered: {STAGE_OF[row.stage].name.lower()}" if row.stage else "Escalation answered"


OVERSIGHT: dict[str, tuple[Moment, ...]] = {
    "readings": (
        Moment("read_on", _read, HOLDING, said("words")),
        Moment("replied_on", "The manager answered", HOLDING, said("reply")),
    ),
    "escalations": (
        Moment("raised_on", _raised, HOLDING, said("words", "wanted")),
        Moment("resolved_on", titled("Escalation: {}", "outcome"), HOLDING, said("outcome_words")),
        Moment("dropped_on", "Escalation withdrawn", HOLDING, said("outcome_words")),
    ),
    "escalation_stages": (
        Moment("began_on", _went, HOLDING, said("because")),
        Moment("answered_on", _answered, HOLDING, said("answer")),
    ),
    "case_audits": (Moment("completed_on", "Record audited", HOLDING, said("summary", "family_words")),),
    "audit_actions": (
        Moment("done_on", "Done after an audit", HOLDING, said("words", "evidence")),
        Moment("dropped_on", "Not done after an audit", HOLDING, said("words", "dropped_because")),
    ),
    "good_practices": (Moment("marked_on", titled("What worked: {}", "theme"), HOLDING, said("words")),),
}
"""Table -> the days of it that stand in a timeline."""
