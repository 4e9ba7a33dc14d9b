"""Everything dated about a child, the newest first, in plain words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.practice.moments import MOMENTS, sentence
from goldthread.practice.not_entries import NOT_ENTRIES
from goldthread.practice.timeline import timeline
from goldthread.record.models import (
    Assessment,
    AssessmentFactor,
    Conference,
    Enquiry,
    Placement,
    Plan,
    Source,
    StrategyAttendee,
    StrategyDiscussion,
    Visit,
    model_of,
)
from goldthread.rulebook.codes import code_set
from goldthread.vocabulary import TABLES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MON, TUE, THU = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 5)
END = date(2026, 11, 20)
OWNED = {name: table for name, table in TABLES.items() if table.child_owned or name == "children"}


def test_every_day_of_every_table_is_an_entry_or_says_why_not():
    days = {
        f"{name}.{column.name}"
        for name, table in OWNED.items()
        for column in table.columns().values()
        if column.kind == "day"
    }
    shown = {f"{name}.{moment.column}" for name, moments in MOMENTS.items() for moment in moments}
    assert days - shown == set(NOT_ENTRIES)
    assert shown <= days


@pytest.mark.once
@pytest.mark.parametrize("table", MOMENTS)
def test_every_entry_has_a_title_even_where_little_is_recorded(table, ava):
    model = model_of(table)
    for moment in MOMENTS[table]:
        row = model()
        title = moment.title if isinstance(moment.title, str) else moment.title(row)
        assert title
        assert title == title.strip(" :")
        if moment.details:
            assert isinstance(moment.details(row), str)
        if moment.at:
            assert TABLES[table].columns()[moment.at].day == moment.column


def test_it_tells_what_happened_the_newest_first(ava):
    source = Source.objects.create(kind="annex-a", authority="940", name="Annex A of Oakshire")
    at = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)
    Visit.objects.create(
        child=ava, held_on=TUE, held_at=at, purpose="child-protection", seen="yes", seen_alone="no",
        recorded_at=at + timedelta(days=4),
    )  # fmt: skip
    Conference.objects.create(child=ava, kind="review", held_on=THU, source=source)
    Enquiry.objects.create(
        child=ava, began_on=MON, withdrawn_at=at, withdrawn_because="Entered in error: another child"
    )
    Placement.objects.create(child=ava, began_on=MON, ended_on=TUE, kind="U6")
    placed = code_set("s903_placement_type").label("U6")
    told = timeline(ava, END)
    assert [(entry.day, entry.title) for entry in told] == [
        (THU, "Review conference held"),
        (TUE, "Visit: child seen"),
        (TUE, f"Placement ended: {placed}"),
        (MON, f"Placed: {placed}"),
        (MON, "Enquiry begun"),
        (date(2015, 5, 4), "Born"),
    ]
    assert (told[0].source, told[0].lag_days) == ("Annex A of Oakshire", None)
    assert (told[1].source, told[1].lag_days, told[1].at) == ("Recorded here", 4, at)
    assert told[1].details == "Child protection; not seen alone"
    assert (told[4].withdrawn, told[4].withdrawn_because) == (True, "Entered in error: another child")
    assert timeline(ava, MON)[0].title.startswith("Placed")


def test_a_discussion_says_who_took_part_and_an_assessment_what_it_found(ava):
    discussion = StrategyDiscussion.objects.create(
        child=ava, concern_on=MON, held_on=TUE, decision="enquiry", decided_because="A mark on his arm"
    )
    for agency, came in (("police", True), ("health", None), ("education", False)):
        StrategyAttendee.objects.create(
            child=ava, strategy_discussion=discussion, agency=agency, attended=came
        )
    assessment = Assessment.objects.create(child=ava, requested_on=MON, authorised_on=THU)
    AssessmentFactor.objects.create(child=ava, assessment=assessment, factor="3A")
    details = {entry.title: entry.details for entry in timeline(ava, END)}
    assert details["Strategy discussion held"] == "Enquiry; A mark on his arm; took part: police, health"
    assert details["Assessment authorised"] == sentence(code_set("assessment_factor").label("3A"))


def test_four_hundred_entries_take_the_queries_of_three(ava, django_assert_num_queries):
    def written(many: int) -> None:
        Visit.objects.bulk_create(
            Visit(child=ava, held_on=MON - timedelta(days=n), purpose="other", seen="yes")
            for n in range(many)
        )
        Plan.objects.bulk_create(
            Plan(child=ava, kind="child-in-need", began_on=MON - timedelta(days=n), ended_on=MON)
            for n in range(many)
        )

    with django_assert_num_queries(3):  # the sources, what may be shown, and which tables hold anything
        assert len(timeline(ava, END)) == 1
    written(1)
    with django_assert_num_queries(5):
        assert len(timeline(ava, END)) == 4
    written(200)
    with django_assert_num_queries(5):
        assert len(timeline(ava, END)) == 604
