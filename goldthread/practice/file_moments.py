"""Entries of a child's timeline out of the file: notes and documents; who leads, handovers, promises, the family's meetings."""

from __future__ import annotations

from typing import Any

from goldthread.practice.moment_words import HELP, HOLDING, Moment, label, said, sentence, titled, written_for

THE_FILE = "The file"


def _note(row: Any) -> str:
    what = {"telephone": "Telephone call", "other": "Note"}.get(
        row.kind, sentence(label(row, "kind")) or "Note"
    )
    return f"{'Note put right' if row.corrects_id else what}: {row.about}".strip(": ")


def _note_details(row: Any) -> str:
    by = written_for(row, "by_worker")
    return " ".join(
        words for words in (f"{sentence(by)}:" if by else "", row.words, row.for_this_child) if words
    )


def _leads(row: Any) -> str:
    what = "the protection of the child" if row.kind == "child-protection" else "the family's help"
    return f"{row.name or row.worker} leads {what}"


def _offer(row: Any) -> str:
    return {True: "Accepted", False: "Not accepted"}.get(row.accepted, "Not answered yet")


def _handed_over(row: Any) -> str:
    who = [
        f"from {row.from_worker}" if row.from_worker else "",
        f"to {row.to_worker}" if row.to_worker else "",
    ]
    return " ".join(["Handover finished", *(each for each in who if each)])


def _understood(row: Any) -> str:
    return f"{row.to_worker or 'The next worker'} wrote what they now understand"


def _told(row: Any) -> str:
    by = f"by {row.told_by}" if row.told_by else ""
    return "; ".join(each for each in (by, label(row, "told_how"), row.child_words) if each)


def _answered(row: Any) -> str:
    return "Promise to the child kept" if row.answer == "kept" else "Promise to the child not kept"


FILE: dict[str, tuple[Moment, ...]] = {
    "case_notes": (
        Moment("happened_on", _note, THE_FILE, _note_details, at="happened_at", with_rows=("by_worker", "recorded_by")),
    ),
    "documents": (Moment("dated_on", titled("Document: {}", "title"), THE_FILE, said("kind")),),
    "lead_practitioners": (
        Moment("began_on", _leads, HOLDING, said("profession", "agency"), with_rows=("worker",)),
        Moment("ended_on", lambda row: f"{_leads(row)}: ended", HOLDING, with_rows=("worker",)),
    ),
    "family_meetings": (
        Moment("offered_on", "Family offered a meeting to make its own plan", HELP, _offer),
        Moment("held_on", "Family made its own plan", HELP, said("came", "family_plan")),
        Moment("followed_up_on", "Family's own plan followed up", HELP, said("followed_up")),
    ),
    "handovers": (
        Moment("finished_on", _handed_over, HOLDING, said("finished_because"), with_rows=("from_worker", "to_worker")),
        Moment("understood_on", _understood, HOLDING, said("understood"), with_rows=("to_worker",)),
        Moment("told_on", "Child told that the worker changes", HOLDING, _told, with_rows=("told_by",)),
    ),
    "promises": (
        Moment("made_on", "Promised to the child", HELP, said("words")),
        Moment("answered_on", _answered, HELP, said("words", "answer_words")),
    ),
    "help_bases": (Moment("changed_on", titled("Family helped on another basis: {}", "basis"), HELP, said("because")),),
}  # fmt: skip
"""Table -> the days of it that stand in a timeline."""
