"""Every address of the product, taken from the URLconf, and how each is asked for a child."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from goldthread.web.waiting.feed import SALT

WHY = "A teacher rang about bruises this morning."

SIGN_IN = "accounts/"
"""Where the sign-in package's own pages begin; none of them reads the record."""


class Subject(NamedTuple):
    """A child as addresses name one: the number, and the keys of rows about the child."""

    public_id: UUID
    note: int
    glass: int
    named: int
    request: UUID = UUID(int=1)
    redaction: int = 999_994
    bundle: int = 999_995
    hold: int = 999_996
    warning: int = 0
    plan: int = 999_997
    link: int = 0
    discussion: int = 999_990
    enquiry: int = 999_991
    conference: int = 999_992
    invitee: int = 999_993


class Asked(NamedTuple):
    """One request: the route's name, and how it is asked."""

    route: str
    method: str
    address: str
    data: dict


def routes() -> dict[str, tuple[str, ...]]:
    """The name of every route that is not the sign-in package's, with the names of what its address holds."""
    found = dict(_of(get_resolver(), "", ""))
    return found


def _of(resolver: URLResolver, prefix: str, namespace: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in resolver.url_patterns:
        address = prefix + str(pattern.pattern)
        if address.startswith(SIGN_IN):
            continue
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _of(pattern, address, inner)
        elif isinstance(pattern, URLPattern):
            name = namespace + (pattern.name or address)
            yield name, tuple(pattern.pattern.converters)


STEPS = ("page", "identity", "longer", "given", "close", "left_out", "find", "more", "read", "look", "make")
"""Pages of a request for a copy of a record."""

OF_A_CHILD = {
    "child:page": lambda of: [of.public_id],
    "child:family": lambda of: [of.public_id],
    "child:tell": lambda of: [of.public_id, "why"],
    **{
        f"child:{name}": lambda of: [of.public_id]
        for name in ("describe", "other_name", "young_carer", "interest")
    },
    **{f"child:{name}": lambda of: [of.public_id, 999_992] for name in ("assess_carer", "stop_interest")},
    "opening:reason": lambda of: [of.public_id],
    "opening:glass": lambda of: [of.public_id],
    "opening:restricted": lambda of: [of.public_id],
    "opening:lift": lambda of: [of.public_id],
    "opening:take_off": lambda of: [of.public_id, of.named],
    "seen:list": lambda of: [of.public_id],
    "seen:csv": lambda of: [of.public_id],
    "signals:explain": lambda of: [of.public_id, "no_action_done"],
    "waiting:say": lambda of: [of.public_id, "protection_visit", 1, 0],
    "waiting:end_note": lambda of: [of.note],
    "access:review": lambda of: [of.glass],
    "kept:page": lambda of: [of.public_id],
    "kept:hold": lambda of: [of.public_id],
    "kept:lift": lambda of: [of.public_id, of.hold],
    "kept:erase": lambda of: [of.public_id],
    "request:take": lambda of: [of.public_id],
    **{f"subject_access:{step}": lambda of: [of.request] for step in STEPS},
    "subject_access:decide": lambda of: [of.request, of.redaction],
    "subject_access:accept": lambda of: [of.request, of.redaction],
    "subject_access:download": lambda of: [of.request, of.bundle],
    "plan:list": lambda of: [of.public_id],
    "plan:page": lambda of: [of.public_id, of.plan],
    "plan:family": lambda of: [of.public_id, of.plan],
    "plan:family_pdf": lambda of: [of.public_id, of.plan],
    "plan:begin": lambda of: [of.public_id],
    "plan:add": lambda of: [of.public_id, of.plan, "worry"],
    "plan:part": lambda of: [of.public_id, "actions", 999_993, "progress"],
    "visits:new": lambda of: [of.public_id],
    "file:note": lambda of: [of.public_id],
    "file:further": lambda of: [of.public_id, 999_992],
    "file:chronology": lambda of: [of.public_id],
    "file:choose": lambda of: [of.public_id],
    "file:add": lambda of: [of.public_id],
    "file:add_entry": lambda of: [of.public_id, "safety_warnings", of.warning, "began_on"],
    "file:documents": lambda of: [of.public_id],
    "file:file": lambda of: [of.public_id],
    "file:document": lambda of: [of.public_id, 999_992],
    **{f"handover:{name}": lambda of: [of.public_id] for name in ("child", "write", "promise")},
    **{
        f"handover:{name}": lambda of: [of.public_id, 999_992]
        for name in ("page", "read", "understand", "tell", "answer")
    },
    "leading:list": lambda of: [of.public_id],
    "leading:lead": lambda of: [of.public_id],
    "leading:basis": lambda of: [of.public_id, 999_992],
    "leading:offer": lambda of: [of.public_id],
    "leading:answer": lambda of: [of.public_id, 999_992],
    "leading:held": lambda of: [of.public_id, 999_992],
    "leading:followed_up": lambda of: [of.public_id, 999_992],
    "supervision:discuss": lambda of: [UUID(int=9), of.public_id],
    **{f"oversight:{page}": lambda of: [of.public_id] for page in ("page", "ask", "direct")},
    **{
        f"oversight:{page}": lambda of: [of.public_id, 999_992]
        for page in ("answer", "supervision", "amend", "agree")
    },
    "recording:decide": lambda of: [of.public_id],
    "contact:take": lambda of: [of.public_id],
    **{
        f"contact:{step}": lambda of: [of.public_id, 1]
        for step in ("page", "ask", "tell", "decide", "referral", "decide_referral")
    },
    "contact:answered": lambda of: [of.public_id, 1, 1],
    "assessment:begin": lambda of: [of.public_id],
    **{
        f"assessment:{step}": lambda of: [of.public_id, 1]
        for step in ("page", "beside", "consulted", "found", "checkpoint", "ask", "authorise", "return")
    },
    "assessment:section": lambda of: [of.public_id, 1, "health"],
    "assessment:copy": lambda of: [of.public_id, 1, "health"],
    "recording:allocate": lambda of: [of.public_id],
    "protection:raise": lambda of: [of.public_id],
    "protection:call": lambda of: [of.public_id],
    "protection:hold": lambda of: [of.public_id, of.discussion],
    "protection:decide": lambda of: [of.public_id, of.discussion],
    "protection:discussion": lambda of: [of.public_id, of.discussion],
    "protection:write": lambda of: [of.public_id, of.enquiry],
    "protection:conclude": lambda of: [of.public_id, of.enquiry],
    "protection:enquiry": lambda of: [of.public_id, of.enquiry],
    "protection:conference": lambda of: [of.public_id, of.conference],
    "protection:put_off": lambda of: [of.public_id, of.conference],
    "protection:invite": lambda of: [of.public_id, of.conference],
    "protection:adjourn": lambda of: [of.public_id, of.conference],
    "protection:join": lambda of: [of.public_id, of.discussion],
    **{f"court:{name}": lambda of: [of.public_id] for name in ("letter", "issued")},
    **{f"court:{name}": lambda of: [of.public_id, 999_992] for name in ("proceeding", "end")},
    "protection:confer": lambda of: [of.public_id, of.conference],
    "protection:report": lambda of: [of.public_id, of.invitee],
    **{f"letters:{name}": lambda of: [of.public_id] for name in ("choose", "give_card", "message")},
    "letters:write": lambda of: [of.public_id, "closing"],
    **{
        f"letters:{name}": lambda of: [of.public_id, 999_992]
        for name in ("letter", "pdf", "card", "answer_message")
    },
    "closing:end": lambda of: [of.public_id],
    "closing:ended": lambda of: [of.public_id, 999_992],
    "closing:step_up": lambda of: [of.public_id, 999_992],
    "missing:report": lambda of: [of.public_id],
    "missing:associate": lambda of: [of.public_id],
    "missing:look_again": lambda of: [of.public_id, 999_992],
    **{
        f"missing:{name}": lambda of: [of.public_id, 999_992]
        for name in ("episode", "found", "about", "offer", "answer", "hold")
    },
    **{f"challenge:{step}": lambda of: [of.public_id, 999_992] for step in ("page", "read", "answer")},
    "escalation:raise": lambda of: [of.public_id],
    **{
        f"escalation:{step}": lambda of: [of.public_id, 999_992]
        for step in ("page", "answer", "further", "resolve", "withdraw")
    },
    **{f"audit:{step}": lambda of: [of.public_id, 999_992] for step in ("page", "done", "drop")},
    "audit:grade": lambda of: [of.public_id, 999_992, "plan"],
    "audit:step": lambda of: [of.public_id, 999_992, "family"],
    "good_practice:mark": lambda of: [of.public_id],
    "good_practice:share": lambda of: [of.public_id, 999_992],
    "recording:entry": lambda of: [of.public_id, "safety_warnings", of.warning],
    "recording:put_right": lambda of: [of.public_id, "safety_warnings", of.warning],
    "recording:take_back": lambda of: [of.public_id, "safety_warnings", of.warning],
    "danger:list": lambda of: [of.public_id],
    "danger:address": lambda of: [of.public_id],
    "danger:placement": lambda of: [of.public_id],
    "danger:warning": lambda of: [of.public_id],
    "danger:review": lambda of: [of.public_id, "warning", of.warning],
    "danger:show_address": lambda of: [of.public_id],
    "danger:give_identity": lambda of: [of.public_id],
    "sealed:link": lambda of: [of.link],
}
"""Routes that name one child, or a row about one."""

OF_NO_CHILD = {
    "imports:job": [UUID(int=7)],
    "duty:page": ["protection_visit"],
    "duty:set_choice": ["return_interview_done"],
    "letter_words:set": ["closing"],
    "signals:check": ["strategy_quorum"],
    "handovers:behind": [0, "2025-12-31"],
    "handovers:worker": [1],
    "homes:waiting": ["decisions-to-sign-off"],
    "homes:figure": ["late"],
    "duty:end_standard": [999_999],
    **{f"figures:{name}": ["re_referrals"] for name in ("measure", "comment", "target", "limits", "plan")},
    "figures:take_back": ["re_referrals", 999_999],
    "figures:published": ["001"],
    "measures:page": ["protection_plans"],
    "api:measure": ["protection_plans"],
    "api:figures": ["protection_plans"],
    "tokens:take_back": [999_999],
    "figure_files:svg": ["protection_plans"],
    "figure_files:png": ["protection_plans"],
    "workforce:worker": [1],
    "carers:household": [UUID(int=8)],
    "retention:erase_household": [UUID(int=8)],
    "supervision:session": [UUID(int=9)],
    "supervision:personal": [UUID(int=9)],
    "supervision:personal_read": [UUID(int=9)],
    "supervision:decided_by": [1],
    "access:end_cover": [999_999],
    **{f"audits:{page}": [999_999] for page in ("sample", "replace", "again", "week")},
    "audits:week_step": [999_999, "close"],
    "good_practice:take_back": [999_999],
    "notices:open": [999_999],
    "what_if:answer": [UUID(int=9)],
    "what_if:stop": [UUID(int=9)],
    "inspections:history": ["872"],
    "inspections:others": ["872", "plans"],
    **{f"improving:{page}": [UUID(int=9)] for page in ("page", "agree", "measure", "say", "close", "again")},
    "improving:act": [UUID(int=9), 999_999, "done"],
    "accountable:post": ["director"],
    "accountable:add": ["director"],
    "accountable:end": [999_999],
    "accountable:wrong": [999_999],
    "desk:account": [1],
    "desk:role": [1],
    "desk:worker": [1],
    "desk:move": [1],
    "desk:leave": [1],
    "desk:back": [1],
    "desk:link": [1],
}
"""Routes that hold something else."""

FOR_SOMEBODY_OUTSIDE = {"seen:csv", "plan:family_pdf"}
"""Routes whose answer is made to be sent out: each takes `for`, whom it is for, and leaves out what they may not know."""

KEPT_FOR_WHOM_IT_WAS_WRITTEN = {"letters:pdf"}
"""Routes whose answer is made for one person outside, named when it was written; what they may not know is left out again."""

SHOWS_ADDRESSES = {("danger:show_address", "post")}
"""The one deliberate step by which an address not to be disclosed is shown."""

SAID = {
    "said_by": "The police", "began_on_day": "2", "began_on_month": "2", "began_on_year": "2026",
    "review_on_day": "2", "review_on_month": "6", "review_on_year": "2026",
}  # fmt: skip

POSTED = {
    "danger:address": {"why": WHY, **SAID},
    "danger:placement": {"why": WHY, **SAID},
    "danger:warning": {"what": WHY, "what_to_do": WHY, **SAID},
    "danger:review": {"answer": "end", "because": WHY},
    "danger:show_address": {"why": WHY},
    "danger:give_identity": {"given_name": "New", "family_name": "Name", "why": WHY, "sure": "yes"},
    "sealed:link": {"why": WHY},
    "opening:reason": {"why": WHY},
    "opening:glass": {"why": WHY},
    "opening:restricted": {"guardian": "1", "why": WHY},
    "opening:lift": {"lift-why": WHY},
    "front_door:who": {"search": "Robin"},
    "front_door:found": {"search": "Ro"},
    "waiting:say": {"kind": "why-late", "words": WHY},
    "access:review": {"found": "right", "review": WHY},
    "access:cover": {},
    "kept:hold": {"why": WHY},
    "kept:lift": {"why": WHY},
    "kept:erase": {"because": WHY, "legal_reason": WHY},
    "subject_access:close": {"why": WHY},
}

SEARCHES = (
    "?search=Robin", "?search=Quill", "?search=R1", "?search=4/5/2014", "?page=2", "?kind=late", "?kind=unallocated",
    "?status=child-protection", "?disabled=yes", "?family={family}", "?worker={worker}", "?team={team}",
)  # fmt: skip


SEARCHED = ("waiting:list", "waiting:csv", "child:list")


def asked_of(of: Subject) -> list[Asked]:
    """Every way in which an address can be asked about one child."""
    found = []
    for route, holds in OF_A_CHILD.items():
        address = reverse(route, args=holds(of))
        found.append(Asked(route, "get", address, {}))
        found.append(Asked(route, "post", address, POSTED.get(route, {})))
    for route in ("waiting:list", "waiting:csv", "waiting:sheet", "waiting:calendar"):
        found.append(Asked(route, "get", f"{reverse(route)}?family={of.public_id}", {}))
    return found


def asked_of_nobody(account: int, report: int, of: dict[str, object]) -> list[Asked]:
    """Every page that shows lists, counts and files, with what a search for a child could find out."""
    found = []
    token = signing.dumps({"account": account, "query": ""}, salt=SALT, compress=True)
    others = OF_NO_CHILD | {
        "imports:report": [report],
        "imports:rejections": [report],
        "waiting:feed": [token],
    }
    for route in routes():
        if route in OF_A_CHILD:
            continue
        address = reverse(route, args=others.get(route, []))
        found.append(Asked(route, "get", address, {}))
        found.append(Asked(route, "post", address, POSTED.get(route, {})))
        if route in SEARCHED:
            found += [Asked(route, "get", address + search.format(**of), {}) for search in SEARCHES]
    for words in (
        "Robin",
        "Quill",
        "R1",
        "4/5/2014",
    ):  # what is looked for is posted, and kept with the session
        found.append(Asked("child:list", "post", reverse("child:list"), {"search": words}))
        found.append(Asked("child:list", "get", reverse("child:list") + "?found=yes", {}))
    beyond = reverse("opening:beyond")
    found += [
        Asked("opening:beyond", "post", beyond, {"words": words, "why": WHY})
        for words in ("Robin", "Quill", "R1x", "4/5/2014")
    ]
    return found


def uncovered() -> set[str]:
    """The routes that hold something which nothing here knows how to fill."""
    known = {*OF_A_CHILD, *OF_NO_CHILD, "imports:report", "imports:rejections", "waiting:feed"}
    return {route for route, holds in routes().items() if holds and route not in known}
