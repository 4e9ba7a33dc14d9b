"""Quality in the demonstration: weeks of reading, escalations, audits of two quarters, a practice week, what worked."""

from __future__ import annotations

from datetime import date, timedelta

from goldthread.practice.access import not_hidden
from goldthread.practice.auditing.drawing import RULE
from goldthread.practice.challenging.deals import deal_week, week_of
from goldthread.practice.escalating import answer_stage, raise_escalation, resolve_escalation, take_further
from goldthread.practice.moment import now, today
from goldthread.record.models import (
    Account,
    Allocation,
    AuditAction,
    AuditGrade,
    AuditSample,
    CaseAudit,
    Child,
    Deal,
    GoodPractice,
    Notice,
    PracticeWeek,
    PracticeWeekPart,
    Reading,
    SharedPractice,
    Team,
)
from goldthread.rulebook.audit_tool import AREAS, THEMES, TOOL
from goldthread.rulebook.audit_tool import GRADES as AUDIT_GRADES
from goldthread.synthetic import quality_words as words

TEAM = "Long-term 2"
WEEKS = 6
EACH_QUARTER = 6
GRADES = ("good", "requires-improvement", "good", "requires-improvement", "inadequate", "outstanding")
AGAIN = {"requires-improvement": 13, "inadequate": 6}


def make_quality() -> None:
    """Write it for the sign-ins of the demonstration. Nothing where something was dealt already, or nobody holds a child."""
    if Deal.objects.exists():
        return
    accounts = {each.username: each for each in Account.objects.filter(username__in=(
        "director", "service", "manager", "worker", "chair", "auditor",
    )).select_related("worker")}  # fmt: skip
    if len(accounts) < 6 or accounts["service"].worker is None or accounts["chair"].worker is None:
        return
    day = today()
    _read(accounts, day)
    _escalate(accounts, day)
    held = Allocation.unwithdrawn.filter(
        ended_on=None, role="social-worker", worker__isnull=False, team__isnull=False
    )
    several = list(held.select_related("team", "worker").order_by("child_id", "pk"))
    known = set(
        not_hidden(accounts["director"])
        .filter(pk__in=[each.child_id for each in several])
        .values_list("pk", flat=True)
    )
    several = [each for each in several if each.child_id in known]
    if several:
        _audit(accounts, several, day)
        _plan_weeks(accounts, day)
        _share(accounts, several, day)


def _read(accounts: dict[str, Account], day: date) -> None:
    """Six weeks of reading by the service manager, the last but one missed; some asked, some challenged, most answered."""
    monday = week_of(day)
    for back in range(WEEKS, 0, -1):
        week = monday - timedelta(weeks=back)
        deal = deal_week(reader=accounts["service"], by=None, week_on=week)
        if back == 2:
            continue
        for place, reading in enumerate(Reading.objects.filter(deal=deal).order_by("pk")):
            _say(reading, place + back, week + timedelta(days=2 + place % 2), day)


def _say(reading: Reading, turn: int, on: date, day: date) -> None:
    reading.read_on = on
    if turn % 4 == 1:
        reading.answer, reading.words = "ask", words.ASKS[turn % len(words.ASKS)]
    elif turn % 7 == 3:
        reading.answer, reading.words = "challenge", words.CHALLENGES[turn % len(words.CHALLENGES)]
    else:
        reading.answer, reading.words = "agree", words.GOOD[turn % len(words.GOOD)]
    if reading.answer != "agree" and on < day - timedelta(days=10):
        reading.reply = words.REPLIES[turn % len(words.REPLIES)]
        reading.replied_on, reading.replied_by = on + timedelta(days=1 + turn % 5), reading.manager
    reading.save()


