"""The link between the sealed record of an adopted child and the child's new record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from .append_only import AppendOnlyModel


class SealedIdentity(AppendOnlyModel):
    """Which new record follows which sealed one. Only `practice.identity` reads it, for the keeper, each time for a reason."""

    UNTOLD: ClassVar[frozenset[str]] = frozenset({"before", "after"})
    """What no audit line repeats: it would be the link over again."""

    before = models.ForeignKey(
        "Child", models.PROTECT, related_name="+", help_text="The child of the sealed record."
    )
    after = models.ForeignKey(
        "Child", models.PROTECT, related_name="+", help_text="The child of the new record."
    )
    order_on = models.DateField(help_text="The day of the adoption order.")
    under = models.TextField(help_text="By which law the record was sealed.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who sealed it.")

    class Meta:
        verbose_name_plural = "sealed identities"
        constraints = [
            models.UniqueConstraint(fields=["before"], name="sealed_identity_one_before"),
            models.UniqueConstraint(fields=["after"], name="sealed_identity_one_after"),
        ]
