"""Keeping in touch with a care leaver."""

from datetime import date

from goldthread.vocabulary import children, entitlements
from goldthread.vocabulary import keeping_in_touch as contacts_made

from ..authority import OwnStandard
from ..clock import Ages, Edition, clock
from ..counts import weeks

keeping_in_touch = clock(
    name="keeping_in_touch",
    what="Keep in touch",
    duty="Be in touch with each former relevant young person at least every eight weeks",
    rows=["LC-10"],
    starts=entitlements.where(entitlements.category == "former-relevant").began_on,
    done=contacts_made.where(contacts_made.in_touch.yes() & contacts_made.annual.no()).held_on,
    shared=True,
    every=True,
    ages=Ages(under_years=25),
    ends=[entitlements.ended_on, children.died_on],
    editions=[
        Edition(
            since=date(2014, 1, 1),
            due=(weeks(8),),
            source=OwnStandard(
                "Our own standard", "every 8 weeks; the duty to keep in touch is Children Act 1989 s23C"
            ),
            seen_in="Secondary: Bracknell Forest and Cumberland (8 weeks, yearly after 21)",
        )
    ],
    counting="From the last contact to the next. An attempt that failed does not count anew.",
)
