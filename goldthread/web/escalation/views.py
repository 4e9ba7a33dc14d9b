"""Escalations: raising one, answering it where it stands, taking it further, ending it; and all that one may list."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import list_records, open_record, reader_of, reader_of_children
from goldthread.practice.entries import entry_of
from goldthread.practice.escalating import (
    answer_stage,
    is_open,
    may_answer,
    may_carry,
    raise_escalation,
    resolve_escalation,
    stage_now,
    take_further,
    withdraw_escalation,
)
from goldthread.practice.escalating.seeing import escalations_of, escalations_seen
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.standing import standing_of
from goldthread.rulebook.drift import SIGNALS
from goldthread.rulebook.escalation import HANDBOOK, PARTS, STAGE_OF, STAGES, THEMES, UNCONFIRMED, next_stages
from goldthread.web.access.forms import WhyField
from goldthread.web.challenge.parts import parts
from goldthread.web.design_system.fields import LongText
from goldthread.web.recording.page import At, Page, RecordForm, record

PAGE = "child: escalation"
OUTCOMES = {
    "resolved": "Resolved",
    "partly-resolved": "Resolved in part",
    "outside": "Taken outside the authority",
    "withdrawn": "Withdrawn",
}
ABOUT = re.compile(r"drift:([a-z_]+)")
OTHER = "This is over, and stays as it was written."


class RaiseForm(RecordForm):
    """What is not happening, and what would settle it."""

    part = forms.ChoiceField(
        label="In what part do you raise it?", choices=list(PARTS.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose in what part"},
    )  # fmt: skip
    theme = forms.ChoiceField(
        label="What is it about?", choices=[("", "Choose"), *THEMES.items()],
        error_messages={"required": "Choose what it is about"},
    )  # fmt: skip
    words = LongText(
        "What is not happening for the child?",
        "And what that does to the child.",
        required="Say what is not happening",
    )
    wanted = LongText("What would settle it?", required="Say what would settle it", rows=3)
    stage = forms.ChoiceField(
        label="Where does it begin?", widget=forms.RadioSelect,
        choices=[
            ("informal", "Informally, with whoever works with the child"),
            ("team-manager", "With the team manager: that was tried"),
        ],
        error_messages={"required": "Choose where it begins"},
    )  # fmt: skip
    about = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)

    def prepare(self) -> None:
        """Only chairs and reviewing officers raise it as one."""
        part = self.fields["part"]
        assert isinstance(part, forms.ChoiceField)
        if not standing_of(self.by).role.chairs:
            part.choices = [("other", PARTS["other"])]


class AnswerForm(RecordForm):
    """What will be done."""

    answer = LongText("What will be done, by whom and by when?", "Or why not.", required="Write your answer")


class FurtherForm(RecordForm):
    """To which stage, and why."""

    stage = forms.ChoiceField(
        label="Where does it go?", choices=(), widget=forms.RadioSelect, error_messages={"required": "Choose where it goes"}
    )  # fmt: skip
    because = WhyField(
        "Why does it go further?", "For example: no answer came, or what was promised was not done."
    )

    def prepare(self) -> None:
        """The stages to which it may go."""
        stage = self.fields["stage"]
        assert isinstance(stage, forms.ChoiceField)
        found = next_stages(stage_now(self.row).stage, self.row.part)
        stage.choices = [(each.code, f"{each.name}: {each.answers}") for each in found]


class ResolveForm(RecordForm):
    """What was agreed."""

    outcome = forms.ChoiceField(
        label="Is it resolved?", choices=[(code, OUTCOMES[code]) for code in ("resolved", "partly-resolved")],
        widget=forms.RadioSelect, error_messages={"required": "Choose whether it is resolved"},
    )  # fmt: skip
    outcome_words = LongText("What was agreed?", required="Say what was agreed")


class WithdrawForm(RecordForm):
    """Why it is withdrawn."""

    because = WhyField("Why do you withdraw it?")


def _to_it(at: At, result: Any) -> str:
    row = at.row if at.row is not None else result
    return reverse("escalation:page", args=[at.child.public_id, row.pk])


def _known(at: At) -> dict[str, Any]:
    found = escalations_of(at.child, at.standing)
    return {
        "lines": found if at.row is None else [each for each in found if each.row.pk == at.row.pk],
        "stages": STAGE_OF,
        "themes": THEMES,
        "outcomes": OUTCOMES,
        "rules": STAGES,
        "unconfirmed": UNCONFIRMED,
        "handbook": HANDBOOK,
    }


def _page(name: str, heading: str, form: type[RecordForm], deed: Any, done: str, **more: Any) -> Page:
    return Page(
        name=f"{PAGE} {name}", heading=heading, form=form, deed=deed, done=done, table="escalations", row_as="escalation",
        template="escalation/form.jinja", known=_known, then=_to_it, **more,
    )  # fmt: skip


def _not_answered_by(at: At) -> str:
    stage = stage_now(at.row)
    if at.row.dropped_on or (at.row.resolved_on and at.row.outcome != "outside"):
        return OTHER
    if stage.answered_on is not None:
        return "It was answered where it stands."
    if not may_answer(at.standing, at.row, stage):
        rule = STAGE_OF[stage.stage]
        return f"It stands with: {rule.name.lower()}. It is answered there, and never by whoever raised it."
    return ""


def _not_carried_by(at: At) -> str:
    if not is_open(at.row):
        return OTHER
    return "" if may_carry(at.standing, at.row) else "Whoever raised it says what becomes of it."


ANSWER = _page(
    "answer",
    "Answer an escalation",
    AnswerForm,
    answer_stage,
    "The answer is recorded.",
    refuses=_not_answered_by,
    button="Answer",
)
FURTHER = _page(
    "further",
    "Take an escalation further",
    FurtherForm,
    take_further,
    "It was taken further.",
    refuses=_not_carried_by,
)
RESOLVE = _page(
    "resolve",
    "An escalation is resolved",
    ResolveForm,
    resolve_escalation,
    "It is recorded as resolved.",
    refuses=_not_carried_by,
)
WITHDRAW = _page(
    "withdraw",
    "Withdraw an escalation",
    WithdrawForm,
    withdraw_escalation,
    "It is withdrawn.",
    refuses=_not_carried_by,
    button="Withdraw it",
)


def raise_one(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Raise an escalation about a child; ?about=drift:NAME says from which signal of drift."""
    said = ABOUT.fullmatch(request.GET.get("about", ""))
    signal = SIGNALS.get(said[1]) if said else None

    def values(at: At) -> dict[str, Any]:
        part = "reviewing-officer" if at.standing.role.chairs else "other"
        found = {"part": part, "stage": "informal"}
        if signal is not None:
            found |= {"theme": "drift", "about": signal.name, "words": f"{signal.rule}. "}
        return found

    page = Page(
        name=f"{PAGE} raised", heading="Escalate what is not happening", form=RaiseForm, deed=raise_escalation,
        done="It is raised. An answer is expected within five working days.", template="escalation/raise.jinja",
        values=values, known=_known, then=_to_it, button="Raise it",
    )  # fmt: skip
    return record(request, public_id, page=page)


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Answer it where it stands."""
    return record(request, public_id, page=ANSWER, number=number)


def further(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Take it to the next stage."""
    return record(request, public_id, page=FURTHER, number=number)


