"""Who signs in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from .recorded import CodeField

ROLE_WORDS = (
    "words:social-worker lead-practitioner family-support-worker personal-adviser duty-worker emergency-duty "
    "business-support team-manager service-manager director reviewing-officer fostering-worker quality-auditor "
    "performance-analyst data-administrator information-governance adoption-records-keeper lead-member board-member "
    "system-administrator"
)


class Account(AbstractUser):
    """Somebody who may sign in, the role in which they do, and the worker that they are."""

    role = CodeField(
        ROLE_WORDS,
        default="",
        blank=True,
        help_text="The role, which says what the account may see; without one it sees no child.",
    )
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="accounts",
        help_text="The worker that the account belongs to; missing for those who hold no children.",
    )

    REQUIRED_FIELDS = [*AbstractUser.REQUIRED_FIELDS, "role"]

    @property
    def shown_name(self) -> str:
        """What the account is called on screen: the worker's name, else the account's own."""
        return str(self.worker) if self.worker else self.get_full_name() or self.username
