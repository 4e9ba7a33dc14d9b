"""Which later events put an assessment out of date: what it says was said of another life. It is no duty and no score."""

from __future__ import annotations

from typing import NamedTuple

from goldthread.vocabulary import (
    Points,
    care_episodes,
    enquiries,
    legal_statuses,
    missing_episodes,
    plans,
    strategy_discussions,
)
from goldthread.vocabulary.identity import Address, Relationship

from .authority import OwnStandard
from .clock import points

addresses, relationships = Address.rows(), Relationship.rows()
SOURCE = OwnStandard("Our own standard", "an assessment is updated when circumstances change significantly")
FINDING = "F08"


class After(NamedTuple):
    """An event after an assessment was authorised, and how it is said."""

    when: Points
    said: str


AFTER: tuple[After, ...] = (
    After(points(strategy_discussions.held_on), "a strategy discussion was held"),
    After(points(enquiries.began_on), "an enquiry was begun"),
    After(points(missing_episodes.began_on), "the child went missing"),
    After(points(legal_statuses.began_on), "the child has a new legal status"),
    After(points(care_episodes.began_on), "the child came into care"),
    After(points(care_episodes.ended_on), "the child left care"),
    After(plans.where(plans.kind == "child-protection").began_on, "a child protection plan was made"),
    After(plans.where(plans.kind == "child-protection").ended_on, "the child protection plan ended"),
    After(points(addresses.began_on), "the child moved home"),
    After(points(relationships.began_on), "somebody came into the family"),
    After(points(relationships.ended_on), "somebody left the family"),
)
"""What happened to the child. Beside these counts a brother or sister who is born afterwards."""

NEW_SIBLING = "a brother or sister was born"
