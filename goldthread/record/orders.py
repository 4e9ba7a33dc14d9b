"""Emergency powers and court: orders that protect a child now, and care proceedings."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class SafeguardingOrder(Recorded):
    """A short power to protect a child at once, or to hold them in secure accommodation."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="safeguarding_orders", help_text="The child."
    )
    kind = CodeField(
        "words:police-protection emergency-protection-order child-assessment-order secure-accommodation",
        help_text="Which power it is.",
    )
    began_on = models.DateField(
        help_text="The day from which its time runs; for an emergency order after police protection, the first day of that."
    )
    began_at = models.DateTimeField(null=True, blank=True, help_text="When, where the time of day is known.")
    authorised_on = models.DateField(
        null=True, blank=True, help_text="The day a court authorised secure accommodation."
    )
    authorised_at = models.DateTimeField(
        null=True, blank=True, help_text="When, where the time of day is known."
    )
    authorised_to = models.DateField(
        null=True, blank=True, help_text="The day to which the court authorised it."
    )
    extended_on = models.DateField(
        null=True, blank=True, help_text="The day from which the court extended an emergency order, once."
    )
    reviewed_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day a panel first reviewed the keeping of the child in secure accommodation.",
    )
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day the child was released or the power ended or was replaced."
    )
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When, where the time of day is known.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "safeguarding orders"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A power cannot end before it began."),
        ]


class Proceeding(Recorded):
    """Care proceedings about a child, with the letter and the meetings that came before them."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="proceedings", help_text="The child.")
    letter_on = models.DateField(
        null=True, blank=True, help_text="The day the letter before proceedings was sent."
    )
    family_meeting_offered_on = models.DateField(
        null=True, blank=True, help_text="The day a family group decision-making meeting was offered."
    )
    family_meeting_accepted = models.BooleanField(
        null=True, blank=True, help_text="Whether the family accepted it."
    )
    pre_proceedings_ended_on = models.DateField(
        null=True, blank=True, help_text="The day pre-proceedings ended, by agreement or by an application."
    )
    issued_on = models.DateField(null=True, blank=True, help_text="The day the application was issued.")
    final_order_on = models.DateField(null=True, blank=True, help_text="The day of the final order.")
    withdrawn_on = models.DateField(null=True, blank=True, help_text="The day the application was withdrawn.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "proceedings"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("final_order_on", "issued_on", "A final order cannot come before the application."),
        ]
