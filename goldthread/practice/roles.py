"""The roles in which people sign in: what each is, in plain English, and which records its work opens."""

from __future__ import annotations

from dataclasses import dataclass, replace

RELATIONS: dict[str, str] = {
    "held": "you hold the child, or did in the last 28 days",
    "team": "your team holds the child",
    "supervised": "somebody whom you manage holds the child",
    "service": "a team of your service holds the child",
    "placed": "the child is placed with carers whom you supervise, or was in the last 28 days",
    "chaired": (
        "you are called to chair a conference of the child, chaired one in the last 28 days, or earlier and the child is on a "
        "protection plan"
    ),
    "reviewed": "you chair or review the child's plan, or did in the last 28 days",
    "closed": "you decided in the last 28 days that the work with the child ends",
    "nobody": "nobody holds the child, and something is due to the child",
    "duty": "the child came to the front door in the last 28 days, or a team holds the child and no worker does",
    "asked": "somebody asked for a copy of the record and has no answer yet, or had it in the last 28 days",
    "whole": "your role answers for every child of the authority",
}
"""What may tie an account to a child, and how that is said to whoever it ties."""


CARERS: dict[str, str] = {
    "supervised": "Sees the foster households that you supervise.",
    "service": "Sees the foster households of the fostering teams that you manage.",
    "whole": "Sees every foster household.",
}
"""By what a role sees foster households, in a sentence."""


OVERSEEING = frozenset({"performance-analyst", "lead-member", "board-member"})
"""Roles that oversee how the authority does without a part in its work."""


FIGURES: dict[str, str] = {
    "reads": "Reads the authority's figures, without small numbers.",
    "comments": "Reads the authority's figures, and writes what they mean.",
    "decides": "Reads the authority's figures, writes what they mean, and decides which are shown, with what targets and limits.",
}
"""What a role does with the authority's page of figures, in a sentence."""


@dataclass(frozen=True, slots=True)
class Role:
    """What people in one role may see and do.

    opens: the relations by which their work opens a record. lists_all: lists name every child, though a record still
    needs a reason. asks: any other record opens for a reason. always_asks: every opening needs one. breaks_glass: may
    open a restricted record for a day. holds_a_post: signs in only while in post. imports: may bring in files.
    carers: by what it sees foster households, one of ``CARERS``; empty where it sees none.
    oversees: sees the register of glass broken for the whole authority. arranges: may arrange cover for others. governs:
    answers requests for a copy of a record, places legal holds, and asks for or agrees to an erasure. keeps_accounts: makes,
    moves and closes accounts, and reads who signed in and what was refused. sets_standards: sets the authority's own
    standards and settings. chairs: decides at the conferences that they
    chair. keeps: gives a new identity on adoption, and alone reads which record followed which.
    audits: audits records that are drawn by chance, of work that is not their own. figures: what it does with the authority's
    page of figures, one of ``FIGURES``; empty where it sees none.
    """

    code: str
    name: str
    sentence: str
    opens: tuple[str, ...] = ()
    lists_all: bool = False
    asks: bool = False
    always_asks: bool = False
    breaks_glass: bool = False
    holds_a_post: bool = True
    imports: bool = False
    oversees: bool = False
    arranges: bool = False
    covered: bool = False
    carers: str = ""
    keeps: bool = False
    keeps_accounts: bool = False
    governs: bool = False
    sets_standards: bool = False
    chairs: bool = False
    audits: bool = False
    figures: str = ""

    @property
    def reads_figures(self) -> bool:
        """Whether the role reads the authority's page of figures."""
        return bool(self.figures)

    @property
    def comments_figures(self) -> bool:
        """Whether the role writes what the figures mean, and has them counted."""
        return self.figures in ("comments", "decides")

    @property
    def decides_figures(self) -> bool:
        """Whether the role decides which figures are shown, their targets, and from when their limits are worked out."""
        return self.figures == "decides"

    @property
    def makes_tokens(self) -> bool:
        """Whether the role makes tokens with which other programs read figures, and takes them back."""
        return self.keeps_accounts or self.decides_figures

    @property
    def sees_children(self) -> bool:
        """Whether the role can open a child's record at all."""
        return bool(self.opens) or self.asks or self.covered

    @property
    def records(self) -> bool:
        """Whether the role writes in the records that are open to it; who only judges or counts reads."""
        return self.sees_children and not self.lists_all

    @property
    def supervised(self) -> bool:
        """Whether the role takes part in supervision: it writes in records, and is held in a post or manages."""
        return self.records and (self.holds_a_post or self.arranges)

    @property
    def takes_contacts(self) -> bool:
        """Whether the role takes what comes to the front door: on duty, out of hours, or as a manager."""
        return self.records and (self.arranges or bool({"duty", "whole"} & set(self.opens)))

    @property
    def draws(self) -> bool:
        """Whether the role draws samples for audit and plans practice weeks."""
        return self.audits and (self.sets_standards or self.lists_all)

    @property
    def improves(self) -> bool:
        """Whether the role reads inspections and the improvement plan: it answers for the work, or oversees it."""
        return self.arranges or self.audits or self.code in OVERSEEING

    @property
    def has_own_home(self) -> bool:
        """Whether the home page of the role is of the children whom somebody holds by name."""
        return "held" in self.opens and not self.arranges and not self.chairs and "duty" not in self.opens

    @property
    def has_home(self) -> bool:
        """Whether the role has a home page at all: of its own children, or of those of its teams."""
        return self.has_own_home or (self.arranges and self.sees_children)

    @property
    def may_do(self) -> list[str]:
        """What the role may do, one sentence a line, for its page."""
        return list(_sentences(self))


