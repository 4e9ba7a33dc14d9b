"""Taking a contact at the front door: one call about one child or several, and children who were never heard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError

from goldthread.practice.access import Seen, seen_by
from goldthread.practice.actions import NotAllowed, action, add
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.opening import allows
from goldthread.practice.recording.children import record_relationship, register_child
from goldthread.practice.recording.contacts import receive_contact
from goldthread.practice.restricting import give_reason
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Address, Child, Contact, Relationship


@dataclass(frozen=True, slots=True)
class NewChild:
    """A child who was never heard of, as far as somebody told: names, birth date or when expected, and where they live."""

    given_name: str = ""
    family_name: str = ""
    born_on: date | None = None
    expected_on: date | None = None
    sex: str | None = None
    upn: str = ""
    lines: str = ""
    postcode: str = ""


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
    seen = [seen_by(by, number) for number in dict.fromkeys(known)]
    if new or not all(allows("record", each) for each in seen):
        _must_take_contacts(by)
    if not (known or new):
        raise ValidationError("Say which child it is about.")
    if not told.worry.strip():
        raise ValidationError({"worry": "Say what they are worried about."})
    children = [_opened(each, by, _why(told)) for each in seen] + [_begun(each, by) for each in new]
    if siblings:
        _tie(children, by)
    together = str(uuid4()) if len(children) > 1 else ""
    said = {each.name: getattr(told, each.name) for each in fields(told)}
    return [receive_contact(child=child, by=by, together=together, **said) for child in children]


@action
def open_for_contact(*, by: Account, known: Sequence[UUID]) -> list[Child]:
    """Open the records of a child and the brothers and sisters whom a contact is about, with the contact as the reason.

    Raises RecordNotFound for one whom they may not know of, NotAllowed for a role that takes no contacts.
    """
    seen = [seen_by(by, number) for number in dict.fromkeys(known)]
    if not all(allows("record", each) for each in seen):
        _must_take_contacts(by)
    return [
        _opened(each, by, "Taking a contact at the front door about this child or family.") for each in seen
    ]


def _must_take_contacts(by: Account) -> None:
    if not standing_of(by).role.takes_contacts:
        raise NotAllowed(
            "Contacts are taken by duty workers, emergency duty and managers. Pass it on to one of them."
        )


def _opened(seen: Seen, by: Account, why: str) -> Child:
    if seen.child is None:
        raise RecordNotFound
    if not allows("record", seen):
        give_reason(public_id=seen.child.public_id, by=by, why=why)
    return seen.child


def _why(told: Told) -> str:
    who = told.referrer_agency or told.referrer_name or "Somebody"
    return f"Took a contact at the front door: {who} told us something."


def _begun(new: NewChild, by: Account) -> Child:
    if not (new.given_name.strip() or new.family_name.strip()):
        raise ValidationError("Give at least one name of each child, or of an unborn child the family's.")
    child = register_child(
        by=by, given_name=new.given_name.strip(), family_name=new.family_name.strip(), born_on=new.born_on,
        expected_on=new.expected_on, sex=new.sex, upn=new.upn.strip().upper(),
    )  # fmt: skip
    if new.lines.strip() or new.postcode.strip():
        add(Address(child=child, kind="home", lines=new.lines.strip(), postcode=new.postcode.strip().upper()))
    return child


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
