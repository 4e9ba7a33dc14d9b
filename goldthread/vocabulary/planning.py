"""What a plan of help asks, who does it, and the meetings that look at it again."""

from __future__ import annotations

from .tables import Table, code, day, ref, text


class Goal(Table):
    """What should be different for the child because of a plan, in words that the family would use."""

    child = ref("children", "The child for whom it should be different.")
    plan = ref("plans", "The plan that it belongs to.", null=True)
    words = text("What should be different.")
    set_on = day("The day it was agreed.")
    review_by = day("The day by which it should be looked at again.", null=True)
    reached_on = day("The day it was judged to be reached.", null=True)
    dropped_on = day("The day it was dropped.", null=True)
    dropped_because = text("Why it was dropped; empty unless it was.")


class Action(Table):
    """Something that somebody is to do for a child, by a day."""

    child = ref("children", "The child for whom it is done.")
    plan = ref("plans", "The plan that asks it.", null=True)
    goal = ref("goals", "What it should help to reach.", null=True)
    carried_from = ref("actions", "The same action of an earlier plan or review, carried over.", null=True)
    words = text("What is to be done.")
    owner = text("Who does it.")
    agreed_on = day("The day it was agreed.")
    due_on = day("The day by which it should be done.", null=True)
    done_on = day("The day it was done.", null=True)
    dropped_on = day("The day it was dropped.", null=True)
    dropped_because = text("Why it was dropped; empty unless it was.")


class HelpReview(Table):
    """A meeting with the family that reviews a plan of early help or for a child in need."""

    child = ref("children", "The child whose plan was reviewed.")
    plan = ref("plans", "The plan of a child in need that was reviewed.", null=True)
    family_help_episode = ref("family_help_episodes", "The early help that was reviewed.", null=True)
    kind = code("words:early-help child-in-need", "Which plan was reviewed.")
    held_on = day("The day the meeting was held.")
