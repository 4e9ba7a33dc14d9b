"""When is it due? The question that a duty's page answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms

from goldthread.engine.when import WhenAnswer, when
from goldthread.rulebook.clock import Clock
from goldthread.rulebook.local import LocalRules
from goldthread.rulebook.timescales import TIMESCALES
from goldthread.vocabulary import Fault
from goldthread.web.design_system.fields import DateField, TimeOfDay


class WhenForm(forms.Form):
    """The day on which what starts the duty happened, and what else the duty asks."""

    def __init__(self, clock: Clock, data: Mapping[str, Any] | None = None, *, rules: LocalRules) -> None:
        super().__init__(data)
        self.clock, self.rules = clock, rules
        if len(clock.rows) > 1:
            self.fields["row"] = forms.ChoiceField(
                label="Which one?",
                choices=[(row, TIMESCALES[row]) for row in clock.rows],
                error_messages={"required": "Choose which one", "invalid_choice": "Choose one of the list"},
            )
        self.fields["began"] = DateField(called="the day it started", label="When did what starts it happen?")
        if clock.in_hours:
            self.fields["began_at"] = TimeOfDay(
                "At what time?", "For example, 16:45. Without it, counted from midnight.", required=False
            )
        for sooner in clock.sooner:
            fact = sooner.fact.replace("_", " ")
            self.fields[sooner.fact] = DateField(
                called=f"the day of the {fact}",
                label=f"{fact.capitalize()}, if there was one",
                required=False,
            )

    @property
    def first_field(self) -> str:
        """Where the error summary points for what is said of the whole question."""
        return str(self["began"].id_for_label)

    def clean(self) -> dict[str, Any]:
        """Keeps the answer in ``cleaned_data["answer"]``; what the engine cannot answer is an error in its words."""
        said = super().clean() or {}
        if self.errors:
            return said
        began: date = said["began"]
        if said.get("began_at") is not None:
            began = datetime.combine(began, said["began_at"])
        facts = {}
        for sooner in self.clock.sooner:
            if happened := said.get(sooner.fact):
                facts[sooner.fact] = happened.isoformat()
        try:
            said["answer"] = when(said.get("row") or self.clock.rows[0], began, facts, rules=self.rules)
        except (Fault, ValueError, OverflowError) as fault:
            words = (
                str(fault) if isinstance(fault, Fault) else "That day is outside the calendar that we hold"
            )
            self.add_error("began", words)
        return said

    @property
    def answer(self) -> WhenAnswer | None:
        """The answer, once the question was asked and could be answered."""
        return self.cleaned_data.get("answer") if self.is_bound and self.is_valid() else None
