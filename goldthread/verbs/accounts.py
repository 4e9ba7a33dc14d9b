"""The verbs about accounts: goldthread account add, role, worker, leave, set-up, list."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault

if TYPE_CHECKING:
    from goldthread.record.models import Account, Worker

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def account() -> None:
    """Make, move and close accounts; also the first one of a new installation.

    Whoever runs this on the server needs no account. Each change leaves its line in the log, as done by a command.
    """


@account.command()
@click.argument("name")
@click.option(
    "--role",
    required=True,
    help="Its role, such as system-administrator. All of them: goldthread account roles",
)
@click.option(
    "--worker", "number", type=int, help="The worker it belongs to, by the number in the worker's address."
)
@click.option("--given-name", default="", help="For somebody who is no worker of the record.")
@click.option("--family-name", default="", help="The same.")
def add(name: str, role: str, number: int | None, given_name: str, family_name: str) -> None:
    """Make an account and print the link with which its owner chooses a password, once."""
    _open_the_record()
    from goldthread.practice.accounts import give_set_up_link, make_account

    made = make_account(
        by=None,
        username=name,
        role=role,
        given_name=given_name,
        family_name=family_name,
        worker=_worker(number),
    )
    click.echo(f"Made: {made.username}, {role}.")
    _say_link(give_set_up_link(account=made, by=None))


@account.command("role")
@click.argument("name")
@click.argument("role")
def role_(name: str, role: str) -> None:
    """Give an account another role."""
    _open_the_record()
    from goldthread.practice.accounts import give_role

    give_role(account=_account(name), by=None, role=role)
    click.echo(f"{name} is now: {role}.")


@account.command()
@click.argument("name")
@click.argument("number", type=int, required=False)
def worker(name: str, number: int | None) -> None:
    """Link an account to a worker, or with no NUMBER to none."""
    _open_the_record()
    from goldthread.practice.accounts import link_worker

    kept = link_worker(account=_account(name), by=None, worker=_worker(number))
    click.echo(f"{name} belongs to: {kept.worker or 'no worker'}.")


@account.command()
@click.argument("name")
@click.option("--on", "day", type=DAY, help="The day they left, as 2026-03-02; today unless said.")
def leave(name: str, day: datetime | None) -> None:
    """Close the account of somebody who leaves, and their posts."""
    _open_the_record()
    from goldthread.practice.accounts import record_leaver
    from goldthread.practice.moment import today

    on: date = day.date() if day else today()
    record_leaver(account=_account(name), by=None, left_on=on)
    click.echo(f"{name} opens nothing from {on:%Y-%m-%d} on.")


@account.command("set-up")
@click.argument("name")
@click.option("--lost", is_flag=True, help="App, passkey and recovery codes are lost: take them away too.")
def set_up(name: str, lost: bool) -> None:
    """Take away an account's password and print a link with which its owner chooses one, once."""
    _open_the_record()
    from goldthread.practice.accounts import give_set_up_link

    _say_link(give_set_up_link(account=_account(name), by=None, lost=lost))


@account.command("list")
def list_() -> None:
    """Name every account with its role, whether it is open, and its worker."""
    _open_the_record()
    from goldthread.record.models import Account

    for each in Account.objects.select_related("worker").order_by("username"):
        state = "open" if each.is_active else "closed"
        click.echo(f"{each.username}\t{each.role or 'no role'}\t{state}\t{each.worker or 'no worker'}")


@account.command()
def roles() -> None:
    """Name every role and what it is."""
    from goldthread.practice.roles import ALL

    for each in ALL:
        click.echo(f"{each.code}\t{each.sentence}")


def _open_the_record() -> None:
    opening.with_django()
    opening.bring_up_to_date()


def _account(name: str) -> Account:
    from goldthread.record.models import Account

    found = Account.objects.filter(username__iexact=name).first()
    if found is None:
        raise Fault(f"There is no account {name!r}. All of them: goldthread account list")
    return found


def _worker(number: int | None) -> Worker | None:
    if number is None:
        return None
    from goldthread.record.models import Worker

    found = Worker.unwithdrawn.filter(pk=number).first()
    if found is None:
        raise Fault(f"There is no worker {number}: it is the number in the address of the worker's page.")
    return found


def _say_link(secret: str) -> None:
    from django.conf import settings
    from django.urls import reverse

    host = next((each for each in settings.ALLOWED_HOSTS if each not in ("*", "[::1]")), "localhost")
    hours = settings.PASSWORD_RESET_TIMEOUT // 3600
    if not settings.LOCAL_PASSWORDS:
        click.echo("It signs in at the council's own sign-in: no password is needed.")
        return
    scheme = "http" if settings.DEMONSTRATION else "https"
    click.echo(f"Set-up link, for {hours} hours and one use. Hand it over in person or by telephone:")
    click.echo(f"{scheme}://{host}{reverse('account_set_up', args=[secret])}")
