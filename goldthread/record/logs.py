"""Who read what, and who did what. Each row is hashed as it is written; `seals` chains them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connections, models, router
from django.db.models import Q
from django.utils import timezone

from . import tombstones
from .accounts import Account
from .append_only import AppendOnly, AppendOnlyModel, AppendOnlyQuerySet
from .log_hashes import moment_text, new_salt, said_by, salted_hash


class LogQuerySet(AppendOnlyQuerySet):
    """Rows of a log: hashed also where many are added at once."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        rows = list(objs)
        for row in rows:
            row.seal_in()
        return super().bulk_create(rows, *args, **kwargs)


class Log(AppendOnlyModel):
    """Base of the logs: a salt and the salted hash of all that the row says, or a tombstone in its place."""

    ERASABLE: ClassVar[dict[str, Any]] = {}
    """What a tombstone takes away, and what stands there instead."""

    KEPT: ClassVar[tuple[str, ...]] = ()
    """What a tombstone leaves beside the time."""

    salt = models.CharField(
        max_length=32,
        default="",
        editable=False,
        help_text="Random, so that a hash tells nothing of what was erased.",
    )
    hash = models.CharField(
        max_length=64,
        default="",
        editable=False,
        help_text="SHA-256 of the salt and of all that the row says.",
    )
    erased_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When what it said was lawfully erased."
    )
    erased_by = models.ForeignKey(
        "record.Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        help_text="Who erased it.",
    )
    erased_because = models.TextField(
        default="", blank=True, editable=False, help_text="Why it was erased; empty unless it was."
    )

    objects: ClassVar[models.Manager[Any]] = LogQuerySet.as_manager()

    class Meta:
        abstract = True

    def seal_in(self) -> None:
        """Give a new row its salt and hash."""
        self.salt = new_salt()
        self.hash = salted_hash(self.salt, said_by(self))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.seal_in()
        super().save(*args, **kwargs)

    def leave_tombstone(self, *, because: str, by: Account, at: datetime) -> None:
        """Take away all that the row says, and its salt; its hash stays, so the chain still verifies.

        Raises AppendOnly where it was erased before. For `practice.erasing` only, which writes down that it was done.
        """
        connection, table = connections[router.db_for_write(type(self))], self._meta.db_table
        changed: int | bool
        if tombstones.by_function(connection, table):
            changed = tombstones.leave(connection, table, self.pk, at=at, by=by.pk, because=because)
        else:
            taken = {**self.ERASABLE, "salt": "", "erased_at": at, "erased_by": by, "erased_because": because}
            changed = models.QuerySet(type(self)).filter(pk=self.pk, erased_at=None).update(**taken)
        if not changed:
            raise AppendOnly(f"{self} was erased before.")
        self.refresh_from_db()

    def tombstone(self) -> dict[str, Any]:
        """What the deed that erased it writes down, and what `verify-log` compares with what stands there."""
        return {
            "hash": self.hash,
            "at": moment_text(self.at),  # type: ignore[attr-defined]  # each log has its own index on it
            "erased_at": moment_text(self.erased_at) if self.erased_at else None,
            "erased_by": self.erased_by_id,
            "erased_because": self.erased_because,
            **{name: getattr(self, name) for name in self.KEPT},
        }


class ReadLog(Log):
    """Somebody opened a child's record, or was shown a list."""

    ERASABLE = {"account": None, "child": None, "why": "", "page": "", "shown": [], "rows": 0}
    KEPT = ("what",)

    at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")
    account = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reads",
        help_text="Who; missing only where it was erased.",
    )
    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reads",
        db_index=False,  # the indexes below begin with it
        help_text="Whose record was opened; missing for a list.",
    )
    what = models.CharField(max_length=40, help_text="Whether a record was opened or a list shown.")
    why = models.TextField(default="", blank=True, help_text="The reason given.")
    page = models.TextField(default="", blank=True, help_text="On which page.")
    shown = models.JSONField(default=list, help_text="The keys of the children that a list showed.")
    rows = models.IntegerField(default=1, help_text="How many rows were shown.")

    class Meta:
        verbose_name_plural = "read log"
        indexes = [
            models.Index(fields=["child", "at"], name="readlog_child_at"),
            models.Index(fields=["child", "account", "page"], name="readlog_child_who"),
        ]
        constraints = [
            models.CheckConstraint(
                name="readlog_says_who",
                condition=Q(account__isnull=False) | Q(erased_at__isnull=False),
                violation_error_message="Say who read it.",
            )
        ]


