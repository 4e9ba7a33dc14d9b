"""Handovers, most finished, read and understood in time, in the bad year fewer; and promises to children."""

from __future__ import annotations

from itertools import pairwise

from .afterwards import Afterwards, until
from .chance import Chance
from .days import add_working, months_on, working_on_or_after
from .ledger import Row

ROLES = ("social-worker", "personal-adviser")
MONTHS = 18  # how far back handovers are kept
FINISHED, FINISHED_IN_BAD_YEAR = 0.93, 0.8
FINISHED_LATE = 0.75
READ, READ_IN_BAD_YEAR = 0.98, 0.97
TOLD, TOLD_IN_BAD_YEAR = 0.93, 0.78
LATE, LATE_IN_BAD_YEAR = 0.06, 0.2
PROMISED = 0.06
PROMISES_OF_DAYS = 200

STORIES = (
    "{name} came to us through school. Mornings at home are hard; Nan helps on Fridays. What was tried before was advice, and "
    "it did not hold.",
    "{name} lives with Mum and a younger brother. Dad comes and goes. {name} talks best while walking or drawing, and asks "
    "straight questions.",
    "We have known {name} since the second referral. Things got better while the aunt was there. {name} has had to tell the "
    "story to several of us, and is tired of it.",
)
WORRIES = (
    "Nobody is awake in the mornings. It would show in late marks and in who rings the school.",
    "Dad moving back in without anybody saying so. {name} goes quiet when it is near.",
    "Going missing on Fridays. Last time it was the bus station.",
)
DUE = (
    "The next visit, and the review of the plan. The school meets us in the second week.",
    "A visit this week. The assessment is with the manager.",
    "Nothing late. The core group meets before the end of the month.",
)
MATTERS = (
    "Nan, two streets away; ring before tea. A teacher whom {name} trusts. Dad must be asked and not only told.",
    "An aunt, who has a car. The health visitor. {name}'s friend next door.",
    "Mum first, at work until three. A grandfather in another town, by telephone on Sundays.",
)
NOT_YET = (
    "The worker left at a week's notice, and the child could not wait for somebody to hold the plan.",
    "Off sick since Monday. The new worker was told what the manager knows.",
)
UNDERSTOOD = (
    "{name} wants to know who is coming and when, more than anything else. I shall come on Tuesdays. The worry is the mornings, "
    "and I shall see one.",
    "What frightens {name} is being asked again. I have read it all and shall start from what is there. First I meet Nan.",
    "It is calmer than the file reads. I shall see {name} alone at school, then the father, who was not spoken to for long.",
)
UNDERSTOOD_ALONE = (
    "Nobody handed {name} over to me. I have read the file. The worry is the mornings, and I shall see one.",
    "Nothing was handed over. What frightens {name} is being asked again, so I start from what is written. First I meet Nan.",
    "I was handed nothing. It is calmer than the file reads. I shall see {name} alone at school, then the father.",
)
"""As many as those above: what is drawn after it stays as it is."""
SAID = (
    "“Will you be the last one?”",
    "“Can she still come to my birthday?”",
    "Shrugged and went on drawing.",
    "",
)
HOW = ("visit", "visit", "visit", "telephone", "letter")
PROMISES = (
    ("I come again on Tuesday.", 7),
    ("We ask whether you can stay at Nan's on Fridays.", 21),
    ("I bring the photographs from the other school.", 14),
    ("Nobody comes to school in a lanyard again.", None),
    ("We go to see the new place together before anything is decided.", 28),
)
KEPT = ("Done, and told.", "Went together.", "")
NOT_KEPT = ("It could not be arranged in time. Told on the next visit, and said sorry.",)


