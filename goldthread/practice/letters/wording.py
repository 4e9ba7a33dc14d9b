"""The words of the authority's letters: those that come with the product, and its own, from a day on."""

from __future__ import annotations

import string
import tomllib
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from django.db import transaction

from goldthread.practice.actions import action, add
from goldthread.practice.letters.kinds import KINDS
from goldthread.practice.moment import today
from goldthread.practice.reasons import said
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, LetterWords
from goldthread.vocabulary import Fault

PLACES: dict[str, str] = {
    "child": "the child's name",
    "day": "the day that the letter is about",
    "worker": "the name of whoever holds the child",
    "council": "the name of the authority",
    "changed": "what has changed, as the end of the work says it",
}
"""What a letter's words may leave to be filled in by the record, written in curly brackets, and what then stands there."""

LONGEST = 10_000
HOW = (
    "Write TOML with a [[letter]] for each: kind (one of {kinds}), words, from (a date), decided_by and why. Words left out or "
    "empty bring back those that come with the product."
)


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of one kind of letter that somebody wishes to set from a day on. words: empty for those that come with us."""

    kind: str
    words: str
    since: date
    decided_by: str
    why: str


def default_words(kind: str) -> str:
    """The words that come with the product."""
    return resources.files(__package__).joinpath(f"{kind}.txt").read_text("utf-8").strip()


def in_force(kind: str, day: date | None = None) -> LetterWords | None:
    """The authority's own words that hold on a day, today if none is given; None where ours do."""
    row = (
        LetterWords.objects.filter(kind=kind, began_on__lte=day or today())
        .order_by("-began_on", "-pk")
        .first()
    )
    return row if row is not None and row.words else None


def words_of(kind: str, day: date | None = None) -> str:
    """What a letter says on a day, with places left open: the authority's own words, else those that come with the product."""
    own = in_force(kind, day)
    return own.words if own else default_words(kind)


@action
def set_letter_words(*, worded: Worded, by: Account | None) -> LetterWords:
    """Set the authority's own words of a letter from a day on; what was sent before keeps the words it was sent with.

    The very same once more changes nothing. Raises Fault with what is wrong: another kind, a place that there is not, nobody
    who decided it, or no reason.
    """
    if by is not None and not standing_of(by).role.sets_standards:
        raise Fault("The words of letters are set by the director or a service manager. Ask one of them.")
    if worded.kind not in KINDS:
        raise Fault(f"{worded.kind!r} is no letter. There are {', '.join(KINDS)}.")
    why = said(worded.why, about=worded.kind)
    if not worded.decided_by.strip():
        raise Fault(f"{worded.kind}: say who decided it, by name and role.")
    words = worded.words.replace("\r\n", "\n").strip()
    check_words(words)
    last = LetterWords.objects.filter(kind=worded.kind).order_by("-began_on", "-pk").first()
    if last is not None and (last.words, last.began_on) == (words, worded.since):
        return last
    if last is not None and worded.since < last.began_on:
        raise Fault(f"{worded.kind}: words are set from {last.began_on} already; begin on that day or later.")
    return add(
        LetterWords(
            kind=worded.kind, words=words, began_on=worded.since, decided_by=worded.decided_by.strip(), why=why, by=by
        )
    )  # fmt: skip


def check_words(words: str) -> None:
    """Raises Fault for words that are too long or leave a place open that the record cannot fill."""
    if len(words) > LONGEST:
        raise Fault(f"These words have {len(words):,} letters; at most {LONGEST:,} are taken.")
    allowed = ", ".join(f"{{{name}}}" for name in PLACES)
    try:
        parts = [
            (name, spec, how) for _, name, spec, how in string.Formatter().parse(words) if name is not None
        ]
    except ValueError as fault:
        raise Fault(f"A curly bracket stands alone. Places that are filled in are {allowed}.") from fault
    wrong = [name for name, spec, how in parts if name not in PLACES or spec or how]
    if wrong:
        raise Fault(f"Found {{{wrong[0]}}}; the places that can be filled in are {allowed}.")


def read_letters(path: Path) -> list[Worded]:
    """The words in a TOML file. Raises Fault that says how one is written."""
    how = HOW.format(kinds=", ".join(KINDS))
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise Fault(f"{path.name} could not be read: {fault}. {how}") from fault
    rows = told.get("letter")
    if not isinstance(rows, list) or not rows:
        raise Fault(f"{path.name} holds no [[letter]]. {how}")
    found = []
    for place, row in enumerate(rows, 1):
        since = row.get("from")
        if type(since) is not date:
            raise Fault(
                f"{path.name}, letter {place}: found from = {since!r}; expected a date such as 2026-04-01. {how}"
            )
        text = {name: str(row.get(name, "")) for name in ("kind", "words", "decided_by", "why")}
        found.append(Worded(text["kind"], text["words"], since, text["decided_by"], text["why"]))
    return found


def set_from_file(several: list[Worded]) -> list[LetterWords]:
    """Set all of them, or none where one is refused."""
    with transaction.atomic():
        return [set_letter_words(worded=each, by=None) for each in several]
