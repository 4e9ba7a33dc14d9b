"""A clock's own words, each with the vocabulary's sentence and the meaning of the codes it names."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.rulebook.clock import Clock, Edition, NotRecorded, Spells
from goldthread.rulebook.codes import UnknownCode, code_set
from goldthread.vocabulary import TABLES, Column, Points
from goldthread.vocabulary.expressions import All, AnyOf, Compare, Expression, IsIn, Not

WORDS = "words:"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One part of a definition. words: the definition's own. sentence: what the vocabulary says of its column.

    codes: each code that it names, with its meaning.
    """

    words: str
    sentence: str = ""
    codes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What a clock says under one heading: one phrase or several, of which any is enough."""

    heading: str
    phrases: tuple[Phrase, ...]


def parts_of(clock: Clock) -> list[Part]:
    """The definition, heading by heading, in the order in which a duty runs."""
    found = [Part("It starts", (phrase_of(clock.starts),)), Part("It is met", (_met(clock),))]
    if clock.is_interval:
        found.append(_said("Then", "each one begins the next"))
    elif clock.is_chain:
        found.append(_said("Then", "from each completion to the next"))
    if clock.already is not None:
        found.append(_said("Also met by", f"one in the {clock.already} before the start"))
    for each in clock.sooner:
        sooner = phrase_of(each.points)
        found.append(Part("Due sooner", (Phrase(f"if this comes first: {sooner.words}", sooner.sentence),)))
    if clock.afterwards is not None:
        then = phrase_of(clock.afterwards.points)
        words = f"from the first of these on, within {clock.afterwards.count}: {then.words}"
        found.append(Part("Afterwards", (Phrase(words, then.sentence),)))
    if clock.ends:
        found.append(Part("It stops without being met", tuple(map(phrase_of, clock.ends))))
    if clock.superseded_by:
        found.append(Part("Another duty takes its place", tuple(map(phrase_of, clock.superseded_by))))
    if clock.lasts is not None:
        words = f"{clock.lasts.count} after its start, where {clock.lasts.where}"
        found.append(_said("Another duty takes its place", words))
    if clock.during is not None:
        found.append(Part("Only during", (phrase_of_spells(clock.during),)))
    if clock.unless:
        found.append(Part("Does not apply during", tuple(map(phrase_of_spells, clock.unless))))
    if clock.ages is not None:
        found.append(_said("At which ages", str(clock.ages)))
    return found


def phrase_of(points: Points) -> Phrase:
    """Moments in the record, in their own words."""
    if isinstance(points, NotRecorded):
        return Phrase(str(points))
    columns = TABLES[points.table].columns()
    return Phrase(str(points), columns[points.column].sentence, _codes(points.table, points.where))


def phrase_of_spells(spells: Spells) -> Phrase:
    """Stretches of time in the record, in their own words."""
    sentence = f"from {spells.begins.replace('_', ' ')} to {spells.ends.replace('_', ' ')}"
    return Phrase(str(spells), sentence, _codes(spells.table, spells.where))


def lengths_of(clock: Clock, edition: Edition) -> str:
    """How long an edition allows: "20 working days, then 3 months, then every 6 months"."""
    *before, last = map(str, edition.due)
    every = f"every {last}" if clock.every or clock.is_interval else last
    return ", then ".join([*before, every])


def _met(clock: Clock) -> Phrase:
    done = phrase_of(clock.done)
    if not clock.key:
        return done
    same = f"for the same {clock.key.replace('_', ' ')}"
    return Phrase(f"{done.words}, {same}", done.sentence, done.codes)


def _said(heading: str, words: str) -> Part:
    return Part(heading, (Phrase(words),))


def _codes(table: str, where: Expression | None) -> tuple[tuple[str, str], ...]:
    columns = TABLES[table].columns()
    found: dict[str, str] = {}
    for name, value in _values(where):
        if meaning := _meaning(columns[name], value):
            found[value] = meaning
    return tuple(found.items())


def _values(where: Expression | None) -> list[tuple[str, str]]:
    """Each column with each text that a condition compares it with."""
    match where:
        case Compare(column=column, value=str() as value):
            return [(column, value)]
        case IsIn(column=column, values=values):
            return [(column, value) for value in values if isinstance(value, str)]
        case Not(inner=inner):
            return _values(inner)
        case All(parts=parts) | AnyOf(parts=parts):
            return [each for part in parts for each in _values(part)]
    return []


def _meaning(column: Column, value: str) -> str:
    """What a code stands for; empty where its list is of plain words."""
    if not column.codes or column.codes.startswith(WORDS):
        return ""
    try:
        return code_set(column.codes).label(value)
    except UnknownCode:
        return ""
