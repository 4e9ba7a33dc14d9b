"""How a director or a manager would look for each failure of oversight: by which words, and what the page then says.

Each looks from the home page, in at most four clicks, and gives what was read: of whom, and how much of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tests.journeys.reading_pages import Link, Reader

Found = set[tuple[str, int]]


def without_supervision(director: Reader, managers: Sequence[Reader]) -> Found:
    """The teams in which nobody was supervised for many weeks: the team, and the weeks."""
    director.goes_home()
    director.follows("Supervision")
    said = "nobody in this team was supervised for (\\d+) weeks"
    return {(row[0], int(weeks[1])) for row in director.rows() if (weeks := re.search(said, " ".join(row)))}


def copied_rationale(director: Reader, managers: Sequence[Reader]) -> Found:
    """Who gave the same reason for several children: who, and how often."""
    director.goes_home()
    director.follows("Supervision")
    director.follows("Decisions")
    return {(each[1], int(each[2])) for each in director.items(r"^(.+): the same words (\d+) times$")}


def four_workers(director: Reader, managers: Sequence[Reader]) -> Found:
    """Children of whom four workers or more are counted in the last twelve months: the child, and the workers."""
    found = set()
    for child in _drifting(director, "Third change of worker"):
        _again(director, child, "Third change of worker")
        director.follows("Changes of worker")
        workers = re.search(r"Workers in 12 months (\d+)", director.text)
        if workers and int(workers[1]) >= 4:
            found.add((child.words, int(workers[1])))
    return found


def plan_unchanged(director: Reader, managers: Sequence[Reader]) -> Found:
    """Children whose plan three reviews or more left as it was: the child, and the reviews."""
    found = set()
    for child in _drifting(director, "Plan unchanged"):
        _again(director, child, "Plan unchanged")
        director.follows("Plans")
        reviews = re.search(r"the last (\d+) reviews changed nothing in it", director.text)
        if reviews and int(reviews[1]) >= 3:
            found.add((child.words, int(reviews[1])))
    return found


def handover_not_read(director: Reader, managers: Sequence[Reader]) -> Found:
    """Children whose handover the next worker has not read, though a week has passed: their managers' homes say so."""
    found: Found = set()
    for manager in managers:
        for child in _waiting(manager, "not read after a week"):
            found.add((child, 1))
    return found


def directions_not_done(director: Reader, managers: Sequence[Reader]) -> Found:
    """Children for whom what was directed is weeks late: the child, and how many directions the child's page lists as late."""
    found = set()
    for manager in managers:
        for child in _waiting(manager, "not done four weeks after"):
            manager.goes_home()
            manager.follows("not done four weeks after")
            manager.follows(child)
            late = re.findall(r", by [^:]{6,30}: (\d+) days late", _open_directions(manager))
            found.add((child, sum(int(days) > 28 for days in late)))
    return found


def changed_hands(director: Reader, managers: Sequence[Reader]) -> Found:
    """Teams of which three children in ten or more changed hands in the last quarter: the team, and the children."""
    director.goes_home()
    director.follows("Handing over")
    director.follows("Changes of worker")
    last = [(row[0], re.search(r"(\d+)% .*?(\d+) of (\d+).*stands out", row[-1])) for row in director.rows()]
    return {(team, int(share[2])) for team, share in last if share and int(share[1]) >= 30}


FINDERS: dict[str, Callable[[Reader, Sequence[Reader]], Found]] = {
    "without-supervision": without_supervision,
    "directions-not-done": directions_not_done,
    "plan-unchanged": plan_unchanged,
    "four-workers": four_workers,
    "handover-not-read": handover_not_read,
    "changed-hands": changed_hands,
    "copied-rationale": copied_rationale,
}


def _drifting(director: Reader, signal: str) -> list[Link]:
    """The children for whom a signal of drift stands."""
    director.goes_home()
    director.follows("Drifting")
    if re.search(rf"{signal}[^.]{{0,30}} 0 children", director.text):
        return []
    director.follows(signal)
    names = {row[0].rpartition(",")[0] for row in director.rows()}
    return [each for each in director.links() if each.words in names]


def _again(director: Reader, child: Link, signal: str) -> None:
    """From the home page to one child of such a list, so that the clicks are counted for each child."""
    director.goes_home()
    director.follows("Drifting")
    director.follows(signal)
    director.follows(child.words)


def _waiting(manager: Reader, words: str) -> list[str]:
    """The children of a line of what waits for a manager, each once."""
    manager.goes_home()
    if not manager.links(words):
        return []
    manager.follows(words)
    return sorted({row[0].rpartition(",")[0] for row in manager.rows()})


def _open_directions(manager: Reader) -> str:
    return manager.text.partition("Directions to be done")[2].partition("Decisions to look at again")[0]
