"""Strategy discussions: the concern, the agencies that were asked, what each said, and what a manager decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open, day_of
from goldthread.practice.deciding import deciding_manager, read_anew, said
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.lateness import limit_of
from goldthread.practice.protecting import open_referral
from goldthread.practice.recording.enquiries import begin_enquiry
from goldthread.practice.together import new_together
from goldthread.record.models import Account, Child, Referral, StrategyAttendee, StrategyDiscussion, Worker

WHY = "Say why: somebody who was not there must be able to understand it."


@dataclass(frozen=True, slots=True)
class Attendee:
    """An agency asked to a strategy discussion, whether and how it took part, and what it told the others."""

    agency: str
    name: str = ""
    attended: bool | None = True
    asked_on: date | None = None
    asked_at: datetime | None = None
    took_part_by: str | None = None
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided for one child of several, and why."""

    discussion: StrategyDiscussion
    decision: str
    because: str


@action
def raise_concern(
    *,
    child: Child,
    by: Account,
    concern: str,
    concern_on: date | None = None,
    concern_at: datetime | None = None,
    attendees: Iterable[Attendee] = (),
    siblings: Iterable[Child] = (),
    referral: Referral | None = None,
) -> StrategyDiscussion:
    """Record a concern of significant harm, from which the time to a strategy discussion runs, and who is asked to it.

    siblings: children whom the same concern is about. Each has a row, a clock and a decision of their own.
    """
    others = [each for each in siblings if each.pk != child.pk]
    asked = list(attendees)
    together = new_together() if others else ""
    about = said(concern, "concern", "Say what gives rise to the concern.")
    began_on = day_of(concern_on, concern_at, "concern_on")
    first, *_rest = [
        _raise(each, together, about, began_on, concern_at, asked, referral if each.pk == child.pk else None)
        for each in (child, *others)
    ]
    return first


@action
def hold_strategy_discussion(
    *,
    child: Child,
    by: Account,
    concern_on: date | None = None,
    concern_at: datetime | None = None,
    concern: str = "",
    held_on: date | None = None,
    held_at: datetime | None = None,
    late_because: str = "",
    attendees: Iterable[Attendee] = (),
    safety: str = "",
    decision: str | None = None,
    because: str = "",
    decided_by: Worker | None = None,
    referral: Referral | None = None,
) -> StrategyDiscussion:
    """Record in one go a discussion that was held and decided: the concern, who took part, what was decided.

    decided_by: the manager who decided, where that is not whoever records it.
    """
    concern_on = day_of(concern_on, concern_at, "concern_on")
    _not_late_without_a_reason(concern_on, concern_at, held_on, held_at, late_because)
    manager = deciding_manager(by) if decision else None
    discussion = add(
        StrategyDiscussion(
            child=child, referral=referral, concern=concern, concern_on=concern_on, concern_at=concern_at,
            held_on=held_on, held_at=held_at, late_because=late_because.strip(), safety=safety, decision=decision,
            decided_because=because, decided_by=decided_by or manager,
        )
    )  # fmt: skip
    _came(discussion, list(attendees))
    return discussion


@action
def hold_discussion(
    *,
    discussion: StrategyDiscussion,
    by: Account,
    attendees: Iterable[Attendee],
    safety: str,
    held_on: date | None = None,
    held_at: datetime | None = None,
    late_because: str = "",
    siblings: Iterable[StrategyDiscussion] = (),
) -> StrategyDiscussion:
    """Record that a strategy discussion was held: who took part, what each told, and what keeps the child safe at once.

    siblings: the rows of the same discussion about other children. late_because: needed where it was late by the rule.
    """
    came = list(attendees)
    day = day_of(held_on, held_at, "held_at")
    if not any(each.attended and each.agency != "social-care" for each in came):
        raise ValidationError(
            "Nobody but social care took part: a strategy discussion is held with other agencies. Say who took part."
        )
    safe = said(
        safety,
        "safety",
        "Say what keeps the child safe now and who sees to it, or that nothing more is needed.",
    )
    for each in (discussion, *_others(discussion, siblings)):
        read_anew(each)
        check_still_open(each, "held_on", "This discussion")
        _not_late_without_a_reason(each.concern_on, each.concern_at, day, held_at, late_because)
        late = limit_of(each.concern_on, each.concern_at)
        reason = late_because.strip() if late and late.late(day, held_at) else ""
        change(each, held_on=day, held_at=held_at, safety=safe, late_because=reason)
        _came(each, came)
        for asked in StrategyAttendee.unwithdrawn.filter(strategy_discussion=each, attended__isnull=True):
            change(asked, attended=False)  # asked, and not among those who came
    return discussion


@action
def decide_discussion(
    *,
    discussion: StrategyDiscussion,
    by: Account,
    decision: str,
    because: str,
    siblings: Iterable[Decided] = (),
) -> StrategyDiscussion:
    """Decide, as a manager, what follows a strategy discussion, for each child by itself; an enquiry begins with it."""
    manager = deciding_manager(by)
    for each in (Decided(discussion, decision, because), *siblings):
        row = each.discussion
        read_anew(row)
        _of_the_same(discussion, row)
        if row.held_on is None:
            raise ValidationError({"decision": "It was not held yet: record who took part first."})
        if row.decision:
            raise ValidationError({"decision": "It was decided already; correct that instead."})
        change(
            row,
            decision=each.decision,
            decided_because=said(each.because, "because", WHY),
            decided_by=manager,
        )
        decide_at_gate(
            "decide_discussion", child=row.child, by=by, kind="enquiry", rationale=each.because, decided_by=manager,
            decided_on=row.held_on, answer=f"{each.decision.replace('-', ' ').capitalize()}.",
        )  # fmt: skip
        if each.decision == "enquiry":
            begin_enquiry(child=row.child, by=by, strategy_discussion=row, referral=row.referral)
    return discussion


