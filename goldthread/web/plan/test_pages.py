"""Plans on their pages: joined, moved in one click, and asked about."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.record.models import (
    Action,
    ActionProgress,
    Child,
    Person,
    ReadLog,
    Visit,
    Worry,
)
from goldthread.web.plan.conftest import FEB, JAN, TODAY, add, day, opened, page_of, part

pytestmark = pytest.mark.django_db


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
