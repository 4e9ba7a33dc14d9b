"""What a plan of help asks, who does it, and the meetings that look at it again."""

from __future__ import annotations

from .tables import Table, code, day, flag, number, ref, text


class Worry(Table):
    """Something in a child's life that a plan is there to change."""

    plural = "worries"
    child = ref("children", "The child about whom somebody worries.")
    plan = ref("plans", "The plan that is to change it.", null=True)
    carried_from = ref("worries", "The same worry in an earlier plan.", null=True)
    words = text("What it is, and what it does to the child.")
    plain_words = text("The same as the family would say it; empty where the words themselves will do.")
    said_by = text("Whose worry it is: the child's, a parent's, a school's.")
    said_on = day("The day it was written into the plan.")
    settled_on = day("The day it was judged to be a worry no longer.", null=True)
    settled_because = text("What shows it; empty unless it was settled.")


class Goal(Table):
    """What should be different for the child because of a plan, in words that the family would use."""

    child = ref("children", "The child for whom it should be different.")
    plan = ref("plans", "The plan that it belongs to.", null=True)
    worry = ref("worries", "The worry that it answers.", null=True)
    carried_from = ref("goals", "The same goal of an earlier plan.", null=True)
    words = text("What should be different.")
    plain_words = text("The same as the family would say it; empty where the words themselves will do.")
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
    core_group = ref("core_groups", "The core group that agreed it.", null=True)
    help_review = ref("help_reviews", "The review of the plan that agreed it.", null=True)
    conference = ref("conferences", "The conference that agreed it.", null=True)
    words = text("What is to be done.")
    plain_words = text("The same as the family would say it; empty where the words themselves will do.")
    owner = text("Who does it, in words; an agency, or somebody who is not in the record.")
    worker = ref("workers", "The worker who does it.", null=True)
    person = ref("people", "The person of the family who does it.", null=True)
    how_known = text("How we shall know that it is done, and that it helps.")
    agreed_on = day("The day it was agreed.")
    due_on = day("The day by which it should be done.", null=True)
    done_on = day("The day it was done.", null=True)
    dropped_on = day("The day it was dropped.", null=True)
    dropped_because = text("Why it was dropped; empty unless it was.")


class ActionProgress(Table):
    """How an action of a plan is going, as somebody saw it on a day, with what shows it."""

    plural = "action_progress"
    child = ref("children", "The child for whom it is done.")
    action = ref("actions", "The action.")
    noted_on = day("The day it was so.")
    how = code("words:done some-progress stuck", "How it is going.")
    words = text("What was done or changed, or what is in the way.")
    evidence_table = text(
        "In which table of the record the entry stands that shows it; empty where none does."
    )
    evidence_row = number("The key of that entry.", null=True)


class HelpReview(Table):
    """A meeting with the family that reviews a plan of early help or for a child in need."""

    child = ref("children", "The child whose plan was reviewed.")
    plan = ref("plans", "The plan of a child in need that was reviewed.", null=True)
    family_help_episode = ref("family_help_episodes", "The early help that was reviewed.", null=True)
    together = text("What it was recorded together with: the same on each child of one meeting.")
    kind = code("words:early-help child-in-need safety", "Which plan was reviewed.")
    held_on = day("The day the meeting was held.")
    child_views = text("What the child said or showed, in their own words.")
    parent_views = text("What each parent or carer said, in their own words.")
    changed = text("What has changed for the child since the plan was last looked at.")
    outcome = code("words:goes-on changes ends steps-up", "What was decided about the plan.", null=True)
    next_on = day("The day by which it is to be looked at next.", null=True)


class PlanAttendee(Table):
    """Somebody asked to a core group or a review of a plan, and whether they came."""

    child = ref("children", "The child whose plan it is.")
    core_group = ref("core_groups", "The core group.", null=True)
    help_review = ref("help_reviews", "The review.", null=True)
    name = text("Who was asked: a name, or the part they play where no name is recorded.")
    part = code(
        "words:child parent family social-care health education police housing other",
        "For whom or as what they were asked.",
    )
    came = flag("Whether they came.", null=True)
