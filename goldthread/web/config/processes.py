"""Work that outlives the request that asked for it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def start(module: str, *arguments: str) -> None:
    """Run ``python -m module arguments`` beside this process, in the same installation."""
    home = str(Path(__file__).resolve().parents[3])
    search = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {"GOLDTHREAD_HOME": str(settings.HOME), "PYTHONPATH": search},
    )
