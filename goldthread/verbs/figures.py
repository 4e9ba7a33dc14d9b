"""The verb about the authority's page of figures: goldthread figures."""

from __future__ import annotations

import json

import click

from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault


@click.command()
@click.option(
    "--months", type=click.IntRange(1, 60), default=60, show_default=True, help="Count only the newest full months."
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def figures(months: int, as_json: bool) -> None:
    """Count the figures anew for the page that shows them, and keep the counts.

    The server does so each night. Call it after a great import, or where no server runs; with --months where only the newest
    months changed.
    """
    opening.with_django()
    opening.bring_up_to_date()
    from goldthread.practice.figures.keeping import ask_counting, run

    counting = ask_counting(by=None, months=months)
    run(counting.pk)
    counting.refresh_from_db()
    if counting.failed:
        raise Fault(counting.failed)
    if as_json:
        click.echo(json.dumps({"day": str(counting.day), "months": counting.months, "counts": counting.rows}))
        return
    click.echo(f"{counting.rows:,} counts kept, of {counting.months} months up to {counting.day}.")
