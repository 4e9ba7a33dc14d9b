"""Help and protection: assessments, strategy discussions, enquiries, conferences, plans, core groups and visits."""

from __future__ import annotations

from .sections import WORDS as SECTIONS
from .tables import Table, code, day, flag, instant, number, ref, text


class Assessment(Table):
    """A child and family assessment under section 17, or one made together with an enquiry."""

    child = ref("children", "The child who is assessed.")
    referral = ref("referrals", "The referral that it answers.", null=True)
    requested_on = day(
        "The day from which its time runs: the referral's, or for a later assessment of an open case the day it was decided on."
    )
    began_on = day("The day the assessment actually began.", null=True)
    reviewed_on = day("The day a manager reviewed it on the way.", null=True)
    authorised_on = day("The day a manager authorised it as complete.", null=True)
    child_seen = code("words:yes no unknown", "Whether the child was seen during it.")
    needs_support = flag("Whether it found that the child needs children's social care.", null=True)
    pre_birth = flag("Whether it was begun before the child was born.", null=True)


class AssessmentFactor(Table):
    """Something that an assessment found to matter in the child's life."""

    child = ref("children", "The child who was assessed.")
    assessment = ref("assessments", "The assessment that found it.")
    factor = code("assessment_factor", "What was found.")


class AssessmentConsultation(Table):
    """An adult in the child's life whom an assessment consulted, or did not and says why."""

    child = ref("children", "The child who was assessed.")
    assessment = ref("assessments", "The assessment.")
    person = ref("people", "The adult.")
    consulted_on = day("The day they were spoken with.", null=True)
    not_consulted_because = text("Why they were not; empty where they were.")


class AssessmentSection(Table):
    """One section of an assessment, as a narrative."""

    child = ref("children", "The child who is assessed.")
    assessment = ref("assessments", "The assessment.")
    section = code(SECTIONS, "Which section.")
    words = text("What it says.")
    copied_from = ref(
        "assessment_sections", "The section of an earlier assessment from which it was copied.", null=True
    )


class AssessmentCheckpoint(Table):
    """A manager looked at an open assessment on the way, and said how it goes on."""

    child = ref("children", "The child who is assessed.")
    assessment = ref("assessments", "The assessment.")
    held_on = day("The day the manager looked at it.")
    held_by = ref("workers", "Which manager.", null=True)
    outcome = code("words:continue conclude widen", "How it goes on.")
    words = text("What was seen and asked.")


class AssessmentApproval(Table):
    """A manager was asked to authorise an assessment, and what became of it."""

    child = ref("children", "The child who is assessed.")
    assessment = ref("assessments", "The assessment.")
    asked_on = day("The day it was asked.")
    asked_at = instant("When it was asked, where the time of day is known.", day="asked_on")
    answer = code("words:authorised returned", "What the manager answered.", null=True)
    answered_on = day("The day the manager answered.", null=True)
    answered_by = ref("workers", "Which manager answered.", null=True)
    answered_because = text("Why it was authorised or returned.")
    digest = text("The SHA-256 of exactly what was read and authorised; empty until then.")
    voided_on = day("The day what was authorised was changed, which ended the authorisation.", null=True)
    voided_because = text("What was changed; empty unless it was.")


class AssessmentComment(Table):
    """What a manager who returned an assessment said of one of its sections."""

    child = ref("children", "The child who is assessed.")
    approval = ref("assessment_approvals", "The return with which it was said.")
    section = code(SECTIONS, "Of which section.")
    words = text("What is asked.")


class StrategyDiscussion(Table):
    """A discussion between agencies of whether a child may be suffering significant harm, and what to do."""

    child = ref("children", "The child whom it is about.")
    together = text("What it was recorded together with: the same on each child of one discussion.")
    referral = ref("referrals", "The referral during which it was held.", null=True)
    concern = text("What gave rise to the concern of significant harm.")
    concern_on = day("The day the concern of significant harm was recorded.")
    concern_at = instant("When the concern was recorded, where the time of day is known.", day="concern_on")
    held_on = day("The day the discussion was held.", null=True)
    held_at = instant("When it was held, where the time of day is known.", day="held_on")
    late_because = text("Why it was held late, where it was.")
    safety = text("What keeps the child safe at once, and who sees to it.")
    decision = code("words:enquiry assessment no-further-action", "What was decided.", null=True)
    decided_because = text("Why.")
    decided_by = ref("workers", "The manager who decided.", null=True)


