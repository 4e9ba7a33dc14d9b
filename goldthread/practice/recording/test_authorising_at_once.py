"""A manager authorises while the writer saves: one of the two wins, and never both. With real threads, on both databases."""

from __future__ import annotations

import threading
import time
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from goldthread.practice import recording as do
from goldthread.practice.assessing import digest_of
from goldthread.practice.recording import assessments as deeds
from goldthread.record.models import Account, Assessment, AssessmentSection, Child
from goldthread.vocabulary.sections import sections_for

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
TODAY = date(2026, 3, 2)
ROUNDS = 6


@pytest.fixture
def shared_by_threads(tmp_path, monkeypatch):
    """What is written before the threads begin, where each has a connection of its own: for SQLite, in a file."""

    def share() -> None:
        if connection.vendor == "sqlite":
            place = str(tmp_path / "shared.sqlite3")
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [place])
            monkeypatch.setitem(connections.settings["default"], "NAME", place)

    return share


def in_a_thread(what, at_once, said):
    def run():
        try:
            at_once.wait(20)
            what()
            said.append("done")
        except ValidationError as fault:
            said.append(" ".join(fault.messages))
        except Exception as fault:  # in a thread, pytest would not see it
            said.append(repr(fault))
        finally:
            connection.close()

    return threading.Thread(target=run)


def test_an_approval_and_an_edit_at_once_never_both_win(settings, monkeypatch, shared_by_threads):
    settings.NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
    writer, manager = (
        Account.objects.create(username=name, role="director") for name in ("writer", "manager")
    )
    child = Child.objects.create(given_name="Ava", born_on=date(2019, 6, 3))
    written, reads = [], []
    for _ in range(ROUNDS):
        assessment = do.begin_assessment(child=child, by=writer, requested_on=TODAY)
        for each in sections_for(pre_birth=False):
            AssessmentSection.objects.create(
                child=child, assessment=assessment, section=each.word, words="Before."
            )
        do.ask_authorisation(assessment=assessment, by=writer)
        written.append(assessment)
        reads.append(digest_of(assessment))
    shared_by_threads()

    def slowly(assessment):
        found = digest_of(assessment)
        time.sleep(0.05)  # long enough for the other to write, if nothing kept it waiting
        return found

    monkeypatch.setattr(deeds, "digest_of", slowly)
    ended = []
    for number, (assessment, read) in enumerate(zip(written, reads, strict=True)):
        at_once, approved, edited = threading.Barrier(2), [], []

        def approve(key=assessment.pk, read=read, wait=0.03 * (number % 3)):
            time.sleep(wait)
            mine = Assessment.objects.get(pk=key)
            do.authorise_assessment(assessment=mine, by=manager, authorised_on=TODAY, read=read)

        def edit(key=assessment.pk):
            time.sleep(0.02)
            mine = Assessment.objects.get(pk=key)
            do.write_section(assessment=mine, by=writer, section="health", words="After.")

        threads = [in_a_thread(approve, at_once, approved), in_a_thread(edit, at_once, edited)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted([approved == ["done"], edited == ["done"]]) == [False, True], (approved, edited)
        refused = approved[0] if edited == ["done"] else edited[0]
        assert "changed meanwhile" in refused or "This assessment was authorised" in refused
        ended.append((approved == ["done"], assessment.pk))

    stands: list[tuple[bool, str]] = []

    def look():
        for _won, key in ended:
            row = Assessment.objects.get(pk=key)
            health = row.assessment_sections.get(section="health").words
            stands.append((row.authorised_on == TODAY, health))
        connection.close()

    looking = threading.Thread(target=look)
    looking.start()
    looking.join(20)
    assert stands == [(won, "Before." if won else "After.") for won, _key in ended]
