"""The workforce: teams, workers, the posts they hold, and which child is held by whom."""

from __future__ import annotations

from .tables import Table, code, day, decimal, flag, number, ref, text


class Team(Table):
    """A team of the authority."""

    child_owned = False
    name = text("What the team is called.")
    kind = code(
        "words:duty-and-assessment long-term disabled-children children-in-care care-leavers fostering other",
        "What kind of work it does.",
    )
    within = ref("teams", "The service of which it is a part; missing at the top.", null=True)
    began_on = day("The day the team was formed, where that is known.", null=True)
    ended_on = day("The day it was closed.", null=True)


class Worker(Table):
    """Somebody who works for the authority with children, employed or through an agency."""

    child_owned = False
    given_name = text("The worker's given name; empty where the source holds no names.")
    family_name = text("The worker's family name, or the name as the source writes it.")
    registration = text(
        "The number of their registration with Social Work England; empty where there is none."
    )
    born_on = day("The day the worker was born.", null=True)
    sex = code("sex", "The worker's sex.", null=True)
    ethnicity = code("ethnicity", "The worker's ethnic background.", null=True)
    qualification = code("csww_qual_level", "The level of their social work qualification.", null=True)
    step_up = flag("Whether they qualified through Step Up to Social Work.", null=True)
    frontline = flag("Whether they qualified through Frontline.", null=True)


class Post(Table):
    """A role that a worker holds or held, between two days, as the workforce census asks of it."""

    child_owned = False
    worker = ref("workers", "Who holds it.", null=True)
    team = ref("teams", "In which team.", null=True)
    role = code("csww_org_role", "The role in the organisation.", null=True)
    agency = flag("Whether it is held through an agency.")
    manages = flag("Whether whoever holds it manages the team and all that is within it.")
    full_time = decimal("Full-time equivalent, 0 to 1.", null=True)
    full_time_last_year = decimal("Full-time equivalent a year before.", null=True)
    began_on = day("The day the worker joined the role.", null=True)
    began_from = code("csww_start_origin", "Where they came from.", null=True)
    ended_on = day("The day they left it.", null=True)
    ended_to = code("csww_leaver_destination", "Where they went.", null=True)
    ended_because = code("csww_reason_leave", "Why they left.", null=True)
    counted_on = day("The date to which the census figures below belong.", null=True)
    cases = number("Cases held on that date.", null=True)
    days_lost = decimal("Working days lost to sickness in the year before it.", null=True)
    contract_weeks = decimal("Length of an agency contract, in weeks.", null=True)
    absent = flag("Whether absent on that date.", null=True)
    absent_because = code("csww_reason_absence", "Why.", null=True)
    base_salary = decimal("Base salary, in pounds a year.", null=True)
    retention_payments = decimal("Recruitment and retention payments, in pounds a year.", null=True)
    other_payments = decimal("Other payments, in pounds a year.", null=True)


class VacancyCount(Table):
    """What an authority says of its vacancies, agency cover and payments on a census date."""

    child_owned = False
    counted_on = day("The census date.")
    vacancies = decimal("Vacant posts, full-time equivalent, agency cover included.", null=True)
    agency_full_time = decimal("Agency workers who cover vacancies, full-time equivalent.", null=True)
    agency_heads = number("Agency workers who cover vacancies, heads.", null=True)
    recruitment_bonus = code("csww_la_payment_eligibility", "Whether a recruitment bonus is paid.", null=True)
    retention_bonus = code("csww_la_payment_eligibility", "Whether a retention bonus is paid.", null=True)
    performance_award = code("csww_la_payment_eligibility", "Whether a performance award is paid.", null=True)
    car_allowance = code("csww_la_payment_eligibility", "Whether a car allowance is paid.", null=True)
    relocation_package = code(
        "csww_la_payment_eligibility", "Whether a relocation package is paid.", null=True
    )
    regional_weighting = code(
        "csww_la_payment_eligibility", "Whether a regional weighting is paid.", null=True
    )
    registration_paid = code("csww_la_payment_eligibility", "Whether registration is paid for.", null=True)
    checks_paid = code("csww_la_payment_eligibility", "Whether disclosure checks are paid for.", null=True)
    other_allowances = text("Other allowances, in the authority's words.")


class Allocation(Table):
    """A child held by a worker or a team, between two days."""

    child = ref("children", "The child.")
    worker = ref("workers", "Who holds the child; missing while only a team does.", null=True)
    team = ref("teams", "The team that holds the child.", null=True)
    role = code(
        "words:social-worker lead-practitioner personal-adviser reviewing-officer",
        "In what role the worker holds the child.",
    )
    began_on = day("The day it began; missing where the source says only who holds the child now.", null=True)
    ended_on = day("The day it ended.", null=True)
    changed_because = code("s903_sw_change_reason", "Why the worker changed.", null=True)
    over_limit_because = text(
        "Why it was given above the worker's limit; empty where it was within it, or nobody looked."
    )
