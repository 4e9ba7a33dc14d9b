"""How a question stands, worked out from what its process last said: one whose process is gone has stopped."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from goldthread.record.models import WhatIf

SILENT = timedelta(seconds=90)
"""After so long without a sign of life the process is gone; it gives one at each step, every few seconds."""


def state_of(question: WhatIf) -> str:
    """``answered``, ``failed``, ``stopped`` by whoever asked, ``broken off``, or ``running``."""
    if question.answer is not None:
        return "answered"
    if question.failed:
        return "failed"
    if question.stopped_at is not None:
        return "stopped"
    return "broken off" if timezone.now() - question.beat_at > SILENT else "running"


def percent(question: WhatIf) -> int | None:
    """How much of it is done; None before that is known."""
    return min(100, question.done * 100 // question.steps) if question.steps else None
