"""What a page asks of a visit: of each child whether they were seen and what they said; of the visit what happened."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from goldthread.practice.moment import today
from goldthread.practice.recording import SeenThere
from goldthread.practice.visiting import placement_on, purpose_for, writes_for
from goldthread.record.models import Child, Visit
from goldthread.web.design_system.fields import YES_NO, DateField, LongText, TimeOfDay
from goldthread.web.recording.page import RecordForm

PLACES = {
    "home": "At home",
    "placement": "Where the child is placed",
    "school": "At school or nursery",
    "community": "Out and about",
    "office": "At our office",
    "video": "By video",
    "other": "Somewhere else",
}
LONGEST = 20_000
PARTS = ("seen", "seen_alone", "because", "bedroom_seen", "child_said", "plan_changed")
"""What is asked of each child."""


class VisitForm(RecordForm):
    """One visit, to a child and to any brothers and sisters ticked."""

    held_on = DateField(called="the day of the visit", label="Day")
    held_at = TimeOfDay("Time, if you know it", "", required=False)
    by_worker = forms.TypedChoiceField(
        label="Who visited?", error_messages={"required": "Choose who visited"}, coerce=int
    )
    purpose = forms.ChoiceField(label="Under which duty?")
    place = forms.ChoiceField(label="Where?", choices=list(PLACES.items()))
    others_there = forms.CharField(label="Who else was there?", required=False, max_length=1_000)
    account = forms.CharField(
        label="What was seen and talked of?", required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip

    def prepare(self) -> None:
        """The same questions of the child and of each brother or sister; who may be chosen as the visitor."""
        day = self.fields["held_on"]
        assert isinstance(day, DateField)
        day.not_after = today()
        clock = self.fields["held_at"].widget
        clock.input_type = "time"
        visitors, who = self.fields["by_worker"], self.fields["purpose"]
        assert isinstance(visitors, forms.ChoiceField)
        assert isinstance(who, forms.ChoiceField)
        self.workers = {worker.pk: worker for worker in writes_for(self.by, self.child)}
        visitors.choices = [(key, str(worker)) for key, worker in self.workers.items()]
        field: Any = Visit._meta.get_field("purpose")
        who.choices = [(word, field.label(word).capitalize()) for word in field.words]
        self.siblings = self.brothers_and_sisters()
        self._ask(self.child, "", needed=True)
        for each in self.siblings:
            prefix = prefix_of(each)
            self.fields[f"{prefix}here"] = forms.BooleanField(
                label=f"{each.given_name} was visited too", required=False
            )
            self._ask(each, prefix, needed=False)

    def _ask(self, child: Child, prefix: str, *, needed: bool) -> None:
        name = child.given_name or "the child"
        asked: dict[str, forms.Field] = {
            "seen": _choice(f"Was {name} seen?", needed, f"Choose whether {name} was seen"),
            "seen_alone": _choice("Seen alone?", False, ""),
            "because": forms.CharField(
                label="If not seen, or not alone: why?", required=False, max_length=1_000
            ),
            "bedroom_seen": _choice("Bedroom seen?", False, ""),
            "child_said": LongText(f"What did {name} say or show?", rows=3),
            "plan_changed": LongText("What does it change for the plan?", rows=2),
        }
        self.fields.update({f"{prefix}{part}": field for part, field in asked.items()})

    def clean(self) -> dict[str, Any]:
        """What the deed takes: of each child visited what it was for them, and when it was."""
        said = super().clean() or {}
        visited = [each for each in self.siblings if said.get(f"{prefix_of(each)}here")]
        there = self._there(self.child, "", said)
        also = [self._there(each, prefix_of(each), said) for each in visited]
        found = {name: said.get(name) for name in ("held_on", "purpose", "place", "others_there", "account")}
        at: time | None = said.get("held_at")
        if at is not None and found["held_on"] is not None:
            found["held_at"] = timezone.make_aware(datetime.combine(found["held_on"], at))
        worker = said.get("by_worker")
        found["by_worker"] = self.workers.get(worker) if worker else None
        return {**found, "there": there, "also": also}

    def _there(self, child: Child, prefix: str, said: dict[str, Any]) -> SeenThere:
        told = {part: said.get(f"{prefix}{part}") or "" for part in PARTS}
        name = child.given_name or "the child"
        if told["seen"] == "" and prefix:
            self.add_error(f"{prefix}seen", f"Choose whether {name} was seen")
        if told["seen"] == "no" and not told["because"].strip():
            self.add_error(f"{prefix}because", f"Say why {name} was not seen")
        if told["seen"] == "no" and told["seen_alone"] == "yes":
            self.add_error(f"{prefix}seen_alone", f"{name} was not seen, so not seen alone")
        if told["seen"] == "yes" and told["seen_alone"] == "":
            self.add_error(f"{prefix}seen_alone", f"Choose whether {name} was seen alone")
        if told["seen"] == "yes" and told["seen_alone"] == "no" and not told["because"].strip():
            self.add_error(f"{prefix}because", f"Say why {name} was not seen alone")
        if told["seen"] == "yes" and not told["child_said"].strip():
            self.add_error(f"{prefix}child_said", f"Write what {name} said, drew, showed or did")
        return SeenThere(
            child=child, seen=told["seen"] or "unknown", seen_alone=told["seen_alone"] or "unknown",
            bedroom_seen=told["bedroom_seen"] or "unknown",
            not_seen_because=told["because"] if told["seen"] == "no" else "",
            not_alone_because=told["because"] if told["seen"] == "yes" and told["seen_alone"] == "no" else "",
            child_said=told["child_said"], plan_changed=told["plan_changed"],
        )  # fmt: skip


def usual(child: Child, by: Any) -> dict[str, Any]:
    """What the form says at first: today, where the child lives, and the duty that the child's standing asks."""
    day = today()
    placed = placement_on(child, day) is not None
    found: dict[str, Any] = {
        "held_on": day,
        "purpose": purpose_for(child, day, by=by),
        "place": "placement" if placed else "home",
    }
    visitors = writes_for(by, child)
    if visitors:
        found["by_worker"] = visitors[0].pk
    return found


def prefix_of(child: Child) -> str:
    """What stands before the names of the fields about a brother or sister."""
    return f"with_{child.public_id.hex}_"


def _choice(label: str, needed: bool, missing: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=needed, choices=YES_NO, widget=forms.RadioSelect, error_messages={"required": missing}
    )  # fmt: skip
