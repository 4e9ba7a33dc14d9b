"""The pages from a concern to a conference: what they ask, what they show beside it, and whom they let decide."""

from datetime import date

import pytest

from goldthread.record.models import (
    Conference,
    Enquiry,
    Plan,
    StrategyDiscussion,
)
from goldthread.web.protection.conftest import day

pytestmark = pytest.mark.django_db


def raise_concern(site, ava, ben):
    return site.send(
        "protection:raise", ava.public_id, concern="Police: a broken door.", asked=["police", "health"], siblings=[str(ben.pk)],
        concern_at="22:10", **day("concern_on", day="28", month="2"),
    )  # fmt: skip


CAME = {
    "attendees-count": "3",
    "attendees-0-agency": "social-care", "attendees-0-name": "Sam", "attendees-0-attended": "yes", "attendees-0-shared": "",
    "attendees-1-agency": "police", "attendees-1-name": "DS Shah", "attendees-1-attended": "yes",
    "attendees-1-shared": "Four calls.",
    "attendees-2-agency": "health", "attendees-2-name": "", "attendees-2-attended": "no", "attendees-2-shared": "",
}  # fmt: skip


def hold(site, ava, row, **more):
    others = StrategyDiscussion.objects.filter(together=row.together).exclude(pk=row.pk)
    return site.send(
        "protection:hold", ava.public_id, row.pk, held_at="09:30", safety="They stay with Nan.",
        siblings=[str(each.pk) for each in others], **day("held_on"), **CAME, **more,
    )  # fmt: skip


def test_from_a_late_discussion_to_each_childs_decision(site, family, worker, manager):
    ava, ben = family
    site.sign_in(worker)
    _status, page = site.open("protection:raise", ava.public_id)
    assert 'value="22:10"' in page  # the time of the police's contact is offered
    assert "A door was broken at [withheld]." in page
    assert "Not shown here: it is not to be disclosed." in page
    assert "Ash Lane" not in page
    page = raise_concern(site, ava, ben)
    assert "1 day 13 hours at unassessed risk" in page
    assert "24 hours, our own standard" in page
    row = StrategyDiscussion.objects.get(child=ava)
    assert StrategyDiscussion.objects.get(child=ben).together == row.together

    _status, page = site.open("protection:hold", ava.public_id, row.pk)
    assert "Why was it late?" in page
    assert page.count(">Missing<") == 3
    page = hold(site, ava, row)
    assert (
        "It was held 11 hours 20 minutes later than 24 hours after the concern (our own standard). Say why."
        in page
    )
    assert page.count(">Missing<") == 2  # the police took part: it is worked out from what is typed
    page = hold(site, ava, row, late_because="No manager was free.")
    assert "11 hours 20 minutes later" in page
    assert "It waits for a manager" in page
    assert "Four calls." in page
    assert "Whoever made the referral took no part" in page

    status, page = site.open("protection:decide", ava.public_id, row.pk)
    assert status == 403
    assert "A manager decides this" in page
    site.sign_in(manager)
    other = StrategyDiscussion.objects.get(child=ben)
    page = site.send(
        "protection:decide", ava.public_id, row.pk, decision="enquiry", because="It goes on.",
        **{f"decision_{other.pk}": "assessment", f"because_{other.pk}": "He was away."},
    )  # fmt: skip
    assert "Open the enquiry" in page
    assert "by Manager Lane" in page
    other.refresh_from_db()
    assert (other.decision, other.decided_because) == ("assessment", "He was away.")
    assert Enquiry.objects.get().child == ava


def test_an_enquiry_is_written_by_the_worker_and_concluded_by_the_manager(site, family, worker, manager):
    ava, _ben = family
    enquiry = Enquiry.objects.create(child=ava, began_on=date(2026, 2, 20))
    site.sign_in(worker)
    page = site.send("protection:write", ava.public_id, enquiry.pk, seen="no", seen_alone="unknown")
    assert "Say why the child was not seen." in page
    page = site.send(
        "protection:write", ava.public_id, enquiry.pk, seen="yes", seen_alone="yes", seen_at="10:20", child_words="I hide.",
        findings="It happened.", **day("seen_on"),
    )  # fmt: skip
    assert "Mon 2 Mar" in page
    assert "10:20" in page
    assert "I hide." in page
    assert site.open("protection:conclude", ava.public_id, enquiry.pk)[0] == 403
    site.sign_in(manager)
    page = site.send(
        "protection:conclude", ava.public_id, enquiry.pk, substantiated="yes", outcome="conference", because="The harm goes on.",
        **day("concluded_on"),
    )  # fmt: skip
    assert "Call the conference" in page
    assert "A child protection conference is needed, decided by Manager Lane" in page


