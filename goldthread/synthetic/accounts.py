"""The accounts behind the demonstration's sign-ins: made where they are missing, and never served in production."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password

from goldthread.practice.moment import today
from goldthread.record.models import Account, Allocation, Delegation, Post, Restriction

from .governance import ask_for_one, hold_one
from .leadership import MIDDLE_MANAGER, REVIEWING, SENIOR_MANAGER, TOP
from .sign_ins import PASSWORD, SIGN_INS
from .workforce import CASE_HOLDER, FIRST_LINE, WITHOUT_CASES

TEAM = "Long-term 2"
POSTS: dict[str, tuple[str, str | None]] = {
    "manager": (TEAM, FIRST_LINE),
    "worker": (TEAM, CASE_HOLDER),
    "duty": ("Duty and assessment", CASE_HOLDER),
    "chair": (REVIEWING, WITHOUT_CASES),
    "support": (TEAM, None),
    "fostering": ("Fostering", FIRST_LINE),
    "carers": ("Fostering", WITHOUT_CASES),
    "service": ("Protection and support", MIDDLE_MANAGER),
    "director": (TOP, SENIOR_MANAGER),
}


def make_missing_sign_ins() -> None:
    """Every sign-in that has no account gets one, with its role, and the person of its team once that is there.

    What somebody changed about an account stays as they left it.
    """
    held = {account.username: account for account in Account.objects.filter(username__in=_usernames())}
    missing = [sign_in for sign_in in SIGN_INS if sign_in.username not in held]
    password = make_password(PASSWORD) if missing else ""
    for sign_in in missing:
        held[sign_in.username] = Account.objects.create(
            username=sign_in.username, password=password, last_name=sign_in.role, role=sign_in.code,
            email=f"{sign_in.username}@oakshire.example",
        )  # fmt: skip
    for sign_in in SIGN_INS:
        account = held[sign_in.username]
        if not account.role:
            account.role = sign_in.code
            account.save(update_fields=["role"])
        place = POSTS.get(sign_in.username)
        if place and account.worker_id is None and (worker := _worker(*place)):
            account.worker_id = worker
            account.save(update_fields=["worker"])
    if held["manager"].worker_id is not None:
        _restrict_one(held["manager"], held["worker"])
        _lend_work(of=held["worker"], to=held["support"], by=held["manager"])
    if held["director"].worker_id is not None:
        ask_for_one(held["director"])
        hold_one(held["director"])


def with_the_known_password() -> list[str]:
    """The sign-ins, of those still active, that open with the password that everybody can read in this repository."""
    accounts = Account.objects.filter(username__in=_usernames(), is_active=True).order_by("username")
    return [account.username for account in accounts if check_password(PASSWORD, account.password)]


def _usernames() -> list[str]:
    return [sign_in.username for sign_in in SIGN_INS]


def _worker(team: str, role: str | None) -> int | None:
    posts = Post.objects.filter(team__name=team, role=role, ended_on__isnull=True).order_by("pk")
    return posts.values_list("worker_id", flat=True).first()


def _restrict_one(guardian: Account, worker: Account) -> None:
    """One record that only the manager of Long-term 2 may know of, though the worker is in the same team."""
    if Restriction.objects.exists():
        return
    held = Allocation.unwithdrawn.filter(team__name=TEAM, ended_on__isnull=True, worker__isnull=False)
    last = held.exclude(worker_id=worker.worker_id).order_by("-pk").first()
    if last is not None:
        Restriction.objects.create(
            child_id=last.child_id,
            guardian=guardian,
            began_by=guardian,
            why="A parent of the child works for the authority.",
        )


def _lend_work(*, of: Account, to: Account, by: Account) -> None:
    """Business support records for the social worker, for a month from the day of the demonstration."""
    if to.worker_id is not None and of.worker_id is not None and not Delegation.objects.exists():
        Delegation.objects.create(
            of=of,
            to=to,
            made_by=by,
            why="Writes up visits while an injured hand heals.",
            began_on=today(),
            until=today() + timedelta(days=30),
        )
