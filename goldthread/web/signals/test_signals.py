"""Explaining what stands still, and the gaps in files: who said what, until when it holds, and where a gap is filled."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from goldthread.practice.due.signals import rebuild_signals
from goldthread.practice.explaining import explain_drift, explanations_of, unexplained
from goldthread.record.models import Account, Action, Child, DriftExplained, Plan, Signal
from goldthread.rulebook.completeness import COMPLETENESS, FILLS
from goldthread.rulebook.drift import EXPLAINED_WEEKS, SIGNALS
from goldthread.web.signals.acting import FILLS as PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "Her mother was in hospital; the group meets on Thursday."
NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def ava(settings, client):
    settings.NOW = NOW
    account = Account.objects.create(username="director", role="director")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    child = Child.objects.create(given_name="Ava", family_name="Testcase", born_on=date(2017, 5, 1))
    plan = Plan.objects.create(child=child, kind="child-in-need", began_on=date(2025, 11, 3))
    Action.objects.create(child=child, plan=plan, words="See her alone.", agreed_on=date(2025, 11, 3))
    rebuild_signals([child.pk])
    return child


def hidden_of(form):
    """What the form carries beside what is asked."""
    found = re.findall(
        r'<input type="hidden" name="(opened|form_number)" value="([^"]*)"', form.content.decode()
    )
    return {name: unescape(value) for name, value in found}


def test_an_explanation_holds_for_some_weeks_and_is_then_asked_for_again(client, ava, settings):
    page = reverse("signals:explain", args=[ava.public_id, "no_action_done"])
    form = client.get(page)
    assert "act on it" in form.content.decode()
    assert client.post(page, {"words": WHY, **hidden_of(form)}).status_code == 302
    said = DriftExplained.objects.get(child=ava)
    assert (said.words, said.name) == (WHY, "no_action_done")
    standing = Signal.objects.filter(child=ava, name="no_action_done")
    assert not unexplained(standing).exists()
    assert WHY in unescape(client.get(reverse("signals:drifting")).content.decode())
    settings.NOW = NOW + timedelta(weeks=EXPLAINED_WEEKS, days=1)
    assert unexplained(standing).exists()
    assert explanations_of([ava.pk])[ava.pk, "no_action_done"][1] is False
    assert "too old" in client.get(reverse("signals:drifting")).content.decode()
    again = explain_drift(child=ava, by=Account.objects.get(), name="no_action_done", words=WHY)
    assert list(DriftExplained.objects.filter(ended_at=None)) == [again]


def test_what_does_not_stand_is_not_explained(client, ava):
    assert client.get(reverse("signals:explain", args=[ava.public_id, "repeat_plan"])).status_code == 403
    assert client.get(reverse("signals:explain", args=[ava.public_id, "nothing"])).status_code == 404


def test_a_gap_is_listed_opens_where_it_is_filled_and_goes_when_it_is(client, ava):
    text = client.get(reverse("signals:gaps") + "?rule=file_first_language").content.decode()
    assert "Ava Testcase" in text
    assert (
        reverse("child:describe", args=[ava.public_id])
        in client.get(reverse("child:page", args=[ava.public_id])).content.decode()
    )
    page = reverse("child:describe", args=[ava.public_id])
    form = client.get(page)
    sent = {"ethnicity": "WBRI", "first_language": "Polish", "disabled": "no", **hidden_of(form)}
    assert client.post(page, sent).status_code == 302
    left = set(Signal.objects.filter(child=ava, kind="gap").values_list("name", flat=True))
    assert not left & {"file_first_language", "file_ethnicity", "file_disability"}
    assert "file_parent" in left


def test_every_gap_can_be_filled_somewhere_and_every_rule_has_its_source():
    assert {rule.fill for rule in COMPLETENESS.values()} <= PAGES.keys() | {"entry"} == FILLS.keys()
    assert not COMPLETENESS.keys() & SIGNALS.keys()
    for rule in COMPLETENESS.values():
        assert rule.source.title
        assert rule.source.paragraph
        assert rule.finding
