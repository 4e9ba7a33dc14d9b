"""What people do with a request: take it down, check who asks, decide what is left out, look twice, make, give, close."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from goldthread.practice.access import may_list
from goldthread.practice.actions import action, add, change, checks_itself
from goldthread.practice.moment import today
from goldthread.practice.reasons import said
from goldthread.practice.retaining import BECAUSE, needs_governance, sees_to
from goldthread.practice.standing import Standing
from goldthread.practice.subject_access.contents import CONTENT, contents_of
from goldthread.practice.subject_access.gaps import Given, Out, given
from goldthread.practice.subject_access.proposing import Proposal, never_told, proposals_for
from goldthread.practice.subject_access.withheld import withheld_from, withholds_places
from goldthread.record.models import AccessRequest, Account, Child, Person, Redaction
from goldthread.rulebook.subject_access import GROUNDS, answer_due, extend_by
from goldthread.vocabulary import Fault

STATES = {
    "closed": "Closed",
    "given": "Given",
    "made": "To be given",
    "looked": "To be made",
    "second look": "Second look",
    "deciding": "To decide",
    "to read": "To be read",
    "identity": "Who asks?",
}
"""What a request is waiting for, worked out top to bottom."""


def state_of(request: AccessRequest) -> str:
    """The state of a request: a key of `STATES`."""
    if request.closed_on is not None:
        return "closed"
    if request.given_on is not None:
        return "given"
    if request.identified_on is None:
        return "identity"
    redactions = list(request.redactions.all())
    if any(not each.decision for each in redactions):
        return "deciding"
    if request.looked_at is not None:
        return "made" if request.bundles.exists() else "looked"
    return "second look" if redactions or request.read_at is not None else "to read"


def due_on(request: AccessRequest) -> date:
    """The last day for the answer, as far as can be told today."""
    return answer_due(request.received_on, request.identified_on, extended=request.extended_on is not None)


def requests_for(by: Account | Standing) -> QuerySet[AccessRequest]:
    """The requests that somebody may know of, the open ones first, then the latest. Raises RecordNotFound."""
    standing = needs_governance(by)
    found = AccessRequest.objects.filter(child__in=may_list(standing).values("pk")).select_related("child")
    return found.order_by("-pk")


@action
@checks_itself(BECAUSE)
def take_request(
    *,
    child: Child,
    by: Account,
    asked_by: str,
    asks_as: str,
    received_on: date,
    person: Person | None = None,
    entitled_how: str = "",
) -> AccessRequest:
    """Take down that somebody asks for a copy of a record.

    person: who asks, where they are a person of the record. entitled_how: how who asks for another showed that they may.
    Raises RecordNotFound for whoever does not see to this, Fault for a day to come.
    """
    sees_to(child, by)
    if received_on > today():
        raise Fault("A request is taken down when it has arrived: the day lies ahead.")
    return add(
        AccessRequest(
            child=child,
            asked_by=asked_by.strip(),
            asks_as=asks_as,
            person=person,
            entitled_how=entitled_how.strip(),
            received_on=received_on,
            taken_by=by,
            taken_at=timezone.now(),
        )
    )


@action
@checks_itself(BECAUSE)
def check_identity(
    *, request: AccessRequest, by: Account, identified_on: date, identified_how: str, entitled_how: str = ""
) -> AccessRequest:
    """Say when and how it was checked who asks, and for another how they showed that they may. Raises Fault."""
    sees_to(request.child, by)
    _still_open(request)
    if identified_on > today():
        raise Fault("It is written down when it has been checked: the day lies ahead.")
    entitled = entitled_how.strip() or request.entitled_how
    if request.asks_as != "themselves" and not entitled:
        raise Fault("They ask for somebody else. Say how they showed that they may.")
    return change(
        request, identified_on=identified_on, identified_how=said(identified_how), entitled_how=entitled
    )


@action
@checks_itself(BECAUSE)
def extend_request(*, request: AccessRequest, by: Account, extended_on: date, because: str) -> AccessRequest:
    """Say that who asks was told that the answer takes two months more, and why. Raises Fault after the first month."""
    sees_to(request.child, by)
    _still_open(request)
    last = extend_by(request.received_on, request.identified_on)
    if extended_on > today():
        raise Fault("It is written down when they have been told: the day lies ahead.")
    if extended_on > last:
        raise Fault(
            f"They must be told by {last:%-d %B %Y}, within the first month; a later extension has no effect."
        )
    return change(request, extended_on=extended_on, extended_because=said(because))


@action
@checks_itself(BECAUSE)
def propose_redactions(*, request: AccessRequest, by: Account) -> int:
    """Read the record for what may have to be left out, and put what is new before a person. Gives how many are new."""
    sees_to(request.child, by)
    _ready(request)
    fresh = new_proposals(request)
    for each in fresh:
        add(
            Redaction(
                request=request, kind=each.kind, about=each.about, words=list(each.words), cells=list(each.cells), why=each.why,
                proposed=True,
            )
        )  # fmt: skip
    change(request, read_at=timezone.now(), **(NOT_LOOKED if fresh else {}))
    return len(fresh)


@action
@checks_itself(BECAUSE)
def decide_redaction(
    *,
    redaction: Redaction,
    by: Account,
    decision: str,
    reason: str,
    kind: str = "",
    words: Iterable[str] | None = None,
) -> Redaction:
    """Accept, change or refuse that something is left out, and say why.

    decision: ``accepted``, ``changed`` or ``refused``. kind, words: what a change makes of it. Raises Fault, also where a
    precaution stands that a refusal would break.
    """
    sees_to(redaction.request.child, by)
    _ready(redaction.request)
    if decision == "refused" and redaction.proposed and redaction.kind in BY_PRECAUTION:
        raise Fault(
            "This is left out while the precaution on the record stands. End that first, on the child's page."
        )
    if decision == "refused" and _files_of(redaction) and withholds_places(redaction.request):
        raise Fault(
            "A file cannot be searched for where the child is: it is left out while an address or placement is kept from them."
        )
    changed: dict[str, object] = {}
    if decision == "changed":
        changed = {"kind": kind or redaction.kind}
        if words is not None and redaction.words:
            changed["words"] = _cleaned(words)
    change(redaction.request, **NOT_LOOKED)
    return change(
        redaction, decision=decision, reason=said(reason), decided_by=by, decided_at=timezone.now(), **changed
    )


@action
@checks_itself(BECAUSE)
def add_redaction(
    *, request: AccessRequest, by: Account, kind: str, about: str, words: Iterable[str], why: str
) -> Redaction:
    """Leave out more: words wherever they stand, on a ground that is named. Raises Fault where the record does not say them."""
    sees_to(request.child, by)
    _ready(request)
    cleaned = _cleaned(words)
    contents = contents_of(request.child)
    if not given(contents, [Out(kind, tuple(cleaned))]).gaps:
        raise Fault("The record does not say these words anywhere. Check how they are written.")
    change(request, **NOT_LOOKED)
    return add(
        Redaction(
            request=request, kind=kind, about=about.strip(), words=cleaned, cells=[], why=said(why), decision="accepted",
            reason=said(why), decided_by=by, decided_at=timezone.now(),
        )
    )  # fmt: skip


@action
@checks_itself(BECAUSE)
def look_again(*, request: AccessRequest, by: Account) -> AccessRequest:
    """Take the second look: somebody who decided nothing has read what is given and agrees. Raises Fault."""
    sees_to(request.child, by)
    _ready(request)
    redactions = list(request.redactions.all())
    if request.read_at is None or any(not each.decision for each in redactions):
        raise Fault("First everything that may be left out is decided.")
    if by.pk in ({each.decided_by_id for each in redactions} or {request.taken_by_id}):
        raise Fault("You took part in this. Somebody else takes the second look.")
    if new_proposals(request):
        raise Fault(
            "The record holds something new that may have to be left out. Under What is left out, "
            "read the record again for what is new, and decide on that first."
        )
    what = as_given(request).fingerprint
    return change(request, looked_by=by, looked_at=timezone.now(), looked_at_what=what)


@action
@checks_itself(BECAUSE)
def give_bundle(*, request: AccessRequest, by: Account, given_on: date, given_how: str) -> AccessRequest:
    """Say when and how what was made was given to who asked. Raises Fault where nothing was made, or for a day to come."""
    sees_to(request.child, by)
    _still_open(request)
    if not request.bundles.exists():
        raise Fault("Nothing was made yet that could have been given.")
    if given_on > today():
        raise Fault("It is written down when it has been given: the day lies ahead.")
    return change(request, given_on=given_on, given_how=said(given_how))


@action
@checks_itself(BECAUSE)
def close_request(*, request: AccessRequest, by: Account, because: str) -> AccessRequest:
    """Close a request without an answer: refused by law, or taken back by who asked. Raises Fault."""
    sees_to(request.child, by)
    _still_open(request)
    return change(request, closed_on=today(), closed_because=said(because))


NOT_LOOKED: dict[str, object] = {"looked_by": None, "looked_at": None, "looked_at_what": ""}
BY_PRECAUTION = ("address", "placement", "worker-safety")
"""Grounds that stand while a precaution on the record does."""


def new_proposals(request: AccessRequest) -> list[Proposal]:
    """What the record gives reason to leave out and nobody was asked about yet."""
    known = {(each.about, tuple(each.cells)) for each in request.redactions.all()}
    found = proposals_for(request, contents_of(request.child))
    return [each for each in found if (each.about, each.cells) not in known]


def as_given(request: AccessRequest) -> Given:
    """The record as it is given: with what was accepted or changed taken out, and what was not decided yet too.

    A file is given only where somebody said so of it, and no place is kept from who asks.
    """
    out = [
        Out(each.kind, tuple(each.words), tuple(each.cells))
        for each in request.redactions.all()
        if each.decision != "refused"
    ]
    contents = contents_of(request.child)
    said = {
        cell for each in request.redactions.all() if each.decision == "refused" for cell in _files_of(each)
    }
    if withholds_places(request):
        said = set()
    unread = tuple(key for key, _ in contents.texts() if key.endswith(f":{CONTENT}") and key not in said)
    files = [Out("third-party", cells=unread)] if unread else []
    return given(contents, [*withheld_from(request), *never_told(request.child), *out, *files])


def _files_of(redaction: Redaction) -> list[str]:
    return [cell for cell in redaction.cells if cell.endswith(f":{CONTENT}")]


def _cleaned(words: Iterable[str]) -> list[str]:
    found = list(dict.fromkeys(" ".join(word.split()) for word in words if word.strip()))
    if not found or any(len(word) < 2 for word in found):
        raise Fault("Give the words that are left out, each of two letters or more.")
    return found


def _still_open(request: AccessRequest) -> None:
    request.refresh_from_db()
    if not request.is_open:
        raise Fault("This request is answered or closed.")


def _ready(request: AccessRequest) -> None:
    _still_open(request)
    if request.identified_on is None:
        raise Fault("First check who asks: nothing is prepared for somebody who has not shown who they are.")


def grounds() -> list[tuple[str, str]]:
    """The grounds by name and in words."""
    return [(name, each.what) for name, each in GROUNDS.items()]
