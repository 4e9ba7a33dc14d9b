"""Children who called or wrote and waited for an answer, of late: most are answered the next day, in the bad year fewer."""

from __future__ import annotations

from .afterwards import Afterwards, until
from .chance import Chance
from .days import add_working

CALLS = 0.12  # for each stretch of time that a worker holds a child
OF_DAYS = 200
LATE, LATE_IN_BAD_YEAR = 0.1, 0.25
FROM_AGE = 7
SAID = (
    ("When are you coming? You said Tuesday.", "Rang back: it is Thursday, and why it could not be Tuesday."),
    (
        "Can I see my brother in the holidays?",
        "Told that it is asked of his carers, and that an answer comes by Friday.",
    ),
    (
        "I do not want to go to the review. Can somebody say it for me?",
        "The advocate rings; what to say was written down.",
    ),
    ("Mum is not answering. Is she all right?", "She is. She had no credit; she rings tonight."),
    ("Who is my worker now?", "Told by name, with the number, and that they come on Monday."),
    ("You wrote it wrong in the plan.", "Read it together on the telephone; it is put right."),
)
HOW = ("telephone", "telephone", "text", "text", "text", "email", "letter", "by-somebody-else")


def call_us(after: Afterwards, chance: Chance) -> None:
    """Write what children called or wrote to say, and when they were answered."""
    born = {number: row.get("born_on") for number, row in after.rows("children")}
    for _number, row in after.rows("allocations"):
        ended = min(until(row), after.today)
        first = max(row["began_on"], after.today - OF_DAYS)
        if not row.get("worker") or ended - first < 14 or not chance.happens(CALLS):
            continue
        received = first + chance.randrange(ended - first)
        birthday = born[row["child"]]
        if birthday is None or received - birthday < FROM_AGE * 365:
            continue
        late = chance.happens(LATE_IN_BAD_YEAR if after.bad_year.is_on(received) else LATE)
        words, told = chance.choice(SAID)
        then = add_working(received, 2 + chance.some_days(4) if late else chance.randrange(2))
        answered = after.ledger.by_now(min(then, until(row)))  # whoever gives a child up answers first
        after.ledger.write(
            "child_messages", received, child=row["child"], received_on=received, how=chance.choice(HOW), words=words,
            taken_by=row["worker"], answered_on=answered, answered_by=None if answered is None else row["worker"],
            answer_words="" if answered is None else told,
        )  # fmt: skip
