"""The pages of quality: this week's reading and its answers, escalations, audits, practice weeks and good practice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from goldthread.practice.challenging.test_readings import Line
from goldthread.record.models import (
    Account,
    AuditAction,
    CaseAudit,
    Escalation,
    GoodPractice,
    PracticeWeek,
    Reading,
    ReadLog,
    Restriction,
    SharedPractice,
)
from goldthread.rulebook.audit_tool import THEMES
from goldthread.web.challenge.parts import PARTS

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LONG = "Long enough a sentence for somebody else to judge."


@pytest.fixture
def line(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    line = Line()
    line.auditor = Account.objects.create(username="quinn", role="quality-auditor")
    return line


def seen(client, account, name, *args, **query):
    client.force_login(account)
    answer = client.get(reverse(name, args=args), query)
    return answer.status_code, answer.content.decode()


def sent(client, account, name, *args, **data):
    client.force_login(account)
    address = reverse(name, args=args)
    page = client.get(address).content.decode()
    if 'name="opened" value="' in page:
        data["opened"] = page.split('name="opened" value="')[1].split('"')[0]
    return client.post(address, data).status_code


def test_a_deal_is_read_and_a_challenge_answered(client, line):
    status, page = seen(client, line.above, "quality:deal")
    assert (status, page.count("to read")) == (200, 5)
    assert "Drawn by chance each Monday" in page
    reading = Reading.objects.filter(manager=line.managers[0].worker).first()
    at = (reading.child.public_id, reading.pk)
    assert seen(client, line.worker, "challenge:page", *at)[0] == 404  # not read: nobody else's yet
    assert sent(client, line.above, "challenge:read", *at, answer="challenge") == 422
    assert sent(client, line.above, "challenge:read", *at, answer="challenge", words=LONG) == 302
    assert ReadLog.objects.filter(child=reading.child, why__contains="Second-line reading").exists()
    assert LONG in seen(client, line.worker, "challenge:page", *at)[1]
    assert "question or challenge to answer" in seen(client, line.managers[0], "quality:home")[1]
    assert "Asked of you" in seen(client, line.managers[0], "quality:deal")[1]
    assert sent(client, line.above, "challenge:answer", *at, reply=LONG) == 403
    assert sent(client, line.managers[0], "challenge:answer", *at, reply="He is asked on Thursday.") == 302
    page = seen(client, line.worker, "child:page", reading.child.public_id)[1]
    assert "Challenged by a manager&#39;s manager" in page
    assert "He is asked on Thursday." in page
    assert seen(client, line.above, "quality:rates")[0] == 200
    assert seen(client, line.managers[0], "quality:rates")[0] == 404
    entry = seen(client, line.above, "recording:entry", reading.child.public_id, "readings", reading.pk)[1]
    assert "Nobody changes it or takes it back" in entry


def test_a_record_restricted_after_it_was_dealt_is_gone_from_the_page(client, line):
    seen(client, line.above, "quality:deal")
    reading = Reading.objects.first()
    Restriction.objects.create(
        child=reading.child, guardian=line.managers[0], began_by=line.managers[0], why="Fled."
    )
    page = seen(client, line.above, "quality:deal")[1]
    assert str(reading.child.public_id) not in page
    assert "no longer open to you" in page
    assert seen(client, line.above, "challenge:read", reading.child.public_id, reading.pk)[0] == 404


def test_an_escalation_is_raised_answered_taken_further_and_resolved(client, line):
    child = line.children[0]
    page = seen(client, line.worker, "escalation:raise", child.public_id, about="drift:carried_twice")[1]
    assert "carried over twice and is still not done" in page
    said = {
        "part": "other",
        "theme": "drift",
        "words": LONG,
        "wanted": LONG,
        "stage": "team-manager",
        "about": "carried_twice",
    }
    assert sent(client, line.worker, "escalation:raise", child.public_id, **said) == 302
    escalation = Escalation.objects.get()
    at = (child.public_id, escalation.pk)
    assert "Action carried over twice" in seen(client, line.worker, "escalation:page", *at)[1]
    assert "Not confirmed" in seen(client, line.managers[0], "escalations:list")[1]
    assert "Yours to answer" in seen(client, line.managers[0], "escalations:list")[1]
    assert sent(client, line.worker, "escalation:answer", *at, answer=LONG) == 403
    assert sent(client, line.managers[0], "escalation:answer", *at, answer=LONG) == 302
    assert "Say what becomes of it" in seen(client, line.worker, "escalations:list")[1]
    assert sent(client, line.worker, "escalation:further", *at, stage="service-manager", because=LONG) == 302
    assert sent(client, line.above, "escalation:answer", *at, answer=LONG) == 302
    assert sent(client, line.worker, "escalation:resolve", *at, outcome="resolved", outcome_words=LONG) == 302
    assert sent(client, line.worker, "escalation:withdraw", *at, because=LONG) == 403
    assert "Closed within a year" in seen(client, line.above, "escalations:list")[1]
    assert (
        "Escalated: drift or delay in the plan" in seen(client, line.worker, "child:page", child.public_id)[1]
    )


def test_an_audit_from_the_draw_to_what_follows(client, line):
    asked = {"area": "everybody", "size": 1, "readers": [line.auditor.pk]}
    assert sent(client, line.managers[0], "audits:draw", **asked) == 404
    assert sent(client, line.auditor, "audits:draw", **asked) == 302
    audit = CaseAudit.objects.get()
    at = (audit.child.public_id, audit.pk)
    assert "Replaced" not in seen(client, line.auditor, "audits:sample", audit.sample_id)[1]
    status, page = seen(client, line.auditor, "audit:page", *at)
    assert (status, "Open the record for this audit" in page, audit.child.given_name in page) == (
        200,
        True,
        False,
    )
    other = Account.objects.create(username="rae", role="quality-auditor")
    assert seen(client, other, "audit:page", *at)[0] == 404
    assert sent(client, line.auditor, "audit:page", *at) == 302
    said = {"grade": "good", "evidence": LONG, "better": LONG}
    for theme in THEMES:
        assert sent(client, line.auditor, "audit:grade", *at, theme, **said) == 302
    assert "not finished" in seen(client, line.worker, "audit:page", *at)[1]
    assert sent(client, line.auditor, "audit:step", *at, "finish", grade="good", summary=LONG) == 422
    assert sent(client, line.auditor, "audit:step", *at, "family", asked="no", words=LONG) == 302
    assert sent(client, line.auditor, "audit:step", *at, "finish", grade="inadequate", summary=LONG) == 302
    sent(client, other, "audit:page", *at)
    page = seen(client, other, "audit:page", *at)[1]
    assert "grades are hidden" in page
    assert "Inadequate" not in page
    second = {f"theme-{theme}": "good" for theme in THEMES}
    assert sent(client, other, "audit:step", *at, "second-grades", grade="good", **second) == 302
    assert sent(client, other, "audit:step", *at, "agree", grade="requires-improvement", because=LONG) == 302
    due = {"due_on_day": "16", "due_on_month": "3", "due_on_year": "2026"}
    assert (
        sent(client, other, "audit:step", *at, "follow", words=LONG, owner=line.worker.worker_id, **due)
        == 302
    )
    follows = AuditAction.objects.get()
    assert "from an audit to do" in seen(client, line.worker, "quality:home")[1].replace("actions", "action")
    day = {"done_on_day": "2", "done_on_month": "3", "done_on_year": "2026"}
    assert sent(client, line.worker, "audit:drop", audit.child.public_id, follows.pk, because=LONG) in (
        403,
        422,
    )
    assert (
        sent(client, line.worker, "audit:done", audit.child.public_id, follows.pk, evidence=LONG, **day)
        == 302
    )
    assert "Requires improvement" in seen(client, line.worker, "audit:page", *at)[1]
    found = seen(client, line.auditor, "audits:summary", quarter="2026-01-01", theme="plan", grade="good")[1]
    assert "few records" in found
    assert audit.child.given_name in found
    CaseAudit.objects.filter(pk=audit.pk).update(again_by=date(2026, 3, 9))
    assert "To be audited again" in seen(client, line.auditor, "audits:list")[1]
    assert sent(client, line.auditor, "audits:again", audit.pk, auditor=other.pk) == 302


def test_a_record_is_replaced_with_a_reason_and_a_week_is_planned_drawn_and_closed(client, line):
    monday = {"week_on_day": "9", "week_on_month": "3", "week_on_year": "2026"}
    people = {
        "parts-count": "2",
        "parts-0-who": line.auditor.pk,
        "parts-0-does": "audits",
        "parts-1-who": line.above.pk,
        "parts-1-does": "observes",
        "parts-1-of": "A core group",
    }
    assert (
        sent(client, line.auditor, "audits:plan_week", focus="The child's voice", **monday, **people) == 302
    )
    week = PracticeWeek.objects.get()
    draw = {"area": "everybody", "size": 2}
    assert sent(client, line.managers[0], "audits:week_step", week.pk, "draw", **draw) == 404
    assert sent(client, line.auditor, "audits:week_step", week.pk, "draw", **draw) == 302
    assert sent(client, line.auditor, "audits:week_step", week.pk, "draw", **draw) == 404  # once
    audit = CaseAudit.objects.first()
    assert sent(client, line.auditor, "audits:replace", audit.pk, because="") == 422
    assert sent(client, line.auditor, "audits:replace", audit.pk, because=LONG) == 302
    assert LONG in seen(client, line.auditor, "audits:sample", audit.sample_id)[1]
    assert "practice week" in seen(client, line.above, "quality:home")[1]
    assert sent(client, line.auditor, "audits:week_step", week.pk, "found", found=LONG) == 404
    assert sent(client, line.above, "audits:week_step", week.pk, "found", found=LONG) == 302
    assert "practice week" not in seen(client, line.above, "quality:home")[1]
    assert sent(client, line.above, "audits:week_step", week.pk, "close", learnt="") == 422
    assert sent(client, line.above, "audits:week_step", week.pk, "close", learnt=LONG) == 302
    assert LONG in seen(client, line.auditor, "audits:week", week.pk)[1]
    assert seen(client, line.worker, "audits:week", week.pk)[0] == 404


def test_what_worked_is_shared_without_names_and_opens_the_child_to_nobody_else(client, line):
    child = line.children[0]
    said = {
        "theme": "visit",
        "words": LONG,
        "for_whom": "everybody",
        "about": f"decisions:{child.decisions.get().pk}",
    }
    assert sent(client, line.worker, "good_practice:mark", child.public_id, **said) == 302
    mark = GoodPractice.objects.get()
    assert (mark.of_table, mark.of_row) == ("decisions", child.decisions.get().pk)
    at = (child.public_id, mark.pk)
    assert (
        sent(
            client,
            line.worker,
            "good_practice:share",
            *at,
            title="Walking",
            words=f"{child.family_name} talked.",
        )
        == 422
    )
    assert (
        sent(client, line.worker, "good_practice:share", *at, title="Walking while talking", words=LONG)
        == 302
    )
    assert str(child.public_id) in seen(client, line.worker, "good_practice:list")[1]
    outsider = line.somebody("Oz", "social-worker", line.teams[1])
    member = Account.objects.create(username="mem", role="lead-member")
    for reader in (outsider, member):
        status, page = seen(client, reader, "good_practice:list", theme="visit")
        assert (status, "Walking while talking" in page, str(child.public_id) in page) == (200, True, False)
    shared = SharedPractice.objects.get()
    assert sent(client, outsider, "good_practice:take_back", shared.pk, because=LONG) == 422
    assert sent(client, line.worker, "good_practice:take_back", shared.pk, because=LONG) == 302
    assert "Walking while talking" not in seen(client, line.worker, "good_practice:list")[1]


@pytest.mark.once
def test_each_role_is_led_only_to_pages_that_open_to_it(client, line):
    member = Account.objects.create(username="mem", role="lead-member")
    for reader in (line.above, line.managers[0], line.worker, line.auditor, member):
        page = seen(client, reader, "quality:home")[1]
        for _, name, _ in PARTS:
            address = reverse(name)
            if f'href="{address}"' in page:
                assert client.get(address).status_code == 200, (reader.role, name)
