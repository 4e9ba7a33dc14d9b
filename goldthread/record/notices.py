"""What people are told: notices that name no child, what each person chose to be told of, and the digests that went out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Notice(models.Model):
    """Something that an account is told. Its words name no child: whoever may list the child reads the name beside them."""

    account = models.ForeignKey("Account", models.PROTECT, related_name="notices", help_text="Who is told.")
    kind = models.CharField(
        max_length=40, default="glass", help_text="What kind of thing it is, by its word in practice."
    )
    about_child = models.ForeignKey(
        "Child", models.PROTECT, null=True, blank=True, related_name="+", help_text="About whom, if anybody."
    )
    words = models.TextField(help_text="What is said. It holds no child's name.")
    address = models.CharField(
        max_length=300, default="", blank=True, help_text="The page it leads to: numbers only, never a name."
    )
    about = models.ForeignKey(
        "GlassBroken", models.PROTECT, null=True, blank=True, related_name="notices", help_text="About what."
    )
    once = models.CharField(
        max_length=200,
        default="",
        blank=True,
        help_text="What must be told once only, such as one date of one duty; empty for what happens once by itself.",
    )
    at = models.DateTimeField(default=timezone.now, help_text="When.")
    read_at = models.DateTimeField(null=True, blank=True, help_text="When it was marked as read.")
    in_digest = models.BooleanField(default=False, help_text="Whether it also goes into the daily digest.")
    digest_sent_at = models.DateTimeField(null=True, blank=True, help_text="When a digest counted it.")

    class Meta:
        verbose_name_plural = "notices"
        indexes = [
            models.Index(fields=["account", "read_at", "about_child"], name="notice_unread"),
            models.Index(
                fields=["account"],
                condition=Q(in_digest=True, digest_sent_at__isnull=True, read_at__isnull=True),
                name="notice_for_a_digest",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "about_child", "once"], condition=~Q(once=""), name="notice_told_once"
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"


class NoticeChoice(models.Model):
    """How somebody wants to be told of one kind of thing, where they chose otherwise than everybody."""

    HOW = {
        "not": "Not at all",
        "here": "Here only",
        "digest": "Here, and counted in the daily e-mail",
    }

    account = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who chose.")
    kind = models.CharField(max_length=40, help_text="Of what kind of thing.")
    how = models.CharField(max_length=20, choices=HOW, help_text="How they are told.")
    days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many days before it is due, for what is told beforehand."
    )

    class Meta:
        verbose_name_plural = "choices of notices"
        constraints = [models.UniqueConstraint(fields=["account", "kind"], name="notice_choice_one_a_kind")]

    def __str__(self) -> str:
        return f"choice of notices {self.pk}"


class Digest(models.Model):
    """One person's e-mail of one day: kept before it is sent, so that no other process sends it too."""

    account = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="To whom.")
    day = models.DateField(help_text="The local day.")
    counts = models.JSONField(default=dict, help_text="How many notices of each kind it counted.")
    began_at = models.DateTimeField(default=timezone.now, help_text="When a process took it on.")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When the mail server took it.")
    failed_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When the mail server last refused it; missing while it is being sent.",
    )
    tries = models.PositiveSmallIntegerField(default=1, help_text="How often it was tried.")

    class Meta:
        verbose_name_plural = "digests"
        constraints = [models.UniqueConstraint(fields=["account", "day"], name="digest_one_a_day")]

    def __str__(self) -> str:
        return f"digest {self.pk}"
