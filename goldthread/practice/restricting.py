"""Restricted records: who guards one, who is named, and breaking the glass when nobody named can be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from goldthread.practice.access import restrictions_in_force, seen_by
from goldthread.practice.actions import action, add, change, checks_itself, touched
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.notices.telling import tell
from goldthread.practice.opening import allows
from goldthread.practice.reasons import said
from goldthread.practice.roles import role_of
from goldthread.practice.standing import Standing, managers_of, staff_of, standing_of
from goldthread.record.models import (
    Account,
    Child,
    GlassBroken,
    NamedAccess,
    ReasonGiven,
    Restriction,
)
from goldthread.vocabulary import Fault

GLASS_STANDS = timedelta(hours=24)
REASON_STANDS = timedelta(hours=1)


class AccessRefused(Fault):
    """What somebody asked about access cannot be done; it says what to do instead."""


@action
@checks_itself("the record opens by it, and only for a role that may ask")
def give_reason(*, public_id: UUID, by: Account, why: str) -> ReasonGiven:
    """Take down why somebody opens a record that is not theirs by their work.

    It stands for an hour. Raises RecordNotFound for *absent* and *restricted* alike, AccessRefused for too few words.
    """
    said(why, AccessRefused)
    seen = seen_by(by, public_id)
    if seen.child is None or not allows("give a reason", seen):
        raise RecordNotFound
    at = timezone.now()
    return add(ReasonGiven(child=seen.child, account=by, why=why.strip(), at=at, until=at + REASON_STANDS))


@action
def restrict_record(*, child: Child, by: Account, guardian: Account, why: str) -> Restriction:
    """Let only named people know of a record. Whoever restricts it is named beside the guardian.

    Raises AccessRefused where the role does not restrict, the guardian sees no children, or it is restricted already.
    """
    said(why, AccessRefused)
    if not standing_of(by).role.arranges:
        raise AccessRefused("A manager or the director restricts a record. Ask one of them.")
    if restrictions_in_force().filter(child=child).exists():
        raise AccessRefused("This record is restricted already.")
    _sees_children(guardian)
    restriction = add(
        Restriction(child=child, guardian=guardian, why=why.strip(), began_by=by, began_at=timezone.now())
    )
    if by != guardian:
        add(NamedAccess(restriction=restriction, account=by, why="Restricted it."))
    return restriction


@action
def name_person(
    *, restriction: Restriction, by: Account, account: Account, why: str, under: str = ""
) -> NamedAccess:
    """Let one more person open a restricted record. Its guardian only; raises AccessRefused.

    under: by which law they may, without which nobody is named for a sealed record.
    """
    _guardian_only(restriction, by)
    if restriction.sealed_under and not under.strip():
        raise AccessRefused("This record is sealed. Say by which law, order or consent they may read it.")
    _sees_children(account)
    touched(restriction)
    if account == restriction.guardian or _named(restriction).filter(account=account).exists():
        raise AccessRefused(f"{account.shown_name} can open it already.")
    return add(NamedAccess(restriction=restriction, account=account, why=why.strip(), under=under.strip()))


@action
def take_name_off(*, named: NamedAccess, by: Account) -> NamedAccess:
    """Let somebody open a restricted record no longer. Its guardian only; raises AccessRefused."""
    _guardian_only(named.restriction, by)
    touched(named.restriction)
    return change(named, ended_at=timezone.now())


@action
def lift_restriction(*, restriction: Restriction, by: Account, why: str) -> Restriction:
    """Let everybody whose work it is open the record again. Its guardian only; raises AccessRefused."""
    _guardian_only(restriction, by)
    said(why, AccessRefused)
    if restriction.sealed_under:
        raise AccessRefused("This record is sealed by law, which no reason lifts.")
    return change(restriction, ended_at=timezone.now(), ended_because=why.strip())


@action
@checks_itself("the record opens by it, and only for a role that may break the glass")
def break_glass(*, public_id: UUID, by: Account, why: str) -> GlassBroken:
    """Open a restricted record for a day without being named. The guardian and the manager are told.

    Raises RecordNotFound for *absent* and *not restricted* alike, AccessRefused for too few words.
    """
    said(why, AccessRefused)
    seen = seen_by(by, public_id)
    if seen.child is None or not seen.standing.role.breaks_glass or not allows("break the glass", seen):
        raise RecordNotFound
    restriction = restrictions_in_force().select_related("guardian").get(child=seen.child)
    touched(restriction)
    at = timezone.now()
    broken = add(
        GlassBroken(restriction=restriction, account=by, why=why.strip(), at=at, until=at + GLASS_STANDS)
    )
    words = f"{by.shown_name} broke the glass of a restricted record."  # the reason may name the child
    for told in {restriction.guardian, *managers_of(by)} - {by}:
        tell(to=told, what="glass", words=words, about=broken, address="/access/register/")
    return broken


@action
@checks_itself("the guardian or the director judges a use without opening the record")
def review_broken_glass(*, broken: GlassBroken, by: Account, found: str, review: str) -> GlassBroken:
    """Say whether breaking the glass was right. found: ``right`` or ``wrong``. Nobody reviews their own.

    Raises AccessRefused.
    """
    said(review, AccessRefused)
    if not may_review(broken, standing_of(by)):
        raise AccessRefused(
            "The guardian of the record reviews this, or the director; nobody reviews their own."
        )
    touched(broken.restriction)
    return change(broken, found=found, review=review.strip(), reviewed_by=by, reviewed_at=timezone.now())


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One use of breaking the glass. child is missing for a reader who may not know whose record it was.

    told: whether its words may be read, which could name the child: by who may know, by a reviewer, by who wrote them.
    """

    broken: GlassBroken
    child: Child | None
    to_review: bool
    told: bool


