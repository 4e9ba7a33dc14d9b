"""What files say of children already here: empty columns are filled, a source corrects its own, a disagreement is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from goldthread.exchange.reading import Bundle
from goldthread.record.models import Child, Identifier, Source

from .change_history import HistoryKeeper
from .report import ReadingReport

COLUMNS = tuple(
    field.name
    for field in Child._meta.concrete_fields
    if field.name
    not in ("id", "public_id", "source", "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_because")
)
EMPTY = (None, "", "unknown")
MOST_TOLD = 50


class ChildFacts:
    """Brings the columns of known children up to date with one source.

    complete: whether the source's files say everything that the source knows of a child, so that a column which became
    empty there is a correction.
    """

    def __init__(
        self,
        source: Source,
        history: HistoryKeeper,
        report: ReadingReport,
        *,
        complete: bool,
        older: bool = False,
    ) -> None:
        self._source, self._history, self._report = source, history, report
        self._complete, self._older = complete, older
        self._disagreements = 0

    def update(self, known: Iterable[tuple[Bundle, Child]]) -> set[int]:
        """Write the columns of children that changed; their keys."""
        known = list(known)
        children = [child.pk for _, child in known]
        shared = set(
            Identifier.unwithdrawn.filter(child_id__in=children)
            .exclude(source=self._source)
            .values_list("child_id", flat=True)
        )
        changed = [child for bundle, child in known if self._take(bundle, child, shared)]
        self._history.change(Child, changed, COLUMNS)
        count = self._report.row_count("children")
        count.changed += len(changed)
        count.unchanged += len(known) - len(changed)
        return {child.pk for child in changed}

    def _take(self, bundle: Bundle, child: Child, shared: set[int]) -> bool:
        own = child.source_id == self._source.pk and not self._older
        changed = False
        for column, said in bundle.child.items():
            here = getattr(child, column)
            if said == here or (said in EMPTY and here in EMPTY):
                continue
            if said in EMPTY:
                if not (own and self._complete and child.pk not in shared):
                    continue
                said = Child._meta.get_field(column).get_default()  # type: ignore[union-attr]
            elif here not in EMPTY and not own:
                self._disagree(bundle.key, child, column, here, said)
                continue
            setattr(child, column, said)
            changed = True
        original = bundle.child_original or None
        if own and original and child.original != original:
            child.original = original
            changed = True
        return changed

    def _disagree(self, key: str, child: Child, column: str, here: Any, said: Any) -> None:
        self._disagreements += 1
        if self._disagreements <= MOST_TOLD:
            whose = str(child.source) if child.source else "what was recorded here"
            self._report.warnings.append(
                f"Child {key}: {column.replace('_', ' ')} is {said} here and {here} in {whose}, which was left as it is."
            )

    def finish(self) -> None:
        if self._disagreements > MOST_TOLD:
            self._report.warnings.append(
                f"{self._disagreements - MOST_TOLD:,} more columns of children disagree with other sources."
            )
