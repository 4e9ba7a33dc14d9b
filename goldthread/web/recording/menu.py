"""What can be added to a child's record, and which page opens an entry of it."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import Resolver404, resolve, reverse

from goldthread.record.models import Child


class Add(NamedTuple):
    """One entry of the menu: its words, the page, and under which heading it stands."""

    words: str
    page: str
    group: str


GROUPS = ("Front door", "Protection", "Help and plans", "Seeing the child", "The file", "Oversight")

ADD: tuple[Add, ...] = (
    Add("A contact", "contact:take", "Front door"),
    Add("An assessment", "assessment:begin", "Front door"),
    Add("A visit", "visits:new", "Seeing the child"),
    Add("A note", "file:note", "The file"),
    Add("A document", "file:file", "The file"),
    Add("To the chronology", "file:choose", "The file"),
    Add("Who leads, and the family's own plan", "leading:list", "Help and plans"),
    Add("A concern of significant harm", "protection:raise", "Protection"),
    Add("A call to a conference", "protection:call", "Protection"),
    Add("A letter before proceedings", "court:letter", "Protection"),
    Add("Care proceedings begun", "court:issued", "Protection"),
    Add("A plan", "plan:begin", "Help and plans"),
    Add("The child is missing", "missing:report", "Protection"),
    Add("Somebody the child is said to be with", "missing:associate", "Protection"),
    Add("A letter", "letters:choose", "The file"),
    Add("A contact card for the child", "letters:give_card", "Seeing the child"),
    Add("Who the child is: background, language, disability", "child:describe", "The file"),
    Add("That the child cares for somebody", "child:young_carer", "The file"),
    Add("Something the child likes doing", "child:interest", "The file"),
    Add("Another name in the family", "child:other_name", "The file"),
    Add("A decision", "recording:decide", "Oversight"),
    Add("A direction", "oversight:direct", "Oversight"),
    Add("That you want to discuss the child", "oversight:ask", "Oversight"),
    Add("The end of our work", "closing:end", "Oversight"),
    Add("A call or message from the child", "letters:message", "Seeing the child"),
    Add("A promise to the child", "handover:promise", "Seeing the child"),
    Add("A handover to the next worker", "handover:write", "Oversight"),
    Add("Who holds the child", "recording:allocate", "Oversight"),
    Add("An escalation", "escalation:raise", "Oversight"),
    Add("What worked", "good_practice:mark", "Oversight"),
)
"""The menu "Add to the record"; each page takes the child's public number."""

PAGES: dict[str, str] = {
    "contacts": "contact:page",
    "referrals": "contact:referral",
    "assessments": "assessment:page",
    "strategy_discussions": "protection:discussion",
    "enquiries": "protection:enquiry",
    "conferences": "protection:conference",
    "proceedings": "court:proceeding",
    "plans": "plan:page",
    "closings": "closing:ended",
    "missing_episodes": "missing:episode",
    "letters": "letters:letter",
    "supervisions": "oversight:supervision",
    "contact_cards": "letters:card",
    "handovers": "handover:page",
    "readings": "challenge:page",
    "escalations": "escalation:page",
    "case_audits": "audit:page",
}
"""Table -> the page that opens one row of it, by the child's public number and the row's; of all others, the entry's page."""


def menu_of(child: Child) -> list[tuple[str, list[tuple[str, str]]]]:
    """The menu for a child: each heading with its entries, words and address."""
    return [
        (
            group,
            [(each.words, reverse(each.page, args=[child.public_id])) for each in ADD if each.group == group],
        )
        for group in GROUPS
        if any(each.group == group for each in ADD)
    ]


def address_of(child: Child, table: str, row: int) -> str:
    """Where an entry of the record opens; empty for the child itself."""
    if table == "children":
        return ""
    if table in PAGES:
        return reverse(PAGES[table], args=[child.public_id, row])
    return reverse("recording:entry", args=[child.public_id, table, row])


def words_of_page(address: str) -> str:
    """What is written at the address of a form, in the words of the menu where it stands there."""
    try:
        page = resolve(address).view_name
    except Resolver404:
        return "A form"
    return next((each.words for each in ADD if each.page == page), "Part of the record")
