"""Practice weeks: leaders read records, watch practice and listen; what the week looks at, who does what, and what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.auditing.samples import BY_ITSELF, draw_sample
from goldthread.practice.checking import check_still_open
from goldthread.practice.deciding import read_anew
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, CaseAudit, PracticeWeek, PracticeWeekPart

DOES = {
    "audits": "Audits records",
    "observes": "Watches practice",
    "listens": "Listens to families or children",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one person is to do in the week."""

    who: Account
    does: str
    of: str = ""


@action
def plan_week(*, by: Account, week_on: date, focus: str, parts: Sequence[Part]) -> PracticeWeek:
    """Plan a practice week: its Monday, what it looks at, and who does what. Raises NotAllowed and ValidationError."""
    _may(by)
    if week_on.weekday() != 0:
        raise ValidationError({"week_on": "A week begins on a Monday."})
    if len(focus.strip()) < SHORTEST:
        raise ValidationError({"focus": "Say what the week looks at."})
    if not parts:
        raise ValidationError({"parts": "Say who does what."})
    week = add(PracticeWeek(week_on=week_on, focus=focus.strip()))
    for each in parts:
        if each.does != "audits" and not each.of.strip():
            raise ValidationError(f"Say what {each.who.shown_name} watches, or whom they listen to.")
        add(PracticeWeekPart(practice_week=week, who=each.who, does=each.does, of=each.of.strip()))
    return week


@action
@checks_itself(BY_ITSELF)
def draw_for_week(*, practice_week: PracticeWeek, by: Account, size: int, area: str) -> PracticeWeek:
    """Draw the week's records, once, for those who audit in it. Raises ValidationError where they were drawn."""
    _may(by)
    read_anew(practice_week)
    if practice_week.sample_id is not None:
        raise ValidationError("The week's records are drawn once. To take one out, replace it and say why.")
    readers = [
        each.who
        for each in PracticeWeekPart.unwithdrawn.filter(practice_week=practice_week, does="audits")
        .select_related("who__worker")
        .order_by("pk")
    ]
    sample = draw_sample(by=by, size=size, area=area, readers=readers, kind="practice-week")
    return change(practice_week, sample=sample)


@action
def do_week_part(
    *, part: PracticeWeekPart, by: Account, found: str, done_on: date | None = None
) -> PracticeWeekPart:
    """Write what was seen or heard in one's own part of a week, without names. Raises NotAllowed and ValidationError."""
    if part.who_id != by.pk:
        raise NotAllowed("This is somebody else's part of the week.")
    check_still_open(part, "done_on", "This part was done: it")
    if len(found.strip()) < SHORTEST:
        raise ValidationError({"found": "Say what you saw or heard. Leave names out."})
    return change(part, found=found.strip(), done_on=done_on or today())


@action
def close_week(
    *, practice_week: PracticeWeek, by: Account, learnt: str, closed_on: date | None = None
) -> PracticeWeek:
    """Close a week with what was learnt from it. Raises NotAllowed and ValidationError."""
    _may(by)
    check_still_open(practice_week, "closed_on", "This week")
    if len(learnt.strip()) < SHORTEST:
        raise ValidationError({"learnt": "Say what was learnt, and what will be different."})
    return change(practice_week, learnt=learnt.strip(), closed_on=closed_on or today())


def own_part(account: Account, week: PracticeWeek | None = None) -> PracticeWeekPart | None:
    """What somebody still has to watch or hear in a week, or in the first of those that go on; audits stand by themselves."""
    rows = PracticeWeekPart.unwithdrawn.filter(who=account, done_on=None).exclude(does="audits")
    mine = rows.filter(practice_week__closed_on=None) if week is None else rows.filter(practice_week=week)
    found: PracticeWeekPart | None = (
        mine.select_related("practice_week").order_by("practice_week__week_on", "pk").first()
    )
    return found


def may_be_drawn(week: PracticeWeek) -> bool:
    """Whether a week's records are still to be drawn, and somebody audits in it to whom they can be given."""
    audits = PracticeWeekPart.unwithdrawn.filter(practice_week=week, does="audits")
    return week.sample_id is None and audits.exists()


def records_of(week: PracticeWeek) -> tuple[int, int]:
    """How many records stand drawn for a week, and how many of them are audited."""
    if week.sample_id is None:
        return 0, 0
    audits = CaseAudit.unwithdrawn.filter(sample=week.sample_id, replaced_on=None)
    return audits.count(), audits.exclude(completed_on=None).count()


def _may(by: Account) -> None:
    if not standing_of(Account.objects.get(pk=by.pk)).role.draws:
        raise NotAllowed(
            "Practice weeks are planned by the director, a service manager or a quality auditor."
        )
