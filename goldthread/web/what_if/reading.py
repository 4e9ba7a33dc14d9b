"""An answer in words and numbers, as its page lays them out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldthread.engine.what_if import Band, Outcome, TeamOutcome
from goldthread.engine.what_if.results import HIGH, LOW
from goldthread.practice.what_if import Question
from goldthread.record.models import Team, Worker
from goldthread.web.design_system.dates import plural

EPOCH = date(1970, 1, 1)
MEASURES = {
    "unallocated_days": "Days that children have no worker",
    "waiting": "Children without a worker at the end",
    "changes_each": "Changes of worker for every 100 children",
    "caseload": "Children for each worker at the end",
    "highest": "The most children that one worker holds",
}
CHECKED = {
    "children": "Children at the end",
    "unallocated_days": "Days that children had no worker",
    "changes": "Changes of worker",
}
RATES = {
    "arrivals": "children come to the team in a year",
    "ends": "of 100 children held, cease to be in a year",
    "leaving": "of 100 workers, leave in a year",
    "fills": "days until a post was filled again",
    "first_waits": "days until a child's first worker",
    "again_waits": "days until the next worker",
    "changes": "of 100 children, change worker in a year though nobody left",
}
SCALE = {"arrivals": 365, "ends": 36_500, "leaving": 36_500, "changes": 36_500}
ALL = "all teams together"


class Reading:
    """What a question answered."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.as_it_is, self.asked = Outcome.from_json(answer["as_it_is"]), Outcome.from_json(answer["asked"])
        self.names = {int(key): name for key, name in answer["names"].items()}
        self.rests_on: dict[str, Any] = answer["rests_on"]
        self.check: dict[str, Any] | None = answer["check"]

    def name(self, team: int) -> str:
        """What a team is called, or those that became it."""
        return " and ".join(self.names.get(each, "A team") for each in self.asked.teams[team].teams)

    def of(self, outcome: Outcome, team: int | None) -> TeamOutcome:
        """One team's part of an outcome, or the whole."""
        return outcome.whole if team is None else outcome.teams[team]

    def lines(self, team: int | None) -> list[list[str]]:
        """Each measure: as it is, if so, and what that changes."""
        before, after = self.of(self.as_it_is, team), self.of(self.asked, team)
        merged = team is not None and len(after.teams) > 1
        return [
            [
                words,
                "not compared" if merged else band(before.at_the_end(name)),
                band(after.at_the_end(name)),
                "" if merged else change(before.at_the_end(name).middle, after.at_the_end(name).middle),
            ]
            for name, words in MEASURES.items()
        ]

    def teams(self) -> list[dict[str, Any]]:
        """Each team in name order: what it comes to, and what the question changes."""
        found = []
        for key, after in self.asked.teams.items():
            before = self.as_it_is.teams[key] if len(after.teams) == 1 else None
            found.append(
                {
                    "key": key,
                    "name": self.name(key),
                    "cells": [
                        (
                            band(after.at_the_end(name)),
                            f"as it is: {number(before.at_the_end(name).middle)}" if before else "",
                        )
                        for name in ("caseload", "unallocated_days", "changes_each")
                    ],
                }
            )
        return sorted(found, key=lambda each: str(each["name"]))

    def checked(self) -> list[list[str]]:
        """What the same simulation would have expected of the last 26 weeks, beside what happened, for all teams and each."""
        if self.check is None:
            return []
        expected = Outcome.from_json(self.check["expected"])
        happened: dict[str, dict[str, float]] = self.check["happened"]
        whole = {name: sum(each.get(name, 0) for each in happened.values()) for name in CHECKED}
        rows = [self._line("All teams", expected.whole, whole, name) for name in CHECKED]
        for key, team in sorted(expected.teams.items(), key=lambda pair: self.names.get(pair[0], "")):
            rows += [
                self._line(self.names.get(key, "A team"), team, happened[str(key)], name) for name in CHECKED
            ]
        return rows

    @property
    def within(self) -> tuple[int, int, int]:
        """How many of the figures checked lay within what was expected, of how many, and how many would by chance alone."""
        rows = self.checked()
        by_chance = round(len(rows) * (HIGH - LOW) / 100)
        return sum(row[-1] == "yes" for row in rows), len(rows), by_chance

    @property
    def checked_since(self) -> date | None:
        """The day from which the check looked ahead."""
        return EPOCH + timedelta(days=self.check["since"]) if self.check else None

    def rates(self) -> list[dict[str, Any]]:
        """What the simulation rests on, team by team."""
        return sorted(
            (
                {
                    "name": self.names.get(int(key), "A team"),
                    "now": f"{plural(said['children'], 'child', 'children')}, {plural(said['workers'], 'worker')}, "
                    f"{plural(said['waiting'], 'child waits', 'children wait')}, "
                    f"{plural(said['empty_posts'], 'empty post')}; no worker is given more than {said['most']}",
                    "lines": [_rate(name, words, *said["rates"][name]) for name, words in RATES.items()],
                }
                for key, said in self.rests_on.items()
            ),
            key=lambda each: str(each["name"]),
        )

    def _line(self, team: str, expected: TeamOutcome, found: dict[str, float], name: str) -> list[str]:
        interval, happened = expected.at_the_end(name), found.get(name, 0)
        return [
            team,
            CHECKED[name],
            band(interval),
            number(happened),
            "yes" if interval.holds(happened) else "no",
        ]


def in_words(question: Question) -> str:
    """A question in one sentence."""
    people = {worker.pk: str(worker) for worker in Worker.objects.filter(pk__in=question.leavers)}
    teams = dict(Team.objects.values_list("pk", "name"))
    who = [people.get(key, "somebody") for key in question.leavers]
    who += [
        f"{plural(count, 'worker')} of {teams.get(team, 'a team')}"
        for team, count in question.leave_of_team.items()
    ]
    said = []
    if who:
        leave = "leaves" if len(who) == 1 and question.leavers else "leave"
        said.append(f"{' and '.join(who)} {leave} after {plural(question.after_weeks, 'week')}")
    said += [
        f"{teams.get(gone, 'a team')} goes into {teams.get(into, 'a team')}"
        for gone, into in question.merged.items()
    ]
    if question.demand:
        said.append(f"demand {'rises' if question.demand > 0 else 'falls'} by {abs(question.demand)}%")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def band(of: Band) -> str:
    """ "18.5 (16.9 to 20.1)"."""
    return f"{number(of.middle)} ({number(of.low)} to {number(of.high)})"


def change(before: float, after: float) -> str:
    """ "+3.5", or no change."""
    if number(before) == number(after):
        return "no change"
    return f"{'+' if after > before else '−'}{number(abs(after - before))}"


def number(value: float) -> str:
    """A count without, a small average with one decimal."""
    return f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:,.1f}"


def _rate(name: str, words: str, value: float, events: int, own: bool) -> str:
    rests = f"rests on {plural(events, 'event')}" + ("" if own else f" of {ALL}")
    return f"{number(round(value * SCALE.get(name, 1), 1))} {words} ({rests})"
