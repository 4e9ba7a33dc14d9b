"""The pages of the file: notes, the chronology, and documents that go out through the door."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from goldthread.practice.recording import write_note
from goldthread.record.models import (
    Account,
    CaseNote,
    Child,
    ChronologyEntry,
    Document,
    Post,
    ReadLog,
    Referral,
    Relationship,
    Worker,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MON = date(2026, 3, 2)
DAY = {"day": "2", "month": "3", "year": "2026"}


@pytest.fixture(autouse=True)
def stand_still(settings, tmp_path):
    settings.NOW = datetime(2026, 3, 2, 17, 14, tzinfo=UTC)
    settings.HOME = tmp_path


@pytest.fixture
def dee(client):
    worker = Worker.objects.create(given_name="Dee", family_name="Rook")
    Post.objects.create(worker=worker)
    account = Account.objects.create_user(
        "dee", role="director", first_name="Dee", last_name="Rook", worker=worker
    )
    client.force_login(account)
    return account


@pytest.fixture
def ava():
    return Child.objects.create(given_name="Ava", family_name="Finch", born_on=date(2016, 6, 3))


@pytest.fixture
def ben(ava):
    child = Child.objects.create(given_name="Ben", family_name="Finch", born_on=date(2018, 6, 3))
    Relationship.objects.create(child=ava, other_child=child, kind="sibling")
    return child


def on(name: str) -> dict[str, str]:
    return {f"{name}_{part}": value for part, value in DAY.items()}


def hidden(page: str) -> dict[str, str]:
    form = page[page.index("data-draft=") :]
    return {
        name: unescape(said) for name, said in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    }


@pytest.mark.once
def test_a_note_is_written_once_for_both_with_a_part_of_each(client, dee, ava, ben):
    address = reverse("file:note", args=[ava.public_id])
    his = f"with_{ben.public_id.hex}_"
    form = {
        "kind": "telephone", "about": "School rang", "words": "Both came late.", "by_worker": dee.worker_id,
        f"{his}here": "on", **on("happened_on"),
    }  # fmt: skip
    answer = client.post(address, form)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Write what of it is Ben's alone" in page
    assert "Write what of it is Ava's alone" in page
    client.post(address, {**form, f"{his}part": "Ben had no coat.", "for_this_child": "Ava was tired."})
    assert [(each.child, each.for_this_child) for each in CaseNote.objects.order_by("pk")] == [
        (ava, "Ava was tired."),
        (ben, "Ben had no coat."),
    ]


def test_a_note_is_put_right_by_a_further_one(client, dee, ava):
    (note,) = write_note(
        child=ava, by=dee, kind="telephone", about="School rang", words="Ava came late.", happened_on=MON
    )
    entry = client.get(
        reverse("recording:entry", args=[ava.public_id, "case_notes", note.pk])
    ).content.decode()
    address = reverse("file:further", args=[ava.public_id, note.pk])
    assert address in entry
    put_right = reverse("recording:put_right", args=[ava.public_id, "case_notes", note.pk])
    assert put_right not in entry
    assert client.get(put_right).status_code == 403
    page = client.get(address).content.decode()
    assert "Ava came late." in page
    said = {"kind": "telephone", "about": "School rang", "words": "It was Ben.", "by_worker": dee.worker_id}
    client.post(address, {**hidden(page), **said, **on("happened_on")})
    assert CaseNote.objects.get(corrects=note).words == "It was Ben."


@pytest.mark.once
def test_an_entry_is_chosen_for_the_chronology_with_why(client, dee, ava):
    referral = Referral.objects.create(child=ava, received_on=MON)
    address = reverse("file:add_entry", args=[ava.public_id, "referrals", referral.pk, "received_on"])
    assert address in client.get(reverse("file:choose", args=[ava.public_id])).content.decode()
    page = client.get(address).content.decode()
    assert "Referral received" in page
    said = {"words": "Referred by her school.", **on("happened_on"), **hidden(page)}
    assert client.post(address, {**said, "why_it_matters": "Yes."}).status_code == 422
    why = "The first time that anybody told us."
    shown = client.post(address, {**said, "why_it_matters": why}, follow=True).content.decode()
    assert why in shown
    assert "Referred by her school." in shown
    chosen = ChronologyEntry.objects.get()
    assert (chosen.about_table, chosen.about_row) == ("referrals", referral.pk)
    assert address not in client.get(reverse("file:choose", args=[ava.public_id])).content.decode()
    assert client.get(reverse("file:add_entry", args=[ava.public_id, "workers", 1, "x"])).status_code == 404


def filed(client, ava, content=b"%PDF-1.7 report", **said):
    form = {"title": "Health report", "kind": "report", **on("dated_on"), **said}
    form["content"] = SimpleUploadedFile("Ava Finch report.pdf", content)
    return client.post(reverse("file:file", args=[ava.public_id]), form, follow=True)


def test_a_document_goes_in_by_its_content_and_out_through_the_door(client, dee, ava):
    referral = Referral.objects.create(child=ava, received_on=MON)
    page = client.get(reverse("file:file", args=[ava.public_id])).content.decode()
    assert 'enctype="multipart/form-data"' in page
    assert "none that is taken" in filed(client, ava, b"MZ\x00\x01").content.decode()
    assert "Health report" in filed(client, ava, about=f"referrals:{referral.pk}").content.decode()
    document = Document.objects.get()
    assert (document.about_table, document.about_row) == ("referrals", referral.pk)
    answer = client.get(reverse("file:document", args=[ava.public_id, document.pk]))
    assert answer.content == b"%PDF-1.7 report"
    assert answer["Content-Disposition"] == f'attachment; filename="document-{document.pk}.pdf"'
    assert "sandbox" in answer["Content-Security-Policy"]
    line = ReadLog.objects.filter(child=ava, page="child: document").get()
    assert f"Document {document.pk}" in line.why
    wren = Child.objects.create(given_name="Wren", family_name="Testcase")
    assert client.get(reverse("file:document", args=[wren.public_id, document.pk])).status_code == 404
    client.force_login(Account.objects.create_user("analyst", role="performance-analyst"))
    assert client.get(reverse("file:document", args=[ava.public_id, document.pk])).status_code == 404


def test_what_a_document_is_called_is_put_right_and_its_fingerprint_never(client, dee, ava):
    filed(client, ava)
    document = Document.objects.get()
    address = reverse("recording:put_right", args=[ava.public_id, "documents", document.pk])
    page = client.get(address).content.decode()
    assert "sha256" not in page
    said = {"title": "School report", "kind": "report", "because": "It was the school's.", **on("dated_on")}
    client.post(address, {**hidden(page), **said, "sha256": "0"})
    document.refresh_from_db()
    assert document.title == "School report"
    assert len(document.sha256) == 64
    take_back = reverse("recording:take_back", args=[ava.public_id, "documents", document.pk])
    client.post(take_back, {"what_was_wrong": "wrong-child", "because": "It is another child's."})
    assert client.get(reverse("file:document", args=[ava.public_id, document.pk])).status_code == 404


def test_a_document_too_large_is_refused_before_it_is_read(client, dee, ava, settings):
    settings.DOCUMENT_LIMIT_MB = 1
    page = filed(client, ava, b"%PDF-" + b" " * (1024 * 1024)).content.decode()
    assert "larger than 1 MB" in page
    assert not Document.objects.exists()
