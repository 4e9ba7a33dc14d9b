"""Every model of the record, and the model of each table of the vocabulary by the table's name."""

from __future__ import annotations

from django.apps import apps

from goldthread.vocabulary import TABLES

from .access import Delegation, GlassBroken, NamedAccess, ReasonGiven, Restriction
from .accountable import PostHolding
from .accounts import Account
from .api_tokens import ApiToken
from .append_only import AppendOnly
from .assessing import AssessmentApproval, AssessmentCheckpoint, AssessmentComment, AssessmentSection
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
from .care import CareEpisode, HealthCheck, LegalStatus, LibertyOrder, Placement, Review, YearInCare
from .carers import CarerCheck, CarerHousehold, CarerReview, CarerTraining
from .challenging import Deal, Escalation, EscalationStage, Reading
from .conferences import Conference, ConferenceInvitee
from .daily_life import Interest, OtherName, YoungCarer
from .danger import HiddenPlacement, SafetyWarning, UndisclosedAddress
from .due import Due, DueHistory, DueNote, Reckoning
from .due_to_others import DueToOther, DueToOtherHistory
from .education import EducationPlan
from .endings import Closing, ClosingLeft, ClosingTold
from .enquiries import Enquiry, StrategyAttendee, StrategyDiscussion
from .figures import (
    FigureBaseline,
    FigureChoice,
    FigureCommentary,
    FigureCount,
    FigureCounting,
    FigureDefinition,
    FigureTarget,
)
from .front_door import Contact, ContactCheck, FamilyHelpEpisode, HarmIndicator, Referral
from .going_missing import Associate, MissingPlace, MissingTheme
from .handing_over import Handover, Promise
from .home_counts import HomeCount
from .homes import Accommodation, PrivateFostering
from .identity import Address, Child, Disability, Identifier, Person, Relationship
from .improving import Improvement, ImprovementAction, ImprovementEvidence, ImprovementMeasure
from .leading import FamilyMeeting, HelpBasis, LeadPractitioner
from .leaving_care import Entitlement, KeepingInTouch, PathwayPlan
from .letter_words import LetterWords
from .local_rules import LocalRule
from .logs import LOGS, AuditLine, Log, ReadLog, SecurityLine
from .missing import MissingEpisode, MissingSummary, ReturnInterview
from .notices import Digest, Notice, NoticeChoice
from .orders import Proceeding, SafeguardingOrder
from .oversight import Decision, Supervision
from .permanence import Adopter, Permanence, PreviousPermanence
from .personal_supervision import PersonalAmendment, PersonalSupervision
from .plan_meetings import CoreGroup, HelpReview, PlanAttendee
from .planning import Action, ActionProgress, Goal, Worry
from .plans import Plan, Visit
from .protection import (
    Assessment,
    AssessmentConsultation,
    AssessmentFactor,
)
from .published import (
    InspectionJudgement,
    InspectionReport,
    Neighbour,
    PublishedRelease,
    PublishedSeries,
    PublishedValue,
    Recommendation,
)
from .recorded import CodeField, Recorded
from .retention import Erasure, LegalHold
from .sealed import SealedIdentity
from .seals import Seal
from .signals import DriftExplained, Signal
from .sources import Coverage, Import, Rejected, Source, SourceRecord, SuggestedMatch
from .story import ChildMessage, ContactCard, Letter, StoryPart
from .subject_access import AccessBundle, AccessRequest, Redaction
from .supervising import (
    Direction,
    DirectionAnswer,
    SupervisionAmendment,
    SupervisionItem,
    SupervisionMember,
    SupervisionReading,
    SupervisionSession,
)
from .the_file import CaseNote, ChronologyEntry, Document
from .what_if import WhatIf
from .workforce import Allocation, Post, Team, VacancyCount, Worker


def model_of(table: str) -> type[Recorded]:
    """The model of a table of the vocabulary, such as ``referrals``. Raises KeyError for another name."""
    return apps.get_model("record", TABLES[table].__name__)


