"""Foster carers: a household from its first enquiry on, its reviews, checks, visits and training."""

from __future__ import annotations

from .tables import Table, code, day, flag, number, ref, text


class CarerHousehold(Table):
    """A household that fosters, or asks to, and each day on the way to its approval or away from it."""

    child_owned = False
    public_id = text("The number by which pages name the household: random, and nothing can be told from it.")
    name = text("What the household is called.")
    connected = flag("Whether they foster a child of their family or friends only.", null=True)
    supervised_by = ref("workers", "Their supervising social worker, now.", null=True)
    places = number("For how many children at a time they are approved.", null=True)
    enquired_on = day("The day of the first enquiry.", null=True)
    information_sent_on = day("The day information was sent to them.", null=True)
    applied_on = day("The day their application was accepted.", null=True)
    information_complete_on = day("The day all the information of stage one was there.", null=True)
    stage_one_decided_on = day("The day they were told whether they go on to stage two.", null=True)
    determined_on = day(
        "The day of a qualifying determination: a proposal not to approve, or to end it.", null=True
    )
    represented_on = day("The day they made representations, or asked for an independent review.", null=True)
    decided_on = day("The day it was decided whether to approve them.", null=True)
    approved_on = day("The day they were approved.", null=True)
    ended_on = day("The day their approval ended, or their application was withdrawn.", null=True)


class CarerReview(Table):
    """A review of a foster household's approval."""

    child_owned = False
    owned_by = "household"
    household = ref("carer_households", "The household.")
    held_on = day("The day the review was held.")
    to_panel = flag("Whether it went to the fostering panel, as the first one must.", null=True)


class CarerCheck(Table):
    """A check of a foster household, or a visit to it by its supervising social worker."""

    child_owned = False
    owned_by = "household"
    household = ref("carer_households", "The household.")
    kind = code("words:supervision-visit unannounced-visit disclosure medical", "Which check or visit.")
    held_on = day("The day it was made.")
    of_whom = text("Of whom in the household; empty where it is of all.")


class CarerTraining(Table):
    """Training that a foster household has completed."""

    child_owned = False
    owned_by = "household"
    plural = "carer_training"
    household = ref("carer_households", "The household.")
    kind = code("words:standards safeguarding first-aid medication other", "What it was about.")
    completed_on = day("The day it was completed.")
