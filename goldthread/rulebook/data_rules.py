"""What every table must keep, whoever wrote it: rules on single rows, by code and in words. A duty is never one of these."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE = (
    "This system's vocabulary: every table and column says its type, its codes and whether it may be missing"
)


@dataclass(frozen=True, slots=True)
class DataRule:
    """One rule that a row can break."""

    code: str
    words: str
    to_do: str


RULES: dict[str, DataRule] = {
    rule.code: rule
    for rule in (
        DataRule("GT-01", "A value is of its column's type.", "Write the value as expected, in the file."),
        DataRule("GT-02", "A column that must hold something does.", "Fill it in, or leave the row out."),
        DataRule(
            "GT-03", "A code is one of its set.", "Use a code of the set; the right one is in the standard."
        ),
        DataRule(
            "GT-04", "The row that a row names is there.", "Add the row that is named, or name another."
        ),
        DataRule("GT-05", "A row's number is its own.", "Give each row of a table a number of its own."),
        DataRule("GT-06", "Nothing ends before it begins.", "Put the two days right."),
        DataRule(
            "GT-07", "A child has one open period of care at a time.", "End the earlier one on its day."
        ),
    )
}
