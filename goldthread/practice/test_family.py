"""A child's family, seen from the child."""

import pytest

from goldthread.practice.family import family_of
from goldthread.record.models import Child, Person, Relationship

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_family_is_seen_from_both_ends_and_each_once(account, ava, ben, django_assert_num_queries):
    rosa = Person.objects.create(given_name="Rosa", family_name="Finch")
    young_mother = Child.objects.create(given_name="Cal", family_name="Lark")
    Relationship.objects.create(child=ava, kind="mother", person=rosa, parental_responsibility=True)
    Relationship.objects.create(child=ava, kind="sibling", other_child=ben)
    Relationship.objects.create(child=ben, kind="sibling", other_child=ava)
    Relationship.objects.create(child=young_mother, kind="own-child", other_child=ava)
    with django_assert_num_queries(5):  # who is told (3), and either end
        family = family_of(ava, by=account)
    assert [(each.name, each.what, each.public_id) for each in family] == [
        ("Rosa Finch", "mother", None),
        ("Ben Finch", "sibling", ben.public_id),
        ("Cal Lark", "parent", young_mother.public_id),
    ]
    assert family[0].parental_responsibility is True
    assert [each.name for each in family_of(ben, by=account)] == ["Ava Finch"]