class StrategyAttendee(Table):
    """An agency asked to a strategy discussion, and whether it came."""

    child = ref("children", "The child whom the discussion was about.")
    strategy_discussion = ref("strategy_discussions", "The discussion.")
    agency = code("words:social-care police health education referrer other", "Which agency.")
    name = text("Who was asked or came; empty where it is not recorded.")
    asked_on = day("The day they were asked.", null=True)
    asked_at = instant("When they were asked, where the time of day is known.", day="asked_on")
    attended = flag("Whether they took part.", null=True)
    took_part_by = code("words:meeting video phone", "How they took part.", null=True)
    shared = text("What they told the others.")


class Enquiry(Table):
    """An enquiry under section 47 into whether a child is suffering or likely to suffer significant harm."""

    plural = "enquiries"
    child = ref("children", "The child whom it is about.")
    referral = ref("referrals", "The referral during which it was begun.", null=True)
    strategy_discussion = ref(
        "strategy_discussions", "The strategy discussion at which it was begun.", null=True
    )
    began_on = day("The day of the strategy discussion at which the enquiry was begun.")
    seen = code("words:yes no unknown", "Whether the child was seen in it.")
    seen_on = day("The day the child was first seen in it.", null=True)
    seen_at = instant("When the child was first seen, where the time of day is known.", day="seen_on")
    seen_alone = code("words:yes no unknown", "Whether the child was seen alone.")
    not_seen_because = text("Why the child was not seen, or not alone.")
    child_words = text("What the child said, in their own words.")
    findings = text("What the enquiry found.")
    substantiated = flag("Whether the concern was found to be so.", null=True)
    outcome = code("words:conference support no-further-action", "What should follow.", null=True)
    decided_because = text("Why that should follow.")
    decided_by = ref("workers", "The manager who decided what should follow.", null=True)
    concluded_on = day("The day the enquiry was concluded, where that is recorded.", null=True)
    conference_required = flag("Whether it led to a child protection conference being needed.", null=True)
    conference_target_on = day(
        "The day by which the source said that the conference should be held.", null=True
    )


class Conference(Table):
    """A child protection conference: initial, review, or on transfer from another authority."""

    child = ref("children", "The child whom it is about.")
    together = text("What it was recorded together with: the same on each child of one conference.")
    kind = code("words:initial review transfer-in", "Which conference it is.")
    referral = ref("referrals", "The referral to whose episode it belongs.", null=True)
    enquiry = ref("enquiries", "The enquiry that led to an initial conference.", null=True)
    plan = ref("plans", "The child protection plan that a review conference reviewed.", null=True)
    called_on = day("The day it was called.", null=True)
    called_for_on = day("The day for which it is called. A call stops no clock.", null=True)
    called_for_at = instant("The hour for which it is called, where that is said.", day="called_for_on")
    adjourned_on = day(
        "The day it met and was adjourned; from then on it is called for the day it goes on.", null=True
    )
    adjourned_because = text("Why it was adjourned.")
    must_come = text("Who must be there when it goes on.")
    held_on = day("The day the conference was held; missing while it is only called.", null=True)
    chaired_by = ref("workers", "Who chaired it, or is to chair it.", null=True)
    inquorate_because = text("Why it went ahead without enough agencies, where it did.")
    child_views = text(
        "What the child wanted the conference to know, in their own words; or why that is not known."
    )
    advocate = text("Who spoke for the child, where somebody did.")
    led_to_plan = flag("Whether an initial conference decided on a child protection plan.", null=True)
    plan_continues = flag("Whether a review conference decided that the plan goes on.", null=True)
    category = code("category_of_abuse", "The category of abuse or neglect that it decided on.", null=True)
    decided_because = text("Why.")


