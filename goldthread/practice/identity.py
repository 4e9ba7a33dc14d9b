"""Adoption: a new record under a new name, the old one sealed, and the link between them kept where only its keeper reads it.

It is several deeds and not one: an audit line that told of both records would be the link. What belongs to the new record
is written down under a request number of its own. The rule of what goes on is `CARRIED`, in words for the page that asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from goldthread.practice.access import restrictions_in_force, seals_in_force
from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import may_be_changed
from goldthread.practice.doors import RecordNotFound, reader_of
from goldthread.practice.due import rebuild
from goldthread.practice.holding import ROLES as HOLDING
from goldthread.practice.moment import now, today
from goldthread.practice.reasons import said
from goldthread.practice.recording import (
    allocate_child,
    begin_family_help,
    begin_plan,
    end_care,
    register_child,
)
from goldthread.practice.restricting import AccessRefused, give_reason
from goldthread.practice.retaining import refuse_if_held
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    CareEpisode,
    Child,
    Disability,
    EducationPlan,
    FamilyHelpEpisode,
    Permanence,
    Plan,
    ReadLog,
    Recorded,
    Restriction,
    SealedIdentity,
)

UNDER = "Adoption and Children Act 2002, sections 56 to 65"

CARRIED = (
    "Who holds the child as social worker or lead practitioner, and which team.",
    "A child in need plan or a child protection plan that is open, as a new plan of the same kind and category.",
    "Family help that is open.",
    "Disabilities, and the latest education, health and care plan.",
    "Birth date, sex, ethnic background and language.",
)
"""What goes on under the new identity, from the day on which it is given. Everything else ends with the old record."""

NOT_CARRIED = (
    "Names, numbers, addresses, family, contacts, assessments, visits, reviews and everything else that has happened.",
    "Care, legal status, placement and the reviewing officer, which the adoption order ends.",
    "Duties that were late: they lapse on the old record, and the new one counts from the day on which it begins.",
    "Precautions: what endangers the child under the new name is recorded again in words that name nobody of before.",
)


@dataclass(frozen=True, slots=True)
class NewIdentity:
    """By what the child is known from now on. la_child_id, upn: new numbers; a former pupil number is not carried."""

    given_name: str
    family_name: str
    la_child_id: str = ""
    upn: str = ""


def may_be_given(child: Child, by: Account) -> bool:
    """Whether an account may give this child a new identity now."""
    return (
        standing_of(by).role.keeps
        and adoption_order_of(child) is not None
        and not seals_in_force().filter(child=child).exists()
    )


def adoption_order_of(child: Child) -> date | None:
    """The day of the adoption order; None where none is recorded."""
    orders = Permanence.unwithdrawn.filter(child=child, order_on__isnull=False, order_on__lte=today())
    return orders.order_by("-order_on").values_list("order_on", flat=True).first()


def is_sealed(child: Child) -> bool:
    """Whether a record that somebody has open is sealed."""
    return seals_in_force().filter(child=child).exists()


def give_new_identity(*, child: Child, by: Account, new: NewIdentity, why: str) -> Child:
    """Give an adopted child a new record and seal the old one; gives the new. One transaction of several deeds.

    Raises AccessRefused where the role keeps no adoption records, no adoption order is recorded, the record is sealed
    already, a name is missing, or too little is said of why; Held where a legal hold keeps the record open.
    """
    said(why, AccessRefused)
    if not (new.given_name.strip() and new.family_name.strip()):
        raise AccessRefused("Say the child's new given name and family name.")
    if not standing_of(by).role.keeps:
        raise AccessRefused("The keeper of adoption records gives a new identity. Ask them.")
    order_on = adoption_order_of(child)
    if order_on is None:
        raise AccessRefused("No adoption order is recorded. Record the day of the order first.")
    if is_sealed(child):
        raise AccessRefused("This record is sealed already.")
    refuse_if_held(child)
    with transaction.atomic():
        going_on = _what_goes_on(child)
        seal_record(child=child, by=by, order_on=order_on, why=why)
        with _another_request():
            after = _begin(child, by, new, going_on)
        with _another_request():
            keep_link(before=child, after=after, by=by, order_on=order_on)
    return after


@action
def seal_record(*, child: Child, by: Account, order_on: date, why: str) -> Restriction:
    """Seal the record of a child who was adopted: all that is open in it ends, and nobody but its keeper knows of it."""
    for earlier in restrictions_in_force().filter(child=child):
        change(earlier, ended_at=timezone.now(), ended_because="The record is sealed.")
    for episode in filter(may_be_changed, _open(CareEpisode, child)):
        end_care(episode=episode, by=by, ended_on=max(order_on, episode.began_on))
    for model in (Plan, FamilyHelpEpisode, Allocation):
        for row in filter(may_be_changed, _open(model, child)):
            change(row, ended_on=max(today(), row.began_on or today()))
    sealed = add(
        Restriction(
            child=child,
            guardian=by,
            why=why.strip(),
            began_by=by,
            began_at=timezone.now(),
            sealed_under=UNDER,
        )
    )
    rebuild([child.pk])
    return sealed


@action
def record_standing_facts(
    *, child: Child, by: Account, disabilities: Iterable[str], education_plan: dict[str, Any] | None
) -> Child:
    """Record a child's disabilities, and the education, health and care plan that is in force."""
    for kind in disabilities:
        add(Disability(child=child, kind=kind))
    if education_plan:
        add(EducationPlan(child=child, kind="education-health-care", **education_plan))
    return child


