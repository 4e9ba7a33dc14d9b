"""Which child a file speaks of: by the authority's own number, then by pupil number; a doubt is listed and never merged."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from goldthread.exchange.reading import Bundle
from goldthread.practice.access import seals_in_force
from goldthread.record.models import Child, Identifier, Source, SuggestedMatch

from .report import ReadingReport

PUPIL_NUMBER = re.compile(r"[A-Z]\d{11}[0-9A-Z]")


def own_authority(stated: str) -> str:
    """The authority whose numbers a file's numbers are: the one it states, or where it states none, this installation's.

    `AUTHORITY` of the settings (environment variable GOLDTHREAD_AUTHORITY) says which that is. Where it is empty too, the
    empty authority stands for the installation's own and meets any other by the number alone.
    """
    return stated or settings.AUTHORITY


@dataclass(slots=True)
class _Known:
    """What identifiers say of the children of one batch: child ids by number, and numbers with their source by child.

    keys: the numbers in the batch itself.
    """

    by_number: dict[str, list[tuple[str, int, int | None]]] = field(default_factory=lambda: defaultdict(list))
    by_upn: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    numbers: dict[int, set[tuple[int | None, str]]] = field(default_factory=lambda: defaultdict(set))
    keys: frozenset[str] = frozenset()


@dataclass(slots=True)
class Placed:
    """The child whom one bundle speaks of, and how that was found: ``by id``, ``by UPN`` or ``new``."""

    child: Child
    how: str


class ChildFinder:
    """Finds or makes the child of each bundle of one source. ``met_before``: one at least was known from this source."""

    def __init__(self, source: Source, authority: str, report: ReadingReport) -> None:
        self._source, self._authority, self._report = source, authority, report
        self.met_before = False

    def place(self, bundles: list[Bundle]) -> dict[str, Placed]:
        """The child of each bundle, by the bundle's key. New children are written; known ones are not changed here."""
        known = self._known(bundles)
        ids = {child for found in known.by_number.values() for _, child, _ in found}
        ids |= {child for children in known.by_upn.values() for child in children}
        children = Child.objects.in_bulk(list(ids))
        placed: dict[str, Placed] = {}
        new: dict[str, Child] = {}
        doubts: list[tuple[Bundle, Child, str]] = []
        for bundle in bundles:
            found = self._by_id(bundle, known, children, doubts)
            how = "by id"
            if found is None and PUPIL_NUMBER.fullmatch(bundle.upn):
                found, how = self._by_upn(bundle, known, children, doubts), "by UPN"
            if found is None and all(record.rejected for record in bundle.records) and not bundle.rows:
                continue
            if found is None:
                found, how = Child(source=self._source, **new_values(bundle)), "new"
                new[bundle.key] = found
            elif how == "by UPN":
                self._report.matched.append(
                    f"Child {bundle.key} is the child known here as {_numbers(known, found)}: same pupil number, "
                    "and birth date and sex do not contradict it."
                )
            if how != "new":
                known.numbers[found.pk].add((self._source.pk, bundle.key))
            placed[bundle.key] = Placed(found, how)
            self._report.children[how] = self._report.children.get(how, 0) + 1
        doubts += self._by_name([bundle for bundle in bundles if bundle.key in new])
        Child.objects.bulk_create(new.values(), batch_size=500)
        doubts += _same_upn([bundle for bundle in bundles if bundle.key in new], new)
        self._suggest(doubts)
        return placed

    def _known(self, bundles: list[Bundle]) -> _Known:
        known = _Known(keys=frozenset(bundle.key for bundle in bundles))
        numbers = [bundle.key for bundle in bundles]
        upns = [bundle.upn for bundle in bundles if PUPIL_NUMBER.fullmatch(bundle.upn)]
        standing = Identifier.unwithdrawn.values_list("value", "authority", "child_id", "source_id")
        for value, authority, child, source in standing.filter(scheme="la_child_id", value__in=numbers):
            known.by_number[value].append((authority, child, source))
            self.met_before = self.met_before or source == self._source.pk
        # By pupil number or name a sealed record is never found: that would tell which child it was.
        open_ = standing.exclude(child__in=seals_in_force().values("child"))
        for value, _, child, _ in open_.filter(scheme="upn", value__in=upns) if upns else ():
            known.by_upn[value].add(child)
        matched = {child for children in known.by_upn.values() for child in children}
        for value, _, child, source in (
            standing.filter(scheme="la_child_id", child_id__in=matched) if matched else ()
        ):
            known.numbers[child].add((source, value))
        return known

    def _by_id(
        self,
        bundle: Bundle,
        known: _Known,
        children: dict[int, Child],
        doubts: list[tuple[Bundle, Child, str]],
    ) -> Child | None:
        """The child of this number: under this authority, else where one side names none, unless something contradicts."""
        found = known.by_number.get(bundle.key, [])
        exact = {child for authority, child, _ in found if authority == self._authority}
        own = {
            child
            for authority, child, source in found
            if authority == self._authority and source == self._source.pk
        }
        for candidates in (own, exact):
            if len(candidates) == 1:
                return children[candidates.pop()]
        loose = {child for authority, child, _ in found if not (authority and self._authority)} - exact
        candidates = exact or loose
        if not exact and len(loose) == 1:
            child = children[min(loose)]
            contradiction = contradicts(bundle, child)
            if not contradiction:
                return child
            doubts.append((bundle, child, f"same number {bundle.key}, but {contradiction}"))
        else:
            doubts += [
                (bundle, children[child], f"one of {len(candidates)} children with the number {bundle.key}")
                for child in sorted(candidates)
            ]
        return None

    def _by_upn(
        self,
        bundle: Bundle,
        known: _Known,
        children: dict[int, Child],
        doubts: list[tuple[Bundle, Child, str]],
    ) -> Child | None:
        candidates = sorted(known.by_upn.get(bundle.upn, ()))
        for candidate in candidates:
            child = children[candidate]
            # Two systems of one authority may number a child differently; one system gives a child one number.
            others = {
                value
                for source, value in known.numbers[candidate]
                if value != bundle.key and (source in (self._source.pk, None) or value in known.keys)
            }
            contradiction = contradicts(bundle, child)
            if len(candidates) > 1:
                why = f"one of {len(candidates)} children with the pupil number {bundle.upn}"
            elif contradiction:
                why = f"same pupil number {bundle.upn}, but {contradiction}"
            elif others:
                why = (
                    f"same pupil number {bundle.upn}, but {min(others)} is another number in the same system"
                )
            else:
                return child
            doubts.append((bundle, child, why))
        return None

    def _by_name(self, bundles: list[Bundle]) -> list[tuple[Bundle, Child, str]]:
        """Children here of the same name and birth date as those who are about to be made."""
        named = {
            (
                bundle.child.get("given_name"),
                bundle.child.get("family_name"),
                bundle.child.get("born_on"),
            ): bundle
            for bundle in bundles
        }
        named = {name: bundle for name, bundle in named.items() if all(name)}
        if not named:
            return []
        births = {born for _, _, born in named}
        alike = Child.unwithdrawn.filter(born_on__in=births).exclude(pk__in=seals_in_force().values("child"))
        return [
            (named[child.given_name, child.family_name, child.born_on], child, "same name and birth date")
            for child in alike
            if (child.given_name, child.family_name, child.born_on) in named
        ]

    def _suggest(self, doubts: list[tuple[Bundle, Child, str]]) -> None:
        SuggestedMatch.objects.bulk_create(
            SuggestedMatch(source=self._source, subject=bundle.key, child=child, why=_sentence(why))
            for bundle, child, why in doubts
        )
        for bundle, child, why in doubts:
            self._report.suggested_matches.append(
                {
                    "subject": bundle.key,
                    "child": str(child.public_id),
                    "because": f"Child {bundle.key} may be one already here: {why}.",
                }
            )


