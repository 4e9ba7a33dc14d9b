"""The verb about the list of bank holidays: goldthread calendar."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click

from goldthread.verbs import opening


@click.command()
@click.argument("newer", required=False, type=click.Path(dir_okay=False, path_type=Path), metavar="[FILE]")
@click.option("--json", "as_json", is_flag=True, help="Print the list in use as JSON.")
def calendar(newer: Path | None, as_json: bool) -> None:
    """Which bank holidays are counted with; with FILE, count with a newer list from now on.

    FILE is GOV.UK's own, https://www.gov.uk/bank-holidays.json: its years replace those of the list that came with this
    version. Days after the last published year are worked out by rule and are provisional. What is due is worked out anew
    where there is a record; each date that moves is kept with what it was. Restart a server that runs.
    """
    from goldthread.rulebook.calendar.bank_holidays import keep_newer_list, newer_list, read_bank_holidays

    listed = keep_newer_list(newer) if newer is not None else read_bank_holidays()
    if as_json:
        found = {
            "edition": listed.edition,
            "published_to": str(listed.published_to),
            "source": listed.source,
            "file": str(newer_list() or ""),
            "holidays": [
                {"date": str(day.on), "name": day.name, "provisional": day.provisional}
                for day in listed.holidays
            ],
        }
        click.echo(json.dumps(found, indent=2))
    else:
        click.echo(f"Bank holidays of England and Wales {listed.edition}: {listed.source}.")
        click.echo(
            f"Days after {listed.published_to} are provisional: worked out by rule until they are published."
        )
    if newer is not None:
        _work_out_anew(quietly=as_json)


def _work_out_anew(*, quietly: bool) -> None:
    """In a process of its own: this one has counted with the older list since it began."""
    opening.with_django()
    if not opening.holds_table("record_reckoning"):
        return
    done = subprocess.run(
        [sys.executable, "-m", "goldthread", "tick"], check=False, text=True, stdout=subprocess.PIPE
    )
    if done.stdout:
        click.echo(done.stdout.rstrip(), err=quietly)
    if done.returncode:
        sys.exit(done.returncode)
