"""What the demonstration finds when it opens: the front door this morning, and an assessment that waits for a manager."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Count

from goldthread.practice.access import may_record
from goldthread.practice.assessing import Adult, adults_of
from goldthread.practice.moment import now, today
from goldthread.practice.recording import (
    NewChild,
    Told,
    answer_check,
    ask_agency,
    ask_authorisation,
    begin_assessment,
    find_in_assessment,
    record_consultation,
    take_contact,
    write_section,
)
from goldthread.record.models import Account, Assessment, AssessmentSection, Child, Contact, Relationship
from goldthread.vocabulary.sections import sections_for

from .told_words import FIRST_TIME, SECOND_TIME

POLICE = {"received_from": "6", "referrer_agency": "Oakshire Police", "referrer_role": "Police constable"}
SCHOOL = {
    "received_from": "2A",
    "referrer_agency": "Hartsmere Primary School",
    "referrer_role": "Designated safeguarding lead",
}


LONG_AGO = 150  # days


def open_the_front_door(duty: Account, worker: Account) -> None:
    """Contacts that arrived since Friday at every stage, and two assessments of one child, the later one sent to a manager.

    Does nothing where the demonstration is too small to hold such children.
    """
    families = _families_of_earlier_contacts()
    if duty.worker_id is None or worker.worker_id is None or len(families) < 3:
        return
    at = now()
    take_contact(
        by=duty, known=families[0], told=Told(
            worry="Called at 22:10 on Saturday to shouting. The mother had a cut lip, the father was drunk, and the youngest had "
            "a fresh bruise on the cheek that nobody explained. The children were upstairs.",
            received_at=at - timedelta(hours=35, minutes=4), referrer_name="K. Byrne", consent="not-sought",
            consent_because="To ask the father first could put the children at more risk.",
            indicators=("injury", "domestic-abuse"), harm_suspected=True, received_from="6",
            referrer_agency="Oakshire Police", referrer_role="Police constable",
        ),
    )  # fmt: skip
    (looked_into,) = take_contact(
        by=duty, known=families[1][:1], told=Told(
            worry="Came in without a coat again and asked for food. He says that nobody gets up in the morning.",
            received_at=at - timedelta(minutes=47), referrer_name="J. Amin", consent="given",
            else_known="A grandmother collects him on Fridays.", indicators=("neglect",),
            received_from="2A", referrer_agency="Hartsmere Primary School", referrer_role="Designated safeguarding lead",
        ),
    )  # fmt: skip
    asked = ask_agency(contact=looked_into, by=duty, agency="Health visiting", asked_on=today())
    answer_check(check=asked, by=duty, answered_on=today(), answer="Two appointments missed since Christmas.")
    ask_agency(contact=looked_into, by=duty, agency="Housing", asked_on=today())
    take_contact(
        by=duty, known=families[2][:1], told=Told(
            worry="Somebody who would not give a name hears a child crying at night.",
            received_at=at - timedelta(minutes=20), received_from="4", consent="not-sought", consent_because="Nobody was named.",
        ),
    )  # fmt: skip
    take_contact(
        by=duty, new=[NewChild(family_name="Ferrand", expected_on=today() + timedelta(weeks=14))], told=Told(
            worry="Booked late, at 24 weeks. Two earlier children were adopted in another county.",
            received_at=at - timedelta(minutes=9), received_from="3E", referrer_agency="Oakshire midwifery",
            referrer_name="S. Lund", referrer_role="Midwife", consent="refused",
            consent_because="She knows, and is afraid that this baby is taken too.", indicators=("unborn-at-risk",),
        ),
    )  # fmt: skip
    _assess_again(worker)


def _families_of_earlier_contacts() -> list[list[UUID]]:
    """Families who came before, two of several children first: the public numbers of each."""
    closed = (
        Contact.objects.filter(outcome__in=("no-further-action", "advice"), child__born_on__isnull=False)
        .values("child_id").annotate(count=Count("pk")).order_by("-count", "child_id")
    )  # fmt: skip
    found: list[list[UUID]] = []
    seen: set[int] = set()
    for child in Child.objects.filter(
        pk__in=[each["child_id"] for each in closed[:200]], allocations=None
    ).order_by("pk"):
        if child.pk in seen:
            continue
        kin = Relationship.objects.filter(child=child, kind="sibling", other_child__allocations=None)
        siblings = [
            each.other_child for each in kin.select_related("other_child") if each.other_child is not None
        ]
        seen |= {child.pk, *(each.pk for each in siblings)}
        found.append([child.public_id, *(each.public_id for each in siblings)])
    return sorted(found, key=len, reverse=True)


def _assess_again(worker: Account) -> None:
    """A child of the worker's: an assessment of some time ago with its text, and one of today that waits for a manager."""
    done = Assessment.objects.filter(
        child__allocations__worker=worker.worker_id, child__allocations__ended_on=None, authorised_on__isnull=False,
    ).order_by("-authorised_on", "-pk")  # fmt: skip
    open_to = may_record(worker, done.values_list("child_id", flat=True))
    mine = [each for each in done if each.child_id in open_to]
    long_ago = [
        each for each in mine if each.authorised_on and (today() - each.authorised_on).days > LONG_AGO
    ]
    earlier = next(iter(long_ago or mine), None)
    if earlier is None:
        return
    for section in sections_for(pre_birth=bool(earlier.pre_birth)):
        AssessmentSection.objects.create(
            child=earlier.child, assessment=earlier, section=section.word, words=FIRST_TIME[section.word],
            recorded_at=earlier.recorded_at,
        )  # fmt: skip
    again = begin_assessment(
        child=earlier.child,
        by=worker,
        requested_on=today() - timedelta(days=40),
        began_on=today() - timedelta(days=38),
    )
    before: dict[str, AssessmentSection] = {row.section: row for row in earlier.assessment_sections.all()}
    for section in sections_for(pre_birth=bool(again.pre_birth)):
        copied = before.get(section.word)
        words = SECOND_TIME.get(section.word) or FIRST_TIME[section.word]
        write_section(assessment=again, by=worker, section=section.word, words=words, copied_from=copied)
    find_in_assessment(
        assessment=again, by=worker, child_seen="yes", needs_support=True, factors=("4B", "18B")
    )
    _consult(again, worker)
    ask_authorisation(assessment=again, by=worker)


def _consult(assessment: Assessment, worker: Account) -> None:
    """All known adults but the last, so that the page shows who is missing."""
    adults: Sequence[Adult] = adults_of(assessment)
    for each in adults[:-1] or adults:
        record_consultation(
            assessment=assessment, by=worker, person=each.person, consulted_on=today() - timedelta(days=12)
        )