def new_values(bundle: Bundle) -> dict[str, Any]:
    """The columns of a child who is made: what the bundle says, where it says something."""
    values = {name: value for name, value in bundle.child.items() if value is not None}
    return values | ({"original": bundle.child_original} if bundle.child_original else {})


def contradicts(bundle: Bundle, child: Child) -> str:
    """What of birth date and sex a bundle says otherwise than the child here, in words; empty where nothing."""
    born, sex = bundle.child.get("born_on"), bundle.child.get("sex")
    if born and child.born_on and born != child.born_on:
        return f"born on {born:%d/%m/%Y} and not {child.born_on:%d/%m/%Y}"
    if sex in ("M", "F") and child.sex in ("M", "F") and sex != child.sex:
        return f"sex {sex} and not {child.sex}"
    return ""


def _same_upn(bundles: list[Bundle], new: dict[str, Child]) -> list[tuple[Bundle, Child, str]]:
    """New children of one batch who share a pupil number: all but the first may be the first."""
    first: dict[str, Bundle] = {}
    doubts = []
    for bundle in bundles:
        if PUPIL_NUMBER.fullmatch(bundle.upn) and first.setdefault(bundle.upn, bundle) is not bundle:
            other = first[bundle.upn]
            why = f"same pupil number {bundle.upn}, but {other.key} is another number in the same system"
            doubts.append((bundle, new[other.key], why))
    return doubts


def _numbers(known: _Known, child: Child) -> str:
    return ", ".join(sorted({value for _, value in known.numbers[child.pk]})) or str(child.public_id)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:] + "."
