"""When a manager last looked at a child, and the children of whom none did for long."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.practice.overseeing import (
    last_overseen,
    last_overseen_of_many,
    said_of_overseen,
    without_footprint,
)
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Allocation,
    Assessment,
    AssessmentApproval,
    Child,
    Decision,
    LocalRule,
    Supervision,
    Team,
    UndisclosedAddress,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ON = date(2026, 3, 12)


def before(days: int) -> date:
    return ON - timedelta(days=days)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)


@pytest.fixture
def shah() -> Worker:
    return Worker.objects.create(given_name="Rina", family_name="Shah")


def decided(child, **values) -> Decision:
    said = {
        "kind": "other",
        "question": "May Ava go?",
        "answer": "Yes",
        "rationale": "She asked to go herself.",
    }
    return Decision.objects.create(child=child, **{**said, **values})


def test_the_latest_trace_of_a_manager_counts_whatever_it_was(ava, shah):
    Supervision.objects.create(child=ava, supervisor=shah, held_on=before(20), directions="Visit this week.")
    Supervision.objects.create(child=ava, supervisor=shah, held_on=before(90))
    decided(ava, decided_on=before(1), decided_by=shah)  # nobody signed it off yet
    seen = last_overseen(ava)
    assert (seen.on, seen.by, seen.what, seen.result, seen.days) == (
        before(20), "Rina Shah", "discussed in supervision", "Visit this week.", 20,
    )  # fmt: skip
    decided(ava, decided_on=before(9), signed_off_on=before(8), signed_off_by=shah)
    assert str(last_overseen(ava)) == "decision signed off by Rina Shah"
    assert last_overseen(ava).result == "May Ava go? Yes"
    assessment = Assessment.objects.create(child=ava, requested_on=before(40))
    AssessmentApproval.objects.create(
        child=ava, assessment=assessment, asked_on=before(7), answer="returned", answered_on=before(5), answered_by=shah,
        answered_because="Ava herself is missing from it.",
    )  # fmt: skip
    assert (last_overseen(ava).what, last_overseen(ava).result) == ("assessment answered", "returned")


def test_what_was_taken_back_or_is_to_come_is_no_trace(ava, shah):
    Supervision.objects.create(
        child=ava, supervisor=shah, held_on=before(2), withdrawn_at=datetime(2026, 3, 11, tzinfo=UTC),
        withdrawn_because="Entered in error.",
    )  # fmt: skip
    Supervision.objects.create(child=ava, supervisor=shah, held_on=before(-2))
    assert last_overseen(ava) is None
    assert said_of_overseen([ava.pk]) == {ava.pk: ("never", True)}
    assert last_overseen_of_many([]) == {}


def test_a_result_says_no_address_that_is_withheld(ava, shah):
    from goldthread.record.models import Address

    Address.objects.create(child=ava, lines="7 Kiln Lane", postcode="OX1 1AA")
    UndisclosedAddress.objects.create(
        child=ava, began_on=before(50), said_by="The police", why="A man is looking for her."
    )
    Supervision.objects.create(child=ava, supervisor=shah, held_on=before(2), directions="Visit 7 Kiln Lane.")
    assert "Kiln" not in last_overseen(ava).result


def test_many_children_take_as_many_queries_as_one(ava, shah, django_assert_num_queries):
    children = [Child.objects.create() for _ in range(12)]
    for child in children:
        Supervision.objects.create(child=child, supervisor=shah, held_on=before(3))
    with django_assert_num_queries(6):
        found = last_overseen_of_many([*(child.pk for child in children), ava.pk])
    assert len(found) == 12


def test_who_is_listed_as_not_overseen(ava, ben, account, shah):
    team = Team.objects.create(name="Long-term 2", kind="long-term")
    cal, dee, eve = (Child.objects.create(given_name=name) for name in ("Cal", "Dee", "Eve"))
    for child, held in ((ava, 200), (ben, 200), (cal, 200), (dee, 10)):
        Allocation.objects.create(
            child=child, worker=shah, team=team, role="social-worker", began_on=before(held)
        )
    Supervision.objects.create(child=ava, supervisor=shah, held_on=before(28))
    Supervision.objects.create(child=ben, supervisor=shah, held_on=before(40))
    Supervision.objects.create(child=ben, supervisor=shah, held_on=before(-2))  # it is to come
    decided(eve, decided_on=before(300))  # nobody holds Eve, and Dee is new here
    by = standing_of(account)
    found = list(without_footprint(by=by))
    assert [(each.pk, each.overseen_on.year) for each in found] == [(cal.pk, 1900), (ben.pk, 2026)]
    assert [each.pk for each in without_footprint(by=by, days=20)] == [cal.pk, ben.pk, ava.pk]
    assert not without_footprint(by=by, team=team.pk + 1)
    LocalRule.objects.create(
        kind="setting",
        about="footprint_days",
        says="45",
        began_on=before(60),
        decided_by="The director",
        why="Ours.",
    )
    assert [each.pk for each in without_footprint(by=by)] == [cal.pk]
