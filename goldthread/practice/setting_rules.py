"""Setting the authority's own standards, and its answers where sources disagree: on a page, or from a file."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet

from goldthread.practice.actions import action, add, change
from goldthread.practice.due import rebuild, rebuild_others, rebuild_signals
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.reasons import said
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, LocalRule
from goldthread.rulebook.clocks import CLOCKS_OF_OTHERS
from goldthread.rulebook.drift import SIGNALS
from goldthread.rulebook.local import check_choice, settings_by_name
from goldthread.rulebook.local_file import Proposed
from goldthread.rulebook.standards import StandardRefused, check_standard, clock_of
from goldthread.vocabulary import Fault

_set_together: ContextVar[set[str] | None] = ContextVar("set_together", default=None)
"""What several rules set together are about: what is due is worked out once, after the last of them."""


@action
def set_local_rule(*, proposed: Proposed, by: Account | None) -> LocalRule:
    """Set a standard of the authority's own, or its answer to a setting, from a day on.

    One that is in force ends on that day, and holds again once this one is over, where it was to last longer; the very same
    one again changes nothing. What is due is worked out anew. Raises
    StandardRefused with the reason.
    """
    _may_set(by)
    _check(proposed)
    meeting = list(_meeting(proposed))
    begins = {held.began_on for held in meeting}
    for held in meeting:
        # What was given without an end, and ended because a later one followed, is still the same when it is given again.
        until = proposed.until or (held.ended_on if held.ended_on in begins else None)
        if (held.says, held.began_on, held.ended_on) == (proposed.says, proposed.since, until):
            return held
    for held in meeting:
        until = held.ended_on
        change(
            held,
            ended_on=max(held.began_on, proposed.since),
            ended_because=f"Replaced by {proposed.says.splitlines()[0]}: {proposed.why.strip()}",
        )
        if proposed.until is not None and (until is None or until > proposed.until):
            add(
                LocalRule(
                    kind=held.kind, about=held.about, says=held.says, began_on=proposed.until, ended_on=until,
                    decided_by=held.decided_by, why=held.why, by=by,
                )
            )  # fmt: skip
    made = add(
        LocalRule(
            kind=proposed.kind, about=proposed.about, says=proposed.says, began_on=proposed.since,
            ended_on=proposed.until, decided_by=proposed.decided_by.strip(), why=proposed.why.strip(), by=by,
        )
    )  # fmt: skip
    _work_out_anew({proposed.about})
    return made


@action
def end_local_rule(*, rule: LocalRule, by: Account, ended_on: date, why: str) -> LocalRule:
    """End a standard or an answer: from that day on what the rulebook says holds again. Raises StandardRefused."""
    _may_set(by)
    said(why, StandardRefused)
    if ended_on < rule.began_on:
        raise StandardRefused(f"It began on {rule.began_on}, so it cannot end on {ended_on}.")
    if rule.ended_on is not None and rule.ended_on <= ended_on:
        raise StandardRefused(f"It ended already, on {rule.ended_on}.")
    done = change(rule, ended_on=ended_on, ended_because=why.strip())
    _work_out_anew({rule.about})
    return done


def _may_set(by: Account | None) -> None:
    if by is not None and not standing_of(by).role.sets_standards:
        raise StandardRefused("Standards are set by the director or a service manager. Ask one of them.")


def _check(proposed: Proposed) -> None:
    said(proposed.why, StandardRefused, about=proposed.about)
    if not proposed.decided_by.strip():
        raise StandardRefused(f"{proposed.about}: say who decided it, by name and role.")
    if proposed.kind == "standard":
        check_standard(proposed.as_standard(), rules_here().calendar())
        return
    known = settings_by_name()
    if proposed.about not in known:
        raise StandardRefused(f"{proposed.about!r} is no setting. There are {', '.join(sorted(known))}.")
    if proposed.until is not None and proposed.until <= proposed.since:
        raise StandardRefused(f"{proposed.about}: it would end on {proposed.until}, before it begins.")
    check_choice(known[proposed.about][0], proposed.says)


def _meeting(proposed: Proposed) -> QuerySet[LocalRule]:
    """The rules about the same thing that are in force at some time of the proposed one's, in order."""
    found = LocalRule.objects.filter(kind=proposed.kind, about=proposed.about).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=proposed.since)
    )
    if proposed.until is not None:
        found = found.filter(began_on__lt=proposed.until)
    return found.exclude(ended_on=F("began_on")).order_by("began_on", "pk")


def _work_out_anew(about: set[str]) -> None:
    """What is due by the duties that these rows and settings concern, or which signals of drift stand."""
    together = _set_together.get()
    if together is not None:
        together |= about
        return
    names = set()
    limits = {signal.limit.name: name for name, signal in SIGNALS.items() if signal.limit is not None}
    if drifting := frozenset(limits[each] for each in about if each in limits):
        rebuild_signals(names=drifting)
    for each in about:
        settings = settings_by_name().get(each)
        names |= {clock.name for clock in settings[1]} if settings else {clock_of(each).name}
    rebuild(names=frozenset(names))
    if names & CLOCKS_OF_OTHERS.keys():
        rebuild_others()


def in_force(day: date | None = None) -> list[Proposed]:
    """What holds on a day, or will from a later one: today if no day is given."""
    held = LocalRule.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day or today()))
    held = held.exclude(ended_on=F("began_on"))
    return [
        Proposed(
            "standard" if each.kind == "standard" else "setting",
            each.about, each.says, each.began_on, each.ended_on, each.decided_by, each.why,
        )
        for each in held.order_by("kind", "about", "began_on", "pk")
    ]  # fmt: skip


# --- from a file


@dataclass(slots=True)
class SetFromFile:
    """What became of each line of a file: set, there already, or refused with the reason. Refused lines set nothing at all."""

    new: list[Proposed] = field(default_factory=list)
    unchanged: list[Proposed] = field(default_factory=list)
    refused: list[tuple[Proposed, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        return {
            "set": [each.as_json() for each in self.new],
            "unchanged": [each.as_json() for each in self.unchanged],
            "refused": [each.as_json() | {"reason": reason} for each, reason in self.refused],
        }

    def lines(self) -> list[str]:
        found = [f"Refused: line {each.line}: {reason}" for each, reason in self.refused]
        found += [f"Set: {each.words}" for each in self.new]
        found += [f"There already: {each.words}" for each in self.unchanged]
        if self.refused:
            found.append("Nothing was set. Correct what was refused and give the file again.")
        return found


def set_from_file(several: list[Proposed], *, by: Account | None = None) -> SetFromFile:
    """Set every line, or none where one is refused; what is due is worked out anew once, for all of them."""
    found, about = SetFromFile(), set[str]()
    with transaction.atomic():
        token = _set_together.set(about)
        try:
            _set_each(several, by, found)
        finally:
            _set_together.reset(token)
        if found.refused:
            found.new, found.unchanged = [], []
            transaction.set_rollback(True)
        elif about:
            _work_out_anew(about)
    return found


def _set_each(several: list[Proposed], by: Account | None, found: SetFromFile) -> None:
    for each in several:
        before = LocalRule.objects.count()
        try:
            set_local_rule(proposed=each, by=by)
        except Fault as reason:
            found.refused.append((each, str(reason)))
            continue
        (found.new if LocalRule.objects.count() > before else found.unchanged).append(each)
