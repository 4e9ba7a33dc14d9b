"""A team with a manager, two workers and three children, for the tests of this folder."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.record.models import Account, Allocation, Child, Post, Team, Worker

ON = date(2026, 3, 12)


def before(days: int) -> date:
    return ON - timedelta(days=days)


@pytest.fixture
def world(db, settings, monkeypatch):
    """By name: rina (manager), sam and tom (workers), olu (service manager), eve (elsewhere); the children ava, ben and cal."""
    settings.NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
    service = Team.objects.create(name="Service", kind="other")
    team = Team.objects.create(name="Long-term 2", kind="long-term", within=service)
    other = Team.objects.create(name="Elsewhere", kind="long-term")
    found = {"team": team}
    for name, role, where, manages in (
        ("rina", "team-manager", team, True),
        ("sam", "social-worker", team, False),
        ("tom", "social-worker", team, False),
        ("olu", "service-manager", service, True),
        ("eve", "team-manager", other, True),
    ):
        worker = Worker.objects.create(given_name=name.capitalize(), family_name="Shah")
        Post.objects.create(
            worker=worker, team=where, role="5" if not manages else "3", manages=manages, began_on=before(400)
        )
        found[name] = Account.objects.create(username=name, worker=worker, role=role)
    for name in ("ava", "ben", "cal"):
        child = Child.objects.create(
            given_name=name.capitalize(), family_name="Finch", born_on=date(2015, 5, 4)
        )
        Allocation.objects.create(
            child=child, worker=found["sam"].worker, team=team, role="social-worker", began_on=before(100)
        )
        found[name] = child
    return found
