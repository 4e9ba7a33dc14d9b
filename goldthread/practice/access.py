"""Who may see which child: by their work, by being named, by breaking the glass, or for a reason.

Everything that lists, counts or opens asks here. `may_list` answers for all children at once, `seen_by` for one; both are
made of the same relations, and a test compares them with an oracle that was written apart from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from goldthread.practice.once_made import OnceMade
from goldthread.practice.relations import related, related_by
from goldthread.practice.standing import Standing, Work, standing_of
from goldthread.record.models import Account, Child, GlassBroken, NamedAccess, ReasonGiven, Restriction

NO_CHILD = 0
"""The key of no child."""

MOST_KEYS = 10_000  # of more, handing their keys over takes longer than finding them again


@dataclass(frozen=True, slots=True)
class Seen:
    """One child as one account stands to it. child is missing where there is none of that number."""

    standing: Standing
    child: Child | None
    restricted: bool = False
    sealed: bool = False
    named: bool = False
    broken: bool = False
    related: bool = False
    reason: str = ""


def restrictions_in_force() -> QuerySet[Restriction]:
    return Restriction.objects.filter(ended_at__isnull=True)


def seals_in_force() -> QuerySet[Restriction]:
    """The restrictions that the law makes, of children who were adopted: nobody breaks or lifts them."""
    return restrictions_in_force().exclude(sealed_under="")


def _guarded(standing: Standing) -> QuerySet[Restriction]:
    """The restrictions of which the account is guardian, or for which it was named; the sealed ones for a keeper."""
    return _guarded_by(standing.account, keeps=standing.role.keeps)


def _guarded_by(account: int, *, keeps: bool) -> QuerySet[Restriction]:
    named = NamedAccess.objects.filter(account_id=account, ended_at__isnull=True)
    mine = Q(guardian_id=account) | Q(pk__in=named.values("restriction_id"))
    if keeps:
        mine |= ~Q(sealed_under="")
    return restrictions_in_force().filter(mine)


def _opened_by_force(standing: Standing) -> QuerySet[Restriction]:
    """The restrictions whose glass the account broke less than a day ago."""
    return _opened_by(standing.account, standing.at)


def _opened_by(account: int, at: datetime) -> QuerySet[Restriction]:
    broken = GlassBroken.objects.filter(account_id=account, at__lte=at, until__gt=at)
    return restrictions_in_force().filter(pk__in=broken.values("restriction_id"))


def not_hidden(by: Account | Standing) -> QuerySet[Child]:
    """The children whose existence may be known to an account: all but the restricted for which it is not named.

    For an account that sees no children, none.
    """
    standing = by if isinstance(by, Standing) else standing_of(by)
    if not standing.role.sees_children:
        return Child.objects.none()
    return Child.objects.filter(_not_restricted() | _let_in(standing))


def hidden_from(by: Account | Standing) -> QuerySet[Child]:
    """The children of restricted records whose existence an account may not know, whatever its role sees else."""
    standing = by if isinstance(by, Standing) else standing_of(by)
    return Child.objects.filter(_restricted() & ~_let_in(standing))


def _restricted(child: str = "pk") -> Q:
    return Q(**{f"{child}__in": restrictions_in_force().values("child_id")})


def _not_restricted(child: str = "pk") -> Q:
    return ~_restricted(child)


def _let_in(standing: Standing, child: str = "pk") -> Q:
    return Q(**{f"{child}__in": _guarded(standing).values("child_id")}) | Q(
        **{f"{child}__in": _opened_by_force(standing).values("child_id")}
    )


def may_list(by: Account | Standing, *, once: bool = False) -> QuerySet[Child]:
    """The children whom lists, counts and searches may show to an account; lazy, so that it stands in other queries.

    once: the page asks for nobody else, so that it is not worth finding all of their keys first.
    """
    standing = by if isinstance(by, Standing) else standing_of(by)
    if not standing.role.sees_children:
        return Child.objects.none()
    if once and not standing.kept:
        return Child.objects.filter(_by_condition(standing, "pk"))
    return Child.objects.filter(_listed(standing, "pk"))


def listed(by: Account | Standing, child: str = "child_id") -> Q:
    """The same as a condition on the key of a child in another table."""
    standing = by if isinstance(by, Standing) else standing_of(by)
    if not standing.role.sees_children:
        return Q(pk__in=())
    return _listed(standing, child)


def _listed(standing: Standing, child: str) -> Q:
    """By their keys where they are few, which one page asks for several times; else by the conditions themselves.

    For who lists every record but the restricted, by the keys of those.
    """
    everybody = standing.whole or standing.role.lists_all
    name = "hidden" if everybody else "children"
    if name not in standing.kept:
        asked = hidden_from(standing) if everybody else Child.objects.filter(_by_condition(standing, "pk"))
        standing.kept[name] = list(asked.values_list("pk", flat=True)[: MOST_KEYS + 1])
    keys = standing.kept[name]
    if len(keys) > MOST_KEYS:
        return _by_condition(standing, child)
    among = Q(**{f"{child}__in": as_rows(keys)})
    return Q(**{f"{child}__isnull": False}) & ~among if everybody else among


def asked_of(standing: Standing) -> tuple[str, tuple[int, ...]]:
    """What tells the children that one account may list from those of another: the few keys by which a page asks for them.

    What is kept of a list for some minutes is kept under it, so that it holds only for whoever may list just these. Of more
    than MOST_KEYS the account itself has to be told too.
    """
    listed(standing)
    name = "hidden" if standing.whole or standing.role.lists_all else "children"
    return name, tuple(standing.kept.get(name, ()))


def as_rows(keys: Iterable[int]) -> RawSQL:
    """Keys as rows to select from, handed over as one value: as thousands of values they take longer than the answer."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])  # the keys are a parameter
    written = _written(keys if isinstance(keys, frozenset) else tuple(keys))
    return RawSQL("SELECT value FROM json_each(%s)", [written])  # the keys are a parameter


