"""Whether what an assessment says was overtaken by what happened since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from goldthread.engine.holding import reading
from goldthread.record.models import Assessment, Child, Relationship, model_of
from goldthread.rulebook.out_of_date import AFTER, NEW_SIBLING

SIBLINGS = ("sibling", "half-sibling")


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Something that happened after an assessment was authorised, and which puts it out of date."""

    on: date
    said: str


def overtaken(assessment: Assessment) -> list[Overtaken]:
    """What puts an authorised assessment out of date, the first first; none for one that is not authorised."""
    since = assessment.authorised_on
    if since is None:
        return []
    found = [
        Overtaken(row[event.when.column], event.said)
        for event in AFTER
        for row in model_of(event.when.table)
        .unwithdrawn.filter(child=assessment.child_id, **{f"{event.when.column}__gt": since})
        .values()
        if event.when.where is None or reading(event.when.where)(row) is True
    ]
    found += [Overtaken(born, NEW_SIBLING) for born in _born_since(assessment.child_id, since)]
    return sorted(found, key=lambda each: (each.on, each.said))


def _born_since(child: int, since: date) -> list[date]:
    """The birth days of brothers and sisters, said from either end, who were born after a day."""
    ties = Relationship.unwithdrawn.filter(Q(child=child) | Q(other_child=child), kind__in=SIBLINGS)
    both = [key for pair in ties.values_list("child_id", "other_child_id") for key in pair if key != child]
    born = Child.unwithdrawn.filter(pk__in=both, born_on__gt=since).values_list("born_on", flat=True)
    return [day for day in born if day is not None]


def latest_assessment(child: Child) -> Assessment | None:
    """The child's last authorised assessment: the one that ought to describe their life."""
    done = Assessment.unwithdrawn.filter(child=child, authorised_on__isnull=False)
    return done.order_by("-authorised_on", "-pk").first()
