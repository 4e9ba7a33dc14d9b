"""Challenge: what a manager's manager is dealt to read and says of it, and disagreements taken up a line step by step."""

from __future__ import annotations

from .tables import Table, code, day, number, ref, text


class Deal(Table):
    """What a manager of managers is dealt to read in one week: drawn once, by a rule that anybody can run again."""

    child_owned = False
    reader = ref("workers", "To whom it was dealt.")
    week_on = day("The Monday of its week.")
    asked = number("How many were to be dealt.")
    pool = number("Out of how many decisions and supervisions.")
    seed = text("From what chance was drawn: with the same record it gives the same deal.")


class Reading(Table):
    """One decision or supervision that was dealt to a manager's manager, what they say of it, and what is answered."""

    child = ref("children", "The child whom it is about.")
    deal = ref("deals", "The week's deal of which it is a part.")
    decision = ref("decisions", "The decision, where it is one.", null=True)
    supervision = ref("supervisions", "The supervision, where it is one.", null=True)
    kind = text("What kind of decision it is, or that it is a supervision.")
    manager = ref("workers", "Whose decision or supervision it is.")
    team = ref("teams", "The team that held the child then.", null=True)
    answer = code("words:agree ask challenge", "What the reader says; missing until it is read.", null=True)
    words = text("What the reader asks or challenges, or what was good.")
    read_on = day("The day it was read.", null=True)
    reply = text("What the manager answers.")
    replied_on = day("The day of the answer.", null=True)
    replied_by = ref("workers", "Who answered.", null=True)


class Escalation(Table):
    """A disagreement about what is not happening for a child, taken up the line until it is resolved."""

    child = ref("children", "The child.")
    part = code("words:reviewing-officer conference-chair other", "In what part somebody raised it.")
    raised_on = day("The day it was raised.")
    raised_by = ref("workers", "Who raised it.", null=True)
    theme = code(
        "words:drift plan review-decisions safety placement permanence contact health education voice allocation other",
        "What it is about.",
    )
    about = text("The signal of drift from which it was raised; empty where none was.")
    team = ref("teams", "The team that held the child then.", null=True)
    words = text("What is not happening for the child, and what that does to the child.")
    wanted = text("What would settle it.")
    outcome = code("words:resolved partly-resolved outside withdrawn", "What became of it.", null=True)
    outcome_words = text("What was agreed, or why it was withdrawn or taken outside.")
    resolved_on = day("The day it was resolved, or taken outside the authority.", null=True)
    dropped_on = day("The day it was withdrawn.", null=True)


class EscalationStage(Table):
    """One stage of an escalation: before whom it was brought, by when an answer is expected, and what they answered."""

    child = ref("children", "The child.")
    escalation = ref("escalations", "Which escalation.")
    stage = code(
        "words:informal team-manager service-manager director outside", "Before whom it was brought."
    )
    began_on = day("The day it was brought there.")
    because = text("Why it went there; empty for the first.")
    due_on = day("The day by which an answer is expected; missing outside the authority.", null=True)
    answered_on = day("The day it was answered.", null=True)
    answered_by = ref("workers", "Who answered.", null=True)
    answer = text("What they answered.")
