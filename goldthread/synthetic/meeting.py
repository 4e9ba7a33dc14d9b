"""Supervision as meetings: which children were discussed together, what was directed and became of it; and why each decision."""

from __future__ import annotations

from collections import defaultdict
from itertools import cycle
from uuid import UUID

from .afterwards import Afterwards, fill, until
from .chance import Chance
from .days import instant, working_on_or_after
from .ledger import Row
from .oversight import BETWEEN_SESSIONS, SUPERVISED
from .wording import (
    ANSWERED,
    CONSIDERED,
    HAPPENING,
    HEARD,
    NOT_DONE,
    REFLECTION,
    RISK,
    STILL_RIGHT,
    THIN,
    TOLD,
    WEIGHED,
    WITHDRAWN,
)
from .workforce import WITHOUT_CASES

IN_FULL = 400
"""For so many days back it is written what was said and directed; of what was before, that it was held."""
DONE, CARRIED, DROPPED = 0.775, 0.19, 0.03
"""What becomes of a direction; of the few that are left nobody ever says it."""
READ = 0.9
REVIEWED_FOR, REVIEWED, CONSIDERED_OF = 90, 0.15, 0.3


def meet(after: Afterwards, chance: Chance) -> None:
    """Write the supervision to which the discussions of one worker's children on one day belong, and what each asked for."""
    together: dict[tuple[int, int], list[tuple[int, Row]]] = defaultdict(list)
    for number, row in after.rows("supervisions"):
        if row.get("worker") is not None:
            together[row["held_on"], row["worker"]].append((number, row))
    open_ones: dict[int, list[tuple[int, Row]]] = defaultdict(list)
    for (day, worker), discussed in sorted(together.items()):
        began = instant(day, chance.randint(9 * 60, 15 * 60))
        session = after.ledger.write(
            "supervision_sessions", day, public_id=str(UUID(int=chance.getrandbits(128), version=4)), worker=worker,
            supervisor=discussed[0][1]["supervisor"], kind="case", planned_for=day, held_on=day, began_at=began,
            ended_on=day, ended_at=began + chance.randint(45, 85) * 60_000_000,
        )  # fmt: skip
        if chance.happens(READ) and day < after.today - 3:
            read = after.ledger.by_now(working_on_or_after(day + chance.some_days(2)))
            if read is not None:
                after.ledger.write("supervision_readings", read, session=session, worker=worker, read_on=read)
        for number, row in discussed:
            row["session"] = session
            if day > after.today - IN_FULL:
                _discuss(after, chance, number, row, open_ones[row["child"]])


def meet_others(after: Afterwards, chance: Chance) -> None:
    """Write the supervision, about monthly, of those who hold no child: who works with carers, and who reviews."""
    holds = {row.get("worker") for _number, row in after.rows("allocations") if row["role"] in SUPERVISED}
    kinds = {number: row["kind"] for number, row in after.rows("teams")}
    for _number, post in after.rows("posts"):
        wanted = post["role"] == WITHOUT_CASES and kinds[post["team"]] in ("fostering", "other")
        if post["manages"] or not wanted or post["worker"] in holds:
            continue
        day = working_on_or_after(
            max(post["began_on"], after.record_began) + chance.randint(3, BETWEEN_SESSIONS)
        )
        while day < until(post) and after.known(day):
            after.ledger.write(
                "supervision_sessions", day, public_id=str(UUID(int=chance.getrandbits(128), version=4)),
                worker=post["worker"], supervisor=after.manager_on(post["team"], day), kind="case", planned_for=day,
                held_on=day, ended_on=day,
            )  # fmt: skip
            day = working_on_or_after(day + BETWEEN_SESSIONS + chance.some_days(4))


def _discuss(
    after: Afterwards, chance: Chance, number: int, row: Row, waiting: list[tuple[int, Row]]
) -> None:
    """What is said of one child, what became of the directions of last time, and a new one."""
    day, words = row["held_on"], row["directions"].removeprefix(NOT_DONE)
    fill(
        row, happening=chance.choice(HAPPENING), risk=chance.choice(RISK),
        reflection=chance.choice(REFLECTION) if chance.happens(0.7) else "",
    )  # fmt: skip
    still: list[tuple[int, Row]] = []
    for direction, given in waiting:
        fate = chance.random()
        if fate < DONE:
            answer, why, due = "done", chance.choice(ANSWERED), None
        elif fate < DONE + CARRIED:
            answer, why, due = (
                "still-right",
                chance.choice(STILL_RIGHT),
                working_on_or_after(day + chance.randint(7, 28)),
            )
        elif fate < DONE + CARRIED + DROPPED:
            answer, why, due = "withdrawn", chance.choice(WITHDRAWN), None
        else:
            continue  # nobody ever said what became of it
        after.ledger.write(
            "direction_answers", day, child=row["child"], direction=direction, supervision=number, answer=answer, words=why,
            answered_on=day, answered_by=row["supervisor"], due_on=due,
        )  # fmt: skip
        if answer == "still-right":
            still.append((direction, given))
    directed: Row = {
        "child": row["child"], "supervision": number, "words": words, "owner": row["worker"], "given_on": day,
        "given_by": row["supervisor"], "due_on": working_on_or_after(day + chance.randint(10, 28)),
    }  # fmt: skip
    waiting[:] = [*still, (after.ledger.write("directions", day, **directed), directed)]


def give_reasons(after: Afterwards, chance: Chance) -> None:
    """Say of each decision what it rests on, so that no two reasons of one decider are the same; options and days of review."""
    used: dict[int | None, set[str]] = defaultdict(set)
    for _number, row in after.rows("decisions"):
        if row["rationale"] in THIN:
            continue
        why, more = f"{row['rationale']} {chance.choice(HEARD)}", cycle((WEIGHED, HEARD, CONSIDERED))
        while why in used[row["decided_by"]]:
            why = f"{why} {chance.choice(next(more))}"  # one who decides thousands of times needs ever longer words
        used[row["decided_by"]].add(why)
        row["rationale"] = why
        if row["decided_on"] <= after.today - IN_FULL:
            continue
        if chance.happens(CONSIDERED_OF):
            fill(row, options=chance.choice(CONSIDERED), told=chance.choice(TOLD), told_on=row["decided_on"])
        lately = row["decided_on"] > after.today - REVIEWED_FOR
        if lately and chance.happens(REVIEWED):
            row["review_on"] = working_on_or_after(row["decided_on"] + chance.randint(21, 100))
