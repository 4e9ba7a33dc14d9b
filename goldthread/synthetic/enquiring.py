"""What agencies said at strategy discussions, why they were late, and what enquiries found and the child said."""

from __future__ import annotations

from .afterwards import Afterwards
from .chance import Chance
from .days import age_on, instant
from .ledger import Row

A_DAY = 86_400_000_000
OLD_ENOUGH_TO_SAY = 4

CONCERNS = (
    "A bruise on the arm that nobody can explain; the school nurse saw it.",
    "Police were called to shouting; the child hid upstairs and a door was broken.",
    "The child told a teacher that they are left alone at night.",
    "A parent was found drunk in charge of the children.",
    "An adult whom a court keeps from children stays in the home.",
)
SHARED = {
    "social-care": "Two contacts this year about arguments at home; a plan of a child in need ended in the spring.",
    "police": "Called to the home twice since Christmas; nobody was charged.",
    "health": "Health visitor's last two visits were missed; weight is as it should be.",
    "education": "Late on most Mondays, tired, and hungry at breakfast club.",
    "referrer": "Said again what was seen, and when.",
}
SAFETY = (
    "The children stay with their grandmother until the enquiry is done; the father agreed not to come to the house.",
    "The mother keeps the door locked and rings the police if he comes; a worker visits tomorrow at nine.",
    "Nothing more is needed tonight: the adult about whom it is has left the area, and the police confirmed it.",
)
LATE = (
    "The police could not take part before; the child was seen safe at school the same day.",
    "It came in on a Friday evening and nobody called the agencies together over the weekend.",
    "No manager was free to chair it.",
)
AGREED = "The agencies shared what they know and agreed what is needed."
WORDS = (
    "I like it when it is quiet.",
    "When they shout I take my sister under the bed.",
    "Mum is kind but she is always tired.",
    "I want to stay at Nan's and see Mum on Sundays.",
)
FINDINGS = {
    True: "What was reported happened. The parents see some of it and accept help; the risk goes on without a plan.",
    False: "What was reported did not happen as described. The child is well cared for; school and health see no signs of harm.",
}
BECAUSE = {
    True: "The child is likely to suffer significant harm, and the agencies have to plan together.",
    False: "There was no significant harm; the family takes help that fits them better.",
}
NOT_ALONE = ("Too young to be seen alone; seen with the mother.", "Would not leave the grandmother's side.")
NOT_SEEN = "The family left for relatives abroad; the police there saw the child and wrote."


def enquire_further(after: Afterwards, chance: Chance) -> None:
    """Fill in what strategy discussions and enquiries say beside their days."""
    attendees = after.of_child("strategy_attendees")
    for number, row in after.rows("strategy_discussions"):
        _discussion(after, chance, row)
        for _place, each in attendees.get(row["child"], ()):
            if each["strategy_discussion"] == number:
                _attendee(chance, row, each)
    for _number, row in after.rows("enquiries"):
        _enquiry(after, chance, row)


def _discussion(after: Afterwards, chance: Chance, row: Row) -> None:
    row["concern"] = chance.choice(CONCERNS)
    if row.get("held_at") is None:
        return
    row["safety"] = chance.choice(SAFETY)
    row["decided_by"] = _manager(after, row["child"], row["held_on"])
    if row["held_at"] - row["concern_at"] > A_DAY:
        row["late_because"] = chance.choice(LATE)


def _attendee(chance: Chance, discussion: Row, row: Row) -> None:
    row["asked_on"], row["asked_at"] = discussion["concern_on"], discussion["concern_at"]
    if row["attended"]:
        row["took_part_by"] = chance.one_of({"video": 6, "phone": 3, "meeting": 1})
        row["shared"] = SHARED[row["agency"]]


def _enquiry(after: Afterwards, chance: Chance, row: Row) -> None:
    began, done = row["began_on"], row.get("concluded_on")
    born = after.ledger.rows["children"][row["child"] - 1].get("born_on")
    seen = chance.happens(0.96)
    row["seen"], row["seen_alone"] = "unknown", "unknown"
    day = began + (0 if chance.happens(0.6) else chance.randint(1, 3))
    if seen and after.known(day) and (done is None or day <= done):
        alone = chance.happens(0.8) and born is not None and age_on(born, day) >= OLD_ENOUGH_TO_SAY
        row["seen"], row["seen_on"], row["seen_at"] = "yes", day, instant(day, chance.randint(560, 1080))
        row["seen_alone"] = "yes" if alone else "no"
        row["child_words"] = chance.choice(WORDS) if alone else ""
        row["not_seen_because"] = "" if alone else chance.choice(NOT_ALONE)
    elif done is not None:
        row["seen"], row["not_seen_because"] = "no", NOT_SEEN
    if done is None:
        return
    conference = bool(row["conference_required"])
    row["findings"] = FINDINGS[conference]
    row["substantiated"] = conference or chance.happens(0.2)
    row["outcome"] = "conference" if conference else chance.one_of({"support": 3, "no-further-action": 1})
    row["decided_because"] = BECAUSE[conference]
    row["decided_by"] = _manager(after, row["child"], done)


def _manager(after: Afterwards, child: int, day: int) -> int | None:
    held = after.holder_on(child, day)
    return after.manager_on(held["team"] if held else after.workforce.teams[0].id, day)
