"""Who may decide: a manager what should follow, the chair at a conference."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from goldthread.practice.actions import NotAllowed
from goldthread.practice.managing import is_manager
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import Account, Conference, Worker

MANAGER = "A manager decides this: what you wrote is kept, and it waits for one."
CHAIR = "The chair decides at a conference, and this is not your role."


def manages(standing: Standing) -> bool:
    """Whether somebody decides what should follow: in their own right, as `managing` has it; cover for a manager is none."""
    return standing.role.arranges


def deciding_manager(by: Account) -> Worker | None:
    """The manager who decides by this account; None for one who is no worker. Raises NotAllowed for anybody else."""
    if not is_manager(by):
        raise NotAllowed(MANAGER)
    return by.worker


def chairs(standing: Standing, conference: Conference) -> bool:
    """Whether somebody may decide at a conference: it is their role, and they chair it or cover whoever does."""
    named = conference.chaired_by_id
    return standing.role.chairs and any(
        work.role.chairs and named in (None, work.worker) for work in standing.works
    )


def deciding_chair(by: Account, conference: Conference) -> Worker:
    """The chair who decides at a conference. Raises NotAllowed for anybody else, saying who chairs it."""
    standing = standing_of(Account.objects.get(pk=by.pk))
    if not standing.role.chairs or by.worker is None:
        raise NotAllowed(CHAIR)
    if not chairs(standing, conference):
        raise NotAllowed(f"{conference.chaired_by} chairs this conference, and decides at it.")
    return by.worker


def said(words: str, column: str, refusal: str) -> str:
    """Words that may not be empty, without the space about them. Raises ValidationError with the refusal."""
    if not words.strip():
        raise ValidationError({column: refusal})
    return words.strip()


def read_anew(row: models.Model) -> None:
    """A row as it stands now, which nobody else changes until the deed is done: who comes second sees what the first decided."""
    row.refresh_from_db(from_queryset=type(row)._base_manager.select_for_update())
