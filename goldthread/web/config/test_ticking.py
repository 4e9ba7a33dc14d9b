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


def test_a_failure_is_logged_the_other_has_its_turn_and_the_connection_is_given_back(monkeypatch):
    said, reckoned, dealt, closed = [], [], [], []

    def fail():
        raise RuntimeError("no disk")

    monkeypatch.setattr("goldthread.practice.sealing.seal_logs", fail)
    monkeypatch.setattr("goldthread.practice.due.reckon", lambda: reckoned.append(True))
    monkeypatch.setattr("goldthread.practice.challenging.deals.deal_to_all", lambda: dealt.append(True))
    monkeypatch.setattr("django.db.connection.close", lambda: closed.append(True))
    monkeypatch.setattr(ticking.log, "exception", said.append, raising=False)
    ticking.tick_once()
    assert (said, reckoned, dealt, closed) == (["not sealed"], [True], [True], [True])
