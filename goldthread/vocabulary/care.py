"""Children in care: the period of care, legal status, placements, reviews, health, going missing, permanence."""

from __future__ import annotations

from .tables import Table, code, day, flag, instant, number, ref, text


class CareEpisode(Table):
    """A continuous period in which the authority looks after a child, whatever changes within it."""

    child = ref("children", "The child looked after.")
    began_on = day("The day the child became looked after.")
    began_because = code(
        "s903_category_of_need", "The child's category of need when the period of care began.", null=True
    )
    home_postcode = text("The postcode of the child's home when care began.")
    ended_on = day("The day the child stopped being looked after.", null=True)
    ended_because = code("s903_reason_episode_ceased", "Why care ended.", null=True)
    permanence_plan = code("permanence_plan", "What is planned as the child's permanent home.", null=True)
    care_plan_on = day("The day the care plan was prepared.", null=True)
    permanence_planned_on = day("The day a plan for the child's permanent home was agreed.", null=True)


class LegalStatus(Table):
    """The legal basis on which a child is looked after, in force between two days."""

    plural = "legal_statuses"
    child = ref("children", "The child.")
    status = code("s903_legal_status", "The legal status.")
    began_on = day("The day it came into force.")
    ended_on = day("The day it stopped being in force.", null=True)


class LibertyOrder(Table):
    """An order of the court that authorises depriving a child of their liberty."""

    child = ref("children", "The child.")
    began_on = day("The day the order began.")
    ended_on = day("The day it ended.", null=True)


class Placement(Table):
    """Where a looked-after child lives, between two days."""

    child = ref("children", "The child placed.")
    kind = code("s903_placement_type", "What kind of placement it is.", null=True)
    provider = code("s903_placement_provider", "Who provides it.", null=True)
    began_on = day("The day the placement began.")
    began_because = code("s903_rne", "Why a new episode was recorded when it began.", null=True)
    ended_on = day("The day it ended.", null=True)
    changed_because = code("s903_reason_place_change", "Why the child moved on.", null=True)
    postcode = text("The postcode of the placement.")
    urn = text("Ofsted's number for the provider; empty where none is needed or recorded.")
    outside_authority = flag("Whether it lies outside the authority's area.", null=True)
    authority_of_placement = text("The authority in whose area it lies, as the source names it.")
    permanent = flag("Whether the placement is meant to last until the child is eighteen.", null=True)
    household = ref("carer_households", "The foster household, where the record knows it.", null=True)
    basis = code(
        "words:approved temporary-approval before-assessment assessed",
        "How it was allowed: approved carers, a connected person for a time, or parents before or after assessment.",
        null=True,
    )
    plan_made_on = day("The day the placement plan was prepared.", null=True)
    notified_on = day("The day those who must know of the placement were told in writing.", null=True)
    emergency_approved_on = day("The day an emergency placement outside the area was approved.", null=True)
    emergency_completed_on = day("The day the steps that follow such an approval were completed.", null=True)
    assessed_on = day("The day the assessment of parents or connected persons was completed.", null=True)
    confirmed_on = day("The day a nominated officer confirmed the placement with parents.", null=True)
    approval_extended_from = day("The day from which a temporary approval was extended, once.", null=True)
    fully_approved_on = day("The day the carers were approved as foster carers.", null=True)
    fewer_visits_agreed_on = day(
        "The day the child agreed to fewer visits in a long-term placement.", null=True
    )
    fewer_visits_ended_on = day("The day the child no longer agreed.", null=True)


class Review(Table):
    """A review of a looked-after child's case by the independent reviewing officer."""

    child = ref("children", "The child whose case was reviewed.")
    held_on = day("The day the review was held.")
    officer_consulted_on = day(
        "The day the social worker consulted the reviewing officer before the review.", null=True
    )
    participation = code("s903_review_participation", "How the child took part.", null=True)
    adjourned_on = day("The day the reviewing officer adjourned it.", null=True)
    completed_on = day("The day an adjourned review was completed.", null=True)
    record_sent_on = day("The day its record was distributed.", null=True)


class HealthCheck(Table):
    """A health assessment or check of a looked-after child."""

    child = ref("children", "The child.")
    kind = code(
        "words:initial review assessment dental strengths-and-difficulties",
        "Which check; 'assessment' where the source does not say which.",
    )
    held_on = day("The day it was made, or refused.")
    outcome = code("words:done refused", "Whether it was made, or the young person refused it.")


class YearInCare(Table):
    """What a looked-after child's annual return says of one year: health, emotions, offending, substances."""

    plural = "years_in_care"
    child = ref("children", "The child.")
    year = number("The collection year, named by the calendar year in which it ends.")
    sdq_score = number("Strengths and difficulties score, 0 to 40.", null=True)
    sdq_reason = code("s903_sdq_reason", "Why there is no score.", null=True)
    convicted = flag("Convicted, or cautioned, in the year.", null=True)
    development_checked = flag("Development checks up to date, for a child under five.", null=True)
    immunised = flag("Immunisations up to date.", null=True)
    teeth_checked = flag("Teeth checked by a dentist in the year.", null=True)
    health_assessed = flag("Annual health assessment made.", null=True)
    substance_misuse = flag("Found to have a problem with substances.", null=True)
    intervention_received = flag("Received help with it.", null=True)
    intervention_offered = flag("Was offered help with it and refused.", null=True)