def table_of(row: Recorded | type[Recorded]) -> str:
    """The vocabulary's name of the table in which a row stands."""
    return TABLE_NAMES[row._meta.object_name or ""]


TABLE_NAMES = {table.__name__: plural for plural, table in TABLES.items()}

__all__ = [
    "LOGS",
    "TABLE_NAMES",
    "AccessBundle",
    "AccessRequest",
    "Accommodation",
    "Account",
    "Action",
    "ActionProgress",
    "Address",
    "Adopter",
    "Allocation",
    "ApiToken",
    "AppendOnly",
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
    "AuditLine",
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
    "CodeField",
    "Conference",
    "ConferenceInvitee",
    "Contact",
    "ContactCard",
    "ContactCheck",
    "CoreGroup",
    "Coverage",
    "Deal",
    "Decision",
    "Delegation",
    "Digest",
    "Direction",
    "DirectionAnswer",
    "Disability",
    "Document",
    "DriftExplained",
    "Due",
    "DueHistory",
    "DueNote",
    "DueToOther",
    "DueToOtherHistory",
    "EducationPlan",
    "Enquiry",
    "Entitlement",
    "Erasure",
    "Escalation",
    "EscalationStage",
    "FamilyHelpEpisode",
    "FamilyMeeting",
    "FigureBaseline",
    "FigureChoice",
    "FigureCommentary",
    "FigureCount",
    "FigureCounting",
    "FigureDefinition",
    "FigureTarget",
    "GlassBroken",
    "Goal",
    "GoodPractice",
    "Handover",
    "HarmIndicator",
    "HealthCheck",
    "HelpBasis",
    "HelpReview",
    "HiddenPlacement",
    "HomeCount",
    "Identifier",
    "Import",
    "Improvement",
    "ImprovementAction",
    "ImprovementEvidence",
    "ImprovementMeasure",
    "InspectionJudgement",
    "InspectionReport",
    "Interest",
    "KeepingInTouch",
    "LeadPractitioner",
    "LegalHold",
    "LegalStatus",
    "Letter",
    "LetterWords",
    "LibertyOrder",
    "LocalRule",
    "Log",
    "MissingEpisode",
    "MissingPlace",
    "MissingSummary",
    "MissingTheme",
    "NamedAccess",
    "Neighbour",
    "Notice",
    "NoticeChoice",
    "OtherName",
    "PathwayPlan",
    "Permanence",
    "Person",
    "PersonalAmendment",
    "PersonalSupervision",
    "Placement",
    "Plan",
    "PlanAttendee",
    "Post",
    "PostHolding",
    "PracticeWeek",
    "PracticeWeekPart",
    "PreviousPermanence",
    "PrivateFostering",
    "Proceeding",
    "Promise",
    "PublishedRelease",
    "PublishedSeries",
    "PublishedValue",
    "ReadLog",
    "Reading",
    "ReasonGiven",
    "Reckoning",
    "Recommendation",
    "Recorded",
    "Redaction",
    "Referral",
    "Rejected",
    "Relationship",
    "Restriction",
    "ReturnInterview",
    "Review",
    "SafeguardingOrder",
    "SafetyWarning",
    "Seal",
    "SealedIdentity",
    "SecurityLine",
    "SharedPractice",
    "Signal",
    "Source",
    "SourceRecord",
    "StoryPart",
    "StrategyAttendee",
    "StrategyDiscussion",
    "SuggestedMatch",
    "Supervision",
    "SupervisionAmendment",
    "SupervisionItem",
    "SupervisionMember",
    "SupervisionReading",
    "SupervisionSession",
    "Team",
    "UndisclosedAddress",
    "VacancyCount",
    "Visit",
    "WhatIf",
    "Worker",
    "Worry",
    "YearInCare",
    "YoungCarer",
    "model_of",
    "table_of",
]
