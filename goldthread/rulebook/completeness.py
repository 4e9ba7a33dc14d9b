"""What a child's file must hold, by where the child stands: rules of completeness, each with its source.

A rule is asked of a child while a status is in force, some days after it began; what is not there then is a gap. A gap is a
fact about the file, never a judgement of who keeps it: something may have been done and not been written down.
"""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.vocabulary import (
    Points,
    accommodations,
    actions,
    allocations,
    assessments,
    care_episodes,
    children,
    core_groups,
    entitlements,
    goals,
    legal_statuses,
    pathway_plans,
    placements,
    plans,
    visits,
)
from goldthread.vocabulary.expressions import Expression
from goldthread.vocabulary.identity import Address, Relationship

from .authority import Authority, OwnStandard, Regulations
from .clock import Spells, points, spells
from .sources import CARE_LEAVERS, CARE_PLANNING, CHILDREN_ACT, from_knowledge

relationships, addresses = Relationship.rows(), Address.rows()
MISSING, NOT_TOLD = "missing", "cannot be told"
OURS = OwnStandard("Our own standard", "what a file must hold, after finding F33 (case files incomplete)")

IN_NEED = spells(plans.began_on, plans.ended_on, plans.kind == "child-in-need")
PROTECTED = spells(plans.began_on, plans.ended_on, plans.kind == "child-protection")
IN_CARE = spells(care_episodes.began_on, care_episodes.ended_on)
LEFT_CARE = spells(
    entitlements.began_on, entitlements.ended_on, entitlements.category.is_in("relevant", "former-relevant")
)
HELPED = (IN_NEED, PROTECTED)
EVERYBODY = (IN_NEED, PROTECTED, IN_CARE)

STATUSES: tuple[tuple[Spells, str], ...] = (
    (IN_NEED, "child in need plan"),
    (PROTECTED, "child protection plan"),
    (IN_CARE, "looked after"),
    (LEFT_CARE, "care leaver"),
)
"""Every status of which files are asked, in words."""


