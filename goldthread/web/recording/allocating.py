"""Allocating a child to a worker: brothers and sisters together, the effect shown before, a handover first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from goldthread.practice.caseloads import points_of
from goldthread.practice.handing_over.before import finished_for, last_held
from goldthread.practice.handing_over.choosing import Possible, possible_workers, who_knows
from goldthread.practice.holding import allocation_history, holder_of_many
from goldthread.practice.local_rules import rules_here
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.recording import allocate_together
from goldthread.practice.standing import in_force, standing_of
from goldthread.record.models import Child, Post, Team, Worker
from goldthread.rulebook.caseload import FULL_TIME, LIMIT_SOURCE
from goldthread.rulebook.codes import code_set
from goldthread.web.design_system.dates import plural
from goldthread.web.design_system.fields import DateField, LongText
from goldthread.web.duty.settled import settled
from goldthread.web.recording.page import At, Page, RecordForm, record

ROLES = {
    "social-worker": "Social worker",
    "lead-practitioner": "Family help lead practitioner",
    "personal-adviser": "Personal adviser",
    "reviewing-officer": "Reviewing officer",
}
HOLD_NOBODY = ("1", "2")  # of csww_org_role: senior and middle managers
MANY = 150
"""Of more posts than these nobody chooses from one list."""
MANAGER = "A manager allocates children. Ask yours."


class AllocateForm(RecordForm):
    """Who holds the child from a day on."""

    began_on = DateField(called="the first day", label="From which day?")
    role = forms.ChoiceField(label="As what?", choices=list(ROLES.items()))

    def prepare(self) -> None:
        """The workers in post, each with what it would do to their caseload; reasons where they are wanted."""
        self.ask_of_siblings(
            "Which brothers and sisters too?",
            "One worker for a family spares everybody a second start.",
            ticked=True,
        )
        standing = standing_of(self.by)
        own = standing.works[0].service if standing.works else ()
        family = [self.child, *self.kin.values()]
        posts = self._posts(family)
        self.possible = possible_workers(posts, family, self.knowing, by=standing, own_teams=own)
        self.by_post = {str(each.post.pk): each for each in self.possible}
        self.fields["post"] = forms.ChoiceField(
            label="To whom?", help_text="Each with what they hold today. What it would come to stands below.",
            choices=[("", "Choose a worker"), *((key, _said(each)) for key, each in self.by_post.items())],
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
        self.lacking = _without_handover(family)
        if self.lacking:
            self.fields["not_yet"] = LongText(
                "If the handover cannot be finished first: why not?",
                "It stays open, and is asked for until it is finished.",
                rows=2,
            )
        self.fields["over_limit_because"] = LongText(
            "If it goes above the worker's limit: why all the same?",
            "It is kept with the allocation.",
            rows=2,
        )
        self.order_fields(
            ["post", "role", "began_on", "because", "siblings", "not_yet", "over_limit_because"]
        )

    def _posts(self, family: list[Child]) -> list[Post]:
        """The posts to choose from, but those of managers of managers.

        Where they are many: one team's, and those of whoever knows the child.
        """
        posts = Post.unwithdrawn.filter(in_force(today()), worker_id__isnull=False, team_id__isnull=False)
        posts = posts.exclude(role__in=HOLD_NOBODY)
        self.teams: list[Team] = []
        if posts.count() > MANY:
            self.teams = list(Team.unwithdrawn.filter(pk__in=posts.values("team_id")).order_by("name", "pk"))
            theirs = holder_of_many([self.child.pk], today())[self.child.pk].team_id
            asked = self.initial.get("among") or theirs or self.teams[0].pk
            self.team_choices = [(str(each.pk), each.name) for each in self.teams]
            self.among = next((each for each in self.teams if each.pk == asked), self.teams[0])
            posts = posts.filter(Q(team=self.among) | Q(worker_id__in=list(who_knows(family, today()))))
        by_name = ("team__name", "worker__family_name", "worker__given_name", "pk")
        return list(posts.select_related("worker", "team").order_by(*by_name))

    def clean_siblings(self) -> list[Child]:
        """The children chosen."""
        return self.siblings_chosen()

    def clean(self) -> dict[str, Any]:
        """What was said, with the worker and the team of the post that was chosen; a reason where it goes above the limit."""
        said = super().clean() or {}
        chosen = self.by_post.get(said.pop("post", ""))
        if chosen is not None:
            self._ask_why_above(chosen, [self.child, *said.get("siblings", [])], said)
        return {
            **said,
            "worker": chosen.worker if chosen else None,
            "team": chosen.post.team if chosen else None,
            "because": said.get("because") or None,
        }

    def _ask_why_above(self, chosen: Possible, children: list[Child], said: dict[str, Any]) -> None:
        held = {each.child for each in chosen.caseload.held}
        points = points_of([each.pk for each in children if each.pk not in held])
        added = sum(points.values())
        over = added > 0 and chosen.caseload.over_with(added)
        if not over:
            said["over_limit_because"] = ""
        elif len(said.get("over_limit_because", "").strip()) < SHORTEST:
            self.add_error(
                "over_limit_because",
                f"{chosen.worker} would hold {chosen.caseload.points + added} points of at most "
                f"{chosen.caseload.limit or 0}: say why all the same",
            )


def _said(possible: Possible) -> str:
    caseload = possible.caseload
    limit = f" of {caseload.limit}" if caseload.limit is not None else ""
    return (
        f"{possible.worker}, {possible.post.team}: {plural(caseload.children, 'child', 'children')}, "
        f"{caseload.points}{limit} points"
    )


def _without_handover(children: list[Child]) -> list[tuple[Child, Worker]]:
    """The children whom a worker holds or held, and of whom no handover is finished, with that worker."""
    found = []
    for each in children:
        held = last_held(each)
        if held is not None and held.worker is not None and finished_for(held) is None:
            found.append((each, held.worker))
    return found


def _known(at: At) -> dict[str, Any]:
    lacking = _without_handover([at.child])
    return {
        "held": allocation_history(at.child, today()),
        "lacking": lacking[0][1] if lacking else None,
        "limit_source": LIMIT_SOURCE,
        "confirmed": settled(rules_here(), FULL_TIME),
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
    known=_known,
    refuses=lambda at: "" if at.standing.role.arranges else MANAGER,
)


def allocate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Allocate a child. ?team= shows the workers of that team, where there are too many to show them all."""
    asked = request.GET.get("team", "")
    team = int(asked) if asked.isdecimal() and len(asked) < 18 else None
    first = {"role": "social-worker", "among": team}
    return record(
        request, public_id, page=replace(ALLOCATE, values=lambda at: {"began_on": today(), **first})
    )
