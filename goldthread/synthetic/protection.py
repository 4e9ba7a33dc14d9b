"""Help and protection: strategy discussions, enquiries, conferences, plans, core groups and visits."""

from __future__ import annotations

from collections.abc import Iterator

from .chance import Chance
from .days import (
    NEVER,
    add_working,
    instant,
    local_day,
    months_on,
    working_on_or_after,
    working_on_or_before,
)
from .families import Young
from .front_door import Making, Opened
from .workforce import TEAMS, hold

CATEGORIES = {"NEG": 50, "EMO": 36, "PHY": 8, "SAB": 5, "MUL": 1}
# After how many reviews a child protection plan ends.
REVIEWS = {"1": 30, "2": 42, "3": 16, "4": 7, "5": 3.5, "6": 1.5}
AGENCIES = (("social-care", 1.0), ("police", 0.97), ("health", 0.93), ("education", 0.6), ("referrer", 0.5))


def discuss(
    making: Making, young: Young, opened: Opened, concern: int, chance: Chance, *, enquiry: bool
) -> tuple[int, int]:
    """Write a strategy discussion and who came; gives its row and its day. Row 0: not yet held, or not yet a concern."""
    ledger = making.ledger
    if not making.known(concern):
        return 0, concern
    said = instant(concern, chance.in_office_hours())
    held = said + making.bad_year.minutes_to_strategy_discussion(concern, chance) * 60_000_000
    day = local_day(held)
    held_on = working_on_or_after(day)
    held += (held_on - day) * 86_400_000_000
    minute = (held // 60_000_000) % 1440
    if not 9 * 60 <= minute <= 17 * 60:
        moved = instant(held_on, chance.in_office_hours())
        held = moved if moved > said else instant(add_working(held_on, 1), 9 * 60 + chance.randrange(90))
    held_on = local_day(held)
    done = ledger.by_now(held_on)
    row = ledger.write(
        "strategy_discussions", concern, child=young.id, referral=opened.referral, concern_on=concern, concern_at=said,
        held_on=done, held_at=None if done is None else held,
        decision=None if done is None else "enquiry" if enquiry else chance.choice(("assessment", "no-further-action")),
        decided_because="" if done is None else "The agencies shared what they know and agreed what is needed.",
    )  # fmt: skip
    if done is None:
        return 0, held_on
    for agency, share in AGENCIES:
        if share == 1 or chance.happens(min(1, share + 0.05)):
            ledger.write(
                "strategy_attendees", held_on, child=young.id, strategy_discussion=row, agency=agency,
                attended=share == 1 or chance.happens(share),
            )  # fmt: skip
    return row, held_on


def enquire(
    making: Making,
    young: Young,
    opened: Opened,
    discussion: int,
    day: int,
    chance: Chance,
    *,
    conference: bool,
) -> int:
    """Write the enquiry begun at a discussion; gives its row."""
    concluded = add_working(day, 6 + chance.randrange(8))
    done = making.ledger.by_now(concluded)
    return making.ledger.write(
        "enquiries", day, child=young.id, referral=opened.referral, strategy_discussion=discussion, began_on=day,
        concluded_on=done, conference_required=None if done is None else conference,
    )  # fmt: skip


def enquiry_without_conference(
    making: Making, young: Young, opened: Opened, day: int, chance: Chance
) -> None:
    """A worry of harm that was looked into and did not need a conference."""
    discussion, held = discuss(making, young, opened, day, chance, enquiry=True)
    if discussion:
        enquire(making, young, opened, discussion, held, chance, conference=False)


def protect(making: Making, young: Young, opened: Opened, concern: int, place: int, chance: Chance) -> int:
    """From a concern through enquiry and conference to a child protection plan; gives the day it ends.

    NEVER where the conference has not been held yet; the eighteenth birthday where that comes before it, for then
    nobody is left to protect as a child.
    """
    ledger = making.ledger
    if concern >= young.eighteen:
        return young.eighteen
    discussion, held = discuss(making, young, opened, concern, chance, enquiry=True)
    if not discussion:
        return NEVER
    enquiry = enquire(making, young, opened, discussion, held, chance, conference=True)
    late = 0.19 if making.bad_year.is_on(held) else 0.13
    due = add_working(held, 15)
    conference = (
        add_working(due, 1 + chance.some_days(5))
        if chance.happens(late)
        else add_working(held, chance.randint(10, 15))
    )
    if not making.known(conference):
        return NEVER
    if conference >= young.eighteen:
        return young.eighteen
    made = chance.happens(0.88) or young.plans_before == 0
    ledger.write(
        "conferences", conference, child=young.id, kind="initial", referral=opened.referral, enquiry=enquiry,
        held_on=conference, led_to_plan=made,
    )  # fmt: skip
    if not made:
        return conference
    return _plan(making, young, opened, conference, place, chance)


def _plan(making: Making, young: Young, opened: Opened, began: int, place: int, chance: Chance) -> int:
    ledger = making.ledger
    reviews, last = [], began
    for count in range(int(chance.one_of(REVIEWS))):
        due = months_on(last, 3 if count == 0 else 6)
        last = chance.before_or_after(due, last=last, late=0.07, by=9, slack=16)
        reviews.append(last)
        if not making.known(last):
            break
    ended = min(last, young.eighteen) if making.known(last) else min(NEVER, young.eighteen)
    category = chance.one_of(CATEGORIES)
    plan = ledger.write(
        "plans", began, child=young.id, kind="child-protection", referral=opened.referral, began_on=began,
        ended_on=ledger.by_now(ended), initial_category=category,
        latest_category=chance.one_of(CATEGORIES) if chance.happens(0.12) and making.known(ended) else category,
        previous_plans=young.plans_before,
    )  # fmt: skip
    young.plans_before += 1
    for day in reviews:
        if making.known(day) and day <= ended:
            ledger.write(
                "conferences",
                day,
                child=young.id,
                kind="review",
                referral=opened.referral,
                plan=plan,
                held_on=day,
            )
    meeting = chance.before_or_after(add_working(began, 10), last=began, late=0.11, by=4, slack=4)
    while making.known(meeting) and meeting < ended:
        ledger.write("core_groups", meeting, child=young.id, plan=plan, held_on=meeting)
        meeting = working_on_or_before(meeting + 42 + chance.randint(-7, 6))
    hold(making.workforce, young.holding, place, opened.handed_on, ended, chance)
    visit(making, young, began, ended, place, "child-protection", chance)
    return ended


def visit_days(
    making: Making, began: int, ended: int, place: int, chance: Chance, *, working: int = 0, days: int = 0
) -> Iterator[tuple[int, bool]]:
    """Days of visits and whether the child was seen, each within a count of working days or days of the last seen."""
    kind, last = TEAMS[place].kind, began
    while True:
        due = add_working(last, working) if working else last + days
        late, by = making.bad_year.visit(kind, due)
        seen = chance.before_or_after(due, last=last, late=late, by=by, slack=days // 3 if days else 9)
        tried = add_working(last, 3) if seen - last > 6 and chance.happens(0.05) else 0
        if last < tried < min(seen, ended) and making.known(tried):
            yield tried, False
        if seen >= ended or not making.known(seen):
            return
        yield seen, True
        last = seen


def visit(
    making: Making, young: Young, began: int, ended: int, place: int, purpose: str, chance: Chance
) -> None:
    """Visits under a plan: every ten working days for child protection, about every five weeks for a child in need."""
    spacing = {"working": 10} if purpose == "child-protection" else {"days": 35 if place != 4 else 48}
    for day, seen in visit_days(making, began, ended, place, chance, **spacing):
        write_visit(making, young, day, purpose, seen, chance)


def write_visit(
    making: Making,
    young: Young,
    day: int,
    purpose: str,
    seen: bool,
    chance: Chance,
    placement: int | None = None,
) -> None:
    alone = "no" if not seen or young.born > day - 3 * 365 else "yes" if chance.happens(0.72) else "no"
    making.ledger.write(
        "visits", day, child=young.id, placement=placement, held_on=day, held_at=instant(day, chance.randint(555, 1080)),
        purpose=purpose, seen="yes" if seen else "no", seen_alone=alone, by_worker=young.holding.worker_on(day),
    )  # fmt: skip


def help_in_need(
    making: Making, young: Young, opened: Opened, began: int, ended: int, place: int, chance: Chance
) -> int:
    """A child in need plan with its visits; gives the day it ends."""
    ended = min(ended, young.eighteen)
    if making.known(began) and began < ended:
        making.ledger.write(
            "plans", began, child=young.id, kind="child-in-need", referral=opened.referral, began_on=began,
            ended_on=making.ledger.by_now(ended),
        )  # fmt: skip
        hold(making.workforce, young.holding, place, began, ended, chance)
        visit(making, young, began, ended, place, "child-in-need", chance)
    return ended
