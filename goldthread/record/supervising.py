"""Supervision as a meeting: who met, what each child's part of it asked for, and what became of that."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from .recorded import CodeField, Recorded, not_before


def _says(name: str, refusal: str) -> models.CheckConstraint:
    """Its words are never empty."""
    return models.CheckConstraint(name=name, condition=~Q(words=""), violation_error_message=refusal)


class SupervisionSession(Recorded):
    """A supervision of a worker, or of several together, in which children are discussed one after another."""

    public_id = models.UUIDField(
        default=uuid4,
        unique=True,
        editable=False,
        help_text="The number by which pages name the session: random, and nothing can be told from it.",
    )
    worker = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose supervision it is; missing where it is several workers' together.",
    )
    supervisor = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who supervises."
    )
    kind = CodeField("words:case group", help_text="One worker's, or several workers' together.")
    planned_for = models.DateField(null=True, blank=True, help_text="The day for which it is arranged.")
    held_on = models.DateField(
        null=True, blank=True, help_text="The day it was held; missing until it begins."
    )
    began_at = models.DateTimeField(
        null=True, blank=True, help_text="When it began, where the time of day is known."
    )
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day it ended; missing while it is being held."
    )
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text="When it ended, where the time of day is known."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "supervision sessions"
        indexes = [
            models.Index(fields=["worker", "withdrawn_at", "held_on"], name="session_of_worker"),
            # The few that are to be held, of all that ever were.
            models.Index(fields=["worker"], condition=Q(ended_on__isnull=True), name="session_to_hold"),
        ]
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "held_on", "A supervision cannot end before it began."),
        ]

    def __str__(self) -> str:
        day = self.held_on or self.planned_for
        return f"supervision of {day:%-d %b %Y}" if day else "a supervision"


class SupervisionMember(Recorded):
    """A worker who took part in a supervision of several together."""

    session = models.ForeignKey(
        "SupervisionSession", models.PROTECT, related_name="members", help_text="The supervision."
    )
    worker = models.ForeignKey("Worker", models.PROTECT, related_name="+", help_text="Who took part.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "supervision members"
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["session", "worker"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_place_for_each_in_a_supervision",
                violation_error_message="They take part in this supervision already.",
            ),
        ]


class SupervisionReading(Recorded):
    """A worker says that they read what was written of their supervision."""

    session = models.ForeignKey(
        "SupervisionSession", models.PROTECT, related_name="+", help_text="The supervision."
    )
    worker = models.ForeignKey("Worker", models.PROTECT, related_name="+", help_text="Who read it.")
    read_on = models.DateField(help_text="The day they said so.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "supervision readings"
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["session", "worker"],
                condition=Q(withdrawn_at__isnull=True),
                name="read_once_by_each_in_a_supervision",
                violation_error_message="They said already that they read it.",
            ),
        ]


class SupervisionItem(Recorded):
    """A child whom somebody wants discussed in the next supervision, or who was put off to it."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="supervision_items",
        help_text="The child who is to be discussed.",
    )
    worker = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="In whose supervision."
    )
    session = models.ForeignKey(
        "SupervisionSession",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The supervision in which the child was put off.",
    )
    kind = CodeField("words:asked put-off", help_text="Whether it was asked for, or put off.")
    words = models.TextField(default="", blank=True, help_text="Why.")
    put_on = models.DateField(help_text="The day it was asked or put off.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "supervision items"
        constraints = [*Recorded.Meta.constraints, _says("item_says_why", "Say why.")]


class Direction(Recorded):
    """What a manager directs to be done for a child, by whom and by when."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="directions", help_text="The child for whom it is to be done."
    )
    supervision = models.ForeignKey(
        "Supervision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The discussion in supervision that gave it.",
    )
    decision = models.ForeignKey(
        "Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The decision that gave it.",
    )
    words = models.TextField(default="", blank=True, help_text="What is to be done.")
    owner = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who is to do it."
    )
    given_on = models.DateField(help_text="The day it was given.")
    given_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Which manager gave it."
    )
    due_on = models.DateField(help_text="The day by which it is to be done.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "directions"
        constraints = [
            *Recorded.Meta.constraints,
            _says("direction_says_what", "Say what is to be done."),
            not_before("due_on", "given_on", "It cannot be due before it was given."),
        ]


class DirectionAnswer(Recorded):
    """What became of a direction: done, still right with a new date, or withdrawn. Each answer stays."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="direction_answers",
        help_text="The child for whom it was to be done.",
    )
    direction = models.ForeignKey(
        "Direction", models.PROTECT, related_name="answers", help_text="The direction."
    )
    supervision = models.ForeignKey(
        "Supervision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The discussion in supervision at which it was answered.",
    )
    answer = CodeField("words:done still-right withdrawn", help_text="What became of it.")
    words = models.TextField(
        default="",
        blank=True,
        help_text="By what it shows that it was done; why it is still right; why it was withdrawn.",
    )
    answered_on = models.DateField(help_text="The day it was answered.")
    answered_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who answered."
    )
    due_on = models.DateField(
        null=True,
        blank=True,
        help_text="The new day by which it is to be done; missing unless it is still right.",
    )
    visit = models.ForeignKey(
        "Visit", models.PROTECT, null=True, blank=True, related_name="+", help_text="The visit that shows it."
    )
    document = models.ForeignKey(
        "Document",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The document that shows it.",
    )
    decision = models.ForeignKey(
        "Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The decision that shows it.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "direction answers"
        constraints = [
            *Recorded.Meta.constraints,
            _says("direction_answer_says_why", "Say by what it shows, or why."),
            models.CheckConstraint(
                name="direction_still_right_has_a_new_day",
                condition=~Q(answer="still-right") | Q(due_on__isnull=False),
                violation_error_message="Say by when it is to be done now.",
            ),
        ]


class SupervisionAmendment(Recorded):
    """What one of the two adds to what was written of a child in supervision; it counts once the other agrees."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="supervision_amendments",
        help_text="The child who was discussed.",
    )
    supervision = models.ForeignKey(
        "Supervision",
        models.PROTECT,
        related_name="+",
        help_text="The discussion; what was written of it never changes.",
    )
    words = models.TextField(default="", blank=True, help_text="What is added.")
    proposed_on = models.DateField(help_text="The day it was proposed.")
    proposed_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who proposed it."
    )
    agreed_on = models.DateField(
        null=True, blank=True, help_text="The day the other agreed; missing until then."
    )
    agreed_by = models.ForeignKey(
        "Worker", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who agreed."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "supervision amendments"
        constraints = [
            *Recorded.Meta.constraints,
            _says("amendment_says_what", "Say what is added."),
            models.CheckConstraint(
                name="amendment_agreed_by_another",
                condition=Q(agreed_by__isnull=True)
                | Q(proposed_by__isnull=True)
                | ~Q(agreed_by=F("proposed_by")),
                violation_error_message="The other of the two agrees to it.",
            ),
        ]
