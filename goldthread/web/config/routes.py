"""The inventory of routes: who may go where, and what is written down of it. A test holds it against the addresses."""

from goldthread.web.config.account_routes import ACCOUNT_ROUTES
from goldthread.web.config.figure_routes import FIGURE_ROUTES
from goldthread.web.config.permissions import (
    CARERS_LISTED,
    DEED,
    EXPORTED,
    GOVERNS,
    IMPORTS,
    KEEPS_ACCOUNTS,
    LISTED,
    LISTS_CHILDREN,
    MANAGES,
    NOTHING,
    OWN,
    PUBLIC,
    READ,
    READS_CHILD,
    SEES_CARERS,
    SIGNED_IN,
    TAKES_CONTACTS,
    WRITES_CHILD,
    Route,
)

ROUTES: dict[str, Route] = {
    "home": Route(SIGNED_IN, NOTHING),
    "healthz": Route(PUBLIC, NOTHING, while_enrolling=True),
    "readyz": Route(PUBLIC, NOTHING, while_enrolling=True),
    "theme": Route(PUBLIC, NOTHING, while_enrolling=True),
    **{f"homes:{name}": Route(LISTS_CHILDREN, LISTED) for name in ("mine", "waiting", "figure")},
    "waiting:list": Route(LISTS_CHILDREN, LISTED),
    "waiting:csv": Route(LISTS_CHILDREN, EXPORTED, step_up=True),
    "waiting:sheet": Route(LISTS_CHILDREN, LISTED),
    "waiting:calendar": Route(SIGNED_IN, NOTHING),
    "waiting:feed": Route("the account that the address was made for", LISTED),
    "waiting:say": Route(READS_CHILD, f"{READ}; saying it is {DEED}"),
    "waiting:end_note": Route(READS_CHILD, DEED),
    "child:list": Route(LISTS_CHILDREN, LISTED),
    "child:page": Route(READS_CHILD, READ),
    "child:family": Route(READS_CHILD, READ),
    **{
        f"child:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for name in (
            "describe",
            "tell",
            "other_name",
            "young_carer",
            "assess_carer",
            "interest",
            "stop_interest",
        )
    },
    "seen:list": Route(READS_CHILD, READ),
    "seen:csv": Route(READS_CHILD, EXPORTED, step_up=True),
    "opening:beyond": Route(READS_CHILD, LISTED),
    "opening:reason": Route(READS_CHILD, f"{READ}, with its reason"),
    "opening:glass": Route(
        "whoever works with children, for a day", f"{READ}; the guardian is told", step_up=True
    ),
    "opening:restricted": Route("the guardian, or who may restrict", f"{READ}; {DEED}", step_up=True),
    "opening:lift": Route("the guardian", f"{READ}; {DEED}"),
    "opening:take_off": Route("the guardian", f"{READ}; {DEED}"),
    "front_door:board": Route(LISTS_CHILDREN, LISTED),
    "front_door:completeness": Route(LISTS_CHILDREN, LISTED),
    "front_door:came_back": Route(f"{LISTS_CHILDREN}; managers of one's own line", LISTED),
    "front_door:who": Route(TAKES_CONTACTS, f"{LISTED}; opening one for a contact is {DEED}"),
    "front_door:found": Route(TAKES_CONTACTS, LISTED),
    "front_door:new_child": Route(TAKES_CONTACTS, DEED),
    "contact:take": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "contact:page": Route(READS_CHILD, READ),
    **{f"contact:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}") for name in ("ask", "answered", "tell")},
    "contact:decide": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "contact:referral": Route(READS_CHILD, READ),
    "contact:decide_referral": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "assessment:begin": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "assessment:page": Route(READS_CHILD, READ),
    "assessment:beside": Route(READS_CHILD, READ),
    **{
        f"assessment:{step}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for step in ("section", "copy", "consulted", "found", "ask")
    },
    **{
        f"assessment:{step}": Route(f"a manager who {WRITES_CHILD} and wrote none of it", f"{READ}; {DEED}")
        for step in ("authorise", "return")
    },
    "assessment:checkpoint": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    **{f"plan:{name}": Route(READS_CHILD, READ) for name in ("list", "page", "family")},
    "plan:family_pdf": Route(READS_CHILD, EXPORTED, step_up=True),
    **{f"plan:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}") for name in ("begin", "add", "part")},
    "supervision:list": Route("signed in: their own, and of those whom they manage", NOTHING),
    "supervision:arrange": Route("manages the workers", DEED),
    "supervision:session": Route(
        "took part, or manages who did", f"{LISTED}; its beginning and end are {DEED}"
    ),
    "supervision:discuss": Route("supervises it, and may write in the child's record", f"{READ}; {DEED}"),
    "supervision:personal": Route("supervises it", DEED),
    "supervision:personal_list": Route(OWN, NOTHING),
    "supervision:personal_read": Route(
        "the two who met; who manages the supervisor, saying why", "a reading: logged"
    ),
    "supervision:not_overseen": Route(LISTS_CHILDREN, LISTED),
    "supervision:not_overseen_csv": Route(LISTS_CHILDREN, EXPORTED, step_up=True),
    "supervision:deciders": Route("manages, and may open the children", NOTHING),
    "supervision:decided_by": Route("whoever decided, and who manages them", LISTED),
    "oversight:page": Route(READS_CHILD, READ),
    "oversight:supervision": Route(READS_CHILD, READ),
    **{
        f"oversight:{page}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for page in ("ask", "answer", "amend", "agree")
    },
    "oversight:direct": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "recording:decide": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "recording:allocate": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    **{
        f"protection:{page}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for page in ("raise", "hold", "write", "call", "put_off", "invite", "report")
    },
    "protection:decide": Route("may write in the child's record, and manages", f"{READ}; {DEED}"),
    "protection:conclude": Route("may write in the child's record, and manages", f"{READ}; {DEED}"),
    "protection:confer": Route("chairs the conference", f"{READ}; {DEED}"),
    "protection:join": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "court:letter": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "court:issued": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "court:end": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "court:proceeding": Route(READS_CHILD, READ),
    "protection:adjourn": Route("chairs the conference", f"{READ}; {DEED}"),
    **{f"protection:{name}": Route(READS_CHILD, READ) for name in ("discussion", "enquiry", "conference")},
    "conferences:list": Route("chairs conferences, and may open the children listed", LISTED),
    "closing:end": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "closing:ended": Route(READS_CHILD, READ),
    "closing:step_up": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "missing:episode": Route(READS_CHILD, READ),
    "missing:look_again": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    **{
        f"missing:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for name in ("report", "found", "about", "offer", "answer", "hold", "associate")
    },
    **{f"letters:{name}": Route(READS_CHILD, READ) for name in ("choose", "letter", "card")},
    **{
        f"letters:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for name in ("write", "give_card", "message", "answer_message")
    },
    "letters:pdf": Route(READS_CHILD, EXPORTED, step_up=True),
    "going_missing:patterns": Route("a manager, of the children listed", LISTED),
    "recording:entry": Route(READS_CHILD, READ),
    "quality:home": Route(SIGNED_IN, NOTHING),
    "quality:deal": Route(f"a manager, of what was dealt to them; {LISTS_CHILDREN}", LISTED),
    "quality:rates": Route("whoever manages managers, of their own line", NOTHING),
    "challenge:page": Route(READS_CHILD, READ),
    "challenge:read": Route(
        f"whoever it was dealt to, who {WRITES_CHILD}", f"{READ}, as second-line reading; {DEED}"
    ),
    "challenge:answer": Route(f"the manager who decided, who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "escalations:list": Route(LISTS_CHILDREN, LISTED),
    "escalation:page": Route(READS_CHILD, READ),
    **{
        f"escalation:{step}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for step in ("raise", "answer", "further", "resolve", "withdraw")
    },
    "audits:list": Route(LISTS_CHILDREN, LISTED),
    "audits:summary": Route(LISTS_CHILDREN, LISTED),
    "audits:draw": Route("whoever draws samples", DEED),
    "audits:sample": Route("whoever audits, and may open the children listed", LISTED),
    "audits:replace": Route("whoever draws samples, of a child they may list", DEED),
    "audits:again": Route("whoever draws samples, of a child they may list", DEED),
    "audits:weeks": Route("whoever audits", NOTHING),
    "audits:plan_week": Route("whoever draws samples", DEED),
    "audits:week": Route("whoever audits", NOTHING),
    "audits:week_step": Route("whoever draws samples, or whose part of the week it is", DEED),
    "audit:page": Route(f"{READS_CHILD}, or audits it", f"{READ}, with its reason"),
    "audit:grade": Route("whoever it was given to, once it is open to them", f"{READ}; {DEED}"),
    "audit:step": Route("whoever audits it, once it is open to them", f"{READ}; {DEED}"),
    "audit:done": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "audit:drop": Route(f"a manager who {WRITES_CHILD}", f"{READ}; {DEED}"),
    "good_practice:list": Route(SIGNED_IN, f"of whom a mark is the reader's own: {LISTED}"),
    "good_practice:take_back": Route("who shared it, or the director", DEED),
    "good_practice:mark": Route(f"{WRITES_CHILD}, or audits it", f"{READ}; {DEED}"),
    "good_practice:share": Route(f"{WRITES_CHILD}, or audits it", f"{READ}; {DEED}"),
    **{f"recording:{each}": Route(WRITES_CHILD, f"{READ}; {DEED}") for each in ("put_right", "take_back")},
    **{
        f"file:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for name in ("note", "further", "add", "add_entry", "file")
    },
    **{f"file:{each}": Route(READS_CHILD, READ) for each in ("chronology", "documents", "document")},
    "file:choose": Route(WRITES_CHILD, READ),
    "handover:write": Route(f"whoever held the child, or a manager, who {WRITES_CHILD}", f"{READ}; {DEED}"),
    **{f"handover:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}") for name in ("tell", "promise", "answer")},
    **{f"handover:{name}": Route(READS_CHILD, READ) for name in ("child", "page")},
    **{
        f"handover:{name}": Route(f"whoever takes the child over, who {WRITES_CHILD}", f"{READ}; {DEED}")
        for name in ("read", "understand")
    },
    **{f"handovers:{name}": Route(LISTS_CHILDREN, LISTED) for name in ("list", "behind")},
    "handovers:leaving": Route(f"{LISTS_CHILDREN}; workers of one's own line", LISTED),
    "handovers:worker": Route(f"{LISTS_CHILDREN}; the worker, and who manages them", LISTED),
    "handovers:changes": Route(LISTS_CHILDREN, NOTHING),
    "leading:list": Route(READS_CHILD, READ),
    **{
        f"leading:{name}": Route(WRITES_CHILD, f"{READ}; {DEED}")
        for name in ("lead", "basis", "offer", "answer", "held", "followed_up")
    },
    "visits:new": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "visits:script": Route(PUBLIC, NOTHING),
    "visit:key": Route(OWN, NOTHING),
    "visit:contact": Route(PUBLIC, NOTHING, while_enrolling=True),
    "visit:devices": Route(OWN, "devices told to wipe: in the log"),
    "danger:list": Route(READS_CHILD, READ),
    "danger:address": Route(READS_CHILD, f"{READ}; {DEED}"),
    "danger:placement": Route(READS_CHILD, f"{READ}; {DEED}"),
    "danger:warning": Route(READS_CHILD, f"{READ}; {DEED}"),
    "danger:review": Route("a manager who may open the child's record", f"{READ}; {DEED}"),
    "danger:show_address": Route(READS_CHILD, f"{READ}, with its reason"),
    "danger:give_identity": Route("the keeper of adoption records", f"{READ}; {DEED}", step_up=True),
    "sealed:list": Route("the keeper of adoption records", NOTHING, step_up=True),
    "sealed:link": Route("the keeper of adoption records", "reads a sealed link: logged", step_up=True),
    "access:mine": Route(OWN, NOTHING),
    "what_if:ask": Route(MANAGES, DEED),
    "what_if:answer": Route(f"{MANAGES}, what is their own", NOTHING),
    "what_if:stop": Route(f"{MANAGES}, what is their own", DEED),
    "accountable:list": Route(SIGNED_IN, NOTHING),
    "accountable:post": Route(SIGNED_IN, NOTHING),
    "accountable:add": Route("looks after accounts, or the director", DEED),
    "accountable:end": Route("looks after accounts, or the director", DEED),
    "accountable:wrong": Route("looks after accounts, or the director", DEED),
    "notices:list": Route(OWN, LISTED),
    **{f"notices:{name}": Route(OWN, DEED) for name in ("open", "read", "choose")},
    "access:cover": Route(OWN, DEED),
    "access:end_cover": Route(OWN, DEED),
    "access:register": Route("who reviews the register", LISTED),
    "access:review": Route("who reviews the register", f"{LISTED}; {DEED}"),
    "kept:page": Route(READS_CHILD, READ),
    "kept:hold": Route(f"{GOVERNS}, and {READS_CHILD}", f"{READ}; {DEED}"),
    "kept:lift": Route(f"{GOVERNS}, and {READS_CHILD}", f"{READ}; {DEED}"),
    "kept:erase": Route(f"{GOVERNS}, and {READS_CHILD}", f"{READ}; {DEED}", step_up=True),
    "retention:list": Route(GOVERNS, LISTED),
    "retention:erase_household": Route(GOVERNS, f"{CARERS_LISTED}; {DEED}", step_up=True),
    "request:take": Route(f"{GOVERNS}, and {READS_CHILD}", f"{READ}; {DEED}"),
    "subject_access:list": Route(GOVERNS, LISTED),
    "subject_access:page": Route(f"{GOVERNS}, and {READS_CHILD}", READ),
    **{
        f"subject_access:{step}": Route(f"{GOVERNS}, and {READS_CHILD}", f"{READ}; {DEED}")
        for step in ("identity", "longer", "given", "close", "find", "more", "decide", "accept", "look")
    },
    "subject_access:left_out": Route(f"{GOVERNS}, and {READS_CHILD}", READ),
    "subject_access:read": Route(f"{GOVERNS}, and {READS_CHILD}", READ),
    "subject_access:make": Route(f"{GOVERNS}, and {READS_CHILD}", f"{READ}; {DEED}", step_up=True),
    "subject_access:download": Route(f"{GOVERNS}, and {READS_CHILD}", EXPORTED, step_up=True),
    "roles": Route(SIGNED_IN, NOTHING),
    "duty:list": Route(SIGNED_IN, NOTHING),
    "duty:page": Route(SIGNED_IN, NOTHING),
    "signals:checks": Route(LISTS_CHILDREN, NOTHING),
    "signals:check": Route(LISTS_CHILDREN, LISTED),
    "signals:gaps": Route(LISTS_CHILDREN, LISTED),
    "signals:explain": Route(WRITES_CHILD, f"{READ}; {DEED}"),
    "signals:drifting": Route(LISTS_CHILDREN, LISTED),
    "duty:standards": Route(SIGNED_IN, NOTHING),
    "letter_words:list": Route(SIGNED_IN, NOTHING),
    "letter_words:set": Route("the director or a service manager", DEED),
    "duty:set_standard": Route("the director or a service manager", DEED),
    "duty:set_choice": Route("the director or a service manager", DEED),
    "duty:end_standard": Route("the director or a service manager", DEED),
    "imports:start": Route(IMPORTS, f"bringing in is {DEED}"),
    "imports:job": Route("whoever asked for the import", NOTHING),
    "imports:report": Route(IMPORTS, LISTED),
    "imports:rejections": Route(IMPORTS, EXPORTED, step_up=True),
    "carers:list": Route(SEES_CARERS, CARERS_LISTED),
    "carers:csv": Route(SEES_CARERS, CARERS_LISTED, step_up=True),
    "carers:household": Route(SEES_CARERS, f"{CARERS_LISTED}; its children: {LISTED}"),
    "workforce:list": Route(SIGNED_IN, NOTHING),
    "workforce:worker": Route(SIGNED_IN, "reads a worker: logged"),
    **{
        f"desk:{deed}": Route(KEEPS_ACCOUNTS, DEED, step_up=True)
        for deed in ("add", "role", "worker", "move", "leave", "back", "link")
    },
    "desk:list": Route(KEEPS_ACCOUNTS, NOTHING),
    "desk:account": Route(KEEPS_ACCOUNTS, NOTHING),
    "desk:security": Route(KEEPS_ACCOUNTS, NOTHING),
    "drafts:keep": Route("whoever the form was given to", NOTHING, while_enrolling=True),
    "drafts:forget": Route("whoever the form was given to", NOTHING, while_enrolling=True),
    "design_system:sampler": Route(PUBLIC, NOTHING),
    **FIGURE_ROUTES,
    **ACCOUNT_ROUTES,
}
