"""Who could hold a child: each worker's caseload now and after, who knows the child, and what stands against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format

from goldthread.practice.caseloads import Caseload, caseloads_of, points_of
from goldthread.practice.disclosure import Knowing, in_force
from goldthread.practice.holding import ROLES
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import (
    Address,
    Allocation,
    Child,
    Delegation,
    Post,
    UndisclosedAddress,
    Visit,
    Worker,
)

MOST = 40
"""How many possible workers a page tells everything of; of all others it says the caseload."""


@dataclass(slots=True)
class Possible:
    """One worker who could hold some children.

    added: points that they would add; children_after, points_after: with them. knows: why they know the child. near: where
    their other children live, against this child's home, in words; empty where nothing can be said. stands: what stands
    against it: away, leaving, part-time, newly qualified. own: whether they are of a team that the chooser answers for.
    """

    post: Post
    caseload: Caseload
    added: int = 0
    children_after: int = 0
    points_after: int = 0
    knows: list[str] = field(default_factory=list)
    near: str = ""
    stands: list[str] = field(default_factory=list)
    own: bool = False

    @property
    def worker(self) -> Worker:
        assert self.post.worker is not None  # only posts that somebody holds are asked for
        return self.post.worker

    @property
    def over(self) -> bool:
        """Whether the children would take them above their limit."""
        return self.added > 0 and self.caseload.over_with(self.added)


def possible_workers(
    posts: Sequence[Post],
    children: Sequence[Child],
    knowing: Knowing,
    *,
    by: Standing,
    own_teams: Iterable[int] = (),
) -> list[Possible]:
    """Each post with the effect of giving its worker these children; in as many queries for many posts as for few.

    by: who chooses. children: the child first, then brothers and sisters. knowing: what may be shown of where the child is.
    Those who know the child come first, then those of one's own teams, each in the order of the posts.
    """
    day, keys = today(), [each.pk for each in children]
    workers = {post.worker_id for post in posts if post.worker_id is not None}
    caseloads = caseloads_of(workers, by=by, on=day)
    points = points_of(keys, on=day)
    knows = who_knows(children, day)
    away = _away(day)
    mine = frozenset(own_teams)
    found = []
    for post in posts:
        if post.worker_id is None:
            continue
        caseload = caseloads[post.worker_id]
        held = {each.child for each in caseload.held}
        more = [key for key in keys if key not in held]
        added = sum(points[key] for key in more)
        found.append(
            Possible(
                post, caseload, added, caseload.children + len(more), caseload.points + added,
                knows.get(post.worker_id, []), "", _against(caseload, away.get(post.worker_id, ""), day),
                post.team_id in mine,
            )
        )  # fmt: skip
    found.sort(key=lambda each: (not each.knows, not each.own))
    told = [each for each in found if each.knows or each.own][:MOST]
    _say_where(told, children[0], knowing, day)
    return found


def _against(caseload: Caseload, away: str, day: date) -> list[str]:
    post = caseload.post
    said = [away] if away else []
    if post.absent:
        said.append("absent when the workforce was last counted")
    if post.leaves_on is not None and post.leaves_on > day:
        said.append(f"leaves on {_day(post.leaves_on)}")
    if post.part_time:
        said.append(f"part-time, {post.full_time:g}")
    elif post.full_time is None:
        said.append("hours not recorded: taken as full time")
    if post.newly_qualified:
        said.append("newly qualified")
    return said


def who_knows(children: Sequence[Child], day: date) -> dict[int, list[str]]:
    """Why each worker knows the first of these children: held before, visited, holds a brother or sister."""
    child, kin = children[0], {each.pk: each for each in children[1:]}
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = Allocation.unwithdrawn.filter(
        child__in=[child.pk, *kin], role__in=ROLES, worker__isnull=False, began_on__lte=day
    ).order_by("-began_on", "-pk")
    said = set()
    for row in rows:
        worker, now = row.worker_id or 0, row.ended_on is None or row.ended_on > day
        if row.child_id == child.pk and (worker, "held") not in said:
            said.add((worker, "held"))
            until = "holds the child now" if now else f"held the child until {_day(row.ended_on)}"
            found[worker].insert(0, until)
        elif row.child_id in kin and now and (worker, row.child_id) not in said:
            said.add((worker, row.child_id))
            found[worker].append(f"holds {kin[row.child_id].given_name or 'a brother or sister'}")
    visits = Visit.unwithdrawn.filter(child=child, by_worker__isnull=False, seen="yes")
    days: defaultdict[int, list[date]] = defaultdict(list)
    for worker, on in visits.values_list("by_worker_id", "held_on"):
        days[worker].append(on)
    for worker, several in days.items():
        times = "once" if len(several) == 1 else f"{len(several)} times"
        found[worker].append(f"saw the child {times}, last {_day(max(several))}")
    return dict(found)


def _away(day: date) -> dict[int, str]:
    """Whom somebody covers for today, and who does."""
    rows = Delegation.objects.filter(
        began_on__lte=day, until__gte=day, ended_at__isnull=True, of__worker__isnull=False
    )
    found: dict[int, str] = {}
    for each in rows.select_related("of", "to__worker").order_by("-pk"):
        words = f"covered by {each.to.shown_name} until {_day(each.until)}: {each.why}"
        found.setdefault(each.of.worker_id or 0, words)
    return found


def _say_where(told: Sequence[Possible], child: Child, knowing: Knowing, day: date) -> None:
    """How many of each one's children live in the child's postcode district. Whose home may not be told is counted nowhere."""
    here = _district_of(child, knowing)
    if not here:
        return
    held = {each.child for possible in told for each in possible.caseload.held} - {child.pk}
    quiet = in_force(UndisclosedAddress).values("child_id")
    rows = (
        Address.unwithdrawn.filter(child__in=held, ended_on=None)
        .exclude(postcode="")
        .exclude(child__in=quiet)
    )
    districts = {
        key: district(postcode) for key, postcode in rows.order_by("pk").values_list("child_id", "postcode")
    }
    for possible in told:
        known = Counter(
            districts[each.child] == here for each in possible.caseload.held if each.child in districts
        )
        if known.total():
            possible.near = f"{known[True]} of {known.total()} children whose home is known live in {here}"


def _district_of(child: Child, knowing: Knowing) -> str:
    homes = (
        Address.unwithdrawn.filter(child=child, ended_on=None)
        .exclude(postcode="")
        .order_by("-began_on", "-pk")
    )
    home = homes.first()
    return "" if home is None or knowing.withholds_place(home) else district(home.postcode)


def district(postcode: str) -> str:
    """The first half of a postcode: all that says roughly where. Empty for what is none."""
    words = postcode.upper().split()
    return words[0] if len(words) == 2 else postcode.upper().replace(" ", "")[:-3]


def _day(day: date | None) -> str:
    return date_format(day, "j M Y") if day else "a day not recorded"
