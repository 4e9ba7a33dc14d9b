"""Who holds a child: now, and before; and for how long nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from goldthread.record.models import Allocation, CareEpisode, Child, Entitlement, Plan, Recorded, Referral

ROLES = (
    "social-worker",
    "lead-practitioner",
    "personal-adviser",
)  # those who hold; a reviewing officer oversees


WORK: tuple[tuple[type[Recorded], str, str], ...] = (
    (Referral, "received_on", "closed_on"),
    (CareEpisode, "began_on", "ended_on"),
    (Entitlement, "began_on", "ended_on"),
    (Plan, "began_on", "ended_on"),
)
"""What there is while there is work with a child, and from when until when."""


SHOWN = (
    "child_id", "role", "began_on", "ended_on", "worker__given_name", "worker__family_name", "team__name",
)  # fmt: skip
"""What is read of years of allocations to say who holds a child."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a child on a day, or that nobody does.

    since: when they began to, or when the last who did stopped; missing where that is not recorded. worker_id and
    team_id are missing where no worker or no team holds the child. closed: nobody does because the work has ended.
    """

    words: str
    since: date | None
    worker_id: int | None = None
    worker: str = ""
    team_id: int | None = None
    team: str = ""
    role: str = ""
    closed: bool = False

    @property
    def allocated(self) -> bool:
        """Whether a worker holds the child; a team alone is nobody's name."""
        return self.worker_id is not None

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch of a child's history with one holder, or with none: then ``gap`` is true.

    closed: nobody held the child then because there was no work with the child.
    """

    words: str
    role: str
    began_on: date | None
    ended_on: date | None
    days: int | None
    gap: bool = False
    closed: bool = False
    why: str = ""
    source: str = ""


def holder_of_many(child_ids: Iterable[int], as_at: date) -> dict[int, Holder]:
    """Who holds each child on a day, in one query, or two where one is held no longer; all asked about are answered."""
    children = list(child_ids)
    rows: dict[int, list[Allocation]] = {child: [] for child in children}
    for row in (
        Allocation.unwithdrawn.filter(child__in=children, role__in=ROLES)
        .filter(Q(began_on__isnull=True) | Q(began_on__lte=as_at))
        .select_related("worker", "team")
        .only(*SHOWN)
        .order_by("pk")
    ):
        rows[row.child_id].append(row)
    found = {child: _holder(held, as_at) for child, held in rows.items()}
    stopped = [
        child
        for child, holder in found.items()
        if not holder.worker_id and not holder.team_id and holder.since
    ]
    for child in _work_ended(stopped, as_at) if stopped else ():
        found[child] = Holder("nobody: the work has ended", found[child].since, closed=True)
    return found


def allocation_history(child: Child, as_at: date) -> list[Held]:
    """Who has held a child in each role, the latest first, with the days on which nobody held the child.

    A day on which no referral, care episode, plan or leaving care entitlement of the child was in force is no day without a
    worker; where the record has none of these at all, every day counts as one.
    """
    rows = list(
        Allocation.unwithdrawn.filter(child=child)
        .filter(Q(began_on__isnull=True) | Q(began_on__lte=as_at))
        .select_related("worker", "team", "source")
    )
    rows.sort(key=lambda row: (row.began_on or date.min, row.pk))
    held = [_held(row, as_at) for row in rows]
    gaps = _gaps([row for row in rows if row.role in ROLES], as_at)
    work = _work_with(child) if gaps else []
    held += [part for gap in gaps for part in (_parts(gap, work, as_at) if work else [gap])]
    return sorted(held, key=lambda each: (each.began_on or date.min, each.ended_on or date.max), reverse=True)


def _holder(rows: list[Allocation], as_at: date) -> Holder:
    current = [row for row in rows if row.ended_on is None or row.ended_on > as_at]
    if current:
        row = min(current, key=lambda each: (each.worker_id is None, ROLES.index(each.role), -each.pk))
        return Holder(
            _named(row),
            row.began_on,
            row.worker_id,
            str(row.worker) if row.worker else "",
            row.team_id,
            str(row.team) if row.team else "",
            row.role,
        )
    ends = [row.ended_on for row in rows if row.ended_on is not None]
    if not ends:
        return Holder("not allocated", None)
    return Holder(f"unallocated {_days((as_at - max(ends)).days)}", max(ends))


def _held(row: Allocation, as_at: date) -> Held:
    ended = row.ended_on if row.ended_on and row.ended_on <= as_at else None
    days = ((ended or as_at) - row.began_on).days if row.began_on else None
    why = Allocation._meta.get_field("changed_because").label(row.changed_because)
    source = row.source.name if row.source else "Recorded here"
    return Held(_named(row), row.role.replace("-", " "), row.began_on, ended, days, why=why, source=source)


def _gaps(rows: list[Allocation], as_at: date) -> list[Held]:
    """The stretches between those who held the child, and after the last of them. Rows in order of their beginning."""
    gaps: list[Held] = []
    until: date | None = None
    for row in rows:
        if until and row.began_on and row.began_on > until:
            gaps.append(_gap(until, row.began_on, (row.began_on - until).days))
        if row.ended_on is None:
            return gaps
        until = max(until or row.ended_on, row.ended_on)
    if until and until < as_at:
        gaps.append(_gap(until, None, (as_at - until).days))
    return gaps


def _gap(began_on: date, ended_on: date | None, days: int) -> Held:
    return Held(f"unallocated {_days(days)}", "", began_on, ended_on, days, gap=True)


def _work_ended(children: Iterable[int], as_at: date) -> Iterable[int]:
    """Those of these children with whom there was work and is none on a day."""
    ever, now = Q(), Q()
    for model, began, ended in WORK:
        rows = model.unwithdrawn.filter(child=OuterRef("pk"), **{f"{began}__lte": as_at})
        ever |= Q(Exists(rows))
        now |= Q(Exists(rows.filter(Q(**{f"{ended}__isnull": True}) | Q(**{f"{ended}__gt": as_at}))))
    return Child.objects.filter(ever, ~now, pk__in=children).values_list("pk", flat=True)


def _work_with(child: Child) -> list[tuple[date, date | None]]:
    """From when until when there was work with a child, in order of its beginning; it may overlap."""
    of_child = [
        model.unwithdrawn.filter(child=child, **{f"{began}__isnull": False})
        .order_by()
        .values_list(began, ended)
        for model, began, ended in WORK
    ]
    return sorted(of_child[0].union(*of_child[1:]), key=lambda each: (each[0], each[1] or date.max))


def _parts(gap: Held, work: list[tuple[date, date | None]], as_at: date) -> Iterator[Held]:
    """The parts of a gap in which there was work with the child, and those in which there was none."""
    at = gap.began_on
    until = gap.ended_on or as_at
    assert at is not None  # a gap begins where somebody stopped
    for began, ended in work:
        begins, ends = max(began, at), min(ended or until, until)
        if begins >= ends:
            continue
        if begins > at:
            yield _closed(at, begins)
        yield _gap(begins, ends if ends < until else gap.ended_on, (ends - begins).days)
        at = ends
    if at < until:
        yield _closed(at, gap.ended_on)


def _closed(began_on: date, ended_on: date | None) -> Held:
    days = (ended_on - began_on).days if ended_on else None
    return Held("no work with the child", "", began_on, ended_on, days, gap=True, closed=True)


def _named(row: Allocation) -> str:
    if row.worker:
        return f"{row.worker}, {row.team}" if row.team else str(row.worker)
    return f"{row.team}, no worker"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
