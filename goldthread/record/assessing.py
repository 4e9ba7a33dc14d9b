"""What an assessment says, section by section, and what a manager made of it."""

from __future__ import annotations

from django.db import models

from goldthread.vocabulary.sections import WORDS as SECTIONS

from .recorded import CodeField, Recorded, not_before


class AssessmentSection(Recorded):
    """One section of an assessment, as a narrative."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessment_sections", help_text="The child who is assessed."
    )
    assessment = models.ForeignKey(
        "Assessment", models.PROTECT, related_name="assessment_sections", help_text="The assessment."
    )
    section = CodeField(SECTIONS, help_text="Which section.")
    words = models.TextField(default="", blank=True, help_text="What it says.")
    copied_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The section of an earlier assessment from which it was copied.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment sections"
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["assessment", "section"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_of_each_section",
                violation_error_message="This section is written already; change that one.",
            ),
        ]


class AssessmentCheckpoint(Recorded):
    """A manager looked at an open assessment on the way, and said how it goes on."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessment_checkpoints", help_text="The child who is assessed."
    )
    assessment = models.ForeignKey(
        "Assessment", models.PROTECT, related_name="assessment_checkpoints", help_text="The assessment."
    )
    held_on = models.DateField(help_text="The day the manager looked at it.")
    held_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Which manager."
    )
    outcome = CodeField("words:continue conclude widen", help_text="How it goes on.")
    words = models.TextField(default="", blank=True, help_text="What was seen and asked.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment checkpoints"


class AssessmentApproval(Recorded):
    """A manager was asked to authorise an assessment, and what became of it."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessment_approvals", help_text="The child who is assessed."
    )
    assessment = models.ForeignKey(
        "Assessment", models.PROTECT, related_name="assessment_approvals", help_text="The assessment."
    )
    asked_on = models.DateField(help_text="The day it was asked.")
    asked_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was asked, where the time of day is known."
    )
    answer = CodeField(
        "words:authorised returned", null=True, blank=True, help_text="What the manager answered."
    )
    answered_on = models.DateField(null=True, blank=True, help_text="The day the manager answered.")
    answered_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Which manager answered."
    )
    answered_because = models.TextField(
        default="", blank=True, help_text="Why it was authorised or returned."
    )
    digest = models.TextField(
        default="",
        blank=True,
        help_text="The SHA-256 of exactly what was read and authorised; empty until then.",
    )
    voided_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day what was authorised was changed, which ended the authorisation.",
    )
    voided_because = models.TextField(
        default="", blank=True, help_text="What was changed; empty unless it was."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment approvals"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("answered_on", "asked_on", "A manager cannot answer before they were asked."),
            not_before("voided_on", "answered_on", "An authorisation cannot end before it was given."),
            models.CheckConstraint(
                name="assessmentapproval_authorised_is_tied_to_what_was_read",
                condition=~models.Q(answer="authorised") | ~models.Q(digest=""),
                violation_error_message="An authorisation says of exactly what text it is.",
            ),
        ]


class AssessmentComment(Recorded):
    """What a manager who returned an assessment said of one of its sections."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessment_comments", help_text="The child who is assessed."
    )
    approval = models.ForeignKey(
        "AssessmentApproval",
        models.PROTECT,
        related_name="assessment_comments",
        help_text="The return with which it was said.",
    )
    section = CodeField(SECTIONS, help_text="Of which section.")
    words = models.TextField(default="", blank=True, help_text="What is asked.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment comments"
