"""How long each record is kept and why, worked out from the record and never typed; and the holds that keep it longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from goldthread.practice.access import may_list, seen_by
from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now, today
from goldthread.practice.once_made import OnceMade
from goldthread.practice.opening import allows
from goldthread.practice.reasons import said
from goldthread.practice.standing import Standing, begun, in_force, standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    Assessment,
    CareEpisode,
    CarerHousehold,
    Child,
    Contact,
    Enquiry,
    Entitlement,
    FamilyHelpEpisode,
    LegalHold,
    Permanence,
    Plan,
    Recorded,
    Referral,
)
from goldthread.rulebook.calendar import add_years
from goldthread.rulebook.retention import SHORTEST, Facts, Kept, kept
from goldthread.vocabulary import Fault

LEAVING = ("relevant", "former-relevant")

ENDS: tuple[tuple[type[Recorded], str], ...] = (
    (Referral, "closed_on"),
    (Referral, "decided_on"),
    (Referral, "received_on"),
    (Contact, "received_on"),
    (Plan, "ended_on"),
    (CareEpisode, "ended_on"),
    (Entitlement, "ended_on"),
    (FamilyHelpEpisode, "ended_on"),
    (Assessment, "authorised_on"),
    (Enquiry, "concluded_on"),
    (Allocation, "ended_on"),
)
"""The days on which something with us came, was decided or ended; the last of them is when a record closed."""


class Held(Fault):
    """The record is under a legal hold, so what was asked cannot be done to it."""


def needs_governance(by: Account | Standing) -> Standing:
    """How somebody stands who sees to what is kept. Raises RecordNotFound for anybody else."""
    standing = by if isinstance(by, Standing) else standing_of(by)
    if not standing.role.governs:
        raise RecordNotFound
    return standing


def sees_to(child: Child, by: Account) -> None:
    """Raises RecordNotFound unless somebody sees to what is kept and the child's record opens to them now."""
    standing = needs_governance(by)
    if not allows("open", seen_by(standing, child.public_id)):
        raise RecordNotFound


BECAUSE = "only who sees to what is kept does it, and only where the record opens to them"
"""Why the deeds about keeping and copies check by themselves who does them: their role writes nothing else in a record."""

# --- until when -----------------------------------------------------------------------------------------------------


def kept_of(child: Child) -> Kept:
    """How long one child's record is kept, and why."""
    [row] = _ONE(child.pk, day=today())
    return _kept(row)[1]


def kept_of_many(children: QuerySet[Child]) -> Iterator[tuple[int, Kept]]:
    """The same for several, by key, in one query."""
    yield from map(_kept, _facts(children, today()).iterator(5_000))


def _facts(children: QuerySet[Child], day: date) -> QuerySet[Child, Any]:
    """What the rules of keeping ask of each child."""
    return children.annotate(
        **{f"last_{place}": _last(model, column, day) for place, (model, column) in enumerate(ENDS)},
        adopted_on=Subquery(
            Permanence.unwithdrawn.filter(child=OuterRef("pk"), order_on__isnull=False)
            .order_by("order_on")
            .values("order_on")[:1]
        ),
        was_in_care=_any(CareEpisode),
        was_leaving=_any(Entitlement, Q(category__in=LEAVING)),
        was_protected=_any(Plan, Q(kind="child-protection")) | _any(Enquiry),
        was_helped=_any(Plan) | _any(Assessment) | _any(FamilyHelpEpisode) | _any(Referral, _taken_up()),
        is_open=_open(day),
    ).values_list(
        "pk", "born_on", "died_on", "adopted_on", "was_in_care", "was_leaving", "was_protected", "was_helped", "is_open",
        *(f"last_{place}" for place in range(len(ENDS))),
    )  # fmt: skip


_ONE = OnceMade(lambda key, *, day: _facts(Child.objects.filter(pk=key), day))


def _kept(row: tuple[Any, ...]) -> tuple[int, Kept]:
    pk, born, died, adopted, in_care, leaving, protected, helped, is_open, *ends = row
    facts = Facts(
        born_on=born,
        died_on=died,
        adopted_on=adopted,
        in_care=in_care,
        leaving_care=leaving,
        protected=protected,
        helped=helped,
        open=is_open and died is None,
        closed_on=max((each for each in [*ends, died] if each is not None), default=None),
    )
    return pk, kept(facts)


def _any(model: type[Recorded], where: Q | None = None) -> Exists:
    return Exists(model.unwithdrawn.filter(where or Q(), child=OuterRef("pk")))


