"""Plans on their pages: joined, moved in one click, looked at again, and given to the family."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO

import pypdf
import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.plans.family_copy import family_copy
from goldthread.record.models import (
    Account,
    Action,
    ActionProgress,
    Address,
    Child,
    Conference,
    CoreGroup,
    Person,
    Plan,
    ReadLog,
    Relationship,
    UndisclosedAddress,
    Visit,
    Worry,
)

pytestmark = pytest.mark.django_db

JAN, FEB = date(2026, 1, 5), date(2026, 2, 2)
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def director(client):
    account = Account.objects.create_user("director", role="director", first_name="Dee", last_name="Rook")
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3))
    mother = Person.objects.create(given_name="Rosa", family_name="Finch")
    Relationship.objects.create(child=child, person=mother, kind="mother")
    return child


@pytest.fixture
def plan(director, ava):
    return do.begin_plan(child=ava, by=director, kind="child-protection", began_on=JAN, category="NEG")


@pytest.fixture
def goal(director, ava, plan):
    worry = do.name_worry(child=ava, by=director, plan=plan, words="Ava comes to school hungry.", said_on=JAN)
    return do.set_goal(
        child=ava, by=director, plan=plan, worry=worry, words="Ava eats each morning.", set_on=JAN
    )


@pytest.fixture
def task(director, ava, plan, goal):
    return do.agree_action(
        child=ava,
        by=director,
        plan=plan,
        goal=goal,
        words="Give Ava breakfast.",
        owner="Dad",
        agreed_on=JAN,
        due_on=FEB,
    )


def page_of(client, plan, query=""):
    answer = client.get(reverse("plan:page", args=[plan.child.public_id, plan.pk]) + query)
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def opened(client, address):
    """The hidden fields of a page that records."""
    page = client.get(address).content.decode()
    form = page[page.index("data-draft=") :]
    return {
        name: unescape(value)
        for name, value in re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', form)
    }


def add(plan, what):
    return reverse("plan:add", args=[plan.child.public_id, plan.pk, what])


def part(plan, of, row, what):
    return reverse("plan:part", args=[plan.child.public_id, of, row.pk, what])


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_the_page_joins_worry_goal_and_action_and_says_what_is_wrong(client, plan, goal, task):
    page = page_of(client, plan)
    assert "1 action, 1 late, nothing has moved for 56 days." in page
    assert (
        page.index("Ava comes to school hungry.")
        < page.index("Ava eats each morning.")
        < page.index("Give Ava breakfast.")
    )
    assert "28 days late" in page
    assert "How shall we know that it is done, and that it helps?" in page
    assert (ReadLog.objects.latest("pk").page) == "child: plan"


def test_gaps_are_drawn_as_gaps(client, director, ava, plan, goal):
    do.agree_action(child=ava, by=director, plan=plan, words="Monitor the home.", agreed_on=JAN)
    page = page_of(client, plan)
    for words in (
        "Nobody works towards this goal.",
        "These actions serve no goal.",
        "Nobody is named: who does it?",
    ):
        assert words in page


def test_one_click_records_progress_and_asks_for_the_evidence(client, ava, plan, task):
    visit = Visit.objects.create(child=ava, held_on=FEB, purpose="child-protection", seen="yes")
    answer = client.post(part(plan, "actions", task, "progress"), {"how": "some-progress"})
    noted = ActionProgress.objects.get()
    assert (noted.noted_on, noted.how) == (TODAY, "some-progress")
    shows = part(plan, "progress", noted, "evidence")
    assert answer["Location"] == shows
    form = {**opened(client, shows), "words": "Cereal in the cupboard.", "evidence": f"visits:{visit.pk}"}
    assert client.post(shows, form)["Location"] == reverse("plan:page", args=[ava.public_id, plan.pk])
    page = page_of(client, plan)
    assert "Cereal in the cupboard." in page
    assert "Visit: child seen" in page


def test_done_in_one_click_is_off_the_list_and_not_taken_twice(client, plan, task):
    client.post(part(plan, "actions", task, "progress"), {"how": "done"})
    again = client.post(part(plan, "actions", task, "progress"), {"how": "done"})
    assert again.status_code == 422
    assert "already ended on Mon 2 Mar 2026" in again.content.decode()
    assert ActionProgress.objects.count() == 1


def test_a_vague_action_is_taken_and_asked_about(client, plan, goal):
    address = add(plan, "action")
    answer = client.post(
        address, {**opened(client, address), "words": "Support the family.", "goal": goal.pk}, follow=True
    )
    page = unescape(answer.content.decode())
    assert "The action stands in the plan." in page
    assert "“Support” can mean anything: say what is done with whom, and how often." in page


def test_somebody_of_the_family_can_do_it(client, plan, goal):
    address = add(plan, "action")
    mother = Person.objects.get()
    given = {
        "words": "Ring the breakfast club.",
        "goal": goal.pk,
        "who": f"person:{mother.pk}",
        **day("due_on", FEB),
    }
    client.post(address, {**opened(client, address), **given})
    task = Action.objects.get()
    assert (task.person, task.worker, task.goal, task.due_on) == (mother, None, goal, FEB)
    assert "Rosa Finch, by" in page_of(client, plan)


def test_a_core_group_is_written_down_with_what_it_agreed_in_one_form(client, plan, goal):
    address = add(plan, "core-group")
    form = opened(client, address)
    assert form["came-count"] == "2"  # the mother stands there, and one more
    answer = client.post(
        address,
        {
            **form, **day("held_on", FEB), "child_views": "I like toast.", "came-0-name": "Rosa Finch", "came-0-part": "parent",
            "came-0-came": "yes", "agreed-0-words": "Ring the school.", "agreed-0-goal": goal.pk,
            **day("agreed-0-due_on", date(2026, 3, 20)),
        },
    )  # fmt: skip
    assert answer.status_code == 302, re.findall(
        r"error-message[^>]*>(.*?)</p>", answer.content.decode(), re.S
    )
    met = CoreGroup.objects.get()
    assert [(each.name, each.came) for each in met.plan_attendees.all()] == [("Rosa Finch", True)]
    assert [(each.words, each.goal, each.agreed_on) for each in met.actions.all()] == [
        ("Ring the school.", goal, FEB)
    ]
    page = page_of(client, plan)
    assert "The child: “I like toast.”" in page
    assert "Came: Rosa Finch" in page


def test_what_a_conference_agreed_goes_into_the_plan(client, ava, plan, goal):
    held = Conference.objects.create(child=ava, kind="review", plan=plan, held_on=FEB)
    address = add(plan, "conference")
    nothing = client.post(address, {**opened(client, address), "conference": held.pk})
    assert "Enter at least one action" in nothing.content.decode()
    client.post(address, {**opened(client, address), "conference": held.pk, "agreed-0-words": "Weigh Ava."})
    assert Action.objects.get().conference == held


def test_a_review_is_of_a_plan_that_no_conference_reviews(client, director, ava, plan):
    refused = client.get(add(plan, "review"))
    assert refused.status_code == 403
    assert "reviewed by a conference" in refused.content.decode()
    need = do.begin_plan(child=ava, by=director, kind="safety", began_on=JAN)
    assert client.get(add(need, "core-group")).status_code == 403
    address = add(need, "review")
    client.post(address, {**opened(client, address), **day("held_on", FEB), "outcome": "goes-on", "came-0-name": "Rosa Finch",
                          "came-0-part": "parent"})  # fmt: skip
    review = need.help_reviews.get()
    assert (review.kind, review.outcome) == ("safety", "goes-on")
    assert "The plan goes on." in page_of(client, need)


def test_a_plan_ends_only_when_each_action_is_dealt_with(client, plan, task):
    address = add(plan, "end")
    form = {**opened(client, address), **day("ended_on", TODAY), "because": "She is safe and fed."}
    assert "Say what becomes of: Give Ava breakfast." in unescape(client.post(address, form).content.decode())
    form |= {f"becomes_{task.pk}": "dropped", f"why_{task.pk}": "no"}
    assert client.post(address, form).status_code == 422
    client.post(address, form | {f"why_{task.pk}": "She eats at the club."})
    plan.refresh_from_db()
    assert plan.ended_because == "She is safe and fed."
    assert "It ended: She is safe and fed." in page_of(client, plan)
    assert client.get(add(plan, "goal")).status_code == 403


def test_a_step_down_carries_goals_worries_and_actions(client, plan, goal, task):
    address = add(plan, "step")
    form = opened(client, address) | day("ended_on", TODAY) | {
        "kind": "child-in-need", "because": "The conference ended it.", f"becomes_{task.pk}": "carried", "goals": [goal.pk],
    }  # fmt: skip
    answer = client.post(address, form)
    new = Plan.objects.get(kind="child-in-need")
    assert answer["Location"] == reverse("plan:page", args=[new.child.public_id, new.pk])
    page = page_of(client, new)
    for words in ("Ava comes to school hungry.", "Ava eats each morning.", "Give Ava breakfast."):
        assert words in page


def test_the_plan_as_it_stood_leaves_out_what_came_later(client, director, plan, goal, task):
    do.agree_action(
        child=plan.child, by=director, plan=plan, goal=goal, words="Ring the school.", agreed_on=FEB
    )
    assert "Version 2" in page_of(client, plan)
    then = page_of(client, plan, "?on=2026-01-05")
    assert "as it stood on Mon 5 Jan 2026" in then
    assert "Ring the school." not in then
    assert "Carry over" not in then
    assert "Ring the school." in page_of(client, plan, "?on=nonsense")


def test_two_people_choosing_words_both_count(client, director, plan, goal, task):
    address = add(plan, "words")
    form = opened(client, address)
    do.say_plainly(row=goal, by=director, words="Ava has breakfast.")
    answer = client.post(
        address, {**form, f"goal_{goal.pk}": "", f"action_{task.pk}": "Dad gives Ava toast."}, follow=True
    )
    assert "it is kept" in answer.content.decode()
    goal.refresh_from_db()
    task.refresh_from_db()
    assert (goal.plain_words, task.plain_words) == ("Ava has breakfast.", "Dad gives Ava toast.")


def test_the_family_gets_its_words_as_a_tagged_pdf(client, director, plan, goal, task):
    do.say_plainly(row=task, by=director, words="Dad gives Ava toast.")
    address = reverse("plan:family_pdf", args=[plan.child.public_id, plan.pk])
    answer = client.get(address + "?for=child")
    made = pypdf.PdfReader(BytesIO(answer.content))
    text = " ".join(page.extract_text() for page in made.pages)
    assert "Dad gives Ava toast." in text
    assert "Give Ava breakfast." not in text
    assert made.metadata is not None
    assert made.metadata.title == "The plan to keep Ava safe"
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"].startswith("en")  # type: ignore[index]
    assert ReadLog.objects.latest("pk").page == "child: the family's plan"


def test_nobody_reads_where_the_child_is_who_may_not_know(client, director, ava, plan, goal):
    home = Address.objects.create(
        child=ava, kind="home", lines="7 Heron Wharf", postcode="ZZ12 3AB", began_on=JAN
    )
    UndisclosedAddress.objects.create(
        child=ava,
        address=home,
        why="He looks for them.",
        said_by="The police",
        began_on=JAN,
        review_on=date(2026, 9, 1),
    )
    do.agree_action(
        child=ava, by=director, plan=plan, goal=goal, words="Visit at 7 Heron Wharf.", owner="Dad of 7 Heron Wharf",
        how_known="A note through the door of 7 Heron Wharf.", agreed_on=JAN,
    )  # fmt: skip
    told = repr(family_copy(plan, recipient=None, council="Oakshire", made_on=TODAY).told)
    assert "[withheld]" in told
    assert "Heron" not in told
    assert "Heron" not in page_of(client, plan)
    for name in ("plan:list", "plan:family"):
        args = [ava.public_id] if name == "plan:list" else [ava.public_id, plan.pk]
        assert "Heron" not in client.get(reverse(name, args=args)).content.decode()
    assert (
        "Something is withheld"
        in client.get(reverse("plan:family", args=[ava.public_id, plan.pk])).content.decode()
    )


def test_another_childs_plan_is_not_there(client, director, plan):
    ben = Child.objects.create(given_name="Ben", family_name="Bell", born_on=date(2018, 1, 1))
    for name, args in (("plan:page", []), ("plan:family", []), ("plan:add", ["goal"])):
        assert client.get(reverse(name, args=[ben.public_id, plan.pk, *args])).status_code == 404
    assert client.get(add(plan, "nonsense")).status_code == 404
    assert client.get(reverse("plan:part", args=[ben.public_id, "actions", 1, "drop"])).status_code == 404
    assert (
        client.get(reverse("plan:part", args=[plan.child.public_id, "plans", plan.pk, "drop"])).status_code
        == 404
    )


def test_the_long_way_through_a_worry_a_goal_and_what_becomes_of_them(client, plan, goal, task):
    worry = Worry.objects.get()
    for address, given in (
        (add(plan, "worry"), {"words": "Ava is cold at night.", "said_by": "School"}),
        (
            add(plan, "goal"),
            {"words": "Ava is warm at night.", "worry": worry.pk, **day("review_by", date(2026, 6, 1))},
        ),
        (
            part(plan, "actions", task, "carry-over"),
            {"because": "He was in hospital.", **day("due_on", date(2026, 3, 20))},
        ),
        (part(plan, "goals", goal, "reached"), day("on", TODAY)),
        (part(plan, "worries", worry, "settle"), {"because": "School sees her eat."}),
    ):
        answer = client.post(address, {**opened(client, address), **given})
        assert answer.status_code == 302, (
            address,
            re.findall(r"error-message[^>]*>(.*?)</p>", answer.content.decode(), re.S),
        )
    page = page_of(client, plan)
    for words in (
        "Ava is cold at night.",
        "No goal answers this worry.",
        "Reached",
        "Settled",
        "Carried over",
    ):
        assert words in page


def test_begun_on_its_page_a_child_protection_plan_says_its_category(client, director, ava):
    address = reverse("plan:begin", args=[ava.public_id])
    form = {**opened(client, address), **day("began_on", JAN), "kind": "child-protection", "category": ""}
    assert "Choose the category" in client.post(address, form).content.decode()
    client.post(address, form | {"category": "NEG"})
    assert Plan.objects.get().initial_category == "NEG"
    assert "Child protection plan" in client.get(reverse("plan:list", args=[ava.public_id])).content.decode()
