"""The database itself refuses what cannot be true, and says so in words."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from goldthread.record.models import (
    Account,
    AppendOnly,
    CareEpisode,
    Child,
    DueNote,
    Person,
    Plan,
    Post,
    ReadLog,
    Relationship,
    YearInCare,
    model_of,
)
from goldthread.vocabulary import TABLES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAY = date(2026, 3, 2)
PAIRS = [table for table, words in TABLES.items() if {"began_on", "ended_on"} <= set(words.columns())]
NEEDED = {
    "kind": "x", "status": "C2", "basis": "early-help", "category": "eligible", "role": "social-worker",
}  # fmt: skip


@pytest.fixture
def child() -> Child:
    return Child.objects.create(given_name="Ava", family_name="Finch")


def refused(row: models.Model, constraint: str) -> str:
    """What a person is told when a row is refused; the database must refuse it too, by that constraint."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save()
    with pytest.raises(ValidationError) as told:
        row.validate_constraints()
    return " ".join(told.value.messages)


@pytest.mark.parametrize("table", PAIRS)
def test_nothing_ends_before_it_began(table, child):
    model = model_of(table)
    names = {field.name for field in model._meta.fields}
    values = {name: value for name, value in NEEDED.items() if name in names}
    if "child" in names:
        values["child"] = child
    if table in ("relationships", "hidden_placements"):
        values["person"] = Person.objects.create()
    if table == "post_holdings":
        values["name"] = "A N Other"
    if table == "allocations":
        values["team"] = model_of("teams").objects.create(name="Long term 1")
    backwards = model(began_on=DAY, ended_on=DAY - timedelta(days=1), **values)
    words = refused(backwards, f"{model._meta.model_name}_ended_on_not_before_began_on")
    assert "before" in words
    model(began_on=DAY, ended_on=DAY, **values).save()  # the same day is no contradiction
    model(began_on=DAY, ended_on=None, **values).save()


@pytest.mark.parametrize("table", TABLES)
def test_every_constraint_is_named_and_says_what_is_wrong(table):
    constraints = model_of(table)._meta.constraints
    assert [each.name for each in constraints if "withdrawn_with_a_reason" in each.name]
    silent = [
        each.name
        for each in constraints
        if each.violation_error_message == each.default_violation_error_message
    ]
    assert silent == []
    assert all(len(each.name) <= 63 for each in constraints)  # PostgreSQL cuts off what is longer


def test_a_child_is_looked_after_once_at_a_time(child):
    first = CareEpisode.objects.create(child=child, began_on=DAY)
    again = CareEpisode(child=child, began_on=DAY + timedelta(days=30))
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    with pytest.raises(ValidationError, match="already looked after"):
        again.full_clean()
    first.withdrawn_at, first.withdrawn_because = first.recorded_at, "Entered in error: another child"
    first.save()
    again.save()
    CareEpisode.objects.create(child=child, began_on=DAY, ended_on=DAY + timedelta(days=9))


def test_what_is_withdrawn_says_why(child):
    plan = Plan(child=child, kind="child-in-need", began_on=DAY, withdrawn_at=child.recorded_at)
    assert refused(plan, "plan_withdrawn_with_a_reason") == "Say why it is withdrawn."


def test_a_relationship_has_exactly_one_other_end_and_not_oneself(child):
    person = Person.objects.create(given_name="Rosa", family_name="Finch")
    nobody = Relationship(child=child, kind="sibling")
    both = Relationship(child=child, kind="sibling", person=person, other_child=Child.objects.create())
    oneself = Relationship(child=child, kind="sibling", other_child=child)
    assert "one person, or one other child" in refused(nobody, "relationship_has_one_other_end")
    assert "one person, or one other child" in refused(both, "relationship_has_one_other_end")
    assert "themselves" in refused(oneself, "relationship_is_not_with_oneself")


def test_numbers_stay_in_their_ranges(child):
    assert "0 and 40" in refused(
        YearInCare(child=child, year=2026, sdq_score=41), "yearincare_sdq_score_0_to_40"
    )
    assert "0 and 1" in refused(Post(full_time="1.2"), "post_full_time_0_to_1")
    YearInCare(child=child, year=2026, sdq_score=40).save()
    Post(full_time="0.6").save()


def test_why_late_is_said_in_words(child):
    note = DueNote(
        child=child, clock="care_review", start_table="care_episodes", start_row=1, kind="why-late",
        by=Account.objects.create(username="maya"),
    )  # fmt: skip
    assert refused(note, "duenote_why_late_in_words") == "Say in words why it is late."
    note.kind = "booked-for"
    assert "which day" in refused(note, "duenote_booked_for_a_day")


def test_a_code_that_its_set_does_not_have_is_refused_with_what_was_expected(child):
    with pytest.raises(ValidationError) as told:
        Plan(child=child, kind="protection", began_on=DAY, initial_category="XYZ").full_clean()
    assert told.value.message_dict["kind"] == [
        "Found 'protection'; expected one of child-in-need, child-protection, safety."
    ]
    assert "expected one of" in told.value.message_dict["initial_category"][0]


def test_the_read_log_is_only_added_to(child):
    read = ReadLog.objects.create(account=Account.objects.create(username="maya"), child=child, what="record")
    with pytest.raises(AppendOnly):
        read.save()
    with pytest.raises(AppendOnly):
        read.delete()
    with pytest.raises(AppendOnly):
        ReadLog.objects.update(page="elsewhere")
    with pytest.raises(AppendOnly):
        ReadLog.objects.all().delete()
    assert ReadLog.objects.get().page == ""


def test_history_keeps_what_a_row_said_before(child):
    child.family_name = "Lark"
    child.save()
    assert [row.family_name for row in child.history.order_by("history_id")] == ["Finch", "Lark"]
