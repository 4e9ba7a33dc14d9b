"""Published statistics kept: whole, once, and replaced by what is published later."""

import pytest
from django.db import transaction

from goldthread.exchange.published.authorities import place_named_by
from goldthread.exchange.published.conftest import REFERRALS, write
from goldthread.exchange.published.folder import read_folder
from goldthread.practice.actions import NotAllowed
from goldthread.practice.published import keep_published, standing_of_kept
from goldthread.practice.published.keeping import OlderRelease
from goldthread.record.models import (
    Account,
    AuditLine,
    InspectionJudgement,
    Neighbour,
    PublishedRelease,
    PublishedValue,
    Recommendation,
)  # fmt: skip
from goldthread.rulebook.published import published_named
from goldthread.vocabulary.faults import Fault

pytestmark = [pytest.mark.database, pytest.mark.django_db]
LATER = "\n".join(
    line.replace("2025,", "2026,", 1).replace("187,18.7", "188,18.8")
    for line in REFERRALS.splitlines()
    if not line.startswith("2024,Reporting year,National")
)


def counts():
    return [
        each.objects.count()
        for each in (PublishedValue, Neighbour, InspectionJudgement, Recommendation, PublishedRelease)
    ]


def value(year, compare=False):
    standing = standing_of_kept([published_named("re_referrals")], [place_named_by("872")], compare=compare)
    return next(
        each for each in standing.answers(place_named_by("872"), compare=compare) if each.year == year
    )


def test_a_folder_is_kept_and_answers_as_it_does_unkept(tmp_path):
    with pytest.raises(Fault, match="No published statistics were brought in yet"):
        value(2025)
    found = read_folder([write(tmp_path)])
    report = keep_published(found=found, by=None)
    assert [each.new for each in report.files] == [each.file.rows for each in report.files]
    answer = value(2025, compare=True)
    assert (answer.value, answer.numerator, answer.denominator) == (16.8, 210, 1250)
    assert answer.source.endswith("2025 (a.csv)")
    assert [said for said, _ in answer.also] == ["17"]
    assert value(2024, compare=True).beside.values == (25.0,)
    assert value(2024, compare=True).beside.england == 22.4
    assert (
        PublishedValue.objects.get(
            authority="872", period="2024", series__name="no_further_action_percent"
        ).token
        == "c"
    )
    assert AuditLine.objects.filter(action="keep_published").count() == 1

    before = counts()
    again = keep_published(found=read_folder([tmp_path]), by=None)
    assert all(each.again for each in again.files)
    assert counts() == before

    # A later release says 2024 anew and adds 2026; what it does not say stays.
    (tmp_path / "a.csv").write_text(LATER + "\n", encoding="utf-8")
    later = keep_published(found=read_folder([tmp_path]), by=None)
    assert [each.replaced for each in later.files if not each.again] == [18]
    assert (value(2024).value, value(2025).value, value(2026).value) == (18.8, 16.8, 16.8)
    assert value(2024, compare=True).beside.england == 22.4

    # An earlier one is refused, and adds only what is missing where somebody insists.
    earlier = "\n".join(line for line in REFERRALS.splitlines() if not line.startswith("2025,"))
    (tmp_path / "a.csv").write_text(earlier.replace("187,18.7", "189,18.9") + "\n", encoding="utf-8")
    with pytest.raises(OlderRelease, match="found the release of 2024"), transaction.atomic():
        keep_published(found=read_folder([tmp_path]), by=None)
    kept = keep_published(found=read_folder([tmp_path]), by=None, force=True).files[0]
    assert (kept.new, kept.left) == (0, kept.file.rows)
    assert value(2024).value == 18.8


def test_nobody_keeps_them_who_may_not_bring_in_files(tmp_path):
    worker = Account.objects.create_user("worker", password=None, role="worker")
    with pytest.raises(NotAllowed, match="whoever may bring in files"):
        keep_published(found=read_folder([write(tmp_path)]), by=worker)
    assert counts() == [0] * 5
