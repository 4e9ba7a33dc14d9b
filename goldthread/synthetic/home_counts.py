"""What the demonstration's home pages counted a week ago, so that they compare on the first day."""

from __future__ import annotations

from collections import defaultdict

from goldthread.practice.homes.keeping import A_WEEK, keep_counts
from goldthread.practice.moment import today
from goldthread.record.models import HomeCount, Team
from goldthread.synthetic.chance import Chance

SEED = 20_260_223
MOVES = (-2, -1, -1, 0, 0, 0, 1, 1, 2)


def make_home_counts() -> None:
    """Keep today's counts, and of a week ago such as these may have come from. Nothing where some were kept before.

    Of a worker each figure moved by two children at most; a team's is what its workers' come to, and so on upwards.
    """
    day = today()
    if HomeCount.objects.exists() or not keep_counts():
        return
    chance = Chance(SEED)
    within = dict(Team.objects.values_list("pk", "within_id"))
    moved: defaultdict[tuple[int, str], int] = defaultdict(int)
    before = []
    kept = HomeCount.objects.filter(day=day)
    for each in kept.filter(worker__isnull=False).order_by("team_id", "worker_id", "figure"):
        many = max(0, each.many + (chance.choice(MOVES) if each.many else 0))
        before.append(
            HomeCount(
                day=day - A_WEEK,
                team_id=each.team_id,
                worker_id=each.worker_id,
                figure=each.figure,
                many=many,
            )
        )
        team: int | None = each.team_id
        while team is not None:
            moved[team, each.figure] += many - each.many
            team = within.get(team)
    for each in kept.filter(worker__isnull=True):
        many = max(0, each.many + moved[each.team_id, each.figure])
        before.append(HomeCount(day=day - A_WEEK, team_id=each.team_id, figure=each.figure, many=many))
    HomeCount.objects.bulk_create(before, batch_size=2_000)
