"""Precautions: what must not be told to whom, and what a worker must know before they go there."""

from __future__ import annotations

from .tables import Table, day, ref, text


class UndisclosedAddress(Table):
    """That where a child lives is not to be disclosed to anybody outside: one address, or wherever the child lives."""

    plural = "undisclosed_addresses"
    child = ref("children", "The child who lives there.")
    address = ref("addresses", "The address; missing where it holds for wherever the child lives.", null=True)
    why = text("Why it is not to be disclosed.")
    said_by = text("Who says so, such as a court or the police.")
    began_on = day("The day from which it is not to be disclosed.")
    review_on = day("The day by which it is to be looked at again.", null=True)
    ended_on = day("The day from which it may be disclosed again.", null=True)
    ended_because = text("Why it may be; empty until it ended.")


class HiddenPlacement(Table):
    """That where a child is placed, with whom, and the school there are hidden from a named person, such as a parent."""

    child = ref("children", "The child who is placed.")
    person = ref("people", "From whom it is hidden.")
    placement = ref(
        "placements",
        "The placement; missing where it holds for every placement, those to come too.",
        null=True,
    )
    why = text("Why it is hidden.")
    said_by = text("Who says so, such as a court.")
    began_on = day("The day from which it is hidden.")
    review_on = day("The day by which it is to be looked at again.", null=True)
    ended_on = day("The day from which it is hidden no longer.", null=True)
    ended_because = text("Why it is hidden no longer; empty until it ended.")


class SafetyWarning(Table):
    """What a worker must know, to be safe, before they go to a child's home or meet somebody there."""

    child = ref("children", "The child in whose record it stands.")
    person = ref(
        "people", "Of whom it warns; missing where it warns of the place or of an animal.", null=True
    )
    what = text("What the danger is, as plain fact.")
    what_to_do = text("What to do about it, such as going in pairs.")
    said_by = text("Who says so, and how they know.")
    began_on = day("The day since which it is known.")
    review_on = day("The day by which it is to be looked at again.", null=True)
    ended_on = day("The day on which it was taken down.", null=True)
    ended_because = text("Why it was taken down; empty until it was.")
