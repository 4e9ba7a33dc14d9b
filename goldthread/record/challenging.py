"""Challenge: what a manager's manager is dealt to read and says of it, and disagreements taken up a line step by step."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded


class Deal(Recorded):
    """What a manager of managers is dealt to read in one week: drawn once, by a rule that anybody can run again."""

    reader = models.ForeignKey("Worker", models.PROTECT, related_name="+", help_text="To whom it was dealt.")
    week_on = models.DateField(help_text="The Monday of its week.")
    asked = models.IntegerField(help_text="How many were to be dealt.")
    pool = models.IntegerField(help_text="Out of how many decisions and supervisions.")
    seed = models.TextField(
        default="",
        blank=True,
        help_text="From what chance was drawn: with the same record it gives the same deal.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "deals"
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["reader", "week_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="deal_one_a_week",
                violation_error_message="This week was dealt already.",
            ),
        ]


class Reading(Recorded):
    """One decision or supervision that was dealt to a manager's manager, what they say of it, and what is answered."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="readings", help_text="The child whom it is about."
    )
    deal = models.ForeignKey(
        "Deal", models.PROTECT, related_name="readings", help_text="The week's deal of which it is a part."
    )
    decision = models.ForeignKey(
        "Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The decision, where it is one.",
    )
    supervision = models.ForeignKey(
        "Supervision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The supervision, where it is one.",
    )
    kind = models.TextField(
        default="", blank=True, help_text="What kind of decision it is, or that it is a supervision."
    )
    manager = models.ForeignKey(
        "Worker", models.PROTECT, related_name="+", help_text="Whose decision or supervision it is."
    )
    team = models.ForeignKey(
        "Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The team that held the child then.",
    )
    answer = CodeField(
        "words:agree ask challenge",
        null=True,
        blank=True,
        help_text="What the reader says; missing until it is read.",
    )
    words = models.TextField(
        default="", blank=True, help_text="What the reader asks or challenges, or what was good."
    )
    read_on = models.DateField(null=True, blank=True, help_text="The day it was read.")
    reply = models.TextField(default="", blank=True, help_text="What the manager answers.")
    replied_on = models.DateField(null=True, blank=True, help_text="The day of the answer.")
    replied_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who answered."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "readings"
        indexes = [models.Index(fields=["manager", "read_on"], name="reading_of_manager")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="reading_of_one_thing",
                condition=Q(decision__isnull=False, supervision__isnull=True)
                | Q(decision__isnull=True, supervision__isnull=False),
                violation_error_message="What is read is a decision or a supervision.",
            ),
            models.CheckConstraint(
                name="reading_says_what_it_asks",
                condition=Q(answer__isnull=True) | Q(answer="agree") | ~Q(words=""),
                violation_error_message="Say what you ask or challenge.",
            ),
        ]


class Escalation(Recorded):
    """A disagreement about what is not happening for a child, taken up the line until it is resolved."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="escalations", help_text="The child.")
    part = CodeField(
        "words:reviewing-officer conference-chair other", help_text="In what part somebody raised it."
    )
    raised_on = models.DateField(help_text="The day it was raised.")
    raised_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who raised it."
    )
    theme = CodeField(
        "words:drift plan review-decisions safety placement permanence contact health education voice allocation other",
        help_text="What it is about.",
    )
    about = models.TextField(
        default="",
        blank=True,
        help_text="The signal of drift from which it was raised; empty where none was.",
    )
    team = models.ForeignKey(
        "Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The team that held the child then.",
    )
    words = models.TextField(
        default="",
        blank=True,
        help_text="What is not happening for the child, and what that does to the child.",
    )
    wanted = models.TextField(default="", blank=True, help_text="What would settle it.")
    outcome = CodeField(
        "words:resolved partly-resolved outside withdrawn",
        null=True,
        blank=True,
        help_text="What became of it.",
    )
    outcome_words = models.TextField(
        default="", blank=True, help_text="What was agreed, or why it was withdrawn or taken outside."
    )
    resolved_on = models.DateField(
        null=True, blank=True, help_text="The day it was resolved, or taken outside the authority."
    )
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was withdrawn.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "escalations"
        indexes = [models.Index(fields=["resolved_on", "dropped_on"], name="escalation_open")]


class EscalationStage(Recorded):
    """One stage of an escalation: before whom it was brought, by when an answer is expected, and what they answered."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="escalation_stages", help_text="The child."
    )
    escalation = models.ForeignKey(
        "Escalation", models.PROTECT, related_name="escalation_stages", help_text="Which escalation."
    )
    stage = CodeField(
        "words:informal team-manager service-manager director outside",
        help_text="Before whom it was brought.",
    )
    began_on = models.DateField(help_text="The day it was brought there.")
    because = models.TextField(default="", blank=True, help_text="Why it went there; empty for the first.")
    due_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day by which an answer is expected; missing outside the authority.",
    )
    answered_on = models.DateField(null=True, blank=True, help_text="The day it was answered.")
    answered_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who answered."
    )
    answer = models.TextField(default="", blank=True, help_text="What they answered.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "escalation stages"
