"""When a manager last looked at a child, who and with what result; and the children of whom no manager did for long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import DateField, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from goldthread.practice.access import listed
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.relations import holding_now
from goldthread.practice.standing import Standing
from goldthread.record.models import Child, model_of
from goldthread.rulebook.footprints import DEFAULT_DAYS, FOOTPRINTS, footprint_days

LONGEST = 90  # letters of a result: a list is no record
LONG_AGO = date(1900, 1, 1)
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Overseen:
    """The latest time that a manager looked at a child.

    on: the day. by: the manager's name; empty where it is not recorded. what: supervision, a decision, an assessment.
    result: a few words of what came of it, with nothing that may not be shown; empty where the row says nothing. days: since.
    """

    on: date
    by: str
    what: str
    result: str
    table: str
    row: int
    days: int

    def __str__(self) -> str:
        return self.what + (f" by {self.by}" if self.by else "")


def days_allowed() -> int:
    """After how many days without a manager's footprint a child is listed here."""
    return rules_here().number(footprint_days.name, DEFAULT_DAYS)


def last_overseen(child: Child, as_at: date | None = None) -> Overseen | None:
    """The latest time that a manager looked at a child; None where none ever did."""
    return last_overseen_of_many([child.pk], as_at).get(child.pk)


def last_overseen_of_many(children: Iterable[int], as_at: date | None = None) -> dict[int, Overseen]:
    """The same of each child, in as many queries for many as for few. Whom no manager ever looked at is not in it."""
    keys, day = list(children), as_at or today()
    if not keys:
        return {}
    knowing = shown_on_screens(keys)
    found: dict[int, Overseen] = {}
    for place, (each, who, what) in enumerate(FOOTPRINTS):
        model: Any = model_of(each.table)
        so_far = model.unwithdrawn.filter(**{f"{each.column}__lte": day}).order_by(f"-{each.column}", "-pk")
        if len(keys) == 1:
            rows = so_far.filter(child=keys[0])[:1]
        else:
            last = so_far.filter(child=OuterRef("pk")).values("pk")[:1]
            rows = model.objects.filter(pk__in=Child.objects.filter(pk__in=keys).values_list(Subquery(last)))
        for row in rows.select_related(*([who] if who else [])):
            on = getattr(row, each.column)
            before = found.get(row.child_id)
            if before is None or on > before.on or (on == before.on and place < _place(before.table)):
                words = _result(row)
                if row.child_id in knowing:
                    words = knowing[row.child_id].words(words)
                by = str(getattr(row, who) or "") if who else ""
                found[row.child_id] = Overseen(
                    on, by, what, _short(words), each.table, row.pk, (day - on).days
                )
    return found


def without_footprint(
    *, by: Standing, days: int | None = None, team: int | None = None, worker: int | None = None
) -> QuerySet[Child]:
    """The children whom somebody holds, and may list, and of whom no manager left a footprint for more than so many days.

    days: as the authority set it where none are given. A child held for less than so long is none of them: nobody was late yet.
    Each child has ``overseen_on`` (1 January 1900 for never); the longest without comes first.
    """
    day = today()
    since = day - timedelta(days=days_allowed() if days is None else days)
    spells = holding_now(day)
    if team is not None:
        spells = [rows.filter(team_id=team) for rows in spells]
    if worker is not None:
        spells = [rows.filter(worker_id=worker) for rows in spells]
    long_held = [rows.filter(began_on__lt=since).values("child_id") for rows in spells]
    found = Child.objects.filter(listed(by, "pk"), reduce(or_, (Q(pk__in=rows) for rows in long_held)))
    found = found.filter(died_on__isnull=True)
    for each, _who, _what in FOOTPRINTS:
        rows = _rows(each).filter(**{f"{each.column}__range": (since, day)})
        found = found.filter(~Exists(rows))
    latest = [
        Coalesce(
            _latest(_rows(each).filter(**{f"{each.column}__lt": since}), each.column),
            Value(LONG_AGO),
            output_field=DateField(),
        )
        for each, _who, _what in FOOTPRINTS
    ]
    return found.annotate(overseen_on=Greatest(*latest, output_field=DateField())).order_by(
        F("overseen_on").asc(), "pk"
    )


def said_of_overseen(children: Iterable[int]) -> dict[int, tuple[str, bool]]:
    """Of each child how a list says when a manager last looked, and whether that is longer ago than allowed."""
    keys = list(children)
    found, long = last_overseen_of_many(keys), days_allowed()
    return {child: overseen_words(found.get(child), long) for child in keys}


def overseen_words(overseen: Overseen | None, long: int) -> tuple[str, bool]:
    """How a list says it, and whether it is longer ago than allowed: "12 days ago, R Shah"."""
    if overseen is None:
        return NEVER, True
    ago = (
        "today" if overseen.days == 0 else "yesterday" if overseen.days == 1 else f"{overseen.days} days ago"
    )
    return ago + (f", {overseen.by}" if overseen.by else ""), overseen.days > long


def _rows(each: Any) -> Any:
    model: Any = model_of(each.table)
    return model.unwithdrawn.filter(child=OuterRef("pk"))


def _latest(rows: Any, column: str) -> Any:
    return Subquery(rows.order_by().values("child").annotate(last=Max(column)).values("last"))


def _place(table: str) -> int:
    return next(place for place, (each, _who, _what) in enumerate(FOOTPRINTS) if each.table == table)


def _result(row: Any) -> str:
    """What a row says came of it: what was answered, else what is to be done next."""
    for column in ("answer", "outcome", "what_next", "directions"):
        value = getattr(row, column, "")
        if value:
            if column == "answer" and hasattr(row, "question"):
                return f"{row.question} {value}"
            field = row._meta.get_field(column)
            label = getattr(field, "label", None)
            return str(label(value)) if label else str(value)
    return ""


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip(" ,.;") + "…"
