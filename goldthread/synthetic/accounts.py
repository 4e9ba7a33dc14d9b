"""The accounts behind the demonstration's sign-ins: made where they are missing, and never served in production."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password, make_password

from goldthread.record.models import Account, Post

from .sign_ins import PASSWORD, SIGN_INS
from .workforce import CASE_HOLDER, FIRST_LINE

TEAM = "Long-term 2"
ROLES = {"manager": FIRST_LINE, "worker": CASE_HOLDER}


def make_missing_sign_ins() -> None:
    """Every sign-in that has no account gets one; the manager and the worker are people of Long-term 2 once it is there.

    What somebody changed about an account stays as they left it.
    """
    held = {account.username: account for account in Account.objects.filter(username__in=_usernames())}
    missing = [sign_in for sign_in in SIGN_INS if sign_in.username not in held]
    password = make_password(PASSWORD) if missing else ""
    for sign_in in missing:
        held[sign_in.username] = Account.objects.create(
            username=sign_in.username, password=password, last_name=sign_in.role
        )
    for username, role in ROLES.items():
        if held[username].worker_id is None and (worker := _worker(role)):
            held[username].worker_id = worker
            held[username].save(update_fields=["worker"])


def with_the_known_password() -> list[str]:
    """The sign-ins, of those still active, that open with the password that everybody can read in this repository."""
    accounts = Account.objects.filter(username__in=_usernames(), is_active=True).order_by("username")
    return [account.username for account in accounts if check_password(PASSWORD, account.password)]


def _usernames() -> list[str]:
    return [sign_in.username for sign_in in SIGN_INS]


def _worker(role: str) -> int | None:
    posts = Post.objects.filter(team__name=TEAM, role=role, ended_on__isnull=True).order_by("pk")
    return posts.values_list("worker_id", flat=True).first()
