"""Who asks it: the four kinds of authority behind a duty, never blurred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a duty is written. A subclass says which of the four kinds it is."""

    title: str
    paragraph: str

    kind: ClassVar[str] = ""
    label: ClassVar[str] = ""

    def __str__(self) -> str:
        return f"{self.title}, {self.paragraph}" if self.paragraph else self.title


class Regulations(Authority):
    """An Act or regulations: a late one is a breach of law."""

    __slots__ = ()
    kind = "regulations"
    label = "regulations"


class StatutoryGuidance(Authority):
    """Guidance that an authority must follow unless it has good reason."""

    __slots__ = ()
    kind = "guidance"
    label = "statutory guidance"


class CensusGuide(Authority):
    """A definition by which a return counts; not a duty to a child."""

    __slots__ = ()
    kind = "census"
    label = "census definition"


class OwnStandard(Authority):
    """What this authority asks of itself where no national number exists; missing it is no breach of law."""

    __slots__ = ()
    kind = "own"
    label = "our own standard"


KINDS: dict[str, str] = {
    cls.kind: cls.label for cls in (Regulations, StatutoryGuidance, CensusGuide, OwnStandard)
}
