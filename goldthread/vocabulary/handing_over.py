"""Handing a child over from one worker to the next, and what was promised to the child."""

from __future__ import annotations

from .tables import Table, code, day, ref, text


class Handover(Table):
    """What one worker tells the next of a child, and what the next understands; the child is told of it."""

    child = ref("children", "The child who is handed over.")
    allocation = ref(
        "allocations", "How the receiving worker holds the child; missing until it is decided.", null=True
    )
    from_worker = ref("workers", "Who held the child.", null=True)
    to_worker = ref("workers", "Who holds the child from then on; missing until it is decided.", null=True)
    begun_on = day("The day it was begun.")
    story = text("The story so far, for somebody who never met the child.")
    worries = text("What worries us.")
    promises = text("What was promised to the child and not yet kept, as it stood.")
    due_soon = text("What was due in the next 30 days, as it stood.")
    who_matters = text("Who matters to the child.")
    finished_on = day("The day it was finished.", null=True)
    finished_by = ref("workers", "Who finished it.", null=True)
    finished_because = text("Why somebody else than the outgoing worker finished it.")
    not_yet_because = text(
        "Why the next worker begins before it is finished; empty where it was finished first."
    )
    taken_over_on = day("The day from which the receiving worker holds the child.", null=True)
    read_on = day("The day the receiving worker said that they have read it.", null=True)
    understood_on = day("The day the receiving worker wrote what they now understand.", null=True)
    understood = text("What the receiving worker now understands of the child.")
    told_on = day("The day the child was told that the worker changes.", null=True)
    told_by = ref("workers", "Who told the child.", null=True)
    told_how = code(
        "words:visit telephone video letter by-somebody-else too-young", "How the child was told.", null=True
    )
    child_words = text("What the child said of it, in their own words.")


class Promise(Table):
    """Something that was promised to a child, and whether it was kept."""

    child = ref("children", "The child to whom it was promised.")
    visit = ref("visits", "The visit at which it was promised.", null=True)
    words = text("What was promised, in words that the child would use.")
    made_on = day("The day it was promised.")
    made_by = ref("workers", "Who promised it.", null=True)
    due_on = day("The day by which it was promised.", null=True)
    answer = code(
        "words:kept not-kept", "Whether it was kept; missing while it is still to be kept.", null=True
    )
    answered_on = day("The day it was kept, or the child was told that it would not be.", null=True)
    answer_words = text("What was done; or why it was not kept, and what the child was told.")
