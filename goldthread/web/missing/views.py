"""A child is missing, comes back, and is offered an interview; what it was about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.doors import open_record, reader_of
from goldthread.practice.entries import entry_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import names_of
from goldthread.practice.recording import (
    answer_return_interview,
    hold_return_interview,
    offer_return_interview,
    report_found,
    report_missing,
    say_what_it_was_about,
)
from goldthread.practice.standing import standing_of
from goldthread.practice.together import new_together
from goldthread.record.models import Account, Associate, Child, Due, MissingEpisode, MissingPlace
from goldthread.rulebook.clocks import CLOCKS
from goldthread.web.missing.forms import (
    AboutForm,
    AnswerForm,
    FoundForm,
    HoldForm,
    OfferForm,
    PlaceForm,
    ReportForm,
)
from goldthread.web.recording.many import Many
from goldthread.web.recording.moments import joined
from goldthread.web.recording.page import At, Page, record

EARLIER = 5


def _report(*, child: Child, by: Account, also: list[Child], **said: Any) -> MissingEpisode:
    """Each child has an entry of their own, tied together."""
    together = new_together() if also else ""
    first, *_rest = [report_missing(child=each, by=by, together=together, **said) for each in (child, *also)]
    return first


def _about(
    *, missing_episode: MissingEpisode, by: Account, themes: list[str], places: list[dict[str, Any]]
) -> MissingEpisode:
    where = [
        MissingPlace(part=each["part"], place=each["place"], kind=each["kind"] or None) for each in places
    ]
    return say_what_it_was_about(missing_episode=missing_episode, by=by, themes=themes, places=where)


def _moment(*names: str) -> Any:
    """The deed's keywords of what a form says, a day and a time made one moment."""

    def keywords(said: dict[str, Any]) -> dict[str, Any]:
        for name in names:
            said[f"{name}_at"] = joined(said[f"{name}_on"], said[f"{name}_at"])
        return {"also": [], **said} if "began" in names else said

    return keywords


def _earlier(at: At) -> dict[str, Any]:
    rows = MissingEpisode.unwithdrawn.filter(child=at.child).order_by("-began_on", "-pk")
    return {"earlier": rows[:EARLIER], "times": rows.count()}


def _to_episode(at: At, result: Any) -> str:
    """The page of the time missing that it is about; of one that was taken before, the child's."""
    row = result or at.row
    if row is None:
        return reverse("child:page", args=[at.child.public_id])
    number = row.pk if isinstance(row, MissingEpisode) else row.missing_episode_id
    if number is None:
        return reverse("child:page", args=[at.child.public_id])
    return reverse("missing:episode", args=[at.child.public_id, number])


REPORT = Page(
    name="child: missing", heading="Report the child missing", form=ReportForm, deed=_report,
    done="The child is recorded as missing. Record it when they come back: then the 72 hours begin.",
    template="missing/write.jinja", values=lambda at: {"began_on": today(), "kind": "M"}, known=_earlier,
    keywords=_moment("began"), then=_to_episode,
)  # fmt: skip

FOUND = Page(
    name="child: found", heading="The child came back", form=FoundForm, deed=report_found,
    done="The child is back. Offer a return interview: it is due within 72 hours.", table="missing_episodes",
    row_as="missing_episode", template="missing/write.jinja", known=_earlier,
    keywords=_moment("ended"), then=_to_episode,
    refuses=lambda at: "It is recorded already that the child came back." if at.row.ended_on else "",
)  # fmt: skip

PLACES = Many(
    PlaceForm, "Where was the child?", "place", "Places make patterns: call one place always the same."
)

ABOUT = Page(
    name="child: what it was about", heading="What was this time missing about?", form=AboutForm, deed=_about,
    done="It is recorded what this time missing was about.", table="missing_episodes", row_as="missing_episode",
    template="missing/write.jinja", known=_earlier, then=_to_episode,
    many={"places": PLACES},
)  # fmt: skip

OFFER = Page(
    name="child: return interview offered", heading="Offer a return interview", form=OfferForm, deed=offer_return_interview,
    done="The offer is recorded.", table="missing_episodes", row_as="missing_episode", template="missing/write.jinja",
    known=_earlier, keywords=_moment("offered"), then=_to_episode,
)  # fmt: skip

ANSWER = Page(
    name="child: return interview answered", heading="Does the child want the interview?", form=AnswerForm,
    deed=answer_return_interview, done="The answer is recorded.", table="return_interviews", row_as="interview",
    template="missing/write.jinja", known=_earlier, then=_to_episode,
)  # fmt: skip

HOLD = Page(
    name="child: return interview held", heading="The return interview", form=HoldForm, deed=hold_return_interview,
    done="The interview is recorded, in the child's words.", table="return_interviews", row_as="interview",
    template="missing/write.jinja", known=_earlier, keywords=_moment("held"), then=_to_episode,
    refuses=lambda at: "It is recorded already that this interview was held." if at.row.held_on else "",
)  # fmt: skip


def report(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Report a child missing, and brothers and sisters who went too."""
    return record(request, public_id, page=REPORT)


def found(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that a missing child came back."""
    return record(request, public_id, page=FOUND, number=number)


def about(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Say what a time missing was about, and where the child was."""
    return record(request, public_id, page=ABOUT, number=number)


def offer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record that a return interview was offered."""
    return record(request, public_id, page=OFFER, number=number)


def answer(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record whether the child wants the interview."""
    return record(request, public_id, page=ANSWER, number=number)


def hold(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Record a return interview that was held."""
    return record(request, public_id, page=HOLD, number=number)


def episode(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One time missing: what is known, the 72 hours, the interview, what it was about, and with whom."""
    reader = standing_of(reader_of(request.user))
    child = open_record(public_id, by=reader, page="child: time missing")
    knowing = on_screen(child, by=reader)
    row = entry_of(child, "missing_episodes", number, knowing)
    people = Associate.unwithdrawn.filter(child=child, missing_episode=row, let_go_on=None).order_by("pk")
    dues = Due.objects.filter(child=child, start_table="missing_episodes", start_row=row.pk).order_by(
        "due_day", "clock"
    )
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "row": row,
        "knowing": knowing,
        "themes": row.missing_themes.filter(withdrawn_at=None).order_by("pk"),
        "places": row.missing_places.filter(withdrawn_at=None).order_by("pk"),
        "interviews": row.return_interviews.filter(withdrawn_at=None).order_by("offered_on", "pk"),
        "people": [each for each in people if knowing.tells_row(each)],
        "dues": [(CLOCKS[each.clock].what, each.due_at, each.due_on, _late(each)) for each in dues],
        "records": bool(may_record(reader, [child.pk])),
        **_earlier(At(child, reader_of(request.user), reader, row, knowing)),
    }
    return render(request, "missing/episode.jinja", context)


def _late(due: Due) -> bool:
    return due.due_at < now() if due.due_at else due.due_on < today()
