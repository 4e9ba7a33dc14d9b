"""Foster carers: a household from its first enquiry on, its reviews, checks, visits and training."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from .recorded import CodeField, Recorded


class CarerHousehold(Recorded):
    """A household that fosters, or asks to, and each day on the way to its approval or away from it."""

    public_id = models.UUIDField(
        default=uuid4,
        unique=True,
        editable=False,
        help_text="The number by which pages name the household: random, and nothing can be told from it.",
    )
    name = models.TextField(default="", blank=True, help_text="What the household is called.")
    connected = models.BooleanField(
        null=True, blank=True, help_text="Whether they foster a child of their family or friends only."
    )
    supervised_by = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Their supervising social worker, now.",
    )
    places = models.IntegerField(
        null=True, blank=True, help_text="For how many children at a time they are approved."
    )
    enquired_on = models.DateField(null=True, blank=True, help_text="The day of the first enquiry.")
    information_sent_on = models.DateField(
        null=True, blank=True, help_text="The day information was sent to them."
    )
    applied_on = models.DateField(null=True, blank=True, help_text="The day their application was accepted.")
    information_complete_on = models.DateField(
        null=True, blank=True, help_text="The day all the information of stage one was there."
    )
    stage_one_decided_on = models.DateField(
        null=True, blank=True, help_text="The day they were told whether they go on to stage two."
    )
    determined_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day of a qualifying determination: a proposal not to approve, or to end it.",
    )
    represented_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day they made representations, or asked for an independent review.",
    )
    decided_on = models.DateField(
        null=True, blank=True, help_text="The day it was decided whether to approve them."
    )
    approved_on = models.DateField(null=True, blank=True, help_text="The day they were approved.")
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day their approval ended, or their application was withdrawn."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "carer households"


class CarerReview(Recorded):
    """A review of a foster household's approval."""

    household = models.ForeignKey(
        "CarerHousehold", models.PROTECT, related_name="carer_reviews", help_text="The household."
    )
    held_on = models.DateField(help_text="The day the review was held.")
    to_panel = models.BooleanField(
        null=True, blank=True, help_text="Whether it went to the fostering panel, as the first one must."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "carer reviews"


class CarerCheck(Recorded):
    """A check of a foster household, or a visit to it by its supervising social worker."""

    household = models.ForeignKey(
        "CarerHousehold", models.PROTECT, related_name="carer_checks", help_text="The household."
    )
    kind = CodeField(
        "words:supervision-visit unannounced-visit disclosure medical", help_text="Which check or visit."
    )
    held_on = models.DateField(help_text="The day it was made.")
    of_whom = models.TextField(
        default="", blank=True, help_text="Of whom in the household; empty where it is of all."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "carer checks"


class CarerTraining(Recorded):
    """Training that a foster household has completed."""

    household = models.ForeignKey(
        "CarerHousehold", models.PROTECT, related_name="carer_training", help_text="The household."
    )
    kind = CodeField(
        "words:standards safeguarding first-aid medication other", help_text="What it was about."
    )
    completed_on = models.DateField(help_text="The day it was completed.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "carer training"
