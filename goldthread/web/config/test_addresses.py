"""An address for each route, with a family that never was in those that name a child."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from goldthread.practice.due import rebuild
from goldthread.record.models import (
    Allocation,
    Child,
    Due,
    Identifier,
    Post,
    Referral,
    Relationship,
    Team,
    Worker,
)
from goldthread.web.config.routes import ROUTES
from goldthread.web.config.test_routes import everything

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DESK = ("desk:account", "desk:role", "desk:worker", "desk:move", "desk:leave", "desk:back", "desk:link")
GIVEN, FAMILY, NUMBER = "Zephyrine", "Quillfeather", "OAK-778812"


def a_family(given: str, family: str) -> Child:
    team = Team.objects.create(name="Long-term 2", kind="long-term")
    worker = Worker.objects.create(given_name="Jo", family_name="Osei", registration="SW1")
    Post.objects.create(worker=worker, team=team, role="5")
    child, sibling = (
        Child.objects.create(given_name=name, family_name=family, born_on=date(2017, 5, 1))
        for name in (given, "Sib")
    )
    Identifier.objects.create(child=child, scheme="la_child_id", value=NUMBER)
    Relationship.objects.create(child=child, other_child=sibling, kind="sibling")
    Allocation.objects.create(
        child=child, worker=worker, team=team, began_on=date(2026, 2, 2), role="social-worker"
    )
    Referral.objects.create(child=child, received_on=date(2026, 2, 26))
    rebuild()
    return child


def addresses_of(child: Child) -> dict[str, str]:
    """An address for every route, with this child in those that name one."""
    due = Due.objects.filter(child=child).first()
    given = {
        "waiting:feed": ["not-a-token"],
        "waiting:say": [child.public_id, due.clock, due.start_row, due.link],
        "waiting:end_note": [1],
        "signals:explain": [child.public_id, "no_action_done"],
        "letters:write": [child.public_id, "closing"],
        "plan:add": [child.public_id, 1, "goal"],
        "plan:part": [child.public_id, "actions", 1, "progress"],
        "recording:entry": [child.public_id, "referrals", 1],
        "recording:put_right": [child.public_id, "referrals", 1],
        "recording:take_back": [child.public_id, "referrals", 1],
        "file:add_entry": [child.public_id, "referrals", 1, "received_on"],
        "danger:review": [child.public_id, "warning", 1],
        "sealed:link": [1],
        **{
            name: [uuid4()]
            for name in ROUTES
            if name.startswith("subject_access:") and name != "subject_access:list"
        },
        **{f"subject_access:{name}": [uuid4(), 1] for name in ("decide", "accept", "download")},
        **{name: [1] for name in DESK},
        "account_set_up": ["1-not-a-token"],
        "duty:page": [due.clock],
        "duty:set_choice": ["return_interview_done"],
        "letter_words:set": ["closing"],
        "signals:check": ["strategy_quorum"],
        "handovers:behind": [0, "2025-12-31"],
        **{f"homes:{name}": [of] for name, of in (("waiting", "decisions-to-sign-off"), ("figure", "late"))},
        "duty:end_standard": [1],
        "measures:page": ["referrals"],
        **{f"figures:{name}": ["referrals"] for name in ("measure", "comment", "target", "limits", "plan")},
        "figures:take_back": ["referrals", 1],
        "figures:published": ["001"],
        "api:measure": ["referrals"],
        "api:figures": ["referrals"],
        "tokens:take_back": [1],
        "figure_files:svg": ["referrals"],
        "figure_files:png": ["referrals"],
        **{name: [uuid4()] for name in ("imports:job", "what_if:answer", "what_if:stop")},
        "inspections:history": ["872"],
        "inspections:others": ["872", "plans"],
        **{f"improving:{page}": [uuid4()] for page in ("page", "agree", "measure", "say", "close", "again")},
        "improving:act": [uuid4(), 1, "done"],
        "imports:report": [1],
        "imports:rejections": [1],
        "carers:household": [uuid4()],
        "workforce:worker": [Worker.objects.first().pk],
        **{f"mfa_{name}_webauthn": [1] for name in ("edit", "remove")},
    }
    council = ("openid_connect_", "socialaccount_")
    # what the others name is found by its name
    child_and_row = {
        "public_id": child.public_id,
        **dict.fromkeys(("session", "personal"), uuid4()),
        **dict.fromkeys(("number", "check"), 1),
        "section": "health",
        "part": "why",
        "post": "director",
    }
    named = {
        name: {each: child_and_row[each] for each in pattern.pattern.converters if each in child_and_row}
        for name, pattern in everything()
        if name not in given
    }
    return {
        name: reverse(name, args=given.get(name), kwargs=named.get(name))
        for name, _ in everything()
        if not name.startswith(council)
    }


@pytest.mark.once
def test_each_route_has_an_address_but_those_at_the_council():
    council = ("openid_connect_", "socialaccount_")
    assert {*addresses_of(a_family(GIVEN, FAMILY))} == {
        name for name in ROUTES if not name.startswith(council)
    }
