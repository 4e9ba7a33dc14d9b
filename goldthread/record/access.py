"""Who may open which record beyond what work gives: restrictions, people named, glass broken, reasons, absence cover."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Restriction(models.Model):
    """A record that only named people may know of. Its guardian names them and is told of every breaking of the glass."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="restrictions", help_text="Whose record.")
    guardian = models.ForeignKey(
        "Account", models.PROTECT, related_name="guarded", help_text="Who answers for it, and may open it."
    )
    why = models.TextField(help_text="Why only named people may know of it.")
    began_at = models.DateTimeField(default=timezone.now, help_text="When it was restricted.")
    began_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who restricted it.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When the restriction was lifted.")
    ended_because = models.TextField(default="", blank=True, help_text="Why it was lifted.")
    sealed_under = models.TextField(
        default="",
        blank=True,
        help_text="By which law the record is sealed: it is never lifted or broken. Empty for a restriction of our own.",
    )

    class Meta:
        verbose_name_plural = "restrictions"
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_at__isnull=True), name="restriction_one_a_child"
            ),
        ]

    def __str__(self) -> str:
        return f"restriction {self.pk}"


class NamedAccess(models.Model):
    """Somebody whom the guardian named: they may open the restricted record."""

    restriction = models.ForeignKey(
        "Restriction", models.PROTECT, related_name="named", help_text="Of which restricted record."
    )
    account = models.ForeignKey(
        "Account", models.PROTECT, related_name="named_for", help_text="Who was named."
    )
    why = models.TextField(default="", blank=True, help_text="Why they need it.")
    began_at = models.DateTimeField(default=timezone.now, help_text="When they were named.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When the name was taken off.")
    under = models.TextField(
        default="", blank=True, help_text="By which law they may read it, where the record is sealed."
    )

    class Meta:
        verbose_name_plural = "named people"
        constraints = [
            models.UniqueConstraint(
                fields=["restriction", "account"],
                condition=Q(ended_at__isnull=True),
                name="named_access_once_each",
            ),
        ]

    def __str__(self) -> str:
        return f"named access {self.pk}"


class GlassBroken(models.Model):
    """Somebody who was not named opened a restricted record, for a reason and for a day; each use is reviewed."""

    restriction = models.ForeignKey(
        "Restriction", models.PROTECT, related_name="broken", help_text="Of which restricted record."
    )
    account = models.ForeignKey("Account", models.PROTECT, related_name="glass_broken", help_text="Who.")
    why = models.TextField(help_text="The reason given.")
    at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")
    until = models.DateTimeField(help_text="Until when it opens the record.")
    found = models.CharField(
        max_length=20,
        default="",
        blank=True,
        choices=[("right", "It was right"), ("wrong", "It was not right")],
        help_text="What the review found; empty until it was reviewed.",
    )
    review = models.TextField(default="", blank=True, help_text="What the reviewer says of it.")
    reviewed_by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who reviewed it."
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, help_text="When it was reviewed.")

    class Meta:
        verbose_name_plural = "glass broken"

    def __str__(self) -> str:
        return f"glass broken {self.pk}"


class ReasonGiven(models.Model):
    """Somebody said why they open a record that is not theirs by their work; it stands for an hour."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="reasons_given", help_text="Whose record."
    )
    account = models.ForeignKey("Account", models.PROTECT, related_name="reasons_given", help_text="Who.")
    why = models.TextField(help_text="The reason given.")
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    until = models.DateTimeField(help_text="Until when it opens the record.")

    class Meta:
        verbose_name_plural = "reasons given"
        indexes = [models.Index(fields=["account", "child"], name="reason_given_who_of_whom")]

    def __str__(self) -> str:
        return f"reason given {self.pk}"


class Delegation(models.Model):
    """Somebody opens, between two days, what another's work opens: absence cover, or recording for them."""

    of = models.ForeignKey(
        "Account", models.PROTECT, related_name="delegations_from", help_text="Whose work is covered."
    )
    to = models.ForeignKey(
        "Account", models.PROTECT, related_name="delegations_to", help_text="Who covers it."
    )
    why = models.TextField(help_text="Why.")
    began_on = models.DateField(help_text="The first day.")
    until = models.DateField(help_text="The last day.")
    made_by = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who arranged it.")
    made_at = models.DateTimeField(default=timezone.now, help_text="When it was arranged.")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was ended before its last day.")

    class Meta:
        verbose_name_plural = "delegations"
        constraints = [
            models.CheckConstraint(
                name="delegation_until_not_before_began_on",
                condition=Q(until__gte=F("began_on")),
                violation_error_message="The last day cannot be before the first.",
            ),
            models.CheckConstraint(
                name="delegation_to_another",
                condition=~Q(of=F("to")),
                violation_error_message="Nobody covers for themselves.",
            ),
        ]

    def __str__(self) -> str:
        return f"delegation {self.pk}"
