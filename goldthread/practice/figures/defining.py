"""How each measure is counted here: a digest that changes when the way of counting does, and the same in words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.record.models import FigureDefinition
from goldthread.rulebook.clocks import CLOCKS
from goldthread.rulebook.local import LocalRules
from goldthread.rulebook.measure import Measure


def words_of(measure: Measure, rules: LocalRules) -> str:
    """What a measure is counted by, those parts of its duties included that decide what is late."""
    said = [f"Who counts: {measure.out_of}."]
    if measure.counting:
        said.append(f"Yes is: {measure.counting}.")
    if measure.amount:
        said.append(f"What is added up: {measure.amount}.")
    if measure.per:
        said.append(f"For each {measure.per}.")
    for name in sorted(measure.clocks()):
        clock = rules.clock(CLOCKS[name])
        limits = "; ".join(
            f"{', '.join(map(str, edition.due))} from {edition.since:%d %B %Y}" for edition in clock.editions
        )
        own = [f"{each.count} for what starts from {each.since:%d %B %Y}" for each in clock.stricter]
        said.append(
            f"The duty {clock.what[0].lower()}{clock.what[1:]}: from {clock.starts} to {clock.done}; {limits}"
            f"{'; our own: ' + ', '.join(own) if own else ''}."
        )
    return " ".join(said)


def digest_of(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def keep_definitions(measures: Mapping[str, Measure]) -> list[FigureDefinition]:
    """Write down each measure that is counted otherwise than the last time, or for the first time."""
    rules, day = rules_here(), today()
    held = {each.measure: each.digest for each in FigureDefinition.objects.order_by("since", "pk")}
    fresh = []
    for name, measure in measures.items():
        words = words_of(measure, rules)
        if held.get(name) != digest_of(words):
            fresh.append(FigureDefinition(measure=name, digest=digest_of(words), words=words, since=day))
    return FigureDefinition.objects.bulk_create(fresh)
