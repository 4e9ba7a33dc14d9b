"""What imports keep of one child beside the record: their files' records, what was not accepted, and lines of their reports."""

from __future__ import annotations

from typing import Any

from goldthread.record.models import Child, Identifier, Import, Rejected, SourceRecord

Subjects = dict[int, set[str]]
"""By source: the keys by which it names the child."""


def subjects_of(child: Child) -> Subjects:
    """How the sources name a child, now and before; keys that are another child's too are left out."""
    found: Subjects = {}
    before: Any = Identifier.history.filter(child_id=child.pk)
    for known in (Identifier.objects.filter(child=child), before):
        for source, key in known.filter(scheme="la_child_id").values_list("source_id", "value"):
            if source is not None and key:
                found.setdefault(source, set()).add(key)
    for source, key in (
        Rejected.objects.filter(child=child).exclude(subject="").values_list("source_id", "subject")
    ):
        found.setdefault(source, set()).add(key)
    for source, keys in found.items():
        others = Identifier.objects.filter(scheme="la_child_id", source_id=source, value__in=keys).exclude(
            child=child
        )
        keys -= set(others.values_list("value", flat=True))
    return found


def forget_imported(subjects: Subjects) -> dict[str, int]:
    """Delete what the imports kept word for word of these, and take them out of the reports; how many of each went.

    The counts of a report stay: they name nobody. Past every guard, for a deed would write down what it takes away.
    """
    counts = {
        "records of imported files": 0,
        "records that imports did not accept": 0,
        "reports of imports": 0,
    }
    for source, keys in subjects.items():
        if not keys:
            continue
        counts["records of imported files"] += SourceRecord.objects.filter(
            source_id=source, subject__in=keys
        ).delete()[0]
        counts["records that imports did not accept"] += Rejected.objects.filter(
            source_id=source, subject__in=keys, child=None
        ).delete()[0]  # those known to be the child's go with its rows
        for key, report in list(
            Import.objects.filter(source_id=source).values_list("pk", "report").iterator(1)
        ):
            kept = _without(report, keys)
            if kept != report:
                Import.objects.filter(pk=key).update(report=kept)
                counts["reports of imports"] += 1
    return {what: number for what, number in counts.items() if number}


def _without(report: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    """A report that says nothing of these subjects but in its counts."""
    kept = dict(report)
    for name in ("rejections", "suggested_matches"):
        if name in kept:
            kept[name] = [said for said in kept[name] if said.get("subject") not in keys]
    if "subjects" in kept:
        kept["subjects"] = {key: said for key, said in kept["subjects"].items() if key not in keys}
    if "matched" in kept:
        about = tuple(f"Child {key} is " for key in keys)
        kept["matched"] = [said for said in kept["matched"] if not said.startswith(about)]
    return kept
