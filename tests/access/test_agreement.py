"""The product and a separately written oracle agree on who may see whom; lists and single answers agree with each other."""

import os

import pytest
import time_machine
from django.db import transaction

from goldthread.practice.access import may_list, may_record, not_hidden, seen_by
from goldthread.practice.opening import allows
from goldthread.practice.roles import ROLES, role_of
from goldthread.practice.standing import standing_of
from goldthread.record.accounts import ROLE_WORDS
from goldthread.record.models import Account, Child

from . import oracle
from .worlds import NOW, a_world

ASKED = ("list", "open", "record", "give a reason")
CASES = 20_000 if os.environ.get("GOLDTHREAD_TEST_ALL") == "1" else 1_000


class Undone(Exception):
    """Ends a world, so that the next begins empty."""


@pytest.mark.database
@pytest.mark.django_db
def test_the_product_agrees_with_the_oracle(settings):
    settings.NOW = NOW
    tried, allowed, seed = 0, dict.fromkeys((*ASKED, "as nobody's yet"), 0), 0
    with time_machine.travel(NOW, tick=False):
        while tried < CASES:
            seed += 1
            try:
                with transaction.atomic():
                    tried += _one_world(seed, allowed)
                    raise Undone
            except Undone:
                pass
    assert tried >= CASES
    assert allowed.pop("as nobody's yet") > tried / 1_000
    assert min(allowed.values()) > tried / 20, f"the worlds are too poor: {allowed} of {tried}"


def _one_world(seed: int, allowed: dict[str, int]) -> int:
    world = a_world(seed)
    children = list(Child.objects.order_by("pk"))
    for row in world.accounts:
        account = Account.objects.get(pk=row["id"])
        standing = standing_of(account)
        in_lists = set(may_list(standing).values_list("pk", flat=True))
        writable = may_record(standing, [child.pk for child in children])
        known = set(not_hidden(standing).values_list("pk", flat=True))
        for child in children:
            seen = seen_by(standing, child.public_id)
            found = {name: allows(name, seen) for name in ASKED}
            expected = oracle.decide(world, row, child.pk)
            assert found == expected, f"world {seed}, {row}, child {child.pk}"
            assert (child.pk in in_lists) == expected["list"], f"world {seed}, {row}, child {child.pk}"
            assert (child.pk in writable) == expected["record"], f"world {seed}, {row}, child {child.pk}"
            assert not expected["list"] or child.pk in known
            for name, yes in expected.items():
                allowed[name] += yes
            waits = row["role"] == "team-manager" and oracle.waits_for_somebody(world, child.pk)
            allowed["as nobody's yet"] += waits and expected["list"]
    return len(children) * len(world.accounts)


def test_every_role_is_one_that_an_account_may_have_and_says_what_it_is():
    assert set(ROLES) == set(ROLE_WORDS.removeprefix("words:").split())
    for role in ROLES.values():
        assert role.name
        assert role.sentence.endswith(".")
        assert role.may_do
    assert not role_of("made-up-role").sees_children
    never = {code for code, role in ROLES.items() if not role.sees_children}
    assert never == oracle.NEVER - {"", "made-up-role"}
