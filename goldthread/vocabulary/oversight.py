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


class Decision(Table):
    """A decision about a child: the question, the answer, who decided, and why."""

    child = ref("children", "The child whom it is about.")
    kind = code(
        "words:threshold enquiry conference proceedings step-down closure missing placement other",
        "What was decided.",
    )
    question = text("The question.")
    answer = text("The answer.")
    rationale = text("Why. It may not be empty.")
    decided_on = day("The day it was decided.")
    decided_at = instant("When, where the time of day is known.", day="decided_on")
    decided_by = ref("workers", "Who decided.", null=True)
    signed_off_on = day("The day a manager signed it off.", null=True)
    signed_off_by = ref("workers", "Which manager.", null=True)
    follows_up = ref("decisions", "The earlier decision that it follows up.", null=True)
