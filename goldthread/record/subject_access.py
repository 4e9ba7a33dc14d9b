"""Somebody asks for the record that is held of them: the request, what is left out and why, and what was made of it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .recorded import CodeField


class AccessRequest(models.Model):
    """A request for access to one child's record, from its arrival to its answer."""

    public_id = models.UUIDField(
        default=uuid4, unique=True, editable=False, help_text="The number by which pages name the request."
    )
    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="access_requests", help_text="Whose record is asked for."
    )
    asked_by = models.TextField(help_text="Who asks, by name.")
    asks_as = CodeField(
        "words:themselves parent guardian solicitor advocate other",
        help_text="What who asks is to the child: themselves, or on whose behalf.",
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="access_requests",
        help_text="Who asks, where they are a person of this record.",
    )
    entitled_how = models.TextField(
        default="", blank=True, help_text="How who asks for another showed that they may."
    )
    received_on = models.DateField(help_text="The day the request arrived.")
    taken_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who took it down.")
    taken_at = models.DateTimeField(default=timezone.now, help_text="When it was taken down.")
    identified_on = models.DateField(
        null=True, blank=True, help_text="The day who asks showed who they are; missing until then."
    )
    identified_how = models.TextField(default="", blank=True, help_text="How that was checked.")
    extended_on = models.DateField(
        null=True, blank=True, help_text="The day who asks was told that it takes two months more."
    )
    extended_because = models.TextField(default="", blank=True, help_text="Why it does.")
    read_at = models.DateTimeField(
        null=True, blank=True, help_text="When the record was last read for what may have to be left out."
    )
    looked_by = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who took the second look.",
    )
    looked_at = models.DateTimeField(null=True, blank=True, help_text="When.")
    looked_at_what = models.CharField(
        max_length=64, default="", blank=True, help_text="The SHA-256 of what was looked at, gaps and all."
    )
    given_on = models.DateField(null=True, blank=True, help_text="The day it was given to who asked.")
    given_how = models.TextField(default="", blank=True, help_text="How it was given, and to whom.")
    closed_on = models.DateField(
        null=True, blank=True, help_text="The day it was closed without an answer: refused, or taken back."
    )
    closed_because = models.TextField(default="", blank=True, help_text="Why.")

    class Meta:
        verbose_name_plural = "access requests"
        constraints = [
            models.CheckConstraint(
                name="access_request_given_or_closed",
                condition=Q(given_on__isnull=True) | Q(closed_on__isnull=True),
                violation_error_message="A request is answered or closed, not both.",
            ),
        ]

    def __str__(self) -> str:
        return f"access request {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.given_on is None and self.closed_on is None


class Redaction(models.Model):
    """Something that may be left out of what is given: words wherever they stand, or whole entries."""

    request = models.ForeignKey(
        "AccessRequest", models.PROTECT, related_name="redactions", help_text="Of which request."
    )
    kind = CodeField(
        "words:third-party other-child address placement worker-safety serious-harm legal-advice",
        help_text="On what ground.",
    )
    about = models.TextField(help_text="Whom or what it is about.")
    words = models.JSONField(
        default=list, blank=True, help_text="The words that are left out wherever they stand."
    )
    cells = models.JSONField(
        default=list,
        blank=True,
        help_text="The entries that are left out whole: table:row or table:row:column.",
    )
    why = models.TextField(help_text="Why it is proposed.")
    proposed = models.BooleanField(
        default=False, help_text="Whether it was found by itself; else a person added it."
    )
    decision = CodeField(
        "words:accepted changed refused",
        default="",
        blank=True,
        help_text="What a person decided; empty until then.",
    )
    reason = models.TextField(default="", blank=True, help_text="Why they decided so.")
    decided_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who decided."
    )
    decided_at = models.DateTimeField(null=True, blank=True, help_text="When.")

    class Meta:
        verbose_name_plural = "redactions"
        constraints = [
            models.CheckConstraint(
                name="redaction_decided_by_somebody",
                condition=Q(decision="") | Q(decided_by__isnull=False),
                violation_error_message="Say who decided.",
            ),
        ]

    def __str__(self) -> str:
        return f"redaction {self.pk}"

    @property
    def child_id(self) -> int:
        """Whose record it is about."""
        return self.request.child_id


class AccessBundle(models.Model):
    """What was made for a request: one archive, as it was given and as it stays."""

    request = models.ForeignKey(
        "AccessRequest", models.PROTECT, related_name="bundles", help_text="For which request."
    )
    made_at = models.DateTimeField(default=timezone.now, help_text="When it was made.")
    made_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who made it.")
    content = models.BinaryField(help_text="The archive.")
    sha256 = models.CharField(max_length=64, help_text="Its SHA-256.")
    pages = models.IntegerField(help_text="How many pages the document has.")
    rows = models.IntegerField(help_text="How many rows of the record it holds.")
    gaps = models.IntegerField(help_text="In how many places something is left out.")

    class Meta:
        verbose_name_plural = "access bundles"
        constraints = [
            models.CheckConstraint(
                name="access_bundle_counts",
                condition=Q(pages__gte=1, rows__gte=0, gaps__gte=0),
                violation_error_message="A bundle has a page at least.",
            ),
        ]

    def __str__(self) -> str:
        return f"access bundle {self.pk}"

    @property
    def child_id(self) -> int:
        """Whose record it holds."""
        return self.request.child_id
