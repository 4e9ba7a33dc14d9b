"""A child's story as somebody told it, and what is given or sent to people: the contact card and letters."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded, not_before


class StoryPart(Recorded):
    """One part of a child's story for somebody who never met them. It is never changed: what is written later stands."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="story_parts", help_text="The child whose story it is."
    )
    part = CodeField("words:who why worries doing child-says next", help_text="Which part of the story.")
    words = models.TextField(default="", blank=True, help_text="The story.")
    written_on = models.DateField(help_text="The day it was written.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "story parts"


class ContactCard(Recorded):
    """What a child was given so that they can reach their worker."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="contact_cards", help_text="The child.")
    worker = models.ForeignKey("Worker", models.PROTECT, related_name="+", help_text="Whose card it is.")
    telephone = models.TextField(
        default="", blank=True, help_text="The number on which the child can ring or text them."
    )
    reached = models.TextField(
        default="", blank=True, help_text="When they can be reached, and who answers when they are away."
    )
    next_on = models.DateField(
        null=True, blank=True, help_text="The day the worker said they would come next."
    )
    advocate = models.TextField(
        default="", blank=True, help_text="Who can speak up for the child, and how to reach them."
    )
    complaint = models.TextField(
        default="", blank=True, help_text="How the child can say that something is wrong."
    )
    given_on = models.DateField(help_text="The day it was given to the child.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "contact cards"


class ChildMessage(Recorded):
    """A call, text or letter from a child who waits for an answer, and when somebody answered it."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="child_messages", help_text="The child who called or wrote."
    )
    received_on = models.DateField(help_text="The day it came.")
    how = CodeField("words:telephone text email letter in-person by-somebody-else", help_text="How it came.")
    words = models.TextField(
        default="", blank=True, help_text="What the child said or asked, in their own words."
    )
    taken_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who took it."
    )
    answered_on = models.DateField(
        null=True, blank=True, help_text="The day the child was answered; missing while they wait."
    )
    answered_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who answered."
    )
    answer_words = models.TextField(
        default="", blank=True, help_text="What the child was told, and what was done."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "child messages"
        indexes = [
            # The few that wait, of all that ever came: on every worker's home page.
            models.Index(
                fields=["child", "withdrawn_at"],
                condition=Q(answered_on__isnull=True),
                name="child_message_unanswered",
            )
        ]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="child_message_says_what",
                condition=~Q(words=""),
                violation_error_message="Say what the child said or asked.",
            ),
            models.CheckConstraint(
                name="child_message_answer_says_what",
                condition=Q(answered_on__isnull=True) | ~Q(answer_words=""),
                violation_error_message="Say what the child was told.",
            ),
            not_before("answered_on", "received_on", "A child cannot be answered before they called."),
        ]


class Letter(Recorded):
    """A letter that was sent about a child, word for word."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="letters", help_text="The child whom it is about."
    )
    kind = CodeField(
        "words:conference-invitation core-group-invitation review-invitation referrer-decision closing",
        help_text="Which letter.",
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="To whom of the family it was sent.",
    )
    to_child = models.BooleanField(help_text="Whether it was sent to the child.")
    to_name = models.TextField(default="", blank=True, help_text="To whom it was sent, by name.")
    words = models.TextField(default="", blank=True, help_text="What it says.")
    sent_on = models.DateField(help_text="The day it was sent.")
    how = CodeField("words:post email by-hand", help_text="How it was sent.")
    about_table = models.TextField(
        default="",
        blank=True,
        help_text="In which table the row stands that it is about; empty where it is about none.",
    )
    about_row = models.IntegerField(null=True, blank=True, help_text="The key of that row.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "letters"