def resolve(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say that it is resolved, and what was agreed."""
    return record(request, public_id, page=RESOLVE, number=number)


def withdraw(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Withdraw it, with the reason."""
    return record(request, public_id, page=WITHDRAW, number=number)


def escalation(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One escalation with its stages: on the child's record, for everybody to whom it is open."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=PAGE)
    knowing = on_screen(child, by=standing)
    row = entry_of(child, "escalations", number, knowing)
    at = At(child, reader_of(request.user), standing, row, knowing)
    line = next(each for each in escalations_of(child, standing) if each.row.pk == row.pk)
    writes = bool(may_record(standing, [child.pk]))
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "knowing": knowing,
        "line": line,
        "late": line.late(standing.day),
        "answers": writes and not _not_answered_by(at),
        "carries": writes and not _not_carried_by(at),
        "further": next_stages(line.now.stage, row.part) if line.open else [],
        "signal": SIGNALS.get(row.about),
        "roles": PARTS,
        **_known(at),
    }
    return render(request, "escalation/page.jinja", context)


def escalations(request: HttpRequest) -> HttpResponse:
    """Every escalation of the children whom somebody may list: open ones with their age, whose turn it is, and the closed."""
    standing = reader_of_children(request.user)
    going, closed = escalations_seen(standing)
    shown = list_records(
        dict.fromkeys(each.row.child_id for each in (*going, *closed)), by=standing, page="escalations"
    )
    counts: dict[str, int] = {}
    for each in (*going, *closed):
        counts[each.row.theme] = counts.get(each.row.theme, 0) + 1
    context = {
        "as_at": now(),
        "parts": parts("escalations:list", standing),
        "mine": [each for each in going if each.mine or each.theirs],
        "others": [each for each in going if not (each.mine or each.theirs)],
        "closed": closed,
        "day": standing.day,
        "names": names_of(shown),
        "children": {each.pk: each for each in shown},
        "stages": STAGE_OF,
        "themes": THEMES,
        "outcomes": OUTCOMES,
        "counts": sorted(counts.items(), key=lambda each: -each[1]),
        "rules": STAGES,
        "unconfirmed": UNCONFIRMED,
        "handbook": HANDBOOK,
    }
    return render(request, "escalation/list.jinja", context)
