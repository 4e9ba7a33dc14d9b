"""A supervision from being arranged to its end, and the worker's word that they read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.deciding import read_anew
from goldthread.practice.moment import now, today
from goldthread.practice.reasons import written
from goldthread.practice.supervising.line import must_manage_workers, must_stand, must_supervise
from goldthread.record.models import (
    Account,
    Supervision,
    SupervisionMember,
    SupervisionReading,
    SupervisionSession,
    Worker,
)

State = Literal["called off", "arranged", "being held", "held"]


def state_of(session: SupervisionSession) -> State:
    """Where a supervision stands, worked out from its days."""
    if session.withdrawn_at is not None:
        return "called off"
    if session.held_on is None:
        return "arranged"
    return "held" if session.ended_on is not None else "being held"


@action
def arrange_supervision(
    *, by: Account, workers: Sequence[Worker], planned_for: date | None = None, group: bool = False
) -> SupervisionSession:
    """Arrange a supervision of a worker, or of several together, with the manager who arranges it.

    Raises NotAllowed for somebody who does not manage them all, ValidationError where one with that worker is arranged already.
    """
    several = list(dict.fromkeys(workers))
    supervisor = must_manage_workers(by, several)
    if planned_for is not None and planned_for < today():
        raise ValidationError({"planned_for": "Choose a day that is still to come."})
    if not group and len(several) != 1:
        raise ValidationError({"workers": "Choose one worker, or make it a supervision of several together."})
    if group and len(several) < 2:
        raise ValidationError({"workers": "Choose two workers or more."})
    worker = None if group else several[0]
    if worker is not None:
        Worker.objects.select_for_update().get(pk=worker.pk)
        if open_with(worker, supervisor) is not None:
            raise ValidationError(
                "A supervision with this worker is arranged already: hold that, or call it off."
            )
    session = add(
        SupervisionSession(
            worker=worker, supervisor=supervisor, kind="group" if group else "case", planned_for=planned_for
        )
    )
    for each in several if group else ():
        add(SupervisionMember(session=session, worker=each))
    return session


def open_with(worker: Worker, supervisor: Worker) -> SupervisionSession | None:
    """The supervision of a worker with this supervisor that is arranged or being held; None where none is."""
    found = SupervisionSession.unwithdrawn.filter(worker=worker, supervisor=supervisor, ended_on=None)
    return found.order_by("-pk").first()


@action
def begin_supervision(
    *, session: SupervisionSession, by: Account, held_on: date | None = None
) -> SupervisionSession:
    """Begin a supervision, now; or write one down that was held on an earlier day."""
    must_supervise(session, by)
    read_anew(session)
    must_stand(session)
    if session.held_on is not None:
        return session  # begun twice is begun once
    day = held_on or today()
    if day == today():
        return change(session, held_on=day, began_at=now())
    return change(session, held_on=day)


@action
def end_supervision(*, session: SupervisionSession, by: Account) -> SupervisionSession:
    """End a supervision: what was written of each child stands from then on as it is."""
    must_supervise(session, by)
    read_anew(session)
    must_stand(session)
    if session.held_on is None:
        raise ValidationError("This supervision has not begun.")
    if session.ended_on is not None:
        return session
    if not Supervision.unwithdrawn.filter(session=session).exists():
        raise ValidationError("No child was discussed yet. Discuss one, or call the supervision off.")
    if session.began_at is not None:
        return change(session, ended_on=today(), ended_at=now())
    return change(session, ended_on=session.held_on)


@action
def call_off_supervision(*, session: SupervisionSession, by: Account, because: str) -> SupervisionSession:
    """Call a supervision off before anything was written in it. It stays to be seen, with why."""
    must_supervise(session, by)
    read_anew(session)
    if session.withdrawn_at is not None:
        return session  # called off twice is called off once, for the first reason
    why = written(because, "because")
    if Supervision.objects.filter(session=session).exists() or session.ended_on is not None:
        raise ValidationError(
            "Children were discussed in this supervision: it cannot be called off any more."
        )
    return change(session, withdrawn_at=now(), withdrawn_because=why)


@action
def confirm_reading(*, session: SupervisionSession, by: Account) -> SupervisionReading:
    """Say, as the worker, that one has read what was written of one's supervision."""
    read_anew(session)
    member = session.members.filter(worker_id=by.worker_id or 0, withdrawn_at=None).exists()
    if by.worker is None or not (by.worker_id == session.worker_id or member):
        raise NotAllowed("The worker whose supervision it was says that they read it.")
    if session.ended_on is None:
        raise ValidationError("This supervision has not ended: what is written may still grow.")
    before = SupervisionReading.unwithdrawn.filter(session=session, worker=by.worker).first()
    return before or add(SupervisionReading(session=session, worker=by.worker, read_on=today()))
