"""The process that answers a question: ``python -m goldthread.web.what_if.running KEY``, begun by `begin`."""

from __future__ import annotations

import os
import sys

import django


def begin(key: int) -> None:
    """Answer a question in a process of its own, which outlives this one."""
    from django.conf import settings

    from goldthread.web.config.processes import start

    if settings.WHAT_IFS_IN_PROCESS:
        from goldthread.practice.what_if import run

        run(key, cores=1)
        return
    start("goldthread.web.what_if.running", str(key))


def main() -> None:
    """Answer one question with Django set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")
    django.setup()
    from goldthread.practice.what_if import run

    run(int(sys.argv[1]))


if __name__ == "__main__":
    main()
