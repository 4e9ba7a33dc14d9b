"""What may be told of where a child is: to whom, of which rows, and in which words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldthread.practice.disclosure import SAYS_WHERE, WITHHELD, may_know, on_screen, shown_on_screens
from goldthread.record.models import (
    Account,
    Address,
    CareEpisode,
    CarerHousehold,
    Child,
    HiddenPlacement,
    Person,
    Placement,
    PrivateFostering,
    Relationship,
    SafetyWarning,
    UndisclosedAddress,
)
from goldthread.vocabulary import TABLES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

JAN, FEB = date(2026, 1, 5), date(2026, 2, 5)
SAID = {"why": "He looks for them.", "said_by": "The police", "began_on": JAN}


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def home(ava):
    return Address.objects.create(
        child=ava, kind="home", lines="7 Heron Wharf, Farport", postcode="ZZ12 3AB", began_on=JAN
    )


@pytest.fixture
def placed(ava):
    return Placement.objects.create(child=ava, began_on=FEB, kind="U6", postcode="ZZ9 9QQ", urn="SC123456")


@pytest.fixture
def father():
    return Person.objects.create(given_name="Piet", family_name="Finch")


def test_where_nothing_is_withheld_everything_is_told(ava, home, placed, father, account):
    for knowing in (
        may_know(father, ava),
        may_know(ava, ava),
        may_know(None, ava),
        on_screen(ava, by=account),
    ):
        assert knowing.complete
        assert knowing.told(home)["postcode"] == "ZZ12 3AB"
        assert knowing.words("At ZZ12 3AB") == "At ZZ12 3AB"


def test_an_address_not_to_be_disclosed_is_withheld_from_everybody_and_from_pages(ava, home, father, account):
    other = Address.objects.create(
        child=ava, kind="home", lines="1 Old Road", postcode="ZZ1 1AA", began_on=JAN
    )
    UndisclosedAddress.objects.create(child=ava, address=home, **SAID)
    for knowing in (
        may_know(father, ava),
        may_know(ava, ava),
        may_know(None, ava),
        on_screen(ava, by=account),
    ):
        assert not knowing.complete
        told = knowing.told(home)
        assert (told["lines"], told["postcode"], told["kind"]) == (WITHHELD, WITHHELD, "home")
        assert knowing.told(other)["postcode"] == "ZZ1 1AA"
        assert (
            knowing.words("Met at zz123ab, 7  heron wharf. Farport.")
            == f"Met at {WITHHELD}, {WITHHELD}. {WITHHELD}."
        )
        assert "He looks for them." in knowing.reasons[0]


def test_wherever_the_child_lives_means_placements_and_addresses_to_come(ava, home, placed, account):
    UndisclosedAddress.objects.create(child=ava, **SAID)
    care = CareEpisode.objects.create(child=ava, began_on=FEB, home_postcode="ZZ12 3AB")
    later = Address.objects.create(child=ava, kind="home", lines="2 New Road", postcode="ZZ2 2BB")
    knowing = on_screen(ava, by=account)
    assert [knowing.told(row)["postcode"] for row in (home, placed, later)] == [WITHHELD] * 3
    assert knowing.told(care)["home_postcode"] == WITHHELD


def test_a_placement_is_hidden_from_the_one_named_and_from_whoever_is_not_known(
    ava, home, placed, father, account
):
    before = Placement.objects.create(child=ava, began_on=JAN, ended_on=FEB, kind="U6", postcode="ZZ8 8XX")
    fostered = PrivateFostering.objects.create(child=ava, carer="Rosa Quillon", began_on=JAN)
    mother, aunt = Person.objects.create(given_name="Marta"), Person.objects.create(given_name="Ida")
    HiddenPlacement.objects.create(child=ava, person=father, placement=placed, **SAID)
    for recipient in (father, None):
        knowing = may_know(recipient, ava)
        told = knowing.told(placed)
        assert (told["postcode"], told["urn"], told["began_on"]) == (WITHHELD, WITHHELD, FEB)
        assert knowing.told(home)["lines"] == WITHHELD  # the child may live there while placed
        assert knowing.told(before)["postcode"] == "ZZ8 8XX"
        assert knowing.told(fostered)["carer"] == WITHHELD  # which home it was, nothing says
    for recipient in (mother, aunt, ava):
        assert may_know(recipient, ava).complete
    assert on_screen(ava, by=account).complete  # workers must know where the child is
    HiddenPlacement.objects.create(child=ava, person=mother, **SAID)
    assert may_know(mother, ava).told(before)["postcode"] == WITHHELD
    assert may_know(aunt, ava).complete


def test_the_name_of_the_household_is_taken_out_of_words(ava, placed, father):
    placed.household = CarerHousehold.objects.create(name="Rosa and Ulf Quillon")
    placed.save()
    HiddenPlacement.objects.create(child=ava, person=father, **SAID)
    assert may_know(father, ava).words("Lives with Rosa and Ulf  Quillon.") == f"Lives with {WITHHELD}."
    CarerHousehold.objects.update(name="Marsh")  # the family's own, where she lives with her grandmother
    assert may_know(father, ava).words("Ava Marsh is well.") == "Ava Marsh is well."


def test_a_precaution_is_over_on_the_day_it_ends_and_not_begun_by_being_withdrawn(ava, home, father):
    row = UndisclosedAddress.objects.create(child=ava, **SAID, ended_on=date(2026, 3, 3))
    assert not may_know(father, ava).complete
    row.ended_on = date(2026, 3, 2)
    row.save()
    assert may_know(father, ava).complete
    row.ended_on, row.withdrawn_at, row.withdrawn_because = None, datetime(2026, 3, 1, tzinfo=UTC), "In error"
    row.save()
    assert may_know(father, ava).complete


def test_what_is_withheld_of_a_brother_is_withheld_of_the_sister_who_lives_there_too(
    ava, ben, home, father, account
):
    at_bens = Address.objects.create(
        child=ben, kind="home", lines="7 Heron Wharf", postcode="zz123ab", began_on=JAN
    )
    elsewhere = Address.objects.create(
        child=ben, kind="home", lines="1 Old Road", postcode="ZZ1 1AA", began_on=JAN
    )
    UndisclosedAddress.objects.create(child=ava, **SAID)
    assert may_know(father, ben).complete  # nothing says that they are related
    Relationship.objects.create(child=ava, other_child=ben, kind="sibling")
    for knowing in (may_know(father, ben), on_screen(ben, by=account)):
        assert knowing.told(at_bens)["postcode"] == WITHHELD
        assert knowing.told(elsewhere)["postcode"] == "ZZ1 1AA"
        assert "ZZ12" not in knowing.words("Both at ZZ12 3AB.")
    nobody = Account.objects.create(username="member", role="lead-member")
    assert on_screen(ben, by=nobody).complete  # who may not know of Ava is told nothing of her


def test_no_precaution_is_told_outside(ava, father, account):
    warning = SafetyWarning.objects.create(child=ava, person=father, what="A knife.", began_on=JAN)
    assert may_know(father, ava).told(warning) == {}
    assert not may_know(father, ava).tells_row(warning)
    assert on_screen(ava, by=account).told(warning)["what"] == "A knife."


def test_a_list_asks_as_much_for_many_of_whom_nothing_is_withheld(ava, ben, home):
    with CaptureQueriesContext(connection) as queries:
        assert shown_on_screens([ava.pk, ben.pk]) == {}
    assert len(queries) == 1
    UndisclosedAddress.objects.create(child=ava, **SAID)
    assert set(shown_on_screens([ava.pk, ben.pk])) == {ava.pk}


def test_a_list_asks_as_much_for_several_of_whom_something_is_withheld_as_for_one(ava, ben, home):
    UndisclosedAddress.objects.create(child=ava, **SAID)
    with CaptureQueriesContext(connection) as of_one:
        shown_on_screens([ava.pk, ben.pk])
    UndisclosedAddress.objects.create(child=ben, **SAID)
    with CaptureQueriesContext(connection) as of_two:
        assert set(shown_on_screens([ava.pk, ben.pk])) == {ava.pk, ben.pk}
    assert len(of_two) == len(of_one)


def test_every_column_whose_name_says_where_a_child_is_is_known():
    parts = {"postcode", "address", "urn", "lines", "carer", "school", "household"}
    names = {
        f"{table}.{name}"
        for table, words in TABLES.items()
        if words.child_owned
        for name, column in words.columns().items()
        if column.kind in ("text", "ref") and parts & set(name.split("_"))
    }
    known = {each for each in names if each.partition(".")[2] in SAYS_WHERE}
    assert names - known == {"undisclosed_addresses.address"}
    assert len(known) >= 6


def test_children_are_told_apart(ava, ben, home):
    UndisclosedAddress.objects.create(child=ben, **SAID)
    assert may_know(None, ava).complete
    assert Child.objects.count() == 2
