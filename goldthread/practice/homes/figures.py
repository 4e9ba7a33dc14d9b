"""Which children each figure of a home page counts: a set of keys, in one query each however many children are asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from goldthread.practice.access import as_rows
from goldthread.practice.explaining import unexplained
from goldthread.practice.moment import today
from goldthread.practice.overseeing import without_footprint
from goldthread.practice.standing import Standing
from goldthread.practice.waiting.filters import counted, late, soon
from goldthread.record.models import Child, Due, Signal
from goldthread.rulebook.calendar import epoch_day
from goldthread.rulebook.completeness import MISSING
from goldthread.rulebook.figures import FIGURES, OF_CHILDREN

MANY = 2_000
"""Of so many children rows are asked for without their keys, and theirs kept: handing the keys over takes longer."""


def among(children: Iterable[int], column: str = "child_id") -> Q:
    """That a row is of one of these children, handed over as one value."""
    return Q(**{f"{column}__in": as_rows(children)})


def _mostly_among(children: frozenset[int], column: str = "child_id") -> Q:
    """The same, where they are few: whoever asks keeps what is of them."""
    return among(children, column) if len(children) <= MANY else Q()


def children_in(name: str, children: frozenset[int], *, by: Standing) -> frozenset[int]:
    """Those of these children, whom somebody may list, whom a figure counts. Raises KeyError for another name."""
    if name in ("held", "points") or not children:
        return children
    return children.intersection(FOUND[name](children, by))


def children_of_each(children: frozenset[int], *, by: Standing) -> dict[str, frozenset[int]]:
    """The same for every figure of a home page at once, by its name: the duties of these children are read once."""
    due = _by_duty(children)
    return {
        each.name: due[each.name] if each.name in due else children_in(each.name, children, by=by)
        for each in OF_CHILDREN
    }


def _by_duty(children: frozenset[int]) -> dict[str, frozenset[int]]:
    """Those of these children for whom a duty is late, soon due, or late and a visit."""
    found: dict[str, set[int]] = {"late": set(), "soon": set(), "unseen": set()}
    visiting = FIGURES["unseen"].clocks
    if children:
        which = Case(
            When(late(), clock__in=visiting, then=Value("unseen")),
            When(late(), then=Value("late")),
            default=Value("soon"),
        )
        rows = _dues(_mostly_among(children)).filter(late() | soon()).annotate(which=which)
        for child, name in rows.values_list("child_id", "which"):
            found[name].add(child)
    found["late"] |= found["unseen"]
    return {name: children.intersection(counted) for name, counted in found.items()}


def by_name(children: Iterable[int]) -> list[int]:
    """These children in the order of their family names."""
    found = Child.objects.filter(among(children, "pk")).order_by("family_name", "given_name", "pk")
    return list(found.values_list("pk", flat=True))


def dues_of(children: frozenset[int]) -> QuerySet[Due]:
    """The open duties of these children that headlines count, with how many days each is over."""
    return _dues(among(children))


def _dues(whose: Q) -> QuerySet[Due]:
    over = Coalesce(F("judged_day"), Value(epoch_day(today()))) - F("due_day")
    return Due.objects.filter(whose, counted(), leads=True).annotate(over_days=over)


def _late(children: frozenset[int], by: Standing) -> Iterable[int]:
    return _dues(_mostly_among(children)).filter(late()).values_list("child_id", flat=True)


def _soon(children: frozenset[int], by: Standing) -> Iterable[int]:
    return _dues(_mostly_among(children)).filter(soon()).values_list("child_id", flat=True)


def _unseen(children: frozenset[int], by: Standing) -> Iterable[int]:
    visiting = FIGURES["unseen"].clocks
    return (
        _dues(_mostly_among(children)).filter(late(), clock__in=visiting).values_list("child_id", flat=True)
    )


def _not_overseen(children: frozenset[int], by: Standing) -> Iterable[int]:
    found = without_footprint(by=by).filter(_mostly_among(children, "pk"))
    return found.order_by().values_list("pk", flat=True)


def _drifting(children: frozenset[int], by: Standing) -> Iterable[int]:
    rows = unexplained(Signal.objects.filter(_mostly_among(children), kind="drift"))
    return rows.values_list("child_id", flat=True)


def _incomplete(children: frozenset[int], by: Standing) -> Iterable[int]:
    rows = Signal.objects.filter(_mostly_among(children), kind="gap", state=MISSING)
    return rows.values_list("child_id", flat=True)


FOUND: dict[str, Callable[[frozenset[int], Standing], Iterable[int]]] = {
    "late": _late, "soon": _soon, "unseen": _unseen, "not_overseen": _not_overseen, "drifting": _drifting,
    "incomplete": _incomplete,
}  # fmt: skip
"""How each figure finds its children."""
