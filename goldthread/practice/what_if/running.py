"""Answering a question: the record's year is read, then today, the question and half a year back are simulated."""

from __future__ import annotations

import logging
import os
from typing import Any

from django.utils import timezone

from goldthread.engine.what_if import Estimate, Scenario, rates_of, simulate, what_happened
from goldthread.practice.what_if.asking import WEEKS, Question
from goldthread.practice.what_if.reading import Workforce, workforce
from goldthread.record.models import WhatIf
from goldthread.rulebook.calendar import epoch_day

RUNS_OF_THE_CHECK = 200
NOT_OURS = "Something went wrong on our side. Ask again; if it happens again, tell whoever runs this."
TOO_LITTLE = "The record holds no children in any team on that day, so there is nothing to simulate from."


class _Stopped(Exception):
    """Whoever asked has stopped it."""


def run(key: int, *, cores: int | None = None) -> None:
    """Answer one question in this process, saying how far it is; it ends early where it was stopped."""
    question = WhatIf.objects.get(pk=key)
    try:
        answer = _answer(question, cores or os.cpu_count() or 1)
    except _Stopped:
        return
    except Exception:  # whatever it is, the person who waits is told, and the log says where
        logging.getLogger("goldthread.what_if").exception("a what-if failed")
        _end(question, failed=NOT_OURS)
    else:
        _end(question, **answer)


def _answer(question: WhatIf, cores: int) -> dict[str, Any]:
    read, today = workforce(), epoch_day(question.day)
    estimates = rates_of(read.holdings, read.posts, today)
    if not estimates:
        return {"failed": TOO_LITTLE}
    before = today - WEEKS * 7
    then = rates_of(read.holdings, read.posts, before)
    teams, scenario = [each.team for each in estimates], scenario_of(Question.read(question.asks))
    steps = _Steps(question, len(teams) * 2 + len(then))
    said: dict[str, Any] = {"weeks": WEEKS, "runs": question.runs, "seed": question.seed, "cores": cores}
    as_it_is = simulate(teams, **said, progress=steps.tell)
    steps.next()
    asked = as_it_is if scenario.changes_nothing else simulate(teams, scenario, **said, progress=steps.tell)
    steps.next()
    return {
        "answer": {
            "as_it_is": as_it_is.as_json(),
            "asked": asked.as_json(),
            "rests_on": {str(each.team.key): _rests_on(each) for each in estimates},
            "names": {str(each.team.key): read.names.get(each.team.key, "") for each in estimates},
            "check": _check(read, then, before, today, said, steps) if then else None,
        }
    }


def scenario_of(question: Question) -> Scenario:
    """The question as the engine takes it."""
    return Scenario(
        frozenset(question.leavers),
        dict(question.leave_of_team),
        dict(question.merged),
        question.demand / 100,
        question.after_weeks * 7,
    )


def _check(
    read: Workforce, then: list[Estimate], before: int, today: int, said: dict[str, Any], steps: _Steps
) -> dict[str, Any]:
    """The last 26 weeks simulated from what was known at their beginning, beside what happened."""
    found = what_happened(read.holdings, read.posts, before, today)
    expected = simulate(
        [each.team for each in then], **(said | {"runs": RUNS_OF_THE_CHECK}), progress=steps.tell
    )
    return {
        "expected": expected.as_json(),
        "happened": {str(each.team.key): found.get(each.team.key, {}) for each in then},
        "since": before,
    }


def _rests_on(estimate: Estimate) -> dict[str, Any]:
    team = estimate.team
    rates = {name: [known.value, known.events, known.own] for name, known in estimate.rests_on.items()}
    return {
        "rates": rates, "children": team.children, "workers": len(team.workers), "waiting": team.waiting,
        "empty_posts": team.empty_posts, "most": team.rates.most,
    }  # fmt: skip


class _Steps:
    """How far it is, written down as it goes; raises _Stopped where whoever asked has stopped it."""

    def __init__(self, question: WhatIf, steps: int) -> None:
        self.question, self.steps, self.before, self.within = question, steps, 0, 0

    def tell(self, done: int, of: int) -> None:
        self.within = done
        alive = WhatIf.objects.filter(pk=self.question.pk, stopped_at__isnull=True)
        if not alive.update(done=self.before + done, steps=self.steps, beat_at=timezone.now()):
            raise _Stopped

    def next(self) -> None:
        self.before, self.within = self.before + self.within, 0


def _end(question: WhatIf, **values: Any) -> None:
    WhatIf.objects.filter(pk=question.pk, stopped_at__isnull=True).update(ended_at=timezone.now(), **values)
