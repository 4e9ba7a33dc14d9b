"""Steps of somebody's request for a copy of a record."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdf

from goldthread.practice.subject_access.requests import look_again
from goldthread.record.models import AccessRequest, Account, ReadLog
from tests.journeys.journey import Journey


class GivingACopy(Journey):
    """Requests."""

    def when_i_take_down_a_request_of(self, name: str) -> None:
        child = self.authority.children[name.split()[0].lower()]
        self.open(f"/children/{child.public_id}/")
        self.follow("Kept", exact=False)
        self.and_the_page_is_accessible()
        self.follow("Somebody asks for a copy of this record")
        self.page.get_by_label("Who asks?").fill(name)
        self.page.get_by_label("The person whose record it is", exact=True).check()
        self._date("received_on", 27, 2, 2026)
        self._press("Take it down")

    def and_who_asks_shows_a_passport(self) -> None:
        self.go_by(self.page.get_by_role("button", name="Write down how it was checked"))
        self._date("identified_on", 2, 3, 2026)
        self.page.get_by_label("How was it checked?").fill("Saw a passport, in person.")
        self._press("Save")

    def when_i_find_what_may_have_to_be_left_out(self) -> None:
        self._press("Find what may have to be left out")

    def and_leave_out(self, about: str) -> None:
        self._press(about)

    def and_all_the_others_too(self) -> None:
        while self.page.get_by_role("button", name="Leave it out").count():
            self.go_by(self.page.get_by_role("button", name="Leave it out").first)

    def and_somebody_else_takes_the_second_look(self) -> None:
        lead = Account.objects.create(username="lead", role="information-governance")
        look_again(request=AccessRequest.objects.get(), by=lead)
        self.open(f"/requests/{AccessRequest.objects.get().public_id}/")

    def when_i_make_the_copy(self) -> None:
        self._press("Make the copy")

    def then_its_document_says(self, words: str, but_not: str) -> None:
        with self.page.expect_download() as taken:
            self.link("Download the copy", exact=False).click()
        archive = zipfile.ZipFile(io.BytesIO(Path(taken.value.path()).read_bytes()))
        paper = pypdf.PdfReader(io.BytesIO(archive.read("record.pdf")))
        text = " ".join(page.extract_text() for page in paper.pages)
        assert words in text
        assert but_not not in text
        read = ReadLog.objects.latest("pk")
        assert (read.page, read.rows) == (
            "request for a copy: download",
            AccessRequest.objects.get().bundles.get().rows,
        )

    def _press(self, words: str) -> None:
        self.go_by(self.page.get_by_role("button", name=words))

    def _date(self, name: str, *parts: int) -> None:
        for part, value in zip(("day", "month", "year"), parts, strict=True):
            self.page.locator(f"[name={name}_{part}]").fill(str(value))
