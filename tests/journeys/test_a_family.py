"""One family of three, from a police contact on a Saturday night to the closing, as five people, on both databases.

Each chapter is a moment of the family's year. At the end each child's timeline, clocks, decisions, read log and the family's
version of the plan are looked at. `GOLDTHREAD_PICTURES=folder` leaves a picture of each page at both widths.
"""

from __future__ import annotations

from datetime import date

import pytest

from goldthread.practice.timeline import timeline
from goldthread.record.models import (
    Assessment,
    Conference,
    Decision,
    Due,
    DueHistory,
    Enquiry,
    MissingEpisode,
    Person,
    Plan,
    ReadLog,
    Referral,
    ReturnInterview,
    StrategyDiscussion,
    Visit,
)
from tests.journeys.journey import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.django_db(transaction=True)]

NAMES = ("ida", "jon", "kit")
WORDS = {
    "ida": "I took Kit to my room and shut the door.",
    "jon": "Nobody asks where I go.",
    "kit": "He would not let go of his sister's hand.",
}

BECAME = {
    "contact_decision": "met", "strategy_discussion": "met late", "enquiry_conclusion": "met", "initial_conference": "met",
    "assessment": "met", "referral_decision": "met", "review_conference": "met",
}  # fmt: skip
"""What became of the first date of each duty, for each of the three."""
DECIDED = (
    ("threshold", "Mo"), ("threshold", "Mo"), ("enquiry", "Mo"), ("conference", "Mo"), ("conference", "Cleo"),
    ("conference", "Cleo"), ("step-down", "Mo"),
)  # fmt: skip
"""What each gate leaves of each of the three: what was decided, and by whom."""
IN_ORDER = (
    "Contact received", "Strategy discussion held", "Enquiry concluded", "Initial conference held", "Child protection plan made",
    "Assessment authorised", "Review conference held", "Child in need plan made", "Our work with the child ended",
)  # fmt: skip


@pytest.fixture
def family(journey):
    journey.given_the_holts()
    journey.given_five_people()
    return journey


def test_from_a_saturday_night_to_the_closing(family):
    the_police_ring_on_a_saturday_night(family)
    the_manager_decides_on_monday(family)
    the_strategy_discussion_is_late(family)
    an_enquiry_for_each_child(family)
    a_conference_decides(family)
    a_plan_is_written(family)
    a_core_group_agrees_more(family)
    three_visits_and_one_without_a_network(family)
    an_assessment_is_authorised_as_it_was_read(family)
    jon_goes_missing(family)
    a_review_conference_ends_protection(family)
    it_steps_down_and_ends(family)
    what_is_left_on_the_record(family)


def the_police_ring_on_a_saturday_night(family):
    """Nia of the emergency duty team writes it once for all three."""
    family.at("nia", 2026, 3, 7, 22, 25)
    family.open("/front-door/new/")
    family.page.get_by_label("Name, number or birth date").fill("Holt")
    family.when_nothing_is_asked_any_more()
    family.go_by(family.page.get_by_role("button", name="Find", exact=True))
    family.then_it_says("Ida Holt")
    family.look("who is it about")
    family.press("This child Ida Holt")
    family.then_the_page_is_headed("What did they tell us?")
    family.then_it_says("The threshold was not met.")
    family.tick_all("also")
    family.say(
        worry="Called to shouting at 21:40. Una had a cut lip, a man had left. Ida had shut herself in with Kit. Jon was out.",
        harm_suspected="yes", indicators=["domestic-abuse"], received_from="6", referrer_agency="Police",
        referrer_name="PC Idris Vale", consent="not-sought", consent_because="It would have put Una in danger that night.",
        received_on=date(2026, 3, 7), received_time="22:10",
    )  # fmt: skip
    family.look("take a contact")
    family.press("Take the contact")
    family.look("the contact")


