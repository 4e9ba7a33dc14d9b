"""Oversight: supervision of the work with a child, and decisions with who made them and why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded


class Supervision(Recorded):
    """A discussion of one child in a worker's supervision, which ends in directions."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="supervisions", help_text="The child who was discussed."
    )
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose supervision it was.",
    )
    supervisor = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who supervised."
    )
    held_on = models.DateField(help_text="The day it was held.")
    directions = models.TextField(
        default="", blank=True, help_text="What is to be done, by whom and by when."
    )
    session = models.ForeignKey(
        "SupervisionSession",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="supervisions",
        help_text="The supervision in which it was; missing where none is known.",
    )
    happening = models.TextField(default="", blank=True, help_text="What is happening for the child.")
    reflection = models.TextField(
        default="",
        blank=True,
        help_text="What was thought about it: what it means, what is not known, what else it could be.",
    )
    risk = models.TextField(
        default="", blank=True, help_text="How the manager sees the risk, in their own words."
    )
    what_next = models.TextField(default="", blank=True, help_text="What comes next.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "supervisions"
        indexes = [
            models.Index(fields=["child", "withdrawn_at", "held_on"], name="supervision_last_held"),
            models.Index(fields=["worker", "withdrawn_at", "held_on"], name="supervision_of_worker"),
        ]
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["session", "child"],
                condition=models.Q(withdrawn_at__isnull=True, session__isnull=False),
                name="each_child_once_in_a_supervision",
                violation_error_message="This child was discussed in this supervision already.",
            ),
        ]


class Decision(Recorded):
    """A decision about a child: the question, the answer, who decided, and why."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="decisions", help_text="The child whom it is about."
    )
    kind = CodeField(
        "words:threshold enquiry conference proceedings step-down closure missing placement other",
        help_text="What was decided.",
    )
    question = models.TextField(default="", blank=True, help_text="The question.")
    answer = models.TextField(default="", blank=True, help_text="The answer.")
    options = models.TextField(default="", blank=True, help_text="Which options were considered.")
    rationale = models.TextField(default="", blank=True, help_text="Why. It may not be empty.")
    decided_on = models.DateField(help_text="The day it was decided.")
    decided_at = models.DateTimeField(
        null=True, blank=True, help_text="When, where the time of day is known."
    )
    decided_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who decided."
    )
    signed_off_on = models.DateField(null=True, blank=True, help_text="The day a manager signed it off.")
    signed_off_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Which manager."
    )
    follows_up = models.ForeignKey(
        "Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The earlier decision that it follows up.",
    )
    told = models.TextField(default="", blank=True, help_text="Who was told of it.")
    told_on = models.DateField(null=True, blank=True, help_text="The day they were told.")
    review_on = models.DateField(
        null=True, blank=True, help_text="The day on which to look whether it was right."
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each brother's and sister's; empty where of one child.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "decisions"
        indexes = [
            models.Index(fields=["child", "withdrawn_at", "signed_off_on"], name="decision_last_signed_off"),
            # The few that wait, of all that were ever made: on every manager's home page.
            models.Index(
                fields=["decided_on"], condition=Q(signed_off_on__isnull=True), name="decision_to_sign_off"
            ),
            models.Index(
                fields=["review_on"], condition=Q(review_on__isnull=False), name="decision_to_review"
            ),
            models.Index(fields=["decided_by", "decided_on"], name="decision_by_whom"),
        ]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="decision_says_why",
                condition=~Q(rationale=""),
                violation_error_message="Say why it was decided.",
            ),
        ]
