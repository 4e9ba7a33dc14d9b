"""An assessment is authorised as it was read, by somebody who wrote none of it; a later edit ends that."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice import recording as do
from goldthread.practice.actions import NotAllowed
from goldthread.practice.assessing import (
    adults_of,
    digest_of,
    lacks,
    last_before,
    sections_of,
    standing_approval,
)
from goldthread.practice.out_of_date import overtaken
from goldthread.record.models import (
    Account,
    Allocation,
    Assessment,
    AssessmentApproval,
    AssessmentComment,
    AuditLine,
    Child,
    Delegation,
    Due,
    MissingEpisode,
    Person,
    Post,
    Relationship,
    Team,
    Worker,
)
from goldthread.vocabulary.sections import sections_for

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ASKED, TODAY = date(2026, 1, 20), date(2026, 3, 2)


@pytest.fixture
def people(settings, ava):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    ours, theirs = Team.objects.create(name="Ours", kind="long-term"), Team.objects.create(name="Theirs")
    found = {}
    for name, role, team in (
        ("writer", "social-worker", ours),
        ("manager", "team-manager", ours),
        ("second", "team-manager", ours),
        ("far", "team-manager", theirs),
        ("support", "business-support", ours),
    ):
        worker = Worker.objects.create(given_name=name, family_name="Lane")
        Post.objects.create(worker=worker, team=team, manages=role == "team-manager")
        found[name] = Account.objects.create(username=name, role=role, worker=worker)
    Allocation.objects.create(
        child=ava, worker=found["writer"].worker, team=ours, role="social-worker", began_on=ASKED
    )
    return found


@pytest.fixture
def written(people, ava):
    """An assessment of Ava's, written by her worker and sent to a manager."""
    assessment = do.begin_assessment(child=ava, by=people["writer"], requested_on=ASKED, began_on=ASKED)
    for each in sections_for(pre_birth=False):
        write(assessment, people["writer"], each.word, f"Of {each.title.lower()}.")
    do.ask_authorisation(assessment=assessment, by=people["writer"])
    return assessment


def write(assessment, by, section, words, **more):
    return do.write_section(assessment=assessment, by=by, section=section, words=words, **more)


def authorise(assessment, by, read=None):
    read = digest_of(assessment) if read is None else read
    return do.authorise_assessment(
        assessment=assessment, by=by, authorised_on=TODAY, read=read, because="It is complete."
    )


@pytest.mark.once
def test_a_manager_who_wrote_none_of_it_authorises_what_they_read(people, written):
    read = digest_of(written)
    assert authorise(written, people["manager"], read).authorised_on == TODAY
    assert standing_approval(written).digest == read
    assert not Due.objects.filter(child=written.child, clock="assessment").exists()


@pytest.mark.once
def test_each_refusal_gives_its_reason(people, written):
    with pytest.raises(NotAllowed, match="by a manager"):
        authorise(written, people["writer"])
    write(written, people["second"], "health", "Corrected by the other manager.")
    with pytest.raises(NotAllowed, match="You contributed"):
        authorise(written, people["second"])
    read = digest_of(written)
    write(written, people["writer"], "health", "Changed while the manager read.")
    with pytest.raises(ValidationError, match="changed meanwhile"):
        authorise(written, people["manager"], read)
    lend(people, of="manager", to="far")
    with pytest.raises(NotAllowed, match="not lent"):
        authorise(written, people["far"])
    assert written.authorised_on is None
    assert authorise(written, people["manager"])


@pytest.mark.once
def test_who_wrote_a_section_and_for_whom_it_was_written_both_contributed(people, ava):
    lend(people, of="manager", to="support")
    assessment = do.begin_assessment(child=ava, by=people["writer"], requested_on=ASKED)
    write(assessment, people["support"], "health", "Dictated by the manager.")
    write(assessment, people["second"], "education", "Rung by the other manager.")
    with pytest.raises(NotAllowed, match="You contributed"):
        authorise(assessment, people["manager"])
    with pytest.raises(NotAllowed, match="You wrote"):
        authorise(assessment, people["second"])


def lend(people, *, of, to):
    Delegation.objects.create(
        of=people[of],
        to=people[to],
        made_by=people[of],
        why="Leave.",
        began_on=date(2026, 3, 1),
        until=date(2026, 3, 9),
    )


