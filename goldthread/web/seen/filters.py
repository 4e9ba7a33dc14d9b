"""The filters of the page, as they stand in its address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from goldthread.practice.seen import LISTED, OPENED, WITH, WITHOUT, SeenFilters
from goldthread.web.design_system.dates import day_words

REASONS = (("", "With or without a reason"), (WITH, "With a reason"), (WITHOUT, "Without a reason"))
HOW = ((OPENED, "Opened the record"), (LISTED, "Saw the child in a list"))
PAGES = {
    "": "not said",
    "child": "the child's page",
    "children": "finding a child",
    "waiting": "who is waiting",
    "waiting: download": "who is waiting, taken as a file",
    "waiting: sheet": "who is waiting, printed",
    "child: precautions": "the child's precautions",
    "child: address shown": "the address, shown on request",
    "child: identity": "giving a new identity",
    "waiting: calendar": "who is waiting, as a calendar",
    "import report": "what an import held back",
    "child: kept": "how long the record is kept",
    "due for review": "records due for review",
    "requests for a copy": "requests for a copy",
    "request for a copy": "a request for a copy",
    "request for a copy: what is left out": "what is left out of a copy",
    "request for a copy: as it is given": "a copy as it will be given",
    "request for a copy: second look": "the second look at a copy",
    "request for a copy: making it": "making a copy",
    "request for a copy: download": "a copy, taken as a file",
    "who has seen": "who has seen this record",
    "who has seen: download": "who has seen this record, taken as a file",
}
CHILDS_PAGE, OF_PRECAUTIONS = "child", ("child: precautions", "child: address shown", "child: identity")
DAYS_OF_LISTS = 28


def read(query: Mapping[str, str], today: date) -> SeenFilters:
    """What the address asks for; what it cannot mean is left out. Lists are asked for within four weeks unless it says more."""
    person, how = query.get("person", ""), query.get("how", OPENED)
    since = _day(query.get("from", ""))
    how = how if how in (OPENED, LISTED) else OPENED
    if how == LISTED and since is None:
        since = date.fromordinal(today.toordinal() - DAYS_OF_LISTS)
    reason = query.get("reason", "")
    return SeenFilters(
        person=int(person) if person.isdecimal() and len(person) < 18 else None,
        since=since,
        until=_day(query.get("to", "")),
        page=query.get("on", "")[:200],
        reason=reason if reason in (WITH, WITHOUT) else "",
        how=how,
    )


def chosen(filters: SeenFilters, people: list[tuple[int, str]]) -> list[tuple[str, str]]:
    """Each filter in use, in words, and its name in the address."""
    said = []
    if filters.how == LISTED:
        said.append((HOW[1][1], "how"))
    if filters.person is not None:
        said.append((dict(people).get(filters.person, "Somebody who never opened it"), "person"))
    if filters.since is not None:
        said.append((f"From {day_words(filters.since)}", "from"))
    if filters.until is not None:
        said.append((f"To {day_words(filters.until)}", "to"))
    if filters.page:
        said.append((f"On: {page_words(filters.page)}", "on"))
    if filters.reason:
        said.append((dict(REASONS)[filters.reason], "reason"))
    return said


def page_words(page: str) -> str:
    """A page's name as people say it."""
    return PAGES.get(page, page)


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None
