"""The improvement plan: who may what, that no child gets into it, that nobody closes what they did, and the worst first."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.engine.measuring import Total
from goldthread.practice import improving
from goldthread.practice.actions import NotAllowed
from goldthread.practice.figures.keeping import ask_counting, run
from goldthread.practice.improving.moving import BETTER, SAME, WORSE, Movement, Years, _of_ours
from goldthread.practice.improving.readings import Line
from goldthread.practice.improving.waiting import improvements_to_do
from goldthread.practice.roles import ROLES
from goldthread.practice.standing import standing_of
from goldthread.record.models import (
    Account,
    AuditLine,
    Child,
    Improvement,
    ImprovementAction,
    ImprovementMeasure,
    PublishedRelease,
    PublishedSeries,
    PublishedValue,
    Recommendation,
    Referral,
    Restriction,
)  # fmt: skip
from goldthread.rulebook.measures import MEASURES

DAY = date(2026, 3, 2)
READS = {
    "director", "service-manager", "team-manager", "quality-auditor", "performance-analyst", "lead-member", "board-member",
}  # fmt: skip


def test_managers_auditors_analysts_and_boards_read_it_and_nobody_else():
    assert {code for code, role in ROLES.items() if role.improves} == READS


def movement(state, reached=None):
    return Movement("re_referrals", "", "", "", state, "", reached)


def act(due, done=None):
    return ImprovementAction(due_on=due, done_on=done)


@pytest.mark.parametrize(
    ("actions", "movements", "state"),
    [
        ((act(date(2026, 2, 1)),), (), "late"),
        ((), (), "nothing agreed"),
        ((act(date(2026, 4, 1)),), (movement(SAME),), "not moving"),
        ((act(date(2026, 4, 1)),), (movement(WORSE, reached=True),), "on its way"),
        ((act(date(2026, 4, 1)),), (movement(BETTER),), "on its way"),
        ((act(date(2026, 2, 1), DAY),), (movement(WORSE),), "to close"),
    ],
)
def test_what_something_in_the_plan_is(settings, actions, movements, state):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    late = tuple(each for each in actions if each.done_on is None and each.due_on < DAY)
    assert Line(Improvement(), actions, late, None, movements, None).state == state


@pytest.mark.parametrize(("many", "state"), [(9, "not known"), (40, BETTER)])
def test_with_few_no_change_is_told_from_chance(many, state):
    now, before = (Total(MEASURES["re_referrals"], yes, many, yes, many, 0) for yes in (0, many))
    assert _of_ours(ImprovementMeasure(measure="re_referrals"), Years(DAY, now, before)).state == state


def something_published():
    """One recommendation of a report, and two years of one figure."""
    release = PublishedRelease.objects.create(kind="tool", title="t", file="f", digest="d", rows=3)
    Recommendation.objects.create(
        release=release, report="wokingham-2023", authority="872", published_on=date(2023, 5, 9), section="wnti", number=1,
        text="The impact of management oversight.",
    )  # fmt: skip
    series = PublishedSeries.objects.create(kind="tool", name="Work_Force_TO_Rate")
    for year, value in ((2024, 20.0), (2025, 16.5)):
        PublishedValue.objects.create(
            release=release, series=series, authority="872", period=str(year), year=year, value=value
        )


@pytest.mark.database
@pytest.mark.django_db
def test_from_what_was_asked_to_its_end(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    settings.AUTHORITY = "872"
    something_published()
    director, auditor, analyst, member, worker = (
        Account.objects.create_user(role, role=role)
        for role in ("director", "quality-auditor", "performance-analyst", "lead-member", "social-worker")
    )
    other = Account.objects.create_user("other", role="director")
    asked = improving.from_inspection("wokingham-2023", 1)
    assert asked is not None
    with pytest.raises(NotAllowed):
        improving.put_into_plan(by=analyst, better="Children wait less for a decision.", **asked)
    one = improving.put_into_plan(by=director, better="Children wait less for a decision.", **asked)
    with pytest.raises(ValidationError, match="in the plan already"):
        improving.put_into_plan(by=director, better="Children wait less for a decision.", **asked)

    # No child: by a whole name in any case or a number, of those whom the writer may list.
    child = Child.objects.create(given_name="Ava", family_name="Finch")
    for words in ("We looked at ava finch again.", "Ava Finch and her plan are to be looked at."):
        with pytest.raises(ValidationError, match="Ava Finch"):
            improving.say_how_it_goes(by=director, improvement=one, words=words)
    Restriction.objects.create(child=child, guardian=other, began_by=other, why="A parent works here.")
    improving.say_how_it_goes(
        by=director, improvement=one, words="Ava Finch is a name that is kept from the director."
    )

    said = {
        "what": "Managers look at each supervision",
        "known_by": "Eight in ten were held",
        "due_on": date(2026, 4, 1),
    }
    for nobody in (member, worker):
        with pytest.raises(ValidationError, match="does not read this plan"):
            improving.add_action(by=director, improvement=one, owner=nobody, **said)
    first = improving.add_action(by=director, improvement=one, owner=auditor, **said)
    with pytest.raises(NotAllowed):
        improving.link(by=auditor, measure="re_referrals", improvement=one)
    with pytest.raises(ValidationError, match="by when"):
        improving.link(by=director, measure="re_referrals", improvement=one, moves_to=18.0)
    for _ in range(2):
        improving.link(
            by=director, measure="re_referrals", improvement=one, moves_to=18.0, by_on=date(2026, 9, 1)
        )
    improving.link(by=director, measure="turnover", improvement=one)
    assert improving.linked_to("re_referrals") == [one]

    with pytest.raises(ValidationError, match="neither done nor given up"):
        improving.close(by=other, improvement=one, because="The inspection found it better.")
    with pytest.raises(NotAllowed, match="says when this is done"):
        improving.finish_action(by=analyst, act=first, words="All of them were looked at.", done_on=DAY)
    improving.move_action(
        by=director, act=first, due_on=date(2026, 5, 1), because="Two managers are new in their posts."
    )
    assert improvements_to_do(standing_of(auditor)) == []
    settings.NOW = datetime(2026, 5, 2, 9, 14, tzinfo=UTC)
    assert [each.kind for each in improvements_to_do(standing_of(auditor))] == ["improvements-late"]
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    improving.finish_action(
        by=director,
        act=first,
        words="All of them were looked at.",
        done_on=DAY,
        document="Minutes of the board",
    )
    with pytest.raises(ValidationError, match="Somebody else closes it"):
        improving.close(by=director, improvement=one, because="The inspection found it better.")
    with pytest.raises(ValidationError, match="sentence"):
        improving.close(by=other, improvement=one, because="done")
    improving.close(by=other, improvement=one, because="Audits of two quarters found it better.")
    improving.open_again(by=other, improvement=one, because="The last quarter fell back.")
    [line] = improving.lines(standing_of(director))
    assert (line.state, [each.kind for each in one.evidence.order_by("pk")]) == (
        "to close",
        ["progress", "day-moved", "evidence", "opened-again"],
    )
    turnover = next(each for each in line.movements if each.measure == "turnover")
    assert (turnover.now, turnover.before, turnover.state) == ("16.5% in 2025", "20.0% in 2024", BETTER)
    assert AuditLine.objects.filter(subject_table="improvement").exists()
    assert not AuditLine.objects.filter(child_id__isnull=False).exists()


@pytest.mark.once
@pytest.mark.database
@pytest.mark.django_db
def test_a_measure_moved_where_more_than_chance_says_so(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    director = Account.objects.create_user("director", role="director")
    child_rows = Child.objects.bulk_create(
        Child(given_name=f"C{at}", family_name="T", disabled="no") for at in range(60)
    )
    Referral.objects.bulk_create(
        Referral(child=each, received_on=date(2024, 6, 3) if at < 60 else DAY, no_further_action=at % 2 == 0)
        for at, each in enumerate(child_rows)
    )
    Referral.objects.create(
        child=child_rows[0], received_on=date(2024, 1, 8)
    )  # the year before was counted whole
    Referral.objects.bulk_create(
        Referral(child=each, received_on=date(2025, 9, 1), no_further_action=False) for each in child_rows
    )
    one = improving.put_into_plan(
        by=director, origin="own", asked="Fewer families come back to us.", source="Board, February", asked_on=DAY,
        better="Families have the help they need the first time.",
    )  # fmt: skip
    for name in ("re_referrals", "referrals"):
        improving.link(by=director, measure=name, improvement=one)
    [line] = improving.lines(standing_of(director))
    assert {each.now for each in line.movements} == {"not counted yet"}
    run(ask_counting(by=None).pk)
    [line] = improving.lines(standing_of(director))
    found = [(each.measure, each.now, each.state) for each in line.movements]
    assert found == [
        ("re_referrals", "0.0% in 12 months", SAME),
        ("referrals", "60 referrals in 12 months", "not known"),
    ]
    assert line.state == "nothing agreed"
    # A member of a board is told nothing of small numbers, and most of these months had no referral.
    member = Account.objects.create_user("member", role="board-member")
    [line] = improving.lines(standing_of(member))
    assert [each.now for each in line.movements] == ["not shown", "not shown"]
    said = improving.say_how_it_goes(
        by=director, improvement=one, words="Fewer of them came this year.", measure="referrals"
    )
    eyes = [standing_of(each) for each in (director, member)]
    assert [improving.figure_said(said, each) for each in eyes] == [
        "60 referrals in 12 months",
        "a figure that is not shown, as its numbers may be small",
    ]
