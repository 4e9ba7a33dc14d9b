"""A statement made once answers of every child as the ORM would."""

from datetime import date

import pytest
from django.db.models import Max

from goldthread.practice.once_made import OnceMade
from goldthread.record.models import Child, Visit

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def _last_visit(key: int, before: date):
    seen = Visit.objects.filter(child=key, held_on__lt=before)
    return seen.values("child").annotate(last=Max("held_on")).values_list("child_id", "last").order_by()


def test_it_answers_of_each_child_and_day_and_sees_what_was_written_since(django_assert_num_queries):
    asked = OnceMade(_last_visit)
    ava, ben = (Child.objects.create(given_name=name) for name in ("Ava", "Ben"))
    for child, day in ((ava, 3), (ava, 9), (ben, 5)):
        Visit.objects.create(child=child, held_on=date(2026, 2, day), purpose="in-need")
    for child in (ava, ben, ava):
        for before in (date(2026, 2, 4), date(2026, 3, 1)):
            assert asked(child.pk, before) == list(_last_visit(child.pk, before)), (child, before)
    Visit.objects.create(child=ben, held_on=date(2026, 2, 27), purpose="in-need")
    with django_assert_num_queries(1):
        assert asked(ben.pk, date(2026, 3, 1)) == [(ben.pk, date(2026, 2, 27))]


def test_a_query_that_asks_for_no_child_is_refused():
    with pytest.raises(RuntimeError, match="expected the query to ask for one child"):
        OnceMade(lambda _key: Child.objects.values_list("pk"))(1)
