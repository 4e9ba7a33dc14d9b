"""One child's clocks: what the tables of specifications cannot say. The rules themselves are in tests/spec."""

from datetime import UTC, date, datetime

import pytest

from goldthread.engine.one import Instance, Known, instances
from goldthread.rulebook.authority import OwnStandard
from goldthread.rulebook.calendar import OutsideCalendar
from goldthread.rulebook.clock import Ages, Edition, clock
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.counts import calendar_days, weeks
from goldthread.vocabulary import children, core_groups, plans

NOON = datetime(2026, 4, 16, 12, tzinfo=UTC)
BIRTH = {"id": 7, "born_on": date(2010, 3, 1), "withdrawn_at": None, "source": None}


def row(number, **columns):
    return {"id": number, "child": 7, "source": None, "withdrawn_at": None} | columns


def edition(*due, since=date(2020, 1, 1)):
    return Edition(since=since, due=due, source=OwnStandard("Ours", "1"), seen_in="nowhere")


def made(**words):
    """A clock of the plan, for what no duty needs yet."""
    given = {
        "name": "made", "what": "Made", "duty": "Made up", "rows": ["XX-01", "XX-02"],
        "starts": plans.began_on, "done": core_groups.held_on, "editions": [edition(weeks(1))],
    }  # fmt: skip
    return clock(**(given | words))


def answers(of, tables, now=NOON, **known):
    return instances([of], {"children": [BIRTH]} | tables, now, **known)


def test_an_answer_says_everything_and_no_more():
    tables = {"referrals": [row(3, received_on=date(2026, 4, 14), decided_on=None, closed_on=None)]}
    [answer] = answers(CLOCKS["referral_decision"], tables)
    assert answer == Instance(
        clock="referral_decision", row_id="FD-01", child=7, start_table="referrals", start_row=3, source=None, link=0,
        counted_from="start", started_on=date(2026, 4, 14), started_at=None, due_on=date(2026, 4, 15), due_at=None,
        plan_by=date(2026, 4, 15), done_on=None, done_at=None, done_row=None, stopped_on=None, stop_kind=None,
        state="overdue", edition=date(2026, 3, 18), confirmed=False, authority="guidance", time_known=True, judged_at=None,
    )  # fmt: skip


def test_answers_come_by_clock_then_starting_row_then_link():
    tables = {
        "plans": [row(2, kind="child-protection", began_on=date(2026, 1, 5)),
                  row(1, kind="child-protection", began_on=date(2026, 2, 2))],
        "visits": [row(1, held_on=date(2026, 2, 3), seen="yes")],
    }  # fmt: skip
    found = instances([CLOCKS["protection_visit"], CLOCKS["core_group"]], tables, NOON)
    assert [(each.clock, each.start_row, each.link) for each in found] == [
        ("protection_visit", 1, 0), ("protection_visit", 1, 1), ("protection_visit", 2, 0), ("protection_visit", 2, 1),
        ("core_group", 1, 0), ("core_group", 2, 0),
    ]  # fmt: skip


def test_no_rows_no_duties():
    assert instances(CLOCKS.values(), {}, NOON) == []
    assert instances(CLOCKS.values(), {"children": [BIRTH], "referrals": []}, NOON) == []


def test_a_link_takes_the_edition_of_its_own_start_and_one_before_the_first_keeps_its_number():
    of = made(
        shared=True,
        every=True,
        editions=[edition(weeks(1)), edition(calendar_days(3), since=date(2020, 3, 1))],
    )
    tables = {
        "plans": [row(1, began_on=date(2019, 12, 30))],
        "core_groups": [row(1, held_on=date(2020, 1, 6)), row(2, held_on=date(2020, 3, 1))],
    }
    assert [(each.link, each.due_on, each.row_id) for each in answers(of, tables)] == [
        (1, date(2020, 1, 13), "XX-02"),
        (2, date(2020, 3, 4), "XX-02"),
    ]


def test_a_chain_without_every_has_no_more_links_than_counts():
    of = made(shared=True, editions=[edition(weeks(1), weeks(2))])
    tables = {
        "plans": [row(1, began_on=date(2026, 1, 5))],
        "core_groups": [row(number, held_on=date(2026, 1, 5 + number)) for number in (1, 2, 3)],
    }
    found = answers(of, tables)
    assert [(each.link, each.done_row, each.due_on) for each in found] == [
        (0, 1, date(2026, 1, 12)),
        (1, 2, date(2026, 1, 20)),
    ]