def the_manager_decides_on_monday(family):
    family.at("mo", 2026, 3, 9, 9, 5)
    family.open("/front-door/")
    family.then_it_says("34 hours")
    family.look("front door board")
    family.follow("Ida Holt")
    family.press("Decide")
    family.tick_all("also")
    family.say(
        outcome="referral",
        because="Violence in front of the children, and the second contact in six months about Jon.",
    )
    family.press("Decide")
    family.press("Tell the referrer")
    family.tick_all("also")
    family.say(feedback_words="We are talking with you and health this morning.", feedback_how="telephone")
    family.press("Record it")
    for name in NAMES:
        referral = Referral.unwithdrawn.get(child=family.child(name))
        family.open(family.of(name, f"referrals/{referral.pk}/decide/"))
        family.say(decision="assessment", because="We need to know how they live with this, each of them.")
        family.press("Decide")
    family.open(family.of("ida", "allocate/"))
    family.say(post=family.post_of("joyce"))
    family.tick_all("siblings")
    family.look("allocate")
    family.press("Allocate")


def the_strategy_discussion_is_late(family):
    family.at("mo", 2026, 3, 9, 11, 0)
    discussion = StrategyDiscussion.unwithdrawn.get(child=family.child("ida"))
    family.open(family.of("ida", f"strategy-discussions/{discussion.pk}/"))
    family.then_it_says("at unassessed risk")
    family.look("strategy discussion")
    family.press("Record it as held")
    for place in range(4):
        row = family.page.locator(f"#attendees .gt-many__one >> nth={place}")
        row.get_by_label("Yes", exact=True).check()
    family.page.locator("[name='attendees-1-shared']").fill("Three calls to the address since November.")
    family.say(
        held_on=date(2026, 3, 9), held_at="10:30", safety="Una and the children stay with her sister. The police hold him.",
        late_because="Nobody from health could be reached before Monday.",
    )  # fmt: skip
    family.tick_all("siblings")
    family.look("hold the discussion")
    family.when_nothing_is_asked_any_more()
    family.press("Record the discussion")
    family.press("Decide what follows")
    for name in ("decision", *family.named("decision_")):
        family.say(**{name: "enquiry"})
    for name in ("because", *family.named("because_")):
        family.say(**{name: "A child who shuts herself in to be safe is not safe."})
    family.look("decide what follows")
    family.press("Decide")
    assert StrategyDiscussion.unwithdrawn.filter(decision="enquiry").count() == 3
    assert Enquiry.unwithdrawn.count() == 3


def an_enquiry_for_each_child(family):
    family.at("joyce", 2026, 3, 10, 16, 0)
    for name in NAMES:
        enquiry = Enquiry.unwithdrawn.get(child=family.child(name))
        family.open(family.of(name, f"enquiries/{enquiry.pk}/"))
        family.press("Record what it found out")
        family.say(
            seen="yes", seen_on=date(2026, 3, 10), seen_at="15:10", seen_alone="no" if name == "kit" else "yes",
            not_seen_because="He is two; his aunt held him." if name == "kit" else "", child_words=WORDS[name],
            findings="The violence goes back to the summer. Una wants it to end.",
        )  # fmt: skip
        family.press("Record it")
    family.look("an enquiry")
    family.at("mo", 2026, 3, 19, 14, 0)
    for name in NAMES:
        enquiry = Enquiry.unwithdrawn.get(child=family.child(name))
        family.open(family.of(name, f"enquiries/{enquiry.pk}/conclude/"))
        family.say(
            substantiated="yes", outcome="conference", because="The harm is likely to go on if he comes back.",
            concluded_on=date(2026, 3, 19),
        )  # fmt: skip
        family.press("Conclude it")


