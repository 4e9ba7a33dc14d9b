"""The verb about the words of the authority's letters: goldthread letters."""

from __future__ import annotations

from pathlib import Path

import click

from goldthread.verbs import opening


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path), metavar="[FILE]")
def letters(file: Path | None) -> None:
    """Set the words of the authority's letters from FILE; without one, print those that hold.

    FILE is TOML with [[letter]]: kind, words, from, decided_by and why. Either all of it is set or nothing. The same file again
    changes nothing. A letter that was sent keeps the words it was sent with.
    """
    opening.with_django()
    opening.bring_up_to_date()
    from goldthread.practice.letters import KINDS
    from goldthread.practice.letters.wording import in_force, read_letters, set_from_file, words_of

    if file is not None:
        for each in set_from_file(read_letters(file)):
            click.echo(f"{KINDS[each.kind]}: from {each.began_on}, by {each.decided_by}: {each.why}")
        return
    for kind, title in KINDS.items():
        own = in_force(kind)
        whose = (
            f"our own, from {own.began_on}, by {own.decided_by}: {own.why}"
            if own
            else "as it comes with the product"
        )
        click.echo(f"{title} ({kind}), {whose}\n\n{words_of(kind)}\n")
