"""A sample of the made-up authority told again through the deeds by which people record, in the order in which it happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import polars as pl

from goldthread.practice import recording
from goldthread.record.models import Account, Child, model_of
from goldthread.vocabulary import COMMON_COLUMNS, TABLES

from .deeds import BEGINNINGS
from .later_deeds import LATER
from .loading import in_loading_order, load_table
from .telling import Row, Tables, Telling

WITHOUT_A_DEED = frozenset(
    {"teams", "workers", "posts", "post_holdings", "addresses", "disabilities", "permanences"}
)
"""Tables that no deed writes yet: theirs are loaded as they are."""

WRITTEN_WITH_ANOTHER = frozenset(
    {
        "identifiers",
        "assessment_factors",
        "assessment_consultations",
        "strategy_attendees",
        "conference_invitees",
        "plan_attendees",
    }
)
"""Tables whose rows a deed writes together with the row to which they belong."""

OF_A_MEETING = frozenset(
    {
        "supervision_sessions",
        "supervision_members",
        "supervision_readings",
        "supervision_items",
        "supervision_amendments",
        "directions",
        "direction_answers",
    }
)
"""Tables that deeds write on the day of a meeting, which is over: a sample is told without them."""
SAID_BY_EACH = frozenset({"handovers", "promises", "child_messages"})
"""Tables whose rows only those may write whom they concern: no recorder says for another that they read or answered something."""

OF_AN_END = frozenset({"closings", "closing_told", "closing_left"})
"""Tables that the end of work writes with all that it asks of a manager: a sample is told without them."""

LEFT_OUT = frozenset({"public_id", *COMMON_COLUMNS})


def sample(tables: Tables, children: int) -> Tables:
    """About so many children, whole families of every hundredth or so, with all their rows and everybody they name."""
    kin = tables["relationships"].filter(pl.col("other_child").is_not_null()).select("child", "other_child")
    by_child: dict[int, set[int]] = {}
    for child, other in kin.iter_rows():
        by_child.setdefault(child, {child}).add(other)
    ids, chosen = tables["children"]["id"].to_list(), set[int]()
    stride = max(1, len(ids) // children)
    for start in range(stride):
        for child in ids[start::stride]:
            if len(chosen) < children:
                chosen |= by_child.get(child, {child})
    found = {}
    for name, table in TABLES.items():
        frame = tables[name]
        if name == "children":
            frame = frame.filter(pl.col("id").is_in(sorted(chosen)))
        elif table.child_owned:
            frame = frame.filter(pl.col("child").is_in(sorted(chosen)))
        found[name] = frame
    for name in OF_A_MEETING | SAID_BY_EACH | OF_AN_END:
        found[name] = found[name].clear()
    found["supervisions"] = found["supervisions"].with_columns(pl.lit(None, pl.Int64).alias("session"))
    named = found["relationships"]["person"].drop_nulls().unique().to_list()
    found["people"] = tables["people"].filter(pl.col("id").is_in(named))
    housed = found["placements"]["household"].drop_nulls().unique().to_list()
    found["carer_households"] = tables["carer_households"].filter(pl.col("id").is_in(housed))
    for name in ("carer_reviews", "carer_checks", "carer_training"):
        found[name] = tables[name].filter(pl.col("household").is_in(housed))
    return found


def tell(tables: Tables, by: Account) -> Telling:
    """Record a sample by deeds: first who is there, then everything that happened, day by day. Gives what became of what."""
    telling = Telling(tables, by)
    for name in in_loading_order():
        if name in WITHOUT_A_DEED and not TABLES[name].child_owned:
            load_table(name, tables[name])
            telling.became[name] = {row.pk: row for row in model_of(name).objects.all()}
    for row in telling.rows["people"].values():
        columns = ("given_name", "family_name", "born_on", "sex", "ethnicity", "first_language")
        telling.became["people"][row["id"]] = recording.register_person(
            by=by, **telling.given("people", row, *columns)
        )
    for row in telling.rows["children"].values():
        telling.became["children"][row["id"]] = _register(telling, row)
    of_kin = ("child", "person", "other_child", "kind", "parental_responsibility", "began_on", "ended_on")
    for row in telling.rows["relationships"].values():
        related = recording.record_relationship(by=by, **telling.given("relationships", row, *of_kin))
        telling.became["relationships"][row["id"]] = related
    for name in WITHOUT_A_DEED:
        if TABLES[name].child_owned:
            _load_for(telling, name)
    for *_when, deed, name, row in sorted(_happened(telling), key=lambda each: each[:4]):
        deed(telling, name, row)
    return telling


def _register(telling: Telling, row: Row) -> Child:
    numbers = {each["scheme"]: each["value"] for each in telling.belonging("identifiers", "child", row["id"])}
    columns = [
        column
        for column in TABLES["children"].columns()
        if column not in LEFT_OUT and column != "adoptive_family"
    ]
    return recording.register_child(
        by=telling.by,
        la_child_id=numbers.get("la_child_id", ""),
        upn=numbers.get("upn", ""),
        **telling.given("children", row, *columns),
    )


def _load_for(telling: Telling, name: str) -> None:
    """Rows of a table without a deed, for the children as they are now numbered."""
    moved = {old: child.pk for old, child in telling.became["children"].items()}
    load_table(
        name, telling.tables[name].with_columns(pl.col("child").replace_strict(moved, return_dtype=pl.Int64))
    )
    telling.became[name] = {row.pk: row for row in model_of(name).objects.all()}


Deed = Callable[[Telling, str, Row], None]


def _happened(telling: Telling) -> Iterator[tuple[date, int, int, int, Deed, str, Row]]:
    """Everything that happened: its day, what comes first in a day, its table's place and its row; then the deed."""
    order = {name: place for place, name in enumerate(in_loading_order())}
    for name, rows in telling.rows.items():
        for row in rows.values():
            if name in BEGINNINGS:
                yield _begun(name, row), 0, order[name], row["id"], BEGINNINGS[name][1], name, row
    for phase, (name, column, deed) in enumerate(LATER, start=1):
        for row in telling.rows[name].values():
            if row[column] is not None:
                # What was done beforehand, such as a plan made before care began, is told with the beginning.
                yield max(row[column], _begun(name, row)), phase, order[name], row["id"], deed, name, row


def _begun(name: str, row: Row) -> date:
    """The day on which a row is told first."""
    days = (row[column] for column in BEGINNINGS[name][0].split())
    return next(day for day in days if day is not None)
