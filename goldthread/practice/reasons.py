"""A reason that somebody gives: asked for in the same words everywhere, and never a mere mark."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from goldthread.vocabulary import Fault

SHORTEST = 10  # letters: below that nobody else could judge it
SAY_WHY = "Say why, in a sentence that somebody else can judge."


def said(why: str, refused: type[Fault] = Fault, *, about: str = "") -> str:
    """The reason without the space around it. about: of what, where several are given at once. Raises refused."""
    if len(why.strip()) < SHORTEST:
        raise refused(f"{about}: {SAY_WHY[0].lower()}{SAY_WHY[1:]}" if about else SAY_WHY)
    return why.strip()


def written(why: str, column: str) -> str:
    """The same where a column of a row keeps the reason. Raises ValidationError, said of that column."""
    if len(why.strip()) < SHORTEST:
        raise ValidationError({column: SAY_WHY})
    return why.strip()
