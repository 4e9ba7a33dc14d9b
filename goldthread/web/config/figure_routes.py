"""The inventory of routes: figures, inspections, the improvement plan, and the interface for other systems."""

from goldthread.web.config.permissions import (
    BY_TOKEN,
    DEED,
    FIGURES_OUT,
    IMPROVES,
    LISTED,
    MAKES_TOKENS,
    NOTHING,
    PUBLIC,
    READS_FIGURES,
    SIGNED_IN,
    TOKEN_USED,
    Route,
)

FIGURE_ROUTES: dict[str, Route] = {
    **{
        f"inspections:{page}": Route(IMPROVES, NOTHING)
        for page in ("own", "search", "themes", "history", "others")
    },
    **{
        f"improving:{page}": Route(IMPROVES, NOTHING)
        for page in ("list", "page", "evaluation", "evaluation_word", "evaluation_pdf")
    },
    **{
        f"improving:{page}": Route("the director or a service manager", DEED)
        for page in ("begin", "agree", "measure", "close", "again")
    },
    **{
        f"improving:{page}": Route("whoever does one of its actions, analysts, auditors, and who plans", DEED)
        for page in ("act", "say")
    },
    **{f"figures:{name}": Route(READS_FIGURES, NOTHING) for name in ("page", "measure", "published")},
    **{
        f"figures:{name}": Route(f"{READS_FIGURES}, and writes what they mean", DEED)
        for name in ("count", "comment")
    },
    "figures:plan": Route("reads the authority's figures, and writes the improvement plan", NOTHING),
    **{
        f"figures:{name}": Route("decides on the authority's figures", DEED)
        for name in ("choose", "target", "limits", "take_back")
    },
    "measures:list": Route(SIGNED_IN, NOTHING),
    "measures:csv": Route(SIGNED_IN, NOTHING),
    "measures:page": Route("signed in; children for those who may list them", LISTED),
    "api:api-root": Route(PUBLIC, NOTHING),
    "api:openapi-json": Route(PUBLIC, NOTHING),
    **{
        f"api:{name}": Route(BY_TOKEN, TOKEN_USED)
        for name in ("measures", "measure", "latest", "figures", "published")
    },
    **{
        f"figure_files:{kind}": Route(READS_FIGURES, FIGURES_OUT, step_up=True)
        for kind in ("csv", "xlsx", "pdf", "svg", "png")
    },
    "tokens:list": Route(MAKES_TOKENS, NOTHING),
    "tokens:make": Route(MAKES_TOKENS, DEED, step_up=True),
    "tokens:take_back": Route(MAKES_TOKENS, DEED, step_up=True),
}
