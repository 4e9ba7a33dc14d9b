"""Which row is which, and which condition holds, without a database."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import F, Q

from goldthread.vocabulary import TABLES

from .likeness import likeness, pair
from .refusals import holds, refusal
from .shapes import SHAPES, fact_columns, parents_first


def test_the_same_rows_find_each_other_in_any_order():
    assert pair([("a", 1), ("b", 2)], [("b", 2), ("a", 1)], [0]) == [1, 0]


def test_of_two_that_are_the_same_each_is_taken_once():
    assert pair([("a", 1)] * 3, [("a", 1)] * 2, [0]) == [0, 1, None]


def test_what_is_the_same_goes_before_what_has_the_same_name():
    assert pair([("a", 1), ("a", 2)], [("a", 2), ("a", 3)], [0]) == [1, 0]


def test_half_in_common_is_enough_only_where_it_may_be():
    assert pair([("a", 1)], [("b", 1)], [0]) == [0]
    assert pair([("a", 1)], [("b", 1)], [0], lambda came, here: False) == [None]
    assert pair([("a", 1)], [("b", 2)], [0]) == [None]


def test_the_order_in_which_rows_come_does_not_decide():
    here = [("a", 1, 1, 1), ("a", 2, 2, 2)]
    came = [("a", 2, 2, 3), ("a", 1, 1, 3)]
    assert pair(came, here, [0]) == [1, 0]
    assert pair(came[::-1], here, [0]) == [0, 1]


def test_what_neither_says_is_not_in_common():
    assert likeness(("a", None, ""), ("b", None, "")) == 0
    assert likeness((None,), ("",)) == 1


@pytest.mark.parametrize(
    ("ended", "began", "answer"),
    [(2, 1, True), (1, 1, True), (1, 2, False), (None, 2, True), (2, None, True)],
)
def test_a_condition_is_answered_as_the_database_does(ended, began, answer):
    condition = Q(ended__isnull=True) | Q(began__isnull=True) | Q(ended__gte=F("began"))
    assert holds(condition, {"ended": ended, "began": began}) is answer
    assert holds(~condition, {"ended": ended, "began": began}) is not answer


def test_a_missing_value_leaves_a_condition_open():
    assert holds(Q(score__gte=0), {"score": None}) is None


def test_every_table_says_how_its_rows_are_recognised():
    assert set(SHAPES) == set(TABLES) - {"children"}
    for table, shape in SHAPES.items():
        named = {*shape.natural, *shape.began, *shape.ended, *filter(None, (shape.part_of, shape.counted))}
        assert named <= set(fact_columns(table)), table


def test_parents_go_before_what_hangs_on_them():
    order = parents_first()
    assert order.index("referrals") < order.index("assessments") < order.index("assessment_factors")
    assert order.index("workers") < order.index("posts")


def test_every_constraint_of_the_record_can_be_checked_before_the_database_is_asked():
    from goldthread.record.models import model_of

    for table in TABLES:
        model = model_of(table)
        values = {field.name: None for field in model._meta.concrete_fields}
        for constraint in model._meta.constraints:
            if getattr(constraint, "condition", None):
                holds(constraint.condition, values)


def test_a_refusal_names_the_column_what_was_found_and_what_was_expected():
    from goldthread.record.models import CareEpisode

    values = {field.name: 1 for field in CareEpisode._meta.concrete_fields} | {
        "began_on": date(2025, 9, 1), "ended_on": date(2025, 8, 1), "withdrawn_at": None, "withdrawn_because": "",
        "began_because": None, "ended_because": None, "permanence_plan": None, "home_postcode": "", "original": None,
    }  # fmt: skip
    column, found, expected = refusal(CareEpisode, values)
    assert column == "ended_on"
    assert found == "ended on 2025-08-01, began on 2025-09-01"
    assert expected == "A period of care cannot end before it began"
