"""The child's file: notes, the chronology, and documents."""

from __future__ import annotations

from .tables import Table, code, day, instant, number, ref, text


class CaseNote(Table):
    """A note of what somebody did, saw or was told. It is never edited: a further note puts it right."""

    child = ref("children", "The child in whose file it stands.")
    happened_on = day("The day of which it tells.")
    happened_at = instant("When, where the time of day is known.", day="happened_on")
    kind = code("words:telephone meeting message conversation observation other", "What it is a note of.")
    about = text("What it is about, in a line.")
    words = text("What happened, for every child whom it is about.")
    for_this_child = text("What of it is of this child alone.")
    by_worker = ref("workers", "Whose note it is, whoever wrote it down.", null=True)
    corrects = ref("case_notes", "The note that it puts right.", null=True)
    together = text(
        "What it was recorded together with: the same on each brother's and sister's; empty where of one child."
    )


class ChronologyEntry(Table):
    """Something that happened and matters for understanding the child, chosen by somebody who says why."""

    plural = "chronology_entries"
    child = ref("children", "The child whose chronology it is.")
    happened_on = day("The day it happened.")
    words = text("What happened.")
    why_it_matters = text("Why it matters for this child.")
    about_table = text("The table of the entry out of which it was chosen; empty where it stands by itself.")
    about_row = number("That entry's own number in its table.", null=True)


class Document(Table):
    """A file kept in the child's record; what is in it is stored beside the database."""

    child = ref("children", "The child in whose record it is kept.")
    title = text("What it is, in a line.")
    kind = code(
        "words:report letter email minutes photograph drawing order form other",
        "What kind of document it is.",
    )
    dated_on = day("The day it was made or received.")
    about_table = text("The table of the entry that it is filed against; empty where of the whole record.")
    about_row = number("That entry's own number in its table.", null=True)
    file_name = text("What the file was called.")
    media_type = text("What its content is, found out from the content.")
    size = number("How many bytes it has.")
    sha256 = text("The SHA-256 of its content.")
    stored_as = text("Under what name it is stored.")
