"""What is due to foster households and to those who adopt, as lists and files of the fostering service show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from goldthread.practice.access import may_list, not_hidden
from goldthread.practice.carers import ADOPTERS, HOUSEHOLDS, may_list_adopters, may_list_households
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import Adopter, CarerHousehold, DueToOther, DueToOtherHistory, Placement
from goldthread.rulebook.calendar import ENGLAND_AND_WALES
from goldthread.rulebook.clock import Clock, Edition
from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS

SOON_DAYS = 28
"""A carer's review or check is booked weeks ahead: what falls due in four is soon."""

STAGES = {
    "fostering": "Fostering",
    "asked": "Asked",
    "stage-one": "Stage one",
    "stage-two": "Stage two",
    "not-approved": "Not approved",
    "withdrew": "Withdrew",
    "stopped": "Stopped fostering",
}
GONE = frozenset({"not-approved", "withdrew", "stopped"})


@dataclass(frozen=True, slots=True)
class CarerDue:
    """One open duty to a household or adopter: the rule, how far over in working days, and whether it is late or soon.

    late and soon hold of what counts: a number confirmed in its source, and known.
    """

    due: DueToOther
    clock: Clock
    edition: Edition
    over: int
    past: bool
    late: bool
    soon: bool
    moved: tuple[DueToOtherHistory, ...] = ()
    """The days that were given for it before, the latest first."""

    @property
    def counted(self) -> str:
        """The count that applies to this link, in words."""
        return str(self.edition.due[min(self.due.link, len(self.edition.due) - 1)])


@dataclass(frozen=True, slots=True)
class CarerRow:
    """A household or an adopter, its stage, how many children live there, and what is due to it, the worst first."""

    who: CarerHousehold | Adopter
    stage: str
    dues: list[CarerDue] = field(default_factory=list)
    children: int = 0

    @property
    def late(self) -> list[CarerDue]:
        return [each for each in self.dues if each.late]

    @property
    def soon(self) -> list[CarerDue]:
        return [each for each in self.dues if each.soon]

    @property
    def unconfirmed(self) -> list[CarerDue]:
        """Past its day by a number that was not confirmed in its source: in no count."""
        return [each for each in self.dues if each.past and not each.late]

    @property
    def worst(self) -> int:
        """Working days over of what is latest; far below nought where nothing is due."""
        return max((each.over for each in self.dues if each.due.confirmed), default=-100_000)


def stage_of(household: CarerHousehold) -> str:
    """Where a household stands, in order of precedence."""
    if household.ended_on is not None:
        return "stopped" if household.approved_on else "withdrew"
    if household.approved_on is not None:
        return "fostering"
    if household.decided_on is not None:
        return "not-approved"
    if household.stage_one_decided_on is not None:
        return "stage-two"
    return "stage-one" if household.applied_on else "asked"


def household_rows(by: Standing, *, gone: bool = False) -> list[CarerRow]:
    """The households that an account may see, the worst first; with gone, those too that foster no more."""
    households = list(may_list_households(by).select_related("supervised_by"))
    standing = [(each, stage_of(each)) for each in households]
    kept = [(each, stage) for each, stage in standing if gone or stage not in GONE]
    dues = dues_of(HOUSEHOLDS, (each.pk for each, _stage in kept))
    counts: dict[int, int] = {}
    for household in placed_now(by).values_list("household_id", flat=True):
        counts[household] = counts.get(household, 0) + 1
    rows = [CarerRow(each, stage, dues.get(each.pk, []), counts.get(each.pk, 0)) for each, stage in kept]
    return sorted(rows, key=lambda row: (-bool(row.late), -row.worst, row.who.pk))


def adopter_rows(by: Standing) -> list[CarerRow]:
    """Those who ask to adopt and have not left or been given an order, the worst first."""
    people = may_list_adopters(by).filter(left_on__isnull=True, order_on__isnull=True)
    dues = dues_of(ADOPTERS, people.values_list("pk", flat=True))
    rows = [CarerRow(each, "", dues.get(each.pk, [])) for each in people]
    return sorted(rows, key=lambda row: (-bool(row.late), -row.worst, row.who.pk))


def dues_of(table: str, keys: Iterable[int], *, with_moved: bool = False) -> dict[int, list[CarerDue]]:
    """What is open to each of these, the latest first; with_moved, with the days that were given before."""
    wanted = set(keys)
    found: dict[int, list[CarerDue]] = {}
    moved: dict[tuple[object, ...], list[DueToOtherHistory]] = {}
    if with_moved:
        given = DueToOtherHistory.objects.filter(owner_table=table, owner_row__in=wanted, became="moved")
        for line in given.order_by("-pk"):
            moved.setdefault(_instance(line), []).append(line)
    for due in DueToOther.objects.filter(owner_table=table).order_by("due_day", "clock"):
        if due.owner_row in wanted:
            found.setdefault(due.owner_row, []).append(_judged(due, today(), moved.get(_instance(due), [])))
    return found


def _instance(each: DueToOther | DueToOtherHistory) -> tuple[object, ...]:
    return each.owner_row, each.clock, each.start_table, each.start_row, each.link


def _judged(due: DueToOther, day: date, moved: Iterable[DueToOtherHistory]) -> CarerDue:
    clock = CLOCKS_OF_OTHERS[due.clock]
    edition = next(each for each in clock.editions if each.since == due.edition)
    past = due.known and day > due.due_on
    counts = due.known and due.confirmed
    soon = not past and (due.due_on - day).days <= SOON_DAYS
    over = ENGLAND_AND_WALES.working_days_between(due.due_on, day)
    return CarerDue(due, clock, edition, over, past, past and counts, soon and counts, tuple(moved))


def placed_now(by: Standing) -> QuerySet[Placement]:
    """The placements with households that are open today, of children whose existence an account may know."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today())
    known = Placement.unwithdrawn.filter(still, household__isnull=False, began_on__lte=today())
    return known.filter(child__in=not_hidden(by))


def placements_of(household: CarerHousehold, by: Standing) -> tuple[list[Placement], int]:
    """The placements with a household of children whom an account may list, the latest first; and how many others now."""
    mine = Placement.unwithdrawn.filter(household=household, child__in=may_list(by))
    now = placed_now(by).filter(household=household).exclude(child__in=may_list(by))
    return list(mine.select_related("child").order_by("-began_on", "-pk")), now.count()