class AuditLine(Log):
    """One deed: what was done, by whom, and what it changed."""

    ERASABLE = {
        "by": None,
        "child": None,
        "subject_table": "",
        "subject_row": None,
        "summary": "",
        "before": None,
        "after": None,
        "request_id": "",
    }
    KEPT = ("action",)

    at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")
    action = models.CharField(max_length=80, db_index=True, help_text="The deed's name.")
    by = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deeds",
        help_text="Who did it; missing where a command did.",
    )
    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="audit_lines",
        help_text="The child whom it was about, where it was about one.",
    )
    subject_table = models.CharField(
        max_length=60, default="", blank=True, help_text="The table of the row that it made or changed."
    )
    subject_row = models.BigIntegerField(null=True, blank=True, help_text="That row.")
    summary = models.TextField(default="", blank=True, help_text="What was done, in a sentence.")
    before = models.JSONField(
        null=True,
        blank=True,
        encoder=DjangoJSONEncoder,
        help_text="What it changed, by table and row, as it was; missing where all is new.",
    )
    after = models.JSONField(
        null=True, blank=True, encoder=DjangoJSONEncoder, help_text="The same as it is now, and what is new."
    )
    request_id = models.CharField(
        max_length=64, default="", blank=True, help_text="The request or command in which it was done."
    )

    class Meta:
        verbose_name_plural = "audit lines"


class SecurityLine(Log):
    """Somebody came in, went, failed to, changed how they sign in, or asked for a record and was not let in."""

    KINDS: ClassVar[dict[str, str]] = {
        "signed-in": "Signed in",
        "signed-out": "Signed out",
        "timed-out": "Signed out by time",
        "signed-out-afar": "Signed out other sessions",
        "devices-wiped": "Told devices to wipe what they keep",
        "sign-in-refused": "Sign-in refused",
        "code-refused": "Second factor refused",
        "confirmed": "Confirmed who they are",
        "factor-added": "Second factor added",
        "factor-removed": "Second factor removed",
        "password-changed": "Password changed",
        "set-up": "Account set up",
        "record-refused": "Record not opened",
        "token-used": "Token used",
        "token-refused": "Token refused",
    }
    ERASABLE = {"account": None, "about": "", "page": "", "address": "", "request_id": ""}
    KEPT = ("what",)

    at = models.DateTimeField(default=timezone.now, db_index=True, help_text="When.")
    account = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="security_lines",
        help_text="Who, or whose account was tried; missing where no account was named.",
    )
    what = models.CharField(
        max_length=20, db_index=True, choices=list(KINDS.items()), help_text="What happened."
    )
    about = models.CharField(
        max_length=100, default="", blank=True, help_text="By which means, or the number that was asked for."
    )
    page = models.CharField(max_length=100, default="", blank=True, help_text="On which page, by its name.")
    address = models.CharField(max_length=45, default="", blank=True, help_text="From which network address.")
    request_id = models.CharField(max_length=64, default="", blank=True, help_text="In which request.")

    class Meta:
        verbose_name_plural = "security lines"


LOGS: dict[str, type[Log]] = {"auditline": AuditLine, "readlog": ReadLog, "securityline": SecurityLine}
"""The logs by their names in the chain; deeds first, for they say which erasures were lawful."""
