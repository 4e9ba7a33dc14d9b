"""Conditions of one row answer yes, no or not known."""

import pytest

from goldthread.engine.holding import reading
from goldthread.vocabulary import enquiries, placements, visits
from goldthread.vocabulary.expressions import Expression

seen, alone = visits.seen == "yes", visits.seen_alone == "yes"


@pytest.mark.parametrize(
    ("expression", "row", "answer"),
    [
        (seen, {"seen": "yes"}, True),
        (seen, {"seen": "no"}, False),
        (seen, {"seen": None}, None),
        (seen, {}, None),
        (visits.seen != "yes", {"seen": None}, None),
        (~seen, {"seen": "no"}, True),
        (~seen, {"seen": None}, None),
        (visits.held_on.known(), {"held_on": None}, False),
        (visits.held_on.unknown(), {"held_on": None}, True),
        (seen & alone, {"seen": "no", "seen_alone": None}, False),
        (seen & alone, {"seen": None, "seen_alone": "no"}, False),
        (seen & alone, {"seen": "yes", "seen_alone": None}, None),
        (seen & alone, {"seen": "yes", "seen_alone": "yes"}, True),
        (seen | alone, {"seen": None, "seen_alone": "yes"}, True),
        (seen | alone, {"seen": "no", "seen_alone": None}, None),
        (seen | alone, {"seen": "no", "seen_alone": "no"}, False),
        (placements.kind.is_in("A3", "A4"), {"kind": "A4"}, True),
        (placements.kind.is_in("A3", "A4"), {"kind": "U1"}, False),
        (~placements.kind.is_in("A3", "A4"), {"kind": None}, None),
        (enquiries.conference_required.no(), {"conference_required": False}, True),
        (enquiries.conference_required.yes(), {"conference_required": None}, None),
        (enquiries.concluded_on > enquiries.began_on, {"concluded_on": 2, "began_on": 1}, True),
        (enquiries.concluded_on > enquiries.began_on, {"concluded_on": 2, "began_on": None}, None),
    ],
)
def test_a_condition_is_yes_no_or_not_known(expression, row, answer):
    assert reading(expression)(row) is answer


def test_an_unknown_kind_of_expression_is_refused():
    with pytest.raises(TypeError, match="no expression that one row can answer"):
        reading(Expression())
