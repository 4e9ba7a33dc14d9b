"""What the authority's letters say: its own words for each kind, dated, beside the words that come with the product."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class LetterWords(models.Model):
    """The words of one kind of letter from a day on. A later one takes its place; none is changed or deleted."""

    kind = models.CharField(max_length=40, help_text="Which letter.")
    words = models.TextField(
        default="",
        blank=True,
        help_text="What it says; empty where the words that come with the product hold again.",
    )
    began_on = models.DateField(help_text="The first day on which letters are offered with these words.")
    decided_by = models.CharField(max_length=200, help_text="Who decided it, by name and role.")
    why = models.TextField(help_text="Why.")
    by = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose account wrote it; missing where a command did, from a file.",
    )
    at = models.DateTimeField(default=timezone.now, help_text="When it was written.")

    class Meta:
        verbose_name_plural = "letter words"
        indexes = [models.Index(fields=["kind", "began_on"], name="letterwords_kind")]
        constraints = [
            models.CheckConstraint(
                name="letterwords_decided_by_somebody",
                condition=~Q(decided_by="") & ~Q(why=""),
                violation_error_message="Say who decided it, and why.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} from {self.began_on}"