def hand_over(after: Afterwards, chance: Chance) -> None:
    """Write a handover for each time that another worker took a child over, of the last year and a half."""
    first = months_on(after.today, -MONTHS)
    names = {number: row.get("given_name") or "The child" for number, row in after.rows("children")}
    for child, rows in sorted(after.of_child("allocations").items()):
        for role in ROLES:
            held = [(number, row) for number, row in rows if row["role"] == role and row.get("worker")]
            held.sort(key=lambda each: (each[1]["began_on"], each[0]))
            for (_, before), (number, row) in pairwise(held):
                if (
                    row["worker"] != before["worker"]
                    and first <= row["began_on"]
                    and after.known(row["began_on"])
                ):
                    _hand_over(after, chance, child, names[child], before, number, row)


def _hand_over(
    after: Afterwards, chance: Chance, child: int, name: str, before: Row, number: int, row: Row
) -> None:
    began, bad = row["began_on"], after.bad_year.is_on(row["began_on"])
    written = chance.happens(FINISHED_IN_BAD_YEAR if bad else FINISHED)
    begun = max(before["began_on"], min(until(before), began) - chance.randrange(6)) if written else began
    finished: int | None = begun
    not_yet = ""
    if not written:
        not_yet = chance.choice(NOT_YET)
        finished = (
            after.ledger.by_now(add_working(began, 3 + chance.some_days(12)))
            if chance.happens(FINISHED_LATE)
            else None
        )
    said: Row = {}
    if finished is not None:
        said = {
            "story": chance.choice(STORIES).format(name=name), "worries": chance.choice(WORRIES).format(name=name),
            "due_soon": chance.choice(DUE), "who_matters": chance.choice(MATTERS).format(name=name),
            "finished_by": before["worker"],
        }  # fmt: skip
    ends = until(row)
    read = _within(after, ends, max(began, finished or began) + chance.randrange(5))
    read = read if finished is not None and chance.happens(READ_IN_BAD_YEAR if bad else READ) else None
    late = LATE_IN_BAD_YEAR if bad else LATE
    due = add_working(began, 10)
    understood = chance.before_or_after(due, last=began, late=late, by=8, slack=7)
    if read is not None and understood < read:
        understood = working_on_or_after(read)
    wrote = _within(after, ends, understood) if read is not None or finished is None else None
    said_of_it = UNDERSTOOD if finished is not None else UNDERSTOOD_ALONE
    told = _within(after, ends, began + chance.randrange(9) - 5)
    told = told if chance.happens(TOLD_IN_BAD_YEAR if bad else TOLD) else None
    after.ledger.write(
        "handovers", begun, child=child, allocation=number, from_worker=before["worker"], to_worker=row["worker"],
        begun_on=begun, finished_on=finished, not_yet_because=not_yet, taken_over_on=began, read_on=read,
        understood_on=wrote, understood=chance.choice(said_of_it).format(name=name) if wrote is not None else "",
        told_on=told, told_by=(before if chance.happens(0.7) else row)["worker"] if told is not None else None,
        told_how=chance.choice(HOW) if told is not None else None, child_words=chance.choice(SAID) if told is not None else "",
        **said,
    )  # fmt: skip


def _within(after: Afterwards, ends: int, day: int) -> int | None:
    """The day, if it has come and the worker held the child still."""
    return after.ledger.by_now(day) if day < ends else None


def promise(after: Afterwards, chance: Chance) -> None:
    """Write what workers promised children on visits of late, and whether they kept it."""
    for number, row in after.rows("visits"):
        if (
            row["held_on"] < after.today - PROMISES_OF_DAYS
            or row["seen"] != "yes"
            or not row.get("by_worker")
        ):
            continue
        if not chance.happens(PROMISED):
            continue
        words, days = chance.choice(PROMISES)
        made = row["held_on"]
        due = made + days if days else None
        answered = (
            after.ledger.by_now(made + (days or 20) + chance.some_days(3)) if chance.happens(0.85) else None
        )
        kept = chance.happens(0.8)
        after.ledger.write(
            "promises", made, child=row["child"], visit=number, words=words, made_on=made, made_by=row["by_worker"], due_on=due,
            answer=None if answered is None else "kept" if kept else "not-kept", answered_on=answered,
            answer_words="" if answered is None else chance.choice(KEPT if kept else NOT_KEPT),
        )  # fmt: skip
