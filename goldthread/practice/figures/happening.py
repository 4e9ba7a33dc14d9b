"""What changed about a figure: signals, how it is counted, its targets, and decisions about its limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from goldthread.engine.variation import MEANING, finding
from goldthread.practice.figures.telling import Told
from goldthread.record.models import FigureBaseline, FigureDefinition, FigureTarget


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed on a day. kind: signal, counted, target or limits; by: who decided it."""

    on: date
    kind: str
    title: str
    words: str = ""
    by: str = ""


def what_changed(told: Told) -> list[Change]:
    """Everything about one figure, the latest first."""
    found = [
        Change(signal.found_on, "signal", MEANING[signal.meaning], f"{finding(signal)}. {signal.rule.says}")
        for signal in told.chart.signals
    ]
    name = told.measure.name
    definitions = list(FigureDefinition.objects.filter(measure=name).order_by("since", "pk"))
    found += [
        Change(
            each.since,
            "counted",
            "First counted" if at == 0 else "Counted another way from here on",
            each.words,
        )
        for at, each in enumerate(definitions)
    ]
    percent = "%" if told.measure.unit == "%" else ""
    for target in FigureTarget.objects.filter(measure=name).select_related("by__worker"):
        title = "No target" if target.value is None else f"Target {target.value.normalize():f}{percent}"
        found.append(Change(localdate(target.at), "target", title, target.why, target.by.shown_name))
    for each in FigureBaseline.objects.filter(measure=name).select_related("by__worker"):
        title = f"Limits worked out anew from {each.first_month:%B %Y}, over {each.months} months"
        found.append(Change(localdate(each.at), "limits", title, each.why, each.by.shown_name))
        if each.withdrawn_at is not None:
            title = f"The limits from {each.first_month:%B %Y} were taken back"
            found.append(Change(localdate(each.withdrawn_at), "limits", title, each.withdrawn_because))
    return sorted(found, key=lambda each: each.on, reverse=True)
