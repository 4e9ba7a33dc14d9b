"""Seeded tables of any size for the benches: children with about a hundred events each, as Parquet files."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from goldthread.rulebook.clocks import CLOCKS

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = (NOW.date() - date(1970, 1, 1)).days
YEARS = 8 * 365

Ints = npt.NDArray[np.int64]
TABLES = (
    "children", "referrals", "assessments", "enquiries", "conferences", "plans", "core_groups", "visits",
    "care_episodes", "legal_statuses", "placements", "reviews", "health_checks", "missing_episodes",
    "return_interviews", "entitlements", "pathway_plans", "keeping_in_touch",
)  # fmt: skip

# The clocks that the pandas version of the bench also has, and whose tables these histories hold.
FIRST = tuple(
    CLOCKS[name]
    for name in (
        "referral_decision", "assessment", "initial_conference", "core_group", "review_conference", "protection_visit",
        "return_interview", "care_review", "care_visit", "initial_health_assessment", "health_review_under_five",
        "health_review_from_five", "pathway_plan_review", "keeping_in_touch",
    )
)  # fmt: skip


class Writer:
    """Writes tables in the order in which their rows were recorded, and counts their rows."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.random, self.rows = folder, np.random.default_rng(seed), 0

    def write(self, name: str, by: Ints | None = None, **columns: Ints | pl.Series) -> None:
        """Write a table; ``by`` is the day on which each row was recorded, which gives it its place."""
        size = len(next(iter(columns.values())))
        order = np.arange(size) if by is None else np.argsort(by, kind="stable")
        frame = pl.DataFrame(dict(columns))[order]
        if "id" not in columns:
            frame = frame.with_columns(pl.int_range(1, size + 1).alias("id"))
        frame = frame.with_columns(
            pl.lit(None, pl.Int64).alias("source"),
            pl.lit(None, pl.Datetime("us", "UTC")).alias("withdrawn_at"),
        )
        frame.write_parquet(self.folder / f"{name}.parquet")
        if name != "children":
            self.rows += size

    def codes(self, size: int, *words: str | None, weights: list[float] | None = None) -> pl.Series:
        chosen = self.random.choice(len(words), size, p=weights)
        return pl.Series(list(words), dtype=pl.String)[chosen]

    def days(self, values: Ints, missing: npt.NDArray[np.bool_] | None = None) -> pl.Series:
        """Days up to today; those after it are missing."""
        gone = values > TODAY if missing is None else missing | (values > TODAY)
        days = pl.Series(values.astype(np.int32)).cast(pl.Date)
        return pl.select(pl.when(pl.Series(~gone)).then(days)).to_series()

    def chance(self, size: int, of: float) -> npt.NDArray[np.bool_]:
        return self.random.random(size) < of


def some_of(random: np.random.Generator, among: Ints, mean: float) -> Ints:
    """Each value a few times over, ``mean`` on average, in order."""
    return np.repeat(among, random.poisson(mean, among.size))


def write(folder: Path, children: int, seed: int = 1, visits: int = 68) -> int:
    """Write every table that the first clocks read; returns how many events there are (about a hundred a child)."""
    made = Writer(folder, seed)
    random = made.random
    everybody = np.arange(1, children + 1)
    known_since = TODAY - random.integers(200, YEARS, children + 1)
    length = np.minimum(random.integers(150, 1500, children + 1), TODAY - known_since)

    def within(child: Ints) -> Ints:
        return known_since[child] + (random.random(child.size) * length[child]).astype(np.int64)

    died = made.days(known_since[1:] + length[1:], ~made.chance(children, 0.001))
    born = made.days(known_since[1:] - random.integers(0, 17 * 365, children), made.chance(children, 0.01))
    made.write("children", id=everybody, child=everybody, born_on=born, died_on=died)

    child = some_of(random, everybody, 5)
    received = within(child)
    size = child.size
    decided = made.days(received + random.integers(0, 4, size), made.chance(size, 0.05))
    closed = made.days(received + random.integers(30, 400, size), made.chance(size, 0.3))
    made.write(
        "referrals",
        by=received,
        child=child,
        received_on=made.days(received),
        decided_on=decided,
        closed_on=closed,
    )
    place = np.empty(size, np.int64)
    place[np.argsort(received, kind="stable")] = np.arange(1, size + 1)
    authorised = made.days(received + random.integers(5, 80, size), made.chance(size, 0.1))
    made.write(
        "assessments",
        by=received + 1,
        child=child,
        referral=place,
        requested_on=made.days(received),
        authorised_on=authorised,
    )

    child = some_of(random, everybody, 2)
    began = np.sort(within(child))
    size = child.size
    child = random.permutation(child)
    began = within(child)
    required = made.codes(size, "yes", "no", "", weights=[0.5, 0.4, 0.1])
    order = np.argsort(began, kind="stable")
    child, began = child[order], began[order]
    concluded = made.days(began + random.integers(3, 25, size), made.chance(size, 0.1))
    required = pl.select(pl.when(required != "").then(required == "yes")).to_series()
    made.write(
        "enquiries",
        child=child,
        began_on=made.days(began),
        concluded_on=concluded,
        conference_required=required,
    )

    enquiry = np.flatnonzero(made.chance(size, 0.5))
    held = began[enquiry] + random.integers(5, 25, enquiry.size)
    plans = enquiry[made.chance(enquiry.size, 0.9)]
    plan_child, plan_began = child[plans], began[plans] + 15
    plan_ended = plan_began + random.integers(60, 700, plans.size)
    made.write(
        "plans", child=plan_child, began_on=made.days(plan_began), ended_on=made.days(plan_ended),
        kind=made.codes(plans.size, "child-protection", "child-in-need", weights=[0.8, 0.2]),
    )  # fmt: skip
    plan = some_of(random, np.arange(plans.size), 3)
    review = plan_began[plan] + (random.random(plan.size) * (plan_ended - plan_began)[plan]).astype(np.int64)
    both = np.concatenate([held, review])
    none = pl.Series([None], dtype=pl.Int64)
    made.write(
        "conferences", by=both, child=np.concatenate([child[enquiry], plan_child[plan]]), held_on=made.days(both),
        kind=pl.concat([made.codes(held.size, "initial"), made.codes(review.size, "review")]),
        enquiry=pl.concat([pl.Series(enquiry + 1), none.new_from_index(0, review.size)]),
        plan=pl.concat([none.new_from_index(0, held.size), pl.Series(plan + 1)]),
    )  # fmt: skip
    plan = some_of(random, np.arange(plans.size), 6)
    group = plan_began[plan] + random.integers(1, 300, plan.size)
    made.write("core_groups", by=group, child=plan_child[plan], held_on=made.days(group), plan=plan + 1)

    child = some_of(random, everybody, visits)
    held = within(child)
    made.write(
        "visits", by=held, child=child, held_on=made.days(held),
        purpose=made.codes(child.size, "child-in-need", "child-protection", "in-care", "other"),
        seen=made.codes(child.size, "yes", "no", "unknown", weights=[0.85, 0.1, 0.05]),
        by_worker=random.integers(1, 4000, child.size),
    )  # fmt: skip
    _care(made, everybody[made.chance(children, 0.3)], known_since, length)
    _leaving_care(made, everybody[made.chance(children, 0.05)], known_since)
    child = some_of(random, everybody, 1.5)
    began = within(child)
    child, began = child[np.argsort(began)], np.sort(began)
    ended = began + random.integers(0, 4, child.size)
    at = pl.Series(ended * 86_400_000_000 + random.integers(0, 80_000, child.size) * 1_000_000)
    at = at.cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
    made.write(
        "missing_episodes", child=child, kind=made.codes(child.size, "M", "A"), ended_at=at,
        ended_on=at.dt.convert_time_zone("Europe/London").dt.date(),
    )  # fmt: skip
    offered = np.flatnonzero(made.chance(child.size, 0.8))
    at = (
        at[offered] + pl.Series(random.integers(0, 130, offered.size)).cast(pl.Duration("us")) * 3_600_000_000
    )
    made.write(
        "return_interviews", child=child[offered], missing_episode=offered + 1,
        offered_on=at.dt.convert_time_zone("Europe/London").dt.date(), offered_at=at,
    )  # fmt: skip
    return made.rows


