"""What home pages counted on a day, kept so that a week later it can be said whether it is more or less."""

from __future__ import annotations

from django.db import models


class HomeCount(models.Model):
    """How many children a figure counted of a team, with all within it, or of one of its workers, on a day."""

    day = models.DateField(help_text="The local day.")
    team = models.ForeignKey("Team", models.PROTECT, related_name="+", help_text="The team.")
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The worker; missing for the team itself.",
    )
    figure = models.CharField(max_length=40, help_text="The figure, by its name in the rulebook.")
    many = models.IntegerField(help_text="How many children it counted.")

    class Meta:
        verbose_name_plural = "home counts"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "team", "worker", "figure"], name="homecount_once_a_day_of_a_worker"
            ),
            models.UniqueConstraint(
                fields=["day", "team", "figure"],
                condition=models.Q(worker__isnull=True),
                name="homecount_once_a_day_of_a_team",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure} on {self.day}: {self.many}"
