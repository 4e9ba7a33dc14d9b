"""Reviewing a care leaver's pathway plan."""

from datetime import date

from goldthread.vocabulary import children, entitlements, pathway_plans

from ..authority import Regulations
from ..clock import Edition, clock, spells
from ..counts import months

pathway_plan_review = clock(
    name="pathway_plan_review",
    what="Pathway plan review",
    duty="Review the pathway plan of a relevant or former relevant young person at least every six months",
    rows=["LC-05"],
    starts=pathway_plans.held_on,
    done=pathway_plans.held_on,
    during=spells(
        entitlements.began_on,
        entitlements.ended_on,
        entitlements.category.is_in("relevant", "former-relevant"),
    ),
    ends=[children.died_on],
    editions=[
        Edition(
            since=date(2011, 4, 1),
            due=(months(6),),
            source=Regulations("Care Leavers (England) Regulations 2010, SI 2010/2571", "reg 7(2)"),
            seen_in="Primary: text of the regulations to April 2013, and SI 2015/495",
        )
    ],
    counting="From the plan, or its last review, to the next. The young person or their adviser may ask for one sooner.",
)
