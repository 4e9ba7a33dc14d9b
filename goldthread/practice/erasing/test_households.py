"""A foster household's file is erased by two people, in its time, with every date it was given; the placements stay."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.db import connection, models

from goldthread.practice import recording as do
from goldthread.practice.erasing import (
    agree_household_erasure,
    ask_household_erasure,
    refuse_household_erasure,
)
from goldthread.practice.erasing.households import rows_of_household
from goldthread.practice.verifying import verify_logs
from goldthread.record import guards
from goldthread.record.models import (
    Account,
    CarerHousehold,
    DueToOther,
    DueToOtherHistory,
    Erasure,
    Placement,
)
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "The last day on which it must be kept is past."


def says(word: str) -> set[str]:
    """Every table of the record that still says a word."""
    every = apps.get_app_config("record").get_models()
    return {
        each._meta.model_name or ""
        for each in every
        if any(word in str(row) for row in models.QuerySet(each).all().values())
    }


def test_two_people_erase_a_households_file_with_every_date_it_was_given(ava, settings):
    guards.install(connection)
    settings.NOW = datetime(2012, 3, 2, 12, tzinfo=UTC)
    director, lead = (
        Account.objects.create(username=role, role=role) for role in ("director", "information-governance")
    )
    bells, others = (
        do.register_household(by=director, name=name, enquired_on=date(2011, 6, 6), places=2, connected=False)
        for name in ("Joan Bell", "Una Reed")
    )
    for each in (bells, others):
        do.record_step(row=each, by=director, step="approved_on", on=date(2012, 1, 9))
        do.check_household(by=director, household=each, kind="disclosure", held_on=date(2012, 1, 10))
        do.review_household(by=director, household=each, held_on=date(2012, 3, 1), to_panel=True)
    stay = Placement.objects.create(
        child=ava, kind="U4", began_on=date(2012, 1, 10), ended_on=date(2012, 2, 1), household=bells
    )
    do.record_step(row=bells, by=director, step="ended_on", on=date(2012, 3, 2))
    mine = DueToOtherHistory.objects.filter(owner_row=bells.pk).count()
    assert mine
    assert set(rows_of_household(bells)) >= {DueToOtherHistory, CarerHousehold}

    settings.NOW = datetime(2021, 3, 2, 12, tzinfo=UTC)
    with pytest.raises(Fault, match=r"kept until 2 March 2022.*reg 32"):
        ask_household_erasure(household=bells, by=lead, because=WHY)
    settings.NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
    asked = ask_household_erasure(household=bells, by=lead, because=WHY)
    with pytest.raises(Fault, match="Somebody else agrees"):
        agree_household_erasure(erasure=asked, by=lead)
    refuse_household_erasure(erasure=asked, by=director, because="A complaint is being looked into.")
    asked = ask_household_erasure(household=bells, by=lead, because=WHY)
    Placement.objects.filter(pk=stay.pk).update(ended_on=None)
    with pytest.raises(Fault, match="A child is placed with this household"):
        agree_household_erasure(erasure=asked, by=director)
    Placement.objects.filter(pk=stay.pk).update(ended_on=date(2012, 2, 1))
    assert {"carerhousehold", "auditline", "historicalcarerhousehold"} <= says("Joan Bell")
    agree_household_erasure(erasure=asked, by=director)

    assert says("Joan Bell") == set()
    for each in (DueToOther, DueToOtherHistory):
        assert not each.objects.filter(owner_table="carer_households", owner_row=bells.pk).exists()
    assert DueToOtherHistory.objects.filter(owner_row=others.pk).exists()
    assert CarerHousehold.objects.get() == others
    stay.refresh_from_db()
    assert (stay.child, stay.household) == (ava, None)
    connection.check_constraints()
    done = Erasure.objects.get(done_at__isnull=False)
    assert (done.whose, done.household, done.record_number) == ("household", None, bells.pk)
    assert done.erased["due to others history"] == mine
    assert done.erased["placements that said with whom"] == 1
    assert verify_logs().sound
    with pytest.raises(Fault, match="erased already"):
        agree_household_erasure(erasure=asked, by=lead)
