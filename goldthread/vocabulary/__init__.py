"""What words mean: every table and column by name, type, whether it may be missing, and one sentence."""

from .care import (
    Adopter,
    CareEpisode,
    HealthCheck,
    LegalStatus,
    LibertyOrder,
    MissingEpisode,
    MissingSummary,
    Permanence,
    Placement,
    PreviousPermanence,
    ReturnInterview,
    Review,
    YearInCare,
)
from .faults import Fault
from .front_door import Contact, FamilyHelpEpisode, Referral
from .identity import Address, Child, Disability, Identifier, Person, Relationship
from .leaving_care import Entitlement, KeepingInTouch, PathwayPlan
from .protection import (
    Assessment,
    AssessmentFactor,
    Conference,
    CoreGroup,
    Enquiry,
    Plan,
    StrategyAttendee,
    StrategyDiscussion,
    Visit,
)
from .tables import COMMON_COLUMNS, TABLES, Column, Points, Selection, Table
from .workforce import Allocation, Post, Team, VacancyCount, Worker

children = Child.rows()
contacts = Contact.rows()
referrals = Referral.rows()
family_help_episodes = FamilyHelpEpisode.rows()
assessments = Assessment.rows()
strategy_discussions = StrategyDiscussion.rows()
enquiries = Enquiry.rows()
conferences = Conference.rows()
plans = Plan.rows()
core_groups = CoreGroup.rows()
visits = Visit.rows()
care_episodes = CareEpisode.rows()
legal_statuses = LegalStatus.rows()
placements = Placement.rows()
reviews = Review.rows()
health_checks = HealthCheck.rows()
missing_episodes = MissingEpisode.rows()
return_interviews = ReturnInterview.rows()
permanences = Permanence.rows()
entitlements = Entitlement.rows()
pathway_plans = PathwayPlan.rows()
keeping_in_touch = KeepingInTouch.rows()
allocations = Allocation.rows()

__all__ = [
    "COMMON_COLUMNS",
    "TABLES",
    "Address",
    "Adopter",
    "Allocation",
    "Assessment",
    "AssessmentFactor",
    "CareEpisode",
    "Child",
    "Column",
    "Conference",
    "Contact",
    "CoreGroup",
    "Disability",
    "Enquiry",
    "Entitlement",
    "FamilyHelpEpisode",
    "Fault",
    "HealthCheck",
    "Identifier",
    "KeepingInTouch",
    "LegalStatus",
    "LibertyOrder",
    "MissingEpisode",
    "MissingSummary",
    "PathwayPlan",
    "Permanence",
    "Person",
    "Placement",
    "Plan",
    "Points",
    "Post",
    "PreviousPermanence",
    "Referral",
    "Relationship",
    "ReturnInterview",
    "Review",
    "Selection",
    "StrategyAttendee",
    "StrategyDiscussion",
    "Table",
    "Team",
    "VacancyCount",
    "Visit",
    "Worker",
    "YearInCare",
    "allocations",
    "assessments",
    "care_episodes",
    "children",
    "conferences",
    "contacts",
    "core_groups",
    "enquiries",
    "entitlements",
    "family_help_episodes",
    "health_checks",
    "keeping_in_touch",
    "legal_statuses",
    "missing_episodes",
    "pathway_plans",
    "permanences",
    "placements",
    "plans",
    "referrals",
    "return_interviews",
    "reviews",
    "strategy_discussions",
    "visits",
]
