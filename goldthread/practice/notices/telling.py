"""Telling somebody of something, and marking what was told as read."""

from __future__ import annotations

import re

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.moment import now
from goldthread.practice.notices.choosing import choices_of, goes_into_digest
from goldthread.practice.notices.kinds import KINDS, NOT
from goldthread.practice.notices.seeing import hidden_of, notices_of, unread_of
from goldthread.record.models import Account, Child, GlassBroken, Notice

ADDRESS = re.compile(r"(?:/[a-z0-9-]+)*/(?:#[a-z0-9-]+)?")


def tell(
    *,
    to: Account,
    what: str,
    words: str,
    child: Child | None = None,
    address: str = "",
    about: GlassBroken | None = None,
    once: str = "",
) -> Notice | None:
    """Tell an account of something, within a deed; None where it is not told, by its own choice or because it may not know.

    what: one of ``KINDS``. words: without a child's name. address: the page it leads to. once: what is told once only.
    Raises KeyError for another kind, ValueError for an address that could hold a name.
    """
    kind = KINDS[what]
    if address and not ADDRESS.fullmatch(address):
        raise ValueError(
            f"A notice leads to {address!r}; expected a path of words, numbers and dashes, such as /waiting/."
        )
    chosen = choices_of([to.pk], [what])[to.pk, what]
    if not to.is_active or (chosen.how == NOT and not kind.always):
        return None
    if child is not None and to.pk not in hidden_of([child.pk]).get(child.pk, {to.pk}):
        return None
    if once and Notice.objects.filter(account=to, about_child=child, once=once).exists():
        return None
    return add(
        Notice(
            account=to, kind=what, about_child=child, words=words, address=address, about=about, once=once, at=now(),
            in_digest=goes_into_digest(chosen),
        )
    )  # fmt: skip


@action
@checks_itself("of one's own notices, which name no child")
def open_notice(*, number: int, by: Account) -> Notice | None:
    """Mark one thing that an account was told as read; None where there is none of that number for it."""
    found = notices_of(by).filter(pk=number).first()
    if found is not None and found.read_at is None:
        change(found, read_at=now())
    return found


@action
@checks_itself("of one's own notices, which name no child")
def mark_notices_read(*, by: Account) -> int:
    """Mark everything that an account was told as read."""
    unread = list(unread_of(by))
    for notice in unread:
        change(notice, read_at=now())
    return len(unread)
