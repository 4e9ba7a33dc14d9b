"""What plans ask: goals, the actions under them, and the meetings at which they are looked at again, done or carried over."""

from __future__ import annotations

from dataclasses import dataclass

from .afterwards import Afterwards, chain, until
from .chance import Chance
from .days import NEVER, months_on, working_on_or_before
from .ledger import Row
from .wording import GOALS, NEW_ACTIONS

REVIEW_EVERY = {"early-help": 42, "child-in-need": 84}
STALLED = 0.16  # of the plans that were open in the bad year: of what they ask nothing is done
DONE = {"usual": 0.84, "bad year": 0.62, "stalled": 0.04}
CARRIED_AT_MOST = 4


@dataclass
class Planned:
    """A plan with the days on which it is looked at again, the last of them the day it ends."""

    number: int
    row: Row
    meetings: list[int]
    stalled: bool

    @property
    def ended(self) -> int:
        return until(self.row)


def plan_help(after: Afterwards, chance: Chance) -> None:
    """Write what every plan asks, and the reviews of early help."""
    conferences: dict[int, list[int]] = {}
    for _number, row in after.rows("conferences"):
        if row["kind"] == "review":
            conferences.setdefault(row["plan"], []).append(row["held_on"])
    for number, episode in after.rows("family_help_episodes"):
        assessed = episode["assessed_on"]
        if assessed is not None:
            for day in _reviews(after, chance, assessed, until(episode), "early-help"):
                after.ledger.write(
                    "help_reviews", day, child=episode["child"], family_help_episode=number, kind="early-help", held_on=day
                )  # fmt: skip
    for number, row in after.rows("plans"):
        if row["kind"] == "child-in-need":
            meetings = _reviews(after, chance, row["began_on"], until(row), "child-in-need")
            for day in meetings:
                after.ledger.write(
                    "help_reviews", day, child=row["child"], plan=number, kind="child-in-need", held_on=day
                )
        else:
            meetings = [day for day in conferences.get(number, ()) if day < until(row)]
        stalled = after.bad_year.is_on(until(row)) and chance.happens(STALLED)
        _ask(after, chance, Planned(number, row, sorted(meetings), stalled))


def _reviews(after: Afterwards, chance: Chance, began: int, ended: int, kind: str) -> list[int]:
    return chain(after, chance, began, ended, REVIEW_EVERY[kind], usual=0.06, bad=0.14, by=8)


def _ask(after: Afterwards, chance: Chance, plan: Planned) -> None:
    goals = GOALS[plan.row["kind"]]
    began = plan.row["began_on"]
    for words, actions in chance.sample(goals, 2 if chance.happens(0.6) else 3):
        goal = _goal(after, chance, plan, words)
        for said, owner in actions[: chance.choice((1, 2, 2, 3))]:
            _follow(after, chance, plan, goal, said, owner, began)
        for day in plan.meetings:
            if chance.happens(0.12):
                said, owner = chance.choice(NEW_ACTIONS)
                _follow(after, chance, plan, goal, said, owner, day)


def _goal(after: Afterwards, chance: Chance, plan: Planned, words: str) -> int:
    row, began = plan.row, plan.row["began_on"]
    looked_at = plan.meetings[0] if plan.meetings else months_on(began, 3)
    reached = None
    if not plan.stalled and chance.happens(0.7 if plan.ended < NEVER else 0.2):
        reached = chance.choice(plan.meetings) if plan.meetings else row.get("ended_on")
    dropped = row.get("ended_on") if reached is None else None
    return after.ledger.write(
        "goals", began, child=row["child"], plan=plan.number, words=words, set_on=began, review_by=looked_at,
        reached_on=reached, dropped_on=dropped, dropped_because="" if dropped is None else "The plan ended.",
    )  # fmt: skip


def _follow(
    after: Afterwards, chance: Chance, plan: Planned, goal: int, words: str, owner: str, day: int
) -> None:
    """Write an action from the day it is agreed until it is done, dropped, or carried over from meeting to meeting."""
    carried: int | None = None
    for _time in range(CARRIED_AT_MOST):
        next_meeting = next((each for each in plan.meetings if each > day), None)
        at = min(next_meeting or NEVER, plan.ended)
        due = day + chance.randint(12, 60)
        done = _done(after, chance, plan, day, due)
        done = done if done is not None and done <= at else None
        dropped, because = None, ""
        if done is None and at < NEVER and after.known(at):
            dropped = at
            because = "Carried over at the review." if at == next_meeting else "The plan ended."
        carried = after.ledger.write(
            "actions", day, child=plan.row["child"], plan=plan.number, goal=goal, carried_from=carried, words=words,
            owner=owner, agreed_on=day, due_on=due, done_on=done, dropped_on=dropped, dropped_because=because,
        )  # fmt: skip
        if dropped is None or at != next_meeting:
            return
        day = at


def _done(after: Afterwards, chance: Chance, plan: Planned, day: int, due: int) -> int | None:
    bad = after.bad_year.is_on(due)
    share = DONE["stalled" if plan.stalled and bad else "bad year" if bad else "usual"]
    if not chance.happens(share):
        return None
    early = max(day, working_on_or_before(due - chance.randrange(12)))
    return after.ledger.by_now(early if chance.happens(0.75) else due + 1 + chance.some_days(9))
