"""SVG as text: elements whose attributes are their presentation, so that a picture stands alone and needs no style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from statistics import fmean

INK, GREY, PALE, WHITE = "#0b0c0c", "#505a5f", "#f3f2f1", "#ffffff"
BLUE, RED, GREEN, PURPLE, TEAL = "#1d70b8", "#d4351c", "#00703c", "#4c2c92", "#0f7a74"
FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"
SIZE = 16


def element(name: str, *children: str, **attributes: object) -> str:
    """An element. An underscore in an attribute's name is a hyphen; numbers keep one decimal; None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(shown(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0").replace("-0", "0" if value > -0.05 else "-0")
    return str(value)


def text(x: float, y: float, words: str, **attributes: object) -> str:
    """Words at a place. They are escaped."""
    return element("text", escape(words), x=x, y=y, **attributes)


def haloed(x: float, y: float, words: str, **attributes: object) -> str:
    """Words that stay readable where they lie over a line."""
    return text(
        x, y, words, stroke=WHITE, stroke_width=4, paint_order="stroke", stroke_linejoin="round", **attributes
    )


def line(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, **attributes: object
) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, **attributes)


def path(points: Iterable[tuple[float, float]], colour: str, width: float, **attributes: object) -> str:
    """A line through points."""
    through = " ".join(f"{shown(float(x))},{shown(float(y))}" for x, y in points)
    return element(
        "polyline",
        points=through,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        **attributes,
    )


def area(points: Iterable[tuple[float, float]], colour: str, **attributes: object) -> str:
    through = " ".join(f"{shown(float(x))},{shown(float(y))}" for x, y in points)
    return element("polygon", points=through, fill=colour, **attributes)


def picture(wide: float, high: float, ident: str, title: str, said: str, *parts: str) -> str:
    """The whole picture, with its title and what it says for those who hear it."""
    return element(
        "svg",
        element("title", escape(title), id=f"{ident}-title"),
        element("desc", escape(said), id=f"{ident}-desc"),
        element("rect", x=0, y=0, width=wide, height=high, fill=WHITE),
        element("g", *parts, font_family=FONT, font_size=SIZE, fill=INK),
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {shown(wide)} {shown(high)}", width=wide, height=high, role="img",
        aria_labelledby=f"{ident}-title {ident}-desc", class_="gt-chart__picture",
    )  # fmt: skip


MARKS = {"concern": RED, "improvement": GREEN, "neither": PURPLE}


def mark(kind: str, x: float, y: float, size: float, why: str) -> str:
    """A point that is a signal, by its shape as well as its colour: a diamond, a triangle or a square. why: for a pointer."""
    shapes = {
        "concern": [(x, y - 1.25 * size), (x + 1.25 * size, y), (x, y + 1.25 * size), (x - 1.25 * size, y)],
        "improvement": [(x, y - 1.2 * size), (x + 1.15 * size, y + 0.9 * size), (x - 1.15 * size, y + 0.9 * size)],
        "neither": [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)],
    }  # fmt: skip
    shape = area(shapes[kind], MARKS[kind], stroke=WHITE, stroke_width=1.5)
    return element("g", element("title", escape(why)), shape)


def dot(x: float, y: float, size: float, why: str, *, hollow: bool = False) -> str:
    circle = element(
        "circle",
        cx=x,
        cy=y,
        r=size,
        fill=WHITE if hollow else BLUE,
        stroke=BLUE if hollow else WHITE,
        stroke_width=1.5,
    )
    return element("g", element("title", escape(why)), circle)


def spread(wanted: list[float], apart: float, least: float, most: float) -> list[float]:
    """Heights as near as can be to those wanted, and so far apart that no two labels lie on each other. In the order given."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    groups: list[
        list[float]
    ] = []  # labels that push each other, each given where the first of them would lie
    for place, at in enumerate(order):
        groups.append([wanted[at] - place * apart])
        while len(groups) > 1 and fmean(groups[-2]) > fmean(groups[-1]):
            last = groups.pop()
            groups[-1] += last
    starts = [fmean(group) for group in groups for _ in group]
    highest = most - (len(order) - 1) * apart
    placed = {
        at: max(min(start, highest), least) + place * apart
        for place, (at, start) in enumerate(zip(order, starts, strict=True))
    }
    return [placed[at] for at in range(len(wanted))]
