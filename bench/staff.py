"""Two thousand workers under one director: more teams of eight beside those of the demonstration, with children of theirs."""

from __future__ import annotations

from datetime import date

WORKERS = 2_000
IN_A_TEAM = 8
BEGAN = date(2024, 1, 8)


def widen(workers: int = WORKERS) -> int:
    """Make teams, each with a manager and eight workers, until there are so many workers; how many there are then.

    A team takes one of every few children whom the workers of the team beside it hold. Whatever stands above several teams
    comes under the first, so that its director answers for everybody.
    """
    from goldthread.record.models import Allocation, Post, Team, Worker

    top, *others = Team.objects.filter(within=None).order_by("pk")
    for each in others:
        Team.objects.filter(pk=each.pk).update(within=top)
    beside = list(
        Team.objects.filter(kind__in=("long-term", "disabled-children", "children-in-care")).order_by("pk")
    )
    missing = workers - Worker.objects.count()
    made = 0
    while missing > 0:
        near = beside[made % len(beside)]
        team = Team.objects.create(
            name=f"{near.name}, part {made // len(beside) + 2}", kind=near.kind, within=near.within
        )
        people = Worker.objects.bulk_create(
            Worker(given_name=f"W{number}", family_name=f"Of {team.pk}")
            for number in range(min(IN_A_TEAM + 1, missing))
        )
        Post.objects.bulk_create(
            Post(worker=each, team=team, began_on=BEGAN, manages=number == 0)
            for number, each in enumerate(people)
        )
        parts = 2 + (workers // (IN_A_TEAM + 1)) // len(beside)
        held = Allocation.objects.filter(team=near, role="social-worker", ended_on=None).order_by("pk")
        taken = list(held.values_list("pk", flat=True))[:: max(2, parts - made // len(beside))]
        for number, worker in enumerate(people[1:]):
            mine = taken[number :: max(1, len(people) - 1)]
            Allocation.objects.filter(pk__in=mine).update(worker=worker, team=team)
        made, missing = made + 1, missing - len(people)
    return Worker.objects.count()