class ConferenceInvitee(Table):
    """Somebody asked to a child protection conference: the family, an advocate, or an agency."""

    child = ref("children", "The child whom the conference is about.")
    conference = ref("conferences", "The conference.")
    agency = code(
        "words:family advocate social-care police health education probation voluntary other",
        "For whom they come.",
    )
    person = ref("people", "Who of the family, where the record knows them.", null=True)
    name = text("Who was asked or came; empty where it is not recorded.")
    invited_on = day("The day they were invited.", null=True)
    attended = flag("Whether they took part.", null=True)
    took_part_by = code("words:meeting video phone", "How they took part.", null=True)
    report_sent_on = day("The day they sent their report.", null=True)
    report_shared_on = day("The day their report was shared with the family.", null=True)
    views = text("What they said; of the family, in their own words.")
    agrees = flag("Whether they agree with the decision.", null=True)
    dissent = text("Why they do not agree.")


class Plan(Table):
    """A plan of help or protection for a child, in force between two days."""

    child = ref("children", "The child whose plan it is.")
    kind = code("words:child-in-need child-protection safety", "Which plan it is.")
    stepped_from = ref("plans", "The plan from which this one was stepped up or down.", null=True)
    referral = ref("referrals", "The referral to whose episode it belongs.", null=True)
    began_on = day("The day the plan was made; for child protection, the day of the conference that made it.")
    ended_on = day("The day the plan ended.", null=True)
    ended_because = text("Why it ended; empty unless somebody ended it here.")
    initial_category = code("category_of_abuse", "The category of abuse or neglect at the start.", null=True)
    latest_category = code("category_of_abuse", "The category at the end, or now.", null=True)
    previous_plans = number(
        "How many child protection plans the child had before, as the source counts them.", null=True
    )
    emergency_protection = flag(
        "Whether the child was under an emergency order or police protection in the six months before the source's date.",
        null=True,
    )


class CoreGroup(Table):
    """A meeting of the core group that carries out a child protection plan."""

    child = ref("children", "The child whose plan it is.")
    plan = ref("plans", "The plan.", null=True)
    together = text("What it was recorded together with: the same on each child of one meeting.")
    held_on = day("The day the group met.")
    child_views = text("What the child said or showed, in their own words.")
    parent_views = text("What each parent or carer said, in their own words.")
    changed = text("What has changed for the child since the group last met.")
    next_on = day("The day the group is to meet next.", null=True)


class Visit(Table):
    """A visit to a child by their worker or another representative of the authority."""

    child = ref("children", "The child visited.")
    placement = ref(
        "placements", "The placement in which the child was visited, where there was one.", null=True
    )
    held_on = day("The day of the visit.")
    held_at = instant("When the visit was, where the time of day is known.", day="held_on")
    purpose = code(
        "words:child-in-need child-protection in-care reviewing-officer leaving-care private-fostering other",
        "Under which duty it was made.",
    )
    seen = code(
        "words:yes no unknown",
        "Whether the child was seen. A visit at which the child was not seen stops no clock.",
    )
    seen_alone = code("words:yes no unknown", "Whether the child was seen alone.")
    by_worker = ref("workers", "Who visited.", null=True)
    place = code("words:home placement school community office video other", "Where it was.", null=True)
    bedroom_seen = code("words:yes no unknown", "Whether where the child sleeps was seen.", null=True)
    not_seen_because = text("Why the child was not seen; empty where the child was.")
    not_alone_because = text("Why the child was seen only with others; empty where the child was seen alone.")
    others_there = text("Who else was there.")
    child_said = text("What the child said or showed, in the child's own words or way.")
    account = text("What was seen, heard and talked of.")
    plan_changed = text("What it changes for the plan; empty where nothing.")
    together = text(
        "What it was recorded together with: the same on each brother's and sister's; empty where of one child."
    )
