"""Whether a child is being harmed: strategy discussions, and enquiries under section 47."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class StrategyDiscussion(Recorded):
    """A discussion between agencies of whether a child may be suffering significant harm, and what to do."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="strategy_discussions", help_text="The child whom it is about."
    )
    together = models.TextField(
        default="",
        blank=True,
        help_text="What it was recorded together with: the same on each child of one discussion.",
    )
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="strategy_discussions",
        help_text="The referral during which it was held.",
    )
    concern = models.TextField(
        default="", blank=True, help_text="What gave rise to the concern of significant harm."
    )
    concern_on = models.DateField(help_text="The day the concern of significant harm was recorded.")
    concern_at = models.DateTimeField(
        null=True, blank=True, help_text="When the concern was recorded, where the time of day is known."
    )
    held_on = models.DateField(null=True, blank=True, help_text="The day the discussion was held.")
    held_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was held, where the time of day is known."
    )
    late_because = models.TextField(default="", blank=True, help_text="Why it was held late, where it was.")
    safety = models.TextField(
        default="", blank=True, help_text="What keeps the child safe at once, and who sees to it."
    )
    decision = CodeField(
        "words:enquiry assessment no-further-action", null=True, blank=True, help_text="What was decided."
    )
    decided_because = models.TextField(default="", blank=True, help_text="Why.")
    decided_by = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="strategy_discussions_decided",
        help_text="The manager who decided.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "strategy discussions"
        constraints = [
            *Recorded.Meta.constraints,
            not_before(
                "held_on",
                "concern_on",
                "A strategy discussion cannot be held before the concern was recorded.",
            ),
            not_before(
                "held_at",
                "concern_at",
                "A strategy discussion cannot be held before the concern was recorded.",
            ),
        ]


class StrategyAttendee(Recorded):
    """An agency asked to a strategy discussion, and whether it came."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="strategy_attendees",
        help_text="The child whom the discussion was about.",
    )
    strategy_discussion = models.ForeignKey(
        "StrategyDiscussion", models.PROTECT, related_name="strategy_attendees", help_text="The discussion."
    )
    agency = CodeField("words:social-care police health education referrer other", help_text="Which agency.")
    name = models.TextField(
        default="", blank=True, help_text="Who was asked or came; empty where it is not recorded."
    )
    asked_on = models.DateField(null=True, blank=True, help_text="The day they were asked.")
    asked_at = models.DateTimeField(
        null=True, blank=True, help_text="When they were asked, where the time of day is known."
    )
    attended = models.BooleanField(null=True, blank=True, help_text="Whether they took part.")
    took_part_by = CodeField(
        "words:meeting video phone", null=True, blank=True, help_text="How they took part."
    )
    shared = models.TextField(default="", blank=True, help_text="What they told the others.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "strategy attendees"


class Enquiry(Recorded):
    """An enquiry under section 47 into whether a child is suffering or likely to suffer significant harm."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="enquiries", help_text="The child whom it is about."
    )
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enquiries",
        help_text="The referral during which it was begun.",
    )
    strategy_discussion = models.ForeignKey(
        "StrategyDiscussion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enquiries",
        help_text="The strategy discussion at which it was begun.",
    )
    began_on = models.DateField(
        help_text="The day of the strategy discussion at which the enquiry was begun."
    )
    seen = CodeField("words:yes no unknown", default="unknown", help_text="Whether the child was seen in it.")
    seen_on = models.DateField(null=True, blank=True, help_text="The day the child was first seen in it.")
    seen_at = models.DateTimeField(
        null=True, blank=True, help_text="When the child was first seen, where the time of day is known."
    )
    seen_alone = CodeField(
        "words:yes no unknown", default="unknown", help_text="Whether the child was seen alone."
    )
    not_seen_because = models.TextField(
        default="", blank=True, help_text="Why the child was not seen, or not alone."
    )
    child_words = models.TextField(
        default="", blank=True, help_text="What the child said, in their own words."
    )
    findings = models.TextField(default="", blank=True, help_text="What the enquiry found.")
    substantiated = models.BooleanField(
        null=True, blank=True, help_text="Whether the concern was found to be so."
    )
    outcome = CodeField(
        "words:conference support no-further-action", null=True, blank=True, help_text="What should follow."
    )
    decided_because = models.TextField(default="", blank=True, help_text="Why that should follow.")
    decided_by = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="enquiries_decided",
        help_text="The manager who decided what should follow.",
    )
    concluded_on = models.DateField(
        null=True, blank=True, help_text="The day the enquiry was concluded, where that is recorded."
    )
    conference_required = models.BooleanField(
        null=True, blank=True, help_text="Whether it led to a child protection conference being needed."
    )
    conference_target_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day by which the source said that the conference should be held.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "enquiries"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("concluded_on", "began_on", "An enquiry cannot be concluded before it began."),
        ]