def _sentences(role: Role) -> list[str]:
    if not role.sees_children:
        said = ["Never sees a child: no record, no list of names, no search."]
    elif not role.opens:
        said = ["Opens no record by the role alone."]
    else:
        said = [f"Opens a record when {RELATIONS[each]}." for each in role.opens]
    more = {
        "records": "Records in every record that is open to it at the time.",
        "takes_contacts": "Takes contacts at the front door, about whichever child: taking one opens the record for an hour.",
        "lists_all": "Sees lists and counts of every child who is not restricted.",
        "always_asks": "Says why at every opening; a reason stands for an hour.",
        "asks": "Opens another record that is not restricted by saying why; a reason stands for an hour.",
        "covered": "Opens what somebody else's work opens while named by them for cover or for recording.",
        "breaks_glass": "Breaks the glass of a restricted record: for a day, with a reason that is told and reviewed.",
        "arranges": "Decides what follows, arranges cover for people who are away, and restricts a record.",
        "oversees": "Reads the register of every glass broken.",
        "keeps_accounts": "Makes, moves and closes accounts, and reads who signed in and which openings were refused.",
        "makes_tokens": "Makes tokens with which the council's other programs read figures, and takes them back.",
        "governs": "Answers requests for a copy of a record; holds records, reviews how long they are kept, and has them erased.",
        "imports": "Brings in files, and reads what became of them.",
        "audits": "Audits records that are drawn by chance, of work that is not their own.",
        "draws": "Draws records for audit, and plans practice weeks.",
        "chairs": "Decides at the conferences that they chair.",
        "improves": "Reads the inspections of the authority and its improvement plan, in which no child is named.",
        "sets_standards": "Sets the authority's own standards, and its answers where sources disagree.",
        "keeps": "Gives a new identity on adoption, and alone reads which record followed which, each time saying why.",
    }
    of_carers = [CARERS[role.carers]] if role.carers else []
    of_carers += [FIGURES[role.figures]] if role.figures else []
    return said + of_carers + [sentence for name, sentence in more.items() if getattr(role, name)]


def _practitioner(code: str, name: str, sentence: str, *more: str) -> Role:
    return Role(
        code, name, sentence, ("held", "team", *more), asks=True, breaks_glass=True, covered=True
    )  # fmt: skip


