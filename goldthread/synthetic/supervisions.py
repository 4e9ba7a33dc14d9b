"""Supervision in the demonstration beyond the children: what was said of the worker, what is asked for, added and arranged."""

from __future__ import annotations

from datetime import date, timedelta

from goldthread.practice.access import may_list
from goldthread.practice.moment import today
from goldthread.practice.supervising.discussing import agree_amendment, ask_for_discussion, propose_amendment
from goldthread.practice.supervising.frequency import last_supervised
from goldthread.practice.supervising.sessions import arrange_supervision
from goldthread.record.models import (
    Account,
    Allocation,
    PersonalSupervision,
    Post,
    Supervision,
    SupervisionItem,
    SupervisionMember,
    SupervisionSession,
    Worker,
)

PERSONAL = (
    (
        "Tired since Christmas: two conferences in one week and a court statement. Sleeping again now.",
        "Twenty-six children is more than the limit. Two go to the new worker in March.",
        "Asks for the course on direct work with under-fives.",
        "No new child before April. The course is booked. We look at the hours again next time.",
    ),
    (
        "Better than last month. The visit with the police stayed with her for some days; we talked it through.",
        "Writes up visits on the train, which works. Late with two assessments and knows which.",
        "Leads the practice talk on chronologies in the team.",
        "Both assessments by Friday week. A morning at home each week for writing.",
    ),
)
ASKED = "I am not sure that the plan still fits since the grandmother moved in. I want to think it through with you."
PUT_OFF = "The hour was over: first thing next time."
ADDED = "Since then the school rang: attendance is up to nine days in ten, which bears out what we said."
TOGETHER = (
    (
        "The door stays shut at two visits of three. We talked through what worked for another family: a letter from the child.",
        "Not seeing her is the risk. Nobody knows how the evenings are.",
        "Write with her what she wants her mother to know, and go with the school's worker.",
    ),
    (
        "He says little at home and much in the car. The others have known boys like that: drive further.",
        "Lower than in the autumn; the stepfather has moved out and the court order holds.",
        "Two visits away from home before the review.",
    ),
)


def make_supervisions() -> None:
    """Write it for the line of the sign-in ``manager``. Nothing where there is none, or it was written already.

    The one of several together is dated before what each of them had alone, so that nobody's next one moves.
    """
    if PersonalSupervision.objects.exists():
        return
    accounts = {
        each.username: each
        for each in Account.objects.filter(username__in=("manager", "worker")).select_related("worker")
    }
    if len(accounts) < 2 or any(each.worker is None for each in accounts.values()):
        return
    manager, worker = accounts["manager"], accounts["worker"]
    held = SupervisionSession.unwithdrawn.filter(
        worker=worker.worker, supervisor=manager.worker, ended_on__isnull=False
    ).order_by("-held_on", "-pk")
    for session, (wellbeing, work, learning, agreed) in zip(held[:2], PERSONAL, strict=False):
        PersonalSupervision.objects.create(
            session=session, worker=session.worker, supervisor=session.supervisor, held_on=session.held_on,
            wellbeing=wellbeing, work=work, learning=learning, agreed=agreed, recorded_by=manager,
        )  # fmt: skip
    _ask_and_add(manager, worker, list(held[:2]))
    _meet_together(manager, worker)


def _ask_and_add(manager: Account, worker: Account, held: list[SupervisionSession]) -> None:
    """A child wanted for the next supervision, another put off, and something added to what was written."""
    mine = may_list(worker).filter(
        pk__in=Allocation.unwithdrawn.filter(worker=worker.worker, ended_on=None).values("child_id")
    )
    children = list(mine.order_by("pk")[:2])
    if children:
        ask_for_discussion(child=children[0], by=worker, words=ASKED)
    if len(children) > 1 and held:
        SupervisionItem.objects.create(
            child=children[1],
            worker=worker.worker,
            session=held[0],
            kind="put-off",
            words=PUT_OFF,
            put_on=held[0].held_on or today(),
        )
    discussed = Supervision.unwithdrawn.filter(session__in=held).order_by("-held_on", "pk")[:2]
    for place, each in enumerate(discussed):
        amendment = propose_amendment(supervision=each, by=worker, words=ADDED)
        if place == 0:
            agree_amendment(amendment=amendment, by=manager)


def _meet_together(manager: Account, worker: Account) -> None:
    """A supervision of several together that was held, and one of a colleague that is arranged."""
    assert manager.worker is not None  # looked at before
    teams = Post.unwithdrawn.filter(worker=manager.worker, manages=True, ended_on=None).values("team_id")
    posts = Post.unwithdrawn.filter(team__in=teams, manages=False, ended_on=None, worker__isnull=False)
    colleagues = list(Worker.objects.filter(pk__in=posts.values("worker_id")).order_by("pk"))
    last = last_supervised([each.pk for each in colleagues])
    several = [each for each in colleagues if each.pk in last][:3]
    if len(several) > 1:
        day = _a_working_day(min(last[each.pk] for each in several) - timedelta(days=3))
        session = SupervisionSession.objects.create(
            supervisor=manager.worker, kind="group", planned_for=day, held_on=day, ended_on=day
        )
        SupervisionMember.objects.bulk_create(
            SupervisionMember(session=session, worker=each) for each in several
        )
        for each, (happening, risk, what_next) in zip(several, TOGETHER, strict=False):
            theirs = Allocation.unwithdrawn.filter(
                worker=each, role="social-worker", ended_on=None, began_on__lt=day
            )
            held = theirs.order_by("pk").first()
            if held is not None:
                Supervision.objects.create(
                    child=held.child, worker=each, supervisor=manager.worker, held_on=day, session=session,
                    happening=happening, risk=risk, what_next=what_next,
                )  # fmt: skip
    others = [each for each in colleagues if each.pk in last and each.pk != worker.worker_id]
    if others:
        arrange_supervision(by=manager, workers=[others[-1]], planned_for=today() + timedelta(days=2))


def _a_working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
