"""The eleven lists of the Annex A workbook of January 2024: their columns, and where each is stored."""

from __future__ import annotations

LIST_NAMES: dict[str, str] = {
    "List 1": "Contacts",
    "List 2": "Early help assessments",
    "List 3": "Referrals",
    "List 4": "Assessments",
    "List 5": "Section 47 enquiries and ICPCs",
    "List 6": "Children in need",
    "List 7": "Child protection",
    "List 8": "Children in care",
    "List 9": "Care leavers (leaving care services)",
    "List 10": "Adoption (children)",
    "List 11": "Adopters",
}

# Column: where it is stored, as columns of the vocabulary. Empty where it is not; UNSTORED says why.
COLUMNS: dict[str, dict[str, str]] = {
    "List 1": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Date of Contact": "contacts.received_on",
        "Contact Source": "contacts.received_from",
    },
    "List 2": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Assessment start date": "family_help_episodes.began_on",
        "Assessment completion date": "family_help_episodes.assessed_on",
        "Organisation completing assessment": "family_help_episodes.organisation",
    },
    "List 3": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Date of Referral": "referrals.received_on",
        "Referral Source": "referrals.referred_by",
        "Referral NFA?": "referrals.no_further_action",
        "Number of Referrals in Last 12 Months": "",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
    },
    "List 4": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Does the Child have a Disability": "children.disabled",
        "Continuous Assessment Start Date": "assessments.began_on",
        "Child Seen During Continuous Assessment": "assessments.child_seen",
        "Continuous Assessment Date of Authorisation": "assessments.authorised_on",
        (
            "Was the child assessed as requiring LA children's social care "
            "support?"
        ): "assessments.needs_support",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
    },
    "List 5": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Does the Child have a Disability": "children.disabled",
        "Strategy discussion initiating Section 47 Enquiry Start Date": "enquiries.began_on",
        "Was an Initial Child Protection Conference deemed unnecessary?": "enquiries.conference_required",
        "Date of Initial Child Protection Conference": "conferences.held_on",
        (
            "Did the Initial Child Protection Conference Result in a Child "
            "Protection Plan"
        ): "conferences.led_to_plan",
        "Number of Section 47 Enquiries in the last 12 months": "",
        "Number of ICPCs in the last 12 months": "",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
    },
    "List 6": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Does the Child have a Disability": "children.disabled",
        "CIN Start Date": "plans.began_on",
        "Primary Need Code": "",
        "Date Child Was Last Seen": "visits.held_on",
        "CIN Closure Date": "plans.ended_on",
        "Reason for Closure": "",
        "Case Status": "",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
    },
    "List 7": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        "Does the Child have a Disability": "children.disabled",
        "Child Protection Plan Start Date": "plans.began_on",
        "Initial Category of Abuse": "plans.initial_category",
        "Latest Category of Abuse": "plans.latest_category",
        "Date of the Last Statutory Visit": "visits.held_on",
        "Was the Child Seen Alone?": "visits.seen_alone",
        "Date of latest review conference": "conferences.held_on",
        "Child Protection Plan End Date": "plans.ended_on",
        (
            "Subject to Emergency Protection Order or Protected Under Police "
            "Powers in Last Six Months (Y/N)"
        ): "plans.emergency_protection",
        "Number of Previous Child Protection Plans": "plans.previous_plans",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
    },
    "List 8": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        (
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months "
            "(Y/N)"
        ): "children.asylum_seeking",
        "Does the Child have a Disability": "children.disabled",
        "Date Started to be Looked After": "care_episodes.began_on",
        "Child's Category of Need": "care_episodes.began_because",
        (
            "Is this a second or subsequent period of being a Looked After Child "
            "within the last 12 months (Y/N)"
        ): "",
        "Start date of current legal status": "legal_statuses.began_on",
        "Child's Legal Status": "legal_statuses.status",
        "Date of Latest Statutory Review": "reviews.held_on",
        "Date of Last Social Work Visit": "visits.held_on",
        "What is the permanence plan for this child?": "care_episodes.permanence_plan",
        "Date of Last IRO Visit / Contact to the Child": "visits.held_on",
        "Date of Last Health Assessment": "health_checks.held_on",
        "Date of Last Dental Check": "health_checks.held_on",
        "Number of Placements in the Last 12 months": "",
        "Date Ceased to be Looked After": "care_episodes.ended_on",
        "Reason Ceased to be Looked After": "care_episodes.ended_because",
        "Start Date of Most Recent Placement": "placements.began_on",
        "Placement Type": "placements.kind",
        "Placement Provider": "placements.provider",
        "Placement postcode": "placements.postcode",
        "URN of Placement": "placements.urn",
        "Placement Location": "placements.outside_authority",
        "LA of Placement": "placements.authority_of_placement",
        (
            "Number of Episodes the Child has been ‘Missing’ from their Placement "
            "in the last 12 months"
        ): "missing_summaries.times_missing",
        (
            "Number of Episodes the Child has been ‘Absent’ from their Placement "
            "in the last 12 months"
        ): "missing_summaries.times_away",
        (
            "Was the child offered a Return Interview after their last missing "
            "episode (Y/N)?"
        ): "missing_summaries.interview_offered",
        (
            "Did the child accept a Return Interview after their last missing "
            "episode (Y/N)?"
        ): "missing_summaries.interview_accepted",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
    },
    "List 9": {
        "Child Unique ID": "identifiers.value",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age": "",
        (
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or "
            "over (Y/N)"
        ): "children.asylum_seeking",
        "Does the Child have a Disability": "children.disabled",
        "Allocated Team": "teams.name, allocations.team",
        "Allocated Worker": "workers.family_name, allocations.worker",
        "Allocated Personal Advisor": "entitlements.adviser, allocations.worker",
        "Eligibility Category": "entitlements.category",
        "Latest Pathway Plan Review Date": "pathway_plans.held_on",
        "LA in Touch": "keeping_in_touch.standing",
        "Latest Date of Contact": "keeping_in_touch.held_on",
        "Type of Accommodation": "keeping_in_touch.accommodation",
        "Suitability of Accommodation": "keeping_in_touch.suitable",
        "Activity Status": "keeping_in_touch.activity",
    },
    "List 10": {
        "Child Unique ID": "identifiers.value",
        "Family identifier": "children.adoptive_family",
        "Gender": "children.sex, children.gender",
        "Ethnicity": "children.ethnicity",
        "Date of Birth": "children.born_on",
        "Age of Child (Years)": "",
        "Does the Child have a Disability": "children.disabled",
        "Date the Child Entered Care": "care_episodes.began_on",
        "Date of Decision that Child Should be Placed for Adoption": "permanences.decided_on",
        "Date of Placement Order": "permanences.placement_order_on",
        "Date of Matching Child and Prospective Adopters": "permanences.matched_on",
        "Date Placed for Adoption": "permanences.placed_on",
        "Date of Adoption Order": "permanences.order_on",
        "Date of Decision that Child Should No Longer be Placed for Adoption": "permanences.reversed_on",
        "Reason Why Child No Longer Placed for Adoption": "permanences.reversed_because",
        (
            "Date the child was placed for fostering in FFA or concurrent planning "
            "placement"
        ): "permanences.fostered_for_adoption_on",
    },
    "List 11": {
        "Individual adopter identifier": "adopters.adopter_number",
        "Family identifier": "adopters.family",
        "Gender": "adopters.gender",
        "Ethnicity": "adopters.ethnicity",
        "Disability": "adopters.disabled",
        "Is the (prospective) adopter fostering for adoption?": "adopters.fostering_for_adoption",
        "Date enquiry received": "adopters.enquired_on",
        "Date Stage 1 started": "adopters.stage_one_began_on",
        "Date Stage 1 ended": "adopters.stage_one_ended_on",
        "Date Stage 2 started": "adopters.stage_two_began_on",
        "Date Stage 2 ended": "adopters.stage_two_ended_on",
        "Date application submitted": "adopters.applied_on",
        "Date application approved": "adopters.approved_on",
        "Date adopter matched with child(ren)": "adopters.matched_on",
        "Date child/children placed with adopter(s)": "adopters.placed_on",
        "No. of children placed": "adopters.children_placed",
        "Date of Adoption Order": "adopters.order_on",
        "Date of leaving adoption process": "adopters.left_on",
        "Reason for leaving adoption process": "adopters.left_because",
    },
}

