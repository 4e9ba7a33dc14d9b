"""Files and forms that mean harm: too large, something else than they say, or larger once unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldthread.record.models import Account, Child

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def maya():
    return Account.objects.create_user("maya", role="director")


@pytest.mark.once
@pytest.mark.parametrize(
    "sent",
    [{"words": "x" * (3 * 1024 * 1024)}, {f"field{number}": "x" for number in range(2_100)}],
    ids=["too long", "too many fields"],
)
def test_an_oversized_form_is_refused_with_a_page(client, maya, sent):
    client.force_login(maya)
    answer = client.post("/children/", sent)
    assert answer.status_code == 400
    assert "We could not read what was sent" in answer.content.decode()


def zip_bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1_200):
                sheet.write(b"0" * 1024 * 1024)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("list.xlsx", zip_bomb, "unpack"),
        ("census.xml", lambda: b"%PDF-1.7 not XML", "a PDF"),
        ("census.xml", lambda: b"MZ\x90\x00" + bytes(2000), "Expected"),
        (
            "census.xml",
            lambda: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "document type",
        ),
    ],
    ids=["zip bomb", "a PDF called XML", "a program", "entities"],
)
def test_a_file_is_judged_by_what_is_in_it_and_refused_in_words(
    client, maya, settings, tmp_path, name, content, words
):
    settings.HOME = tmp_path
    client.force_login(maya)
    sent = {"uploads": SimpleUploadedFile(name, content(), content_type="text/xml")}
    page = client.post("/import/", sent, follow=True).content.decode()
    assert words in page
    assert not Child.objects.exists()
    assert not list(tmp_path.rglob("uploaded-*"))
