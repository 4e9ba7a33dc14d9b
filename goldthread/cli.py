"""The goldthread command, for analysts and operators.

Each verb imports what it needs when it is called, so that `when` answers without Django. A Fault is printed
as it stands, without a traceback, and ends with exit code 2; an import that brought nothing in ends with 1.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from datetime import date
from pathlib import Path

import click

from goldthread import __version__
from goldthread.verbs import opening
from goldthread.verbs.accounts import account
from goldthread.verbs.calendar import calendar
from goldthread.verbs.duties import register, when
from goldthread.verbs.figures import figures
from goldthread.verbs.folders import due, faults
from goldthread.verbs.inspections import inspections
from goldthread.verbs.letters import letters
from goldthread.verbs.logs import tick, verify_log
from goldthread.verbs.measures import measure
from goldthread.verbs.published import published
from goldthread.verbs.standards import standards
from goldthread.vocabulary.faults import Fault

HOST = "127.0.0.1"
PORT = 8000


class Day(click.ParamType[date]):
    """A day, YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day. Write it as year-month-day: 2026-03-02.", param, ctx)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="goldthread")
def goldthread() -> None:
    """Which child is waiting for what, since when, and by which rule."""


for verb in (
    account, calendar, due, faults, figures, inspections, letters, measure, published, register, standards, tick,
    verify_log, when,
):  # fmt: skip
    goldthread.add_command(verb)


@goldthread.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--as-at", type=Day(), help="The day the files describe, where they do not say it themselves.")
@click.option(
    "--force", is_flag=True, help="Take files older than what their source last said: they only add."
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def import_(paths: tuple[Path, ...], as_at: date | None, force: bool, as_json: bool) -> None:
    """Bring in returns and extracts, recognised by what is in them.

    A PATH is a CIN census (XML), an SSDA903 return (a folder of CSV tables, or XML), an Annex A workbook or a
    children's social work workforce census (XML); or a folder of published statistics, apart from these. Each is brought in
    whole or not at all, and the same files again change nothing. The report counts, for each table, rows read, new, changed,
    unchanged and rejected.
    """
    from goldthread.exchange.detect import must_be_there
    from goldthread.verbs.published import any_published, keep

    for path in paths:
        must_be_there(path)  # before a database is made for nothing
    if any_published(paths):
        keep(paths, force=force, as_json=as_json)
        return
    opening.with_django()
    from goldthread.practice.imports import import_paths

    opening.bring_up_to_date()
    report = import_paths(paths, by=None, as_at=as_at, force=force)
    found = report.as_json()
    if as_json:
        click.echo(json.dumps(found, indent=2, default=str))
    else:
        for line in report.lines():
            click.echo(line)
    if not any(table["read"] > table["rejected"] for table in found["tables"].values()):
        sys.exit(1)


@goldthread.command("demo-data")
@click.option(
    "--children", type=click.IntRange(min=1), default=1500, show_default=True, help="Open children to make."
)
@click.option(
    "--seed", type=int, default=2026, show_default=True, help="The same seed gives the same authority."
)
@click.option("--as-at", type=Day(), help="The day it has reached; the demonstration's own day if not given.")
@click.option("--if-empty", is_flag=True, help="Leave a database that already holds children as it is.")
@click.option("--without-bad-year", is_flag=True, help="Leave out the bad year that its charts are to find.")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help="Write its tables as Parquet into this folder; no database is touched.",
)
def demo_data(
    children: int, seed: int, as_at: date | None, if_empty: bool, without_bad_year: bool, to: Path | None
) -> None:
    """Build the demonstration authority, which resembles no real one, and its sign-ins.

    Files may be imported beside it afterwards; it is never built beside children who were there first. With --to its tables
    are written for `goldthread due`, `goldthread measure` and `goldthread faults` instead.
    """
    if to is not None:
        _write_made_up_tables(to, children, seed, as_at, bad_year=not without_bad_year)
        return
    opening.with_django()
    from django.conf import settings

    from goldthread.practice.moment import today
    from goldthread.record.models import Child
    from goldthread.synthetic.accounts import make_missing_sign_ins
    from goldthread.synthetic.authority import build_demonstration

    if not settings.DEMONSTRATION:
        raise Fault(
            "This is not a demonstration (GOLDTHREAD_MODE), so no children are made up. "
            "Set GOLDTHREAD_MODE=demonstration, with a database of its own, to try one."
        )
    from goldthread.synthetic.commentaries import make_figures

    opening.bring_up_to_date()
    if if_empty and Child.objects.exists():
        make_missing_sign_ins()
        make_figures()
        return
    click.echo(f"Building the demonstration authority ({children:,} open children) ...")
    build_demonstration(children=children, seed=seed, as_at=as_at or today(), bad_year=not without_bad_year)
    click.echo("Counting the figures ...")
    make_figures()


