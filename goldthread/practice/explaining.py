"""Why something stands still: an explanation of one signal of one child, which holds for some weeks and is then asked again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from goldthread.practice.actions import action, add, change
from goldthread.practice.disclosure import shown_on_screens
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import now, today
from goldthread.practice.reasons import written
from goldthread.record.models import Account, Child, DriftExplained, Signal
from goldthread.rulebook.drift import EXPLAINED, EXPLAINED_WEEKS, SIGNALS
from goldthread.vocabulary import Fault


class NotDrifting(Fault):
    """There is nothing to explain."""


@action
def explain_drift(*, child: Child, by: Account, name: str, words: str) -> DriftExplained:
    """Say why a signal of drift stands for a child, and what is done about it. It takes the place of the last explanation.

    It changes no date: the signal stands until something moves. Raises NotDrifting where it does not stand, ValidationError for
    too few words.
    """
    if not Signal.objects.filter(child=child, kind="drift", name=name).exists():
        raise NotDrifting("This signal does not stand any more: something moved.")
    words = written(words, "words")
    for earlier in DriftExplained.objects.filter(child=child, name=name, ended_at=None):
        change(earlier, ended_at=now())
    return add(DriftExplained(child=child, name=name, words=words, by=by, at=now()))


def explained_since() -> date:
    """The first day of which an explanation still holds."""
    weeks = rules_here().number(EXPLAINED.name, EXPLAINED_WEEKS)
    return today() - timedelta(weeks=weeks)


def unexplained(signals: QuerySet[Signal]) -> QuerySet[Signal]:
    """Those of these signals that nobody explained lately."""
    holds = DriftExplained.objects.filter(
        child=OuterRef("child"), name=OuterRef("name"), ended_at=None, at__date__gt=explained_since()
    )
    return signals.filter(~Exists(holds))


def explanations_of(children: Iterable[int]) -> dict[tuple[int, str], tuple[DriftExplained, bool]]:
    """The last explanation of each signal of these children, by child and signal, and whether it holds still.

    What its words may not show stands withheld in them.
    """
    keys = list(children)
    found = DriftExplained.objects.filter(child_id__in=keys, ended_at=None, name__in=SIGNALS)
    rows = list(found.select_related("by__worker").order_by("pk"))
    knowing = shown_on_screens({row.child_id for row in rows}) if rows else {}
    since, last = explained_since(), {}
    for row in rows:
        if row.child_id in knowing:
            row.words = knowing[row.child_id].words(row.words)
        last[row.child_id, row.name] = row, row.at.date() > since
    return last
