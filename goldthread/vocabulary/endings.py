"""How work with a child ends: the decision, what changed, who was told, and what became of everything still open."""

from __future__ import annotations

from .tables import Table, code, day, number, ref, text


class Closing(Table):
    """The end of our work with a child for now, decided by a manager; whatever comes later begins with a new referral."""

    child = ref("children", "The child with whom the work ends.")
    decision = ref("decisions", "The decision to end it, with its rationale.")
    closed_on = day("The day it ended.")
    because = code("cin_reason_for_closure", "Why, as the census classes it.", null=True)
    changed = text("What has changed for the child since the work began.")
    child_words = text("What the child says of it ending, in their own words; empty where nobody could ask.")
    family_words = text("What the family says of it.")
    stepped_down_to = ref("family_help_episodes", "The early help to which it was stepped down.", null=True)


class ClosingTold(Table):
    """Somebody who was told that the work with a child ends."""

    plural = "closing_told"
    child = ref("children", "The child.")
    closing = ref("closings", "The end of which they were told.")
    who = text("Who was told: the child, a parent, the school, whoever referred the child.")
    told_on = day("The day they were told.")
    how = code("words:in-person telephone letter email", "How they were told.")


class ClosingLeft(Table):
    """Something that was still open when work with a child ended, and what became of it."""

    plural = "closing_left"
    child = ref("children", "The child.")
    closing = ref("closings", "The end at which it was still open.")
    of_table = text("In which table of the record it stands; empty for a duty that was still to be done.")
    of_row = number("The key of its row there.", null=True)
    what = text("What it is.")
    becomes = code("words:done dropped handed-over", "What became of it.")
    because = text("Why it was dropped, or what was done.")
    handed_to = text("Who takes it over; empty where nobody does.")
