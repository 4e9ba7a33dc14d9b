"""The front door: what came in, and what was made of it."""

from __future__ import annotations

from .tables import Table, code, day, flag, instant, ref, text

SIGNS_OF_HARM = (
    "words:injury disclosure sexual-harm domestic-abuse neglect substance-misuse mental-ill-health self-harm exploitation "
    "missing violence-outside-home dangerous-adult unborn-at-risk"
)


class Contact(Table):
    """Somebody told or asked the authority something about a child."""

    child = ref("children", "The child whom it is about.")
    received_on = day("The day it arrived.")
    received_at = instant("When it arrived, where the time of day is known.", day="received_on")
    received_from = code("referral_source", "Who made contact.", null=True)
    worry = text("What they were worried about, in their words.")
    outcome = code(
        "words:no-further-action advice early-help referral existing-case",
        "What was decided about it.",
        null=True,
    )
    decided_on = day("The day it was decided what to do.", null=True)
    decided_because = text("Why that was decided.")
    decided_by = ref("workers", "Which manager decided.", null=True)
    referrer_agency = text(
        "Which school, surgery, station or other body they spoke for; empty for a member of the public."
    )
    referrer_name = text("The name of whoever told us.")
    referrer_role = text("What they are: teacher, neighbour, police officer.")
    consent = code(
        "words:given refused not-sought", "Whether the family agreed to the contact being made.", null=True
    )
    consent_because = text("Why consent was not sought, or what was said when it was refused.")
    else_known = text("What else was told, or is known from elsewhere.")
    feedback_on = day("The day whoever told us was told what was decided.", null=True)
    feedback_how = code("words:telephone email letter in-person", "How they were told.", null=True)
    feedback_words = text("What they were told.")
    together = text(
        "What it was recorded together with: the same on the contacts of brothers and sisters; empty for one alone."
    )


class HarmIndicator(Table):
    """A sign of harm that was told or seen when somebody made contact about a child."""

    child = ref("children", "The child whom it is about.")
    contact = ref("contacts", "The contact at which it was told or seen.")
    indicator = code(SIGNS_OF_HARM, "Which sign of harm.")


class ContactCheck(Table):
    """Something asked of another agency while it is decided what to do about a contact."""

    child = ref("children", "The child whom it is about.")
    contact = ref("contacts", "The contact for which it was asked.")
    agency = text("Who was asked.")
    asked_on = day("The day they were asked.")
    answered_on = day("The day they answered.", null=True)
    answer = text("What they said.")


class Referral(Table):
    """A request for help or protection that opens, or asks to open, an episode of children's social care."""

    child = ref("children", "The child who is referred.")
    contact = ref("contacts", "The contact that became this referral.", null=True)
    received_on = day("The day the referral was received.")
    received_at = instant("When it was received, where the time of day is known.", day="received_on")
    referred_by = code("referral_source", "Who referred the child.", null=True)
    decided_on = day("The day a manager decided what should follow.", null=True)
    decision = code("words:assessment no-further-action early-help other", "What should follow.", null=True)
    decided_because = text("Why that was decided.")
    decided_by = ref("workers", "Which manager decided.", null=True)
    no_further_action = flag("Whether the referral led to no further action.", null=True)
    primary_need = code("cin_primary_need", "The main reason why the child is in need.", null=True)
    closed_on = day("The day the episode that the referral opened was closed.", null=True)
    closed_because = code("cin_reason_for_closure", "Why it was closed.", null=True)


class FamilyHelpEpisode(Table):
    """A period of early help or family help, whose legal basis can change without a new start."""

    child = ref("children", "The child whose family is helped.")
    contact = ref("contacts", "The contact that led to it.", null=True)
    began_on = day("The day the help, or the assessment for it, began.")
    assessed_on = day("The day the early help assessment was completed.", null=True)
    ended_on = day("The day the help ended.", null=True)
    basis = code("words:early-help child-in-need", "Under what basis the family is helped.")
    organisation = text("Which organisation completed the assessment or leads the help.")
    ended_because = text("Why the help ended; empty until it did.")
    stepped_down_from = ref("referrals", "The referral whose work was stepped down to it.", null=True)
    stepped_up_to = ref("referrals", "The referral by which it was stepped up.", null=True)
