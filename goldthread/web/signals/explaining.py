"""Explaining why something stands still for a child, beside what moves it and what escalates it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from goldthread.practice.drifting import limit_words, moved_words
from goldthread.practice.explaining import explain_drift
from goldthread.practice.local_rules import rules_here
from goldthread.record.models import DriftExplained, Signal
from goldthread.rulebook.drift import EXPLAINED, EXPLAINED_WEEKS, SIGNALS
from goldthread.web.access.forms import WhyField
from goldthread.web.recording.page import At, Page, RecordForm, record
from goldthread.web.signals.acting import act_address, escalate_address


class ExplainForm(RecordForm):
    """Why nothing moved, and what is done about it."""

    words = WhyField("Why does it stand still, and what is done about it?", "The child may one day read it.")


def explain(request: HttpRequest, public_id: UUID, name: str) -> HttpResponse:
    """Explain one signal of one child."""
    signal = SIGNALS.get(name)
    if signal is None:
        raise Http404("There is no signal of that name.")
    rules = rules_here()
    limit = limit_words(signal, rules)

    def known(at: At) -> dict[str, Any]:
        standing = Signal.objects.filter(child=at.child, kind="drift", name=name).order_by("on").first()
        said = (
            DriftExplained.objects.filter(child=at.child, name=name)
            .select_related("by__worker")
            .order_by("-pk")
        )
        return {
            "signal": signal,
            "rule": f"{signal.rule}: {limit}" if limit else signal.rule,
            "stands": standing,
            "moved": moved_words(standing.moved) if standing is not None else "",
            "said": list(said[:10]),
            "weeks": rules.number(EXPLAINED.name, EXPLAINED_WEEKS),
            "act": act_address(at.child, standing) if standing is not None else "",
            "escalate": escalate_address(at.child),
        }

    page = Page(
        name="child: explain drift", heading=f"Explain: {signal.what[0].lower()}{signal.what[1:]}", form=ExplainForm,
        deed=explain_drift, done="It is explained. The signal stands until something moves.", template="signals/explain.jinja",
        known=known, keywords=lambda said: {**said, "name": name},
        then=lambda at, _said: reverse("child:page", args=[at.child.public_id]) + "#drifting",
        refuses=lambda at: "" if Signal.objects.filter(child=at.child, kind="drift", name=name).exists()
        else "This signal does not stand for the child: something moved.",
    )  # fmt: skip
    return record(request, public_id, page=page)
