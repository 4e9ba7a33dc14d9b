"""A child's story as somebody told it, and what is given or sent to people: the contact card and letters."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded


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