MAKES: dict[str, tuple[str, ...]] = {
    "List 1": ("children", "identifiers", "contacts"),
    "List 2": ("children", "identifiers", "family_help_episodes"),
    "List 3": ("children", "identifiers", "referrals", "teams", "workers", "allocations"),
    "List 4": ("children", "identifiers", "assessments", "teams", "workers", "allocations"),
    "List 5": ("children", "identifiers", "enquiries", "conferences", "teams", "workers", "allocations"),
    "List 6": ("children", "identifiers", "plans", "visits", "teams", "workers", "allocations"),
    "List 7": ("children", "identifiers", "plans", "visits", "conferences", "teams", "workers", "allocations"),
    "List 8": (
        "children",
        "identifiers",
        "care_episodes",
        "legal_statuses",
        "placements",
        "reviews",
        "visits",
        "health_checks",
        "missing_summaries",
        "teams",
        "workers",
        "allocations",
    ),
    "List 9": (
        "children",
        "identifiers",
        "entitlements",
        "pathway_plans",
        "keeping_in_touch",
        "teams",
        "workers",
        "allocations",
    ),
    "List 10": ("children", "identifiers", "permanences", "care_episodes"),
    "List 11": ("adopters",),
}
ID_COLUMNS = ("Child Unique ID", "Individual adopter identifier")

# Other headings under which the same columns are sent.
ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "Child Unique ID": ("Child ID", "Unique ID", "Child Unique Identifier", "Unique Child ID", "Client ID", "Person ID"),
    "Individual adopter identifier": ("Adopter ID", "Adopter Identifier", "Individual adopter ID"),
    "Family identifier": ("Family ID",),
    "Gender": ("Sex",),
    "Date of Birth": ("DOB", "D.O.B", "Birth date", "Date of Birth or expected date of birth"),
    "Does the Child have a Disability": ("Disability", "Disabled", "Does the child have a disability (Y/N)"),
    "Allocated Personal Advisor": ("Allocated Personal Adviser", "Personal Adviser", "Personal Advisor"),
    "Allocated Worker": ("Worker", "Allocated Social Worker", "Social Worker"),
    "Allocated Team": ("Team",),
    "Age of Child (Years)": ("Age",),
    "Referral NFA?": ("NFA", "No Further Action"),
    "Date Placed for Adoption": ("Date placed with adopters",),
}
