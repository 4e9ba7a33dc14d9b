"""The sections of the service navigation, in order. A section shows once its page is mounted in `urls`."""

from typing import NamedTuple

SEES_CARERS = "sees carers"
"""What hangs on the work as well as on the role."""


class Section(NamedTuple):
    """A word in the navigation, the page it opens, and what a role must be able to do to be shown it.

    seldom: whether it stands under *More* for who has so many sections that they would take two rows. holds: another page
    whose addresses are read within it.
    """

    text: str
    page: str
    needs: str = ""
    seldom: bool = False
    holds: str = ""


MOST_IN_A_ROW = 9
"""Of more sections those that are needed seldom stand under *More*."""


SECTIONS = (
    Section("Home", "homes:mine", "has_home"),
    Section("Waiting", "waiting:list", "sees_children"),
    Section("Front door", "front_door:board", "takes_contacts"),
    Section("Children", "child:list", "sees_children"),
    Section("Supervision", "supervision:list", "supervised"),
    Section("Drifting", "signals:drifting", "sees_children"),
    Section("Handing over", "handovers:list", "arranges"),
    Section("Missing", "going_missing:patterns", "arranges", seldom=True),
    Section("Conferences", "conferences:list", "chairs"),
    Section("Carers", "carers:list", SEES_CARERS),
    Section("Figures", "figures:page", "reads_figures"),
    Section("Records", "subject_access:list", "governs", seldom=True, holds="retention:list"),
    Section("Sealed", "sealed:list", "keeps"),
    Section("Accounts", "desk:list", "keeps_accounts"),
    Section("Import", "imports:start", "imports", seldom=True),
    Section("Duties", "duty:list", seldom=True),
    Section("Measures", "measures:list", seldom=True),
    Section("Workforce", "workforce:list", seldom=True),
    Section("Quality", "quality:home"),
    Section("Improvement", "improving:list", "improves", seldom=True, holds="inspections:own"),
    Section("Access", "access:mine", seldom=True),
)
