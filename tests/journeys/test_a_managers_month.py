"""One month of a team manager: supervision, decisions, a worker who leaves, a challenge, an escalation, and what came of it.

Each chapter is a day of March 2026. The director looks on the first day and on the last, and sees the effect.
`GOLDTHREAD_PICTURES=folder` leaves a picture of each page at both widths.
"""

from __future__ import annotations

import os
from datetime import date

import pytest

from goldthread.record.models import (
    Allocation,
    Decision,
    Direction,
    DirectionAnswer,
    Escalation,
    Handover,
    Reading,
    ReadLog,
    Supervision,
    SupervisionReading,
    Visit,
)
from tests.journeys.journey import DESK, PHONE
from tests.journeys.of_a_month import DIRECTED, HELD, authority_of_a_month

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.django_db(transaction=True)]
if os.environ.get("GOLDTHREAD_TEST_ALL") != "1":
    pytestmark.append(pytest.mark.once)  # half a minute: on PostgreSQL it is told with --all

TEAM, SERVICE = "Long-term 5", "Long-term service"
SAID = {
    "ada": "Ada told Sol alone that weekends are at her gran's since the new year.",
    "bo": "Bo is at school every day and is tired on Mondays.",
    "cai": "Cai has moved to his uncle's sofa and likes it there.",
    "dot": "Dot was away from nursery for eleven days; her mother was in hospital.",
    "eli": "Eli was told that Sol leaves, and asked who comes then.",
    "fay": "Nobody of ours has seen Fay since January.",
}
DECIDED = {
    "fay": ("step-down", "Does Fay's plan end now?", "No: it goes on until Fay has been seen twice.",
            "Nobody has seen Fay since January, so nobody can say that what worried us in November is over."),
    "cai": ("placement", "May Cai stay at his uncle's until Easter?", "Yes, while we assess it.",
            "Cai asked for it, his uncle took a week off for him, and home is quieter while he is there."),
    "dot": ("conference", "Do we ask for a conference about Dot?", "Not now: we plan with the hospital first.",
            "Eleven days away had a reason that we now know; her aunt was there on each of them."),
}  # fmt: skip
"""Of three children: what is decided, the question, the answer, why."""


@pytest.fixture
def authority(transactional_db, settings):
    """The authority of this month, in place of the small one."""
    settings.DEMONSTRATION = True
    return authority_of_a_month()


def test_a_managers_month(journey):
    before = the_director_looks_on_the_first_day(journey)
    mo_sees_her_team(journey)
    sol_asks_from_a_phone(journey)
    mo_holds_supervision_over_six_children(journey)
    sol_reads_it_on_a_phone(journey)
    three_decisions(journey)
    sal_challenges_what_she_was_dealt(journey)
    mo_answers_the_challenge(journey)
    sol_hands_eli_over(journey)
    eli_goes_to_ina(journey)
    ina_takes_eli_over(journey)
    cleo_escalates_and_mo_deals_with_it(journey)
    the_second_direction_is_closed(journey)
    the_director_sees_the_effect(journey, before)
    what_is_left_on_the_record(journey)


def the_director_looks_on_the_first_day(month):
    month.at("manager", 2026, 3, 2, 8, 45)
    month.open("/home/")
    month.then_it_says(SERVICE)
    return {name: month.count(name, SERVICE) for name in ("Late", "Not seen", "Not overseen")}


def mo_sees_her_team(month):
    month.at("mo", 2026, 3, 2, 9, 10)
    month.open("/home/")
    month.then_the_page_is_headed(TEAM)
    assert month.count("Children", "Sol Reed") == 6
    month.look("my team")
    month.go_by(month.row("Sol Reed").locator("[data-label='Not overseen'] a"))
    month.then_the_page_is_headed("6 children")
    month.open("/supervision/")
    month.look("who was supervised when")
    month.go_by(month.row("Sol Reed").get_by_role("link", name="arrange"))
    month.say(planned_for=date(2026, 3, 5))
    month.press("Arrange or begin it")
    month.then_it_says("for Thu 5 Mar")


