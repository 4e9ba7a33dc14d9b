"""Random authorities: teams within teams, people in and out of post, children held, records restricted, cover, reasons."""

import random
from datetime import UTC, date, datetime, timedelta

from goldthread.practice.roles import ROLES
from goldthread.record.models import (
    AccessRequest,
    Account,
    Allocation,
    CarerHousehold,
    Child,
    Closing,
    Conference,
    Contact,
    Decision,
    Delegation,
    Due,
    GlassBroken,
    NamedAccess,
    Placement,
    Plan,
    Post,
    ReasonGiven,
    Referral,
    Restriction,
    Team,
    Worker,
)

from .oracle import World

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
ALLOCATED_AS = ("social-worker", "lead-practitioner", "personal-adviser", "reviewing-officer")
CODES = [*ROLES, "", "made-up-role"]


def a_world(seed: int, accounts: int = 9, children: int = 9) -> World:
    """One authority, kept in the database and told as plain rows with the same keys."""
    chance, due = random.Random(seed), random.Random(-seed - 1)
    world = World(today=TODAY.toordinal(), now=0)
    for place in range(6):
        within = chance.choice([None, *(each["id"] for each in world.teams)]) if place else None
        gone = chance.random() < 0.08
        made = Team.objects.create(name=f"Team {place}", kind="other", within_id=within, **_withdrawn(gone))
        world.teams.append({"id": made.pk, "within": within, "withdrawn": gone})
    workers = [Worker.objects.create(given_name="W", family_name=str(place)).pk for place in range(7)]
    teams = [each["id"] for each in world.teams]
    for _ in range(11):
        _dated(chance, world.posts, Post, {
            "worker": chance.choice([None, *workers, *workers]), "team": chance.choice([None, *teams, *teams, *teams]),
            "manages": chance.random() < 0.45,
        })  # fmt: skip
    for place in range(accounts):
        row = {
            "role": chance.choice(CODES), "worker": chance.choice([None, *workers, *workers]),
            "active": chance.random() < 0.93,
        }  # fmt: skip
        made = Account.objects.create(
            username=f"a{place}", role=row["role"], worker_id=row["worker"], is_active=row["active"]
        )
        world.accounts.append(row | {"id": made.pk})
    pks = [Child.objects.create(given_name="C", family_name=str(place)).pk for place in range(children)]
    for child in pks:
        for _ in range(chance.choice([0, 1, 1, 2])):
            worker = chance.choice([None, *workers, *workers])
            team = chance.choice([None, *teams]) if worker else chance.choice(teams)
            _dated(chance, world.allocations, Allocation, {
                "child": child, "worker": worker, "team": team, "role": chance.choice(ALLOCATED_AS),
            })  # fmt: skip
        for rows, model in ((world.contacts, Contact), (world.referrals, Referral)):
            if chance.random() < 0.25:
                received = world.today + chance.choice([-40, -29, -28, -27, -1, 0, 1])
                gone = chance.random() < 0.1
                model.objects.create(
                    child_id=child, received_on=date.fromordinal(received), **_withdrawn(gone)
                )
                rows.append({"child": child, "received": received, "withdrawn": gone})
        if due.random() < 0.8:
            Due.objects.create(
                child_id=child, clock="care_visit", start_table="placements", start_row=1, started_on=TODAY, due_on=TODAY,
                plan_by=TODAY, authority="regulations", confirmed=True, state="running", edition=TODAY,
            )  # fmt: skip
            world.dues.append({"child": child})
    _placed_and_conferred(chance, world, pks, workers)
    _closed(random.Random(seed + 500_000), world, pks, workers)
    people = [each["id"] for each in world.accounts]
    for child in pks:
        if chance.random() < 0.3:
            _ask(chance, world, child, people[0])
        if chance.random() < 0.4:
            _restrict(chance, world, child, people)
        for account in people:
            if chance.random() < 0.12:
                at, until = _times(chance)
                ReasonGiven.objects.create(
                    child_id=child, account_id=account, why="x", at=_moment(at), until=_moment(until)
                )
                world.reasons.append({"child": child, "account": account, "at": at, "until": until})
    for _ in range(7):
        of, to = chance.sample(people, 2)
        began = world.today + chance.choice([-20, -1, 0, 0, 1])
        until = began + chance.choice([0, 1, 19, 20, 40])
        ended = chance.random() < 0.15
        Delegation.objects.create(
            of_id=of, to_id=to, made_by_id=of, why="x", began_on=date.fromordinal(began), until=date.fromordinal(until),
            ended_at=NOW if ended else None,
        )  # fmt: skip
        world.delegations.append({"of": of, "to": to, "began": began, "until": until, "ended": ended})
    return world


