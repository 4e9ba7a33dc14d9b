"""The verb about inspections: goldthread inspections."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault

if TYPE_CHECKING:
    import polars as pl

    from goldthread.exchange.published.inspections import CameBack, Inspection, WentOn


@click.command()
@click.option("--authority", metavar="CODE", help="Three figures (872) or nine characters (E06000041).")
@click.option(
    "--folder", "folders", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
    help="Read the files in this folder; may be given more than once. Without it, what `goldthread import` kept.",
)  # fmt: skip
@click.option(
    "--search",
    "words",
    metavar="WORDS",
    help="What reports asked for, by its words; of all, or of one authority.",
)
@click.option("--theme", metavar="NAME", help="How its neighbours went on who were asked the same.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def inspections(
    authority: str | None, folders: tuple[Path, ...], words: str | None, theme: str | None, as_json: bool
) -> None:
    """What inspections of an authority judged and asked for, and which of it came back.

    Old judgements keep the word used at the time. There is no overall judgement since April 2026.
    """
    from goldthread.exchange.published.authorities import place_named_by
    from goldthread.exchange.published.inspections import came_back, inspections_of, went_on
    from goldthread.exchange.published.neighbours import neighbours_of
    from goldthread.exchange.published.themes import THEMES

    place = place_named_by(authority) if authority else None
    judgements, recommendations, neighbours = _tables(folders)
    if words is not None:
        _print_found(recommendations, words, place.code if place else "", as_json)
        return
    if place is None:
        raise Fault("Expected --authority with its code, such as 872, or --search with words.")
    if theme is not None:
        if theme not in THEMES:
            raise Fault(f"No theme is named {theme!r}. There are: {', '.join(THEMES)}.")
        codes = neighbours_of(neighbours, place.code)
        _print_others(went_on(judgements, recommendations, codes, THEMES[theme]), as_json)
        return
    history = inspections_of(judgements, recommendations, place.code)
    if not history:
        raise Fault(
            f"No inspection of {place.name} ({place.code}) is in what was read. Give the folder of Ofsted's outcomes."
        )
    again = came_back(recommendations, place.code)
    if as_json:
        told = {
            "authority": place.code, "name": place.name, "inspections": [_as_json(each) for each in history],
            "came_back": [_came_back_json(each) for each in again],
        }  # fmt: skip
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    click.echo(f"{place.name} ({place.code})")
    for inspection in history:
        click.echo("")
        for line in _lines(inspection):
            click.echo(line)
    click.echo("\nAsked for more than once")
    for each in again:
        click.echo(
            f"  {each.theme.title}: {', '.join(f'{day:%Y} ({len(texts)})' for day, texts in each.times)}"
        )


def _tables(folders: tuple[Path, ...]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The judgements, what was asked for, and the neighbours."""
    if folders:
        from goldthread.exchange.published.folder import read_folder

        found = read_folder(folders)
        return found.judgements, found.recommendations, found.neighbours
    opening.with_django()
    from goldthread.practice.published import judgements_kept, neighbours_kept, recommendations_kept

    opening.bring_up_to_date()
    return judgements_kept(), recommendations_kept(), neighbours_kept()


def _lines(inspection: Inspection) -> list[str]:
    """One inspection in words."""
    kind = f"{inspection.kind}: {inspection.about}" if inspection.about else inspection.kind
    said = [
        f"{inspection.published_on:%d %B %Y}, {inspection.framework.name} ({kind or inspection.framework.title})"
    ]
    said += [f"  {judged.asked}: {judged.word}" for judged in inspection.judged]
    said += [f"  {asked.number}. {asked.text}" for asked in inspection.asked]
    return said


def _as_json(inspection: Inspection) -> dict[str, Any]:
    return {
        "published_on": inspection.published_on.isoformat(),
        "inspected_on": inspection.inspected_on.isoformat() if inspection.inspected_on else None,
        "framework": inspection.framework.name,
        "framework_title": inspection.framework.title,
        "kind": inspection.kind,
        "about": inspection.about,
        "judgements": [
            {"area": each.area, "asked": each.asked, "judgement": each.word, "today": each.today}
            for each in inspection.judged
        ],
        "asked_for": [
            {
                "number": each.number,
                "under": each.under,
                "text": each.text,
                "themes": [theme.name for theme in each.themes],
            }
            for each in inspection.asked
        ],
    }


def _came_back_json(each: CameBack) -> dict[str, Any]:
    times = [{"published_on": day.isoformat(), "texts": list(texts)} for day, texts in each.times]
    return {"theme": each.theme.name, "title": each.theme.title, "times": times}


def _print_found(recommendations: pl.DataFrame, words: str, code: str, as_json: bool) -> None:
    from goldthread.exchange.published.authorities import PLACES
    from goldthread.exchange.published.searching import Recommendations

    found = Recommendations(recommendations).search(words, authority=code)
    if as_json:
        told = [
            {
                "authority": each.authority,
                "published_on": each.published_on.isoformat() if each.published_on else None,
                "framework": each.framework,
                "number": each.number,
                "text": each.text,
            }
            for each in found
        ]
        click.echo(json.dumps({"found": told}, indent=2, ensure_ascii=False))
        return
    for each in found:
        day = f"{each.published_on:%d/%m/%Y}" if each.published_on else ""
        click.echo(f"{PLACES[each.authority].name}, {day}: {each.shown}")
    if not found:
        click.echo(f"No recommendation holds {words!r}.")


def _print_others(others: list[WentOn], as_json: bool) -> None:
    """Authorities in the order of how close they are, each as it went on; never ranked by what was judged."""
    from goldthread.exchange.published.authorities import PLACES

    if as_json:
        told = [
            {
                "authority": each.authority,
                "asked_on": each.asked_on.isoformat(),
                "texts": list(each.texts),
                "then": each.then.word if each.then else None,
                "next": each.next.word if each.next else None,
                "next_on": each.next_on.isoformat() if each.next_on else None,
                "moved": each.moved,
            }
            for each in others
        ]
        click.echo(json.dumps({"went_on": told}, indent=2, ensure_ascii=False))
        return
    for each in others:
        then = f"{each.then.what}: {each.then.word}" if each.then else "nothing judged"
        after = (
            f", then {each.next.word} on {each.next_on:%d/%m/%Y}"
            if each.next and each.next_on
            else ", not judged again"
        )
        click.echo(f"{PLACES[each.authority].name}, asked on {each.asked_on:%d/%m/%Y}. {then}{after}")
    if not others:
        click.echo("None of its neighbours was asked for this, in what was read.")
