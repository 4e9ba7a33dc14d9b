"""How each person wants to be told of what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.notices.kinds import ALL, DIGEST, HERE, KINDS, NOT, Kind
from goldthread.record.models import Account, NoticeChoice

MOST_DAYS = 28


@dataclass(frozen=True, slots=True)
class Chosen:
    """How somebody is told of one kind of thing: ``not``, ``here`` or ``digest``, and how many days before it is due."""

    kind: Kind
    how: str
    days: int


def choices_of(accounts: Iterable[int], kinds: Iterable[str] = KINDS) -> dict[tuple[int, str], Chosen]:
    """How each of these accounts is told of each kind, in one query."""
    wanted, kept = list(accounts), list(kinds)
    made = {
        (each.account_id, each.kind): each
        for each in NoticeChoice.objects.filter(account__in=wanted, kind__in=kept)
    }
    return {(who, code): _chosen(KINDS[code], made.get((who, code))) for who in wanted for code in kept}


def choices_for(account: Account) -> list[Chosen]:
    """How somebody is told of each kind of thing, in the order of the page."""
    found = choices_of([account.pk])
    return [found[account.pk, kind.code] for kind in ALL]


def _chosen(kind: Kind, made: NoticeChoice | None) -> Chosen:
    if made is None:
        return Chosen(kind, kind.how, kind.days)
    how = HERE if kind.always and made.how == NOT else made.how
    return Chosen(kind, how, (made.days or kind.days) if kind.days else 0)


@action
@checks_itself("of one's own notices, which name no child")
def choose_notices(*, by: Account, chosen: Iterable[Chosen]) -> None:
    """Say of which kinds of things one wants to be told, and how. Raises ValidationError with what to change."""
    kept = {each.kind: each for each in NoticeChoice.objects.filter(account=by)}
    for each in chosen:
        if each.how not in NoticeChoice.HOW or (each.kind.always and each.how == NOT):
            raise ValidationError({f"how_{each.kind.code}": "Choose one of the list"})
        if each.kind.days and not 1 <= each.days <= MOST_DAYS:
            raise ValidationError({f"days_{each.kind.code}": f"Enter a number of days from 1 to {MOST_DAYS}"})
        days = each.days if each.kind.days else None
        row = kept.get(each.kind.code)
        if row is not None:
            change(row, how=each.how, days=days)
        elif (each.how, each.days) != (each.kind.how, each.kind.days):
            add(NoticeChoice(account=by, kind=each.kind.code, how=each.how, days=days))


def goes_into_digest(chosen: Chosen) -> bool:
    return chosen.how == DIGEST
