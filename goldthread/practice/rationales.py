"""Why something was decided: never empty, never the words written of another child, and asked about where it is thin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.formats import date_format

from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.practice.together import siblings_of
from goldthread.record.models import Child, Decision, Worker

LOOKED_BACK = timedelta(days=2 * 365)
THIN = 60  # letters: below that somebody asks whether it says enough
ASK = (
    "This is short. Would somebody who was not there understand why? Add to it, or tick that it says enough."
)


@dataclass(frozen=True, slots=True)
class Copy:
    """The same words in an earlier decision by the same person. of_kin: whether of a brother or sister."""

    on: date
    of_kin: bool


@dataclass(frozen=True, slots=True)
class Repeated:
    """One rationale that somebody wrote of several children of several families: the words, and the keys of the decisions."""

    words: str
    decisions: tuple[int, ...]

    @property
    def times(self) -> int:
        return len(self.decisions)


def plain_words(words: str) -> str:
    """Words without what spacing, capitals and stops add."""
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold()).split())


def is_thin(words: str) -> bool:
    """Whether a rationale is so short that it is asked about."""
    return len(words.strip()) < THIN


def copy_of(words: str, child: Child, decider: Worker | None) -> Copy | None:
    """The latest decision of the decider about another child with the same words; None where there is none."""
    if decider is None:
        return None
    same = plain_words(words)
    earlier = Decision.unwithdrawn.filter(decided_by=decider, decided_on__gt=today() - LOOKED_BACK)
    rows = earlier.exclude(child=child).order_by("-decided_on", "-pk")
    found = [
        (other, on)
        for other, on, told in rows.values_list("child_id", "decided_on", "rationale")
        if plain_words(told) == same
    ]
    if not found:
        return None
    kin = siblings_of(child)
    strange = [on for other, on in found if other not in kin]
    return Copy(strange[0], of_kin=False) if strange else Copy(found[0][1], of_kin=True)


def check_rationale(
    words: str,
    children: Collection[Child],
    decider: Worker | None,
    *,
    same: bool = False,
    column: str = "rationale",
) -> str:
    """The rationale without the space about it. same: the decider says that brothers and sisters share it on purpose.

    Raises ValidationError, said of the column, where it is too short to be a reason, or copied from another child.
    """
    why = written(words, column)
    if len(children) > 1 and not same:
        raise ValidationError(
            {column: "Say for each brother and sister why, or tick that you mean the same for all of them."}
        )
    refuse_copies(why, children, decider, same=same, column=column)
    return why


def refuse_copies(
    why: str, children: Iterable[Child], decider: Worker | None, *, same: bool, column: str
) -> None:
    """Raises ValidationError, said of the column, where a reason is copied from another child."""
    for child in children:
        copy = copy_of(why, child, decider)
        if copy is None or (copy.of_kin and same):
            continue
        day = date_format(copy.on, "D j M Y")
        if copy.of_kin:
            raise ValidationError(
                {
                    column: f"You wrote the same of a brother or sister on {day}. Say why here, or tick that you mean it."
                }
            )
        raise ValidationError(
            {column: f"These are your words of {day} about another child. Say why for this child."}
        )


def counted_by_decider(rows: QuerySet[Decision]) -> dict[int, tuple[int, int, int]]:
    """Of each decider how many decisions, how many with a thin rationale, and how often the words used most stand.

    One query however many there are. Words are compared as they stand; brothers and sisters of one event count once.
    """
    counts: dict[int, list[int]] = {}
    first: dict[tuple[int, str], int | str] = {}
    others: dict[tuple[int, str], set[int | str]] = {}
    said = rows.filter(decided_by__isnull=False).order_by()
    # Counted here: a database sorts all the words to group by them.
    for key, rationale, together, child in said.values_list(
        "decided_by", "rationale", "together", "child_id"
    ):
        counted = counts.setdefault(key, [0, 0])
        counted[0] += 1
        if len(rationale.strip(" ")) < THIN:
            counted[1] += 1
        elif first.setdefault((key, rationale), event := together or child) != event:
            others.setdefault((key, rationale), set()).add(event)
    most: dict[int, int] = {}
    for (key, _rationale), of in others.items():
        most[key] = max(len(of) + 1, most.get(key, 0))
    return {key: (count, thin, most.get(key, 0)) for key, (count, thin) in counts.items()}


def repeated(rows: QuerySet[Decision], least: int = 2) -> list[Repeated]:
    """The rationales that stand word for word in decisions of several families, the most often used first.

    Brothers and sisters of one event count once; what is too short to be told apart is thin, and no copy. One query.
    """
    by_words: dict[str, list[tuple[int, str, int | str]]] = {}
    for key, rationale, together, child in rows.values_list("pk", "rationale", "together", "child_id"):
        if not is_thin(rationale):
            by_words.setdefault(plain_words(rationale), []).append((key, rationale, together or child))
    found = []
    for several in by_words.values():
        if len({event for _key, _words, event in several}) >= least:
            found.append(Repeated(several[0][1], tuple(key for key, _words, _event in several)))
    return sorted(found, key=lambda each: (-each.times, each.words))