ALL = (
    _practitioner("social-worker", "Social worker", "Holds children and their plans, and records the work with them."),
    _practitioner(
        "lead-practitioner",
        "Family help lead practitioner",
        "Leads the help for a family, in whatever profession and for whichever agency they work.",
    ),
    _practitioner(
        "family-support-worker",
        "Family support worker",
        "Works with families beside the worker who holds the child.",
    ),
    _practitioner("personal-adviser", "Personal adviser", "Keeps in touch with young people who left care."),
    _practitioner(
        "duty-worker",
        "Duty worker",
        "Answers who comes to the front door today, and covers children whom nobody holds.",
        "duty",
    ),
    Role(
        "emergency-duty",
        "Emergency duty",
        "Works out of hours for the whole authority; every opening is logged with a reason.",
        ("whole",), asks=True, always_asks=True, breaks_glass=True,
    ),
    Role(
        "business-support",
        "Business support",
        "Records for a named person, and sees what that person's work opens while they are named.",
        covered=True,
    ),
    Role(
        "team-manager",
        "Team manager",
        "Answers for a team: its children, its workers and their decisions. Brings in files from other systems, and sees which "
        "children wait whom nobody holds yet.",
        ("held", "team", "supervised", "service", "closed", "nobody"), asks=True, breaks_glass=True, imports=True, arranges=True,
        covered=True, carers="service", audits=True,
    ),
    Role(
        "service-manager",
        "Service manager",
        "Answers for several teams.",
        ("held", "team", "supervised", "service", "closed"), asks=True, breaks_glass=True, arranges=True, covered=True,
        carers="service", sets_standards=True, audits=True,
        figures="comments",
    ),
    Role(
        "director",
        "Director of children's services",
        "Answers for every child of the authority.",
        ("whole",), asks=True, breaks_glass=True, holds_a_post=False, imports=True, oversees=True, arranges=True,
        covered=True, carers="whole", governs=True, sets_standards=True, audits=True,
        figures="decides",
    ),
    Role(
        "reviewing-officer",
        "Conference chair or reviewing officer",
        "Chairs conferences and reviews, independent of the team that holds the child.",
        ("held", "reviewed", "chaired"), asks=True, breaks_glass=True, covered=True, chairs=True,
    ),
    replace(
        _practitioner(
            "fostering-worker", "Fostering worker", "Supports carers and the children placed with them.", "placed"
        ),
        carers="supervised",
    ),
    Role(
        "quality-auditor",
        "Quality auditor",
        "Reads samples of records to judge how good the work is, and says of each why.",
        asks=True, lists_all=True, holds_a_post=False, oversees=True, audits=True,
    ),
    Role(
        "performance-analyst",
        "Performance analyst",
        "Works with figures and lists, and brings in files from other systems; opens a record only with a reason.",
        asks=True, lists_all=True, holds_a_post=False, imports=True,
        figures="comments",
    ),
    Role(
        "data-administrator",
        "Data administrator",
        "Brings in files from other systems and has faults put right in them; opens no record.",
        holds_a_post=False, imports=True,
    ),
    Role(
        "adoption-records-keeper",
        "Keeper of adoption records",
        "Keeps the sealed records of adopted children, and lets in whom the law lets in.",
        asks=True, always_asks=True, holds_a_post=False, keeps=True,
    ),
    Role(
        "information-governance",
        "Information governance lead",
        "Answers who asks for their record or who looked at it, and sees to what is kept and for how long.",
        ("asked",), asks=True, lists_all=True, holds_a_post=False, oversees=True, governs=True,
    ),
    Role(
        "lead-member",
        "Lead member",
        "Answers politically for children's services.",
        holds_a_post=False, figures="reads",
    ),
    Role(
        "board-member",
        "Board member",
        "Sits on the board that oversees improvement.",
        holds_a_post=False, figures="reads",
    ),
    Role(
        "system-administrator",
        "System administrator",
        "Keeps the system running and looks after accounts.",
        holds_a_post=False, keeps_accounts=True,
    ),
)  # fmt: skip

ROLES: dict[str, Role] = {role.code: role for role in ALL}

NO_ROLE = Role("", "No role", "An account without a role sees nothing.")


def role_of(code: str) -> Role:
    """The role of that code; one that opens nothing where there is no such role."""
    return ROLES.get(code, NO_ROLE)
