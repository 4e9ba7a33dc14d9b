"""Signs that a published table prints where a number might stand, and what each means."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

SYMBOLS = "Government Analysis Function, Using symbols in tables: definitions and help"
EXPLORE = "Department for Education, Explore education statistics: data guidance"
OFSTED = "Ofsted, Fostering in England: notes to the tables"
TOOL = "Department for Education, Local authority interactive tool: notes"


@dataclass(frozen=True, slots=True)
class Token:
    """One sign. meaning: what its publisher says of it. hidden: whether a number exists and was withheld."""

    sign: str
    meaning: str
    source: str
    hidden: bool = False


TOKENS: dict[str, Token] = {
    token.sign: token
    for token in (
        Token("c", "confidential: withheld so that nobody can be told by it", SYMBOLS, hidden=True),
        Token("z", "not applicable", SYMBOLS),
        Token("x", "not available", SYMBOLS),
        Token("u", "low reliability", SYMBOLS),
        Token("k", "rounds to zero, and is not zero", EXPLORE),
        Token("low", "rounds to zero, and is not zero", SYMBOLS),
        Token("-", "not available", TOOL),
        Token("..", "not applicable, or no agency", OFSTED),
    )
}
"""The signs with the meaning that was published for them. A dash means *not available* in the interactive tool; where symbols
are used in the Government Analysis Function's way it does not stand alone."""

NOT_REPORTED = Token("", "the cell is empty", "")


def why(sign: str) -> str:
    """What a sign says in words."""
    return TOKENS.get(sign, NOT_REPORTED).meaning


def number_in(column: str) -> pl.Expr:
    """The number in a column of text, thousands written with a comma or without; missing where it is none.

    A binary fraction written out (288.89999999999998) is the number it stands for (288.9).
    """
    return (
        pl.col(column).str.strip_chars().str.replace_all(",", "", literal=True).cast(pl.Float64, strict=False)
    )


def sign_in(column: str) -> pl.Expr:
    """The sign in a column of text, as it is listed; an empty text where it holds a number, and ``?`` for any other."""
    said = pl.col(column).str.strip_chars().fill_null("")
    folded = said.str.to_lowercase()
    number = number_in(column)
    finite = number.is_not_null() & number.is_finite()
    return (
        pl.when(finite).then(pl.lit(""))
        .when(folded.is_in(list(TOKENS))).then(folded)
        .when(said == "").then(pl.lit("empty"))
        .otherwise(pl.lit("?"))
    )  # fmt: skip
