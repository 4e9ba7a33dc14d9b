"""The pages that write in a plan: what each asks, and the deed that answers it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice import recording as do
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import today
from goldthread.practice.plans.joined import joined
from goldthread.practice.recording import Agreed, Came
from goldthread.record.models import ActionProgress, Plan, PlanAttendee
from goldthread.web.plan import ending, forms, meeting_forms
from goldthread.web.plan.choices import who_can
from goldthread.web.recording.many import Many
from goldthread.web.recording.page import At, Page, record

NAME = "child: plan"
ASKED = 6


def to_plan(at: At, result: Any) -> str:
    """The page of the plan that something belongs to."""
    of = at.row.action if isinstance(at.row, ActionProgress) else at.row
    plan = of.pk if isinstance(of, Plan) else of.plan_id
    return (
        reverse("plan:page", args=[at.child.public_id, plan])
        if plan
        else reverse("plan:list", args=[at.child.public_id])
    )


def _to_new(at: At, plan: Plan) -> str:
    return reverse("plan:page", args=[at.child.public_id, plan.pk])


def _to_evidence(at: At, progress: Any) -> str:
    if not isinstance(progress, ActionProgress) or progress.words or progress.evidence_row:
        return to_plan(at, progress)
    return reverse("plan:part", args=[at.child.public_id, "progress", progress.pk, "evidence"])


def _plan_is_over(at: At) -> str:
    plan = at.row if isinstance(at.row, Plan) else at.row.plan
    return "This plan has ended: what it said stays as it was." if plan is None or plan.ended_on else ""


def _no_core_group(at: At) -> str:
    if at.row.kind != "child-protection":
        return "A core group carries out a child protection plan. Record a review of this one."
    return _plan_is_over(at)


def _no_review(at: At) -> str:
    if at.row.kind == "child-protection":
        return (
            "A child protection plan is reviewed by a conference. Record the conference, then what it agreed."
        )
    return _plan_is_over(at)


def _beside(at: At) -> dict[str, Any]:
    plan = (
        at.row
        if isinstance(at.row, Plan)
        else at.row.action.plan
        if isinstance(at.row, ActionProgress)
        else at.row.plan
    )
    return {"stands": joined(plan, today()) if plan is not None else None, "plan": plan}


def _attendees(at: At) -> dict[str, list[dict[str, Any]]]:
    """Who was asked last time, or else who is around the child."""
    last = (
        PlanAttendee.unwithdrawn.filter(child=at.child, core_group__plan=at.row)
        | PlanAttendee.unwithdrawn.filter(child=at.child, help_review__plan=at.row)
    ).order_by("-core_group__held_on", "-help_review__held_on", "pk")
    found: dict[str, dict[str, Any]] = {}
    first = last.first()
    for each in last:
        if (each.core_group_id, each.help_review_id) == (first.core_group_id, first.help_review_id):  # type: ignore[union-attr]
            found.setdefault(each.name, {"name": each.name, "part": each.part, "came": ""})
    if not found:
        for key, who in who_can(at.child).items():
            part = "social-care" if key.startswith("worker") else "parent"
            found.setdefault(str(who), {"name": str(who), "part": part, "came": ""})
    return {"came": list(found.values())[:ASKED]}


def _today(column: str) -> Any:
    return lambda said: {**said, column: today()}


def _progress(said: dict[str, Any]) -> dict[str, Any]:
    return {**_evidence(said), "how": said["how"], "noted_on": said["noted_on"] or today()}


def _evidence(said: dict[str, Any]) -> dict[str, Any]:
    entry = said["entries"].get(said["evidence"])
    return {"words": said["words"], "evidence": entry.row if entry is not None else None}


CAME = {"yes": True, "no": False, "": None}


def _minutes(said: dict[str, Any]) -> dict[str, Any]:
    came = [Came(each["name"], each["part"], CAME[each["came"]]) for each in said["came"]]
    return {**said, "came": came, **_agreed(said)}


def _agreed(said: dict[str, Any]) -> dict[str, Any]:
    return {"agreed": [Agreed(**each) for each in said["agreed"]]}


def _review(said: dict[str, Any]) -> dict[str, Any]:
    return {**_minutes(said), "kind": said["plan"].kind}


AGREED = Many(
    forms.AgreedForm, "What was agreed", "action", hint="Each goes straight into the plan.", blank=2
)
ASKED_TO_COME = Many(
    meeting_forms.AttendeeForm,
    "Who came",
    "person",
    hint="Those of last time stand here already.",
    keep_offered=True,
)


def _of_a_plan(heading: str, form: Any, deed: Any, done: str, **more: Any) -> Page:
    given = {
        "table": "plans",
        "then": to_plan,
        "known": _beside,
        "refuses": _plan_is_over,
        "template": "plan/write.jinja",
    }
    return Page(name=NAME, heading=heading, form=form, deed=deed, done=done, **{**given, **more})


OF_A_PLAN: dict[str, Page] = {
    "worry": _of_a_plan(
        "Write a worry into the plan", forms.WorryForm, do.name_worry, "The worry stands in the plan.",
        keywords=_today("said_on"),
    ),
    "goal": _of_a_plan(
        "Agree a goal", forms.GoalForm, do.set_goal, "The goal stands in the plan.", keywords=_today("set_on")
    ),
    "action": _of_a_plan(
        "Agree an action", forms.ActionForm, do.agree_action, "The action stands in the plan.",
        keywords=_today("agreed_on"), intro="Leave out what nobody knows yet: the plan keeps asking for it.",
    ),
    "core-group": _of_a_plan(
        "Record a core group", meeting_forms.MeetingForm, do.hold_core_group,
        "The core group is recorded, and what it agreed is in the plan.",
        many={"came": ASKED_TO_COME, "agreed": AGREED}, offered=_attendees, keywords=_minutes, refuses=_no_core_group,
    ),
    "review": _of_a_plan(
        "Record a review of the plan", meeting_forms.ReviewForm, do.hold_help_review,
        "The review is recorded, and what it agreed is in the plan.",
        many={"came": ASKED_TO_COME, "agreed": AGREED}, offered=_attendees, keywords=_review, refuses=_no_review,
    ),
    "conference": _of_a_plan(
        "What a conference agreed", meeting_forms.ConferenceForm, do.agree_at_conference,
        "What the conference agreed is in the plan.",
        row_as="plan", many={"agreed": Many(forms.AgreedForm, "What was agreed", "action", blank=3, needed=True)},
        keywords=lambda said: {"conference": said["conference"], **_agreed(said)},
    ),
    "words": _of_a_plan(
        "Choose the words for the family", ending.WordsForm, do.choose_words, "The family's words are kept.",
        row_as="plan", button="Keep these words",
        values=lambda at: {name: row.plain_words for name, row in ending.words_of(at.row).items()},
        keywords=lambda said: {"said": {row: said.get(name, "") for name, row in said["rows"].items()}},
        then=lambda at, _: reverse("plan:family", args=[at.child.public_id, at.row.pk]),
        intro="Leave a box empty where the plan's own words will do. Short words and short sentences are read by everybody.",
    ),
    "end": _of_a_plan(
        "End the plan", ending.EndForm, do.close_plan, "The plan has ended.", row_as="plan", button="End the plan"
    ),
    "step": _of_a_plan(
        "Step the plan down or up", ending.StepForm, do.step_plan, "The new plan stands, with what was carried over.",
        row_as="plan", button="Begin the new plan", then=_to_new,
    ),
}  # fmt: skip
"""What can be written in a plan, by the word in its address."""


def _of_a_part(table: str, heading: str, form: Any, deed: Any, done: str, row_as: str, **more: Any) -> Page:
    return _of_a_plan(
        heading, form, deed, done, **{"table": table, "row_as": row_as, "template": "plan/part.jinja", **more}
    )


OF_A_PART: dict[tuple[str, str], Page] = {
    ("actions", "progress"): _of_a_part(
        "actions", "How is it going?", forms.ProgressForm, do.record_progress, "How it is going is recorded.", "task",
        keywords=_progress, then=_to_evidence,
    ),
    ("progress", "evidence"): _of_a_part(
        "action_progress", "What shows it?", forms.EvidenceForm, do.show_progress, "What shows it is recorded.", "progress",
        keywords=_evidence, refuses=lambda at: "", intro="How it is going is recorded already. You can leave this for later.",
        values=lambda at: {
            "words": at.row.words, "evidence": f"{at.row.evidence_table}:{at.row.evidence_row}" if at.row.evidence_row else "",
        },
    ),
    ("actions", "carry-over"): _of_a_part(
        "actions", "Carry the action over", forms.CarryForm, do.carry_over, "The action is carried over.", "task",
        keywords=_today("on"), button="Carry it over",
    ),
    ("actions", "drop"): _of_a_part(
        "actions", "Drop the action", forms.BecauseForm, do.drop_action, "The action is dropped.", "task",
        keywords=_today("dropped_on"), button="Drop it",
    ),
    ("actions", "goal"): _of_a_part(
        "actions", "Which goal does it serve?", forms.JoinGoalForm, do.join_to_goal, "The action serves its goal.", "task"
    ),
    ("goals", "worry"): _of_a_part(
        "goals", "Which worry does it answer?", forms.JoinWorryForm, do.join_to_worry, "The goal answers its worry.", "goal"
    ),
    ("goals", "reached"): _of_a_part(
        "goals", "The goal is reached", forms.ReachedForm, do.record_step, "The goal is reached.", "row",
        keywords=lambda said: {**said, "step": "reached_on"},
    ),
    ("goals", "drop"): _of_a_part(
        "goals", "Drop the goal", forms.BecauseForm, do.drop_goal, "The goal is dropped.", "goal",
        keywords=_today("dropped_on"), button="Drop it",
    ),
    ("worries", "settle"): _of_a_part(
        "worries", "A worry no longer", forms.SettleForm, do.settle_worry, "The worry is settled.", "worry",
        keywords=_today("settled_on"),
    ),
}  # fmt: skip
"""What can be written of a worry, a goal or an action, by the words in its address."""

BEGIN = Page(
    name=NAME,
    heading="Begin a plan",
    form=forms.BeginForm,
    deed=do.begin_plan,
    done="The plan is begun. Write down the worries first, then what should be different.",
    values=lambda at: {"began_on": today()},
    known=lambda at: {"plans": Plan.unwithdrawn.filter(child=at.child).order_by("-began_on", "-pk")},
    template="plan/begin.jinja",
    then=_to_new,
)


def begin(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Begin a plan."""
    return record(request, public_id, page=BEGIN)


def add(request: HttpRequest, public_id: UUID, number: int, what: str) -> HttpResponse:
    """Write in a plan: a worry, a goal, an action, a meeting, the family's words, its end or the next step."""
    if what not in OF_A_PLAN:
        raise RecordNotFound
    return record(request, public_id, page=OF_A_PLAN[what], number=number)


def part(request: HttpRequest, public_id: UUID, of: str, number: int, what: str) -> HttpResponse:
    """Write of one worry, goal or action of a plan."""
    if (of, what) not in OF_A_PART:
        raise RecordNotFound
    return record(request, public_id, page=OF_A_PART[of, what], number=number)
