"""Who held the posts that answer for children's services, and when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .recorded import CodeField, Recorded, not_before


class PostHolding(Recorded):
    """Somebody held an accountable post, between two days. A worker, or a name where it is none."""

    post = CodeField(
        (
            "words:director lead-member chief-executive leader independent-scrutineer principal-social-worker "
            "virtual-school-head designated-officer monitoring-officer assistant-director service-manager"
        ),
        help_text="Which post.",
    )
    team = models.ForeignKey(
        "Team",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Of which service, for a post of which there are several.",
    )
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who held it, where that is a worker.",
    )
    name = models.TextField(
        default="",
        blank=True,
        help_text="Who held it, where that is no worker of the authority, such as a councillor.",
    )
    standing = CodeField(
        "words:permanent interim acting",
        help_text="Whether for good, from outside for a time, or covering.",
    )
    began_on = models.DateField(help_text="The first day.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended; missing while it lasts.")
    ended_because = models.TextField(default="", blank=True, help_text="Why it ended.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "post holdings"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "Nobody leaves a post before they hold it."),
            models.CheckConstraint(
                name="post_holding_names_its_holder",
                condition=Q(worker__isnull=False) | ~Q(name=""),
                violation_error_message="Say who held the post.",
            ),
        ]

    @property
    def holder(self) -> str:
        """Whom to name."""
        return str(self.worker) if self.worker else self.name