def _write_made_up_tables(
    folder: Path, children: int, seed: int, as_at: date | None, *, bad_year: bool
) -> None:
    from goldthread.exchange.folders import write_part
    from goldthread.synthetic.authority import generate

    if folder.exists() and any(folder.iterdir()):
        raise Fault(f"{folder} is there already and not empty. Name a new folder for --to.")
    day = {"as_at": as_at} if as_at else {}
    tables = generate(seed=seed, children=children, bad_year=bad_year, **day)
    write_part(folder, tables)
    click.echo(f"Wrote {tables['children'].height:,} made-up children into {folder}.")


@goldthread.command()
@click.option(
    "--host", default=HOST, show_default=True, envvar="GOLDTHREAD_HOST", help="The address to listen on."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, envvar="GOLDTHREAD_PORT",
    help="The port to listen on.",
)  # fmt: skip
@click.option("--with-sign-ins", is_flag=True, help="Print the demonstration sign-ins first.")
def serve(host: str, port: int, with_sign_ins: bool) -> None:
    """Serve the web pages.

    In a demonstration its sign-ins are made where they are missing. In production it does not start while an
    account still has the demonstration's password.
    """
    opening.with_django()
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command

    from goldthread.synthetic.accounts import make_missing_sign_ins
    from goldthread.synthetic.sign_ins import SIGN_INS
    from goldthread.web.config.starting import refuse_to_start_unsafely

    _refuse_a_port_in_use(host, port)
    opening.bring_up_to_date()
    if settings.DEMONSTRATION:
        make_missing_sign_ins()
    try:
        refuse_to_start_unsafely()
    except ImproperlyConfigured as wrong:
        raise Fault(str(wrong)) from wrong
    if not settings.WHITENOISE_USE_FINDERS:
        # In production styles are served from one folder, named by content.
        call_command("collectstatic", interactive=False, verbosity=0)
    click.echo(f"Goldthread: http://{host}:{port}")
    if with_sign_ins and settings.DEMONSTRATION:
        click.echo(_who_is_in_it())
        click.echo("Sign in as (name / password):")
        for sign_in in SIGN_INS:
            click.echo(f"  {sign_in}")
    if settings.DEMONSTRATION and host not in ("127.0.0.1", "localhost", "::1"):
        click.echo(
            f"Whoever can reach {host} can sign in: the demonstration's passwords are known. For your own children set "
            "GOLDTHREAD_MODE=production.",
            err=True,
        )
    sys.stdout.flush()
    options = ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--timeout", "120"]
    options += ["--no-control-socket", "--log-level", "warning"]
    gunicorn = [sys.executable, "-m", "gunicorn", "goldthread.web.config.wsgi:application"]
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    os.execv(sys.executable, [*gunicorn, "--bind", address, *options])


def _refuse_a_port_in_use(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will
        try:
            trial.bind((host, port))
        except OSError as wrong:
            raise Fault(
                f"Cannot listen on {host}:{port}: {wrong.strerror}. If Goldthread or something else already does, "
                f"stop it or name another port: --port {port + 1 if port < 65535 else PORT}, or GOLDTHREAD_PORT."
            ) from wrong


def _who_is_in_it() -> str:
    """Whether the children are made up, brought in from files, or both: nobody must mistake one for the other."""
    from goldthread.record.models import Child

    imported = Child.objects.filter(source__isnull=False).count()
    here = Child.objects.filter(source__isnull=True).count()
    if imported and here:
        return (
            f"Children of the demonstration or recorded here: {here:,}; brought in from files: {imported:,}."
        )
    if imported:
        return (
            f"Children brought in from files: {imported:,}. The demonstration authority was not built beside them; to see "
            "that too, give it a folder of its own: GOLDTHREAD_HOME=var/demonstration ./run"
        )
    return f"Children of the demonstration or recorded here: {here:,}."


@goldthread.command()
def migrate() -> None:
    """Bring the database up to date with this version."""
    opening.with_django()
    opening.bring_up_to_date()


@goldthread.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(words: tuple[str, ...]) -> None:
    """Django's own commands: goldthread manage shell, goldthread manage createsuperuser ..."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")
    execute_from_command_line(["goldthread manage", *words])


def main() -> None:
    """Run the command; a Fault is for the person at the keyboard, so they get its words and no traceback."""
    try:
        goldthread(prog_name="goldthread")
    except Fault as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
