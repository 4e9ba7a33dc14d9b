"""A child's story for somebody who never met them, in six parts: as somebody wrote it, and as the record says it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format

from goldthread.practice.disclosure import Knowing
from goldthread.record.models import (
    Action,
    AssessmentSection,
    Child,
    Contact,
    ContactCard,
    CoreGroup,
    Interest,
    Recorded,
    Referral,
    ReturnInterview,
    StoryPart,
    Visit,
    Worry,
    YoungCarer,
    table_of,
)

PARTS: dict[str, str] = {
    "who": "Who this is",
    "why": "Why we are involved",
    "worries": "What we worry about",
    "doing": "What is being done, by whom",
    "child-says": "What the child says",
    "next": "What is next",
}
SECTIONS: dict[str, tuple[str, ...]] = {
    "who": ("identity", "family"),
    "why": ("why-now",),
    "worries": ("analysis",),
    "child-says": ("child-says",),
}
"""Part -> the sections of the latest authorised assessment that say it."""

MOST = 4
LONGEST = 420
"""Letters of an excerpt: the whole is one click away."""
OLD = 90
"""Days after which what was said may no longer be so."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: when, by whom, and where it stands. table is empty for what stands nowhere by itself."""

    words: str
    on: date | None
    by: str
    days: int | None
    table: str = ""
    row: int = 0
    cut: bool = False
    late: bool = False

    @property
    def ago(self) -> str:
        """How long ago, in words; empty for today and for what has no day of its own."""
        if not self.days or self.days < 0:
            return ""
        for length, word in ((730, "year"), (61, "month"), (0, "day")):
            if self.days >= length:
                count = self.days // {"year": 365, "month": 30, "day": 1}[word]
                return f"{count} {word}{'' if count == 1 else 's'} ago"
        return ""

    @property
    def old(self) -> bool:
        """Whether it was said so long ago that it may no longer be so."""
        return self.days is not None and self.days > OLD


@dataclass(slots=True)
class Part:
    """One part of the story. written: the latest that somebody wrote for it; said: what the record says, the latest first."""

    word: str
    title: str
    written: Said | None = None
    said: list[Said] = field(default_factory=list)
    more: int = 0

    @property
    def newer(self) -> bool:
        """Whether the record says something that is newer than what was written."""
        if self.written is None or self.written.on is None:
            return False
        return any(each.on is not None and each.on > self.written.on for each in self.said)


def story_of(
    child: Child, on: date, knowing: Knowing, *, due: Iterable[tuple[str, date, bool]] = ()
) -> list[Part]:
    """The story on a day; the same few queries whatever the record holds. due: what comes next: words, day, whether late."""
    parts = {word: Part(word, title) for word, title in PARTS.items()}
    for row in (
        StoryPart.unwithdrawn.filter(child=child)
        .select_related("recorded_by__worker", "source")
        .order_by("pk")
    ):
        parts[row.part].written = _said(row, row.words, row.written_on, on, knowing)
    sections = _sections(child)
    for word, several in SECTIONS.items():
        for section in several:
            if (found := sections.get(section)) is not None:
                parts[word].said.append(
                    _said(found, found.words, found.assessment.authorised_on, on, knowing, cut=LONGEST)
                )
    _who(parts["who"], child, on, knowing)
    _why(parts["why"], child, on, knowing)
    _worries(parts["worries"], child, on, knowing)
    _doing(parts["doing"], child, on, knowing)
    _child_says(parts["child-says"], child, on, knowing)
    parts["next"].said = [
        *_coming(child, on),
        *(Said(words, day, "", None, late=late) for words, day, late in due),
    ]
    for part in parts.values():
        part.more = max(0, len(part.said) - MOST)
        part.said = part.said[:MOST]
    return list(parts.values())


def _coming(child: Child, on: date) -> list[Said]:
    """When the worker said that they would come, as the child's card has it."""
    card = (
        ContactCard.unwithdrawn.filter(child=child, next_on__gte=on)
        .select_related("worker")
        .order_by("-given_on", "-pk")
        .first()
    )
    return (
        [Said(f"{card.worker} comes again", card.next_on, "", None, "contact_cards", card.pk)] if card else []
    )


def _sections(child: Child) -> dict[str, Any]:
    """Of each section that the story needs, the one of the latest authorised assessment."""
    wanted = [each for several in SECTIONS.values() for each in several]
    rows = (
        AssessmentSection.unwithdrawn.filter(
            child=child,
            section__in=wanted,
            assessment__authorised_on__isnull=False,
            assessment__withdrawn_at__isnull=True,
        )
        .exclude(words="")
        .select_related("assessment", "recorded_by__worker", "source")
        .order_by("-assessment__authorised_on", "-assessment_id", "-pk")
    )
    found: dict[str, Any] = {}
    for row in rows:
        found.setdefault(row.section, row)
    return found


