"""A sister who joins a discussion, and a conference that is adjourned: what the pages ask and whom they let."""

from datetime import date

import pytest

from goldthread.record.models import Conference, Enquiry, StrategyDiscussion
from goldthread.web.protection.conftest import day

pytestmark = pytest.mark.django_db


def test_a_sister_joins_a_discussion_and_a_conference_is_adjourned(site, family, worker, chair):
    ava, ben = family
    site.sign_in(worker)
    row = StrategyDiscussion.objects.create(child=ava, concern="A broken door.", concern_on=date(2026, 3, 2))
    assert (
        "It was about a brother or sister too" in site.open("protection:discussion", ava.public_id, row.pk)[1]
    )
    page = site.send(
        "protection:join",
        ava.public_id,
        row.pk,
        sibling=str(ben.pk),
        concern="He hid in the cupboard.",
        **day("concern_on"),
    )
    assert "He hid in the cupboard." in page
    assert "Ava Finch" in page
    assert site.open("protection:join", ava.public_id, row.pk)[0] == 403  # everybody is in it

    Enquiry.objects.create(child=ava, began_on=date(2026, 2, 20), conference_required=True)
    called = Conference.objects.create(
        child=ava, kind="initial", called_for_on=date(2026, 3, 2), chaired_by=chair.worker
    )
    assert site.open("protection:adjourn", ava.public_id, called.pk)[0] == 403
    site.sign_in(chair)
    page = site.send(
        "protection:adjourn", ava.public_id, called.pk, because="No interpreter came.", must_come="An interpreter",
        **day("adjourned_on"), **day("called_for_on", day="6"),
    )  # fmt: skip
    assert "Fri 6 Mar" in page
    assert "Who must come next" in page
    assert "Initial conference, adjourned" in site.open("conferences:list")[1]