def _placed_and_conferred(
    chance: random.Random, world: World, children: list[int], workers: list[int]
) -> None:
    """Children placed with carers whom somebody supervises, and conferences that somebody chaired."""
    for place in range(3):
        worker, gone = chance.choice([None, *workers]), chance.random() < 0.1
        made = CarerHousehold.objects.create(name=f"H{place}", supervised_by_id=worker, **_withdrawn(gone))
        world.households.append({"id": made.pk, "worker": worker, "withdrawn": gone})
    homes = [each["id"] for each in world.households]
    for child in children:
        if chance.random() < 0.5:
            columns = {"child": child, "household": chance.choice([None, *homes])}
            _dated(chance, world.placements, Placement, columns, must_begin=True, kind="U6")
        if chance.random() < 0.4:
            columns = {"child": child, "kind": chance.choice(["child-protection", "child-in-need"])}
            _dated(chance, world.plans, Plan, columns, must_begin=True)
        if chance.random() < 0.5:
            held = world.today + chance.choice([-200, -29, -28, -27, 0, 1])
            called = chance.random() < 0.3
            days = {"called_for_on": _day(held)} if called else {"held_on": _day(held)}
            chair, gone = chance.choice([None, *workers, *workers]), chance.random() < 0.1
            Conference.objects.create(
                child_id=child, kind="review", chaired_by_id=chair, **days, **_withdrawn(gone)
            )
            world.conferences.append(
                {
                    "child": child,
                    "chair": chair,
                    "held": None if called else held,
                    "called": held,
                    "withdrawn": gone,
                }
            )


def _closed(chance: random.Random, world: World, children: list[int], workers: list[int]) -> None:
    """Work with a child that somebody ended lately, long ago, or as of a day to come."""
    for child in children:
        if chance.random() < 0.3:
            closed = world.today + chance.choice([-200, -29, -28, -27, 0, 1])
            worker, gone = chance.choice([None, *workers, *workers]), chance.random() < 0.1
            decision = Decision.objects.create(
                child_id=child, kind="closure", question="x", answer="x", rationale="x", decided_on=TODAY, decided_by_id=worker
            )  # fmt: skip
            Closing.objects.create(
                child_id=child, decision=decision, closed_on=_day(closed), **_withdrawn(gone)
            )
            world.closings.append({"child": child, "worker": worker, "closed": closed, "withdrawn": gone})


def _ask(chance: random.Random, world: World, child: int, account: int) -> None:
    """Somebody asked for a copy of the record; answered, closed or neither."""
    given = chance.choice([None, None, world.today, world.today - 28, world.today - 29])
    closed = given is None and chance.random() < 0.2
    AccessRequest.objects.create(
        child_id=child, asked_by="A", asks_as="parent", received_on=TODAY, taken_by_id=account,
        given_on=_day(given), closed_on=TODAY if closed else None,
    )  # fmt: skip
    world.requests.append({"child": child, "given": given, "closed": closed})


def _restrict(chance: random.Random, world: World, child: int, people: list[int]) -> None:
    guardian, ended = chance.choice(people), chance.random() < 0.2
    made = Restriction.objects.create(
        child_id=child, guardian_id=guardian, began_by_id=guardian, why="x", ended_at=NOW if ended else None
    )
    world.restrictions.append({"id": made.pk, "child": child, "guardian": guardian, "ended": ended})
    for account in chance.sample(people, 2):
        gone = chance.random() < 0.3
        NamedAccess.objects.create(restriction=made, account_id=account, ended_at=NOW if gone else None)
        world.named.append({"restriction": made.pk, "account": account, "ended": gone})
    for account in chance.sample(people, 2):
        at, until = _times(chance)
        GlassBroken.objects.create(
            restriction=made, account_id=account, why="x", at=_moment(at), until=_moment(until)
        )
        world.glass.append({"restriction": made.pk, "account": account, "at": at, "until": until})


def _dated(
    chance: random.Random,
    rows: list[dict],
    model: type,
    columns: dict,
    *,
    must_begin: bool = False,
    **more: object,
) -> None:
    """A row between two days that may be missing, in the past or to come; the days that matter more often."""
    today = TODAY.toordinal()
    began = chance.choice([*([] if must_begin else [None]), today - 400, today - 30, today, today + 1])
    ended = chance.choice([None, None, today - 29, today - 28, today - 27, today - 1, today, today + 1])
    if began is not None and ended is not None and ended < began:
        ended = None
    gone = chance.random() < 0.08
    keys = {
        f"{name}_id" if name in ("worker", "team", "child", "household") else name: value
        for name, value in columns.items()
    }
    model.objects.create(began_on=_day(began), ended_on=_day(ended), **keys, **more, **_withdrawn(gone))
    rows.append(columns | {"began": began, "ended": ended, "withdrawn": gone})


def _times(chance: random.Random) -> tuple[int, int]:
    at = chance.choice([-1500, -60, -1, 0, 1])
    return at, at + chance.choice([1, 60, 1440])


def _moment(minute: int) -> datetime:
    return NOW + timedelta(minutes=minute)


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def _withdrawn(gone: bool) -> dict:
    return {"withdrawn_at": NOW, "withdrawn_because": "in error"} if gone else {}
