"""The verb about an authority's own standards and settings: goldthread standards."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault
from goldthread.vocabulary.place import place

if TYPE_CHECKING:
    from goldthread.rulebook.local import LocalRules

FILE = click.Path(dir_okay=False, path_type=Path)
STANDARDS = "A file of an authority's own standards and settings, as `goldthread standards` takes it."


@click.command()
@click.argument("file", required=False, type=FILE, metavar="[FILE]")
@click.option("--json", "as_json", is_flag=True, help="Print what was set, or what holds, as JSON.")
def standards(file: Path | None, as_json: bool) -> None:
    """Set the authority's own standards and settings from FILE; without one, print those that hold.

    FILE is CSV with the columns row, standard, from, to, decided_by and why, or TOML with [[standard]] and [[setting]]. A
    standard may only be stricter than the law: one that is not is refused with the reason, and then nothing of the file is
    set. The same file again changes nothing. Ends with 1 where something was refused.
    """
    if file is not None:
        from goldthread.rulebook.local_file import read_local_file

        several = read_local_file(file)
    opening.with_django()
    opening.bring_up_to_date()
    from goldthread.practice.setting_rules import in_force, set_from_file

    if file is None:
        held = in_force()
        if as_json:
            click.echo(json.dumps({"standards": [each.as_json() for each in held]}, indent=2))
            return
        for each in held:
            click.echo(each.words)
        if not held:
            click.echo("Nothing is set: the law's dates and the rulebook's defaults hold.")
        return
    found = set_from_file(several)
    if as_json:
        click.echo(json.dumps(found.as_json(), indent=2))
    else:
        for line in found.lines():
            click.echo(line)
    if found.refused:
        sys.exit(1)


def rules_for_folders(file: Path | None) -> LocalRules:
    """What an authority has set, by the file given, else nothing: who works on a folder has no record at hand."""
    from goldthread.rulebook.local import NOTHING_SET, check_choice, settings_by_name

    if file is None:
        return NOTHING_SET
    from goldthread.rulebook.local_file import read_local_file, rules_of
    from goldthread.rulebook.standards import check_standard

    several, known = read_local_file(file), settings_by_name()
    for each in several:
        if each.kind == "standard":
            check_standard(each.as_standard())
        elif each.about in known:
            check_choice(known[each.about][0], each.says)
        else:
            raise Fault(f"{each.about!r} is no setting. There are {', '.join(sorted(known))}.")
    return rules_of(several, date.today())


def rules_for_answers(file: Path | None) -> LocalRules:
    """What an authority has set: by the file given, else by its record where one is at hand, else nothing."""
    if file is not None:
        return rules_for_folders(file)
    from goldthread.rulebook.local import NOTHING_SET

    if not os.environ.get("DATABASE_URL") and not (place() / "goldthread.sqlite3").exists():
        return NOTHING_SET
    opening.with_django()
    if not opening.holds_table("record_localrule"):
        return NOTHING_SET
    from goldthread.practice.local_rules import rules_here

    return rules_here()
