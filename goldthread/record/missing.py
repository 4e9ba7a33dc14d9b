"""Children who go missing, and the interviews they are offered when they return."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class MissingEpisode(Recorded):
    """A time when a child was missing from home or care, or away from placement without authorisation."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="missing_episodes", help_text="The child."
    )
    kind = CodeField("s903_missing", help_text="Missing, or away without authorisation.")
    began_on = models.DateField(help_text="The day the child went missing.")
    began_at = models.DateTimeField(null=True, blank=True, help_text="When, where the time of day is known.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day the child was found or returned.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When, where the time of day is known.")
    reported_by = models.TextField(default="", blank=True, help_text="Who reported the child missing.")
    circumstances = models.TextField(
        default="", blank=True, help_text="What was known when the child was reported missing."
    )
    found_how = models.TextField(default="", blank=True, help_text="How the child was found, or came back.")
    together = models.TextField(
        default="",
        blank=True,
        help_text="What ties it to those of other children with whom the child was missing; empty for one alone.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "missing episodes"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A child cannot be found before going missing."),
            not_before("ended_at", "began_at", "A child cannot be found before going missing."),
        ]


class ReturnInterview(Recorded):
    """An independent interview offered to a child who was missing and has returned."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="return_interviews", help_text="The child."
    )
    missing_episode = models.ForeignKey(
        "MissingEpisode",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="return_interviews",
        help_text="The time missing that it is about.",
    )
    offered_on = models.DateField(null=True, blank=True, help_text="The day it was offered.")
    offered_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was offered, where the time of day is known."
    )
    accepted = models.BooleanField(null=True, blank=True, help_text="Whether the child accepted.")
    held_on = models.DateField(null=True, blank=True, help_text="The day it was held.")
    held_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was held, where the time of day is known."
    )
    refused_because = models.TextField(
        default="", blank=True, help_text="Why the child did not want it; empty unless they refused."
    )
    interviewer = models.TextField(default="", blank=True, help_text="Who held it.")
    independent = models.BooleanField(
        null=True, blank=True, help_text="Whether they are independent of whoever cares for the child."
    )
    child_words = models.TextField(
        default="", blank=True, help_text="What the child said, in their own words."
    )
    would_help = models.TextField(
        default="", blank=True, help_text="What would help them not to go missing again."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "return interviews"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("held_on", "offered_on", "A return interview cannot be held before it was offered."),
            not_before("held_at", "offered_at", "A return interview cannot be held before it was offered."),
        ]


class MissingSummary(Recorded):
    """How often a child was missing or away in the twelve months before a source's date, as the source
    counts.
    """

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="missing_summaries", help_text="The child."
    )
    counted_on = models.DateField(help_text="The source's date.")
    times_missing = models.IntegerField(null=True, blank=True, help_text="Times missing.")
    times_away = models.IntegerField(null=True, blank=True, help_text="Times away without authorisation.")
    interview_offered = models.BooleanField(
        null=True, blank=True, help_text="Whether a return interview was offered after the last time."
    )
    interview_accepted = models.BooleanField(
        null=True, blank=True, help_text="Whether the child accepted it."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "missing summaries"
