"""Audits over a record: drawn, read, graded twice, agreed, followed; and nobody audits their own work."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed
from goldthread.practice.auditing.audits import (
    agree_audit,
    differences,
    finish_audit,
    grade_theme,
    hear_family,
    moderate_audit,
)
from goldthread.practice.auditing.following import (
    actions_of,
    add_audit_action,
    do_audit_action,
    drop_audit_action,
)
from goldthread.practice.auditing.samples import draw_sample, give_audit, pool_of, replace_audit
from goldthread.practice.auditing.summary import audits_of, quarters
from goldthread.practice.auditing.weeks import Part, close_week, do_week_part, draw_for_week, plan_week
from goldthread.practice.challenging.test_readings import Line
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.restricting import give_reason
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, CaseAudit, Restriction
from goldthread.rulebook.audit_tool import THEMES

pytestmark = [pytest.mark.django_db, pytest.mark.database]
EVIDENCE = "Visits of January and February."
BETTER = "Ask her alone, and write what she says."


@pytest.fixture
def line(settings):
    settings.NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    line = Line()
    line.auditor = Account.objects.create(username="quinn", role="quality-auditor")
    line.other = Account.objects.create(username="rae", role="quality-auditor")
    return line


def opened(account, case_audit):
    give_reason(public_id=case_audit.child.public_id, by=account, why="Case audit, drawn 2 March 2026")


def drawn(line, size=1):
    sample = draw_sample(by=line.auditor, size=size, area="everybody", readers=[line.auditor])
    return list(CaseAudit.objects.filter(sample=sample).order_by("pk"))


def read_through(case_audit, by, grade="requires-improvement"):
    for theme in THEMES:
        grade_theme(case_audit=case_audit, by=by, theme=theme, grade="good", evidence=EVIDENCE, better=BETTER)
    hear_family(case_audit=case_audit, by=by, asked=True, words="She listens to us.")
    return finish_audit(
        case_audit=case_audit, by=by, grade=grade, summary="Ava is safer, and still not heard."
    )


def test_an_audit_from_the_draw_to_what_followed(line):
    [audit] = drawn(line)
    with pytest.raises(RecordNotFound):  # drawn is not opened: a reason is given, and logged
        hear_family(case_audit=audit, by=line.auditor, asked=True, words="She listens to us.")
    opened(line.auditor, audit)
    with pytest.raises(NotAllowed):
        hear_family(case_audit=audit, by=line.other, asked=True, words="She listens to us.")
    with pytest.raises(ValidationError, match="Not graded yet: Assessment"):
        finish_audit(case_audit=audit, by=line.auditor, grade="good", summary="Ava is safer than she was.")
    audit = read_through(audit, line.auditor)
    assert audit.again_by == date(2026, 6, 1)
    with pytest.raises(NotAllowed):
        moderate_audit(case_audit=audit, by=line.auditor, grade="good", grades={})
    opened(line.other, audit)
    second = dict.fromkeys(THEMES, "good") | {"child-voice": "inadequate"}
    audit = moderate_audit(case_audit=audit, by=line.other, grade="inadequate", grades=second)
    assert audit.agreed_grade is None
    assert differences(audit) == [("child-voice", "good", "inadequate")]
    audit = agree_audit(
        case_audit=audit, by=line.auditor, grade="inadequate", because="She was never asked alone."
    )
    assert audit.again_by == date(2026, 4, 13)
    step = add_audit_action(
        case_audit=audit, by=line.auditor, words="See her alone and ask.", owner=line.worker.worker,
        due_on=date(2026, 3, 16),
    )  # fmt: skip
    assert list(actions_of(standing_of(line.worker))) == [step]
    with pytest.raises(NotAllowed):
        drop_audit_action(audit_action=step, by=line.worker, because="There was no time for it.")
    with pytest.raises(ValidationError):
        do_audit_action(audit_action=step, by=line.worker, evidence="Done")
    do_audit_action(audit_action=step, by=line.worker, evidence="Seen alone on Monday; it is in the plan.")
    [quarter] = quarters(standing_of(line.auditor))
    assert (quarter.name, quarter.themes[0].counts, quarter.themes[0].small) == (
        "January to March 2026", {"inadequate": 1}, True,
    )  # fmt: skip
    assert audits_of(standing_of(line.auditor), date(2026, 1, 1), "plan", "good") == [audit]


def test_nobody_audits_their_own_work_and_restricted_records_are_not_drawn(line):
    Restriction.objects.create(
        child=line.children[0], guardian=line.above, began_by=line.above, why="A relative."
    )
    assert line.children[0].pk not in {each.child for each in pool_of(standing_of(line.auditor), "everybody")}
    with pytest.raises(ValidationError, match="their own work"):
        draw_sample(by=line.above, size=3, area="everybody", readers=[line.managers[0], line.managers[0]])
    with pytest.raises(ValidationError):
        draw_sample(by=line.above, size=3, area="everybody", readers=[line.worker])
    with pytest.raises(NotAllowed):
        draw_sample(by=line.managers[0], size=1, area="everybody", readers=[line.auditor])
    audits = draw_sample(by=line.above, size=3, area="everybody", readers=line.managers).case_audits.all()
    for audit in audits:
        mine = audit.child_id in {line.children[place].pk for place in (0, 2)}
        assert audit.auditor == line.managers[1 if mine else 0]
        with pytest.raises(ValidationError, match="their own work"):
            give_audit(case_audit=audit, by=line.above, auditor=line.managers[0 if mine else 1])


def test_a_record_is_replaced_only_with_a_reason_and_by_chance(line):
    [audit] = drawn(line)
    with pytest.raises(ValidationError):
        replace_audit(case_audit=audit, by=line.auditor, because="")
    other = replace_audit(case_audit=audit, by=line.auditor, because="The family moved away last week.")
    audit.refresh_from_db()
    assert (other.instead_of, audit.replaced_on) == (audit.pk, date(2026, 3, 2))
    assert other.child_id != audit.child_id
    opened(line.auditor, audit)
    with pytest.raises(NotAllowed):
        hear_family(case_audit=audit, by=line.auditor, asked=True, words="She listens to us.")


def test_a_practice_week_is_planned_drawn_once_and_closed_with_what_was_learnt(line):
    parts = [Part(line.auditor, "audits"), Part(line.above, "observes", "A strategy discussion")]
    with pytest.raises(ValidationError):
        plan_week(by=line.auditor, week_on=date(2026, 3, 3), focus="The child's voice", parts=parts)
    week = plan_week(by=line.auditor, week_on=date(2026, 3, 9), focus="The child's voice", parts=parts)
    week = draw_for_week(practice_week=week, by=line.auditor, size=2, area="everybody")
    assert week.sample.case_audits.count() == 2
    with pytest.raises(ValidationError):
        draw_for_week(practice_week=week, by=line.auditor, size=2, area="everybody")
    own = week.practice_week_parts.get(who=line.above)
    with pytest.raises(NotAllowed):
        do_week_part(part=own, by=line.auditor, found="The police were asked early.")
    do_week_part(part=own, by=line.above, found="The police were asked early.")
    close_week(
        practice_week=week,
        by=line.auditor,
        learnt="We ask children too late. Teams will ask at the first visit.",
    )
