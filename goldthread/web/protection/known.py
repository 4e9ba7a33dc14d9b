"""What stands beside every page about protecting a child: the worry, what was done before, the family and where they live."""

from __future__ import annotations

from typing import Any

from goldthread.practice.disclosure import WITHHELD
from goldthread.practice.together import brothers_and_sisters
from goldthread.record.models import Address, Conference, Contact, Enquiry, StrategyDiscussion
from goldthread.web.recording.page import At

SHOWN = 4


def known_beside(at: At) -> dict[str, Any]:
    """For the macro ``known_already``: each part is empty where the record holds nothing."""
    contacts = Contact.unwithdrawn.filter(child=at.child).exclude(worry="").order_by("-received_on", "-pk")
    discussions = StrategyDiscussion.unwithdrawn.filter(child=at.child).order_by("-concern_on", "-pk")
    enquiries = Enquiry.unwithdrawn.filter(child=at.child).order_by("-began_on", "-pk")
    conferences = Conference.unwithdrawn.filter(child=at.child, held_on__isnull=False).order_by(
        "-held_on", "-pk"
    )
    mine = at.row.pk if at.row is not None else None
    table = at.row._meta.model if at.row is not None else None
    return {
        "worry": contacts.first(),
        "discussions": [
            each for each in discussions[:SHOWN] if table is not StrategyDiscussion or each.pk != mine
        ],
        "enquiries": [each for each in enquiries[:SHOWN] if table is not Enquiry or each.pk != mine],
        "conferences": [each for each in conferences[:SHOWN] if table is not Conference or each.pk != mine],
        "siblings": brothers_and_sisters(at.child, by=at.standing),
        "home": home_of(at),
    }


def home_of(at: At) -> str:
    """Where the child lives, as far as this page may say it."""
    row = (
        Address.unwithdrawn.filter(child=at.child, ended_on__isnull=True).order_by("-began_on", "-pk").first()
    )
    if row is None:
        return ""
    told = at.knowing.told(row)
    if WITHHELD in (told.get("lines"), told.get("postcode")):
        return "Not shown here: it is not to be disclosed."
    return ", ".join(words for words in (told.get("lines") or "", told.get("postcode") or "") if words)
