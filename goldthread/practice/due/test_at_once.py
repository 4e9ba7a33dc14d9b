"""Two people record about one child at once: what is due afterwards knows of both. SQLite lets only one write at a time."""

from __future__ import annotations

import threading
import time
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from goldthread.practice import actions
from goldthread.practice.due import cache, rebuild
from goldthread.practice.recording.plans import begin_plan
from goldthread.practice.recording.visits import visit_child
from goldthread.record.models import Account, Child, Due

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


def held(child):
    return sorted(Due.objects.filter(child=child).values_list("clock", "link", "due_on", "state"))


def test_two_visits_written_at_once_both_count(settings, monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one write at a time; ./run test runs this on PostgreSQL")
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    by = Account.objects.create_user("rshah", password="not for signing in", role="director")
    child = Child.objects.create(born_on=date(2019, 6, 3))
    begin_plan(child=child, by=by, kind="child-protection", began_on=date(2026, 2, 2), category="NEG")

    both_have_written = threading.Barrier(2, timeout=20)
    monkeypatch.setattr(actions, "after_write", [lambda *_: both_have_written.wait(), *actions.after_write])
    works_out = cache._of_few

    def slowly(*asked):
        found = works_out(*asked)
        time.sleep(0.3)  # long enough for the other to read too, if nothing kept it waiting
        return found

    monkeypatch.setattr(cache, "_of_few", slowly)
    wrong: list[Exception] = []

    def visit(day: int) -> None:
        try:
            visit_child(
                child=child,
                by=by,
                purpose="child-protection",
                held_on=date(2026, 2, day),
                seen="yes",
                seen_alone="yes",
            )
        except Exception as failed:  # in a thread, pytest would not see it
            wrong.append(failed)
        finally:
            connection.close()

    threads = [threading.Thread(target=visit, args=[day]) for day in (12, 24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert wrong == []
    left = held(child)
    rebuild([child.pk])
    assert held(child) == left
