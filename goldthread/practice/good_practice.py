"""What worked: marked where it was seen, and written again without names for other teams."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from goldthread.practice.access import listed, may_record
from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.auditing.samples import opens_to
from goldthread.practice.disclosure import IN_WORDS
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.entries import must_stand
from goldthread.practice.holding import holder_of_many
from goldthread.practice.moment import today
from goldthread.practice.reasons import SHORTEST
from goldthread.practice.reasons import written as reason
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import (
    Account,
    Address,
    Child,
    GoodPractice,
    Identifier,
    OtherName,
    Person,
    Placement,
    Relationship,
    SharedPractice,
)

MARKED_IN = {
    "case_audits": "an audit",
    "supervisions": "a supervision",
    "decisions": "a decision",
    "visits": "a visit",
}
"""Tables of whose rows somebody may say that they worked."""

FOR_WHOM = {
    "team": "Their own team",
    "everybody": "All teams",
    "new": "New workers",
    "managers": "Managers",
}
ALSO_WORDS = frozenset(
    {
        "april", "art", "august", "baker", "bill", "black", "brown", "cook", "dawn", "day", "faith", "field", "frank", "grace",
        "green", "hill", "hope", "jack", "joy", "june", "king", "long", "love", "mark", "may", "pat", "rich", "rose", "sue",
        "summer", "white", "will", "wood", "young",
    }
)  # fmt: skip
"""Names that are words of every day too: found only where they are written with a capital letter."""

BY_READERS = "auditors mark what worked too; the record must be open to them"


@action
@checks_itself(BY_READERS)
def mark_good_practice(
    *, child: Child, by: Account, theme: str, words: str, for_whom: str, of_table: str = "", of_row: int | None = None,
    marked_on: date | None = None,
) -> GoodPractice:  # fmt: skip
    """Mark something that worked for a child, and for whom to read. Raises ValidationError, RecordNotFound and NotAllowed."""
    _may(by, child)
    if len(words.strip()) < SHORTEST:
        raise ValidationError({"words": "Say what worked, and how one can tell."})
    if for_whom not in FOR_WHOM:
        raise ValidationError({"for_whom": "Choose who should read it."})
    if of_table:
        if of_table not in MARKED_IN:
            raise ValidationError("What worked is marked in an audit, a supervision, a decision or a visit.")
        must_stand(child, of_table, of_row)
    return add(
        GoodPractice(
            child=child, of_table=of_table, of_row=of_row, theme=theme, words=words.strip(), for_whom=for_whom,
            marked_on=marked_on or today(),
        )
    )  # fmt: skip


def marks_on(child: Child, table: str, row: int) -> list[GoodPractice]:
    """What was marked as having worked in one row of a child's record, the latest first."""
    found = GoodPractice.unwithdrawn.filter(child=child, of_table=table, of_row=row)
    return list(found.order_by("-marked_on", "-pk"))


@action
@checks_itself(BY_READERS)
def share_practice(
    *, good_practice: GoodPractice, by: Account, title: str, words: str, shared_on: date | None = None
) -> SharedPractice:
    """Write what worked for other teams, with everything left out that names the child or the family.

    Raises ValidationError where a name of the record, an address or a number stands in it, naming what was found.
    """
    child = good_practice.child
    _may(by, child)
    if good_practice.shared_id is not None:
        raise ValidationError("This was shared already.")
    if len(title.strip()) < SHORTEST or len(words.strip()) < SHORTEST:
        raise ValidationError({"words": "Write what was done, and what changed by it, in a few sentences."})
    for column, text in (("title", title), ("words", words)):
        if found := names_in(child, text):
            told = ", ".join(f"“{each}”" for each in found)
            raise ValidationError(
                {
                    column: f"Found {told}, which this record knows of the child or the family. Write it another way."
                }
            )
    team = holder_of_many([child.pk], today())[child.pk].team_id
    shared = add(
        SharedPractice(
            theme=good_practice.theme, title=title.strip(), words=words.strip(), team_id=team,
            shared_on=shared_on or today(),
        )
    )  # fmt: skip
    change(good_practice, shared=shared)
    return shared