class MissingEpisode(Table):
    """A time when a child was missing from home or care, or away from placement without authorisation."""

    child = ref("children", "The child.")
    kind = code("s903_missing", "Missing, or away without authorisation.")
    began_on = day("The day the child went missing.")
    began_at = instant("When, where the time of day is known.", day="began_on")
    ended_on = day("The day the child was found or returned.", null=True)
    ended_at = instant("When, where the time of day is known.", day="ended_on")
    reported_by = text("Who reported the child missing.")
    circumstances = text("What was known when the child was reported missing.")
    found_how = text("How the child was found, or came back.")
    together = text(
        "What ties it to those of other children with whom the child was missing; empty for one alone."
    )


class ReturnInterview(Table):
    """An independent interview offered to a child who was missing and has returned."""

    child = ref("children", "The child.")
    missing_episode = ref("missing_episodes", "The time missing that it is about.", null=True)
    offered_on = day("The day it was offered.", null=True)
    offered_at = instant("When it was offered, where the time of day is known.", day="offered_on")
    accepted = flag("Whether the child accepted.", null=True)
    held_on = day("The day it was held.", null=True)
    held_at = instant("When it was held, where the time of day is known.", day="held_on")
    refused_because = text("Why the child did not want it; empty unless they refused.")
    interviewer = text("Who held it.")
    independent = flag("Whether they are independent of whoever cares for the child.", null=True)
    child_words = text("What the child said, in their own words.")
    would_help = text("What would help them not to go missing again.")


class MissingSummary(Table):
    """How often a child was missing or away in the twelve months before a source's date, as the source counts."""

    plural = "missing_summaries"
    child = ref("children", "The child.")
    counted_on = day("The source's date.")
    times_missing = number("Times missing.", null=True)
    times_away = number("Times away without authorisation.", null=True)
    interview_offered = flag("Whether a return interview was offered after the last time.", null=True)
    interview_accepted = flag("Whether the child accepted it.", null=True)


class Permanence(Table):
    """A decision that a child should be placed for adoption, and each day on the way to it or away from it."""

    plural = "permanences"
    child = ref("children", "The child.")
    decided_on = day("The day it was decided that the child should be placed for adoption.", null=True)
    recommended_on = day("The day the panel's recommendation and final minutes were received.", null=True)
    placement_order_on = day("The day of the placement order.", null=True)
    matched_on = day("The day the child was matched with adopters.", null=True)
    placed_on = day(
        "The day the child actually moved to live with them; never the day of a decision.", null=True
    )
    fostered_for_adoption_on = day(
        "The day the child was placed to foster for adoption or for concurrent planning.", null=True
    )
    order_on = day("The day of the adoption order.", null=True)
    celebrated_on = day("The day of the celebration hearing.", null=True)
    life_story_given_on = day(
        "The day the later-life letter and the life story book were given to the adopters.", null=True
    )
    reversed_on = day(
        "The day it was decided that the child should no longer be placed for adoption.", null=True
    )
    reversed_because = code("s903_placed_ceased_reason", "Why.", null=True)
    adopted_by_carer = code(
        "s903_foster_care", "Whether the adopters had been the child's foster carers.", null=True
    )
    adopters = code("s903_number_adopters", "How many adopters.", null=True)
    adopters_sex = code("s903_sex_adopter", "The sex of the adopters.", null=True)
    adopters_status = code("s903_legal_status_adopter", "The legal status of the adopters.", null=True)


class PreviousPermanence(Table):
    """A permanent home that a child had before coming into care again."""

    child = ref("children", "The child.")
    kind = code("s903_previous_permanence", "What it was.")
    authority = text("The authority that arranged it, as the source writes it.")
    ordered_on = text("The date of the order as the source writes it, which may be a month or a year alone.")


class Adopter(Table):
    """Somebody who asks to adopt, or adopts, and each day of the process."""

    child_owned = False
    adopter_number = text("The adoption service's number for the person.")
    family = text("The adoption service's number for the household.")
    gender = text("The person's gender as the source says it.")
    ethnicity = code("ethnicity", "The person's ethnic background.", null=True)
    disabled = code("words:yes no unknown", "Whether the person is disabled.")
    fostering_for_adoption = flag("Whether they foster for adoption.", null=True)
    enquired_on = day("The day of the first enquiry.", null=True)
    stage_one_began_on = day("The day stage one began.", null=True)
    stage_one_ended_on = day("The day stage one ended.", null=True)
    stage_two_began_on = day("The day stage two began.", null=True)
    stage_two_ended_on = day("The day stage two ended.", null=True)
    report_sent_on = day("The day the prospective adopter's report was sent to them.", null=True)
    observations_on = day("The day they made observations on it.", null=True)
    applied_on = day("The day the application was submitted.", null=True)
    approved_on = day("The day it was approved.", null=True)
    matched_on = day("The day of a match with a child or children.", null=True)
    placed_on = day("The day the child or children were placed.", null=True)
    children_placed = number("How many children were placed.", null=True)
    order_on = day("The day of the adoption order.", null=True)
    left_on = day("The day they left the process.", null=True)
    left_because = text("Why, as the source says it.")
