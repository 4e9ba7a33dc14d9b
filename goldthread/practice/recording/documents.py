"""Documents filed in a child's record."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add
from goldthread.practice.documents import check_size, fingerprint, kind_of, store
from goldthread.practice.entries import must_stand
from goldthread.record.models import Account, Child, Document

LONGEST_NAME = 200


@action
def file_document(
    *,
    child: Child,
    by: Account,
    title: str,
    kind: str,
    dated_on: date,
    file_name: str,
    content: bytes,
    about_table: str = "",
    about_row: int | None = None,
) -> Document:
    """File a document in a child's record, of the whole or against one of its entries.

    file_name: what it was called; never used to find it. Raises ValidationError for content that is not taken or too large,
    for an entry that is not this child's, and where the same content stands in the record already.
    """
    check_size(content)
    media_type = kind_of(content)
    if not title.strip():
        raise ValidationError({"title": "Say in a line what it is."})
    if about_table:
        must_stand(child, about_table, about_row)
    print_ = fingerprint(content)
    before = Document.unwithdrawn.filter(child=child, sha256=print_).first()
    if before is not None:
        raise ValidationError({"content": f"This very content is filed already: “{before.title}”."})
    document = Document(
        child=child, title=title.strip(), kind=kind, dated_on=dated_on, about_table=about_table, about_row=about_row,
        file_name=file_name[-LONGEST_NAME:], media_type=media_type, size=len(content), sha256=print_,
    )  # fmt: skip
    document.stored_as = store(content)
    return add(document)