def sol_asks_from_a_phone(month):
    month.on(PHONE)
    month.at("sol", 2026, 3, 4, 16, 40)
    month.open(month.of("bo", "oversight/ask/"))
    month.say(words="Bo sleeps at school. I want to think about why.")
    month.press("Put it on the agenda")
    month.on(DESK)


def mo_holds_supervision_over_six_children(month):
    """The agenda is worst first; two directions of January wait: one is done, with the visit that shows it, one carried over."""
    month.at("mo", 2026, 3, 5, 10, 0)
    month.open("/home/")
    month.follow("1 supervision to hold")
    month.follow("Sol Reed")
    month.then_it_says("Sol asks: Bo sleeps at school.")
    month.look("the agenda")
    month.press("Begin")
    for place in range(len(HELD)):
        name = month.next_on_the_agenda()
        said = {
            "happening": SAID[name],
            "risk": f"What would worry us most for {name.capitalize()} is silence.",
        }
        if name in DIRECTED:
            said |= answer_of_last_time(month, name)
        month.say(**said)
        if name == "fay":
            month.say(**{"directions-0-words": "See Fay at home, alone.", "directions-0-due_on": "7"})
        if name == "ada":
            month.look("the meeting")
        month.press("Done: next child")
        assert Supervision.unwithdrawn.filter(held_on=date(2026, 3, 5)).count() == place + 1
    month.press("End the supervision")
    month.then_i_am_told("The supervision has ended.")


def answer_of_last_time(month, name):
    """Of Ada it is done, and the visit of February shows it; of Dot it is still right."""
    direction = Direction.unwithdrawn.get(child=month.child(name))
    key = direction.pk
    if name == "dot":
        return {
            f"answer_{key}": "still-right", f"due_{key}": "14",
            f"words_{key}": "The nursery was rung twice; the hospital is still to say from when.",
        }  # fmt: skip
    visit = Visit.unwithdrawn.get(child=month.child(name))
    return {
        f"answer_{key}": "done", f"evidence_{key}": f"visit:{visit.pk}",
        f"words_{key}": "Ada was asked alone, and her words are written down.",
    }  # fmt: skip


def sol_reads_it_on_a_phone(month):
    month.on(PHONE)
    month.at("sol", 2026, 3, 5, 17, 5)
    month.open("/supervision/")
    month.follow("Your supervision of Thu 5 Mar")
    month.look("what was written")
    month.on(PHONE)
    month.press("I have read what was written")
    assert SupervisionReading.unwithdrawn.get(worker=month.worker_of("sol"), read_on=date(2026, 3, 5))
    month.on(DESK)


def three_decisions(month):
    """The words written of one child are refused for another, and the page says when they were written."""
    month.at("mo", 2026, 3, 6, 9, 30)
    for name, (kind, question, answer, why) in DECIDED.items():
        month.open(month.of(name, "decide/"))
        month.say(
            kind=kind, question=question, answer=answer, rationale=DECIDED["fay"][3], told="The family, by telephone",
            told_on=date(2026, 3, 6), review_on=date(2026, 3, 27),
            options="To wait for a week. To decide today, on what is known.",
        )  # fmt: skip
        if name == "cai":
            month.when_it_is_refused(
                "Record it", "These are your words of Fri 6 Mar 2026 about another child."
            )
            month.look("the same words again")
        month.say(rationale=why)
        month.press("Record it")
    assert Decision.unwithdrawn.filter(decided_on=date(2026, 3, 6)).count() == 3


