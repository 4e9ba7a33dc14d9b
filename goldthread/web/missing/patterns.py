"""What repeats itself when children go missing: places, people, times of day, and who is missing with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldthread.practice.access import listed
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.doors import RecordNotFound, list_records, reader_of_children
from goldthread.practice.moment import LONDON, now, today
from goldthread.practice.naming import names_of
from goldthread.record.models import Associate, MissingEpisode, MissingPlace, MissingTheme
from goldthread.rulebook.retention import ASSOCIATES
from goldthread.web.missing.forms import GRADES

DAYS = 365
SHOWN = 20
OFTEN = 2
BANDS = (
    (6, "Night, 0 to 6"),
    (12, "Morning, 6 to 12"),
    (18, "Afternoon, 12 to 18"),
    (24, "Evening, 18 to 24"),
)


@dataclass(slots=True)
class Pattern:
    """One thing that repeats itself: how often, and with which children."""

    what: str
    times: int = 0
    children: set[int] = field(default_factory=set)
    told: list[Any] = field(default_factory=list)

    def add(self, child: int) -> None:
        """One more time."""
        self.times += 1
        self.children.add(child)


def patterns(request: HttpRequest) -> HttpResponse:
    """Patterns over twelve months, for those who decide: whoever else asks is told that there is no such page."""
    reader = reader_of_children(request.user)
    if not reader.role.arranges:
        raise RecordNotFound
    since = today() - timedelta(days=DAYS)
    mine = listed(reader)
    episodes = list(MissingEpisode.unwithdrawn.filter(mine, began_on__gte=since).order_by("began_on", "pk"))
    keys = {each.pk for each in episodes}
    told = Associate.unwithdrawn.filter(mine, let_go_on=None).order_by("review_on", "pk")
    places = MissingPlace.unwithdrawn.filter(mine, missing_episode__began_on__gte=since).select_related(
        "missing_episode"
    )
    themes = MissingTheme.unwithdrawn.filter(mine, missing_episode__began_on__gte=since)
    people = list(told)
    shown = list_records(
        sorted({each.child_id for each in episodes} | {each.child_id for each in people}),
        by=reader,
        page="missing: patterns",
    )
    knowing = shown_on_screens(each.pk for each in shown)
    said_places = [each for each in places if each.missing_episode_id in keys]
    by_place = _counted((_words(knowing, each.child_id, each.place), each.child_id) for each in said_places)
    by_person = _counted((each.called, each.child_id) for each in people if each.called)
    context = {
        "as_at": now(),
        "since": since,
        "names": names_of(shown),
        "addresses": {each.pk: each.public_id for each in shown},
        "episodes": len(episodes),
        "children": len({each.child_id for each in episodes}),
        "by_place": _often(by_place),
        "by_person": _often(by_person),
        "by_time": _by_time(episodes),
        "by_theme": _often(
            _counted((each.theme.replace("-", " "), each.child_id) for each in themes), least=1
        ),
        "together": _together(episodes, said_places),
        "look_again": [each for each in people if each.review_on <= today()][:SHOWN],
        "people": people[:SHOWN],
        "count": len(people),
        "grades": GRADES,
        "rule": ASSOCIATES,
    }
    return render(request, "missing/patterns.jinja", context)


def _words(knowing: dict[int, Any], child: int, place: str) -> str:
    return knowing[child].words(place) if child in knowing else place


def _counted(said: Iterable[tuple[str, int]]) -> list[Pattern]:
    """How often each was said, however it is written: capitals and spaces make no difference."""
    found: dict[str, Pattern] = {}
    for words, child in said:
        key = " ".join(words.casefold().split())
        found.setdefault(key, Pattern(" ".join(words.split()))).add(child)
    return sorted(found.values(), key=lambda each: (-each.times, -len(each.children), each.what.casefold()))


def _often(found: list[Pattern], least: int = OFTEN) -> list[Pattern]:
    return [each for each in found if each.times >= least][:SHOWN]


def _by_time(episodes: list[MissingEpisode]) -> list[Pattern]:
    found = {name: Pattern(name) for _, name in BANDS} | {"": Pattern("Time not known")}
    for each in episodes:
        hour = timezone.localtime(each.began_at, LONDON).hour if each.began_at else None
        name = next((name for until, name in BANDS if hour is not None and hour < until), "")
        found[name].add(each.child_id)
    return [each for each in found.values() if each.times]


def _together(episodes: list[MissingEpisode], places: list[MissingPlace]) -> list[Pattern]:
    """Pairs and groups of children who were missing together, or at one place within a day of each other."""
    groups: defaultdict[tuple[str, Any], set[int]] = defaultdict(set)
    for each in episodes:
        if each.together:
            groups["together", each.together].add(each.child_id)
    for place in places:
        at = " ".join(place.place.casefold().split())
        began = place.missing_episode.began_on.toordinal()
        for day in (began, began + 1):
            groups[at, day].add(place.child_id)
    found: dict[frozenset[int], Pattern] = {}
    seen: set[tuple[frozenset[int], str, int]] = set()
    for (what, when), several in groups.items():
        who = frozenset(several)
        if len(who) < 2:
            continue
        near = (who, what, when - 1) if isinstance(when, int) else None
        if isinstance(when, int):
            seen.add((who, what, when))
        pattern = found.setdefault(who, Pattern("", children=set(who)))
        if near is None or near not in seen:
            pattern.times += 1
    return sorted(found.values(), key=lambda each: (-each.times, sorted(each.children)))[:SHOWN]
