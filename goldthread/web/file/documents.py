"""Filing a document, the list of those that are filed, and giving one out through the door."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from goldthread.practice.access import may_record
from goldthread.practice.disclosure import on_screen
from goldthread.practice.documents import ENDINGS, MEGABYTE, TAKEN, content_of
from goldthread.practice.doors import RecordNotFound, open_record, reader_of
from goldthread.practice.entries import entry_of, title_of
from goldthread.practice.moment import now, today
from goldthread.practice.naming import age_words, names_of
from goldthread.practice.recording import file_document
from goldthread.practice.standing import standing_of
from goldthread.practice.timeline import timeline
from goldthread.record.models import Document
from goldthread.web.design_system.fields import DateField
from goldthread.web.recording.menu import address_of
from goldthread.web.recording.page import At, Page, RecordForm, record

LIST, DOWNLOAD = "child: documents", "child: document"
KINDS = {
    "report": "Report",
    "letter": "Letter",
    "email": "Email",
    "minutes": "Minutes",
    "photograph": "Photograph",
    "drawing": "Drawing",
    "order": "Order",
    "form": "Form",
    "other": "Something else",
}
ENTRIES = 60
NO_MORE = "default-src 'none'; sandbox"
"""What a browser may do with a document, were it to open one of ours as a page."""


class DocumentForm(RecordForm):
    """A file, what it is, and what it belongs to."""

    content = forms.FileField(
        label="File", allow_empty_file=True, error_messages={"required": "Choose the file"}
    )
    title = forms.CharField(
        label="What is it, in a line?",
        max_length=200,
        error_messages={"required": "Say in a line what it is"},
    )
    kind = forms.ChoiceField(
        label="What kind of document?", choices=[("", "Choose"), *KINDS.items()],
        error_messages={"required": "Choose what kind of document it is"},
    )  # fmt: skip
    dated_on = DateField(called="the day of the document", label="Its day: made or received")
    about = forms.ChoiceField(label="What does it belong to?", required=False)

    def prepare(self) -> None:
        """Entries of the record that it may be filed against, the newest first."""
        day, about = self.fields["dated_on"], self.fields["about"]
        assert isinstance(day, DateField)
        assert isinstance(about, forms.ChoiceField)
        day.not_after = today()
        self.fields[
            "content"
        ].help_text = f"{TAKEN[0].upper()}{TAKEN[1:]}; up to {settings.DOCUMENT_LIMIT_MB} MB."
        found = timeline(self.child, max(today(), timezone.localdate()), self.knowing)
        stands = [
            each for each in found if not each.withdrawn and each.table not in ("children", "documents")
        ]
        choices = {
            f"{each.table}:{each.row}": f"{each.day:%-d %b %Y}: {each.title}" for each in stands[:ENTRIES]
        }
        about.choices = [("", "The whole record"), *choices.items()]

    def clean(self) -> dict[str, Any]:
        """Its content and name, and the entry's table and number."""
        said = super().clean() or {}
        file = said.pop("content", None)
        table, _, number = (said.pop("about", "") or "").partition(":")
        if file is not None:
            if file.size > settings.DOCUMENT_LIMIT_MB * MEGABYTE:
                self.add_error(
                    "content", ValidationError(f"This file is larger than {settings.DOCUMENT_LIMIT_MB} MB. Save it smaller.")
                )  # fmt: skip
            else:
                said |= {"content": file.read(), "file_name": file.name}
        return {**said, "about_table": table, "about_row": int(number) if number else None}


def _to_the_list(at: At, _result: Any) -> str:
    return reverse("file:documents", args=[at.child.public_id])


FILE = Page(
    name="child: document filed",
    heading="File a document",
    form=DocumentForm,
    deed=file_document,
    done="The document is filed.",
    button="File it",
    template="file/file.jinja",
    values=lambda at: {"dated_on": today()},
    then=_to_the_list,
)


def new(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """File a document."""
    return record(request, public_id, page=FILE)


def documents(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Everything that is filed, the newest first."""
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=LIST)
    knowing = on_screen(child, by=standing)
    found = (
        Document.unwithdrawn.filter(child=child).select_related("recorded_by").order_by("-dated_on", "-pk")
    )
    rows = [
        {
            "row": each,
            "title": knowing.words(each.title),
            "kind": KINDS.get(each.kind, each.kind),
            "size": f"{max(1, each.size // 1024):,} kB",
            "what": title_of(each.about_table).capitalize() if each.about_table else "",
            "about": address_of(child, each.about_table, each.about_row)
            if each.about_table and each.about_row
            else "",
        }
        for each in found
    ]
    context = {
        "as_at": now(),
        "child": child,
        "name": names_of([child])[child.pk],
        "age": age_words(child, today()),
        "rows": rows,
        "withheld": not knowing.complete,
        "may": bool(may_record(standing, [child.pk])),
    }
    return render(request, "file/documents.jinja", context)


def document(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Give a document out, once its content was found to be what was filed; the reading is written down.

    Its name there says nothing of whose it is. Raises RecordNotFound for one that was taken back.
    """
    standing = standing_of(reader_of(request.user))
    child = open_record(public_id, by=standing, page=DOWNLOAD, why=f"Document {number}")
    row: Document = entry_of(child, "documents", number, on_screen(child, by=standing))
    if row.withdrawn_at is not None:
        raise RecordNotFound
    answer = HttpResponse(content_of(row), content_type=row.media_type)
    ending = ENDINGS.get(row.media_type, "bin")
    answer["Content-Disposition"] = f'attachment; filename="document-{row.pk}.{ending}"'
    answer["Content-Security-Policy"] = NO_MORE
    return answer
