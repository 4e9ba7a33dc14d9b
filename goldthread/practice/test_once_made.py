"""A statement made once answers of every key, day and moment as the ORM would."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db.models import Max

from goldthread.practice.once_made import OnceMade
from goldthread.record.models import Account, Child, ReasonGiven, Visit

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


def test_moments_and_what_is_named_are_told_apart():
    maya = Account.objects.create_user("maya", role="director")
    ava = Child.objects.create(given_name="Ava")
    at = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # the night on which clocks go forward
    for hours in (1, 24):
        ReasonGiven.objects.create(
            account=maya, child=ava, why=f"For {hours}.", at=at, until=at + timedelta(hours=hours)
        )

    def reasons(account: int, moment: datetime, *, newest: bool):
        found = ReasonGiven.objects.filter(account_id=account, at__lte=moment, until__gt=moment)
        return found.order_by("-pk" if newest else "pk").values_list("why", "until")

    asked = OnceMade(reasons)
    for newest in (True, False, True):
        for minutes in (-1, 0, 59, 60, 61, 24 * 60):
            moment = at + timedelta(minutes=minutes)
            assert asked(maya.pk, moment, newest=newest) == list(reasons(maya.pk, moment, newest=newest))
    assert asked(maya.pk + 1, at, newest=True) == []


def test_as_many_keys_as_there_are():
    ava, ben, _ = (Child.objects.create(given_name=name) for name in ("Ava", "Ben", "Cy"))
    asked = OnceMade(lambda *keys: Child.objects.filter(pk__in=keys).order_by("pk").values_list("given_name"))
    assert asked(ava.pk) == [("Ava",)]
    assert asked(ben.pk, ava.pk) == [("Ava",), ("Ben",)]
    assert asked(ben.pk, 0) == [("Ben",)]


def test_a_query_that_leaves_a_value_out_is_refused():
    with pytest.raises(RuntimeError, match="a value that the statement does not hold"):
        OnceMade(lambda _key: Child.objects.values_list("pk"))(1)


def test_a_query_that_works_something_out_from_a_value_is_refused():
    before = OnceMade(
        lambda key, day: Visit.objects.filter(
            child=key, held_on__lt=day, held_on__gte=day - timedelta(days=28)
        ).values_list("pk")
    )
    with pytest.raises(RuntimeError, match="worked out from a value"):
        before(1, date(2026, 3, 1))


def test_what_was_asked_longest_ago_is_made_again(monkeypatch):
    monkeypatch.setattr("goldthread.practice.once_made.MOST", 2)
    made = []

    def named(key: int, *, name: str):
        made.append(name)
        return Child.objects.filter(pk=key, given_name=name).values_list("pk")

    asked = OnceMade(named)
    for name in ("a", "b", "a", "c", "a", "b"):
        asked(1, name=name)
    assert made[::2] == ["a", "b", "c", "b"]