@action
def keep_link(*, before: Child, after: Child, by: Account, order_on: date) -> SealedIdentity:
    """Keep, sealed, which new record follows which old one."""
    return add(SealedIdentity(before=before, after=after, order_on=order_on, under=UNDER, by=by, at=now()))


def sealed_identities(by: Account) -> QuerySet[SealedIdentity]:
    """Every link by when and by whom it was sealed, and not of whom, for the keeper. Raises RecordNotFound for others."""
    if not standing_of(reader_of(by)).role.keeps:
        raise RecordNotFound
    return (
        SealedIdentity.objects.only("pk", "order_on", "under", "at", "by")
        .select_related("by__worker")
        .order_by("-pk")
    )


def read_link(number: int, *, by: Account, why: str) -> tuple[Child, Child]:
    """The old and the new record of one link, for the keeper, the reading written down in the same transaction.

    The log says that this link was read, and neither child: it would be the link over again. Raises RecordNotFound for
    everybody else and where there is none, AccessRefused for too few words.
    """
    keeper = reader_of(by)
    if not standing_of(keeper).role.keeps:
        raise RecordNotFound
    said(why, AccessRefused)
    with transaction.atomic():
        link = SealedIdentity.objects.select_related("before", "after").filter(pk=number).first()
        if link is None:
            raise RecordNotFound
        ReadLog.objects.create(
            account=keeper, what="identity", page=f"sealed: link {link.pk}", why=why.strip(), shown=[], rows=1
        )
    return link.before, link.after


@dataclass(frozen=True, slots=True)
class _GoingOn:
    """What of the old record is open and goes on, read before it ends."""

    allocations: list[Allocation]
    plans: list[Plan]
    help: list[FamilyHelpEpisode]
    disabilities: list[str]
    education_plan: dict[str, Any] | None


def _what_goes_on(child: Child) -> _GoingOn:
    latest = (
        EducationPlan.unwithdrawn.filter(child=child, kind="education-health-care", held_on__isnull=False)
        .order_by("-held_on", "-pk")
        .first()
    )
    return _GoingOn(
        [row for row in _open(Allocation, child) if row.role in HOLDING and row.role != "personal-adviser"],
        list(_open(Plan, child)),
        list(_open(FamilyHelpEpisode, child)),
        sorted(set(Disability.unwithdrawn.filter(child=child).values_list("kind", flat=True))),
        {"held_on": latest.held_on} if latest else None,
    )


def _begin(old: Child, by: Account, new: NewIdentity, going_on: _GoingOn) -> Child:
    """The new record. Its deeds are those by which any record begins, so that no log tells it from another."""
    day = today()
    after = register_child(
        by=by,
        given_name=new.given_name.strip(),
        family_name=new.family_name.strip(),
        born_on=old.born_on,
        sex=old.sex,
        gender=old.gender,
        ethnicity=old.ethnicity,
        disabled=old.disabled,
        first_language=old.first_language,
        la_child_id=new.la_child_id.strip(),
        upn=new.upn.strip(),
    )
    give_reason(public_id=after.public_id, by=by, why="The record begins, and what goes on is recorded.")
    if going_on.disabilities or going_on.education_plan:
        record_standing_facts(
            child=after, by=by, disabilities=going_on.disabilities, education_plan=going_on.education_plan
        )
    for held in going_on.allocations:
        allocate_child(child=after, by=by, began_on=day, worker=held.worker, team=held.team, role=held.role)
    for plan in going_on.plans:
        category = plan.latest_category or plan.initial_category
        begin_plan(child=after, by=by, kind=plan.kind, began_on=day, category=category)
    for each in going_on.help:
        begin_family_help(child=after, by=by, began_on=day, basis=each.basis, organisation=each.organisation)
    return after


def _open(model: type[Recorded], child: Child) -> QuerySet[Any]:
    return model.unwithdrawn.filter(child=child, ended_on=None).order_by("pk")


def _another_request() -> Any:
    """A request number that no other line of the logs has."""
    return structlog.contextvars.bound_contextvars(request_id=uuid4().hex)
