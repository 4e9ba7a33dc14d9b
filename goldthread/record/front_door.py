"""The front door: what came in, and what was made of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from goldthread.vocabulary.front_door import SIGNS_OF_HARM

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
    decided_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Which manager decided."
    )
    referrer_agency = models.TextField(
        default="",
        blank=True,
        help_text="Which school, surgery, station or other body they spoke for; empty for a member of the public.",
    )
    referrer_name = models.TextField(default="", blank=True, help_text="The name of whoever told us.")
    referrer_role = models.TextField(
        default="", blank=True, help_text="What they are: teacher, neighbour, police officer."
    )
    consent = CodeField(
        "words:given refused not-sought",
        null=True,
        blank=True,
        help_text="Whether the family agreed to the contact being made.",
    )
    consent_because = models.TextField(
        default="", blank=True, help_text="Why consent was not sought, or what was said when it was refused."
    )
    else_known = models.TextField(
        default="", blank=True, help_text="What else was told, or is known from elsewhere."
    )
    feedback_on = models.DateField(
        null=True, blank=True, help_text="The day whoever told us was told what was decided."
    )
    feedback_how = CodeField(
        "words:telephone email letter in-person", null=True, blank=True, help_text="How they were told."
    )
    feedback_words = models.TextField(default="", blank=True, help_text="What they were told.")
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on the contacts of brothers and sisters; empty for one alone.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "contacts"
        indexes = [
            models.Index(fields=["received_on", "withdrawn_at", "child"], name="contact_lately_received"),
            # The few that wait, of all that ever came: on the front door and on every manager's home page.
            models.Index(
                fields=["source", "withdrawn_at"],
                condition=Q(decided_on__isnull=True, outcome__isnull=True),
                name="contact_undecided",
            ),
        ]
        constraints = [
            *Recorded.Meta.constraints,
            not_before("decided_on", "received_on", "A contact cannot be decided before it arrived."),
            not_before("feedback_on", "received_on", "Nobody can be told before the contact arrived."),
        ]


class HarmIndicator(Recorded):
    """A sign of harm that was told or seen when somebody made contact about a child."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="harm_indicators", help_text="The child whom it is about."
    )
    contact = models.ForeignKey(
        "Contact",
        models.PROTECT,
        related_name="harm_indicators",
        help_text="The contact at which it was told or seen.",
    )
    indicator = CodeField(SIGNS_OF_HARM, help_text="Which sign of harm.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "harm indicators"


class ContactCheck(Recorded):
    """Something asked of another agency while it is decided what to do about a contact."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="contact_checks", help_text="The child whom it is about."
    )
    contact = models.ForeignKey(
        "Contact",
        models.PROTECT,
        related_name="contact_checks",
        help_text="The contact for which it was asked.",
    )
    agency = models.TextField(default="", blank=True, help_text="Who was asked.")
    asked_on = models.DateField(help_text="The day they were asked.")
    answered_on = models.DateField(null=True, blank=True, help_text="The day they answered.")
    answer = models.TextField(default="", blank=True, help_text="What they said.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "contact checks"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("answered_on", "asked_on", "They cannot answer before they were asked."),
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
    decided_because = models.TextField(default="", blank=True, help_text="Why that was decided.")
    decided_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Which manager decided."
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
            models.Index(fields=["received_on", "withdrawn_at", "child"], name="referral_lately_received"),
            # The few that wait, of all that ever came: on the front door and on every manager's home page.
            models.Index(
                fields=["source", "withdrawn_at"],
                condition=Q(decided_on__isnull=True, closed_on__isnull=True),
                name="referral_undecided",
            ),
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
    contact = models.ForeignKey(
        "Contact",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="family_help_episodes",
        help_text="The contact that led to it.",
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
    ended_because = models.TextField(
        default="", blank=True, help_text="Why the help ended; empty until it did."
    )
    stepped_down_from = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The referral whose work was stepped down to it.",
    )
    stepped_up_to = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The referral by which it was stepped up.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "family help episodes"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "Help cannot end before it began."),
        ]