def _last(model: type[Recorded], column: str, day: date) -> Subquery:
    mine = model.unwithdrawn.filter(**{"child": OuterRef("pk"), f"{column}__lte": day}).order_by()
    return Subquery(mine.values("child").annotate(last=Max(column)).values("last"))


def _taken_up() -> Q:
    """A referral that was not turned away."""
    turned_away = Q(no_further_action=True) | Q(decision__in=("no-further-action", "early-help"))
    return ~(turned_away & Q(decision__isnull=False)) & ~Q(no_further_action=True)


def _open(day: date) -> Q:
    """Something is under way with us, or somebody holds the child."""
    waiting = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    return (
        Q(_any(Referral, waiting & _taken_up()))
        | Q(_any(Plan, in_force(day)))
        | Q(_any(CareEpisode, in_force(day)))
        | Q(_any(Entitlement, in_force(day)))
        | Q(_any(FamilyHelpEpisode, in_force(day)))
        | Q(_any(Allocation, begun(day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))))
    )


@dataclass(frozen=True, slots=True)
class ToReview:
    """One record whose last day is past: whether it is held is said beside it."""

    child: int
    kept: Kept
    held: bool


def due_for_review(by: Account | Standing) -> list[ToReview]:
    """The records that somebody may list whose last day is past, the longest past first. Nothing is erased by itself.

    Raises RecordNotFound for whoever does not see to what is kept.
    """
    standing = needs_governance(by)
    day = today()
    since = add_years(day, -SHORTEST)
    may = may_list(standing).exclude(
        Q(_any(Contact, Q(received_on__gte=since))) | Q(_any(Referral, Q(received_on__gte=since)))
    )
    found = [(child, each) for child, each in kept_of_many(may) if each.due_for_review(day)]
    held = set(holds_in_force().values_list("child_id", flat=True))
    found.sort(key=lambda pair: (pair[1].until or day, pair[0]))
    return [ToReview(child, each, child in held) for child, each in found]


def households_due_for_review(by: Account | Standing) -> list[tuple[CarerHousehold, Kept]]:
    """The foster households whose last day is past, the longest past first."""
    needs_governance(by)
    found = [
        (each, kept_of_household(each)) for each in CarerHousehold.unwithdrawn.order_by("ended_on", "pk")
    ]
    return [pair for pair in found if pair[1].due_for_review(today())]


def kept_of_household(household: CarerHousehold) -> Kept:
    """How long one foster household's file is kept, and why."""
    return kept(Facts(carers=True, approved_on=household.approved_on, closed_on=household.ended_on))


# --- legal holds ----------------------------------------------------------------------------------------------------


def holds_in_force() -> QuerySet[LegalHold]:
    return LegalHold.objects.filter(ended_at__isnull=True)


def holds_on(child: Child) -> list[LegalHold]:
    """Every hold on a record, those in force first."""
    holds = LegalHold.objects.filter(child=child).select_related("began_by__worker", "ended_by__worker")
    return sorted(holds, key=lambda each: (each.ended_at is not None, -each.pk))


def held_of(children: Iterable[int]) -> set[int]:
    """Which of these children's records are under a hold."""
    return set(holds_in_force().filter(child__in=list(children)).values_list("child_id", flat=True))


def refuse_if_held(child: Child) -> None:
    """Raises Held where a record is under a legal hold: it can be neither erased nor sealed away."""
    hold = holds_in_force().filter(child=child).order_by("pk").first()
    if hold is not None:
        raise Held(
            f"This record is under a legal hold since {timezone.localdate(hold.began_at):%-d %B %Y}: {hold.why} "
            "It can be neither erased nor sealed away until the hold is lifted."
        )


@action
@checks_itself(BECAUSE)
def place_hold(*, child: Child, by: Account, why: str) -> LegalHold:
    """Keep a record whatever its date, for a reason such as an inquiry or a court.

    Raises RecordNotFound for whoever does not see to what is kept, Fault for too few words.
    """
    sees_to(child, by)
    return add(LegalHold(child=child, why=said(why), began_by=by, began_at=now()))


@action
@checks_itself(BECAUSE)
def lift_hold(*, hold: LegalHold, by: Account, why: str) -> LegalHold:
    """Let a record be reviewed by its date again. Raises RecordNotFound, Fault where it was lifted before."""
    sees_to(hold.child, by)
    hold.refresh_from_db()
    if hold.ended_at is not None:
        raise Fault("This hold was lifted before.")
    return change(hold, ended_at=now(), ended_by=by, ended_because=said(why))
