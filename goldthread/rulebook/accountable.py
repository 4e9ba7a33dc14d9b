"""The posts that answer for children's services: what each answers for, and where the law or guidance names it.

A source that was not read in its own text says so, and so does the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from .authority import Authority, OwnStandard, Regulations, StatutoryGuidance

TOGETHER = "Working Together to Safeguard Children 2023"


@dataclass(frozen=True, slots=True)
class AccountablePost:
    """One post. several: whether there are several of them, each for a service. elected: held by a councillor.

    in_chain: whether it stands above a decision about a child. confirmed: whether the source was read.
    """

    code: str
    name: str
    answers_for: str
    source: Authority
    several: bool = False
    elected: bool = False
    in_chain: bool = False
    confirmed: bool = False


ALL = (
    AccountablePost(
        "director", "Director of children's services", "The authority's functions towards children, as their professional head.",
        Regulations("Children Act 2004", "s 18"), in_chain=True,
    ),
    AccountablePost(
        "lead-member", "Lead member for children's services", "The same functions, politically.",
        Regulations("Children Act 2004", "s 19"), elected=True,
    ),
    AccountablePost(
        "chief-executive", "Chief executive", "The head of paid service: how the authority's work is organised and staffed.",
        Regulations("Local Government and Housing Act 1989", "s 4"), in_chain=True,
    ),
    AccountablePost(
        "leader", "Leader of the council", "The executive of the council.",
        Regulations("Local Government Act 2000", "s 9C"), elected=True,
    ),
    AccountablePost(
        "independent-scrutineer", "Independent scrutineer", "Whether the safeguarding partners' arrangements work.",
        StatutoryGuidance(TOGETHER, "chapter 2"),
    ),
    AccountablePost(
        "principal-social-worker", "Principal social worker", "The quality of practice, and what practitioners say of it.",
        StatutoryGuidance(TOGETHER, "chapter 2"),
    ),
    AccountablePost(
        "virtual-school-head", "Virtual school head", "How well children in care do at school.",
        Regulations("Children Act 1989", "s 22(3B)"),
    ),
    AccountablePost(
        "designated-officer", "Designated officer", "Allegations against people who work with children.",
        StatutoryGuidance(TOGETHER, "chapter 2"),
    ),
    AccountablePost(
        "monitoring-officer", "Monitoring officer", "Whether what the authority does is lawful.",
        Regulations("Local Government and Housing Act 1989", "s 5"),
    ),
    AccountablePost(
        "assistant-director", "Assistant director of social work", "Social work with children, under the director.",
        OwnStandard("The authority's own structure", ""), in_chain=True, confirmed=True,
    ),
    AccountablePost(
        "service-manager", "Service manager", "A service of several teams.",
        OwnStandard("The authority's own structure", ""), several=True, in_chain=True, confirmed=True,
    ),
)  # fmt: skip

POSTS: dict[str, AccountablePost] = {post.code: post for post in ALL}
"""By the word that the record keeps."""

CHAIN = ("service-manager", "assistant-director", "director", "chief-executive")
"""The posts of `in_chain`, from who is nearest to a decision upwards."""