@action
def take_back_shared(*, shared: SharedPractice, by: Account, because: str) -> SharedPractice:
    """Take a shared piece back with the reason: who shared it, or the director. Raises NotAllowed and ValidationError."""
    if shared.recorded_by_id != by.pk and "whole" not in standing_of(by).role.opens:
        raise NotAllowed("It is taken back by whoever shared it, or by the director.")
    return change(shared, withdrawn_at=timezone.now(), withdrawn_because=reason(because, "because"))


def names_in(child: Child, text: str) -> list[str]:
    """What stands in a text that names the child or the family: names, addresses, numbers and birth dates of the record."""
    small, as_typed = _plain(text).casefold(), _plain(text)
    found = []
    for each in sorted(_names(child)):
        word = _plain(each)
        also_a_word = word.casefold() in ALSO_WORDS
        pattern = r"\s+".join(re.escape(part) for part in (word if also_a_word else word.casefold()).split())
        if re.search(rf"(?<!\w){pattern}(?!\w)", as_typed if also_a_word else small):
            found.append(each)
    return found


def behind(shared: list[SharedPractice], standing: Standing) -> dict[int, GoodPractice]:
    """The marks behind shared pieces whose child may be listed to somebody, by the piece."""
    rows = GoodPractice.unwithdrawn.filter(listed(standing), shared__in=shared).select_related("child")
    return {each.shared_id: each for each in rows if each.shared_id is not None}


def _names(child: Child) -> set[str]:
    """Every name, place, number and birth date by which the child or the family is known."""
    kin = Relationship.unwithdrawn
    children = {
        child.pk,
        *kin.filter(child=child, other_child__isnull=False).values_list("other_child_id", flat=True),
        *kin.filter(other_child=child).values_list("child_id", flat=True),
    }
    people = kin.filter(child=child, person__isnull=False).values("person_id")
    found: set[str] = set()
    family: list[Child | Person] = [
        *Child.objects.filter(pk__in=children),
        *Person.objects.filter(pk__in=people),
    ]
    for one in family:
        found |= {one.given_name, one.family_name}
        if one.born_on is not None:
            found |= {
                date_format(one.born_on, "j F Y"),
                f"{one.born_on:%d/%m/%Y}",
                f"{one.born_on.day}/{one.born_on.month}/{one.born_on.year}",
                one.born_on.isoformat(),
            }
    for other in OtherName.objects.filter(child=child):
        found |= {other.given_name, other.family_name}
    found |= set(Identifier.objects.filter(child__in=children).values_list("value", flat=True))
    for model in (Address, Placement):
        for row in model.objects.filter(child__in=children):
            for column in IN_WORDS:
                value = str(getattr(row, column, "") or "")
                lines = [value, *re.split(r"[,\n]", value)] if column == "lines" else [value]
                found |= {*lines, *(re.sub(r"^\s*\d+\w?\s+", "", each) for each in lines)}
    homes = Placement.objects.filter(child__in=children, household__isnull=False)
    found |= {re.sub(r"^The ", "", each) for each in homes.values_list("household__name", flat=True) if each}
    parts = {part for each in found for part in (each, *re.split(r"[\s-]+", each)) if _telling(each, part)}
    return {each.strip() for each in parts if len(each.strip()) > 1}


def _telling(whole: str, part: str) -> bool:
    """Whether a part of a name tells of somebody by itself: a whole does, and a word that is no house number or road."""
    return part == whole or (part[:1].isupper() and len(part) > 2 and not re.search(r"\d", whole))


def _plain(text: str) -> str:
    """Without accents."""
    loose = unicodedata.normalize("NFKD", text)
    return "".join(each for each in loose if not unicodedata.combining(each)).replace("’", "'")


def _may(by: Account, child: Child) -> None:
    standing = standing_of(Account.objects.get(pk=by.pk))
    if not opens_to(by, child):
        raise RecordNotFound
    if not (standing.role.audits or may_record(standing, [child.pk])):
        raise NotAllowed("Whoever works with the child, or audits the record, says what worked.")
