"""Who a child is: the person, their names for systems, their family, home and disabilities."""

from __future__ import annotations

from .tables import Table, code, day, flag, ref, text


class Child(Table):
    """A child or young person, born or expected, about whom this authority keeps a record."""

    plural = "children"
    child_owned = False
    public_id = text("The number by which pages name the child: random, and nothing can be told from it.")
    given_name = text("The child's given name or names; empty where the source holds no names.")
    family_name = text("The child's family name; empty where the source holds no names.")
    born_on = day(
        "The day the child was born; missing for an unborn child or where it is not recorded.", null=True
    )
    expected_on = day("The day an unborn child is expected.", null=True)
    died_on = day("The day the child died.", null=True)
    sex = code("sex", "The child's sex as recorded for the census.", null=True)
    gender = text("Gender as the child or the source describes it, where it is recorded apart from sex.")
    ethnicity = code("ethnicity", "The child's ethnic background.", null=True)
    disabled = code(
        "words:yes no unknown", "Whether the child is disabled; not recorded is its own answer, never no."
    )
    first_language = text("The language that the child speaks first; empty where it is not recorded.")
    asylum_seeking = flag("Whether the child is or was an unaccompanied asylum-seeking child.", null=True)
    asylum_ended_on = day("The day the child stopped being an unaccompanied asylum-seeking child.", null=True)
    is_mother = flag("Whether the child is herself a mother.", null=True)
    first_child_born_on = day("The day the child's own first child was born.", null=True)
    adoptive_family = text(
        "The adoption service's number for the child's adoptive family; empty where there is none."
    )


class Person(Table):
    """Someone in a child's life who is not, in this record, a child: a parent, carer, relative or other known adult."""

    plural = "people"
    child_owned = False
    given_name = text("The person's given name or names.")
    family_name = text("The person's family name.")
    born_on = day("The day the person was born.", null=True)
    sex = code("sex", "The person's sex.", null=True)
    ethnicity = code("ethnicity", "The person's ethnic background.", null=True)
    first_language = text("The language that the person speaks first; empty where it is not recorded.")


class Relationship(Table):
    """How a child is related to another child or to a person."""

    child = ref("children", "The child whose relationship it is.")
    person = ref("people", "The adult, where the other end is an adult.", null=True)
    other_child = ref("children", "The other child, where the other end is a child.", null=True)
    kind = code(
        "words:mother father step-parent carer sibling half-sibling grandparent aunt-or-uncle own-child other",
        "What the other person is to the child.",
    )
    parental_responsibility = flag("Whether they hold parental responsibility.", null=True)
    began_on = day("The day the relationship began, where that is known.", null=True)
    ended_on = day("The day it ended.", null=True)


class Address(Table):
    """Where a child lives or lived, apart from placements."""

    plural = "addresses"
    child = ref("children", "The child who lives there.")
    kind = code("words:home other", "What the address is to the child.")
    lines = text("The address as it would be written on an envelope, without the postcode.")
    postcode = text("The postcode; empty where it is not recorded.")
    began_on = day("The day the child began to live there, where that is known.", null=True)
    ended_on = day("The day the child stopped living there.", null=True)


class Identifier(Table):
    """A number by which another system knows a child."""

    child = ref("children", "The child whom the number names.")
    scheme = code("words:la_child_id upn former_upn upn_unknown mis_child_id", "Which system's number it is.")
    authority = text("The authority whose number it is, for schemes that belong to one; else empty.")
    value = text("The number itself, or for upn_unknown the code of why there is none.")


class Disability(Table):
    """One kind of disability that a child has, as the census classes them."""

    plural = "disabilities"
    child = ref("children", "The child.")
    kind = code("disability", "The kind of disability, NONE included where the source says so.")
