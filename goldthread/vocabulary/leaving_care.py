"""Leaving care: what a young person is entitled to, their pathway plan, and whether we keep in touch."""

from __future__ import annotations

from .tables import Table, code, day, flag, instant, ref, text


class Entitlement(Table):
    """A young person's standing as a care leaver, between two days."""

    child = ref("children", "The young person.")
    category = code("words:eligible relevant former-relevant qualifying", "Their standing in law.")
    began_on = day("The day it began.")
    ended_on = day("The day it ended.", null=True)
    assessed_on = day("The day the assessment of needs was completed.", null=True)
    plan_made_on = day("The day the first pathway plan was prepared.", null=True)
    adviser = ref("workers", "Their personal adviser.", null=True)


class PathwayPlan(Table):
    """A pathway plan made or reviewed with a young person."""

    child = ref("children", "The young person.")
    kind = code("words:plan review", "Whether the plan was first made or was reviewed.")
    held_on = day("The day it was made or reviewed.")


class KeepingInTouch(Table):
    """A contact, or an attempt at one, with a care leaver, and how they were living."""

    plural = "keeping_in_touch"
    child = ref("children", "The young person.")
    held_on = day("The day of the contact or attempt, or for an annual return the day it speaks of.")
    held_at = instant("When, where the time of day is known.", day="held_on")
    in_touch = flag("Whether they were in touch. An attempt that failed stops no clock.", null=True)
    standing = code("s903_in_touch", "The return's answer to whether the authority is in touch.", null=True)
    activity = code("s903_activity", "What the young person mainly does.", null=True)
    accommodation = code("s903_accommodation", "Where the young person lives.", null=True)
    suitable = flag("Whether it is suitable.", null=True)
    annual = flag("Whether the row is an annual return's answer and not a contact.")
    words = text("What was said, in a sentence.")