def test_each_completion_of_its_own_goes_to_the_earliest_start_that_is_open():
    tables = {
        "plans": [row(1, began_on=date(2026, 2, 2)), row(2, began_on=date(2026, 1, 5)), row(3, began_on=date(2026, 1, 5))],
        "core_groups": [row(1, held_on=date(2026, 2, 3)), row(2, held_on=date(2026, 2, 3))],
    }  # fmt: skip
    assert [(each.start_row, each.done_row) for each in answers(made(), tables)] == [
        (1, None),
        (2, 1),
        (3, 2),
    ]


def test_ended_wins_where_two_stops_fall_together():
    of = made(ends=[plans.ended_on], superseded_by=[children.died_on])
    tables = {
        "children": [BIRTH | {"died_on": date(2026, 1, 8)}],
        "plans": [row(1, began_on=date(2026, 1, 5), ended_on=date(2026, 1, 8))],
    }
    [answer] = answers(of, tables)
    assert (answer.stop_kind, answer.state) == ("ended", "ended")


def test_a_start_before_the_age_is_kept_while_it_is_open_on_the_birthday():
    of = made(ages=Ages(from_years=16))
    tables = {"plans": [row(1, began_on=date(2026, 2, 27))]}
    assert [each.due_on for each in answers(of, tables)] == [date(2026, 3, 6)]
    assert answers(of, tables, now=datetime(2026, 2, 28, 12, tzinfo=UTC)) == []
    assert answers(of, tables | {"core_groups": [row(1, held_on=date(2026, 3, 1))]}) == []
    assert len(answers(of, tables | {"core_groups": [row(1, held_on=date(2026, 3, 2))]})) == 1


def test_what_a_source_says_is_asked_only_of_rows_that_came_from_it():
    tables = {"plans": [row(1, began_on=date(2026, 1, 5)), row(2, began_on=date(2026, 1, 6), source=4)]}
    known = {"core_groups.held_on": Known(None, datetime(2026, 1, 13, 12, tzinfo=UTC))}
    assert [(each.state, each.judged_at) for each in answers(made(), tables, known=known)] == [
        ("overdue", None),
        ("running", datetime(2026, 1, 13, 12, tzinfo=UTC)),
    ]
    assert [each.state for each in answers(made(), tables)] == ["overdue", "not known"]


def test_a_date_outside_the_calendar_is_refused():
    with pytest.raises(OutsideCalendar):
        answers(
            made(editions=[edition(weeks(1), since=date(1800, 1, 1))]),
            {"plans": [row(1, began_on=date(1900, 1, 1))]},
        )


def test_an_instant_without_a_zone_is_refused():
    tables = {
        "missing_episodes": [row(1, kind="M", ended_on=date(2026, 1, 5), ended_at=datetime(2026, 1, 5, 9))]
    }
    with pytest.raises(TypeError):
        answers(CLOCKS["return_interview"], tables)


def test_the_calendar_asked_is_the_one_given():
    class Closed:
        def add_working_days(self, day, number):
            return date(2030, 1, 1)

        def plan_by(self, due):
            return date(2029, 12, 31)

    tables = {"referrals": [row(3, received_on=date(2026, 4, 14), decided_on=None, closed_on=None)]}
    [answer] = answers(CLOCKS["referral_decision"], tables, calendar=Closed())
    assert (answer.due_on, answer.plan_by) == (date(2030, 1, 1), date(2029, 12, 31))


AT_HOME = (
    "care_visit", "at_home_visit", "unassessed_parent_visit", "interim_order_visit", "interim_order_at_home_visit",
    "care_order_at_home_visit",
)  # fmt: skip


@pytest.mark.parametrize("basis", [None, "assessed", "before-assessment"])
@pytest.mark.parametrize("made_on", [date(2026, 1, 5), date(2026, 3, 2), date(2026, 3, 20)])
@pytest.mark.parametrize("order", ["C1", "C2", "V2"])
def test_a_child_at_home_stands_under_one_duty_of_visiting(order: str, made_on: date, basis: str | None):
    """Whichever comes first, the placement or the order, and whether or not the parents are assessed."""
    told = {
        "placements": [{"id": 1, "child": 1, "kind": "P1", "basis": basis, "began_on": date(2026, 3, 2)}],
        "legal_statuses": [{"id": 1, "child": 1, "status": order, "began_on": made_on}],
    }
    found = instances([CLOCKS[name] for name in AT_HOME], told, datetime(2026, 6, 1, 9, tzinfo=UTC))
    assert len([each.clock for each in found if each.state == "overdue"]) == 1, found
