"""Plans begun, met about, stepped down and ended on their pages; and what the family gets."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from io import BytesIO

import pypdf
import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.plans.family_copy import family_copy
from goldthread.practice.recording.plans import Left
from goldthread.record.models import (
    Action,
    Address,
    Child,
    Conference,
    CoreGroup,
    Plan,
    ReadLog,
    Relationship,
    UndisclosedAddress,
)
from goldthread.web.plan.conftest import FEB, JAN, TODAY, add, day, opened, page_of

pytestmark = pytest.mark.django_db


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


def test_the_family_s_copy_of_a_plan_that_ended_says_what_was_agreed_and_when_it_ended(
    director, ava, plan, goal
):
    do.agree_action(
        child=ava, by=director, plan=plan, goal=goal, words="Ring each Monday.", owner="Una", agreed_on=JAN
    )
    task = Action.objects.get(words="Ring each Monday.")
    dropped = Left(task, "dropped", "The plan has ended, and she rings by herself.")
    do.close_plan(
        plan=plan, by=director, ended_on=TODAY, because="She is safe now, all say so.", left=[dropped]
    )
    told = repr(family_copy(plan, recipient=None, council="Oakshire", made_on=TODAY).told)
    assert "Ring each Monday." in told
    assert goal.words in told
    assert "and ended on" in told


def test_begun_on_its_page_a_child_protection_plan_says_its_category(client, director, ava):
    address = reverse("plan:begin", args=[ava.public_id])
    form = {**opened(client, address), **day("began_on", JAN), "kind": "child-protection", "category": ""}
    assert "Choose the category" in client.post(address, form).content.decode()
    client.post(address, form | {"category": "NEG"})
    assert Plan.objects.get().initial_category == "NEG"
    assert "Child protection plan" in client.get(reverse("plan:list", args=[ava.public_id])).content.decode()


def test_a_core_group_of_brothers_and_sisters_is_written_once(client, director, ava, plan, goal):
    leo = Child.objects.create(given_name="Leo", family_name="Finch", born_on=date(2021, 9, 14))
    Relationship.objects.create(child=ava, other_child=leo, kind="sibling")
    his = do.begin_plan(child=leo, by=director, kind="child-protection", began_on=JAN, category="NEG")
    address = add(plan, "core-group")
    assert "Who else was it about?" in client.get(address).content.decode()
    said = {**day("held_on", FEB), "came-0-name": "Rosa Finch", "came-0-part": "parent", "beside": [his.pk]}
    answer = client.post(
        address, {**opened(client, address), **said, f"beside_{his.pk}": "I like my school."}
    )
    assert answer.status_code == 302
    assert his.core_groups.get().child_views == "I like my school."
    assert "The child: “I like my school.”" in page_of(client, his)
