"""Handing a child over from one worker to the next, and what was promised to the child."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded, not_before


class Handover(Recorded):
    """What one worker tells the next of a child, and what the next understands; the child is told of it."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="handovers", help_text="The child who is handed over."
    )
    allocation = models.ForeignKey(
        "Allocation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="handovers",
        help_text="How the receiving worker holds the child; missing until it is decided.",
    )
    from_worker = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who held the child."
    )
    to_worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who holds the child from then on; missing until it is decided.",
    )
    begun_on = models.DateField(help_text="The day it was begun.")
    story = models.TextField(
        default="", blank=True, help_text="The story so far, for somebody who never met the child."
    )
    worries = models.TextField(default="", blank=True, help_text="What worries us.")
    promises = models.TextField(
        default="", blank=True, help_text="What was promised to the child and not yet kept, as it stood."
    )
    due_soon = models.TextField(
        default="", blank=True, help_text="What was due in the next 30 days, as it stood."
    )
    who_matters = models.TextField(default="", blank=True, help_text="Who matters to the child.")
    finished_on = models.DateField(null=True, blank=True, help_text="The day it was finished.")
    finished_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who finished it."
    )
    finished_because = models.TextField(
        default="", blank=True, help_text="Why somebody else than the outgoing worker finished it."
    )
    not_yet_because = models.TextField(
        default="",
        blank=True,
        help_text="Why the next worker begins before it is finished; empty where it was finished first.",
    )
    taken_over_on = models.DateField(
        null=True, blank=True, help_text="The day from which the receiving worker holds the child."
    )
    read_on = models.DateField(
        null=True, blank=True, help_text="The day the receiving worker said that they have read it."
    )
    understood_on = models.DateField(
        null=True, blank=True, help_text="The day the receiving worker wrote what they now understand."
    )
    understood = models.TextField(
        default="", blank=True, help_text="What the receiving worker now understands of the child."
    )
    told_on = models.DateField(
        null=True, blank=True, help_text="The day the child was told that the worker changes."
    )
    told_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who told the child."
    )
    told_how = CodeField(
        "words:visit telephone video letter by-somebody-else too-young",
        null=True,
        blank=True,
        help_text="How the child was told.",
    )
    child_words = models.TextField(
        default="", blank=True, help_text="What the child said of it, in their own words."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "handovers"
        indexes = [
            # What waits for a worker or for their manager, on every home page.
            models.Index(
                fields=["to_worker", "from_worker", "taken_over_on", "finished_on", "read_on"],
                name="handover_waiting",
            )
        ]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="handover_understood_in_words",
                condition=Q(understood_on__isnull=True) | ~Q(understood=""),
                violation_error_message="Write what you now understand.",
            ),
            not_before(
                "understood_on", "read_on", "Nobody says what they understand before they have read it."
            ),
        ]


class Promise(Recorded):
    """Something that was promised to a child, and whether it was kept."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="promises", help_text="The child to whom it was promised."
    )
    visit = models.ForeignKey(
        "Visit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="promises",
        help_text="The visit at which it was promised.",
    )
    words = models.TextField(
        default="", blank=True, help_text="What was promised, in words that the child would use."
    )
    made_on = models.DateField(help_text="The day it was promised.")
    made_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who promised it."
    )
    due_on = models.DateField(null=True, blank=True, help_text="The day by which it was promised.")
    answer = CodeField(
        "words:kept not-kept",
        null=True,
        blank=True,
        help_text="Whether it was kept; missing while it is still to be kept.",
    )
    answered_on = models.DateField(
        null=True, blank=True, help_text="The day it was kept, or the child was told that it would not be."
    )
    answer_words = models.TextField(
        default="",
        blank=True,
        help_text="What was done; or why it was not kept, and what the child was told.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "promises"
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="promise_says_what",
                condition=~Q(words=""),
                violation_error_message="Say what was promised.",
            ),
            models.CheckConstraint(
                name="promise_answered_on_a_day",
                condition=Q(answer__isnull=True, answered_on__isnull=True)
                | Q(answer__isnull=False, answered_on__isnull=False),
                violation_error_message="Say whether it was kept, and on which day.",
            ),
            not_before("answered_on", "made_on", "A promise cannot be answered before it was made."),
        ]