def sal_challenges_what_she_was_dealt(month):
    """Drawn by chance on Monday from the weeks before; Sal challenges the first of the deal."""
    month.at("sal", 2026, 3, 9, 8, 30)
    month.open("/home/")
    month.open("/quality/reading/")
    month.then_it_says("Mo Hart")
    month.look("dealt to read")
    month.go_by(month.page.locator("main tbody").get_by_role("link").first)
    month.say(
        answer="challenge", words="What would have to happen for you to see it otherwise? It is not written."
    )
    month.look("a challenge")
    month.press("Record it")


def mo_answers_the_challenge(month):
    month.at("mo", 2026, 3, 9, 11, 0)
    month.open("/home/")
    month.follow("1 question or challenge to answer")
    month.go_by(month.page.locator("main table").last.get_by_role("link").first)
    month.then_it_says("It is not written.")
    month.say(
        reply="If nobody of ours has spoken with the child alone by the end of the month, I look at it again."
    )
    month.look("the answer to a challenge")
    month.press("Answer")
    assert Reading.unwithdrawn.get(answer="challenge").replied_on == date(2026, 3, 9)


def sol_hands_eli_over(month):
    """Drafted from the record: what was promised to Eli is in it already."""
    month.at("mo", 2026, 3, 9, 14, 0)
    month.open("/home/")
    month.follow("6 children of workers who leave", exact=False)
    month.then_it_says("Sol Reed is leaving on Tue 31 Mar")
    month.look("who leaves")
    month.at("sol", 2026, 3, 10, 14, 0)
    month.open(month.of("eli", "handover/write/"))
    promised = month.page.locator("[name='promises']").input_value()
    assert "old school" in promised
    month.say(worries="That he is passed on once more and stops telling anybody how he is.")
    month.look("the handover")
    month.press("Finish the handover")


def eli_goes_to_ina(month):
    """What it would come to is shown before it is saved."""
    month.at("mo", 2026, 3, 11, 9, 0)
    month.open("/handing-over/leaving/")
    month.follow("Allocate Eli Roe")
    month.then_it_says("2 to 3")
    month.say(post=month.post_of("ina"), because="LEFTRL", began_on=date(2026, 3, 11))
    month.look("allocate with the effect")
    month.press("Allocate")


def ina_takes_eli_over(month):
    handover = Handover.unwithdrawn.get(child=month.child("eli"))
    at = f"handover/{handover.pk}/"
    month.at("ina", 2026, 3, 11, 15, 0)
    month.open("/home/")
    month.follow("1 handover to read")
    month.follow("Eli Roe", exact=False)
    month.follow("Say that you have read it")
    month.press("I have read it")
    month.open(month.of("eli", f"{at}tell/"))
    month.say(
        told_on=date(2026, 3, 11),
        told_how="visit",
        told_by=month.worker_of("ina"),
        child_words="Will you stay?",
    )
    month.press("Record it")
    month.at("ina", 2026, 3, 12, 9, 0)
    month.open(month.of("eli", f"{at}understood/"))
    month.say(
        understood="Eli has had to begin again with people too often. First I keep what Sol promised him."
    )
    month.press("Write it")
    month.look("taken over")


def cleo_escalates_and_mo_deals_with_it(month):
    """Cai's reviewing officer asks the team's manager, has an answer in time, and says that it is resolved."""
    month.at("cleo", 2026, 3, 12, 10, 0)
    month.open(month.of("cai", "escalations/raise/"))
    month.say(
        part="reviewing-officer", theme="placement", stage="team-manager",
        words="Cai sleeps on a sofa and nobody has looked at his uncle's home yet.",
        wanted="Somebody visits the uncle this week and says whether Cai may stay.",
    )  # fmt: skip
    month.press("Raise it")
    month.at("mo", 2026, 3, 13, 9, 30)
    month.open("/home/")
    month.follow("1 escalation to answer")
    month.follow("Cai Lund")
    month.press("Answer it")
    month.say(answer="Ina visits on Monday 16 March with the kinship worker. I decide with Cai on the 17th.")
    month.press("Answer")
    month.at("cleo", 2026, 3, 18, 10, 0)
    month.open("/quality/escalations/")
    month.follow("Cai Lund")
    month.press("It is resolved")
    month.say(
        outcome="resolved",
        outcome_words="The home was visited. Cai has a room of his own there since Tuesday.",
    )
    month.press("Record it")
    month.look("an escalation that is resolved")


