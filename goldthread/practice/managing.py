"""What only a manager decides."""

from __future__ import annotations

from goldthread.practice.actions import NotAllowed
from goldthread.practice.standing import role_today
from goldthread.record.models import Account


def is_manager(by: Account) -> bool:
    """Whether an account is in a role today that manages, in its own right: what it covers for others does not count."""
    return role_today(Account.objects.get(pk=by.pk)).arranges


def must_manage(by: Account, what: str) -> None:
    """Raises NotAllowed for somebody who is no manager. what: is asked, such as "A contact is decided"."""
    if not is_manager(by):
        raise NotAllowed(f"{what} by a manager. Ask yours.")
