"""A child's own life: what they like doing, for whom they care, and by what other names they are known."""

from __future__ import annotations

from .tables import Table, code, day, ref, text


class OtherName(Table):
    """Another name by which a child, or somebody of the family, is or was known."""

    child = ref("children", "The child, or the child to whose family the person belongs.")
    person = ref("people", "Whose name it is; missing where it is the child's own.", null=True)
    kind = code("words:known-as earlier-name other-spelling name-online", "What kind of name it is.")
    given_name = text("The given name; empty where only the family name differs.")
    family_name = text("The family name; empty where only the given name differs.")
    said_by = text("Who said so.")


class YoungCarer(Table):
    """A child who provides, or means to provide, care for another person, and what was made of it."""

    child = ref("children", "The child who cares for somebody.")
    identified_on = day("The day somebody noticed, or the child said so.")
    identified_by = text("Who noticed, or that the child said so.")
    cares_for = text("For whom the child cares, and why they need it.")
    does = text("What the child does for them.")
    child_words = text("What the child says of it, in their own words.")
    offered_on = day("The day an assessment of the child's needs was offered.", null=True)
    refused_because = text("Why it was not wanted; empty unless it was refused.")
    assessed_on = day("The day the child's needs for support were assessed.", null=True)
    found = text("What the assessment found, and what is done about it.")
    ended_on = day("The day the child no longer cared for anybody.", null=True)


class Interest(Table):
    """Something that a child likes doing or is part of."""

    child = ref("children", "The child.")
    kind = code(
        "words:sport arts music club faith outdoors reading-and-games animals friends other", "Its kind."
    )
    what = text("What it is.")
    child_words = text("What the child says of it, in their own words.")
    helped_by = text("What helps the child to do it: who takes them, who pays.")
    known_on = day("The day it was told.")
    ended_on = day("The day the child stopped.", null=True)
    ended_because = text("Why; empty until the child stopped.")
