"""Who came to conferences and what they said, why it was decided so, and which conferences are called for the weeks to come."""

from __future__ import annotations

from .afterwards import Afterwards
from .chance import Chance
from .days import add_working, age_on, months_on, working_on_or_after, working_on_or_before
from .ledger import Row

INVITED = (("social-care", 1.0), ("health", 0.9), ("education", 0.8), ("police", 0.55), ("family", 0.85))
VIEWS = {
    "social-care": "The children are loved, and they are not safe when their parents drink.",
    "police": "Officers were called six times in the year.",
    "health": "The youngest has missed two checks; growth is as it should be.",
    "education": "Attendance is better this term; the child speaks to one teacher.",
    "family": "We want help and we do not want to be watched.",
}
CHILD = (
    "I want everybody to stop arguing and I want to keep my school.",
    "I told my worker: please let Nan look after us when it is bad.",
    "I did not want to come. My teacher said for me that I am scared on Fridays.",
)
TOO_YOUNG = "Too young to say; the worker described what the child does when the parents argue."
BECAUSE = {
    "plan": "The child is likely to go on suffering significant harm; parents and agencies need one plan.",
    "no plan": "The parents act on what was found, and a plan of a child in need is enough.",
    "goes on": "Some of it has changed, not long enough to rely on.",
    "ends": "What had to change has changed and held; help goes on with the family's agreement.",
}
DISSENT = "Thinks that the family should have had this help without a plan."
NOTICE = 25
"""Days ahead for which conferences are called."""


def confer_further(after: Afterwards, chance: Chance) -> None:
    """Fill in what conferences held were told and decided, and call those that are due in the weeks to come."""
    plans = dict(after.rows("plans"))
    for number, row in after.rows("conferences"):
        _held(after, chance, number, row, plans.get(row.get("plan") or 0))
    officers = sorted(
        {
            row["worker"] for _, row in after.rows("allocations")
            if row["role"] == "reviewing-officer" and row.get("ended_on") is None
        }
    )  # fmt: skip
    if officers:
        _call_initial(after, chance, officers)
        _call_reviews(after, chance, officers)


def _held(after: Afterwards, chance: Chance, number: int, row: Row, plan: Row | None) -> None:
    day = row["held_on"]
    row["child_views"] = _views(after, chance, row["child"], day)
    if row["kind"] == "initial":
        row["category"] = _category_from(after, row["child"], day) if row["led_to_plan"] else None
        row["decided_because"] = BECAUSE["plan" if row["led_to_plan"] else "no plan"]
    else:
        ends = plan is not None and plan.get("ended_on") == day
        row["plan_continues"], row["decided_because"] = not ends, BECAUSE["ends" if ends else "goes on"]
        row["category"] = plan["initial_category"] if plan is not None and not ends else None
    for agency, share in INVITED:
        came = chance.happens(share)
        agrees = None if not came else not (agency == "family" and chance.happens(0.15))
        after.ledger.write(
            "conference_invitees", day, child=row["child"], conference=number, agency=agency, invited_on=add_working(day, -8),
            attended=came, took_part_by=chance.one_of({"meeting": 5, "video": 3}) if came else None,
            views=VIEWS[agency] if came else "", agrees=agrees, dissent=DISSENT if agrees is False else "",
            **_report(agency, day, chance),
        )  # fmt: skip


def _report(agency: str, day: int, chance: Chance) -> Row:
    """When an agency's report was sent and shared with the family: too often on the day before."""
    if agency == "family" or (agency != "social-care" and chance.happens(0.25)):
        return {}
    sent = add_working(day, -chance.choice((5, 5, 4, 3, 2, 1)))
    return {
        "report_sent_on": sent,
        "report_shared_on": add_working(sent, 1) if sent < add_working(day, -1) else None,
    }


def _call_initial(after: Afterwards, chance: Chance, officers: list[int]) -> None:
    """An initial conference for every enquiry that found one needed and has had none."""
    conferred = {row["enquiry"] for _, row in after.rows("conferences") if row.get("enquiry")}
    latest = {row["child"]: number for number, row in after.rows("enquiries")}
    on_plans = _on_plans(after)
    for number, row in after.rows("enquiries"):
        if not row.get("conference_required") or number in conferred or latest[row["child"]] != number:
            continue
        if row["child"] in on_plans or row["concluded_on"] < after.today - NOTICE:
            continue
        day = max(
            working_on_or_after(after.today + 1), working_on_or_before(add_working(row["began_on"], 15))
        )
        _call(after, chance, row, day, row["concluded_on"], kind="initial", enquiry=number, officers=officers)


def _call_reviews(after: Afterwards, chance: Chance, officers: list[int]) -> None:
    """A review conference for most plans whose next one is due in the weeks to come."""
    reviewed: dict[int, int] = {}
    for _, row in after.rows("conferences"):
        if row["kind"] == "review" and row.get("plan"):
            reviewed[row["plan"]] = max(row["held_on"], reviewed.get(row["plan"], 0))
    for number, row in after.rows("plans"):
        if row["kind"] != "child-protection" or row.get("ended_on") is not None:
            continue
        last = reviewed.get(number)
        due = months_on(last, 6) if last else months_on(row["began_on"], 3)
        if not after.today - 14 <= due <= after.today + NOTICE or not chance.happens(0.8):
            continue
        day = max(working_on_or_after(after.today + 1), working_on_or_before(due))
        _call(
            after,
            chance,
            row,
            day,
            after.today - chance.randint(1, 12),
            kind="review",
            plan=number,
            officers=officers,
        )


def _call(
    after: Afterwards, chance: Chance, of: Row, day: int, called: int, *, kind: str, officers: list[int], **links: int
) -> None:  # fmt: skip
    called = max(called, of["began_on"])
    of_child = after.of_child("conferences").get(of["child"], ())
    chaired = [row["chaired_by"] for _, row in of_child if row.get("chaired_by")]
    chair = chaired[-1] if chaired else officers[of["child"] % len(officers)]
    number = after.ledger.write(
        "conferences", called, child=of["child"], kind=kind, referral=of.get("referral"), called_on=called, called_for_on=day,
        chaired_by=chair, **links,
    )  # fmt: skip
    for agency, _share in INVITED:
        sent = _report(agency, day, chance)
        told = {
            name: value for name, value in sent.items() if value is not None and called <= value < after.today
        }
        after.ledger.write(
            "conference_invitees", called, child=of["child"], conference=number, agency=agency, invited_on=called,
            report_sent_on=told.get("report_sent_on"),
            report_shared_on=told.get("report_shared_on") if told.get("report_sent_on") else None,
        )  # fmt: skip


def _on_plans(after: Afterwards) -> set[int]:
    return {
        row["child"] for _, row in after.rows("plans")
        if row["kind"] == "child-protection" and row.get("ended_on") is None
    }  # fmt: skip


def _category_from(after: Afterwards, child: int, day: int) -> str | None:
    """The category of the plan that a conference made."""
    for _number, row in after.of_child("plans").get(child, ()):
        if row["kind"] == "child-protection" and row["began_on"] == day:
            found: str = row["initial_category"]
            return found
    return None


def _views(after: Afterwards, chance: Chance, child: int, day: int) -> str:
    born = after.ledger.rows["children"][child - 1].get("born_on")
    return chance.choice(CHILD) if born is not None and age_on(born, day) >= 5 else TOO_YOUNG