def test_a_conference_is_called_prepared_and_decided_on_by_its_chair(site, family, worker, chair):
    ava, ben = family
    for child in family:
        Enquiry.objects.create(
            child=child, began_on=date(2026, 2, 20), concluded_on=date(2026, 2, 27), conference_required=True
        )
    site.sign_in(chair)
    assert (
        site.open("protection:call", ava.public_id)[0] == 404
    )  # not theirs until they are called to chair it
    site.sign_in(worker)
    _status, page = site.open("protection:call", ava.public_id)
    assert 'value="Rosa Finch"' in page
    page = site.send(
        "protection:call", ava.public_id, kind="initial", called_for_at="10:00", chaired_by=str(chair.worker_id),
        siblings=[str(ben.pk)], **day("called_for_on", day="9"),
        **{
            "invitees-count": "3", "invitees-0-agency": "family", "invitees-0-name": "Rosa Finch",
            "invitees-1-agency": "health", "invitees-1-name": "Nurse Bell", "invitees-2-agency": "", "invitees-2-name": "",
        },
    )  # fmt: skip
    assert "Its clock runs until it is held" in page
    assert "Mon 9 Mar" in page
    row = Conference.objects.get(child=ava)
    nurse, rosa = row.conference_invitees.get(agency="health"), row.conference_invitees.get(agency="family")
    assert rosa.person is not None
    page = site.send("protection:report", ava.public_id, nurse.pk, **day("report_sent_on"))
    assert "Not shared" in page
    assert site.open("protection:confer", ava.public_id, row.pk)[0] == 403

    site.sign_in(chair)
    _status, page = site.open("conferences:list")
    assert "Ava Finch" in page
    assert "1 of 1 not sent" in page  # Ben's
    other = Conference.objects.get(child=ben)
    came = {
        "invitees-count": "4",
        "invitees-0-row": str(rosa.pk), "invitees-0-agency": "family", "invitees-0-name": "Rosa Finch",
        "invitees-0-attended": "yes",
        "invitees-0-views": "I try.", "invitees-0-agrees": "no", "invitees-0-dissent": "We need help, not a plan.",
        "invitees-1-row": str(nurse.pk), "invitees-1-agency": "health", "invitees-1-name": "Nurse Bell",
        "invitees-1-attended": "yes",
        "invitees-2-agency": "social-care", "invitees-2-name": "", "invitees-2-attended": "yes",
        "invitees-3-agency": "police", "invitees-3-name": "", "invitees-3-attended": "no",
    }  # fmt: skip
    told = {
        "plan": "yes", "category": "NEG", "because": "Harm goes on.", "child_views": "Make it stop.", "advocate": "",
        f"plan_{other.pk}": "no", f"because_{other.pk}": "Safe with his father.", f"child_views_{other.pk}": "I am fine.",
        f"category_{other.pk}": "", f"advocate_{other.pk}": "",
    }  # fmt: skip
    page = site.send("protection:confer", ava.public_id, row.pk, **day("held_on"), **came, **told)
    assert "There were too few agencies: 1 of 2 other agencies took part." in page
    came["invitees-3-attended"] = "yes"
    page = site.send("protection:confer", ava.public_id, row.pk, **day("held_on"), **came, **told)
    assert "We need help, not a plan." in page
    assert "Neglect" in page
    plan = Plan.objects.get()
    assert (plan.child, plan.latest_category) == (ava, "NEG")
    other.refresh_from_db()
    assert other.led_to_plan is False


def test_a_row_of_another_child_is_not_found(site, family, worker):
    ava, ben = family
    row = StrategyDiscussion.objects.create(child=ben, concern_on=date(2026, 3, 1))
    site.sign_in(worker)
    for name in ("discussion", "hold", "decide"):
        assert site.open(f"protection:{name}", ava.public_id, row.pk)[0] == 404


def test_who_chairs_nothing_has_an_empty_list(site, worker):
    site.sign_in(worker)
    assert "No conference is called that you chair." in site.open("conferences:list")[1]
