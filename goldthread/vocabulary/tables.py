"""Tables and columns: the words in which everything else speaks.

A table is a class; each column says its type, whether it may be missing, and one sentence. The rows of a table are named in
the plural (``referrals``), and an expression begins from a column of those rows (``referrals.received_on``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from .expressions import Compare, Expression, IsIn, Known, Operator, Value

KINDS = ("key", "ref", "text", "code", "day", "instant", "flag", "number", "decimal", "json")


class Column:
    """One column of a table: its type, whether it may be missing, and what it means in one sentence.

    kind: one of ``KINDS``. A *day* is a local calendar date; an *instant* is a moment in UTC, whose companion ``day`` column
    holds its local date and is filled even where the time of day is not known. A *ref* holds the key of another table's row.
    """

    name: str
    table: type[Table]

    def __init__(
        self, kind: str, sentence: str, *, null: bool = False, codes: str = "", to: str = "", day: str = ""
    ) -> None:
        if kind not in KINDS:
            raise TypeError(f"a column is one of {', '.join(KINDS)}, not {kind}")
        self.kind, self.sentence, self.null = kind, sentence, null
        self.codes, self.to, self.day = codes, to, day

    def __set_name__(self, owner: type[Table], name: str) -> None:
        self.name, self.table = name, owner

    def __repr__(self) -> str:
        return f"{self.table.plural}.{self.name}"

    def _compare(self, operator: Operator, value: Value | Column) -> Expression:
        if isinstance(value, Column):
            return Compare(self.name, operator, other=value.name)
        return Compare(self.name, operator, value=value)

    # A column's "==" makes an expression, as in every query language, so it cannot return bool as object promises.
    def __eq__(self, value: Value | Column) -> Expression:  # type: ignore[override]
        return self._compare("==", value)

    def __ne__(self, value: Value | Column) -> Expression:  # type: ignore[override]
        return self._compare("!=", value)

    __hash__ = object.__hash__

    def __lt__(self, value: Value | Column) -> Expression:
        return self._compare("<", value)

    def __le__(self, value: Value | Column) -> Expression:
        return self._compare("<=", value)

    def __gt__(self, value: Value | Column) -> Expression:
        return self._compare(">", value)

    def __ge__(self, value: Value | Column) -> Expression:
        return self._compare(">=", value)

    def is_in(self, *values: Value) -> Expression:
        return IsIn(self.name, values)

    def yes(self) -> Expression:
        return Compare(self.name, "==", value=True)

    def no(self) -> Expression:
        return Compare(self.name, "==", value=False)

    def known(self) -> Expression:
        return Known(self.name)

    def unknown(self) -> Expression:
        return ~Known(self.name)


def key(sentence: str = "The row's own number in this record.") -> Column:
    return Column("key", sentence)


def ref(to: str, sentence: str, *, null: bool = False) -> Column:
    """A column that holds the key of a row of the table named ``to`` (plural)."""
    return Column("ref", sentence, null=null, to=to)


def text(sentence: str, *, null: bool = False) -> Column:
    return Column("text", sentence, null=null)


def code(codes: str, sentence: str, *, null: bool = False) -> Column:
    """A column whose values are codes of the named code set, or of ``words:`` a fixed list of our own words."""
    return Column("code", sentence, null=null, codes=codes)


def day(sentence: str, *, null: bool = False) -> Column:
    return Column("day", sentence, null=null)


def instant(sentence: str, *, day: str, null: bool = True) -> Column:
    """A moment in UTC. ``day`` names the column with its local date, which is filled even where the time is not known."""
    return Column("instant", sentence, null=null, day=day)


def flag(sentence: str, *, null: bool = False) -> Column:
    return Column("flag", sentence, null=null)


def number(sentence: str, *, null: bool = False) -> Column:
    return Column("number", sentence, null=null)


def decimal(sentence: str, *, null: bool = False) -> Column:
    return Column("decimal", sentence, null=null)


@dataclass(frozen=True, slots=True)
class Points:
    """Moments that something happened: one column of a table's rows, where a condition holds."""

    table: str
    column: str
    where: Expression | None = None

    def __str__(self) -> str:
        words = f"{self.table.replace('_', ' ')}: {self.column.replace('_', ' ')}"
        return f"{words}, where {self.where}" if self.where is not None else words

    @property
    def fact(self) -> str:
        """The name by which a source says whether it holds this: ``table.column``."""
        return f"{self.table}.{self.column}"


class Selection:
    """The rows of a table for which a condition holds; its columns are points in time."""

    def __init__(self, table: type[Table], where: Expression) -> None:
        self._table, self._where = table, where

    def where(self, also: Expression) -> Selection:
        return Selection(self._table, self._where & also)

    def __getattr__(self, name: str) -> Points:
        if name.startswith("__") or name not in self._table.columns():
            raise AttributeError(f"{self._table.plural} has no column {name}")
        return Points(self._table.plural, name, self._where)


TABLES: dict[str, type[Table]] = {}


class Table:
    """Base of every table. A subclass's docstring is the table's sentence; ``plural`` names its rows."""

    plural: ClassVar[str] = ""
    child_owned: ClassVar[bool] = True
    owned_by: ClassVar[str] = ""
    """For a table that no child owns: the column that names its owner, such as a foster household."""

    id = key()
    source = ref(
        "sources",
        "The imported source that this row came from; missing where it was recorded here.",
        null=True,
    )
    recorded_at = Column("instant", "When it was written down here.", null=False)
    recorded_by = ref("accounts", "Whose account wrote it; missing where an import did.", null=True)
    withdrawn_at = Column(
        "instant", "When it was withdrawn as entered in error or gone from its source.", null=True
    )
    withdrawn_because = text("Why it was withdrawn; empty unless it was.")
    original = Column(
        "json", "The codes as the source gave them, with their collection year, where they differ.", null=True
    )

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        words = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        cls.plural = cls.__dict__.get("plural") or words + "s"
        TABLES[cls.plural] = cls

    @classmethod
    def columns(cls) -> dict[str, Column]:
        """Every column by name, the common ones first. The child, where there is one, is a column like the others."""
        found: dict[str, Column] = {}
        for base in reversed(cls.__mro__):
            found.update({name: value for name, value in vars(base).items() if isinstance(value, Column)})
        return found

    @classmethod
    def owner_column(cls) -> str:
        """The column that names whose row it is: the child, the household, or the row itself."""
        return "child" if cls.child_owned else cls.owned_by or "id"

    @classmethod
    def rows(cls) -> Self:
        """The rows of this table, from whose columns expressions begin."""
        return cls()

    def where(self, condition: Expression) -> Selection:
        return Selection(type(self), condition)

    @classmethod
    def at(cls, column: Column) -> Points:
        """The moments in one column, of all rows."""
        return Points(cls.plural, column.name)


COMMON_COLUMNS = tuple(name for name, value in vars(Table).items() if isinstance(value, Column))
