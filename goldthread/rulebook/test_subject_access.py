"""The last day for an answer, as a table; and what each ground rests on."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from goldthread.rulebook.subject_access import GROUNDS, SINCE_ARTICLE_12A, answer_due, edition_on, extend_by

# received        | identity shown  | extended | the last day    | why
TABLE = """
  Tue 3 Mar 2026  |                 |          | Tue 7 Apr 2026  | Good Friday, a weekend and Easter Monday
  Wed 4 Mar 2026  |                 |          | Tue 7 Apr 2026  |
  Mon 2 Mar 2026  |                 |          | Thu 2 Apr 2026  |
  Sat 31 Jan 2026 |                 |          | Mon 2 Mar 2026  | 28 February is a Saturday
  Thu 1 Jan 2026  |                 |          | Mon 2 Feb 2026  | 1 February is a Sunday
  Mon 2 Mar 2026  | Fri 20 Mar 2026 |          | Mon 20 Apr 2026 | the month runs from the day the identity was shown
  Mon 2 Mar 2026  | Fri 27 Feb 2026 |          | Thu 2 Apr 2026  | shown before it was asked
  Mon 2 Mar 2026  |                 | yes      | Tue 2 Jun 2026  | two further months
"""


def day(words: str) -> date | None:
    if not words:
        return None
    found = datetime.strptime(words[4:], "%d %b %Y").date()
    assert f"{found:%a}" == words[:3]
    return found


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_last_day_for_an_answer(line):
    received, identified, extended, last, _ = (cell.strip() for cell in line.split("|"))
    assert answer_due(day(received), day(identified), extended=bool(extended)) == day(last)


def test_an_extension_is_told_within_the_first_month():
    assert extend_by(date(2026, 3, 2)) == date(2026, 4, 2)
    assert extend_by(date(2026, 3, 2), date(2026, 3, 20)) == date(2026, 4, 20)


def test_the_edition_is_that_of_the_day_it_came():
    assert edition_on(date(2026, 2, 4)).source.paragraph == "article 12(3)"
    assert edition_on(SINCE_ARTICLE_12A).unconfirmed
    assert edition_on(date(2001, 1, 1)) is edition_on(date(2020, 1, 1))


def test_each_ground_says_where_it_is_written_and_what_was_not_read():
    assert [
        name
        for name, each in GROUNDS.items()
        if not (each.gap and each.source.paragraph and each.unconfirmed)
    ] == []