def _care(made: Writer, child: Ints, known_since: Ints, length: Ints) -> None:
    random, size = made.random, child.size
    began = known_since[child] + random.integers(0, 100, size)
    ended = began + random.integers(20, 1400, size)
    made.write("care_episodes", by=began, child=child, began_on=made.days(began), ended_on=made.days(ended))
    made.write(
        "legal_statuses", by=began, child=child, began_on=made.days(began), ended_on=made.days(ended),
        status=made.codes(size, "V2", "C1", "E1", "V3", weights=[0.5, 0.2, 0.2, 0.1]),
    )  # fmt: skip
    moves = some_of(random, np.arange(size), 3)
    moved = began[moves] + (random.random(moves.size) * (ended - began)[moves]).astype(np.int64)
    order = np.lexsort((moved, moves))
    moves, moved = moves[order], moved[order]
    last = np.concatenate([moves[1:] != moves[:-1], [True]])
    until = np.where(last, ended[moves], np.concatenate([moved[1:], [0]]))
    permanent = made.codes(moves.size, "yes", "no").eq("yes")
    made.write(
        "placements", by=moved, child=child[moves], began_on=made.days(moved), ended_on=made.days(until), permanent=permanent,
        kind=made.codes(moves.size, "U1", "U4", "K1", "P1", "A3", None, weights=[0.4, 0.2, 0.2, 0.1, 0.05, 0.05]),
        basis=made.codes(
            moves.size, "approved", "temporary-approval", "before-assessment", None, weights=[0.6, 0.1, 0.05, 0.25]
        ),
    )  # fmt: skip
    for name, mean in (("reviews", 8), ("health_checks", 8)):
        some = some_of(random, np.arange(size), mean)
        held = began[some] + (random.random(some.size) * (ended - began)[some]).astype(np.int64)
        more = {}
        if name == "health_checks":
            more["kind"] = made.codes(some.size, "initial", "review", "dental", weights=[0.2, 0.5, 0.3])
            more["outcome"] = made.codes(some.size, "done", "refused", weights=[0.95, 0.05])
        made.write(name, by=held, child=child[some], held_on=made.days(held), **more)


def _leaving_care(made: Writer, child: Ints, known_since: Ints) -> None:
    random, size = made.random, child.size
    began = known_since[child]
    made.write(
        "entitlements", child=child, began_on=made.days(began), ended_on=made.days(began + random.integers(300, 2500, size)),
        category=made.codes(size, "relevant", "former-relevant"),
    )  # fmt: skip
    for name, mean in (("pathway_plans", 6), ("keeping_in_touch", 40)):
        some = some_of(random, np.arange(size), mean)
        held = began[some] + random.integers(0, 2000, some.size)
        some, held = some[held <= TODAY], held[held <= TODAY]
        more = {}
        if name == "keeping_in_touch":
            more = {"in_touch": made.chance(some.size, 0.8), "annual": made.chance(some.size, 0.05)}
        made.write(name, by=held, child=child[some], held_on=made.days(held), **more)
