"""An export asks for a fresh proof of who sits there; an old one, another session's or a used one is none."""

from __future__ import annotations

from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from goldthread.record.models import ReadLog
from goldthread.web.accounts.conftest import PASSWORD
from goldthread.web.config.routes import ROUTES

pytestmark = [pytest.mark.django_db, pytest.mark.database]
EXPORT = "/waiting/list.csv"
AT = "2026-03-02T09:00:00Z"


def opens(client) -> bool:
    return client.get(EXPORT).status_code == 200


def test_a_fresh_sign_in_is_a_proof_that_ages(client, maya, strict):
    maya.with_an_app()
    with time_machine.travel(AT) as clock:
        maya.signs_in(client)
        assert opens(client)
        clock.shift(14 * 60)
        assert opens(client)
        clock.shift(2 * 60)
        answer = client.get(EXPORT)
        assert answer["Location"].startswith("/accounts/confirm/?next=%2Fwaiting%2Flist.csv")
        assert client.get("/waiting/").status_code == 200  # the rest stays open
        answer = client.post(answer["Location"], {"password": PASSWORD})
        assert answer["Location"] == EXPORT
        assert opens(client)


@pytest.mark.once
def test_a_proof_cannot_be_replayed(client, maya, strict):
    maya.with_an_app()
    with time_machine.travel(AT) as clock:
        maya.signs_in(client)
        clock.shift(16 * 60)
        confirm = "/accounts/second-factor/reauthenticate/"
        code = maya.code
        client.post(confirm, {"code": code})
        assert opens(client)
        clock.shift(16 * 60)
        client.post(confirm, {"code": code})  # the old code
        assert not opens(client)
        elsewhere = Client()  # a proof of one session is none of another
        elsewhere.force_login(maya.account)
        assert client.post(confirm, {"code": maya.code}).status_code == 302
        assert opens(client)
        assert elsewhere.get("/waiting/").status_code == 200
        assert not opens(elsewhere)


def test_signing_out_takes_the_proof_along(client, maya, strict):
    maya.with_an_app()
    maya.signs_in(client)
    assert opens(client)
    client.post("/accounts/sign-out/")
    client.force_login(maya.account)
    assert not opens(client)


def test_what_is_refused_reads_nothing(client, maya, strict):
    maya.with_an_app()
    client.force_login(maya.account)
    assert not opens(client)
    assert not ReadLog.objects.exists()


def test_a_demonstration_exports_without(client, maya):
    client.force_login(maya.account)
    assert opens(client)


@pytest.mark.once
def test_every_route_that_says_so_asks(client, maya, strict):
    maya.with_an_app()
    client.force_login(maya.account)
    addresses = {
        "waiting:csv": EXPORT,
        "carers:csv": "/carers/csv",
        "imports:rejections": "/import/1/rejections.csv",
        "plan:family_pdf": reverse("plan:family_pdf", args=[uuid4(), 1]),
        "letters:pdf": reverse("letters:pdf", args=[uuid4(), 1]),
        "seen:csv": reverse("seen:csv", args=[uuid4()]),
        "supervision:not_overseen_csv": "/supervision/not-overseen/download/",
        "kept:erase": reverse("kept:erase", args=[uuid4()]),
        "retention:erase_household": reverse("retention:erase_household", args=[uuid4()]),
        "subject_access:make": reverse("subject_access:make", args=[uuid4()]),
        "subject_access:download": reverse("subject_access:download", args=[uuid4(), 1]),
        "opening:glass": reverse("opening:glass", args=[uuid4()]),
        "opening:restricted": reverse("opening:restricted", args=[uuid4()]),
        "danger:give_identity": reverse("danger:give_identity", args=[uuid4()]),
        "sealed:list": "/sealed/",
        "sealed:link": "/sealed/1/",
        **{
            f"figure_files:{kind}": f"/figures/files/figures.{kind}"
            for kind in ("csv", "xlsx", "pdf", "svg", "png")
        },
        "tokens:make": "/tokens/make/",
        "tokens:take_back": "/tokens/1/take-back/",
    }
    desk = ("desk:role", "desk:worker", "desk:move", "desk:leave", "desk:back", "desk:link")
    addresses |= {"desk:add": reverse("desk:add"), **{name: reverse(name, args=[1]) for name in desk}}
    posted = ("desk:back", "desk:link")
    assert set(addresses) == {name for name, route in ROUTES.items() if route.step_up}
    for name, address in addresses.items():
        answer = client.post(address) if name in posted else client.get(address)
        assert answer["Location"].startswith("/accounts/confirm/"), name
