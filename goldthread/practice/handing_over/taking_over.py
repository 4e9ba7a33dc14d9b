"""Tying a new allocation to the handover from whoever held the child."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from goldthread.practice.actions import add, change
from goldthread.practice.handing_over.before import finished_for
from goldthread.practice.moment import today
from goldthread.practice.reasons import written
from goldthread.record.models import Allocation, Handover

NOT_BEFORE = "A handover comes first: {0} has not finished one. Ask for it, or say why it cannot wait."


def hand_over_to(*, allocation: Allocation, held: Allocation | None, not_yet: str) -> Handover | None:
    """Tie a new allocation to the handover from whoever held the child so; within the deed that allocates.

    Without one that is finished the reason why not stays, on a handover still to be finished. Raises ValidationError without
    either.
    """
    if held is None:
        return None
    values = {
        "allocation": allocation,
        "to_worker": allocation.worker,
        "taken_over_on": allocation.began_on,
    }
    finished = finished_for(held)
    if finished is not None:
        return change(finished, **values)
    if not not_yet.strip():
        raise ValidationError({"not_yet": NOT_BEFORE.format(held.worker)})
    why = written(not_yet, "not_yet")
    return add(
        Handover(
            child=allocation.child, from_worker=held.worker, begun_on=today(), not_yet_because=why, **values
        )
    )
