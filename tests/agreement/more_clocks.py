"""Clocks that no duty has yet, so that every word of a clock is tried by both evaluators."""

from dataclasses import replace
from datetime import date

from goldthread.rulebook.authority import OwnStandard
from goldthread.rulebook.clock import (
    Afterwards,
    Ages,
    Clock,
    Edition,
    Lasts,
    Sooner,
    clock,
    points,
    spells,
)
from goldthread.rulebook.clocks import CLOCKS, CLOCKS_OF_OTHERS
from goldthread.rulebook.counts import (
    Count,
    birthday,
    calendar_days,
    fixed_day,
    hours,
    months,
    school_terms,
    weeks,
    working_days,
)
from goldthread.rulebook.stricter import Stricter
from goldthread.vocabulary import (
    care_episodes,
    children,
    conferences,
    enquiries,
    legal_statuses,
    missing_episodes,
    placements,
    plans,
    referrals,
    return_interviews,
    reviews,
    strategy_discussions,
    visits,
)

OURS = OwnStandard("A test", "no paragraph")


def edition(since: date, *due: Count, unconfirmed: str = "") -> Edition:
    return Edition(since=since, due=due, source=OURS, seen_in="a test", unconfirmed=unconfirmed)


def of(name: str, *editions: Edition, **words: object) -> Clock:
    return clock(
        name=name, what=name, duty=name, rows=["T-1", "T-2"], editions=editions or [edition(date(2010, 1, 1), months(1))],
        **words,
    )  # fmt: skip


IN_CARE = spells(care_episodes.began_on, care_episodes.ended_on)

MORE: tuple[Clock, ...] = (
    of(
        "open pool",
        edition(date(2018, 7, 4), working_days(3)),
        edition(date(2020, 6, 1), working_days(2, beginning_with=True), unconfirmed="all of it"),
        starts=referrals.received_on, done=reviews.held_on, ends=[referrals.closed_on, children.died_on],
        superseded_by=[placements.began_on],
    ),
    of(
        "pool beside keys",
        edition(date(2010, 1, 1), calendar_days(10, beginning_with=True)),
        starts=enquiries.began_on, done=conferences.held_on, key=conferences.enquiry, ends=[enquiries.concluded_on],
        superseded_by=[referrals.where(referrals.decision == "assessment").decided_on],
    ),
    of(
        "hours without a key",
        edition(date(2010, 1, 1), hours(24)),
        edition(date(2020, 3, 29), hours(30)),
        starts=strategy_discussions.concern_at,
        done=strategy_discussions.where(strategy_discussions.decision == "enquiry").held_at,
        superseded_by=[missing_episodes.began_at], unless=[spells(missing_episodes.began_at, missing_episodes.ended_at)],
        ends=[children.died_on],
    ),
    of(
        "hours in a chain",
        edition(date(2010, 1, 1), hours(24), hours(72)),
        starts=missing_episodes.began_at, done=visits.held_at, shared=True, every=True, ends=[missing_episodes.ended_at],
        during=IN_CARE, ages=Ages(under_years=18), sooner=Sooner(points(return_interviews.held_at), "interview"),
    ),
    of(
        "hours from the earliest open",
        edition(date(2010, 1, 1), hours(48)),
        starts=missing_episodes.ended_at, done=return_interviews.held_at, ends=[care_episodes.ended_on],
        ages=Ages(from_years=5),
    ),
    of(
        "chain with an end",
        edition(date(2018, 7, 4), working_days(5), weeks(3), months(2)),
        edition(date(2020, 6, 1), working_days(4), weeks(2)),
        starts=care_episodes.began_on, done=visits.where(visits.seen == "yes").held_on, shared=True,
        ends=[care_episodes.ended_on], superseded_by=[legal_statuses.where(legal_statuses.status == "V3").began_on],
        ages=Ages(from_years=5, under_years=18),
    ),
    of(
        "chain by key",
        edition(date(2010, 1, 1), weeks(1), weeks(6)),
        starts=placements.where(~(placements.kind == "P1")).began_on, done=visits.held_on, key=visits.placement,
        shared=True, every=True, ends=[placements.ended_on], lasts=Lasts(months(2), placements.permanent.yes()),
        during=IN_CARE,
    ),
    of(
        "interval in a spell",
        edition(date(2019, 11, 30), months(3)),
        starts=visits.where(visits.seen.is_in("yes", "no")).held_on, done=visits.where(visits.seen.is_in("yes", "no")).held_on,
        during=spells(plans.began_on, plans.ended_on), unless=[IN_CARE], superseded_by=[reviews.held_on],
    ),
    of(
        "shared, some days before",
        starts=care_episodes.began_on, done=reviews.held_on, shared=True, already=calendar_days(10),
        sooner=Sooner(points(visits.held_on), "visit"), ends=[care_episodes.ended_on], ages=Ages(under_years=25),
    ),
    of(
        "own row with a time",
        edition(date(2010, 1, 1), hours(12)),
        starts=missing_episodes.began_at, done=missing_episodes.ended_at, during=spells(plans.began_on, plans.ended_on),
    ),
)  # fmt: skip

