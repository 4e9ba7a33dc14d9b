"""The verbs about the logs: goldthread tick, goldthread verify-log."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault

PLACE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--again", is_flag=True, help="Work out what is due even where that was done today.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def tick(again: bool, as_json: bool) -> None:
    """Do what time asks for: seal the rows that the logs gained; once a day, work out anew all that is due.

    Then what the home pages count is kept, and the figures are counted. The server does all of it by itself each half minute.
    Call it from a timer where the pages are served otherwise, and once after an import done while no server runs. Several at
    once do no harm. A due date that moved is kept with why.
    """
    _open_the_record()
    from goldthread.practice.due import reckon
    from goldthread.practice.figures.keeping import begin_due, run
    from goldthread.practice.handing_over.churn import keep_shares
    from goldthread.practice.homes.keeping import keep_counts
    from goldthread.practice.sealing import seal_logs

    sealed, reckoned = seal_logs(), reckon(again=again)
    keep_counts()
    keep_shares()
    if (counting := begin_due()) is not None:
        run(counting.pk)
    if as_json:
        due = {"day": str(reckoned.day), "open": reckoned.lines, "now": reckoned.now} if reckoned else None
        click.echo(json.dumps({"sealed": sealed, "due": due}, indent=2))
        return
    click.echo(f"{sealed:,} rows sealed.")
    if reckoned is None:
        click.echo("Another process is working out what is due.")
    else:
        how = "Worked out" if reckoned.now else "Already worked out"
        click.echo(f"{how} what is due for {reckoned.day}: {reckoned.lines:,} duties are open.")


@click.command("verify-log")
@click.option("--anchor", type=PLACE, help="Where all is sound, add today's anchor to this file.")
@click.option("--against", type=PLACE, help="Compare with the anchors in this file, kept elsewhere.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def verify_log(anchor: Path | None, against: Path | None, as_json: bool) -> None:
    """Find any edit, deletion or gap in the logs of who read what and who did what.

    Works out every row's hash and the chain of seals anew; names each row at fault and says how; says how many rows are not
    yet sealed. Ends with 1 where there is a fault. docs/decisions/a-log-that-shows-any-edit.md says what this proves.
    """
    _open_the_record()
    from goldthread.practice.verifying import add_anchor, check_anchors, verify_logs

    findings = verify_logs()
    if against is not None:
        check_anchors(against, findings)
    if as_json:
        click.echo(json.dumps(findings.as_json(), indent=2, default=str))
    else:
        for line in findings.lines():
            click.echo(line)
    if anchor is not None:
        click.echo(add_anchor(anchor, findings), err=as_json)
    if not findings.sound:
        sys.exit(1)


def _open_the_record() -> None:
    opening.with_django()
    if not opening.holds_table("record_seal"):
        raise Fault("This database holds no sealed logs yet. Bring it up to date first: goldthread migrate")
