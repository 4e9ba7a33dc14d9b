"""The process that brings files in: ``python -m goldthread.web.imports.running NUMBER``, started by `jobs.start`."""

from __future__ import annotations

import os
import sys

import django


def main() -> None:
    """Run one job with Django set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")
    django.setup()
    from goldthread.web.imports.jobs import run

    run(sys.argv[1])


if __name__ == "__main__":
    main()
