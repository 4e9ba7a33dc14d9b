"""Who leads the work with a family, and the family's own meetings."""

from __future__ import annotations

from .tables import Table, code, day, flag, ref, text


class LeadPractitioner(Table):
    """Who leads the help for a family, from whatever profession or agency, or leads the protection of a child on a plan."""

    child = ref("children", "The child.")
    kind = code("words:family-help child-protection", "What they lead.")
    worker = ref("workers", "The worker, where they work for the authority.", null=True)
    name = text("Their name.")
    profession = text("Their profession.")
    agency = text("For which agency they work.")
    began_on = day("The day they began to lead.")
    ended_on = day("The day they no longer did.", null=True)


class FamilyMeeting(Table):
    """Family group decision-making: a meeting offered to a family to make its own plan, and what became of it."""

    child = ref("children", "The child for whom the family plans.")
    proceeding = ref("proceedings", "The proceedings before which it was offered.", null=True)
    offered_on = day("The day it was offered.")
    accepted = flag("Whether the family accepted.", null=True)
    answered_on = day("The day the family answered.", null=True)
    held_on = day("The day it was held.", null=True)
    came = text("Who came.")
    family_plan = text("The family's own plan, in its words.")
    followed_up_on = day("The day it was looked at what became of the family's plan.", null=True)
    followed_up = text("What became of it.")


class HelpBasis(Table):
    """A day from which a family is helped on another legal basis, within one episode of help."""

    plural = "help_bases"
    child = ref("children", "The child whose family is helped.")
    family_help_episode = ref("family_help_episodes", "The episode, which goes on.")
    basis = code("words:early-help child-in-need", "Under what basis from then on.")
    changed_on = day("The day from which.")
    because = text("Why.")
