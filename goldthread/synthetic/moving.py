"""What open plans say beside their goals and actions: worries, how it is going, and who came to the last core groups."""

from __future__ import annotations

from collections import defaultdict

from .afterwards import Afterwards, Placed
from .chance import Chance
from .plan_words import (
    CAME,
    CHANGED,
    GOING,
    HOW_KNOWN,
    PLAIN,
    SAID_BY_CHILDREN,
    SAID_BY_PARENTS,
    WORRIES,
)

NOTED = 0.55  # of the actions that are under way or were done lately: somebody said how it goes
LATELY = 90
LAST_GROUPS = 2


def move_plans(after: Afterwards, chance: Chance) -> None:
    """Write the worries of each open plan, how its actions go, and what its last core groups said."""
    goals, actions, groups = (_by_plan(after, table) for table in ("goals", "actions", "core_groups"))
    for number, plan in after.rows("plans"):
        ended = plan.get("ended_on")
        if ended is not None and after.known(ended):
            continue
        for _, goal in goals[number]:
            words, whose = WORRIES[goal["words"]]
            goal["worry"] = after.ledger.write(
                "worries", goal["set_on"], child=plan["child"], plan=number, words=words, said_by=whose,
                said_on=goal["set_on"], plain_words="", settled_because="",
            )  # fmt: skip
        for key, task in actions[number]:
            task["how_known"] = HOW_KNOWN.get(task["words"], "")
            task["plain_words"] = PLAIN.get(task["words"], "")
            _say_how_it_goes(after, chance, key, task)
        for key, group in groups[number][-LAST_GROUPS:]:
            group["child_views"], group["parent_views"] = (
                chance.choice(SAID_BY_CHILDREN),
                chance.choice(SAID_BY_PARENTS),
            )
            group["changed"] = chance.choice(CHANGED)
            for name, part, share in CAME:
                after.ledger.write(
                    "plan_attendees", group["held_on"], child=plan["child"], core_group=key, name=name, part=part,
                    came=chance.happens(share),
                )  # fmt: skip


def _say_how_it_goes(after: Afterwards, chance: Chance, key: int, task: dict[str, int]) -> None:
    done, dropped = task.get("done_on"), task.get("dropped_on")
    if dropped is not None or (done is not None and done < after.today - LATELY) or not chance.happens(NOTED):
        return
    last = min(done or after.today, after.ledger.horizon)
    if last - task["agreed_on"] < 3:
        return
    how = "some-progress" if done is not None or chance.happens(0.7) else "stuck"
    day = chance.randint(task["agreed_on"] + 1, last - 1)
    after.ledger.write(
        "action_progress", day, child=task["child"], action=key, noted_on=day, how=how, words=chance.choice(GOING[how]),
        evidence_table="",
    )  # fmt: skip


def _by_plan(after: Afterwards, table: str) -> defaultdict[int, list[Placed]]:
    found: defaultdict[int, list[Placed]] = defaultdict(list)
    for key, row in after.rows(table):
        found[row["plan"]].append((key, row))
    return found