def a_conference_decides(family):
    family.at("mo", 2026, 3, 19, 15, 0)
    family.open(family.of("ida", "conferences/new/"))
    family.say(called_for_on=date(2026, 3, 27), called_for_at="10:00", chaired_by=family.worker_of("cleo"))
    family.tick_all("siblings")
    family.press("Call it and invite")
    family.look("the conference is called")
    family.at("cleo", 2026, 3, 27, 12, 30)
    family.open("/conferences/")
    family.then_it_says("Ida Holt")
    family.look("my conferences")
    conference = Conference.unwithdrawn.get(child=family.child("ida"))
    family.open(family.of("ida", f"conferences/{conference.pk}/decide/"))
    for row in family.page.locator("#invitees .gt-many__one").all():
        if row.locator("select").first.input_value():
            row.get_by_role("group", name="Did they take part?").get_by_label("Yes").check()
    family.say(held_on=date(2026, 3, 27))
    for suffix, words in family.each_of("plan", list(WORDS.values())):
        family.say(
            **{
                f"child_views{suffix}": words, f"plan{suffix}": "yes", f"category{suffix}": "EMO",
                f"because{suffix}": "They live with fear, and it goes on unless the adults change it.",
            }
        )  # fmt: skip
    family.look("decide at the conference")
    family.when_nothing_is_asked_any_more()
    family.press("Record what the conference decided")
    assert Plan.unwithdrawn.filter(kind="child-protection", began_on=date(2026, 3, 27)).count() == 3


def a_plan_is_written(family):
    family.at("joyce", 2026, 3, 30, 10, 0)
    plan = Plan.unwithdrawn.get(child=family.child("ida"))
    family.open(family.of("ida", f"plans/{plan.pk}/"))
    family.when_i_add(
        "Add a worry", **{"What is the worry?": "Ida keeps watch at night.", "Whose worry is it?": "Ida"}
    )
    family.when_i_add(
        "Add a goal",
        **{
            "Which worry does it answer?": "Ida keeps watch at night.",
            "What should be different": "Ida sleeps through the night, five nights of seven.",
        },
    )
    family.when_i_add(
        "Add an action",
        **{
            "What is to be done?": "Change the locks and fit a window alarm.",
            "Which goal does it serve?": "Ida sleeps through the night, five nights of seven.",
            "How shall we know?": "Ida shows us the new lock.",
        },
    )
    family.look("the plan")


def three_visits_and_one_without_a_network(family):
    family.on(PHONE)
    family.at("joyce", 2026, 4, 3, 16, 40)
    tell_of_a_visit(
        family, "ida", "I slept until it was light.", also={"jon": "Fine.", "kit": "He showed me his train."}
    )
    family.look("a visit from a phone")
    family.press("Record the visit")
    family.at("joyce", 2026, 4, 20, 17, 5)
    tell_of_a_visit(
        family, "ida", "Mum changed the lock and let me hold the key.", also={"kit": "He slept in my arms."}
    )
    family.press("Record the visit")
    family.at("joyce", 2026, 5, 5, 17, 20)
    with family.away_from_the_network() as gone:
        tell_of_a_visit(family, "ida", "I want to go back to swimming.", before=gone)
        family.page.get_by_role("button", name="Record the visit").click()
        family.page.get_by_text("Kept on this device at").wait_for()
        assert Visit.unwithdrawn.filter(child=family.child("ida")).count() == 2
    family.page.get_by_text("A visit that this device kept: sent.").wait_for()
    assert Visit.unwithdrawn.filter(child=family.child("ida")).count() == 3
    family.on(DESK)


def tell_of_a_visit(family, name, words, *, also=None, before=None):
    family.open(family.of(name, "visits/new/"))
    if before is not None:
        before()
    family.say(seen="yes", seen_alone="yes", bedroom_seen="yes", child_said=words)
    for other, said in (also or {}).items():
        family.page.get_by_text(f"{other.capitalize()} was visited too").first.click()
        prefix = f"with_{family.child(other).public_id.hex}_"
        told = {"here": True, "seen": "yes", "seen_alone": "yes", "bedroom_seen": "yes", "child_said": said}
        family.say(**{f"{prefix}{part}": value for part, value in told.items()})


