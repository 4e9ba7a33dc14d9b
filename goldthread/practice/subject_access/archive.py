"""The archive that is given: the document, and the same record as tables for a computer."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import datetime

from django.utils import timezone

from goldthread.practice.actions import action, add, checks_itself
from goldthread.practice.documents import content_of
from goldthread.practice.moment import LONDON, today
from goldthread.practice.retaining import BECAUSE, sees_to
from goldthread.practice.spreadsheets import harmless
from goldthread.practice.subject_access.contents import file_name
from goldthread.practice.subject_access.gaps import Given, Runs
from goldthread.practice.subject_access.paper import document
from goldthread.practice.subject_access.requests import as_given, new_proposals
from goldthread.record.models import AccessBundle, AccessRequest, Account, Document
from goldthread.vocabulary import Fault

READ_ME = """What is in this folder

record.pdf    the record to read: begin here
record.json   the same record for a computer
tables/       the same record again, one table for each kind of thing, for a spreadsheet

documents/    what was filed, where all of it may be given; the table of documents says which is which

Documents that were filed are listed with their title, day and fingerprint. Somebody has read each that is given here for what
is another person's. One that is left out is marked in the table.

Where something was left out, the text says so and of what kind it is. record.pdf says why.
"""


@action
@checks_itself(BECAUSE)
def make_bundle(*, request: AccessRequest, by: Account, council: str) -> AccessBundle:
    """Make what is given, just as it was looked at twice. council: the authority's name, for the first page.

    Raises RecordNotFound, and Fault where it was not looked at twice, the record has changed since, or a file that is given is
    gone or no longer what was filed.
    """
    sees_to(request.child, by)
    request.refresh_from_db()
    if not request.is_open:
        raise Fault("This request is answered or closed.")
    if request.looked_at is None:
        raise Fault("Somebody who decided nothing takes a second look before it is made.")
    given = as_given(request)
    if new_proposals(request) or given.fingerprint != request.looked_at_what:
        raise Fault(
            "The record has changed since the second look. Read it again for what is left out, and look again."
        )
    at = timezone.now()
    paper = document(request, given, council=council, made_on=today())
    wanted = set(given.files)
    filed = Document.objects.filter(child=request.child).order_by("pk")
    files = {file_name(row): content_of(row) for row in filed if file_name(row) in wanted}
    content = archive(given, paper, at, files)
    return add(
        AccessBundle(
            request=request, made_at=at, made_by=by, content=content, sha256=hashlib.sha256(content).hexdigest(),
            pages=pages_of(paper), rows=given.rows, gaps=given.gaps,
        )
    )  # fmt: skip


def archive(given: Given, paper: bytes, at: datetime, documents: dict[str, bytes]) -> bytes:
    """The archive's bytes. No name in it says whose record it is. documents: what is given whole, by its name."""
    files: dict[str, bytes] = {"READ ME.txt": READ_ME.encode(), "record.pdf": paper}
    files["record.json"] = json.dumps(
        {
            "timeline": [
                {"day": each.day, "title": flat(each.title), "details": flat(each.details), "beside": flat(each.beside)}
                for each in given.happenings
            ],
            "tables": {
                name: [{column: flat(runs) for column, _, runs in row} for row in rows] for name, _, rows in given.tables
            },
        },
        indent=1,
        ensure_ascii=False,
    ).encode()  # fmt: skip
    for name, _, rows in given.tables:
        columns = {column: label for row in rows for column, label, _ in row}
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(columns.values())
        for row in rows:
            cells = {column: flat(runs) for column, _, runs in row}
            writer.writerow([harmless(cells.get(column, "")) for column in columns])
        files[f"tables/{name}.csv"] = (
            b"\xef\xbb\xbf" + text.getvalue().encode()
        )  # Excel reads UTF-8 only with the mark
    files |= documents
    made = io.BytesIO()
    when = at.astimezone(LONDON).timetuple()[:6]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(zipfile.ZipInfo(name, date_time=when), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def flat(runs: Runs) -> str:
    """Runs as one text, the gaps in brackets."""
    return "".join(map(str, runs))


def pages_of(paper: bytes) -> int:
    """How many pages a document of ours has: typst writes each as one object."""
    return paper.count(b"/Type/Page/") + paper.count(b"/Type /Page\n") or 1
