"""Where an installation keeps what is its own: its database, its list of bank holidays, what was uploaded."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "GOLDTHREAD_HOME"
CHECKOUT = Path(__file__).resolve().parents[2]


def place() -> Path:
    """The folder that GOLDTHREAD_HOME names, else `var` in the checkout; it need not be there yet."""
    return Path(os.environ.get(VARIABLE) or CHECKOUT / "var").resolve()
