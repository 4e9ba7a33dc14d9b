"""What every row says of itself: where it came from, who wrote it and when, whether it still stands."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from goldthread.rulebook.codes import code_set

WORDS = "words:"


SHOUTED = re.compile(r"^[A-Z]{2,}(?: [A-Z]{2,})*(?=$| [–-])")


def spoken(label: str) -> str:
    """A standard's label with its opening capitals taken down: "HEALTH SERVICES – school nurse" is said, not shouted."""
    return SHOUTED.sub(
        lambda found: " ".join(w if w == "LA" else w.lower() for w in found[0].split()), label, count=1
    )


class CodeField(models.CharField):
    """A code of a named code set, or one of a fixed list of our own words (``words:yes no unknown``).

    The database holds any text; `full_clean` refuses what is no code. New codes need no migration.
    """

    def __init__(self, codes: str = "", *args: Any, **kwargs: Any) -> None:
        self.codes = codes
        kwargs.setdefault("max_length", 60)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "goldthread.record.recorded.CodeField", args, kwargs

    @property
    def words(self) -> tuple[str, ...]:
        """Our own words that it may hold; none where it holds a standard's codes."""
        return tuple(self.codes.removeprefix(WORDS).split()) if self.codes.startswith(WORDS) else ()

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value in self.empty_values or not self.codes:
            return
        if self.words and value not in self.words:
            raise ValidationError(f"Found {value!r}; expected one of {', '.join(self.words)}.", code="code")
        if not self.words and not code_set(self.codes).valid(value):
            refusal = code_set(self.codes).refusal(value)
            raise ValidationError(refusal[0].upper() + refusal[1:] + ".", code="code")

    def label(self, value: str | None) -> str:
        """What a code means, in words; empty for none. A code that its set never had is shown as it is."""
        if not value:
            return ""
        if self.words:
            return value.replace("-", " ").replace("_", " ")
        return spoken(code_set(self.codes).label(value)) if code_set(self.codes).valid(value) else value


class UnwithdrawnManager(models.Manager[Any]):
    """The rows that nobody withdrew."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(withdrawn_at__isnull=True)


class Recorded(models.Model):
    """Base of every table of the vocabulary. A wrong row is withdrawn, never deleted."""

    source = models.ForeignKey(
        "record.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The imported source that this row came from; missing where it was recorded here.",
    )
    recorded_at = models.DateTimeField(
        default=timezone.now, help_text="When it was written down here.", editable=False
    )
    recorded_by = models.ForeignKey(
        "record.Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose account wrote it; missing where an import did.",
    )
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was withdrawn as entered in error or gone from its source."
    )
    withdrawn_because = models.TextField(
        default="", blank=True, help_text="Why it was withdrawn; empty unless it was."
    )
    original = models.JSONField(
        null=True,
        blank=True,
        help_text="The codes as the source gave them, with their collection year, where they differ.",
    )

    objects = models.Manager()
    unwithdrawn = UnwithdrawnManager()
    history = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"
        constraints = [
            models.CheckConstraint(
                name="%(class)s_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                violation_error_message="Say why it is withdrawn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


def not_before(later: str, earlier: str, says: str) -> models.CheckConstraint:
    """A day or moment is not before another of the same row, where both are known."""
    return models.CheckConstraint(
        name=f"%(class)s_{later}_not_before_{earlier}",
        condition=Q(**{f"{later}__isnull": True})
        | Q(**{f"{earlier}__isnull": True})
        | Q(**{f"{later}__gte": F(earlier)}),
        violation_error_message=says,
    )
