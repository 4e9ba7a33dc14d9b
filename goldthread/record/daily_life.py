"""A child's own life: what they like doing, for whom they care, and by what other names they are known."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class OtherName(Recorded):
    """Another name by which a child, or somebody of the family, is or was known."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="other_names",
        help_text="The child, or the child to whose family the person belongs.",
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose name it is; missing where it is the child's own.",
    )
    kind = CodeField(
        "words:known-as earlier-name other-spelling name-online", help_text="What kind of name it is."
    )
    given_name = models.TextField(
        default="", blank=True, help_text="The given name; empty where only the family name differs."
    )
    family_name = models.TextField(
        default="", blank=True, help_text="The family name; empty where only the given name differs."
    )
    said_by = models.TextField(default="", blank=True, help_text="Who said so.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "other names"


class YoungCarer(Recorded):
    """A child who provides, or means to provide, care for another person, and what was made of it."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="young_carers", help_text="The child who cares for somebody."
    )
    identified_on = models.DateField(help_text="The day somebody noticed, or the child said so.")
    identified_by = models.TextField(
        default="", blank=True, help_text="Who noticed, or that the child said so."
    )
    cares_for = models.TextField(
        default="", blank=True, help_text="For whom the child cares, and why they need it."
    )
    does = models.TextField(default="", blank=True, help_text="What the child does for them.")
    child_words = models.TextField(
        default="", blank=True, help_text="What the child says of it, in their own words."
    )
    offered_on = models.DateField(
        null=True, blank=True, help_text="The day an assessment of the child's needs was offered."
    )
    refused_because = models.TextField(
        default="", blank=True, help_text="Why it was not wanted; empty unless it was refused."
    )
    assessed_on = models.DateField(
        null=True, blank=True, help_text="The day the child's needs for support were assessed."
    )
    found = models.TextField(
        default="", blank=True, help_text="What the assessment found, and what is done about it."
    )
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day the child no longer cared for anybody."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "young carers"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "identified_on", "It cannot end before it began."),
        ]


class Interest(Recorded):
    """Something that a child likes doing or is part of."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="interests", help_text="The child.")
    kind = CodeField(
        "words:sport arts music club faith outdoors reading-and-games animals friends other",
        help_text="Its kind.",
    )
    what = models.TextField(default="", blank=True, help_text="What it is.")
    child_words = models.TextField(
        default="", blank=True, help_text="What the child says of it, in their own words."
    )
    helped_by = models.TextField(
        default="", blank=True, help_text="What helps the child to do it: who takes them, who pays."
    )
    known_on = models.DateField(help_text="The day it was told.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day the child stopped.")
    ended_because = models.TextField(default="", blank=True, help_text="Why; empty until the child stopped.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "interests"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "known_on", "It cannot end before it began."),
        ]
