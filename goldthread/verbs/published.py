"""The verb about published statistics: goldthread published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault

if TYPE_CHECKING:
    from goldthread.exchange.published.answering import Answer, Standing
    from goldthread.exchange.published.authorities import Place
    from goldthread.rulebook.published import PublishedMeasure


@click.command()
@click.option("--authority", metavar="CODE", help="Three figures (872) or nine characters (E06000041).")
@click.option(
    "--folder", type=click.Path(path_type=Path), metavar="PATH",
    help="Read the files in this folder; without it, what `goldthread import` kept.",
)  # fmt: skip
@click.option(
    "--measure", "names", multiple=True, metavar="NAME", help="Only this one; may be given more than once."
)
@click.option("--compare", is_flag=True, help="Beside its ten statistical neighbours and England.")
@click.option("--list", "listed", is_flag=True, help="Which measures there are, and what each asks.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def published(
    authority: str | None,
    folder: Path | None,
    names: tuple[str, ...],
    compare: bool,
    listed: bool,
    as_json: bool,
) -> None:
    """What is published of an authority, year by year.

    Figures are those that the Department for Education prints, with the file each comes from. Where a sign stands in place of
    a number, that sign is the answer, with what it means. Neighbours are shown as their median and range, never ranked.
    """
    from goldthread.exchange.published.authorities import PLACES, place_named_by
    from goldthread.rulebook.published import PUBLISHED, published_named

    asked = (
        list(dict.fromkeys(published_named(name) for name in names)) if names else list(PUBLISHED.values())
    )
    if listed:
        _list(asked, as_json)
        return
    if authority is None:
        raise Fault(
            "Expected --authority with its code, such as 872. Ask `goldthread published --list` for the measures."
        )
    place = place_named_by(authority)
    standing = _of_folder(folder, asked) if folder is not None else _kept(asked, place, compare)
    answers = standing.answers(place, compare=compare)
    if as_json:
        told = {
            "authority": place.code,
            "name": place.name,
            "values": [answer.as_json() for answer in answers],
        }
        if compare:
            told["neighbours"] = list(standing.neighbours_of(place.code))
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    if not answers:
        raise Fault(
            f"Nothing of {place.name} ({place.code}) is in what was read. Give the folder of another release."
        )
    click.echo(f"{place.name} ({place.code}), as published")
    country = PLACES[place.country].name
    for measure in asked:
        for line in _lines(
            measure, [answer for answer in answers if answer.measure is measure], compare, country
        ):
            click.echo(line)
    for line in _footnotes(answers):
        click.echo(line)


def _of_folder(folder: Path, asked: list[PublishedMeasure]) -> Standing:
    from goldthread.exchange.published.answering import Standing
    from goldthread.exchange.published.folder import read_folder

    found = read_folder([folder])
    return Standing.of(found.values, asked, [str(file) for file in found.files], found.neighbours)


def _kept(asked: list[PublishedMeasure], place: Place, compare: bool) -> Standing:
    opening.with_django()
    from goldthread.practice.published import standing_of_kept

    opening.bring_up_to_date()
    return standing_of_kept(asked, [place], compare=compare)


def _list(asked: list[PublishedMeasure], as_json: bool) -> None:
    if as_json:
        told = [
            {
                "measure": each.name, "what": each.what, "question": each.question, "area": each.area, "unit": each.unit,
                "better": each.better, "source": each.source, "published_as": each.tool, "like": each.like,
                "differs": each.differs,
            }
            for each in asked
        ]  # fmt: skip
        click.echo(json.dumps({"measures": told}, indent=2, ensure_ascii=False))
        return
    for each in asked:
        click.echo(f"{each.name}: {each.question} ({each.unit}; {each.source})")
        if each.like:
            click.echo(f"    Ours: {each.like}. {each.differs}")


def _lines(measure: PublishedMeasure, answers: list[Answer], compare: bool, country: str) -> list[str]:
    """One measure as a small table: the years, its values, and what they stand beside."""
    if not answers:
        return []
    rows = [
        ("", [str(answer.year) for answer in answers]),
        (measure.unit, [_shown(answer) for answer in answers]),
    ]
    if compare:
        besides = [answer.beside for answer in answers]
        rows += [
            ("neighbours' median", [_number(each.median if each else None) for each in besides]),
            ("lowest", [_number(min(each.values, default=None) if each else None) for each in besides]),
            ("highest", [_number(max(each.values, default=None) if each else None) for each in besides]),
            (country, [_number(each.england if each else None) for each in besides]),
        ]
    wide = max(len(cell) for _, cells in rows for cell in cells)
    head = max(len(name) for name, _ in rows)
    table = [f"  {name:<{head}}  " + "  ".join(f"{cell:>{wide}}" for cell in cells) for name, cells in rows]
    return ["", measure.what, *table]


def _shown(answer: Answer) -> str:
    return _number(answer.value) if answer.value is not None else answer.token


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def _footnotes(answers: list[Answer]) -> list[str]:
    """What the signs mean, what became of the authority, and the files that were read."""
    signs = {answer.token: answer.why for answer in answers if answer.value is None}
    notes: dict[str, list[int]] = {}
    for answer in answers:
        if answer.note:
            notes.setdefault(answer.note, []).append(answer.year)
    sources = dict.fromkeys(answer.source for answer in answers)
    return [
        "",
        *(f"{sign}: {meaning}" for sign, meaning in sorted(signs.items())),
        *(f"{', '.join(map(str, sorted(set(years))))}: {note}" for note, years in notes.items()),
        "From: " + "; ".join(sources),
    ]


def any_published(paths: tuple[Path, ...]) -> bool:
    """Whether files to bring in are published statistics. Raises Fault where they are named together with returns."""
    from goldthread.exchange.published.folder import is_published

    are = [path for path in paths if is_published(path)]
    if are and len(are) < len(paths):
        other = next(path for path in paths if path not in are)
        raise Fault(
            f"{are[0].name} holds published statistics, and {other.name} does not. Expected one or the other. Bring returns "
            "about children in apart from what is published of authorities."
        )
    return bool(are)


def keep(paths: tuple[Path, ...], *, force: bool, as_json: bool) -> None:
    """Bring published statistics in, and print what became of each file."""
    from goldthread.exchange.published.folder import read_folder

    found = read_folder(paths)
    opening.with_django()
    from goldthread.practice.published import keep_published

    opening.bring_up_to_date()
    report = keep_published(found=found, by=None, force=force)
    if as_json:
        click.echo(json.dumps(report.as_json(), indent=2, ensure_ascii=False))
        return
    for line in report.lines():
        click.echo(line)
