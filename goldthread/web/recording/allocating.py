"""Allocating a child to a worker, with brothers and sisters kept together, and how many each worker holds already."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponse

from goldthread.practice.holding import allocation_history
from goldthread.practice.moment import today
from goldthread.practice.recording import allocate_together
from goldthread.practice.standing import in_force
from goldthread.record.models import Allocation, Child, Post, Worker
from goldthread.rulebook.codes import code_set
from goldthread.web.design_system.dates import plural
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.page import Page, RecordForm, record

ROLES = {
    "social-worker": "Social worker",
    "lead-practitioner": "Family help lead practitioner",
    "personal-adviser": "Personal adviser",
    "reviewing-officer": "Reviewing officer",
}
MANAGER = "A manager allocates children. Ask yours."


class AllocateForm(RecordForm):
    """Who holds the child from a day on."""

    began_on = DateField(called="the first day", label="From which day?")
    role = forms.ChoiceField(label="As what?", choices=list(ROLES.items()))

    def prepare(self) -> None:
        """The workers in post, each with how many children they hold; the reason where somebody holds the child already."""
        posts = (
            Post.unwithdrawn.filter(in_force(today()), worker_id__isnull=False, team_id__isnull=False)
            .select_related("worker", "team")
            .order_by("team__name", "worker__family_name", "pk")
        )
        self.posts = {str(each.pk): each for each in posts}
        in_hand = Allocation.unwithdrawn.filter(
            worker__in=[each.worker_id for each in self.posts.values()],
            role__in=list(ROLES),
            ended_on__isnull=True,
        )
        holds = dict(in_hand.values_list("worker").annotate(children=Count("child", distinct=True)))
        self.fields["post"] = forms.ChoiceField(
            label="To whom?", help_text="Each with how many children they hold today.",
            choices=[
                ("", "Choose a worker"),
                *((key, f"{each.worker}, {each.team}: {plural(holds.get(each.worker_id, 0), 'child', 'children')}")
                  for key, each in self.posts.items()),
            ],
            error_messages={"required": "Choose a worker"},
        )  # fmt: skip
        held_now = [
            each for each in allocation_history(self.child, today()) if each.ended_on is None and not each.gap
        ]
        if held_now:
            self.fields["because"] = forms.ChoiceField(
                label="Why does the worker change?", choices=[("", "Choose a reason"), *_reasons()],
                error_messages={"required": "Choose why the worker changes"},
            )  # fmt: skip
        self.ask_of_siblings(
            "Which brothers and sisters too?",
            "One worker for a family spares everybody a second start.",
            ticked=True,
        )
        self.order_fields(["post", "role", "began_on", "because", "siblings"])

    def clean_siblings(self) -> list[Child]:
        """The children chosen."""
        return self.siblings_chosen()

    def clean(self) -> dict[str, Any]:
        """What was said, with the worker and the team of the post that was chosen."""
        said = super().clean() or {}
        post = self.posts.get(said.pop("post", ""))
        worker: Worker | None = post.worker if post else None
        return {
            **said,
            "worker": worker,
            "team": post.team if post else None,
            "because": said.get("because") or None,
        }


def _reasons() -> list[tuple[str, str]]:
    codes = code_set("s903_sw_change_reason")
    return [(code, codes.label(code).capitalize()) for code in codes.codes()]


ALLOCATE = Page(
    name="child: allocate",
    heading="Who holds the child?",
    form=AllocateForm,
    deed=allocate_together,
    done="Allocated. The record opens to the worker from that day.",
    button="Allocate",
    template="recording/allocate.jinja",
    values=lambda at: {"began_on": today(), "role": "social-worker"},
    known=lambda at: {"held": allocation_history(at.child, today())},
    refuses=lambda at: "" if at.standing.role.arranges else MANAGER,
)


def allocate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Allocate a child."""
    return record(request, public_id, page=ALLOCATE)
