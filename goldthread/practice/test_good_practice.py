"""What worked is shared without a name: whatever the record knows of the child and the family is found in the text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed
from goldthread.practice.challenging.test_readings import Line
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.good_practice import (
    behind,
    mark_good_practice,
    names_in,
    share_practice,
    take_back_shared,
)
from goldthread.practice.standing import standing_of
from goldthread.record.models import Address, Child, Identifier, OtherName, Person, Relationship

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORDS = "The worker walked the dog with the child every week, and the child began to talk."
TITLE = "Walking while talking"


@pytest.fixture
def line(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    return Line()


@pytest.fixture
def ava(line):
    child = line.children[0]
    Child.objects.filter(pk=child.pk).update(
        given_name="Ava", family_name="Finch-Moreau", born_on=date(2015, 5, 4)
    )
    child.refresh_from_db()
    Relationship.objects.create(
        child=child, kind="father", person=Person.objects.create(given_name="Will", family_name="Moreau")
    )
    Relationship.objects.create(
        child=child,
        kind="sibling",
        other_child=Child.objects.create(given_name="Zéphyr", family_name="Moreau"),
    )
    Address.objects.create(child=child, lines="12 Tanyard Lane\nHartsmere", postcode="ZZ1 2AB")
    OtherName.objects.create(child=child, kind="known-as", given_name="Bo")
    Identifier.objects.create(child=child, scheme="la_child_id", value="OAK-1234")
    return child


@pytest.mark.once
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AVA's worker", ["Ava"]),
        ("The zephyr blew", ["Zéphyr"]),
        ("Mrs Moreau rang", ["Moreau"]),
        ("in Tanyard  lane", ["Tanyard Lane"]),
        ("near zz1 2ab", ["ZZ1 2AB"]),
        ("known as Bo at school", ["Bo"]),
        ("number OAK-1234", ["OAK-1234"]),
        ("born 4 May 2015", ["4 May 2015"]),
        ("Will came, and will come again", ["Will"]),
        ("the family will come again; a bold avatar", []),
    ],
)  # fmt: skip
def test_what_names_the_child_or_the_family_is_found(ava, text, found):
    assert set(found) <= set(names_in(ava, text))
    assert bool(found) == bool(names_in(ava, text))


def test_it_is_marked_where_it_was_seen_and_shared_without_names(line, ava):
    decision = ava.decisions.get()
    mark = mark_good_practice(
        child=ava, by=line.worker, theme="visit", words="Ava talked while walking the dog.", for_whom="everybody",
        of_table="decisions", of_row=decision.pk,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="“Ava”"):
        share_practice(good_practice=mark, by=line.worker, title=TITLE, words=WORDS + " Ava laughed.")
    with pytest.raises(ValidationError, match="“Moreau”"):
        share_practice(good_practice=mark, by=line.worker, title="What the Moreau family did", words=WORDS)
    shared = share_practice(good_practice=mark, by=line.worker, title=TITLE, words=WORDS)
    mark.refresh_from_db()
    assert (mark.shared, shared.team) == (shared, line.teams[0])
    assert set(behind([shared], standing_of(line.worker))) == {shared.pk}
    outsider = line.somebody("Oz", "social-worker", line.teams[1])
    assert behind([shared], standing_of(outsider)) == {}
    with pytest.raises(RecordNotFound):
        mark_good_practice(
            child=ava, by=outsider, theme="visit", words="It worked well for her.", for_whom="team"
        )
    with pytest.raises(NotAllowed):
        take_back_shared(shared=shared, by=outsider, because="It could be anybody's.")
    take_back_shared(shared=shared, by=line.worker, because="The family recognised itself.")
    with pytest.raises(ValidationError):
        mark_good_practice(
            child=ava, by=line.worker, theme="visit", words="It worked well for her.", for_whom="team",
            of_table="decisions", of_row=line.children[1].decisions.get().pk,
        )  # fmt: skip
