"""What the reader began to write and did not send: by the child whom it is about."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest

from goldthread.practice.doors import list_records
from goldthread.practice.naming import names_of
from goldthread.practice.standing import Standing
from goldthread.record.models import Child
from goldthread.web.drafts.keeping import drafts_kept
from goldthread.web.recording.menu import words_of_page

MOST = 20
OF_A_CHILD = re.compile(r"^/children/([0-9a-f-]{36})/")


def drafts_of(request: HttpRequest, listable: QuerySet[Child], reader: Standing) -> list[dict[str, Any]]:
    """The drafts at the pages of children whom the reader may list, the latest first."""
    found = []
    for draft in drafts_kept(request)[:MOST]:
        of = OF_A_CHILD.match(draft.place)
        if of is not None:
            found.append((UUID(of[1]), draft))
    children = {child.public_id: child for child in listable.filter(public_id__in=[of for of, _ in found])}
    shown = list_records(list(children.values()), by=reader, page="home: drafts") if children else []
    names = names_of(shown)
    return [
        {
            "name": names[children[of].pk],
            "what": words_of_page(draft.place),
            "href": draft.place,
            "kept_at": draft.kept_at,
        }
        for of, draft in found
        if of in children
    ]
