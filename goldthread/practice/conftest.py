"""An account and a child that tests of practice begin from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from goldthread.practice.doors import list_records, open_record
from goldthread.practice.recording import hold_review
from goldthread.practice.sealing import seal_logs
from goldthread.record.models import Account, Child, Post, ReadLog, Worker


@pytest.fixture
def account(db: Any) -> Account:
    """Somebody signed in who is a worker in post, and answers for every child."""
    worker = Worker.objects.create(given_name="Maya", family_name="Okafor")
    Post.objects.create(worker=worker)
    return Account.objects.create(username="maya", worker=worker, role="director")


@pytest.fixture
def ava(db: Any) -> Child:
    """A child of whom nothing else is recorded."""
    return Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2015, 5, 4))


@pytest.fixture
def ben(db: Any) -> Child:
    """Another."""
    return Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2018, 9, 1))


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[tuple[frozenset[int], frozenset[str]]]:
    """What the deeds of a test, done in November 2026, say that they touched. Nothing due is worked out."""
    settings.NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    seen: list[tuple[frozenset[int], frozenset[str]]] = []
    monkeypatch.setattr(
        "goldthread.practice.actions.after_write", [lambda children, tables: seen.append((children, tables))]
    )
    return seen


@pytest.fixture
def reads(account: Account, ava: Child, ben: Child, written: Any) -> list[ReadLog]:
    """Six reads and one deed, sealed: two seals."""
    for child in (ava, ben, ava, ben, ava):
        open_record(child.public_id, by=account, page="child", why="on duty")
    list_records([ava, ben], by=account, page="waiting")
    hold_review(child=ava, by=account, held_on=date(2026, 3, 2))
    assert seal_logs(settle=timedelta(0)) == 7
    return list(ReadLog.objects.order_by("pk"))
