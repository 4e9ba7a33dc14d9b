"""Help and protection: assessments of children and families."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Assessment(Recorded):
    """A child and family assessment under section 17, or one made together with an enquiry."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessments", help_text="The child who is assessed."
    )
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assessments",
        help_text="The referral that it answers.",
    )
    requested_on = models.DateField(
        help_text=(
            "The day from which its time runs: the referral's, or for a later assessment of an "
            "open case the day it was decided on."
        )
    )
    began_on = models.DateField(null=True, blank=True, help_text="The day the assessment actually began.")
    reviewed_on = models.DateField(
        null=True, blank=True, help_text="The day a manager reviewed it on the way."
    )
    authorised_on = models.DateField(
        null=True, blank=True, help_text="The day a manager authorised it as complete."
    )
    child_seen = CodeField(
        "words:yes no unknown", default="unknown", help_text="Whether the child was seen during it."
    )
    needs_support = models.BooleanField(
        null=True, blank=True, help_text="Whether it found that the child needs children's social care."
    )
    pre_birth = models.BooleanField(
        null=True, blank=True, help_text="Whether it was begun before the child was born."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessments"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("authorised_on", "began_on", "An assessment cannot be authorised before it began."),
            not_before(
                "authorised_on",
                "requested_on",
                "An assessment cannot be authorised before the day from which its time runs.",
            ),
        ]


class AssessmentFactor(Recorded):
    """Something that an assessment found to matter in the child's life."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessment_factors", help_text="The child who was assessed."
    )
    assessment = models.ForeignKey(
        "Assessment",
        models.PROTECT,
        related_name="assessment_factors",
        help_text="The assessment that found it.",
    )
    factor = CodeField("assessment_factor", help_text="What was found.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment factors"


class AssessmentConsultation(Recorded):
    """An adult in the child's life whom an assessment consulted, or did not and says why."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="assessment_consultations",
        help_text="The child who was assessed.",
    )
    assessment = models.ForeignKey(
        "Assessment", models.PROTECT, related_name="assessment_consultations", help_text="The assessment."
    )
    person = models.ForeignKey(
        "Person", models.PROTECT, related_name="assessment_consultations", help_text="The adult."
    )
    consulted_on = models.DateField(null=True, blank=True, help_text="The day they were spoken with.")
    not_consulted_because = models.TextField(
        default="", blank=True, help_text="Why they were not; empty where they were."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment consultations"
