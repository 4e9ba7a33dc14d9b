"""What a plan of help asks: worries, goals under them, actions under those, and how each action is going."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Worry(Recorded):
    """Something in a child's life that a plan is there to change."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="worries", help_text="The child about whom somebody worries."
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="worries",
        help_text="The plan that is to change it.",
    )
    carried_from = models.ForeignKey(
        "Worry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The same worry in an earlier plan.",
    )
    words = models.TextField(default="", blank=True, help_text="What it is, and what it does to the child.")
    plain_words = models.TextField(
        default="",
        blank=True,
        help_text="The same as the family would say it; empty where the words themselves will do.",
    )
    said_by = models.TextField(
        default="", blank=True, help_text="Whose worry it is: the child's, a parent's, a school's."
    )
    said_on = models.DateField(help_text="The day it was written into the plan.")
    settled_on = models.DateField(
        null=True, blank=True, help_text="The day it was judged to be a worry no longer."
    )
    settled_because = models.TextField(
        default="", blank=True, help_text="What shows it; empty unless it was settled."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "worries"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("settled_on", "said_on", "A worry cannot be settled before it was written down."),
        ]


class Goal(Recorded):
    """What should be different for the child because of a plan, in words that the family would use."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="goals", help_text="The child for whom it should be different."
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        help_text="The plan that it belongs to.",
    )
    worry = models.ForeignKey(
        "Worry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        help_text="The worry that it answers.",
    )
    carried_from = models.ForeignKey(
        "Goal",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The same goal of an earlier plan.",
    )
    words = models.TextField(default="", blank=True, help_text="What should be different.")
    plain_words = models.TextField(
        default="",
        blank=True,
        help_text="The same as the family would say it; empty where the words themselves will do.",
    )
    set_on = models.DateField(help_text="The day it was agreed.")
    review_by = models.DateField(
        null=True, blank=True, help_text="The day by which it should be looked at again."
    )
    reached_on = models.DateField(null=True, blank=True, help_text="The day it was judged to be reached.")
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was dropped.")
    dropped_because = models.TextField(
        default="", blank=True, help_text="Why it was dropped; empty unless it was."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "goals"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("reached_on", "set_on", "A goal cannot be reached before it was set."),
        ]


class Action(Recorded):
    """Something that somebody is to do for a child, by a day."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="actions", help_text="The child for whom it is done."
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The plan that asks it.",
    )
    goal = models.ForeignKey(
        "Goal",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="What it should help to reach.",
    )
    carried_from = models.ForeignKey(
        "Action",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The same action of an earlier plan or review, carried over.",
    )
    core_group = models.ForeignKey(
        "CoreGroup",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The core group that agreed it.",
    )
    help_review = models.ForeignKey(
        "HelpReview",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The review of the plan that agreed it.",
    )
    conference = models.ForeignKey(
        "Conference",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The conference that agreed it.",
    )
    words = models.TextField(default="", blank=True, help_text="What is to be done.")
    plain_words = models.TextField(
        default="",
        blank=True,
        help_text="The same as the family would say it; empty where the words themselves will do.",
    )
    owner = models.TextField(
        default="",
        blank=True,
        help_text="Who does it, in words; an agency, or somebody who is not in the record.",
    )
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The worker who does it.",
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        help_text="The person of the family who does it.",
    )
    how_known = models.TextField(
        default="", blank=True, help_text="How we shall know that it is done, and that it helps."
    )
    agreed_on = models.DateField(help_text="The day it was agreed.")
    due_on = models.DateField(null=True, blank=True, help_text="The day by which it should be done.")
    done_on = models.DateField(null=True, blank=True, help_text="The day it was done.")
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was dropped.")
    dropped_because = models.TextField(
        default="", blank=True, help_text="Why it was dropped; empty unless it was."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "actions"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("done_on", "agreed_on", "An action cannot be done before it was agreed."),
        ]


class ActionProgress(Recorded):
    """How an action of a plan is going, as somebody saw it on a day, with what shows it."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="action_progress", help_text="The child for whom it is done."
    )
    action = models.ForeignKey(
        "Action", models.PROTECT, related_name="action_progress", help_text="The action."
    )
    noted_on = models.DateField(help_text="The day it was so.")
    how = CodeField("words:done some-progress stuck", help_text="How it is going.")
    words = models.TextField(
        default="", blank=True, help_text="What was done or changed, or what is in the way."
    )
    evidence_table = models.TextField(
        default="",
        blank=True,
        help_text="In which table of the record the entry stands that shows it; empty where none does.",
    )
    evidence_row = models.IntegerField(null=True, blank=True, help_text="The key of that entry.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "progress of actions"
