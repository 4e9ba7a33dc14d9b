"""Words of the inventory of routes: who may go where, and what that leaves behind."""

from typing import NamedTuple

PUBLIC = "anybody"
SIGNING_IN = "anybody, to sign in"
SIGNED_IN = "signed in"
OWN = "signed in, what is their own"
READS_CHILD = "may open the child's record"
WRITES_CHILD = "may write in the child's record"
LISTS_CHILDREN = "may open the children listed"
IMPORTS = "may bring in files"
TAKES_CONTACTS = "takes contacts at the front door"
SEES_CARERS = "supervises foster households, manages fostering, or answers for all"
GOVERNS = "sees to what is kept and asked for"
READS_FIGURES = "reads the authority's figures"
MANAGES = "a manager, or who answers for more"
IMPROVES = "managers, auditors, analysts and members of boards"

BY_TOKEN = "a program with a token of the scope"
MAKES_TOKENS = "looks after accounts, or a director"
KEEPS_ACCOUNTS = "looks after accounts"

FIGURES_OUT = "takes figures out, and no child: logged"
NOTHING = "nothing of a child: not logged"
READ = "reads a child: logged"
LISTED = "lists children: logged with whom it showed"
EXPORTED = "exports children: logged with whom it held"
CARERS_LISTED = "shows carers: logged with how many"
DEED = "a deed: an audit line"
SIGN_IN = "a sign-in or its end: in the log"
TOKEN_USED = "a token's use: in the log"
FACTOR = "how somebody signs in changes: in the log"


class Route(NamedTuple):
    """Who may use an address, what that leaves behind, and whether it opens before a second factor is set up.

    step_up: whether it asks for a fresh proof of who it is.
    """

    permission: str
    logs: str
    while_enrolling: bool = False
    step_up: bool = False
