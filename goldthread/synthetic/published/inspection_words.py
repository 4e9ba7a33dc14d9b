"""What inspections of the made-up authorities asked for, in words of ours, by the theme that each names."""

from __future__ import annotations

ASKED: dict[str, tuple[str, ...]] = {
    "oversight_or_supervision": (
        "The consistency of management oversight, so that every decision about a child is written down with its reason.",
        "Supervision that helps workers to reflect, and whose actions are followed up at the next meeting.",
        "How managers see in supervision that what they asked for was done.",
    ),
    "plans": (
        "Child in need plans that say what has to change, by when, and what happens if it does not.",
        "The quality of written plans, so that families understand what is expected of them.",
        "How progress against protection plans is measured when core groups meet.",
    ),
    "timeliness": (
        "Delay for children who wait for a decision when nothing has changed for them.",
        "The timeliness of strategy discussions, with all the agencies that should be there.",
    ),
    "assessments": (
        "Assessments that are brought up to date when a child's life changes.",
        "How assessments weigh the history of a family and what each brother and sister says.",
    ),
    "care_leavers": (
        "Pathway plans that young people help to write and recognise as theirs.",
        "The offer to care leavers who are parents, and that they know of it.",
    ),
    "homeless": (
        "The response to children aged 16 and 17 who are homeless, so that each is told of their right to care.",
    ),
    "return_interviews": (
        "That every child is offered a return interview within three days, and what they say shapes what happens next.",
    ),
    "exploitation": (
        "How information about exploitation outside the home is brought together and acted on.",
    ),
    "sufficiency": (
        "Sufficiency of homes near to their families for brothers and sisters, and for older children.",
    ),
    "permanence": ("Permanence that is sought early, and in more than one way at once.",),
    "court": ("Pre-proceedings letters that say plainly what has to change, and by when.",),
    "visits": ("That children who need protection are visited as often as they should be, and alone.",),
    "audit": ("Audit that asks what the child gained, and closes the loop on what it found.",),
    "front_door": ("Thresholds that partners understand, and feedback to whoever makes a referral.",),
    "education": ("Education targets that stretch children, and the older ones too.",),
    "private_fostering": ("Awareness of private fostering among schools and health services.",),
    "life_story": ("Life story work for children who live permanently away from home.",),
    "advocacy": ("That every child in care knows of advocacy and independent visitors.",),
}
"""By the name of a theme of the published list."""

OAKSHIRE: tuple[tuple[str, ...], ...] = (
    (
        "Make sure that managers write down why they decide as they do, and that supervision happens each month.",
        "Improve the quality of child in need plans, with outcomes that can be measured.",
        "Reduce delay in strategy discussions and in initial conferences.",
        "Offer every child who was missing a return interview within three days.",
        "Strengthen the work with partners on neglect.",
        "Bring pathway plans up to date with the young people themselves.",
    ),
    (
        "Management oversight and supervision: how often it is held, and that actions from it are followed up.",
        "The quality of plans for children in need, and drift where they are not reviewed.",
        "The stability of the workforce and the caseloads of newly qualified workers.",
        "The response to homeless 16- and 17-year-olds.",
        "The take-up of return interviews when children have been missing.",
    ),
    (
        "The impact of management oversight, so that it challenges drift and delay.",
        "Child in need and protection plans that are specific, with contingency where change does not come.",
        "How often children who need protection are visited, and that they are seen alone.",
        "The quality of pathway plans, and support for care leavers' emotional health.",
    ),
)
"""Of the demonstration's own authority at each of its three inspections: some of it comes back."""
