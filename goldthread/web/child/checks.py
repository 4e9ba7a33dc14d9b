"""What checks and drift say of one child: met, not met, or not to be told from this record and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from goldthread.engine.finding import Finding
from goldthread.practice.drifting import limit_words, moved_words, words_of
from goldthread.practice.due import told_of_child
from goldthread.practice.explaining import explanations_of
from goldthread.practice.local_rules import rules_here
from goldthread.record.models import Child, DriftExplained
from goldthread.rulebook.completeness import COMPLETENESS, MISSING
from goldthread.rulebook.drift import SIGNALS
from goldthread.rulebook.gates import GATES
from goldthread.web.signals.acting import fill_address


@dataclass(frozen=True, slots=True)
class CheckSaid:
    """One answer of a check, in words."""

    what: str
    href: str
    on: date
    state: str
    words: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class DriftSaid:
    """One signal of drift that stands."""

    what: str
    rule: str
    since: date
    moved_on: date | None
    moved: str
    href: str
    explained: str


@dataclass(frozen=True, slots=True)
class GapSaid:
    """One gap in the file: what is missing, since when, by which rule, and where it is filled."""

    lacking: str
    since: date
    rule: str
    href: str
    missing: bool


@dataclass(slots=True)
class SaidOfChild:
    """The checks' answers, the latest first: those not met or not told, and those met; and the signals that stand."""

    open: list[CheckSaid] = field(default_factory=list)
    met: list[CheckSaid] = field(default_factory=list)
    drift: list[DriftSaid] = field(default_factory=list)
    gaps: list[GapSaid] = field(default_factory=list)

    @property
    def any(self) -> bool:
        return bool(self.open or self.met)


def said_of(child: Child) -> SaidOfChild:
    """What the plain evaluators say of a child now."""
    told, found = told_of_child(child.pk), SaidOfChild()
    for each in sorted(told.checks, key=lambda each: (each.on, each.row), reverse=True):
        (found.met if each.state == "met" else found.open).append(_check(each))
    rules = rules_here() if told.drift else None
    explained = explanations_of([child.pk]) if told.drift else {}
    for each in told.drift:
        signal = SIGNALS[each.name]
        limit = limit_words(signal, rules) if rules else ""
        rule = f"{signal.rule}: {limit}" if limit else signal.rule
        found.drift.append(
            DriftSaid(
                signal.what, rule, each.on, each.moved_on, moved_words(each.moved),
                reverse("signals:explain", args=[child.public_id, each.name]), _explained(explained.get((child.pk, each.name))),
            )
        )  # fmt: skip
    found.gaps = [_gap(child, each) for each in told.gaps]
    return found


def _explained(said: tuple[DriftExplained, bool] | None) -> str:
    if said is None:
        return ""
    row, holds = said
    return f"{row.by.shown_name}: {row.words}" + ("" if holds else " (too old: explain it again)")


def _gap(child: Child, each: Finding) -> GapSaid:
    rule = COMPLETENESS[each.name]
    words = f"{rule.source.label.capitalize()}: {rule.source}" + (
        ", not confirmed in its source" if rule.unconfirmed else ""
    )
    return GapSaid(rule.lacking, each.on, words, fill_address(child, each), each.state == MISSING)


def _check(each: Finding) -> CheckSaid:
    check = GATES[each.name]
    words = words_of(check, each.lacking, each.unknown)
    return CheckSaid(
        check.what, reverse("signals:check", args=[check.name]), each.on, each.state, words, check.confirmed
    )
