"""What verifying found, in words and as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

NAMES = {"readlog": "read log", "auditline": "audit line", "securityline": "security line"}
SAID_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class FaultFound:
    """One thing that is not as it was written. ``log`` and ``row`` are missing where it is a seal, guard or anchor."""

    kind: str
    says: str
    log: str = ""
    row: int | None = None
    seal: int | None = None


@dataclass(slots=True)
class Findings:
    """What stands, what does not, and what could not be seen."""

    rows: int = 0
    seals: int = 0
    tombstones: int = 0
    unsealed: int = 0
    oldest_unsealed: datetime | None = None
    never_written: int = 0
    last_seal: int = 0
    last_hash: str = ""
    anchored_up_to: int | None = None
    faults: list[FaultFound] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether no fault was found."""
        return not self.faults

    def add(
        self, kind: str, says: str, log: str = "", row: int | None = None, seal: int | None = None
    ) -> None:
        """Note one fault; for a row its name is put before what is said."""
        if row is not None:
            says = f"{NAMES[log]} {row}: {says}"
        self.faults.append(FaultFound(kind, says, log, row, seal))

    def lines(self) -> list[str]:
        """For a person at the keyboard: faults first."""
        said = [f"FAULT ({each.kind}) {each.says}" for each in self.faults[:SAID_AT_MOST]]
        if len(self.faults) > SAID_AT_MOST:
            said.append(f"... and {len(self.faults) - SAID_AT_MOST:,} more; --json names all.")
        said.append(
            f"{self.rows:,} rows and {self.seals:,} seals read: "
            + ("every one is as it was written." if self.sound else f"{len(self.faults):,} faults.")
        )
        if self.tombstones:
            said.append(
                f"{self.tombstones:,} rows are tombstones: lawfully erased, each by a deed in the log."
            )
        if self.unsealed:
            since = (
                f", the oldest written {self.oldest_unsealed:%Y-%m-%d %H:%M} UTC"
                if self.oldest_unsealed
                else ""
            )
            said.append(
                f"{self.unsealed:,} rows are not yet sealed{since}: until they are, an edit that also renews the row's hash "
                "would not be seen. The server seals each minute; without one: goldthread tick"
            )
        else:
            said.append("No row is waiting to be sealed.")
        if self.never_written:
            said.append(
                f"{self.never_written:,} row numbers were given out and were not there when their batch was sealed: their "
                "transactions were undone, or somebody deleted them in the minute before."
            )
        said.append(self._truncation())
        return said

    def _truncation(self) -> str:
        if self.anchored_up_to is None:
            return (
                "If the newest seals were cut off together with their rows, this cannot see it: compare with an anchor kept "
                "elsewhere (--against FILE)."
            )
        return (
            f"Nothing was cut off up to seal {self.anchored_up_to}, the last anchor. What was cut off after that anchor "
            f"cannot be seen (the chain now ends at seal {self.last_seal})."
        )

    def as_json(self) -> dict[str, Any]:
        """The same for a machine."""
        return {"sound": self.sound} | asdict(self)
