"""The front door: what came in, and what was made of it."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Contact(Recorded):
    """Somebody told or asked the authority something about a child."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="contacts", help_text="The child whom it is about."
    )
    received_on = models.DateField(help_text="The day it arrived.")
    received_at = models.DateTimeField(
        null=True, blank=True, help_text="When it arrived, where the time of day is known."
    )
    received_from = CodeField("referral_source", null=True, blank=True, help_text="Who made contact.")
    worry = models.TextField(
        default="", blank=True, help_text="What they were worried about, in their words."
    )
    outcome = CodeField(
        "words:no-further-action advice early-help referral existing-case",
        null=True,
        blank=True,
        help_text="What was decided about it.",
    )
    decided_on = models.DateField(null=True, blank=True, help_text="The day it was decided what to do.")
    decided_because = models.TextField(default="", blank=True, help_text="Why that was decided.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "contacts"
        indexes = [
            models.Index(fields=["received_on", "withdrawn_at", "child"], name="contact_lately_received")
        ]
        constraints = [
            *Recorded.Meta.constraints,
            not_before("decided_on", "received_on", "A contact cannot be decided before it arrived."),
        ]


class Referral(Recorded):
    """A request for help or protection that opens, or asks to open, an episode of children's social care."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="referrals", help_text="The child who is referred."
    )
    contact = models.ForeignKey(
        "Contact",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="referrals",
        help_text="The contact that became this referral.",
    )
    received_on = models.DateField(help_text="The day the referral was received.")
    received_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was received, where the time of day is known."
    )
    referred_by = CodeField("referral_source", null=True, blank=True, help_text="Who referred the child.")
    decided_on = models.DateField(
        null=True, blank=True, help_text="The day a manager decided what should follow."
    )
    decision = CodeField(
        "words:assessment no-further-action early-help other",
        null=True,
        blank=True,
        help_text="What should follow.",
    )
    no_further_action = models.BooleanField(
        null=True, blank=True, help_text="Whether the referral led to no further action."
    )
    primary_need = CodeField(
        "cin_primary_need", null=True, blank=True, help_text="The main reason why the child is in need."
    )
    closed_on = models.DateField(
        null=True, blank=True, help_text="The day the episode that the referral opened was closed."
    )
    closed_because = CodeField(
        "cin_reason_for_closure", null=True, blank=True, help_text="Why it was closed."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "referrals"
        indexes = [
            models.Index(fields=["received_on", "withdrawn_at", "child"], name="referral_lately_received")
        ]
        constraints = [
            *Recorded.Meta.constraints,
            not_before("decided_on", "received_on", "A referral cannot be decided before it was received."),
            not_before("closed_on", "received_on", "A referral cannot be closed before it was received."),
        ]


class FamilyHelpEpisode(Recorded):
    """A period of early help or family help, whose legal basis can change without a new start."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="family_help_episodes",
        help_text="The child whose family is helped.",
    )
    began_on = models.DateField(help_text="The day the help, or the assessment for it, began.")
    assessed_on = models.DateField(
        null=True, blank=True, help_text="The day the early help assessment was completed."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day the help ended.")
    basis = CodeField("words:early-help child-in-need", help_text="Under what basis the family is helped.")
    organisation = models.TextField(
        default="", blank=True, help_text="Which organisation completed the assessment or leads the help."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "family help episodes"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "Help cannot end before it began."),
        ]
