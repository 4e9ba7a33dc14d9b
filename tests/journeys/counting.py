"""Counts what somebody does to get something recorded, and estimates how long it takes a practised person.

An interaction is one click or tap, or one stretch of typing into one field. The estimate is the keystroke-level model of Card,
Moran and Newell (The Keystroke-Level Model for User Performance Time with Interactive Systems, 1980): a keystroke of an average
typist 0.28 s, pointing 1.1 s, a press and release 0.2 s, moving the hands between keys and mouse 0.4 s, and 1.35 s to think
before each click and each field. Waiting for the server and thinking what to write are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

KEY, POINT, PRESS, HOME, THINK = 0.28, 1.1, 0.2, 0.4, 1.35

LISTEN = """
addEventListener("pointerdown", (event) => goldthreadDid("click", ""), true);
addEventListener("keydown", (event) => {
  if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
  goldthreadDid("key", event.target.name || event.target.id || "page");
}, true);
"""


@dataclass
class Counter:
    """What was done on a page since it began to count."""

    clicks: int = 0
    keys: int = 0
    stretches: int = 0
    homings: int = 0
    _last: str = field(default="", repr=False)

    def did(self, what: str, where: str) -> None:
        """One click, or one key in a field."""
        if what == "click":
            self.clicks += 1
            self.homings += self._last.startswith("key")
            self._last = "click"
            return
        self.keys += 1
        if self._last != f"key {where}":
            self.stretches += 1
            self.homings += self._last == "click"
        self._last = f"key {where}"

    @property
    def interactions(self) -> int:
        return self.clicks + self.stretches

    @property
    def seconds(self) -> float:
        thought = (self.clicks + self.stretches) * THINK
        return thought + self.clicks * (POINT + PRESS) + self.keys * KEY + self.homings * HOME


def count(page: Page) -> Counter:
    """Begin to count on a page; it goes on across the pages that it leads to."""
    counter = Counter()
    page.context.expose_binding("goldthreadDid", lambda _source, what, where: counter.did(what, where))
    page.context.add_init_script(LISTEN)
    page.reload()
    return counter
