"""The table of drafts: no part of the record, emptied as it goes."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """What one account had typed into the form at one address."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts", help_text="Whose it is."
    )
    place = models.CharField(max_length=300, help_text="The address of the form.")
    sealed = models.TextField(help_text="The fields, encrypted for this account and this address.")
    kept_at = models.DateTimeField(db_index=True, help_text="When they were last kept.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "place"], name="one_draft_a_form")]

    def __str__(self) -> str:
        return f"draft {self.pk}"
