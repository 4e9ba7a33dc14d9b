"""An analyst's verb keeps its memory; what the environment says of it is left as it is."""

from __future__ import annotations

import subprocess
import sys

from goldthread.verbs.memory import KEPT, POLARS, keep_memory


def test_the_environment_has_the_last_word(monkeypatch):
    monkeypatch.setenv(POLARS, "dirty_decay_ms:0")
    for name in KEPT.keys() - {POLARS}:
        monkeypatch.setenv(name, "1")
    monkeypatch.setattr("ctypes.CDLL", lambda _: _Library())
    keep_memory()
    assert _Library.told == []
    for name in KEPT:
        monkeypatch.delenv(name)
    keep_memory()
    assert sorted(number for number, _ in _Library.told) == [-8, -3, -1]


class _Library:
    told: list[tuple[int, int]] = []

    def mallopt(self, number: int, value: int) -> int:
        self.told.append((number, value))
        return 1


def test_the_command_is_there_before_polars_is():
    """Else the setting for Polars' own allocator would come too late."""
    said = "import sys, goldthread.cli; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
