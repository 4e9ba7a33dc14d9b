"""Accounts: made for who joins, moved with who moves, closed for who leaves. No password is ever chosen for anybody."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import SOURCES_CHANGED_HERE
from goldthread.practice.moment import today
from goldthread.practice.notices.telling import tell
from goldthread.practice.roles import ROLES, role_of
from goldthread.practice.second_factors import take_away_what_is_lost
from goldthread.practice.security import keeper_of_accounts
from goldthread.practice.standing import in_force
from goldthread.record.models import Account, Post, Team, Worker
from goldthread.vocabulary import Fault

ADMINISTRATOR = "system-administrator"


class AccountRefused(Fault):
    """What somebody asked about an account cannot be done; it says what to do instead."""


class _SetUpTokens(PasswordResetTokenGenerator):
    """Good for one setting of a password, until `PASSWORD_RESET_TIMEOUT`; a newer link or a sign-in ends it."""

    key_salt = "goldthread.practice.accounts.set-up"


_tokens = _SetUpTokens()


@action
def make_account(
    *,
    by: Account | None,
    username: str,
    role: str,
    given_name: str = "",
    family_name: str = "",
    worker: Worker | None = None,
) -> Account:
    """Make an account for somebody who joins, with a role and without a password. Raises AccountRefused."""
    _may(by)
    _role_there(role)
    _not_linked(worker)
    username = username.strip()
    if Account.objects.filter(username__iexact=username).exists():
        raise AccountRefused("There is an account of that name. Choose another, or open that one.")
    account = Account(
        username=username,
        role=role,
        first_name=given_name.strip(),
        last_name=family_name.strip(),
        worker=worker,
    )
    account.set_unusable_password()
    try:
        account = add(account)
    except ValidationError as wrong:
        raise AccountRefused(" ".join(wrong.messages)) from wrong
    _tell_the_directors(account, by)
    return account


@action
def give_role(*, account: Account, by: Account | None, role: str) -> Account:
    """Give an account another role; what it opens changes with the next page. Raises AccountRefused."""
    _may(by, account)
    _role_there(role)
    if role != ADMINISTRATOR:
        _not_the_last(account)
    account = change(account, role=role)
    _tell_the_directors(account, by)
    return account


@action
def link_worker(*, account: Account, by: Account | None, worker: Worker | None) -> Account:
    """Say which worker an account belongs to, or that it belongs to none. Raises AccountRefused."""
    _may(by, account)
    if worker is not None and account.worker_id != worker.pk:
        _not_linked(worker)
    return change(account, worker=worker)


@action
def move_worker(*, account: Account, by: Account | None, team: Team, began_on: date, manages: bool) -> Post:
    """Move somebody to another team from a day: the posts recorded here end on it, and one there begins.

    Raises AccountRefused.
    """
    _may(by, account)
    if account.worker is None:
        raise AccountRefused("Link the account to a worker first: only a worker holds a post.")
    _end_posts(account, began_on)
    return add(Post(worker=account.worker, team=team, began_on=began_on, manages=manages))


@action
def record_leaver(*, account: Account, by: Account | None, left_on: date) -> Account:
    """Close an account: posts recorded here end on the day somebody left, and with the last of them all that they opened.

    On that day or after it nobody signs in with the account. Raises AccountRefused.
    """
    _may(by, account)
    _not_the_last(account)
    kept_elsewhere = _end_posts(account, left_on)
    if left_on <= today():
        return change(account, is_active=False)
    if account.worker is None or kept_elsewhere or not role_of(account.role).holds_a_post:
        raise AccountRefused(
            "This account does not close by itself on a day to come: it holds no post recorded here. Close it on the day."
        )
    return account


@action
def let_back_in(*, account: Account, by: Account | None) -> Account:
    """Open a closed account again. It needs a new set-up link, and for most roles a post. Raises AccountRefused."""
    _may(by, account)
    account.set_unusable_password()
    return change(account, is_active=True, password=account.password)


@action
def give_set_up_link(*, account: Account, by: Account | None, lost: bool = False) -> str:
    """Take away an account's password and give the secret with which its owner chooses one, once. Raises AccountRefused.

    It goes by hand or by telephone to whoever the account belongs to: it is never sent by e-mail and kept nowhere.
    lost: its owner has neither app, passkey nor recovery code any more, so these are taken away as well; the owner and the
    directors are told of it.
    """
    _may(by, account)
    if not account.is_active:
        raise AccountRefused("This account is closed. Open it again first.")
    if lost:
        take_away_what_is_lost(account, by)
    account.set_unusable_password()
    kept = change(account, password=account.password)
    return f"{kept.pk}-{_tokens.make_token(kept)}"


def account_of_link(secret: str) -> Account | None:
    """Whose set-up link it is; nobody's where it was used, is too old, was replaced, or is none."""
    number, _, token = secret.partition("-")
    if not number.isdecimal() or len(number) > 18:
        return None
    account = Account.objects.filter(pk=int(number), is_active=True).first()
    return account if account is not None and _tokens.check_token(account, token) else None


