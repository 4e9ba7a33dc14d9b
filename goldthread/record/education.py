"""Education: the personal education plan of a child in care, and the education, health and care plan."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded


class EducationPlan(Recorded):
    """A personal education plan, or an education, health and care plan: one row for the plan and one for each review."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="education_plans", help_text="The child or young person."
    )
    kind = CodeField("words:personal education-health-care", help_text="Which plan it is.")
    requested_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the assessment for an education, health and care plan was requested.",
    )
    assessment_decided_on = models.DateField(
        null=True, blank=True, help_text="The day it was decided whether to assess."
    )
    refused_on = models.DateField(null=True, blank=True, help_text="The day it was decided to issue no plan.")
    held_on = models.DateField(
        null=True, blank=True, help_text="The day the plan was made or issued, or was reviewed."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "education plans"
