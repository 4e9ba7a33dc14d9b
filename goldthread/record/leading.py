"""Who leads the work with a family, and the family's own meetings."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class LeadPractitioner(Recorded):
    """Who leads the help for a family, from whatever profession or agency, or leads the protection of a child on a plan."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="lead_practitioners", help_text="The child."
    )
    kind = CodeField("words:family-help child-protection", help_text="What they lead.")
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="lead_practitioners",
        help_text="The worker, where they work for the authority.",
    )
    name = models.TextField(default="", blank=True, help_text="Their name.")
    profession = models.TextField(default="", blank=True, help_text="Their profession.")
    agency = models.TextField(default="", blank=True, help_text="For which agency they work.")
    began_on = models.DateField(help_text="The day they began to lead.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day they no longer did.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "lead practitioners"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "Nobody stops leading before they began."),
        ]


class FamilyMeeting(Recorded):
    """Family group decision-making: a meeting offered to a family to make its own plan, and what became of it."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="family_meetings",
        help_text="The child for whom the family plans.",
    )
    proceeding = models.ForeignKey(
        "Proceeding",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="family_meetings",
        help_text="The proceedings before which it was offered.",
    )
    offered_on = models.DateField(help_text="The day it was offered.")
    accepted = models.BooleanField(null=True, blank=True, help_text="Whether the family accepted.")
    answered_on = models.DateField(null=True, blank=True, help_text="The day the family answered.")
    held_on = models.DateField(null=True, blank=True, help_text="The day it was held.")
    came = models.TextField(default="", blank=True, help_text="Who came.")
    family_plan = models.TextField(default="", blank=True, help_text="The family's own plan, in its words.")
    followed_up_on = models.DateField(
        null=True, blank=True, help_text="The day it was looked at what became of the family's plan."
    )
    followed_up = models.TextField(default="", blank=True, help_text="What became of it.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "family meetings"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("answered_on", "offered_on", "A meeting cannot be answered before it was offered."),
            not_before("held_on", "offered_on", "A meeting cannot be held before it was offered."),
            not_before("followed_up_on", "held_on", "A meeting cannot be followed up before it was held."),
        ]


class HelpBasis(Recorded):
    """A day from which a family is helped on another legal basis, within one episode of help."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="help_bases", help_text="The child whose family is helped."
    )
    family_help_episode = models.ForeignKey(
        "FamilyHelpEpisode",
        models.PROTECT,
        related_name="help_bases",
        help_text="The episode, which goes on.",
    )
    basis = CodeField("words:early-help child-in-need", help_text="Under what basis from then on.")
    changed_on = models.DateField(help_text="The day from which.")
    because = models.TextField(default="", blank=True, help_text="Why.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "help bases"