def the_second_direction_is_closed(month):
    """What was carried over on the 5th is done by the 19th, and the visit on which it showed is named."""
    month.at("sol", 2026, 3, 18, 15, 30)
    month.open(month.of("dot", "visits/new/"))
    month.say(seen="yes", seen_alone="yes", bedroom_seen="yes", child_said="I have my own peg again.")
    month.press("Record the visit")
    month.at("mo", 2026, 3, 19, 9, 0)
    month.open(month.of("dot", "oversight/"))
    month.go_by(month.page.get_by_role("link", name="Answer it").first)
    direction = Direction.unwithdrawn.get(child=month.child("dot"))
    visit = Visit.unwithdrawn.get(child=month.child("dot"), held_on=date(2026, 3, 18))
    month.say(
        **{
            f"answer_{direction.pk}": "done", f"evidence_{direction.pk}": f"visit:{visit.pk}",
            f"words_{direction.pk}": "The nursery has her back since the 12th, and Dot says so herself.",
        }
    )  # fmt: skip
    month.press("Record it")
    month.look("oversight of one child")


def the_director_sees_the_effect(month, before):
    """Six children were overseen, seen and reviewed; whom nobody spoke of is what stays, and opens."""
    month.given_the_rest_of_march()
    month.at("manager", 2026, 3, 27, 16, 0)
    month.open("/home/")
    after = {name: month.count(name, SERVICE) for name in before}
    assert before == {"Late": 3, "Not seen": 1, "Not overseen": 8}
    assert after == {"Late": 1, "Not seen": 0, "Not overseen": 2}
    month.look("the director at the end")
    month.go_by(month.row(SERVICE).locator("[data-label='Not overseen'] a"))
    for name in ("Gus Ward", "Hal Birch"):
        month.then_it_says(name)
    month.then_it_does_not_say("Ada Frost")
    month.open("/quality/escalations/")
    month.then_it_says("Resolved")
    month.open("/supervision/")
    month.then_it_says("Thu 5 Mar")
    month.open(month.of("eli", "handover/"))
    month.then_it_says("Sol Reed to Ina Okoro")
    month.then_it_says("understood")


def what_is_left_on_the_record(month):
    """What pages said stands in rows; and whoever opened a record is written down."""
    answered = DirectionAnswer.unwithdrawn.order_by("answered_on", "child__given_name")
    assert list(answered.values_list("child__given_name", "answer", "visit__held_on")) == [
        ("Ada", "done", date(2026, 2, 18)),
        ("Dot", "still-right", None),
        ("Dot", "done", date(2026, 3, 18)),
    ]
    made = Decision.unwithdrawn.filter(decided_on=date(2026, 3, 6))
    assert {each.rationale for each in made} == {why for *_, why in DECIDED.values()}
    held = Allocation.unwithdrawn.get(child=month.child("eli"), ended_on=None)
    assert (str(held.worker), held.began_on) == ("Ina Okoro", date(2026, 3, 11))
    handover = Handover.unwithdrawn.get(child=month.child("eli"))
    assert (handover.finished_on, handover.read_on) == (date(2026, 3, 10), date(2026, 3, 11))
    assert (handover.told_on, handover.understood_on) == (date(2026, 3, 11), date(2026, 3, 12))
    assert Escalation.unwithdrawn.get().resolved_on == date(2026, 3, 18)
    readers = ReadLog.objects.filter(child=month.child("cai")).values_list("account__username", flat=True)
    read = Reading.unwithdrawn.filter(child=month.child("cai"), read_on__isnull=False)
    assert set(readers) - {"manager"} == {"mo", "cleo"} | ({"sal"} if read.exists() else set())
