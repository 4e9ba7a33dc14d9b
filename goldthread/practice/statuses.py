"""What a child's standing is with us, worked out from the record and never typed: each with since when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from django.utils.formats import date_format

from goldthread.practice.child_rows import rows_about
from goldthread.record.models import (
    Assessment,
    CareEpisode,
    Child,
    Conference,
    Enquiry,
    Entitlement,
    FamilyHelpEpisode,
    LegalStatus,
    Plan,
    Recorded,
    Referral,
    Source,
)
from goldthread.rulebook.codes import code_set

Row = TypeVar("Row", bound=Recorded)

HERE = "Recorded here"
LEAVERS = {"relevant": "relevant", "former-relevant": "former relevant", "qualifying": "qualifying"}


@dataclass(frozen=True, slots=True)
class Status:
    """One standing of a child: in a word, since when, why, and what says so.

    apart: a separate fact that holds beside the others, such as being disabled; never the main one.
    """

    word: str
    since: date | None
    why: str
    source: str = HERE
    apart: bool = False


def statuses_of(child: Child, as_at: date) -> list[Status]:
    """Every standing of a child on a day, in order of precedence, then the separate facts."""
    return _statuses([child.pk], as_at)[child.pk]


def main_status_of_many(child_ids: Iterable[int], as_at: date) -> dict[int, Status]:
    """The first standing of each child on a day, in a number of queries that does not grow with them."""
    return {child: found[0] for child, found in _statuses(list(child_ids), as_at).items()}


def _statuses(child_ids: list[int], as_at: date) -> dict[int, list[Status]]:
    facts = _Facts(child_ids, as_at)
    return {child.pk: _of_child(child, facts) for child in facts.children}


def _of_child(child: Child, facts: _Facts) -> list[Status]:
    apart = [_disabled(child, facts)] if child.disabled == "yes" else []
    if child.died_on and child.died_on <= facts.as_at:
        return [Status("Died", child.died_on, f"Died on {_day(child.died_on)}.", facts.source(child)), *apart]
    found = [
        status
        for standing in (
            _protected,
            _in_care,
            _leaving_care,
            _in_need,
            _assessed,
            _under_enquiry,
            _to_decide,
            _helped,
        )
        if (status := standing(child.pk, facts)) is not None
    ]
    return [*(found or [_closed(child.pk, facts)]), *apart]


def _protected(child: int, facts: _Facts) -> Status | None:
    for plan in facts.of(child, facts.plans):
        if plan.kind == "child-protection" and facts.holds(plan.began_on, plan.ended_on):
            category = _label("category_of_abuse", plan.latest_category or plan.initial_category)
            word = "On a child protection plan" + (f": {category}" if category else "")
            return Status(
                word, plan.began_on, f"The plan was made on {_day(plan.began_on)}.", facts.source(plan)
            )
    return None


def _in_care(child: int, facts: _Facts) -> Status | None:
    for episode in facts.of(child, facts.care_episodes):
        if facts.holds(episode.began_on, episode.ended_on):
            legal = [
                _label("s903_legal_status", row.status)
                for row in facts.of(child, facts.legal_statuses)
                if facts.holds(row.began_on, row.ended_on)
            ]
            word = "In care" + (f": {legal[0]}" if legal and legal[0] else "")
            why = f"Looked after since {_day(episode.began_on)}."
            return Status(word, episode.began_on, why, facts.source(episode))
    return None


def _leaving_care(child: int, facts: _Facts) -> Status | None:
    for row in facts.of(child, facts.entitlements):
        if row.category in LEAVERS and facts.holds(row.began_on, row.ended_on):
            word = LEAVERS[row.category]
            why = f"Entitled as a {word} care leaver since {_day(row.began_on)}."
            return Status(f"Care leaver: {word}", row.began_on, why, facts.source(row))
    return None


def _in_need(child: int, facts: _Facts) -> Status | None:
    for plan in facts.of(child, facts.plans):
        if plan.kind == "child-in-need" and facts.holds(plan.began_on, plan.ended_on):
            why = f"A child in need plan was made on {_day(plan.began_on)}."
            return Status("Child in need", plan.began_on, why, facts.source(plan))
    for referral in facts.open_referrals(child):
        assessments = facts.assessments_of(referral)
        found = any(each.needs_support for each in assessments if facts.past(each.authorised_on))
        under_way = any(not facts.past(each.authorised_on) for each in assessments)
        if found or (not under_way and not facts.undecided(referral)):
            why = f"The episode that the referral of {_day(referral.received_on)} opened is still open."
            return Status("Child in need", referral.received_on, why, facts.source(referral))
    return None


def _assessed(child: int, facts: _Facts) -> Status | None:
    closed = {row.pk for row in facts.of(child, facts.referrals) if facts.past(row.closed_on)}
    for row in facts.of(child, facts.assessments):
        if not facts.past(row.authorised_on) and row.referral_id not in closed:
            why = f"An assessment has been under way since {_day(row.requested_on)}."
            return Status("Being assessed", row.requested_on, why, facts.source(row))
    return None


def _under_enquiry(child: int, facts: _Facts) -> Status | None:
    closed = {row.pk for row in facts.of(child, facts.referrals) if facts.past(row.closed_on)}
    held = [
        row.held_on for row in facts.of(child, facts.conferences) if row.kind == "initial" and row.held_on
    ]
    for row in facts.of(child, facts.enquiries):
        over = (
            facts.past(row.concluded_on)
            or row.conference_required is False
            or row.referral_id in closed
            or any(day >= row.began_on for day in held)
        )
        if not over:
            why = f"An enquiry was begun on {_day(row.began_on)} and nothing recorded has ended it."
            return Status("Under enquiry", row.began_on, why, facts.source(row))
    return None


def _to_decide(child: int, facts: _Facts) -> Status | None:
    for row in facts.open_referrals(child):
        if facts.undecided(row):
            why = f"A referral was received on {_day(row.received_on)} and what should follow is not decided."
            return Status("Referral to decide", row.received_on, why, facts.source(row))
    return None


def _helped(child: int, facts: _Facts) -> Status | None:
    for row in facts.of(child, facts.family_help):
        if facts.holds(row.began_on, row.ended_on):
            why = f"The family has been helped since {_day(row.began_on)}."
            return Status("Family help", row.began_on, why, facts.source(row))
    return None


def _closed(child: int, facts: _Facts) -> Status:
    closing: tuple[tuple[dict[int, list[Any]], str], ...] = (
        (facts.referrals, "closed_on"),
        (facts.plans, "ended_on"),
        (facts.care_episodes, "ended_on"),
        (facts.entitlements, "ended_on"),
        (facts.family_help, "ended_on"),
    )
    ends = [
        (day, row)
        for rows, column in closing
        for row in facts.of(child, rows)
        if (day := getattr(row, column)) is not None and day <= facts.as_at
    ]
    if not ends:
        return Status("Closed", None, "Nothing that is open is recorded.")
    day, row = max(ends, key=lambda end: end[0])
    return Status("Closed", day, f"The last that was open ended on {_day(day)}.", facts.source(row))


def _disabled(child: Child, facts: _Facts) -> Status:
    return Status("Disabled", None, "Recorded as disabled.", facts.source(child), apart=True)


class _Facts:
    """The rows of several children that a standing is worked out from: one query a table."""

    def __init__(self, child_ids: list[int], as_at: date) -> None:
        self.as_at = as_at
        self.children = list(Child.objects.filter(pk__in=child_ids))
        self.referrals = self._rows(Referral, "received_on", child_ids)
        self.assessments = self._rows(Assessment, "requested_on", child_ids)
        self.enquiries = self._rows(Enquiry, "began_on", child_ids)
        self.conferences = self._rows(Conference, "held_on", child_ids)
        self.plans = self._rows(Plan, "began_on", child_ids)
        self.care_episodes = self._rows(CareEpisode, "began_on", child_ids)
        self.legal_statuses = self._rows(LegalStatus, "began_on", child_ids)
        self.entitlements = self._rows(Entitlement, "began_on", child_ids)
        self.family_help = self._rows(FamilyHelpEpisode, "began_on", child_ids)

    def _rows(self, model: type[Row], begins: str, child_ids: list[int]) -> dict[int, list[Row]]:
        """What had begun by the day, by child, the newest first."""
        found: dict[int, list[Row]] = {}
        rows = rows_about(model, child_ids, "withdrawn_at IS NULL")
        for row in sorted(rows, key=lambda each: -each.pk):
            begun = getattr(row, begins)
            if begun is not None and begun <= self.as_at:
                found.setdefault(row.child_id, []).append(row)  # type: ignore[attr-defined]
        return found

    def source(self, row: Recorded) -> str:
        """What says so, by name."""
        return self._names[row.source_id] if row.source_id else HERE

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(Source.objects.values_list("pk", "name"))

    @staticmethod
    def of(child: int, rows: dict[int, list[Row]]) -> list[Row]:
        return rows.get(child, [])

    def past(self, day: date | None) -> bool:
        return day is not None and day <= self.as_at

    def holds(self, began_on: date, ended_on: date | None) -> bool:
        return began_on <= self.as_at and not self.past(ended_on)

    def open_referrals(self, child: int) -> list[Referral]:
        """Those whose episode is not closed and was not decided to be none of ours."""
        elsewhere = {"no-further-action", "early-help"}
        return [
            row
            for row in self.of(child, self.referrals)
            if not self.past(row.closed_on)
            and (self.after(row.decided_on) or not (row.no_further_action or row.decision in elsewhere))
        ]

    def after(self, day: date | None) -> bool:
        return day is not None and day > self.as_at

    def assessments_of(self, referral: Referral) -> list[Assessment]:
        return [row for row in self.of(referral.child_id, self.assessments) if row.referral_id == referral.pk]

    def undecided(self, referral: Referral) -> bool:
        """Nobody said what should follow, and no assessment shows it."""
        said = referral.decision is not None or referral.no_further_action is not None
        return (not said or self.after(referral.decided_on)) and not self.assessments_of(referral)


def _label(codes: str, value: str | None) -> str:
    if not value or not code_set(codes).valid(value):
        return value or ""
    label = code_set(codes).label(value)
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _day(day: date) -> str:
    return date_format(day, "j F Y")
