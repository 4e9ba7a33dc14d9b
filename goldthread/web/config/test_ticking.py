"""The server's own turn at the logs: it goes on after a failure, and ends when told."""

import threading

from goldthread.web.config import ticking


def test_it_ticks_until_it_is_told_to_stop(monkeypatch):
    ticked = threading.Event()
    monkeypatch.setattr(ticking, "tick_once", ticked.set)
    stop = ticking.keep_ticking(every=0.01)
    assert ticked.wait(5)
    stop.set()
    [thread] = [each for each in threading.enumerate() if each.name == "ticking"] or [threading.Thread()]
    if thread.ident:
        thread.join(5)
    assert not thread.is_alive()


def test_a_failure_is_logged_the_others_have_their_turn_and_the_connection_is_given_back(monkeypatch):
    said, reckoned, closed = [], [], []

    def fail():
        raise RuntimeError("no disk")

    monkeypatch.setattr("goldthread.practice.sealing.seal_logs", fail)
    monkeypatch.setattr("goldthread.practice.due.reckon", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.practice.challenging.deals.deal_to_all", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.practice.notices.tell_this_morning", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.web.notices.digest.send_digests", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.practice.homes.keeping.keep_counts", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.practice.handing_over.churn.keep_shares", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.web.figures.running.count_due", lambda: reckoned.append(True))
    monkeypatch.setattr("django.db.connection.close", lambda: closed.append(True))
    monkeypatch.setattr(ticking.log, "exception", said.append, raising=False)
    ticking.tick_once()
    assert (said, reckoned, closed) == (["not sealed"], [True] * 7, [True])
