"""What an account may do with one child as it stands to it: list, open, record, give a reason, break the glass."""

from __future__ import annotations

import rules

from goldthread.practice.access import Seen


@rules.predicate
def is_there(seen: Seen) -> bool:
    return seen.child is not None


@rules.predicate
def role_sees_children(seen: Seen) -> bool:
    return seen.standing.role.sees_children


@rules.predicate
def is_restricted(seen: Seen) -> bool:
    return seen.restricted


@rules.predicate
def is_sealed(seen: Seen) -> bool:
    return seen.sealed


@rules.predicate
def is_named(seen: Seen) -> bool:
    return seen.named


@rules.predicate
def broke_the_glass(seen: Seen) -> bool:
    return seen.broken


@rules.predicate
def belongs_to_the_work(seen: Seen) -> bool:
    return seen.related


@rules.predicate
def role_lists_all(seen: Seen) -> bool:
    return seen.standing.role.lists_all


@rules.predicate
def role_asks(seen: Seen) -> bool:
    return seen.standing.role.asks


@rules.predicate
def role_always_asks(seen: Seen) -> bool:
    return seen.standing.role.always_asks


@rules.predicate
def role_records(seen: Seen) -> bool:
    return seen.standing.role.records


@rules.predicate
def gave_a_reason(seen: Seen) -> bool:
    return bool(seen.reason)


here = is_there & role_sees_children
let_in = is_named | broke_the_glass
known = here & (~is_restricted | let_in)
is_listed = here & (let_in | (~is_restricted & (belongs_to_the_work | role_lists_all)))
opens_by_itself = here & (let_in | (~is_restricted & belongs_to_the_work)) & ~role_always_asks
opens_for_a_reason = known & role_asks
is_open = opens_by_itself | (opens_for_a_reason & gave_a_reason)
may_be_broken = here & is_restricted & ~is_sealed & ~is_named

permissions = rules.RuleSet()
permissions.add_rule("list", is_listed)
permissions.add_rule("open", is_open)
permissions.add_rule("record", is_open & role_records)
permissions.add_rule("give a reason", opens_for_a_reason)
permissions.add_rule("break the glass", may_be_broken)


def allows(permission: str, seen: Seen) -> bool:
    """Whether one of the rules lets an account do something with a child. Raises KeyError for another word."""
    return bool(permissions[permission].test(seen))


def why_open(seen: Seen) -> str:
    """By what an open record is open, as the read log keeps it."""
    if opens_by_itself.test(seen):
        if seen.named:
            return "named"
        return "broke the glass" if seen.broken else ""
    return f"Reason given: {seen.reason}"
