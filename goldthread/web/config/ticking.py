"""What a serving process does by itself, twice a minute: seal the logs, after midnight work out anew what is due and
tell people of it, deal the week's reading, have the figures counted, and send the daily digests.

A thread, and not the end of a request: no reader pays for it, and the last reads of the day are sealed too. Every process
has one; they take turns by the sealer's lock, and one of them takes the day's reckoning.
"""

from __future__ import annotations

import threading

import structlog

EVERY = 30.0  # seconds: sealed within a minute, also where one turn fails
log = structlog.get_logger("goldthread.ticking")


def keep_ticking(every: float = EVERY) -> threading.Event:
    """Start the thread. Setting the event that is given back ends it."""
    stop = threading.Event()
    threading.Thread(target=_tick_until, args=(stop, every), name="ticking", daemon=True).start()
    return stop


def _tick_until(stop: threading.Event, every: float) -> None:
    while not stop.wait(every):
        tick_once()


def tick_once() -> None:
    """Seal, reckon, deal, tell, send, and give the connection back. A failure is logged and the next turn tries again."""
    from django.db import connection

    from goldthread.practice.challenging.deals import deal_to_all
    from goldthread.practice.due import reckon
    from goldthread.practice.handing_over.churn import keep_shares
    from goldthread.practice.homes.keeping import keep_counts
    from goldthread.practice.notices import tell_this_morning
    from goldthread.practice.sealing import seal_logs
    from goldthread.web.figures.running import count_due
    from goldthread.web.notices.digest import send_digests

    try:
        for what, do in (
            ("not sealed", seal_logs),
            ("what is due was not worked out", reckon),
            ("the week's reading was not dealt", deal_to_all),
            ("people were not told of what is due soon", tell_this_morning),
            ("what the home pages count was not kept", keep_counts),
            ("changes of worker were not counted", keep_shares),
            ("figures were not counted", count_due),
            ("digests were not sent", send_digests),
        ):
            try:
                do()
            except (
                Exception
            ):  # whatever it is, the thread must live, and one must not keep the other from its turn
                log.exception(what)
    finally:
        connection.close()
