"""Who a child is: the person, their names for systems, their family, home and disabilities."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from .recorded import CodeField, Recorded, not_before


class Child(Recorded):
    """A child or young person, born or expected, about whom this authority keeps a record."""

    public_id = models.UUIDField(
        default=uuid4,
        unique=True,
        editable=False,
        help_text="The number by which pages name the child: random, and nothing can be told from it.",
    )
    given_name = models.TextField(
        default="",
        blank=True,
        help_text="The child's given name or names; empty where the source holds no names.",
    )
    family_name = models.TextField(
        default="", blank=True, help_text="The child's family name; empty where the source holds no names."
    )
    born_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the child was born; missing for an unborn child or where it is not recorded.",
    )
    expected_on = models.DateField(null=True, blank=True, help_text="The day an unborn child is expected.")
    died_on = models.DateField(null=True, blank=True, help_text="The day the child died.")
    sex = CodeField("sex", null=True, blank=True, help_text="The child's sex as recorded for the census.")
    gender = models.TextField(
        default="",
        blank=True,
        help_text="Gender as the child or the source describes it, where it is recorded apart from sex.",
    )
    ethnicity = CodeField("ethnicity", null=True, blank=True, help_text="The child's ethnic background.")
    disabled = CodeField(
        "words:yes no unknown",
        default="unknown",
        help_text="Whether the child is disabled; not recorded is its own answer, never no.",
    )
    first_language = models.TextField(
        default="",
        blank=True,
        help_text="The language that the child speaks first; empty where it is not recorded.",
    )
    asylum_seeking = models.BooleanField(
        null=True, blank=True, help_text="Whether the child is or was an unaccompanied asylum-seeking child."
    )
    asylum_ended_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the child stopped being an unaccompanied asylum-seeking child.",
    )
    is_mother = models.BooleanField(null=True, blank=True, help_text="Whether the child is herself a mother.")
    first_child_born_on = models.DateField(
        null=True, blank=True, help_text="The day the child's own first child was born."
    )
    adoptive_family = models.TextField(
        default="",
        blank=True,
        help_text=(
            "The adoption service's number for the child's adoptive family; empty where there is none."
        ),
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "children"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("died_on", "born_on", "A child cannot have died before being born."),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or super().__str__()


class Person(Recorded):
    """Someone in a child's life who is not, in this record, a child:
    a parent, carer, relative or other known adult.
    """

    given_name = models.TextField(default="", blank=True, help_text="The person's given name or names.")
    family_name = models.TextField(default="", blank=True, help_text="The person's family name.")
    born_on = models.DateField(null=True, blank=True, help_text="The day the person was born.")
    sex = CodeField("sex", null=True, blank=True, help_text="The person's sex.")
    ethnicity = CodeField("ethnicity", null=True, blank=True, help_text="The person's ethnic background.")
    first_language = models.TextField(
        default="",
        blank=True,
        help_text="The language that the person speaks first; empty where it is not recorded.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or super().__str__()


class Relationship(Recorded):
    """How a child is related to another child or to a person."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="relationships", help_text="The child whose relationship it is."
    )
    person = models.ForeignKey(
        "Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relationships",
        help_text="The adult, where the other end is an adult.",
    )
    other_child = models.ForeignKey(
        "Child",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relationships_of_others",
        help_text="The other child, where the other end is a child.",
    )
    kind = CodeField(
        (
            "words:mother father step-parent carer sibling half-sibling grandparent aunt-or-uncle "
            "own-child other"
        ),
        help_text="What the other person is to the child.",
    )
    parental_responsibility = models.BooleanField(
        null=True, blank=True, help_text="Whether they hold parental responsibility."
    )
    began_on = models.DateField(
        null=True, blank=True, help_text="The day the relationship began, where that is known."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day it ended.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "relationships"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A relationship cannot end before it began."),
            models.CheckConstraint(
                name="relationship_has_one_other_end",
                condition=Q(person__isnull=True, other_child__isnull=False)
                | Q(person__isnull=False, other_child__isnull=True),
                violation_error_message="Say who the child is related to: one person, or one other child.",
            ),
            models.CheckConstraint(
                name="relationship_is_not_with_oneself",
                condition=Q(other_child__isnull=True) | ~Q(other_child=F("child")),
                violation_error_message="A child cannot be related to themselves.",
            ),
        ]


class Address(Recorded):
    """Where a child lives or lived, apart from placements."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="addresses", help_text="The child who lives there."
    )
    kind = CodeField("words:home other", help_text="What the address is to the child.")
    lines = models.TextField(
        default="",
        blank=True,
        help_text="The address as it would be written on an envelope, without the postcode.",
    )
    postcode = models.TextField(
        default="", blank=True, help_text="The postcode; empty where it is not recorded."
    )
    began_on = models.DateField(
        null=True, blank=True, help_text="The day the child began to live there, where that is known."
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day the child stopped living there.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "addresses"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("ended_on", "began_on", "A child cannot stop living somewhere before they began to."),
        ]


class Identifier(Recorded):
    """A number by which another system knows a child."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="identifiers", help_text="The child whom the number names."
    )
    scheme = CodeField(
        "words:la_child_id upn former_upn upn_unknown mis_child_id", help_text="Which system's number it is."
    )
    authority = models.TextField(
        default="",
        blank=True,
        help_text="The authority whose number it is, for schemes that belong to one; else empty.",
    )
    value = models.TextField(
        default="", help_text="The number itself, or for upn_unknown the code of why there is none."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "identifiers"
        indexes = [models.Index(fields=["scheme", "value"], name="identifier_scheme_value")]


class Disability(Recorded):
    """One kind of disability that a child has, as the census classes them."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="disabilities", help_text="The child.")
    kind = CodeField(
        "disability", help_text="The kind of disability, NONE included where the source says so."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "disabilities"