@lru_cache(maxsize=16)  # one page asks of the same children many times
def _written(keys: frozenset[int] | tuple[int, ...]) -> str:
    return json.dumps(list(keys))


def _by_condition(standing: Standing, child: str) -> Q:
    let_in = _let_in(standing, child)
    if standing.whole or standing.role.lists_all:
        return Q(**{f"{child}__isnull": False}) & (_not_restricted(child) | let_in)
    # Told apart like this, a database finds the few who are reached first and asks of them alone whether they are restricted.
    return (related(standing, child) | let_in) & (_not_restricted(child) | let_in)


def seen_by(by: Account | Standing, public_id: UUID) -> Seen:
    """How an account stands to the child of a public number: by the same questions for one that there is not.

    Small questions, each made once, because the ORM takes longer to make them than a database to answer them.
    """
    standing = by if isinstance(by, Standing) else standing_of(by)
    child = Child.objects.select_related("source").filter(public_id=public_id).first()
    key = child.pk if child is not None else NO_CHILD
    account, at = standing.account, standing.at
    sealed = [under for (under,) in _RESTRICTED(key)]
    named = _NAMED(key, account, keeps=standing.role.keeps)
    broken = _BROKEN(key, account, at)
    tied = _TIED(key, works=standing.works, day=standing.day)
    reasons = _REASON(key, account, at)
    if child is None:
        return Seen(standing, None)
    return Seen(
        standing, child, restricted=bool(sealed), sealed=any(sealed), named=bool(named), broken=bool(broken),
        related=bool(tied), reason=reasons[0][0] if reasons else "",
    )  # fmt: skip


def _reason(child: int, account: int, at: datetime) -> QuerySet[ReasonGiven, Any]:
    """The reason that an account gave for opening a record, the latest that still holds."""
    given = ReasonGiven.objects.filter(account_id=account, child_id=child, at__lte=at, until__gt=at)
    return given.order_by("-at", "-pk").values_list("why")[:1]


def _tied(child: int, *, works: tuple[Work, ...], day: date) -> QuerySet[Child, Any]:
    """The child, if somebody's work ties them to it."""
    return Child.objects.filter(related_by(works, day), pk=child).values_list("pk")[:1]


_RESTRICTED = OnceMade(
    lambda child: restrictions_in_force().filter(child_id=child).values_list("sealed_under")
)
_NAMED = OnceMade(
    lambda child, account, *, keeps: (
        _guarded_by(account, keeps=keeps).filter(child_id=child).values_list("pk")[:1]
    )
)
_BROKEN = OnceMade(
    lambda child, account, at: _opened_by(account, at).filter(child_id=child).values_list("pk")[:1]
)
_TIED, _REASON = OnceMade(_tied), OnceMade(_reason)


def may_record(by: Account | Standing, keys: Iterable[int]) -> set[int]:
    """Those of these children in whose records an account may write now: what opens to it, where its role records at all."""
    standing = by if isinstance(by, Standing) else standing_of(by)
    if not standing.role.records:
        return set()
    wanted = set(keys)
    known = wanted.intersection(standing.kept.get("opened", ()))
    return known if known == wanted else known | _opens(standing, wanted - known)


def opened(seen: Seen) -> None:
    """Keep with somebody's standing that the record of a child opened to it, so that it is not asked again for the same page."""
    if seen.child is not None:
        seen.standing.kept.setdefault("opened", []).append(seen.child.pk)


def _opens(standing: Standing, keys: set[int]) -> set[int]:
    """Those of these children whose records open to an account now, as `is_open` says of one.

    In small questions, because the ORM takes longer to put them all into one than a database to answer them.
    """
    restricted = _children_of(restrictions_in_force().filter(child_id__in=keys))
    let_in = set[int]()
    for opened_up in (_guarded(standing), _opened_by_force(standing)):
        let_in |= _children_of(opened_up.filter(child_id__in=keys))
    found: set[int] = set()
    if not standing.role.always_asks:
        theirs = Child.objects.filter(related(standing), pk__in=keys - restricted)
        found = let_in | set(theirs.values_list("pk", flat=True))
    if standing.role.asks:
        said = ReasonGiven.objects.filter(
            account_id=standing.account, at__lte=standing.at, until__gt=standing.at, child_id__in=keys
        )
        found |= _children_of(said) & (keys - restricted | let_in)
    return found


def _children_of(rows: QuerySet[Any, Any]) -> set[int]:
    return set(rows.values_list("child_id", flat=True))
