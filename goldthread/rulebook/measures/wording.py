"""The children, the spells and the sources that several measures share."""

from __future__ import annotations

from goldthread.vocabulary import (
    allocations,
    care_episodes,
    entitlements,
    legal_statuses,
    plans,
    referrals,
)

from ..authority import CensusGuide, OwnStandard
from ..clock import spells

SHORT_BREAK = spells(
    legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in("V3", "V4")
)
IN_CARE = spells(care_episodes.began_on, care_episodes.ended_on)
ON_A_PROTECTION_PLAN = spells(plans.began_on, plans.ended_on, plans.kind == "child-protection")
REFERRED = spells(referrals.received_on, referrals.closed_on)
CARE_LEAVER = spells(entitlements.began_on, entitlements.ended_on, entitlements.category == "former-relevant")
OPEN = (REFERRED, IN_CARE, spells(entitlements.began_on, entitlements.ended_on))
HELD = spells(
    allocations.began_on,
    allocations.ended_on,
    allocations.worker.known()
    & allocations.role.is_in("social-worker", "lead-practitioner", "personal-adviser"),
)
SOCIAL_WORKER = allocations.where((allocations.role == "social-worker") & allocations.worker.known())

SEEN = "DfE's measure as described in its Local Authority Interactive Tool, data dictionary of 2025"
NOT_READ = "Our reading of what is published: the department's own method was not read. Check it against the guide to the return."
ANNUAL = "The department publishes it for the year to 31 March; here it can be asked of any period."

IN_NEED_CENSUS = "Children in need census"
CARE_RETURN = "Children looked after return (SSDA903)"
WORKFORCE_CENSUS = "Children's social work workforce census"

FRONT_DOOR = "Front door"
PROTECTION = "Help and protection"
CARE = "Children in care"
LEAVING = "Care leavers"
WORK = "Workforce and oversight"

FRONT_DOOR_LEADS = "Head of service, front door"
PROTECTION_LEADS = "Head of service, help and protection"
CARE_LEADS = "Head of service, children in care"
LEAVING_LEADS = "Head of service, leaving care"
DIRECTOR = "Director of children's services"


def census(paragraph: str) -> CensusGuide:
    """A definition of the children in need census."""
    return CensusGuide(IN_NEED_CENSUS, paragraph)


def care_return(paragraph: str) -> CensusGuide:
    return CensusGuide(CARE_RETURN, paragraph)


def our_own(says: str) -> OwnStandard:
    """What we ask of ourselves; nobody publishes it."""
    return OwnStandard("Our own standard", says)
