"""Keeping once a day what the home pages count, and reading what they counted a week ago.

What is kept is what the pages said on that day: it is never worked out anew, for the record has been put right since. Restricted
records are in none of it, so that nobody can tell from a difference that there is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from goldthread.practice.homes.figures import children_of_each
from goldthread.practice.homes.team import down, held_within, parts_of
from goldthread.practice.moment import today
from goldthread.practice.standing import everybody
from goldthread.record.models import HomeCount, Reckoning, Team

A_WEEK = timedelta(days=7)
KEPT_FOR = timedelta(days=400)
BATCH = 2_000


@transaction.atomic
def keep_counts() -> int:
    """Keep today's counts of every team and worker, once all that is due is worked out for today; how many are new.

    Counts older than 400 days go: what was long ago is a question for the measures.
    """
    day = today()
    reckoned = Reckoning.objects.filter(day=day, finished_at__isnull=False).exists()
    if not reckoned or HomeCount.objects.filter(day=day).exists():
        return 0
    teams = {team.pk: team for team in Team.unwithdrawn.all()}
    reader = everybody()
    held = held_within(reader, teams)
    children = frozenset(each.child for each in held)
    found = {"held": children} | children_of_each(children, by=reader)
    whose: dict[tuple[int, int | None], set[int]] = defaultdict(set)
    parts = parts_of(teams)
    for key in teams:
        within = down(key, parts)
        whose[key, None] = {each.child for each in held if each.team in within}
    for each in held:
        if each.team is not None and each.worker is not None:
            whose[each.team, each.worker].add(each.child)
    rows = [
        HomeCount(day=day, team_id=team, worker_id=worker, figure=name, many=len(mine & counted))
        for (team, worker), mine in whose.items()
        if mine
        for name, counted in found.items()
    ]
    HomeCount.objects.filter(day__lt=day - KEPT_FOR).delete()
    HomeCount.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return len(rows)


def a_week_ago(teams: Iterable[int]) -> dict[tuple[int, int | None], dict[str, int]]:
    """What was counted a week ago of these teams and of their workers, by team and worker; empty where nothing was kept."""
    rows = HomeCount.objects.filter(day=today() - A_WEEK, team_id__in=list(teams))
    found: dict[tuple[int, int | None], dict[str, int]] = defaultdict(dict)
    for team, worker, figure, many in rows.values_list("team_id", "worker_id", "figure", "many"):
        found[team, worker][figure] = many
    return dict(found)