AGED = Ages(under_years=18)
LATER: tuple[Clock, ...] = (
    of(
        "by a birthday",
        edition(date(2010, 1, 1), months(2), birthday(25, from_age=18)),
        edition(date(2020, 6, 1), birthday(19, from_age=18)),
        starts=referrals.received_on, done=reviews.held_on, shared=True, ages=Ages(from_years=16, under_years=26),
        ends=[children.died_on], during=spells(plans.began_on, plans.ended_on),
    ),
    of(
        "by a fixed day",
        edition(date(2010, 1, 1), fixed_day(31, 3), fixed_day(30, 11)),
        starts=referrals.received_on, done=reviews.held_on, shared=True, every=True, ends=[referrals.closed_on],
        ages=AGED,
    ),
    of(
        "by the end of term",
        edition(date(2010, 1, 1), school_terms(1), school_terms(2)),
        starts=placements.began_on, done=reviews.held_on, shared=True, ends=[placements.ended_on],
        superseded_by=[legal_statuses.began_on], ages=AGED,
    ),
    of(
        "sooner by several events",
        edition(date(2010, 1, 1), months(3)),
        starts=enquiries.began_on, done=conferences.held_on, ends=[enquiries.concluded_on], ages=AGED,
        sooner=[Sooner(points(reviews.held_on), "second", nth=2), Sooner(points(visits.held_on), "third", nth=3)],
    ),
    of(
        "another count afterwards",
        edition(date(2010, 1, 1), working_days(10), weeks(6)),
        edition(date(2020, 6, 1), weeks(1)),
        starts=placements.began_on, done=visits.held_on, shared=True, every=True, ends=[placements.ended_on],
        afterwards=Afterwards(points(reviews.held_on), months(2)),
    ),
    of(
        "another count afterwards, in hours",
        edition(date(2010, 1, 1), hours(60)),
        starts=strategy_discussions.concern_at, done=strategy_discussions.held_at,
        ends=[children.died_on], afterwards=Afterwards(points(missing_episodes.ended_at), hours(200)),
    ),
    of(
        "settled, in hours",
        edition(date(2010, 1, 1), hours(60)),
        starts=strategy_discussions.concern_at, done=strategy_discussions.held_at,
        during=spells(placements.began_on, placements.ended_on, settled=months(1)), ends=[children.died_on],
        superseded_by=[reviews.held_on],
    ),
    of(
        "settled, and of an age",
        edition(date(2010, 1, 1), weeks(5)),
        starts=visits.held_on, done=visits.held_on,
        during=spells(care_episodes.began_on, care_episodes.ended_on, settled=months(2)),
        ages=Ages(from_years=5, under_years=25), superseded_by=[legal_statuses.began_on],
    ),
)  # fmt: skip

STRICTER: tuple[Clock, ...] = (
    replace(
        of(
            "stricter, of a chain",
            edition(date(2010, 1, 1), working_days(20), months(3), months(6)),
            edition(date(2020, 6, 1), working_days(20), months(3)),
            starts=care_episodes.began_on, done=reviews.held_on, shared=True, every=True, ends=[care_episodes.ended_on],
        ),
        stricter=(
            Stricter(0, working_days(10, beginning_with=True), date(2018, 7, 4), date(2020, 2, 29)),
            Stricter(0, weeks(3), date(2020, 2, 29)),
            Stricter(1, weeks(10), date(2019, 11, 30), date(2021, 3, 1)),
            Stricter(2, months(5), date(2018, 7, 5), date(2020, 6, 1)),
        ),
    ),
    replace(
        of(
            "stricter, in hours",
            edition(date(2010, 1, 1), hours(72)),
            starts=strategy_discussions.concern_at, done=strategy_discussions.held_at,
        ),
        stricter=(Stricter(0, hours(30), date(2018, 3, 25), date(2020, 10, 25)), Stricter(0, hours(24), date(2020, 12, 14))),
    ),
    replace(
        of(
            "stricter, but something else is sooner",
            edition(date(2010, 1, 1), months(3)),
            starts=enquiries.began_on, done=conferences.held_on, sooner=Sooner(points(reviews.held_on), "review"),
        ),
        stricter=(Stricter(0, weeks(6), date(2015, 1, 1)),),
    ),
    replace(
        of(
            "stricter, until another count holds",
            edition(date(2010, 1, 1), weeks(2)),
            starts=placements.began_on, done=visits.held_on, shared=True, every=True, ends=[placements.ended_on],
            afterwards=Afterwards(points(reviews.held_on), weeks(4)),
        ),
        stricter=(Stricter(0, weeks(1), date(2015, 1, 1)),),
    ),
)  # fmt: skip

ALL_CLOCKS: tuple[Clock, ...] = (*CLOCKS.values(), *CLOCKS_OF_OTHERS.values(), *MORE, *LATER, *STRICTER)