def _escalate(accounts: dict[str, Account], day: date) -> None:
    """Three by the reviewing officer: one resolved, one with the team manager, one with the service manager and late."""
    chair = accounts["chair"]
    assert chair.worker is not None  # looked at before
    reviewed = Allocation.unwithdrawn.filter(worker=chair.worker, role="reviewing-officer", ended_on=None)
    mine = Allocation.unwithdrawn.filter(
        team__name=TEAM, ended_on=None, role="social-worker", worker__isnull=False
    )
    children = list(
        not_hidden(chair)
        .filter(pk__in=reviewed.values("child_id"))
        .filter(pk__in=mine.values("child_id"))
        .order_by("pk")[:3]
    )
    for place, child in enumerate(children):
        theme, said, wanted = words.ESCALATIONS[place]
        told_before = set(Notice.objects.values_list("pk", flat=True))
        began = day - timedelta(days=(60, 10, 24)[place])
        escalation = raise_escalation(
            child=child,
            by=chair,
            part="reviewing-officer",
            theme=theme,
            words=said,
            wanted=wanted,
            raised_on=began,
        )
        further = began + timedelta(days=4)
        if place == 0:
            answer_stage(
                escalation=escalation, by=accounts["director"], answer=words.ANSWERED, answered_on=further
            )
            resolve_escalation(
                escalation=escalation, by=chair, outcome="resolved", outcome_words=words.AGREED,
                resolved_on=began + timedelta(days=12),
            )  # fmt: skip
            _told(told_before, began, read=True)
            continue
        _told(told_before, began, read=True)
        told_before |= set(Notice.objects.values_list("pk", flat=True))
        take_further(escalation=escalation, by=chair, stage="team-manager", because=words.STILL, on=further)
        _told(told_before, further, read=place == 2)
        if place == 2:
            on = began + timedelta(days=9)
            told_before |= set(Notice.objects.values_list("pk", flat=True))
            answer_stage(escalation=escalation, by=accounts["manager"], answer=words.ANSWERED, answered_on=on)
            take_further(
                escalation=escalation,
                by=chair,
                stage="service-manager",
                because=words.STILL,
                on=on + timedelta(days=3),
            )
            _told(told_before, on + timedelta(days=3))


def _told(before: set[int], on: date, *, read: bool = False) -> None:
    """Who was told since of an escalation was told on that day; what went on from there since, they read."""
    at = now() - (today() - on)
    Notice.objects.exclude(pk__in=before).update(at=at, read_at=at if read else None)


