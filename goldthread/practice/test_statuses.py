"""A child's standing, from the record alone: its word, since when, and why."""

from datetime import date

import pytest

from goldthread.practice.statuses import main_status_of_many, statuses_of
from goldthread.record.models import (
    Assessment,
    CareEpisode,
    Child,
    Conference,
    Enquiry,
    Entitlement,
    FamilyHelpEpisode,
    LegalStatus,
    Plan,
    Referral,
    Source,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

BEFORE, BEGAN, ON, ENDED, AFTER = (date(2026, month, 2) for month in (1, 2, 3, 4, 5))


def words(child: Child, as_at: date = ON) -> list[str]:
    return [status.word for status in statuses_of(child, as_at)]


def test_of_a_child_of_whom_nothing_is_open(ava):
    only = statuses_of(ava, ON)
    assert [(each.word, each.since, each.why) for each in only] == [
        ("Closed", None, "Nothing that is open is recorded.")
    ]


def test_a_referral_is_to_decide_until_somebody_says_what_should_follow(ava):
    referral = Referral.objects.create(child=ava, received_on=BEGAN)
    status = statuses_of(ava, ON)[0]
    assert (status.word, status.since) == ("Referral to decide", BEGAN)
    assert status.why == "A referral was received on 2 February 2026 and what should follow is not decided."
    referral.decision, referral.decided_on, referral.no_further_action = "no-further-action", ENDED, True
    referral.save()
    assert words(ava, ON) == ["Referral to decide"]
    assert words(ava, AFTER) == ["Closed"]


def test_an_open_episode_is_a_child_in_need_and_an_assessment_comes_first(ava):
    referral = Referral.objects.create(child=ava, received_on=BEGAN, decision="assessment", decided_on=BEGAN)
    assessment = Assessment.objects.create(child=ava, referral=referral, requested_on=BEGAN)
    assert words(ava) == ["Being assessed"]
    assessment.authorised_on, assessment.needs_support = ENDED, True
    assessment.save()
    assert words(ava, ON) == ["Being assessed"]
    assert words(ava, ENDED) == ["Child in need"]
    referral.closed_on = ENDED
    referral.save()
    closed = statuses_of(ava, AFTER)[0]
    assert (closed.word, closed.since, closed.why) == (
        "Closed",
        ENDED,
        "The last that was open ended on 2 April 2026.",
    )


def test_an_enquiry_is_over_when_concluded_or_when_its_conference_was_held(ava):
    enquiry = Enquiry.objects.create(child=ava, began_on=BEGAN)
    assert words(ava) == ["Under enquiry"]
    conference = Conference.objects.create(child=ava, kind="initial", held_on=ON)
    assert words(ava) == ["Closed"]
    conference.delete()
    enquiry.conference_required = False
    enquiry.save()
    assert words(ava) == ["Closed"]


def test_precedence_and_separate_facts(ava):
    ava.disabled = "yes"
    ava.save()
    annex = Source.objects.create(kind="annex-a", authority="940", name="Annex A of Oakshire")
    FamilyHelpEpisode.objects.create(child=ava, began_on=BEGAN, basis="early-help")
    Plan.objects.create(child=ava, kind="child-in-need", began_on=BEGAN)
    Entitlement.objects.create(child=ava, category="former-relevant", began_on=BEGAN)
    CareEpisode.objects.create(child=ava, began_on=BEGAN)
    LegalStatus.objects.create(child=ava, status="C2", began_on=BEGAN)
    Plan.objects.create(
        child=ava, kind="child-protection", began_on=BEGAN, initial_category="NEG", source=annex
    )
    found = statuses_of(ava, ON)
    assert [status.word for status in found] == [
        "On a child protection plan: neglect",
        "In care: full care order",
        "Care leaver: former relevant",
        "Child in need",
        "Family help",
        "Disabled",
    ]
    assert [status.source for status in found[:2]] == ["Annex A of Oakshire", "Recorded here"]
    assert [status.apart for status in found] == [False] * 5 + [True]


def test_what_ended_or_was_withdrawn_or_is_yet_to_come_does_not_hold(ava):
    Plan.objects.create(child=ava, kind="child-protection", began_on=BEFORE, ended_on=BEGAN)
    CareEpisode.objects.create(
        child=ava, began_on=BEFORE, withdrawn_at=ava.recorded_at, withdrawn_because="Entered in error: no"
    )
    CareEpisode.objects.create(child=ava, began_on=AFTER)
    assert words(ava) == ["Closed"]
    assert words(ava, BEGAN) == ["Closed"]
    assert words(ava, BEFORE) == ["On a child protection plan"]


def test_a_child_who_died_has_no_other_standing(ava):
    ava.died_on = BEGAN
    ava.save()
    CareEpisode.objects.create(child=ava, began_on=BEFORE)
    assert words(ava) == ["Died"]


def test_many_take_as_many_queries_as_one(ava, ben, django_assert_num_queries):
    CareEpisode.objects.create(child=ben, began_on=BEGAN)
    with django_assert_num_queries(10):
        one = main_status_of_many([ava.pk], ON)
    more = [Child.objects.create() for _ in range(20)]
    with django_assert_num_queries(10):
        many = main_status_of_many([ava.pk, ben.pk, *(child.pk for child in more)], ON)
    assert (one[ava.pk].word, many[ben.pk].word, len(many)) == ("Closed", "In care", 22)
