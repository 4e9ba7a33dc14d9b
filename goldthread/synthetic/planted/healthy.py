"""A small authority in which oversight is as it should be: four teams, sixteen workers, forty-eight children.

Supervision is held every four weeks and its directions are done, no two reasons of a decision are the same, handovers are read,
plans change at each review, and few children change hands: what a finder of failures must not find anything in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import polars as pl

from goldthread.synthetic import names
from goldthread.synthetic.chance import Chance
from goldthread.synthetic.days import number_of, working_on_or_before
from goldthread.synthetic.handing_over import DUE, MATTERS, STORIES, UNDERSTOOD, WORRIES
from goldthread.synthetic.ledger import Ledger
from goldthread.synthetic.wording import ANSWERED, DIRECTIONS, GOALS, HAPPENING, NEW_ACTIONS, RISK

TEAMS = ("Assessment", "Long-term 1", "Long-term 2", "Disabled children")
SERVICE, TOP = "Protection and support", "Children's services"
WORKERS, CHILDREN = 4, 3
HELD_FOR = 420
SUPERVISED_EVERY, SESSIONS = 28, 7
PLANNED, REVIEWED = 255, (200, 145, 90, 35)  # days ago
CHANGED = 208  # days ago: one child of each team was handed over
QUESTIONS = (
    ("threshold", "Does this meet the threshold for an assessment?", "Yes: assess the child and family."),
    ("other", "What has to be different by the next review?", "The plan goes on, with a new action."),
)
REASONS = (
    "{name} is alone too often after school, an aunt offered two afternoons, and advice alone was tried in the spring.",
    "The school and the health visitor say the same of {name}: mornings are hard, and the parents ask for help with them.",
    "{name} said to the worker what is better and what is not; the parents agree, and one thing is still missing.",
)
DETAILS = (
    "The doctor was asked.", "The father was heard.", "Nan was there.", "It was looked at with the school.",
    "The other way was to wait.", "The family chose it.",
)  # fmt: skip


@dataclass
class Making:
    """What is being made: the ledger, its chance, and the names that are taken."""

    ledger: Ledger
    chance: Chance
    today: int
    given: list[str]
    family: list[str]
    reasons: set[str] = field(default_factory=set)

    def ago(self, days: int) -> int:
        """The working day at least so many days ago."""
        return working_on_or_before(self.today - days)

    def number(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128), version=4))


@dataclass(frozen=True, slots=True)
class Held:
    """A child as the makers know them: who holds them, and in whose team."""

    child: int
    name: str
    worker: int
    manager: int
    team: int
    family: int


def healthy(seed: int, as_at: date) -> dict[str, pl.DataFrame]:
    """Every table of the vocabulary; the same seed always gives the same. as_at: the day that it is."""
    chance, today = Chance(seed), number_of(as_at)
    given, family = list(names.BOYS + names.GIRLS), list(names.FAMILY)
    chance.shuffle(given)
    chance.shuffle(family)
    making = Making(Ledger(today - 1), chance, today, given, family)
    top = _team(making, TOP, None)
    _worker(making, top, "1", manages=True)
    service = _team(making, SERVICE, top)
    _worker(making, service, "2", manages=True)
    for name in TEAMS:
        _fill(making, _team(making, name, service))
    return making.ledger.tables(seed)


def _team(making: Making, name: str, within: int | None) -> int:
    long_ago = making.ago(3000)
    return making.ledger.write("teams", long_ago, name=name, kind="other", within=within, began_on=long_ago)


def _worker(making: Making, team: int, role: str, *, manages: bool = False) -> int:
    began = making.ago(making.chance.randint(900, 2500))
    worker = making.ledger.write(
        "workers", began, given_name=making.chance.choice(names.WOMEN), family_name=making.family.pop(), sex="F",
    )  # fmt: skip
    making.ledger.write(
        "posts", began, worker=worker, team=team, role=role, agency=False, manages=manages, full_time=1.0, began_on=began,
        began_from="2",
    )  # fmt: skip
    return worker


def _fill(making: Making, team: int) -> None:
    """A manager, workers and their children; the last child of a team changed hands once, months ago."""
    manager = _worker(making, team, "3", manages=True)
    workers = [_worker(making, team, "5") for _ in range(WORKERS)]
    base = making.chance.randint(1, 6)
    for place, worker in enumerate(workers):
        held = []
        brothers = making.family.pop()
        for number in range(CHILDREN):
            family = brothers if number < 2 else making.family.pop()
            before = workers[0] if place == WORKERS - 1 and number == CHILDREN - 1 else None
            held.append(_child(making, family, worker, manager, team, number, before))
        _decide_together(making, held[:2])
        _supervise(making, held, base + 5 * place)


def _child(
    making: Making, family: str, worker: int, manager: int, team: int, number: int, before: int | None
) -> Held:
    ledger, chance, began = making.ledger, making.chance, making.ago(HELD_FOR)
    name = making.given.pop()
    child = ledger.write(
        "children", began, public_id=making.number(), given_name=name, family_name=family,
        born_on=making.today - chance.randint(6, 13) * 365, sex="F" if name in names.GIRLS else "M", ethnicity="WBRI",
        disabled="no",
    )  # fmt: skip
    held = Held(child, name, worker, manager, team, number)
    referral = ledger.write(
        "referrals", began, child=child, received_on=began, decided_on=began, no_further_action=False, primary_need="N4",
    )  # fmt: skip
    ledger.write(
        "assessments", began, child=child, referral=referral, requested_on=began, began_on=began,
        authorised_on=making.ago(HELD_FOR - 35), child_seen="yes",
    )  # fmt: skip
    _hold(making, held, before)
    _plan(making, held, referral)
    for days in range(8, 190, 28):
        ledger.write(
            "visits", making.ago(days), child=child, held_on=making.ago(days), purpose="child-in-need", seen="yes",
            seen_alone="yes", by_worker=worker,
        )  # fmt: skip
    for (kind, question, answer), days in zip(QUESTIONS, (HELD_FOR, 100 + 7 * number), strict=True):
        if kind == "threshold" or number > 1:
            _decide(making, held, kind, question, answer, making.ago(days))
    return held


def _hold(making: Making, held: Held, before: int | None) -> None:
    ledger, chance, began = making.ledger, making.chance, making.ago(HELD_FOR)
    changed = making.ago(CHANGED)
    same = {"child": held.child, "team": held.team, "role": "social-worker"}
    if before is None:
        ledger.write("allocations", began, worker=held.worker, began_on=began, **same)
        return
    ledger.write(
        "allocations",
        began,
        worker=before,
        began_on=began,
        ended_on=changed,
        changed_because="MANAGE",
        **same,
    )
    number = ledger.write("allocations", changed, worker=held.worker, began_on=changed, **same)
    ledger.write(
        "handovers", changed, child=held.child, allocation=number, from_worker=before, to_worker=held.worker, begun_on=changed,
        finished_on=changed, finished_by=before, taken_over_on=changed, read_on=changed + 1, understood_on=changed + 6,
        told_on=changed, told_by=before, told_how="visit", understood=chance.choice(UNDERSTOOD).format(name=held.name),
        story=chance.choice(STORIES).format(name=held.name), worries=chance.choice(WORRIES).format(name=held.name),
        due_soon=chance.choice(DUE), who_matters=chance.choice(MATTERS).format(name=held.name),
    )  # fmt: skip


def _plan(making: Making, held: Held, referral: int) -> None:
    """A plan that each review changed: an action done, another agreed."""
    ledger, chance, first, began = (
        making.ledger,
        making.chance,
        making.ago(HELD_FOR - 40),
        making.ago(PLANNED),
    )
    same = {"child": held.child}
    ledger.write(
        "plans", first, kind="child-in-need", referral=referral, began_on=first, ended_on=began,
        ended_because="The goals were reached. What is left is another plan.", **same,
    )  # fmt: skip
    plan = ledger.write("plans", began, kind="child-in-need", referral=referral, began_on=began, **same)
    words, actions = chance.choice(GOALS["child-in-need"])
    goal = ledger.write("goals", began, plan=plan, words=words, set_on=began, review_by=began + 90, **same)
    agreed = [began, *(making.ago(days) for days in REVIEWED)]
    for place, day in enumerate(agreed):
        if place:
            ledger.write("help_reviews", day, plan=plan, kind="child-in-need", held_on=day, **same)
        last = place == len(agreed) - 1
        said, owner = actions[place] if place < len(actions) else chance.choice(NEW_ACTIONS)
        ledger.write(
            "actions", day, plan=plan, goal=goal, words=said, owner=owner, agreed_on=day,
            due_on=day + (100 if last else 60), done_on=None if last else day + 45, **same,
        )  # fmt: skip


def _decide(making: Making, held: Held, kind: str, question: str, answer: str, day: int) -> str:
    """A decision of the manager, with a reason that she gave of no other child."""
    chance = making.chance
    why = ""
    while not why or why in making.reasons:
        why = f"{chance.choice(REASONS).format(name=held.name)} {chance.choice(DETAILS)}"
    making.reasons.add(why)
    _write_decision(making, held, kind, question, answer, day, why)
    return why


def _decide_together(making: Making, held: list[Held]) -> None:
    """Brothers and sisters share one decision and its reason on purpose."""
    (kind, question, answer), day, together = QUESTIONS[1], making.ago(90), making.number()
    why = _decide(making, held[0], kind, question, answer, day)
    _write_decision(making, held[1], kind, question, answer, day, why)
    for row in making.ledger.rows["decisions"][-2:]:
        row["together"] = together


def _write_decision(
    making: Making, held: Held, kind: str, question: str, answer: str, day: int, why: str
) -> None:
    making.ledger.write(
        "decisions", day, child=held.child, kind=kind, question=question, answer=answer, rationale=why, decided_on=day,
        decided_by=held.manager, signed_off_on=day, signed_off_by=held.manager, together="",
    )  # fmt: skip


def _supervise(making: Making, held: list[Held], last: int) -> None:
    """Every four weeks, the latest so many days ago: each child discussed, what was directed done, something new directed."""
    ledger, chance, worker = making.ledger, making.chance, held[0].worker
    open_ones: dict[int, int] = {}
    for place in reversed(range(SESSIONS)):
        day = making.ago(last + SUPERVISED_EVERY * place)
        session = ledger.write(
            "supervision_sessions", day, public_id=making.number(), worker=worker, supervisor=held[0].manager, kind="case",
            planned_for=day, held_on=day, ended_on=day,
        )  # fmt: skip
        ledger.write("supervision_readings", day + 1, session=session, worker=worker, read_on=day + 1)
        for each in held:
            words = chance.choice(DIRECTIONS)
            number = ledger.write(
                "supervisions", day, child=each.child, worker=worker, supervisor=each.manager, held_on=day, directions=words,
                session=session, happening=chance.choice(HAPPENING), risk=chance.choice(RISK),
            )  # fmt: skip
            if each.child in open_ones:
                ledger.write(
                    "direction_answers", day, child=each.child, direction=open_ones[each.child], supervision=number,
                    answer="done", words=chance.choice(ANSWERED), answered_on=day, answered_by=each.manager,
                )  # fmt: skip
            open_ones[each.child] = ledger.write(
                "directions", day, child=each.child, supervision=number, words=words, owner=worker, given_on=day,
                given_by=each.manager, due_on=day + SUPERVISED_EVERY + 2,
            )  # fmt: skip
