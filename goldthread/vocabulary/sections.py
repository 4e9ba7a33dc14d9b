"""The sections of an assessment, declared once: what each asks, in the order in which they are read."""

from __future__ import annotations

from typing import NamedTuple


class Section(NamedTuple):
    """One section: its word, its title, and what it asks.

    unborn: the title and the question before birth, where they differ. Only one of ``born`` and ``before_birth`` is false
    for a section that is not asked of everybody.
    """

    word: str
    title: str
    asks: str
    unborn: tuple[str, str] | None = None
    born: bool = True
    before_birth: bool = True

    def title_of(self, *, pre_birth: bool) -> str:
        """Its title for a child who is born, or is not yet."""
        return self.unborn[0] if pre_birth and self.unborn else self.title

    def asks_of(self, *, pre_birth: bool) -> str:
        """What it asks of a child who is born, or is not yet."""
        return self.unborn[1] if pre_birth and self.unborn else self.asks


SECTIONS: tuple[Section, ...] = (
    Section("why-now", "Why now", "What brought us here, what the family and others told us, and what came before."),
    Section(
        "child-says", "What the child says", "The child's own words, what they showed, who asked and where.",
        before_birth=False,
    ),
    Section(
        "pregnancy", "The pregnancy", "Antenatal care, the parents' hopes and fears, and what is ready for the baby.",
        born=False,
    ),
    Section(
        "health", "Health", "Body and mind: growth, illness, sleep, feelings, and who looks after them.",
        ("Health of mother and baby", "The mother's health, substances, scans, and what midwife and health visitor say."),
    ),
    Section(
        "education", "Education and learning", "School or nursery, attendance, friends, and what the child is proud of.",
        before_birth=False,
    ),
    Section(
        "family", "Family and environment",
        "Who is in the family and the home, who is not and why, money, housing, and whom they turn to.",
    ),
    Section(
        "parenting", "Parenting",
        "What a day is like with each parent and carer, fathers and new partners too: care, safety, warmth, limits.",
        ("Parents to be", "Each parent's own childhood, earlier children, relationship, and what they can do and learn."),
    ),
    Section(
        "identity", "Identity and culture",
        "Who the child is to themselves: ethnicity, language, faith, disability, sex and gender, and what these mean here.",
        ("Identity and culture", "The family's ethnicity, language, faith and ways, and what these mean for the baby."),
    ),
    Section("strengths", "Strengths", "What goes well, what keeps the child safe, and who makes it so."),
    Section(
        "analysis", "What we worry about, and what it means",
        "What has happened or may happen, how likely and how bad, and what a day is like for the child because of it.",
    ),
    Section(
        "what-next", "What should happen", "What should be different for the child, what help is proposed, and who agrees.",
    ),
)  # fmt: skip

SECTION: dict[str, Section] = {section.word: section for section in SECTIONS}
WORDS = "words:" + " ".join(SECTION)


def sections_for(*, pre_birth: bool) -> tuple[Section, ...]:
    """The sections that are asked of a child who is born, or is not yet."""
    return tuple(each for each in SECTIONS if (each.before_birth if pre_birth else each.born))