@action
def join_discussion(
    *,
    discussion: StrategyDiscussion,
    by: Account,
    sibling: Child,
    concern: str,
    concern_on: date | None = None,
    concern_at: datetime | None = None,
    safety: str = "",
    late_because: str = "",
) -> StrategyDiscussion:
    """Record that a discussion was about a brother or sister too, who was not named in it before: a row, clock and decision of
    their own.

    concern_on, concern_at: when it was known that it is about this child too; their time runs from there. Where it was held,
    who took part is the same; a manager decides for this child by itself. safety, late_because: asked where it was held.
    """
    read_anew(discussion)
    if not discussion.together:
        change(discussion, together=new_together())
    if StrategyDiscussion.unwithdrawn.filter(together=discussion.together, child=sibling).exists():
        raise ValidationError({"sibling": "This discussion is about them already."})
    about = said(concern, "concern", "Say what gives rise to the concern for this child.")
    began_on = day_of(concern_on, concern_at, "concern_on")
    row = _raise(sibling, discussion.together, about, began_on, concern_at, [], None)
    came = StrategyAttendee.unwithdrawn.filter(strategy_discussion=discussion).order_by("pk")
    for each in came:
        add(
            StrategyAttendee(
                child=sibling, strategy_discussion=row, agency=each.agency, name=each.name, attended=each.attended,
                asked_on=each.asked_on, asked_at=each.asked_at, took_part_by=each.took_part_by, shared=each.shared,
            )
        )  # fmt: skip
    if discussion.held_on is None:
        return row
    held_on, held_at = discussion.held_on, discussion.held_at
    if began_on > held_on or (concern_at and held_at and concern_at > held_at):
        raise ValidationError(
            {
                "concern_on": "This was known only after it was held: raise a concern about this child, and discuss it anew."
            }
        )
    safe = said(safety, "safety", "Say what keeps this child safe now, or that nothing more is needed.")
    _not_late_without_a_reason(began_on, concern_at, held_on, held_at, late_because)
    return change(row, held_on=held_on, held_at=held_at, safety=safe, late_because=late_because.strip())


def _raise(
    child: Child, together: str, concern: str, concern_on: date, concern_at: datetime | None,
    asked: list[Attendee], referral: Referral | None,
) -> StrategyDiscussion:  # fmt: skip
    waiting = StrategyDiscussion.unwithdrawn.filter(child=child, held_on__isnull=True).first()
    if waiting is not None:
        raise ValidationError(
            "A strategy discussion about this child is waiting to be held already: record that one as held."
        )
    row = add(
        StrategyDiscussion(
            child=child, together=together, concern=concern, concern_on=concern_on, concern_at=concern_at,
            referral=referral or open_referral(child),
        )
    )  # fmt: skip
    _came(row, asked)
    return row


def _came(discussion: StrategyDiscussion, attendees: list[Attendee]) -> None:
    """Write down who was asked or came; whoever was asked before is not written down twice."""
    waiting = list(StrategyAttendee.unwithdrawn.filter(strategy_discussion=discussion).order_by("pk"))
    for each in sorted(attendees, key=lambda each: not each.name):
        before = next((row for row in waiting if (row.agency, row.name) == (each.agency, each.name)), None)
        before = before or next((row for row in waiting if row.agency == each.agency and not row.name), None)
        told = {
            "agency": each.agency, "name": each.name, "attended": each.attended, "took_part_by": each.took_part_by or None,
            "shared": each.shared.strip(),
        }  # fmt: skip
        if before is None:
            add(
                StrategyAttendee(
                    child=discussion.child, strategy_discussion=discussion, asked_on=each.asked_on,
                    asked_at=each.asked_at, **told,
                )
            )  # fmt: skip
        else:
            waiting.remove(before)
            change(before, **told)


def _others(
    discussion: StrategyDiscussion, siblings: Iterable[StrategyDiscussion]
) -> list[StrategyDiscussion]:
    found = [each for each in siblings if each.pk != discussion.pk]
    for each in found:
        _of_the_same(discussion, each)
    return found


def _of_the_same(discussion: StrategyDiscussion, other: StrategyDiscussion) -> None:
    if other.pk != discussion.pk and (not discussion.together or other.together != discussion.together):
        raise ValidationError(
            "Found another discussion; expected the rows of one, about each child that it was about."
        )


def _not_late_without_a_reason(
    concern_on: date,
    concern_at: datetime | None,
    held_on: date | None,
    held_at: datetime | None,
    because: str,
) -> None:
    if (held_on is None and held_at is None) or because.strip():
        return
    limit = limit_of(concern_on, concern_at)
    if limit is not None and (words := limit.words(held_on, held_at)):
        raise ValidationError({"late_because": f"It was held {words}. Say why."})
