"""Education: the personal education plan of a child in care, and the education, health and care plan."""

from __future__ import annotations

from .tables import Table, code, day, ref


class EducationPlan(Table):
    """A personal education plan, or an education, health and care plan: one row for the plan and one for each review."""

    child = ref("children", "The child or young person.")
    kind = code("words:personal education-health-care", "Which plan it is.")
    requested_on = day(
        "The day the assessment for an education, health and care plan was requested.", null=True
    )
    assessment_decided_on = day("The day it was decided whether to assess.", null=True)
    refused_on = day("The day it was decided to issue no plan.", null=True)
    held_on = day("The day the plan was made or issued, or was reviewed.", null=True)
