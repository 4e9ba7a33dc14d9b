"""What visits of late say, who leads the help and the protection, and some notes of the file."""

from __future__ import annotations

from .afterwards import Afterwards
from .chance import Chance
from .days import instant

OF_LATE = 120  # days back to which visits say what the child said
SAID = (
    "“I like the new bed. I do not like it when they shout downstairs.”",
    "Showed the rabbit in the yard and named every toy. Went quiet when asked about weekends.",
    "“Mum got up with us every day this week.”",
    "Drew the house with everybody in it, dad outside the door.",
    "“School is all right. I would rather be at Nan's on Fridays.”",
    "Smiled and babbled on a parent's knee; settled when spoken to.",
    "“Nobody has told me what happens next.”",
    "Said that nothing had changed and asked when the worker would come again.",
)
SEEN = (
    "Home warm and tidy, food in the cupboards. Talked about mornings before school.",
    "Washing piled on the stairs, bathroom lock still broken. Mother tired, father at work.",
    "Grandmother was helping with tea. The children came and went as they liked.",
    "Talked through what the school sees and what each of them will do about it.",
)
CHANGES = (
    "",
    "",
    "",
    "Ask the school for a key adult.",
    "Bring the review forward.",
    "Nothing: go on as agreed.",
)
NOT_SEEN = ("Nobody opened, though the visit was agreed.", "Was with the other parent; seen next week.")
NOT_ALONE = ("Too small to be seen alone.", "Did not want to be; stayed by a grown-up.")
NOTES = (
    (
        "telephone",
        "The school rang",
        "Late three times this week, and without a coat on Tuesday. The school keeps a record.",
    ),
    (
        "message",
        "The health visitor wrote",
        "Weight is on its line again. She sees the family next in three weeks.",
    ),
    (
        "conversation",
        "An aunt asked what she can do",
        "She would take the children on Fridays. Told how to say so at the next meeting.",
    ),
    (
        "meeting",
        "Met the school's pastoral lead",
        "Agreed who rings whom on a morning when somebody is missing.",
    ),
)
LEADS = (
    ("Kit Lund", "Youth worker", "Harbour Youth Trust"),
    ("Nadia Wells", "Health visitor", "Oakshire community health"),
    ("Tom Farrow", "Family support worker", "Millfield Primary School"),
    ("Ines Calder", "Family worker", "Oakshire Families First"),
)
NOTED = 0.2  # of the children with a plan now


def say_of_visits(after: Afterwards, chance: Chance) -> None:
    """Fill what visits of late say; name who leads now; write some notes of the last weeks."""
    first = after.ledger.horizon - OF_LATE
    for _number, row in after.rows("visits"):
        if row["held_on"] < first:
            continue
        seen = row["seen"] == "yes"
        row["place"] = "placement" if row.get("placement") else "home"
        row["bedroom_seen"] = "unknown" if not seen else "yes" if chance.happens(0.6) else "no"
        if not seen:
            row["not_seen_because"] = chance.choice(NOT_SEEN)
            continue
        if row["seen_alone"] == "no":
            row["not_alone_because"] = chance.choice(NOT_ALONE)
        row |= {
            "child_said": chance.choice(SAID),
            "account": chance.choice(SEEN),
            "plan_changed": chance.choice(CHANGES),
        }
    _lead(after, chance)
    _note(after, chance)


def _lead(after: Afterwards, chance: Chance) -> None:
    """A youth worker, a health visitor: whoever leads the help that goes on; a worker of ours the protection."""
    for _number, row in after.rows("family_help_episodes"):
        if row.get("ended_on") is None:
            name, profession, agency = chance.choice(LEADS)
            after.ledger.write(
                "lead_practitioners", row["began_on"], child=row["child"], kind="family-help", name=name,
                profession=profession, agency=agency, began_on=row["began_on"],
            )  # fmt: skip
    for _number, row in after.rows("plans"):
        holder = after.holder_on(row["child"], after.ledger.horizon)
        if (
            row["kind"] != "child-protection"
            or row.get("ended_on") is not None
            or not holder
            or not holder.get("worker")
        ):
            continue
        began = max(row["began_on"], holder["began_on"])
        who = after.ledger.rows["workers"][holder["worker"] - 1]
        after.ledger.write(
            "lead_practitioners", began, child=row["child"], kind="child-protection", worker=holder["worker"],
            name=f"{who['given_name']} {who['family_name']}", profession="Social worker", agency="", began_on=began,
        )  # fmt: skip


def _note(after: Afterwards, chance: Chance) -> None:
    for _number, row in after.rows("plans"):
        if row.get("ended_on") is not None or not chance.happens(NOTED):
            continue
        day = after.ledger.horizon - chance.randint(0, 40)
        holder = after.holder_on(row["child"], day)
        if day <= row["began_on"] or holder is None:
            continue
        kind, about, words = chance.choice(NOTES)
        after.ledger.write(
            "case_notes", day, child=row["child"], kind=kind, about=about, words=words, happened_on=day,
            happened_at=instant(day, chance.randint(540, 1020)), by_worker=holder.get("worker"),
        )  # fmt: skip
