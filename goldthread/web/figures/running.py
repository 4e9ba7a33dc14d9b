"""The process that counts figures: ``python -m goldthread.web.figures.running KEY``, begun by `begin`."""

from __future__ import annotations

import os
import sys

import django


def begin(key: int) -> None:
    """Do a counting in a process of its own, which outlives this one."""
    from django.conf import settings

    from goldthread.web.config.processes import start

    if settings.FIGURES_IN_PROCESS:
        from goldthread.practice.figures.keeping import run

        run(key)
        return
    start("goldthread.web.figures.running", str(key))


def count_due() -> None:
    """Begin the counting that is due, where no process has yet."""
    from goldthread.practice.figures.keeping import begin_due

    if (counting := begin_due()) is not None:
        begin(counting.pk)


def main() -> None:
    """Do one counting with Django set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")
    django.setup()
    from goldthread.practice.figures.keeping import run

    run(int(sys.argv[1]))


if __name__ == "__main__":
    main()