@action
def choose_password(*, by: Account, secret: str, password: str) -> Account:
    """Set the password of the account that a set-up link belongs to, which ends the link.

    Raises AccountRefused where the link is none, ValidationError where the password is too weak.
    """
    found = Account.objects.select_for_update().filter(pk=by.pk).first()
    if found is None or account_of_link(secret) != found:
        raise AccountRefused("This link was used, or is too old. Ask for another.")
    validate_password(password, found)
    found.set_password(password)
    return change(found, password=found.password)


def accounts_for(by: object, words: str = "", *, closed: bool = False) -> QuerySet[Account]:
    """The accounts, by name, that the words fit. Raises RecordNotFound for who does not look after accounts."""
    keeper_of_accounts(by)
    found = Account.objects.select_related("worker").filter(is_active=not closed)
    for word in words.split():
        found = found.filter(
            Q(username__icontains=word)
            | Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(worker__given_name__icontains=word)
            | Q(worker__family_name__icontains=word)
        )
    return found.order_by("worker__family_name", "worker__given_name", "username")


def workers_without_account() -> QuerySet[Worker]:
    """The workers to whom an account may be linked, by name."""
    taken = Account.objects.filter(worker__isnull=False).values("worker_id")
    return Worker.unwithdrawn.exclude(pk__in=taken).order_by("family_name", "given_name", "pk")


def posts_now(account: Account) -> QuerySet[Post]:
    """The posts that the account's worker holds today."""
    held = Post.unwithdrawn.filter(in_force(today()), worker_id=account.worker_id, worker_id__isnull=False)
    return held.select_related("team", "source").order_by("began_on", "pk")


def _end_posts(account: Account, day: date) -> int:
    """End what the worker holds and was recorded here; how many posts another system keeps, which are ended there."""
    open_still = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    held = Post.unwithdrawn.filter(open_still, worker_id=account.worker_id, worker_id__isnull=False)
    elsewhere = 0
    for post in held.select_related("source").order_by("pk"):
        if post.source is not None and post.source.kind not in SOURCES_CHANGED_HERE:
            elsewhere += 1
        elif post.began_on is not None and post.began_on > day:
            change(post, ended_on=post.began_on)  # it never began
        else:
            change(post, ended_on=day)
    return elsewhere


def _may(by: Account | None, account: Account | None = None) -> None:
    if by is None:
        return  # whoever runs commands on the server
    keeper_of_accounts(by)
    if account is not None and account.pk == by.pk:
        raise AccountRefused(
            "Nobody changes their own account here. Ask somebody else who looks after accounts."
        )


def _role_there(role: str) -> None:
    if role not in ROLES:
        raise AccountRefused(f"There is no role {role!r}. Choose one of: {', '.join(ROLES)}.")


def _not_linked(worker: Worker | None) -> None:
    if worker is not None and Account.objects.filter(worker=worker).exists():
        raise AccountRefused(f"{worker} has an account already. One person has one account.")


def _not_the_last(account: Account) -> None:
    others = Account.objects.filter(role=ADMINISTRATOR, is_active=True).exclude(pk=account.pk)
    if account.role == ADMINISTRATOR and account.is_active and not others.exists():
        raise AccountRefused("This is the last account that looks after accounts. Make another one first.")


def _tell_the_directors(account: Account, by: Account | None) -> None:
    """Whoever hands out a role that sees the whole authority is seen doing it."""
    role = role_of(account.role)
    if not ("whole" in role.opens or role.lists_all or role.keeps_accounts):
        return
    who = by.shown_name if by else "A command on the server"
    words = f"{who} gave the account {account.username} the role: {role.name}."
    for director in Account.objects.filter(role="director", is_active=True).exclude(pk=account.pk):
        tell(to=director, what="account", words=words)
