"""Until when a record is kept, as a table: what happened, the class, the last day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from goldthread.rulebook.retention import CLASSES, Facts, kept

# what happened                                                                           | class               | kept until
TABLE = """
    born 3 Jun 2019, in care                                                              | looked-after        | Thu 3 Jun 2094
    born 29 Feb 2012, in care                                                             | looked-after        | Fri 28 Feb 2087
    born 3 Jun 2010, died 4 Mar 2026, in care                                             | looked-after        | Sun 3 Mar 2041
    born 3 Jun 2000, died 4 Mar 2026, in care                                             | looked-after        | Mon 3 Jun 2075
    in care                                                                               | looked-after        | cannot be told
    born 3 Jun 2005, leaving care                                                         | care-leaver         | Mon 3 Jun 2080
    born 3 Jun 2019, in care, adopted 4 Mar 2026                                          | adopted             | Mon 4 Mar 2126
    born 3 Jun 2019, adopted 30 Dec 2005                                                  | adopted             | Wed 30 Dec 2105
    born 3 Jun 1999, adopted 29 Dec 2005                                                  | adopted-before-2005 | Tue 29 Dec 2105
    born 3 Jun 2019, protected, helped, closed 4 Mar 2026                                 | protected           | Fri 4 Mar 2061
    born 3 Jun 2019, protected, helped, open                                              | protected           | cannot be told
    born 3 Jun 2019, helped, closed 4 Mar 2026                                            | helped              | Fri 3 Jun 2044
    born 3 Jun 2001, helped, closed 4 Mar 2026                                            | helped              | Thu 4 Mar 2032
    helped, closed 4 Mar 2026                                                             | helped              | Thu 4 Mar 2032
    born 3 Jun 2019, closed 4 Mar 2026                                                    | contact-only        | Thu 4 Mar 2032
    born 3 Jun 2019                                                                       | contact-only        | cannot be told
    carers, approved 3 Jun 2012, closed 4 Mar 2026                                        | foster-carers       | Tue 4 Mar 2036
    carers, closed 4 Mar 2026                                                             | foster-carers       | Sun 4 Mar 2029
    carers, approved 3 Jun 2012                                                           | foster-carers       | cannot be told
"""
DAYS = {
    "born": "born_on",
    "died": "died_on",
    "adopted": "adopted_on",
    "closed": "closed_on",
    "approved": "approved_on",
}
FLAGS = {
    "in care": "in_care",
    "leaving care": "leaving_care",
    "protected": "protected",
    "helped": "helped",
    "open": "open",
    "carers": "carers",
}


def facts_of(words: str) -> Facts:
    said: dict[str, object] = {}
    for each in words.split(", "):
        if each in FLAGS:
            said[FLAGS[each]] = True
        else:
            what, _, day = each.partition(" ")
            said[DAYS[what]] = datetime.strptime(day, "%d %b %Y").date()
    return Facts(**said)


@pytest.mark.parametrize(
    ("happened", "name", "until"),
    [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()],
)
def test_how_long_a_record_is_kept(happened, name, until):
    found = kept(facts_of(happened))
    assert found.rule.name == name
    if until == "cannot be told":
        assert found.until is None
        assert not found.due_for_review(date(2200, 1, 1))
    else:
        assert (found.until, f"{found.until:%a}") == (
            datetime.strptime(until[4:], "%d %b %Y").date(),
            until[:3],
        )
        assert not found.due_for_review(found.until)
        assert found.due_for_review(date.fromordinal(found.until.toordinal() + 1))


def test_every_class_is_in_the_table_and_says_whose_rule_it_is():
    assert {each.name for each in CLASSES} == {
        line.split("|")[1].strip() for line in TABLE.strip().splitlines()
    }
    for each in CLASSES:
        assert each.source.label
        assert each.seen_in
        assert each.unconfirmed or each.seen_in != "Not seen"
