"""Writing an assessment in the pages, copying forward, sending it, and authorising exactly what was read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.record.models import (
    Account,
    Allocation,
    Assessment,
    AssessmentConsultation,
    AssessmentSection,
    Child,
    MissingEpisode,
    Person,
    Post,
    Relationship,
    Team,
    Worker,
)
from goldthread.vocabulary.sections import sections_for

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = date(2026, 3, 2)


@pytest.fixture
def people(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    team = Team.objects.create(name="Ours", kind="long-term")
    found = {}
    for name, role in (("writer", "social-worker"), ("manager", "team-manager")):
        worker = Worker.objects.create(given_name=name.capitalize(), family_name="Lane")
        Post.objects.create(worker=worker, team=team, manages=name == "manager")
        found[name] = Account.objects.create_user(name, role=role, worker=worker)
    return found


@pytest.fixture
def ava(people):
    child = Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2019, 6, 3))
    team = Team.objects.get()
    Allocation.objects.create(child=child, worker=people["writer"].worker, team=team, role="social-worker")
    return child


@pytest.fixture
def begun(people, ava):
    return do.begin_assessment(child=ava, by=people["writer"], requested_on=date(2026, 2, 2))


def written(assessment, by):
    for each in sections_for(pre_birth=False):
        do.write_section(assessment=assessment, by=by, section=each.word, words=f"Of {each.word}.")
    do.ask_authorisation(assessment=assessment, by=by)
    return assessment


def page(answer):
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def at(name, assessment, *more):
    return reverse(f"assessment:{name}", args=[assessment.child.public_id, assessment.pk, *more])


def hidden(answer, *names):
    body = answer.content.decode()
    return {
        name: unescape(value)
        for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', body)
        if name in ("opened", *names)
    }


@pytest.mark.once
def test_sections_are_written_one_after_another_and_the_last_leads_back(client, people, begun):
    client.force_login(people["writer"])
    address = at("section", begun, "why-now")
    opened = hidden(client.get(address))
    first = client.post(address, {**opened, "words": "The school rang."})
    assert first["Location"] == at("section", begun, "child-says")
    last = client.post(
        at("section", begun, "what-next"),
        {"words": "A plan.", **hidden(client.get(at("section", begun, "what-next")))},
    )
    assert last["Location"] == at("page", begun)
    said = page(client.get(at("page", begun)))
    assert "The school rang." in said
    assert "Health is not written." in said
    assert client.get(at("section", begun, "pregnancy")).status_code == 404
    assert client.get(at("section", begun, "astrology")).status_code == 404


def test_two_who_write_one_section_at_once_settle_it_and_others_do_not_meet(client, people, begun):
    client.force_login(people["writer"])
    address = at("section", begun, "health")
    opened = hidden(client.get(address))
    do.write_section(assessment=begun, by=people["manager"], section="health", words="Hers.")
    do.write_section(assessment=begun, by=people["manager"], section="family", words="Hers too.")
    clash = client.post(address, {**opened, "words": "Mine."})
    assert clash.status_code == 422
    assert "Now it says: Hers." in page(clash)
    assert AssessmentSection.objects.get(section="health").words == "Hers."
    client.post(address, {**hidden(clash), "words": "Both."})
    assert AssessmentSection.objects.get(section="health").words == "Both."
    assert AssessmentSection.objects.get(section="family").words == "Hers too."


@pytest.mark.once
def test_the_last_assessment_stands_beside_and_is_copied_forward_marked(client, people, ava, begun):
    do.write_section(assessment=begun, by=people["writer"], section="family", words="Three at home.")
    new = do.begin_assessment(child=ava, by=people["writer"], requested_on=TODAY)
    client.force_login(people["writer"])
    assert "Three at home." in page(client.get(at("section", new, "family")))
    copied = client.post(at("copy", new, "family"), follow=True)
    assert "Unchanged since the last assessment" in page(copied)
    beside = page(client.get(at("beside", new)))
    assert beside.count("Three at home.") == 2
    assert client.get(at("beside", begun)).status_code == 404
    assert client.post(at("copy", new, "health")).status_code == 404


def test_what_was_found_and_who_was_asked_is_written_and_what_is_missing_said(client, people, ava, begun):
    rosa = Person.objects.create(given_name="Rosa", family_name="Finch")
    Relationship.objects.create(child=ava, person=rosa, kind="mother")
    client.force_login(people["writer"])
    assert "Rosa Finch, mother, was not consulted" in page(client.get(at("page", begun)))
    neither = client.post(at("consulted", begun), {"person": str(rosa.pk)})
    assert "or why they were not" in page(neither)
    client.post(at("consulted", begun), {"person": str(rosa.pk), "not_consulted_because": "Not safe."})
    assert AssessmentConsultation.objects.get().not_consulted_because == "Not safe."
    found = hidden(client.get(at("found", begun)))
    client.post(at("found", begun), {**found, "child_seen": "yes", "needs_support": "yes", "factors": ["3B"]})
    said = page(client.get(at("page", begun)))
    assert "Child seen Yes" in said
    assert "was not consulted" not in said


@pytest.mark.once
def test_a_manager_authorises_exactly_what_was_read(client, people, begun):
    written(begun, people["writer"])
    client.force_login(people["writer"])
    assert client.get(at("authorise", begun)).status_code == 403
    client.force_login(people["manager"])
    read = hidden(client.get(at("authorise", begun)), "read")
    assert len(read["read"]) == 64
    do.write_section(assessment=begun, by=people["writer"], section="health", words="Changed meanwhile.")
    answer = {"because": "It is complete and clear."}
    late = client.post(at("authorise", begun), {**read, **answer})
    assert late.status_code == 422
    assert "changed meanwhile" in page(late)
    read = hidden(client.get(at("authorise", begun)), "read")
    done = page(client.post(at("authorise", begun), {**read, **answer}, follow=True))
    assert "by Manager Lane, exactly as it stands below" in done
    assert " ".join(re.findall(".{8}", read["read"])) in done
    assert Assessment.objects.get().authorised_on == TODAY


def test_a_later_edit_needs_a_reason_and_is_shown_to_have_ended_it(client, people, begun):
    written(begun, people["writer"])
    client.force_login(people["manager"])
    read = hidden(client.get(at("authorise", begun)), "read")
    client.post(at("authorise", begun), {**read, "because": "It is complete and clear."})
    client.force_login(people["writer"])
    address = at("section", begun, "health")
    opened = hidden(client.get(address))
    without = client.post(address, {**opened, "words": "New."})
    assert "Say why you change what was authorised" in page(without)
    client.post(address, {**opened, "words": "New.", "because": "The hospital wrote."})
    assert "No longer authorised" in page(client.get(at("page", begun)))


def test_a_return_is_read_beside_its_section(client, people, begun):
    written(begun, people["writer"])
    client.force_login(people["manager"])
    client.post(
        at("return", begun), {"because": "Her words are missing.", "comment_child-says": "Ask her alone."}
    )
    client.force_login(people["writer"])
    assert "Ask her alone." in page(client.get(at("section", begun, "child-says")))
    assert "Ask her alone." not in page(client.get(at("section", begun, "health")))
    assert "Returned Mon 2 Mar by Manager Lane: Her words are missing." in page(client.get(at("page", begun)))
    assert "Sent." in page(client.post(at("ask", begun), follow=True))
    assert "sent already" in page(client.post(at("ask", begun), follow=True))


def test_a_checkpoint_is_written_with_words_by_a_manager(client, people, begun):
    client.force_login(people["writer"])
    assert client.get(at("checkpoint", begun)).status_code == 403
    client.force_login(people["manager"])
    day = {"held_on_day": "2", "held_on_month": "3", "held_on_year": "2026"}
    client.post(at("checkpoint", begun), {"outcome": "widen", "words": "Speak with the father.", **day})
    assert "Speak with the father." in page(client.get(at("page", begun)))


def test_one_that_was_overtaken_says_by_what(client, people, ava, begun):
    Assessment.objects.update(authorised_on=date(2026, 2, 3))
    MissingEpisode.objects.create(child=ava, kind="M", began_on=date(2026, 2, 20))
    client.force_login(people["writer"])
    said = page(client.get(at("page", begun)))
    assert "Out of date After it was authorised: the child went missing (Fri 20 Feb)." in said


@pytest.mark.once
def test_before_birth_it_counts_to_the_expected_day(client, people):
    baby = Child.objects.create(family_name="Finch", expected_on=date(2026, 6, 8))
    Allocation.objects.create(child=baby, worker=people["writer"].worker, role="social-worker")
    client.force_login(people["writer"])
    days = {
        f"{name}_{part}": value
        for name in ("requested_on", "began_on")
        for part, value in (("day", 2), ("month", 3), ("year", 2026))
    }
    made = client.post(reverse("assessment:begin", args=[baby.public_id]), days, follow=True)
    said = page(made)
    assert "in 14 weeks and 0 days; wanted by Mon 30 Mar" in said
    assert "The pregnancy" in said
    assert "What the child says" not in said
