"""Taking a contact at the front door: one call about one child or several, and children who were never heard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from goldthread.practice.access import allows, seen_by
from goldthread.practice.actions import NotAllowed, action
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.recording.children import record_relationship, register_child
from goldthread.practice.recording.contacts import receive_contact
from goldthread.practice.restricting import give_reason
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Child, Contact, Relationship


@dataclass(frozen=True, slots=True)
class NewChild:
    """A child who was never heard of, as far as somebody told: a name, and the birth date or when the baby is expected."""

    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    expected_on: date | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told, as ``receive_contact`` takes it: the same for each child whom it is about."""

    worry: str
    received_at: datetime | None = None
    received_on: date | None = None
    received_from: str | None = None
    referrer_agency: str = ""
    referrer_name: str = ""
    referrer_role: str = ""
    consent: str | None = None
    consent_because: str = ""
    else_known: str = ""
    indicators: Sequence[str] = ()
    harm_suspected: bool = False


@action
def take_contact(
    *,
    by: Account,
    told: Told,
    known: Sequence[UUID] = (),
    new: Sequence[NewChild] = (),
    siblings: bool = True,
) -> list[Contact]:
    """Take a contact at the front door: one for each child whom it is about, tied together.

    known: the public numbers of children whom we know; a record that is not theirs by work opens to whoever takes the
    contact, by the contact as its reason, and is written down so. new: children to begin a record for. siblings: whether all
    of them are brothers and sisters; what is not recorded of that yet is.
    Raises RecordNotFound for a child whom they may not know of, NotAllowed for a role that takes no contacts.
    """
    if not standing_of(by).role.takes_contacts:
        raise NotAllowed(
            "Contacts are taken by duty workers, emergency duty and managers. Pass it on to one of them."
        )
    if not (known or new):
        raise ValidationError("Say which child it is about.")
    if not told.worry.strip():
        raise ValidationError({"worry": "Say what they are worried about."})
    children = [_opened(number, by, told) for number in dict.fromkeys(known)] + [
        _begun(each, by) for each in new
    ]
    if siblings:
        _tie(children, by)
    together = str(uuid4()) if len(children) > 1 else ""
    said = {each.name: getattr(told, each.name) for each in fields(told)}
    return [receive_contact(child=child, by=by, together=together, **said) for child in children]


def _opened(number: UUID, by: Account, told: Told) -> Child:
    seen = seen_by(by, number)
    if seen.child is None:
        raise RecordNotFound
    if not allows("record", seen):
        who = told.referrer_agency or told.referrer_name or "Somebody"
        give_reason(
            public_id=number, by=by, why=f"Took a contact at the front door: {who} told us something."
        )
    return seen.child


def _begun(new: NewChild, by: Account) -> Child:
    if not (new.given_name.strip() or new.family_name.strip()):
        raise ValidationError("Give at least one name of each child, or of an unborn child the family's.")
    return register_child(
        by=by, given_name=new.given_name.strip(), family_name=new.family_name.strip(), born_on=new.born_on,
        expected_on=new.expected_on, sex=new.sex,
    )  # fmt: skip


def _tie(children: Sequence[Child], by: Account) -> None:
    """Record, from both ends, that children are brothers and sisters where nothing ties them yet."""
    keys = [child.pk for child in children]
    tied = set(
        Relationship.unwithdrawn.filter(child__in=keys, other_child__in=keys).values_list(
            "child_id", "other_child_id"
        )
    )
    for child in children:
        for other in children:
            if child != other and not {(child.pk, other.pk), (other.pk, child.pk)} & tied:
                record_relationship(child=child, by=by, kind="sibling", other_child=other)
