"""A family as a genogram: who stands where, and which lines join them; its table twin is `practice.family`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from goldthread.practice.family import FamilyMember
from goldthread.record.models import Child, Relationship

PARENTS = ("mother", "father", "step-parent", "carer")
ELDERS = ("grandparent", "aunt-or-uncle")
BY_KIND = {"mother": "F", "father": "M"}
WIDE, HIGH, BOX = 150, 130, 40
LEVELS = {"elder": 0, "adult": 1, "child": 2}


@dataclass(slots=True)
class Figure:
    """Somebody in the picture. shape: square, circle or diamond. x, y: its middle. chief: whether the record is theirs."""

    key: str
    name: str
    sub: str
    shape: str
    level: str
    chief: bool = False
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a parent to a child, over a height of its own, so that no two lie on each other. dashed: by no birth."""

    from_x: int
    from_y: int
    to_x: int
    to_y: int
    over: int
    dashed: bool


@dataclass(slots=True)
class Genogram:
    """The picture: figures, lines, how wide and high it is."""

    figures: list[Figure] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    width: int = 0
    height: int = 0


def genogram_of(child: Child, family: list[FamilyMember], name: str) -> Genogram:
    """The picture of a family that somebody may see: only those of `family`, as they were let through. One query."""
    now = [each for each in family if each.ended_on is None]
    children = {each.child_id: each for each in now if each.child_id is not None and "sibling" in each.what}
    adults = {each.person_id: each for each in now if each.person_id is not None}
    rows = Relationship.unwithdrawn.filter(
        child_id__in=[child.pk, *children], person_id__in=list(adults), ended_on=None
    ).order_by("pk")
    joined = [(row.person_id, row.child_id, row.kind) for row in rows if row.kind in PARENTS]
    figures: dict[str, Figure] = {}
    for key, each in adults.items():
        kind = each.what.replace(" ", "-")
        level = "elder" if kind in ELDERS else "adult"
        figures[f"p{key}"] = Figure(f"p{key}", each.name, each.what, _shape(BY_KIND.get(kind, "")), level)
    young = sorted(
        [(child.born_on or date.max, child.pk, name, child.sex or "", True)]
        + [(each.born_on or date.max, key, each.name, "", False) for key, each in children.items()]
    )
    sexes = dict(Child.objects.filter(pk__in=list(children)).values_list("pk", "sex")) if children else {}
    for born_on, key, called, sex, chief in young:
        sub = f"born {born_on.year}" if born_on != date.max else ""
        figures[f"c{key}"] = Figure(
            f"c{key}", called, sub, _shape(sex or sexes.get(key) or ""), "child", chief
        )
    found = Genogram(list(figures.values()))
    _place(found)
    order = {
        person: place for place, person in enumerate(dict.fromkeys(person for person, _of, _kind in joined))
    }
    for person, of, kind in joined:
        top, bottom = figures[f"p{person}"], figures[f"c{of}"]
        over = bottom.y - BOX // 2 - 14 - 8 * order[person]
        found.lines.append(
            Line(top.x, top.y + BOX // 2, bottom.x, bottom.y - BOX // 2, over, kind not in BY_KIND)
        )
    return found


def _place(found: Genogram) -> None:
    """Each level in a row of its own, in the middle."""
    levels = [each for each in LEVELS if any(figure.level == each for figure in found.figures)]
    most = max(sum(figure.level == each for figure in found.figures) for each in levels)
    found.width, found.height = max(most, 2) * WIDE, len(levels) * HIGH + 50
    for row, level in enumerate(levels):
        several = [figure for figure in found.figures if figure.level == level]
        left = (found.width - len(several) * WIDE) // 2
        for place, figure in enumerate(several):
            figure.x, figure.y = left + place * WIDE + WIDE // 2, row * HIGH + BOX // 2 + 44


def _shape(sex: str) -> str:
    return {"F": "circle", "M": "square"}.get(sex, "diamond")
