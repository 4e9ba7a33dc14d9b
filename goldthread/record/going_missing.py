"""What is learnt when a child goes missing: what it was about, where they went, and with whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from goldthread.vocabulary.going_missing import THEMES

from .recorded import CodeField, Recorded


class MissingTheme(Recorded):
    """Something that a time missing was about, as far as anybody knows."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="missing_themes", help_text="The child who was missing."
    )
    missing_episode = models.ForeignKey(
        "MissingEpisode", models.PROTECT, related_name="missing_themes", help_text="The time missing."
    )
    theme = CodeField(
        THEMES,
        help_text="What it was about.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "missing themes"


class MissingPlace(Recorded):
    """A place from which a child went missing, where they were seen, or where they were found."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="missing_places", help_text="The child who was missing."
    )
    missing_episode = models.ForeignKey(
        "MissingEpisode", models.PROTECT, related_name="missing_places", help_text="The time missing."
    )
    part = CodeField("words:went-from seen-at found-at", help_text="What the place was in it.")
    place = models.TextField(default="", blank=True, help_text="The place, as people there call it.")
    kind = CodeField(
        "words:home placement school street park shop transport licensed-premises private-address online other",
        null=True,
        blank=True,
        help_text="What kind of place it is.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "missing places"


class Associate(Recorded):
    """Somebody with whom a child at risk outside the home was said to be: information to be weighed, no finding."""

    # It can be let go, which no audit line can: none holds a word of it.
    UNTOLD: ClassVar[frozenset[str]] = frozenset({"called", "described", "told", "said_by", "conditions"})

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="associates", help_text="The child in whose record it stands."
    )
    missing_episode = models.ForeignKey(
        "MissingEpisode",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="associates",
        help_text="The time missing in which they were together.",
    )
    called = models.TextField(default="", blank=True, help_text="What they are called, as it was told.")
    described = models.TextField(
        default="",
        blank=True,
        help_text="By what else they may be known: age, looks, car, name on the internet.",
    )
    told = models.TextField(default="", blank=True, help_text="What was told of them, and no more.")
    said_by = models.TextField(default="", blank=True, help_text="Who told it.")
    told_on = models.DateField(help_text="The day it was told.")
    grade_of_source = CodeField(
        "words:reliable untested not-reliable", help_text="How far its source is to be relied on."
    )
    grade_of_information = CodeField(
        "words:known-directly corroborated known-indirectly not-known suspected-false",
        help_text="How the source knows it.",
    )
    sharing = CodeField(
        "words:may-be-shared with-conditions", help_text="Whether it may be passed on lawfully."
    )
    conditions = models.TextField(
        default="",
        blank=True,
        help_text="On what conditions it may be passed on; empty where there are none.",
    )
    review_on = models.DateField(
        help_text="The day by which it is looked at again, and let go unless it is still needed."
    )
    let_go_on = models.DateField(
        null=True, blank=True, help_text="The day it was found to be needed no longer."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "associates"