@pytest.mark.parametrize("how", ["section", "finding", "consultation", "correction"])
def test_a_later_change_ends_the_authorisation_and_the_clock_runs_again(people, written, how):
    authorise(written, people["manager"])
    by = people["writer"]
    if how == "section":
        with pytest.raises(ValidationError, match="send it to a manager again"):
            write(written, by, "health", "A late thought.")
        write(written, by, "health", "A late thought.", because="The hospital wrote.")
    elif how == "finding":
        do.find_in_assessment(assessment=written, by=by, child_seen="no", factors=["3A"])
    elif how == "consultation":
        rosa = Person.objects.create(given_name="Rosa", family_name="Finch")
        do.record_consultation(assessment=written, by=by, person=rosa, consulted_on=TODAY)
    else:
        row = written.assessment_sections.first()
        do.correct_row(row=row, by=by, because="A name was misspelt", values={"words": "Roza."})
    approval = AssessmentApproval.objects.get()
    assert approval.voided_on == TODAY
    assert "Changed after it was authorised" in approval.voided_because
    assert Assessment.objects.get().authorised_on is None
    assert Due.objects.filter(child=written.child, clock="assessment").exists()
    assert any("assessment_approvals" in place for place in AuditLine.objects.latest("pk").after)


@pytest.mark.once
def test_the_same_words_again_end_nothing(people, written):
    authorise(written, people["manager"])
    write(written, people["writer"], "health", "Of health.")
    assert standing_approval(written)


def test_a_return_says_why_and_of_which_section(people, written):
    returned = do.return_assessment(
        assessment=written, by=people["manager"], because="Her own words are missing.",
        comments={"child-says": "Ask her at school.", "health": " "},
    )  # fmt: skip
    assert returned.answer == "returned"
    assert AssessmentComment.objects.get().section == "child-says"
    with pytest.raises(ValidationError, match="Nobody sent"):
        authorise(written, people["manager"])
    do.ask_authorisation(assessment=written, by=people["writer"])
    with pytest.raises(ValidationError, match="sent already"):
        do.ask_authorisation(assessment=written, by=people["writer"])
    assert authorise(written, people["manager"])


def test_what_is_not_written_is_named_before_it_is_sent(people, ava):
    rosa = Person.objects.create(given_name="Rosa", family_name="Finch")
    Relationship.objects.create(child=ava, person=rosa, kind="mother")
    assessment = do.begin_assessment(child=ava, by=people["writer"], requested_on=ASKED)
    with pytest.raises(ValidationError, match="What the child says"):
        do.ask_authorisation(assessment=assessment, by=people["writer"])
    said = lacks(assessment)
    assert "Rosa Finch, mother, was not consulted, and it does not say why." in said
    assert "The child's first language is not recorded." in said
    do.record_consultation(
        assessment=assessment, by=people["writer"], person=rosa, not_consulted_because="Not safe."
    )
    assert adults_of(assessment)[0].said


def test_what_was_copied_is_marked_until_a_word_changes(people, written, ava):
    authorise(written, people["manager"])
    new = do.begin_assessment(child=ava, by=people["writer"], requested_on=TODAY)
    assert last_before(new) == written
    earlier = written.assessment_sections.get(section="family")
    do.copy_forward(assessment=new, by=people["writer"], earlier=earlier)
    assert [each.section.word for each in sections_of(new) if each.unchanged] == ["family"]
    with pytest.raises(ValidationError, match="written there already"):
        do.copy_forward(assessment=new, by=people["writer"], earlier=earlier)
    write(new, people["writer"], "family", "An aunt has moved in.")
    assert not any(each.unchanged for each in sections_of(new))
    assert new.assessment_sections.get(section="family").copied_from == earlier


def test_before_birth_other_sections_are_asked(people):
    baby = Child.objects.create(family_name="Finch", expected_on=date(2026, 6, 1))
    Allocation.objects.create(child=baby, worker=people["writer"].worker, role="social-worker")
    assessment = do.begin_assessment(child=baby, by=people["writer"], requested_on=TODAY)
    asked = [each.section.word for each in sections_of(assessment)]
    assert "pregnancy" in asked
    assert "child-says" not in asked
    with pytest.raises(ValidationError, match="asked in this assessment"):
        write(assessment, people["writer"], "child-says", "Not yet.")


def test_what_happens_later_puts_it_out_of_date(people, written, ava, ben):
    assert overtaken(written) == []
    authorise(written, people["manager"])
    MissingEpisode.objects.create(child=ava, kind="M", began_on=TODAY)
    assert overtaken(written) == []
    Assessment.objects.filter(pk=written.pk).update(authorised_on=date(2026, 2, 1))
    written.refresh_from_db()
    Relationship.objects.create(child=ben, other_child=ava, kind="sibling")
    Child.objects.filter(pk=ben.pk).update(born_on=date(2026, 2, 20))
    assert [(each.on, each.said) for each in overtaken(written)] == [
        (date(2026, 2, 20), "a brother or sister was born"),
        (TODAY, "the child went missing"),
    ]
