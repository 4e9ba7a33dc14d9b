"""Signs in place of numbers: each is kept as what it means, and nothing else passes for one."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.exchange.published.tokens import TOKENS, number_in, sign_in, why


def read(*cells):
    found = pl.DataFrame({"cell": cells}, schema={"cell": pl.String}).select(
        n=number_in("cell"), s=sign_in("cell")
    )
    return found.rows()


def test_every_sign_has_a_meaning_and_says_whose():
    assert set(TOKENS) == {"c", "z", "x", "u", "k", "low", "-", ".."}
    assert all(token.meaning and token.source for token in TOKENS.values())
    assert [sign for sign, token in TOKENS.items() if token.hidden] == ["c"]


@pytest.mark.parametrize(
    ("cell", "number", "sign"),
    [
        ("1,234", 1234.0, ""),
        ("288.89999999999998", 288.9, ""),
        ("-0.4", -0.4, ""),
        (" c ", None, "c"),
        ("Low", None, "low"),
        ("-", None, "-"),
        ("", None, "empty"),
        (None, None, "empty"),
        ("n/a", None, "?"),
        ("nan", None, "?"),
        ("12 [r]", None, "?"),
    ],
)
def test_a_cell_is_a_number_or_a_sign_or_neither(cell, number, sign):
    [(found, said)] = read(cell)
    assert said == sign
    assert found == number or sign == "?"


@given(st.floats(allow_nan=False, allow_infinity=False, width=64) | st.integers(-(10**12), 10**12))
def test_a_number_is_read_as_the_number_that_was_written(number):
    assert read(repr(number)) == [(pytest.approx(float(number)), "")]


@given(st.text(max_size=8))
def test_text_is_a_sign_of_the_list_or_refused_and_never_a_made_up_number(text):
    [(number, sign)] = read(text)
    if sign in TOKENS:
        assert text.strip().lower() == sign
        assert why(sign)
    elif sign == "":
        assert any(each.isdigit() for each in text)
        assert number == number  # not the not-a-number
    else:
        assert sign in ("?", "empty")