def _who(part: Part, child: Child, on: date, knowing: Knowing) -> None:
    """What the child likes, and for whom they care; who the family is stands beside it."""
    for each in (
        Interest.unwithdrawn.filter(child=child, ended_on=None)
        .select_related("recorded_by__worker", "source")
        .order_by("-known_on", "-pk")
    ):
        words = f"Likes: {each.what}" + (f". “{each.child_words}”" if each.child_words else "")
        part.said.append(_said(each, words, each.known_on, on, knowing))
    for cares in YoungCarer.unwithdrawn.filter(child=child, ended_on=None).select_related(
        "recorded_by__worker", "source"
    ):
        assessed = "assessed" if cares.assessed_on else "not assessed yet"
        part.said.insert(
            0, _said(cares, f"Young carer, {assessed}: {cares.cares_for}", cares.identified_on, on, knowing)
        )


def _why(part: Part, child: Child, on: date, knowing: Knowing) -> None:
    """The last referral and what was decided of it; where there was none, the worry of the last contact."""
    rows = Referral.unwithdrawn.filter(child=child).select_related("recorded_by__worker", "source", "contact")
    referral = rows.order_by("-received_on", "-pk").first()
    if referral is not None:
        worry = referral.contact.worry if referral.contact else ""
        words = " ".join(each for each in (worry, referral.decided_because) if each)
        if words:
            part.said.append(
                _said(referral, words, referral.decided_on or referral.received_on, on, knowing, cut=LONGEST)
            )
    if not part.said:
        told = (
            Contact.unwithdrawn.filter(child=child)
            .exclude(worry="")
            .select_related("recorded_by__worker", "source")
        )
        contact = told.order_by("-received_on", "-pk").first()
        if contact is not None:
            part.said.append(_said(contact, contact.worry, contact.received_on, on, knowing, cut=LONGEST))


def _worries(part: Part, child: Child, on: date, knowing: Knowing) -> None:
    rows = Worry.unwithdrawn.filter(child=child, settled_on=None).select_related(
        "recorded_by__worker", "source", "plan"
    )
    open_ones = [
        each for each in rows.order_by("-said_on", "pk") if each.plan is None or each.plan.ended_on is None
    ]
    said = [
        _said(each, each.words + (f" ({each.said_by})" if each.said_by else ""), each.said_on, on, knowing)
        for each in open_ones
    ]
    part.said = [*said, *part.said]


def _doing(part: Part, child: Child, on: date, knowing: Knowing) -> None:
    rows = Action.unwithdrawn.filter(child=child, done_on=None, dropped_on=None)
    for each in rows.select_related("worker", "person", "recorded_by__worker", "source").order_by(
        "due_on", "pk"
    ):
        who = each.owner or str(each.worker or each.person or "nobody yet")
        by = f"by {_day(each.due_on)}" if each.due_on else "no day set"
        late = each.due_on is not None and each.due_on < on
        part.said.append(_said(each, f"{each.words} ({who}, {by})", each.agreed_on, on, knowing, late=late))
    part.said.sort(key=lambda each: not each.late)


def _child_says(part: Part, child: Child, on: date, knowing: Knowing) -> None:
    """The child's own words, the latest first, whoever heard them."""
    visits = (
        Visit.unwithdrawn.filter(child=child)
        .exclude(child_said="")
        .select_related("by_worker", "recorded_by__worker", "source")
    )
    found = [
        _said(each, each.child_said, each.held_on, on, knowing, by=str(each.by_worker or ""), cut=LONGEST)
        for each in visits.order_by("-held_on", "-pk")[:MOST]
    ]
    groups = (
        CoreGroup.unwithdrawn.filter(child=child)
        .exclude(child_views="")
        .select_related("recorded_by__worker", "source")
    )
    found += [
        _said(each, each.child_views, each.held_on, on, knowing, cut=LONGEST)
        for each in groups.order_by("-held_on", "-pk")[:MOST]
    ]
    returned = ReturnInterview.unwithdrawn.filter(child=child, held_on__isnull=False).exclude(child_words="")
    found += [
        _said(each, each.child_words, each.held_on, on, knowing, by=each.interviewer, cut=LONGEST)
        for each in returned.select_related("recorded_by__worker", "source").order_by("-held_on", "-pk")[
            :MOST
        ]
    ]
    part.said = sorted([*found, *part.said], key=lambda each: each.on or date.min, reverse=True)


def _said(
    row: Recorded,
    words: str,
    day: date | None,
    on: date,
    knowing: Knowing,
    *,
    by: str = "",
    cut: int = 0,
    late: bool = False,
) -> Said:
    told = knowing.words(words.strip())
    short = _cut(told, cut) if cut else told
    return Said(
        short,
        day,
        by or _writer(row),
        (on - day).days if day else None,
        table_of(row),
        row.pk,
        short != told,
        late,
    )


def _cut(words: str, most: int) -> str:
    """Whole words up to so many letters."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def _writer(row: Recorded) -> str:
    if row.recorded_by is not None:
        return row.recorded_by.shown_name
    return row.source.name if row.source is not None else ""


def _day(day: date) -> str:
    return date_format(day, "j M Y")
