"""Every page whose address holds no key, opened by each role: the slowest is named, and each that takes too long.

Part of ``bench.pages``, whose database it takes. Files that are taken out are no pages. What is kept for some minutes is measured
as it is kept, and a few such pages once more counted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bench.overseen import WHO
from bench.recorded import LIMIT_MS

REPEATS = 5
FILES = (".csv", ".pdf", ".docx", ".xlsx", "csv/", "download/", "calendar/")
KEPT = {
    "front_door:came_back": "who came back within a year",
    "improving:evaluation": "the draft of a self-evaluation",
    "measures:list": "the measures of a year",
}
"""What is kept for some minutes once it is counted."""


def addresses() -> Iterator[str]:
    """The addresses of the routes that need no key, but for those of one's own account."""
    from django.urls import NoReverseMatch, reverse

    from goldthread.web.config.account_routes import ACCOUNT_ROUTES
    from goldthread.web.config.routes import ROUTES

    for name in ROUTES.keys() - ACCOUNT_ROUTES.keys():
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if not address.endswith(FILES):
            yield address


def measure(
    signed_in: Callable[[str], None],
    page: Callable[[str], Callable[[], object]],
    status_of: Callable[[str], int],
    median_ms: Callable[[Callable[[], object], int], tuple[float, float]],
    say: Callable[..., bool],
    among: str,
) -> bool:
    """Open them all, as each role may; whether all were fast enough. status_of: how an address answers."""
    from django.urls import reverse

    good = True
    for username, who in WHO.items():
        signed_in(username)
        opened = [address for address in sorted(addresses()) if status_of(address) == 200]
        found = {address: median_ms(page(address), REPEATS) for address in opened}
        slowest = max(found, key=lambda address: found[address][1])
        for address, took in found.items():
            if address == slowest or took[0] > LIMIT_MS:
                which = f"the slowest of {len(found)} pages without a key" if address == slowest else "a page"
                good &= say(f"{which}, {address}, for {who}, {among}", took, LIMIT_MS)
    signed_in("director")
    for name, what in KEPT.items():
        anew = partial(_anew, page(reverse(name)))
        good &= say(f"{what}, counted anew for a director, {among}", median_ms(anew, REPEATS), LIMIT_MS)
    return good


def _anew(open_it: Callable[[], object]) -> None:
    """Open a page when nothing is kept of it."""
    from django.core.cache import caches

    caches["figures"].clear()
    open_it()