def register_for(standing: Standing) -> QuerySet[GlassBroken]:
    """The uses that an account may read: of records it guards, by people it manages, its own; all for who oversees."""
    found = GlassBroken.objects.select_related(
        "restriction__child", "restriction__guardian__worker", "account__worker", "reviewed_by__worker"
    ).order_by("-at", "-pk")
    if standing.role.oversees:
        return found
    return found.filter(
        Q(restriction__guardian_id=standing.account)
        | Q(account_id=standing.account)
        | Q(account__worker_id__in=staff_of(standing).values("worker_id"))
    )


def lines_of(uses: Iterable[GlassBroken], standing: Standing, known: frozenset[int]) -> list[RegisterLine]:
    """The uses as their reader may see them. known: the keys of the children that the reader may list."""
    return [
        RegisterLine(
            each,
            each.restriction.child if each.restriction.child_id in known else None,
            not each.found and may_review(each, standing),
            each.restriction.child_id in known
            or may_review(each, standing)
            or each.account_id == standing.account,
        )
        for each in uses
    ]


def may_review(broken: GlassBroken, standing: Standing) -> bool:
    """The guardian, or the director; nobody their own."""
    if broken.account_id == standing.account:
        return False
    return broken.restriction.guardian_id == standing.account or standing.role.code == "director"


def restriction_guarded_by(child: Child, by: Account) -> Restriction | None:
    """The restriction of a child, for its guardian only, or of a sealed record for a keeper."""
    found = restrictions_in_force().filter(child=child).first()
    return found if found is not None and _guards(found, by) else None


def is_restricted(child: Child) -> bool:
    """Whether a record that somebody has open is restricted."""
    return restrictions_in_force().filter(child=child).exists()


def named_for(restriction: Restriction) -> QuerySet[NamedAccess]:
    """Who is named besides the guardian."""
    return _named(restriction).select_related("account__worker").order_by("pk")


def _named(restriction: Restriction) -> QuerySet[NamedAccess]:
    return NamedAccess.objects.filter(restriction=restriction, ended_at__isnull=True)


def _guards(restriction: Restriction, by: Account) -> bool:
    return restriction.guardian_id == by.pk or bool(restriction.sealed_under and standing_of(by).role.keeps)


def _guardian_only(restriction: Restriction, by: Account) -> None:
    if not _guards(restriction, by):
        raise AccessRefused("Only the guardian of the record does this.")
    if restriction.ended_at is not None:
        raise AccessRefused("This record is restricted no longer.")


def _sees_children(account: Account) -> None:
    if not account.is_active or not role_of(account.role).sees_children:
        raise AccessRefused(f"{account.shown_name} has a role that sees no children. Choose somebody else.")