@dataclass(frozen=True, slots=True)
class OfChild:
    """The child's own row meets a condition."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class OfStatus:
    """The row of the status itself meets a condition."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class Some:
    """There is a row whose day has come, and that meets a condition. in_force: until this column; it is missing or to come.

    since_status: the day lies on or after the day on which the status began. months: it lies in so many months until today.
    """

    points: Points
    in_force: str = ""
    since_status: bool = False
    months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule:
    """One thing that a file must hold. lacking: what is said where it does not; statuses: of whom; after: how many days after
    the first of these began. fill: what the page is called on which it is filled, of ``FILLS``.
    """

    name: str
    what: str
    lacking: str
    statuses: tuple[Spells, ...]
    need: OfChild | OfStatus | Some
    fill: str
    after: int = 0
    source: Authority = OURS
    unconfirmed: str = ""
    finding: str = "F33"

    @property
    def rule(self) -> str:
        """As a sentence: of whom it is asked, and from when."""
        whose = [words for status, words in STATUSES if status in self.statuses]
        when = f", from {self.after} days after it began" if self.after else ""
        return f"The file of a child with this status says it{when}: {', '.join(whose)}"

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose rows can change it."""
        return frozenset(self.columns())

    def columns(self) -> dict[str, frozenset[str]]:
        """The columns that it reads, by table."""
        found: dict[str, set[str]] = {}
        for status in self.statuses:
            read = {"id", "child", "source", status.begins, status.ends}
            found.setdefault(status.table, set()).update(read | _read(status.where))
        if isinstance(self.need, OfChild):
            found.setdefault("children", set()).update({"id", "source"} | _read(self.need.condition))
        elif isinstance(self.need, OfStatus):
            for status in self.statuses:
                found[status.table].update(_read(self.need.condition))
        else:
            points = self.need.points
            read = {"id", "child", "source", points.column} | _read(points.where)
            found.setdefault(points.table, set()).update(read | ({self.need.in_force} - {""}))
        return {table: frozenset(names) for table, names in found.items()}


def _read(condition: Expression | None) -> frozenset[str]:
    return condition.columns() if condition is not None else frozenset()


FILLS: dict[str, str] = {
    "child": "who the child is",
    "family": "the family",
    "plan": "the plan",
    "assessment": "an assessment",
    "visit": "a visit",
    "holder": "who holds the child",
    "entry": "the entry itself",
}
"""What the page is called on which a gap is filled."""
ADVISER = Regulations(CHILDREN_ACT, "s23D")
REVIEWING_OFFICER = Regulations(CHILDREN_ACT, "s25A(1)")
TO_CHECK = from_knowledge("the text of the Act")

RULES: tuple[FileRule, ...] = (
    FileRule(
        name="ethnicity", what="Ethnic background", lacking="ethnic background is not recorded", statuses=(*EVERYBODY, LEFT_CARE),
        need=OfChild(children.ethnicity.known()), fill="child",
    ),
    FileRule(
        name="first_language", what="First language", lacking="first language is not recorded",
        statuses=(*EVERYBODY, LEFT_CARE), need=OfChild(children.first_language != ""), fill="child",
    ),
    FileRule(
        name="disability", what="Disability, yes or no", lacking="whether the child is disabled is not recorded",
        statuses=(*EVERYBODY, LEFT_CARE), need=OfChild(children.disabled.is_in("yes", "no")), fill="child",
    ),
    FileRule(
        name="parent", what="A parent or carer", lacking="no parent, step-parent or carer is recorded", statuses=EVERYBODY,
        need=Some(
            relationships.where(relationships.kind.is_in("mother", "father", "step-parent", "carer")).began_on, "ended_on"
        ),
        fill="family",
    ),
    FileRule(
        name="home_address", what="Where the child lives", lacking="no home address is recorded", statuses=HELPED,
        need=Some(addresses.where(addresses.kind == "home").began_on, "ended_on"), fill="family",
    ),
    FileRule(
        name="worker", what="A worker by name", lacking="no worker holds the child by name",
        statuses=(*EVERYBODY, LEFT_CARE), after=1,
        need=Some(
            allocations.where(allocations.worker.known() & (allocations.role != "reviewing-officer")).began_on, "ended_on"
        ),
        fill="holder", finding="F28",
    ),
    FileRule(
        name="assessed", what="An assessment", lacking="no assessment was authorised", statuses=HELPED, after=70,
        need=Some(points(assessments.authorised_on)), fill="assessment", finding="F08",
    ),
    FileRule(
        name="goal", what="What the plan is to change", lacking="no goal was set since the plan began", statuses=HELPED, after=14,
        need=Some(points(goals.set_on), since_status=True), fill="plan", finding="F04",
    ),
    FileRule(
        name="action", what="What is to be done", lacking="no action was agreed since the plan began", statuses=HELPED, after=14,
        need=Some(points(actions.agreed_on), since_status=True), fill="plan", finding="F04",
    ),
    FileRule(
        name="child_words", what="The child's own words",
        lacking="nothing that the child said or showed in the last three months",
        statuses=EVERYBODY, after=42, need=Some(visits.where(visits.child_said != "").held_on, months=3), fill="visit",
        finding="F22",
    ),
    FileRule(
        name="category", what="The category of harm", lacking="the plan says no category of abuse or neglect",
        statuses=(PROTECTED,), need=OfStatus(plans.latest_category.known() | plans.initial_category.known()), fill="entry",
    ),
    FileRule(
        name="core_group", what="A core group", lacking="no core group met since the plan began", statuses=(PROTECTED,), after=21,
        need=Some(points(core_groups.held_on), since_status=True), fill="plan",
    ),
    FileRule(
        name="legal_status", what="The legal status", lacking="no legal status is in force", statuses=(IN_CARE,),
        need=Some(points(legal_statuses.began_on), "ended_on"),
        fill="entry",
    ),
    FileRule(
        name="placement", what="Where the child is placed", lacking="no placement is in force", statuses=(IN_CARE,),
        need=Some(points(placements.began_on), "ended_on"), fill="entry",
    ),
    FileRule(
        name="care_plan", what="A care plan", lacking="no care plan was prepared", statuses=(IN_CARE,), after=14,
        need=OfStatus(care_episodes.care_plan_on.known()), fill="entry", source=Regulations(CARE_PLANNING, "reg 4"),
        finding="F16",
    ),
    FileRule(
        name="reviewing_officer", what="A reviewing officer", lacking="no reviewing officer is appointed", statuses=(IN_CARE,),
        after=20, need=Some(allocations.where(allocations.role == "reviewing-officer").began_on, "ended_on"), fill="holder",
        source=REVIEWING_OFFICER, unconfirmed=TO_CHECK, finding="F17",
    ),
    FileRule(
        name="adviser", what="A personal adviser", lacking="no personal adviser is appointed", statuses=(LEFT_CARE,), after=28,
        need=Some(allocations.where(allocations.role == "personal-adviser").began_on, "ended_on"), fill="holder",
        source=ADVISER, unconfirmed=TO_CHECK, finding="F21",
    ),
    FileRule(
        name="pathway_plan", what="A pathway plan", lacking="no pathway plan was made", statuses=(LEFT_CARE,), after=91,
        need=Some(points(pathway_plans.held_on)), fill="entry", source=Regulations(CARE_LEAVERS, "reg 6(1)"),
        finding="F21",
    ),
    FileRule(
        name="living_in", what="Where the young person lives", lacking="nothing says where the young person lives",
        statuses=(LEFT_CARE,), need=Some(points(accommodations.began_on), "ended_on"), fill="entry", finding="F21",
    ),
)  # fmt: skip

COMPLETENESS: dict[str, FileRule] = {f"file_{rule.name}": rule for rule in RULES}
"""Every rule by the name under which its gaps are kept."""
