"""XML files read safely: nothing is fetched, no entity is expanded, no document type is accepted, memory stays flat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from lxml import etree

from . import values
from .faults import UnreadableFile, UnsafeFile
from .values import Misread

CHUNK = 1 << 20
NAMES_KEPT = 2_000
IDENTITIES = frozenset({"LAchildID", "CHILDID", "SWENo"})


@lru_cache(maxsize=4096)
def local_name(tag: object) -> str:
    """An element's name without its namespace; empty for a comment or processing instruction."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@dataclass(slots=True)
class Survey:
    """What a first pass over a whole file found, in memory that does not grow with the file's records.

    header: the leaves of its Header. identities: how often each child's or worker's id stands in it. names: how often each
    element does. days: the first and last day in each element whose name is in ``dated``.
    """

    dated: frozenset[str] = frozenset()
    today: date = field(default_factory=date.today)
    root: str = ""
    header: dict[str, str] = field(default_factory=dict)
    identities: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    days: dict[str, tuple[date, date]] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)

    # The methods that the parser calls.
    def start(self, tag: str | bytes, attributes: object) -> None:
        name = local_name(tag)
        self.root = self.root or name
        if name in self.names or len(self.names) < NAMES_KEPT:
            self.names[name] += 1
        self._open.append(name)
        self._text.clear()

    def data(self, data: str | bytes) -> None:
        self._text.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """A comment says nothing."""

    def end(self, tag: str | bytes) -> None:
        name = self._open.pop()
        text = "".join(self._text).strip()
        self._text.clear()
        if not text:
            return
        if name in IDENTITIES:
            self.identities[text] += 1
        elif name in self.dated:
            self._note_day(name, text)
        elif "Header" in self._open[1:2] and len(self.header) < NAMES_KEPT:
            self.header.setdefault(name, text)

    def doctype(self, name: str, public_id: str | None, system_url: str | None) -> None:
        raise UnsafeFile("document type")

    def close(self) -> Survey:
        return self

    def _note_day(self, name: str, text: str) -> None:
        try:
            found = values.day(text)
        except Misread:
            return
        if found <= self.today:
            first, last = self.days.get(name, (found, found))
            self.days[name] = (min(first, found), max(last, found))


def survey(path: Path, dated: frozenset[str], today: date) -> Survey:
    """Read a whole file once to see that it is well formed and what it holds.

    Raises UnsafeFile for a document type, and UnreadableFile, with line and column, for what is not XML or is cut short.
    """
    found = Survey(dated=dated, today=today)
    parser = etree.XMLParser(
        target=found,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                parser.feed(chunk)
        parser.close()
    except UnsafeFile:
        raise UnsafeFile(
            f"{path.name}: found a document type (<!DOCTYPE ...>), which no census or return carries and which can make a "
            "reader fetch or build something; nothing was read. Expected XML without one. Export the file again from the "
            "source system, and ask who gave you this one how it was made."
        ) from None
    except etree.XMLSyntaxError as error:
        raise not_well_formed(path, error) from None
    except (etree.LxmlError, ValueError, LookupError, AssertionError) as error:
        raise UnreadableFile(
            f"{path.name}: found something that cannot be read as XML ({error}). Expected a well-formed XML file. Export it "
            "again from the source system."
        ) from None
    return found


def not_well_formed(path: Path, error: etree.XMLSyntaxError) -> UnreadableFile:
    """The fault for a file that is not XML, or is cut short, with where that showed."""
    line, column = error.position if error.position else (error.lineno or 1, 0)
    reason = (error.msg or "it is not XML").rstrip(".")
    cut = "premature end" in reason.lower() or "no element found" in reason.lower() or "EndTag" in reason
    what = "the file breaks off before it is complete" if cut else "this is not well-formed XML"
    return UnreadableFile(
        f"{path.name}, line {line}, column {column}: {what} ({reason}). Expected XML that ends with the closing tag of its "
        "first element. Nothing was imported. Export the file again from the source system, and check that the copy is "
        "as long as the original."
    )


def elements(path: Path, name: str) -> Iterator[tuple[str, etree._Element]]:
    """Each element of this name (in any namespace) with its XPath, dropped from memory after it was used."""
    seen: Counter[str] = Counter()
    try:
        events = etree.iterparse(
            str(path),
            events=("end",),
            tag=f"{{*}}{name}",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
        )
        for _, element in events:
            above = "/".join(local_name(parent.tag) for parent in reversed(list(element.iterancestors())))
            seen[above] += 1
            yield f"/{above}/{name}[{seen[above]}]", element
            parent = element.getparent()
            element.clear()
            if parent is not None:
                while element.getprevious() is not None:
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise not_well_formed(path, error) from None


def leaves(element: etree._Element) -> dict[str, str]:
    """The text of each child element that holds no elements and is not empty, by name."""
    found: dict[str, str] = {}
    for child in element:
        name = local_name(child.tag)
        text = (child.text or "").strip()
        if name and text and not len(child):
            found.setdefault(name, text)
    return found


def children_named(element: etree._Element, name: str) -> list[etree._Element]:
    """The direct children of this name, in any namespace."""
    return [child for child in element if local_name(child.tag) == name]


def within(element: etree._Element, name: str) -> list[etree._Element]:
    """The elements of this name at any depth."""
    return [found for found in element.iterdescendants() if local_name(found.tag) == name]