def _audit(accounts: dict[str, Account], held: list[Allocation], day: date) -> None:
    """Two samples of past quarters, read, some graded twice, with what follows; and two records to read now."""
    auditor, second = accounts["auditor"], accounts["director"]
    step = max(1, len(held) // (2 * EACH_QUARTER + 2))
    chosen = held[::step]
    for quarter in (0, 1):
        drawn = day - timedelta(days=150 - 90 * quarter)
        sample = _sample(drawn, EACH_QUARTER, len(held), "monthly")
        for place, allocation in enumerate(chosen[quarter * EACH_QUARTER : (quarter + 1) * EACH_QUARTER]):
            _finished(sample, allocation, (auditor, second), place + quarter, drawn, day)
    sample = _sample(day - timedelta(days=12), 2, len(held), "monthly")
    for allocation in chosen[2 * EACH_QUARTER : 2 * EACH_QUARTER + 2]:
        _drawn(sample, allocation, auditor)


def _sample(day: date, asked: int, pool: int, kind: str) -> AuditSample:
    return AuditSample.objects.create(
        drawn_on=day,
        kind=kind,
        area="everybody",
        asked=asked,
        pool=pool,
        seed=f"audit {day.isoformat()} everybody",
        how=RULE,
    )


def _drawn(sample: AuditSample, allocation: Allocation, auditor: Account) -> CaseAudit:
    child = allocation.child
    of = {"yes": "disabled", "no": "not disabled"}.get(child.disabled or "", "disability not recorded")
    return CaseAudit.objects.create(
        child=child, sample=sample, drawn_on=sample.drawn_on, auditor=auditor, tool=TOOL.version,
        stratum=f"{allocation.team}; {AREAS['protection'].lower()}; {of}",
    )  # fmt: skip


def _finished(
    sample: AuditSample,
    allocation: Allocation,
    readers: tuple[Account, Account],
    turn: int,
    drawn: date,
    day: date,
) -> None:
    audit = _drawn(sample, allocation, readers[0])
    grade = GRADES[turn % len(GRADES)]
    done = drawn + timedelta(days=9 + 2 * turn)
    audit.family_asked, audit.family_words = turn % 4 != 3, words.FAMILY[turn % len(words.FAMILY)]
    if not audit.family_asked:
        audit.family_words = "The mother did not answer three calls, and the child is two years old."
    audit.grade, audit.summary, audit.completed_on = grade, words.SUMMARIES[turn % len(words.SUMMARIES)], done
    AuditGrade.objects.bulk_create(
        AuditGrade(
            child=audit.child, case_audit=audit, part="auditor", theme=theme, evidence=words.EVIDENCE[theme],
            grade=_near(grade, 3 * turn + 5 * place), better=words.BETTER[theme],
        )
        for place, theme in enumerate(THEMES)
    )  # fmt: skip
    if turn % 2 == 0:
        other = "requires-improvement" if turn % 4 == 0 else grade
        audit.moderator, audit.moderated_on, audit.moderated_grade = (
            readers[1],
            done + timedelta(days=4),
            other,
        )
        AuditGrade.objects.bulk_create(
            AuditGrade(
                child=audit.child,
                case_audit=audit,
                part="moderator",
                theme=theme,
                grade=other if place % 2 else grade,
            )
            for place, theme in enumerate(THEMES)
        )
        audit.agreed_grade, audit.agreed_on = other, done + timedelta(days=6)
        if other != grade:
            audit.agreed_because = (
                "The child's own words are missing from the last two reviews, which weighs more."
            )
    final = audit.agreed_grade or grade
    audit.again_by = done + timedelta(weeks=AGAIN[final]) if final in AGAIN else None
    audit.save()
    if final in AGAIN and allocation.worker is not None:
        due = done + timedelta(days=21)
        settled = turn % 3 != 0
        AuditAction.objects.create(
            child=audit.child, case_audit=audit, words=words.FOLLOWS[turn % len(words.FOLLOWS)], owner=allocation.worker,
            due_on=due, done_on=min(due - timedelta(days=2), day) if settled else None, evidence=words.DONE if settled else "",
        )  # fmt: skip


def _near(grade: str, turn: int) -> str:
    """The grade of one theme: mostly that of the whole, at times one better or one worse."""
    scale = list(AUDIT_GRADES)
    place = scale.index(grade) + (0, 1, 0, -1, 0, 0, -1)[turn % 7]
    return scale[min(max(place, 0), len(scale) - 1)]


def _plan_weeks(accounts: dict[str, Account], day: date) -> None:
    """One practice week that is over and one to come."""
    monday = week_of(day)
    past = PracticeWeek.objects.create(
        week_on=monday - timedelta(weeks=10), focus="Is the child's voice heard, and acted on?",
        learnt="We ask, and seldom write what follows. Each team chooses one child a week whose words lead the agenda.",
        closed_on=monday - timedelta(weeks=9, days=3),
    )  # fmt: skip
    coming = PracticeWeek.objects.create(
        week_on=monday + timedelta(weeks=2), focus="First visits: what does the child know of us?"
    )
    for name, does, of, found in (
        ("auditor", "audits", "", ""),
        ("director", "observes", "A core group", words.OBSERVED),
        ("service", "listens", "Care leavers' evening", words.LISTENED),
    ):
        for week in (past, coming):
            over = week == past and does != "audits"
            PracticeWeekPart.objects.create(
                practice_week=week, who=accounts[name], does=does, of=of,
                done_on=past.week_on + timedelta(days=2) if over else None,
                found=found if over else "",
            )  # fmt: skip


def _share(accounts: dict[str, Account], held: list[Allocation], day: date) -> None:
    """What worked in four teams, marked on a record and shared without a name."""
    teams = list(Team.objects.filter(pk__in={each.team_id for each in held}).order_by("pk"))
    for place, (theme, title, told) in enumerate(words.PRACTICE):
        team = teams[place % len(teams)]
        child: Child = next(each.child for each in held if each.team_id == team.pk)
        on = day - timedelta(days=20 + 25 * place)
        shared = SharedPractice.objects.create(
            theme=theme, title=title, words=told, team=team, shared_on=on, recorded_by=accounts["director"]
        )
        GoodPractice.objects.create(
            child=child, theme=theme, words=told, for_whom="everybody", marked_on=on, shared=shared,
            recorded_by=accounts["director"],
        )  # fmt: skip