def an_assessment_is_authorised_as_it_was_read(family):
    for name in NAMES:
        assessment = Assessment.unwithdrawn.get(child=family.child(name))
        at = f"assessments/{assessment.pk}/"
        family.at("joyce", 2026, 5, 6, 10, 0)
        family.open(family.of(name, f"{at}sections/why-now/"))
        family.say(words=f"A night in March, and the months before it. {WORDS[name]}")
        if name == "ida":
            family.look("a section of the assessment")
        family.press("Save and go on")
        family.given_the_rest_is_written(assessment, WORDS[name])
        family.open(family.of(name, f"{at}consulted/"))
        family.say(person=str(Person.objects.get(given_name="Una").pk), consulted_on=date(2026, 4, 29))
        family.press("Record it")
        family.open(family.of(name, f"{at}found/"))
        family.say(child_seen="yes", needs_support="yes")
        family.press("Save")
        family.open(family.of(name, at))
        family.press("Send to a manager")
        family.at("mo", 2026, 5, 7, 9, 30)
        family.open(family.of(name, at))
        family.press("Read and authorise")
        if name == "ida":
            family.look("authorise the assessment")
        family.say(because="It says what the children live with, and what their mother asks for.")
        family.press("Authorise exactly this")
        family.then_it_says("exactly as it stands below")


def a_core_group_agrees_more(family):
    family.at("lea", 2026, 4, 8, 15, 30)
    plan = Plan.unwithdrawn.get(child=family.child("ida"))
    family.open(family.of("ida", f"plans/{plan.pk}/"))
    family.follow("Record a core group")
    family.say(
        held_on=date(2026, 4, 8), child_views="Can Kit sleep in my room?", parent_views="Una: I want him to stay away.",
        changed="The family is back at home, and he is not.",
    )  # fmt: skip
    family.look("a core group")
    family.press("Record it")


def jon_goes_missing(family):
    family.at("mo", 2026, 5, 30, 23, 55)
    family.open(family.of("jon", "missing/"))
    family.say(
        kind="M", began_on=date(2026, 5, 30), began_at="21:00", reported_by="His mother",
        circumstances="He left after a call, without his coat.", went_from="The bus stop at the green",
    )  # fmt: skip
    family.look("report missing")
    family.press("Record it")
    family.at("joyce", 2026, 5, 31, 10, 0)
    episode = MissingEpisode.unwithdrawn.get(child=family.child("jon"))
    family.open(family.of("jon", f"missing/{episode.pk}/found/"))
    family.say(
        ended_on=date(2026, 5, 31), ended_at="06:40", found_how="He came home by himself.", found_at="Home"
    )
    family.press("Record it")
    family.open(family.of("jon", f"missing/{episode.pk}/offer/"))
    family.say(offered_on=date(2026, 5, 31), offered_at="09:30", accepted="yes")
    family.press("Record it")
    family.at("joyce", 2026, 6, 2, 16, 30)
    interview = ReturnInterview.unwithdrawn.get(child=family.child("jon"))
    family.open(family.of("jon", f"return-interviews/{interview.pk}/hold/"))
    family.say(
        held_on=date(2026, 6, 2), held_at="16:00", interviewer="Lea Park", independent="yes",
        child_words="I went to tell him to leave us alone.", would_help="If somebody asked me before.",
    )  # fmt: skip
    family.look("hold the return interview")
    family.press("Record it")


def a_review_conference_ends_protection(family):
    family.at("mo", 2026, 6, 8, 10, 0)
    family.open(family.of("ida", "conferences/new/"))
    family.say(
        kind="review",
        called_for_on=date(2026, 6, 22),
        called_for_at="10:00",
        chaired_by=family.worker_of("cleo"),
    )
    family.tick_all("siblings")
    family.press("Call it and invite")
    family.at("cleo", 2026, 6, 22, 12, 0)
    conference = Conference.unwithdrawn.get(child=family.child("ida"), kind="review")
    family.open(family.of("ida", f"conferences/{conference.pk}/decide/"))
    for row in family.page.locator("#invitees .gt-many__one").all():
        if row.locator("select").first.input_value():
            row.get_by_role("group", name="Did they take part?").get_by_label("Yes").check()
    family.say(held_on=date(2026, 6, 22))
    for suffix, words in family.each_of(
        "plan", ["It is calm.", "She stopped asking him back.", "He laughs more."]
    ):
        family.say(
            **{
                f"child_views{suffix}": words, f"plan{suffix}": "no",
                f"because{suffix}": "He has not been back since March, and Una asked for help when he rang.",
            }
        )  # fmt: skip
    family.when_nothing_is_asked_any_more()
    family.press("Record what the conference decided")


