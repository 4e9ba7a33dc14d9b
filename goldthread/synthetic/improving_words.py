"""What the demonstration's improvement plan says. No child is in it, as in any."""

from __future__ import annotations

from typing import Any

AUTHORITY = "001"
WHO = ("director", "service", "manager", "auditor", "analyst")

PLANNED: tuple[tuple[Any, ...], ...] = (
    (
        1, "inspection", "", "",
        "Children do not wait for a decision because nobody looked, and they can read why it was made.",
        700, (("supervisions_in_time", 90.0), ("three_social_workers", None)),
        (
            ("Every decision at a gate has its reason written down before the step is taken", "service", -400,
             "The audit of decisions finds a reason in each", -420),
            ("Each team's supervision is held within its month; what was missed is told to the service manager", "manager", -21,
             "The list of children not overseen is empty in each team"),
            ("Second-line reading of ten decisions a week", "service", 45, "The deal of each week was read"),
        ),
        (
            ("Decisions have their reasons now; supervision is behind in two teams that lost their managers.", "service", 40, 1),
            ("Read every week but one since autumn.", "service", 12, 2, "Minutes of the performance board, January"),
        ),
    ),
    (
        2, "inspection", "", "",
        "Families know what has to change, by when, and what happens if it does not.",
        700, (("plans_reviewed_in_time", 95.0), ("re_referrals", 20.0)),
        (
            ("One format for plans, written with families: worry, goal, action", "service", -300,
             "All new plans are in it", -310),
            ("Chairs send back plans without a contingency", "manager", 30, "The chairs' tally, each quarter"),
        ),
        (("All teams write in the new format; older plans follow at their next review.", "manager", 55, 0),),
    ),
    (
        3, "inspection", "", "",
        "Children on a protection plan are seen as often as their plan says, and by themselves.",
        700, (("protection_visits_in_time", 92.0),),
        (
            ("Teams look each Monday at who was not seen", "manager", -9, "The list is worked through in the team's notes"),
        ),
        (),
    ),
    (
        4, "inspection", "", "",
        "Young people leave care with a plan that is theirs.",
        700, (("care_leavers_in_work", 60.0),),
        (
            ("Pathway plans are written together with the young person, with an advocate where they want one", "service", 75,
             "Nine in ten say so when they are asked"),
        ),
        (("The care leavers' group wrote the questions.", "service", 30),),
    ),
    (
        0, "audit", "Children's own words are missing from reviews of their plans.", "Audit of children's views, autumn quarter",
        "What a child says changes the plan, and the child hears how.",
        140, (),
        (),
        (),
    ),
    (
        0, "own", "Fewer social workers leave us within two years.", "Workforce board, November",
        "Children keep the worker whom they know.",
        110, (("turnover", 15.0), ("vacancies", 17.0)),
        (
            ("Exit interviews by somebody outside the line, and what they say told each quarter", "analyst", 60,
             "The quarterly paper to the workforce board"),
            ("No newly qualified worker holds more than 90% of a caseload", "manager", -3, "The caseloads, each Friday", -5),
        ),
        (("No newly qualified worker is above it since the second week of February.", "manager", 5, 1),),
    ),
    (
        0, "audit", "Letters to families after conferences are late.", "Dip sample of conference letters, last spring",
        "Parents have what was agreed in their hands within a day.",
        330, (),
        (
            ("Chairs dictate the outline before they leave the room", "manager", -150, "Letters are sent within one working day",
             -160),
        ),
        (("Thirty letters looked at: 28 were sent within a day.", "auditor", 60, 0, "Audit paper of December"),),
        "Two samples in a row found letters sent within a day, and families asked at conferences say that they had them.",
    ),
)  # fmt: skip
"""As `Planned`; each action as `Act`, each thing said as `Said`."""
