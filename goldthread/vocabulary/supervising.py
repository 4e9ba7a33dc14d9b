"""Supervision as a meeting: who met, what each child's part of it asked for, and what became of that."""

from __future__ import annotations

from .tables import Table, code, day, instant, ref, text


class SupervisionSession(Table):
    """A supervision of a worker, or of several together, in which children are discussed one after another."""

    child_owned = False
    public_id = text("The number by which pages name the session: random, and nothing can be told from it.")
    worker = ref(
        "workers", "Whose supervision it is; missing where it is several workers' together.", null=True
    )
    supervisor = ref("workers", "Who supervises.", null=True)
    kind = code("words:case group", "One worker's, or several workers' together.")
    planned_for = day("The day for which it is arranged.", null=True)
    held_on = day("The day it was held; missing until it begins.", null=True)
    began_at = instant("When it began, where the time of day is known.", day="held_on")
    ended_on = day("The day it ended; missing while it is being held.", null=True)
    ended_at = instant("When it ended, where the time of day is known.", day="ended_on")


class SupervisionMember(Table):
    """A worker who took part in a supervision of several together."""

    child_owned = False
    session = ref("supervision_sessions", "The supervision.")
    worker = ref("workers", "Who took part.")


class SupervisionReading(Table):
    """A worker says that they read what was written of their supervision."""

    child_owned = False
    session = ref("supervision_sessions", "The supervision.")
    worker = ref("workers", "Who read it.")
    read_on = day("The day they said so.")


class SupervisionItem(Table):
    """A child whom somebody wants discussed in the next supervision, or who was put off to it."""

    child = ref("children", "The child who is to be discussed.")
    worker = ref("workers", "In whose supervision.", null=True)
    session = ref("supervision_sessions", "The supervision in which the child was put off.", null=True)
    kind = code("words:asked put-off", "Whether it was asked for, or put off.")
    words = text("Why.")
    put_on = day("The day it was asked or put off.")


class Direction(Table):
    """What a manager directs to be done for a child, by whom and by when."""

    child = ref("children", "The child for whom it is to be done.")
    supervision = ref("supervisions", "The discussion in supervision that gave it.", null=True)
    decision = ref("decisions", "The decision that gave it.", null=True)
    words = text("What is to be done.")
    owner = ref("workers", "Who is to do it.", null=True)
    given_on = day("The day it was given.")
    given_by = ref("workers", "Which manager gave it.", null=True)
    due_on = day("The day by which it is to be done.")


class DirectionAnswer(Table):
    """What became of a direction: done, still right with a new date, or withdrawn. Each answer stays."""

    child = ref("children", "The child for whom it was to be done.")
    direction = ref("directions", "The direction.")
    supervision = ref("supervisions", "The discussion in supervision at which it was answered.", null=True)
    answer = code("words:done still-right withdrawn", "What became of it.")
    words = text("By what it shows that it was done; why it is still right; why it was withdrawn.")
    answered_on = day("The day it was answered.")
    answered_by = ref("workers", "Who answered.", null=True)
    due_on = day("The new day by which it is to be done; missing unless it is still right.", null=True)
    visit = ref("visits", "The visit that shows it.", null=True)
    document = ref("documents", "The document that shows it.", null=True)
    decision = ref("decisions", "The decision that shows it.", null=True)


class SupervisionAmendment(Table):
    """What one of the two adds to what was written of a child in supervision; it counts once the other agrees."""

    child = ref("children", "The child who was discussed.")
    supervision = ref("supervisions", "The discussion; what was written of it never changes.")
    words = text("What is added.")
    proposed_on = day("The day it was proposed.")
    proposed_by = ref("workers", "Who proposed it.", null=True)
    agreed_on = day("The day the other agreed; missing until then.", null=True)
    agreed_by = ref("workers", "Who agreed.", null=True)
