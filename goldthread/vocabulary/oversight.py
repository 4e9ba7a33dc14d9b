"""Oversight: supervision of the work with a child, and decisions with who made them and why."""

from __future__ import annotations

from .tables import Table, code, day, instant, ref, text


class Supervision(Table):
    """A discussion of one child in a worker's supervision, which ends in directions."""

    child = ref("children", "The child who was discussed.")
    worker = ref("workers", "Whose supervision it was.", null=True)
    supervisor = ref("workers", "Who supervised.", null=True)
    held_on = day("The day it was held.")
    directions = text("What is to be done, by whom and by when.")
    session = ref(
        "supervision_sessions", "The supervision in which it was; missing where none is known.", null=True
    )
    happening = text("What is happening for the child.")
    reflection = text("What was thought about it: what it means, what is not known, what else it could be.")
    risk = text("How the manager sees the risk, in their own words.")
    what_next = text("What comes next.")


class Decision(Table):
    """A decision about a child: the question, the answer, who decided, and why."""

    child = ref("children", "The child whom it is about.")
    kind = code(
        "words:threshold enquiry conference proceedings step-down closure missing placement other",
        "What was decided.",
    )
    question = text("The question.")
    answer = text("The answer.")
    options = text("Which options were considered.")
    rationale = text("Why. It may not be empty.")
    decided_on = day("The day it was decided.")
    decided_at = instant("When, where the time of day is known.", day="decided_on")
    decided_by = ref("workers", "Who decided.", null=True)
    signed_off_on = day("The day a manager signed it off.", null=True)
    signed_off_by = ref("workers", "Which manager.", null=True)
    follows_up = ref("decisions", "The earlier decision that it follows up.", null=True)
    told = text("Who was told of it.")
    told_on = day("The day they were told.", null=True)
    review_on = day("The day on which to look whether it was right.", null=True)
    together = text(
        "What it was recorded together with: the same on each brother's and sister's; empty where of one child."
    )
