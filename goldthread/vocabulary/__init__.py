"""What words mean: every table and column by name, type, whether it may be missing, and one sentence."""

from .accountable import PostHolding
from .auditing import (
    AuditAction,
    AuditGrade,
    AuditSample,
    CaseAudit,
    GoodPractice,
    PracticeWeek,
    PracticeWeekPart,
    SharedPractice,
)
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
from .carers import CarerCheck, CarerHousehold, CarerReview, CarerTraining
from .challenging import Deal, Escalation, EscalationStage, Reading
from .daily_life import Interest, OtherName, YoungCarer
from .danger import HiddenPlacement, SafetyWarning, UndisclosedAddress
from .education import EducationPlan
from .endings import Closing, ClosingLeft, ClosingTold
from .faults import Fault
from .front_door import Contact, ContactCheck, FamilyHelpEpisode, HarmIndicator, Referral
from .going_missing import Associate, MissingPlace, MissingTheme
from .handing_over import Handover, Promise
from .homes import Accommodation, PrivateFostering
from .identity import Address, Child, Disability, Identifier, Person, Relationship
from .leading import FamilyMeeting, HelpBasis, LeadPractitioner
from .leaving_care import Entitlement, KeepingInTouch, PathwayPlan
from .orders import Proceeding, SafeguardingOrder
from .oversight import Decision, Supervision
from .planning import Action, ActionProgress, Goal, HelpReview, PlanAttendee, Worry
from .protection import (
    Assessment,
    AssessmentApproval,
    AssessmentCheckpoint,
    AssessmentComment,
    AssessmentConsultation,
    AssessmentFactor,
    AssessmentSection,
    Conference,
    ConferenceInvitee,
    CoreGroup,
    Enquiry,
    Plan,
    StrategyAttendee,
    StrategyDiscussion,
    Visit,
)
from .story import ChildMessage, ContactCard, Letter, StoryPart
from .supervising import (
    Direction,
    DirectionAnswer,
    SupervisionAmendment,
    SupervisionItem,
    SupervisionMember,
    SupervisionReading,
    SupervisionSession,
)
from .tables import COMMON_COLUMNS, TABLES, Column, Points, Selection, Table
from .the_file import CaseNote, ChronologyEntry, Document
from .workforce import Allocation, Post, Team, VacancyCount, Worker

children = Child.rows()
disabilities = Disability.rows()
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
handovers = Handover.rows()
promises = Promise.rows()
child_messages = ChildMessage.rows()
worries = Worry.rows()
goals = Goal.rows()
actions = Action.rows()
action_progress = ActionProgress.rows()
plan_attendees = PlanAttendee.rows()
help_reviews = HelpReview.rows()
supervisions = Supervision.rows()
decisions = Decision.rows()
case_audits = CaseAudit.rows()
escalations = Escalation.rows()
safeguarding_orders = SafeguardingOrder.rows()
proceedings = Proceeding.rows()
education_plans = EducationPlan.rows()
accommodations = Accommodation.rows()
private_fosterings = PrivateFostering.rows()
adopters = Adopter.rows()
carer_households = CarerHousehold.rows()
carer_reviews = CarerReview.rows()
carer_checks = CarerCheck.rows()
carer_training = CarerTraining.rows()

__all__ = [
    "COMMON_COLUMNS",
    "TABLES",
    "Accommodation",
    "Action",
    "ActionProgress",
    "Address",
    "Adopter",
    "Allocation",
    "Assessment",
    "AssessmentApproval",
    "AssessmentCheckpoint",
    "AssessmentComment",
    "AssessmentConsultation",
    "AssessmentFactor",
    "AssessmentSection",
    "Associate",
    "AuditAction",
    "AuditGrade",
    "AuditSample",
    "CareEpisode",
    "CarerCheck",
    "CarerHousehold",
    "CarerReview",
    "CarerTraining",
    "CaseAudit",
    "CaseNote",
    "Child",
    "ChildMessage",
    "ChronologyEntry",
    "Closing",
    "ClosingLeft",
    "ClosingTold",
    "Column",
    "Conference",
    "ConferenceInvitee",
    "Contact",
    "ContactCard",
    "ContactCheck",
    "CoreGroup",
    "Deal",
    "Decision",
    "Direction",
    "DirectionAnswer",
    "Disability",
    "Document",
    "EducationPlan",
    "Enquiry",
    "Entitlement",
    "Escalation",
    "EscalationStage",
    "FamilyHelpEpisode",
    "FamilyMeeting",
    "Fault",
    "Goal",
    "GoodPractice",
    "Handover",
    "HarmIndicator",
    "HealthCheck",
    "HelpBasis",
    "HelpReview",
    "HiddenPlacement",
    "Identifier",
    "Interest",
    "KeepingInTouch",
    "LeadPractitioner",
    "LegalStatus",
    "Letter",
    "LibertyOrder",
    "MissingEpisode",
    "MissingPlace",
    "MissingSummary",
    "MissingTheme",
    "OtherName",
    "PathwayPlan",
    "Permanence",
    "Person",
    "Placement",
    "Plan",
    "PlanAttendee",
    "Points",
    "Post",
    "PostHolding",
    "PracticeWeek",
    "PracticeWeekPart",
    "PreviousPermanence",
    "PrivateFostering",
    "Proceeding",
    "Promise",
    "Reading",
    "Referral",
    "Relationship",
    "ReturnInterview",
    "Review",
    "SafeguardingOrder",
    "SafetyWarning",
    "Selection",
    "SharedPractice",
    "StoryPart",
    "StrategyAttendee",
    "StrategyDiscussion",
    "Supervision",
    "SupervisionAmendment",
    "SupervisionItem",
    "SupervisionMember",
    "SupervisionReading",
    "SupervisionSession",
    "Table",
    "Team",
    "UndisclosedAddress",
    "VacancyCount",
    "Visit",
    "Worker",
    "Worry",
    "YearInCare",
    "YoungCarer",
    "accommodations",
    "action_progress",
    "actions",
    "adopters",
    "allocations",
    "assessments",
    "care_episodes",
    "carer_checks",
    "carer_households",
    "carer_reviews",
    "carer_training",
    "case_audits",
    "child_messages",
    "children",
    "conferences",
    "contacts",
    "core_groups",
    "decisions",
    "disabilities",
    "education_plans",
    "enquiries",
    "entitlements",
    "escalations",
    "family_help_episodes",
    "goals",
    "handovers",
    "health_checks",
    "help_reviews",
    "keeping_in_touch",
    "legal_statuses",
    "missing_episodes",
    "pathway_plans",
    "permanences",
    "placements",
    "plan_attendees",
    "plans",
    "private_fosterings",
    "proceedings",
    "promises",
    "referrals",
    "return_interviews",
    "reviews",
    "safeguarding_orders",
    "strategy_discussions",
    "supervisions",
    "visits",
    "worries",
]
