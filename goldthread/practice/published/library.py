"""Every inspection that was brought in, ready to be read and searched; put together once after each import."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

import polars as pl

from goldthread.exchange.published.authorities import PLACES, Place
from goldthread.exchange.published.inspections import (
    CameBack,
    Inspection,
    WentOn,
    came_back,
    inspections_of,
    went_on_in,
)
from goldthread.exchange.published.neighbours import neighbours_of
from goldthread.exchange.published.searching import Found, Recommendations
from goldthread.exchange.published.themes import Theme, ThemeCount, theme_counts
from goldthread.record.models import PublishedRelease

from .asking import judgements_kept, neighbours_kept, recommendations_kept


@dataclass(slots=True)
class Library:
    """What inspections judged and asked for, of every authority. Each question is answered once and then remembered."""

    judgements: pl.DataFrame
    recommendations: pl.DataFrame
    neighbours: pl.DataFrame
    _index: Recommendations = field(init=False)
    _lock: Lock = field(default_factory=Lock)
    _histories: dict[str, list[Inspection]] = field(default_factory=dict)
    _others: dict[str, list[WentOn]] = field(default_factory=dict)
    _counts: list[ThemeCount] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._index = Recommendations(self.recommendations)

    @property
    def places(self) -> list[Place]:
        """The authorities of which an inspection is here, by name."""
        codes = {*self.judgements["authority"], *self.recommendations["authority"]}
        return sorted((PLACES[code] for code in codes if code in PLACES), key=lambda place: place.name)

    def history(self, code: str) -> list[Inspection]:
        """The inspections and visits of an authority, oldest first."""
        if code not in self._histories:
            self._histories[code] = inspections_of(self.judgements, self.recommendations, code)
        return self._histories[code]

    def came_back(self, code: str) -> list[CameBack]:
        """What it was asked for more than once."""
        return came_back(self.recommendations, code)

    def neighbours_of(self, code: str) -> tuple[str, ...]:
        """Its statistical neighbours, closest first."""
        return neighbours_of(self.neighbours, code)

    def went_on(self, theme: Theme) -> list[WentOn]:
        """Each time any authority was asked for a theme, and its next judgement in the theme's area."""
        if theme.name not in self._others:
            histories = {place.code: self.history(place.code) for place in self.places}
            self._others[theme.name] = went_on_in(histories, theme)
        return self._others[theme.name]

    def counts(self) -> list[ThemeCount]:
        """How often each theme was asked for, by everybody's reports."""
        if not self._counts:
            self._counts = theme_counts(self.recommendations)
        return self._counts

    def search(self, words: str, *, authority: str = "", framework: str = "", most: int = 50) -> list[Found]:
        """What was asked for in these words; see `Recommendations.search`."""
        with self._lock:
            return self._index.search(words, authority=authority, framework=framework, most=most)


def library() -> Library:
    """Every inspection as it was last brought in."""
    newest = PublishedRelease.objects.order_by("-pk").values_list("pk", "digest", "read_at").first()
    return _put_together(str(newest), PublishedRelease.objects.count())


@lru_cache(maxsize=1)
def _put_together(newest: str, releases: int) -> Library:
    return Library(judgements_kept(), recommendations_kept(), neighbours_kept())
