"""What makes a deed: keywords, an account, one transaction, one audit line."""

from datetime import date

import pytest
import structlog
from django.contrib.auth.models import AnonymousUser

from goldthread.practice import actions
from goldthread.practice.actions import NotAllowed, action, add, change
from goldthread.practice.recording import hold_review, visit_child
from goldthread.record.models import Account, AuditLine, Child, Review, Visit

MON = date(2026, 3, 2)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _forget_the_deeds_of_a_test(monkeypatch):
    monkeypatch.setattr(actions, "ACTIONS", dict(actions.ACTIONS))


def test_a_deed_takes_keywords_only_and_by():
    with pytest.raises(TypeError, match="no deed"):

        @action
        def with_positions(child, *, by): ...

    with pytest.raises(TypeError, match="no deed"):

        @action
        def by_nobody(*, child): ...


def test_it_needs_an_active_account(account, ava, written):
    account.is_active = False
    for somebody in (account, None, AnonymousUser(), "maya"):
        with pytest.raises(NotAllowed, match="hold_review needs an active account"):
            hold_review(child=ava, by=somebody, held_on=MON)
    assert not Review.objects.exists()
    assert written == []


def test_a_command_may_do_what_says_so(ava, written):
    @action
    def tidy(*, by: Account | None) -> Child:
        """Tidy."""
        return change(ava, gender="girl")

    tidy(by=None)
    line = AuditLine.objects.get()
    assert (line.by, line.child, line.summary) == (None, ava, "Tidy.")


def test_the_audit_line_says_what_was_and_what_is(account, ava, written):
    @action
    def rename(*, child: Child, by: Account, family_name: str) -> Child:
        """Rename."""
        return change(child, family_name=family_name, given_name=child.given_name)

    with structlog.contextvars.bound_contextvars(request_id="abc123"):
        rename(child=ava, by=account, family_name="Lark")
    line = AuditLine.objects.get()
    place = f"children:{ava.pk}"
    assert (line.before, line.after) == ({place: {"family_name": "Finch"}}, {place: {"family_name": "Lark"}})
    assert (line.subject_table, line.subject_row, line.request_id) == ("children", ava.pk, "abc123")
    assert ava.history.latest().history_user == account
    assert written == [(frozenset({ava.pk}), frozenset({"children"}))]


def test_what_does_not_differ_is_not_written(account, ava, written):
    @action
    def rename(*, child: Child, by: Account) -> Child:
        """Rename."""
        return change(child, family_name="Finch")

    before = ava.history.count()
    rename(child=ava, by=account)
    assert ava.history.count() == before
    assert AuditLine.objects.count() == 1


def test_a_deed_within_a_deed_is_one_deed(account, ava, written):
    @action
    def review_and_visit(*, child: Child, by: Account) -> None:
        """Review and visit."""
        hold_review(child=child, by=by, held_on=MON)
        visit_child(child=child, by=by, purpose="in-care", seen="yes", held_on=MON)

    review_and_visit(child=ava, by=account)
    assert AuditLine.objects.get().action == "review_and_visit"
    assert [tables for _, tables in written] == [{"reviews", "visits"}]


def test_all_is_undone_where_what_is_due_cannot_be_worked_out(account, ava, monkeypatch):
    def fail(children, tables):
        raise RuntimeError("no calendar")

    monkeypatch.setattr(actions, "after_write", [fail])
    with pytest.raises(RuntimeError, match="no calendar"):
        visit_child(child=ava, by=account, purpose="other", seen="yes", held_on=MON)
    assert not Visit.objects.exists()
    assert not AuditLine.objects.exists()


def test_nothing_is_written_outside_a_deed(ava):
    with pytest.raises(TypeError, match="written by deeds"):
        add(Review(child=ava, held_on=MON))
