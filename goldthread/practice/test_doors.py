"""The one door: who came through it is written down, and it looks the same shut or absent."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from goldthread.practice.doors import RecordNotFound, list_records, open_record
from goldthread.record.models import ReadLog

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_opening_a_record_writes_down_who_read_it_where_and_why(account, ava):
    assert open_record(str(ava.public_id), by=account, page="child", why="duty") == ava
    read = ReadLog.objects.get()
    assert (read.account, read.child, read.what, read.page, read.why) == (
        account,
        ava,
        "record",
        "child",
        "duty",
    )


@pytest.mark.parametrize("public_id", [uuid4(), "no number", "", None, 7])
def test_what_is_absent_is_not_found(account, public_id):
    with pytest.raises(RecordNotFound):
        open_record(public_id, by=account)
    assert not ReadLog.objects.exists()


def test_absent_and_not_yours_look_the_same(account, ava):
    with pytest.raises(RecordNotFound) as absent:
        open_record(uuid4(), by=account)
    account.is_active = False
    for somebody in (account, AnonymousUser(), None):
        with pytest.raises(RecordNotFound) as shut:
            open_record(ava.public_id, by=somebody)
        assert str(shut.value) == str(absent.value)
        with pytest.raises(RecordNotFound):
            list_records([ava], by=somebody, page="waiting")
    assert issubclass(RecordNotFound, Http404)


def test_a_list_writes_down_whom_it_showed_in_one_line(account, ava, ben, django_assert_num_queries):
    with django_assert_num_queries(7):  # who reads (3), the children, the line, and the savepoint around them
        assert list_records([ben.pk, ava.pk], by=account, page="waiting") == [ben, ava]
    read = ReadLog.objects.get()
    assert (read.what, read.shown, read.rows, read.child) == ("list", [ben.pk, ava.pk], 2, None)
    assert list_records([ava], by=account, page="waiting") == [ava]
    with pytest.raises(RecordNotFound):
        list_records([0], by=account, page="waiting")
