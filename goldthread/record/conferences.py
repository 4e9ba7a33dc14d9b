"""Child protection conferences, and who is asked to them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded, not_before


class Conference(Recorded):
    """A child protection conference: initial, review, or on transfer from another authority."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="conferences", help_text="The child whom it is about."
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each child of one conference.",
    )
    kind = CodeField("words:initial review transfer-in", help_text="Which conference it is.")
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="The referral to whose episode it belongs.",
    )
    enquiry = models.ForeignKey(
        "Enquiry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="The enquiry that led to an initial conference.",
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="The child protection plan that a review conference reviewed.",
    )
    called_on = models.DateField(null=True, blank=True, help_text="The day it was called.")
    called_for_on = models.DateField(
        null=True, blank=True, help_text="The day for which it is called. A call stops no clock."
    )
    called_for_at = models.DateTimeField(
        null=True, blank=True, help_text="The hour for which it is called, where that is said."
    )
    adjourned_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day it met and was adjourned; from then on it is called for the day it goes on.",
    )
    adjourned_because = models.TextField(default="", blank=True, help_text="Why it was adjourned.")
    must_come = models.TextField(default="", blank=True, help_text="Who must be there when it goes on.")
    held_on = models.DateField(
        null=True, blank=True, help_text="The day the conference was held; missing while it is only called."
    )
    chaired_by = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="Who chaired it, or is to chair it.",
    )
    inquorate_because = models.TextField(
        default="", blank=True, help_text="Why it went ahead without enough agencies, where it did."
    )
    child_views = models.TextField(
        default="",
        blank=True,
        help_text="What the child wanted the conference to know, in their own words; or why that is not known.",
    )
    advocate = models.TextField(
        default="", blank=True, help_text="Who spoke for the child, where somebody did."
    )
    led_to_plan = models.BooleanField(
        null=True, blank=True, help_text="Whether an initial conference decided on a child protection plan."
    )
    plan_continues = models.BooleanField(
        null=True, blank=True, help_text="Whether a review conference decided that the plan goes on."
    )
    category = CodeField(
        "category_of_abuse",
        null=True,
        blank=True,
        help_text="The category of abuse or neglect that it decided on.",
    )
    decided_because = models.TextField(default="", blank=True, help_text="Why.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "conferences"
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_called_or_held",
                condition=Q(held_on__isnull=False) | Q(called_for_on__isnull=False),
                violation_error_message="Say for which day it is called, or on which it was held.",
            ),
            not_before("held_on", "adjourned_on", "It cannot have been held before it was adjourned."),
        ]


class ConferenceInvitee(Recorded):
    """Somebody asked to a child protection conference: the family, an advocate, or an agency."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="conference_invitees",
        help_text="The child whom the conference is about.",
    )
    conference = models.ForeignKey(
        "Conference", models.PROTECT, related_name="conference_invitees", help_text="The conference."
    )
    agency = CodeField(
        "words:family advocate social-care police health education probation voluntary other",
        help_text="For whom they come.",
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conference_invitees",
        help_text="Who of the family, where the record knows them.",
    )
    name = models.TextField(
        default="", blank=True, help_text="Who was asked or came; empty where it is not recorded."
    )
    invited_on = models.DateField(null=True, blank=True, help_text="The day they were invited.")
    attended = models.BooleanField(null=True, blank=True, help_text="Whether they took part.")
    took_part_by = CodeField(
        "words:meeting video phone", null=True, blank=True, help_text="How they took part."
    )
    report_sent_on = models.DateField(null=True, blank=True, help_text="The day they sent their report.")
    report_shared_on = models.DateField(
        null=True, blank=True, help_text="The day their report was shared with the family."
    )
    views = models.TextField(
        default="", blank=True, help_text="What they said; of the family, in their own words."
    )
    agrees = models.BooleanField(null=True, blank=True, help_text="Whether they agree with the decision.")
    dissent = models.TextField(default="", blank=True, help_text="Why they do not agree.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "conference invitees"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("report_shared_on", "report_sent_on", "A report cannot be shared before it was sent."),
        ]