def it_steps_down_and_ends(family):
    """A child in need plan until September; then the work ends, one open thing at a time, and early help goes on."""
    family.at("joyce", 2026, 6, 22, 16, 0)
    for name in NAMES:
        family.open(family.of(name, "plans/begin/"))
        family.say(kind="child-in-need", began_on=date(2026, 6, 22))
        family.press("Record it")
    family.at("mo", 2026, 9, 14, 10, 0)
    for name in NAMES:
        family.open(family.of(name, "end/"))
        family.then_it_says("When does our work end?")
        family.say(
            closed_on=date(2026, 9, 14), because="RC7", rationale="Six months of calm, and a mother who asks for help.",
            changed="The children sleep, go to school and have their mother to themselves.",
            child_words="We have a dog now.", step_down_to="Family help north",
        )  # fmt: skip
        for becomes in family.named("becomes-"):
            words = becomes.replace("becomes-", "words-")
            family.say(
                **{becomes: "dropped", words: "It went on until today, and is not needed after the end."}
            )
        family.say(**{"told-0-told_on": date(2026, 9, 11), "told-0-how": "in-person"})
        for place in (1, 2):
            family.say(**{f"told-{place}-told_on": date(2026, 9, 14), f"told-{place}-how": "telephone"})
        if name == "ida":
            family.look("end our work")
        family.press("End our work")
        family.then_i_am_told("Our work with this child has ended.")
        family.then_it_does_not_say("Page not found")


def what_is_left_on_the_record(family):
    """Each child's clocks, timeline, decisions and read log; and the plan as the family has it."""
    for name in NAMES:
        child = family.child(name)
        became = {(each.clock, each.link): each.became for each in DueHistory.objects.filter(child=child)}
        for duty, word in BECAME.items():
            assert became[duty, 0] == word, (name, duty, became.get((duty, 0)))
        assert name != "ida" or became["core_group", 0] == "met"
        assert not Due.objects.filter(child=child).exists()
        entries = [each for each in timeline(child, date(2026, 9, 14)) if each.day.year == 2026]
        told = [each.title for each in reversed(entries)]
        assert [title for title in told if title in IN_ORDER] == list(IN_ORDER), name
        readers = set(ReadLog.objects.filter(child=child).values_list("account__username", flat=True))
        assert readers >= {"nia", "mo", "joyce", "cleo", "lea"}
        assert not readers & {"amit", "manager"}
        assert ReadLog.objects.filter(child=child, account__username="nia").exclude(why="").count() > 0
        made = (
            Decision.unwithdrawn.filter(child=child).order_by("decided_on", "pk").select_related("decided_by")
        )
        assert [(each.kind, each.decided_by.given_name) for each in made] == list(DECIDED), name
        assert all(each.rationale for each in made)
    assert {each.clock for each in DueHistory.objects.filter(child=family.child("jon"))} >= {
        "return_interview"
    }
    family.at("manager", 2026, 9, 14, 12, 0)
    family.open(family.of("ida"))
    family.then_it_says("I want to go back to swimming.")
    family.look("ida at the end")
    plan = Plan.unwithdrawn.get(child=family.child("ida"), kind="child-protection")
    family.open(family.of("ida", f"plans/{plan.pk}/family/"))
    family.then_it_says("The plan to keep Ida safe")
    family.then_it_says("ended on Monday 22 June 2026")
    family.then_it_says("Change the locks and fit a window alarm.")
    family.look("the plan for the family")
