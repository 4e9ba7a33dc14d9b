"""Homes that are no placement: a care leaver's accommodation, and a child privately fostered."""

from __future__ import annotations

from .tables import Table, code, day, flag, ref, text


class Accommodation(Table):
    """Where a care leaver lives, between two days."""

    child = ref("children", "The young person.")
    kind = code("words:staying-put supported independent with-family student custody other", "What it is.")
    provided_by_authority = flag(
        "Whether the authority provides it as a care leaver's accommodation (Children Act 1989 s23B, s24B).",
        null=True,
    )
    began_on = day("The day the young person began to live there.")
    ended_on = day("The day they stopped living there.", null=True)


class PrivateFostering(Table):
    """A child under 16 cared for by somebody who is no close relative for 28 days or more, by private arrangement."""

    child = ref("children", "The child.")
    carer = text("Who cares for the child.")
    notified_on = day("The day the authority was notified; missing where nobody did.", null=True)
    aware_on = day("The day the authority became aware that the child lives there.", null=True)
    began_on = day("The day the arrangement began.", null=True)
    ended_on = day("The day it ended.", null=True)
