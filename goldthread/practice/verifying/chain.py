"""The seals one after the other: each unchanged, each naming the one before, no row number left out between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import connection

from goldthread.practice.verifying.findings import NAMES, FaultFound, Findings
from goldthread.record.models import LOGS, Seal
from goldthread.record.seals import BEGINNING, Ranges, seal_hash


@dataclass(frozen=True, slots=True)
class Batch:
    """What one seal covers of a log."""

    number: int
    first: int
    last: int
    count: int
    missing: Ranges
    root: str

    def lacks(self, row: int) -> bool:
        """Whether the row number was not there when the batch was sealed."""
        return any(begin <= row <= end for begin, end in self.missing)


@dataclass(slots=True)
class Chain:
    """The batches of one log: those that follow one another, and those sealed late into their gaps."""

    batches: list[Batch] = field(default_factory=list)
    late: list[Batch] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The last row covered; 0 for none."""
        return self.batches[-1].last if self.batches else 0

    def late_batch_of(self, row: int) -> Batch | None:
        """The late seal that covers a row."""
        return next((each for each in self.late if each.first <= row <= each.last), None)


def read_chain(findings: Findings) -> dict[str, Chain]:
    """Check every seal, and sort what they cover by log."""
    chains: dict[str, Chain] = defaultdict(Chain)
    expected, previous = 1, BEGINNING
    for seal in Seal.objects.order_by("number").iterator(chunk_size=500):
        findings.seals += 1
        if seal.number != expected:
            gone = (
                f"seal {expected}"
                if seal.number == expected + 1
                else f"seals {expected} to {seal.number - 1}"
            )
            findings.add("seal deleted", f"{gone} of the chain: deleted", seal=expected)
        elif seal.previous != previous:
            says = f"seal {seal.number} does not follow from seal {seal.number - 1}: one of them was replaced"
            findings.add("chain broken", says, seal=seal.number)
        worked_out = seal_hash(
            seal.number, seal.log, seal.first_row, seal.last_row, seal.count, seal.missing, seal.root,
            bytes(seal.marks), seal.previous, seal.sealed_at,
        )  # fmt: skip
        if worked_out != seal.hash or seal.log not in LOGS:
            findings.add("seal edited", f"seal {seal.number}: edited after it was made", seal=seal.number)
        else:
            _place(chains[seal.log], seal, findings)
        expected, previous = seal.number + 1, seal.hash
        findings.last_seal, findings.last_hash = seal.number, seal.hash
    return chains


def _place(chain: Chain, seal: Seal, findings: Findings) -> None:
    batch = Batch(seal.number, seal.first_row, seal.last_row, seal.count, seal.missing, seal.root)
    if seal.first_row <= chain.end:
        chain.late.append(batch)
        findings.never_written -= seal.count
        return
    chain.batches.append(batch)
    for begin, end in seal.missing:
        findings.never_written += end - begin + 1
        if connection.vendor == "sqlite":  # which numbers rows without gaps: a gap is a deletion
            rows = f"{NAMES[seal.log]} {begin}" + (f" to {end}" if end > begin else "")
            says = f"{rows}: gone before seal {seal.number} was made; SQLite leaves no such gaps by itself"
            findings.faults.append(FaultFound("gap", says, seal.log, begin, seal.number))
