"""Who held the posts that answer for children's services, and when."""

from __future__ import annotations

from .tables import Table, code, day, ref, text

ACCOUNTABLE_POSTS = (
    "words:director lead-member chief-executive leader independent-scrutineer principal-social-worker virtual-school-head "
    "designated-officer monitoring-officer assistant-director service-manager"
)


class PostHolding(Table):
    """Somebody held an accountable post, between two days. A worker, or a name where it is none."""

    child_owned = False
    post = code(ACCOUNTABLE_POSTS, "Which post.")
    team = ref("teams", "Of which service, for a post of which there are several.", null=True)
    worker = ref("workers", "Who held it, where that is a worker.", null=True)
    name = text("Who held it, where that is no worker of the authority, such as a councillor.")
    standing = code(
        "words:permanent interim acting", "Whether for good, from outside for a time, or covering."
    )
    began_on = day("The first day.")
    ended_on = day("The day it ended; missing while it lasts.", null=True)
    ended_because = text("Why it ended.")
