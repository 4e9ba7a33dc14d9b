"""Emergency powers and court: orders that protect a child now, and care proceedings."""

from __future__ import annotations

from .tables import Table, code, day, flag, instant, ref


class SafeguardingOrder(Table):
    """A short power to protect a child at once, or to hold them in secure accommodation."""

    child = ref("children", "The child.")
    kind = code(
        "words:police-protection emergency-protection-order child-assessment-order secure-accommodation",
        "Which power it is.",
    )
    began_on = day(
        "The day from which its time runs; for an emergency order after police protection, the first day of that."
    )
    began_at = instant("When, where the time of day is known.", day="began_on")
    authorised_on = day("The day a court authorised secure accommodation.", null=True)
    authorised_at = instant("When, where the time of day is known.", day="authorised_on")
    authorised_to = day("The day to which the court authorised it.", null=True)
    extended_on = day("The day from which the court extended an emergency order, once.", null=True)
    reviewed_on = day(
        "The day a panel first reviewed the keeping of the child in secure accommodation.", null=True
    )
    ended_on = day("The day the child was released or the power ended or was replaced.", null=True)
    ended_at = instant("When, where the time of day is known.", day="ended_on")


class Proceeding(Table):
    """Care proceedings about a child, with the letter and the meetings that came before them."""

    child = ref("children", "The child.")
    letter_on = day("The day the letter before proceedings was sent.", null=True)
    family_meeting_offered_on = day("The day a family group decision-making meeting was offered.", null=True)
    family_meeting_accepted = flag("Whether the family accepted it.", null=True)
    pre_proceedings_ended_on = day(
        "The day pre-proceedings ended, by agreement or by an application.", null=True
    )
    issued_on = day("The day the application was issued.", null=True)
    final_order_on = day("The day of the final order.", null=True)
    withdrawn_on = day("The day the application was withdrawn.", null=True)
