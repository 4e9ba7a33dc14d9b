"""Help and protection: assessments, strategy discussions, enquiries and conferences."""

from __future__ import annotations

from django.db import models

from .recorded import CodeField, Recorded, not_before


class Assessment(Recorded):
    """A child and family assessment under section 17, or one made together with an enquiry."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessments", help_text="The child who is assessed."
    )
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assessments",
        help_text="The referral that it answers.",
    )
    requested_on = models.DateField(
        help_text=(
            "The day from which its time runs: the referral's, or for a later assessment of an "
            "open case the day it was decided on."
        )
    )
    began_on = models.DateField(null=True, blank=True, help_text="The day the assessment actually began.")
    reviewed_on = models.DateField(
        null=True, blank=True, help_text="The day a manager reviewed it on the way."
    )
    authorised_on = models.DateField(
        null=True, blank=True, help_text="The day a manager authorised it as complete."
    )
    child_seen = CodeField(
        "words:yes no unknown", default="unknown", help_text="Whether the child was seen during it."
    )
    needs_support = models.BooleanField(
        null=True, blank=True, help_text="Whether it found that the child needs children's social care."
    )
    pre_birth = models.BooleanField(
        null=True, blank=True, help_text="Whether it was begun before the child was born."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessments"
        constraints = [
            *Recorded.Meta.constraints,
            not_before("authorised_on", "began_on", "An assessment cannot be authorised before it began."),
            not_before(
                "authorised_on",
                "requested_on",
                "An assessment cannot be authorised before the day from which its time runs.",
            ),
        ]


class AssessmentFactor(Recorded):
    """Something that an assessment found to matter in the child's life."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="assessment_factors", help_text="The child who was assessed."
    )
    assessment = models.ForeignKey(
        "Assessment",
        models.PROTECT,
        related_name="assessment_factors",
        help_text="The assessment that found it.",
    )
    factor = CodeField("assessment_factor", help_text="What was found.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment factors"


class AssessmentConsultation(Recorded):
    """An adult in the child's life whom an assessment consulted, or did not and says why."""

    child = models.ForeignKey(
        "Child",
        models.PROTECT,
        related_name="assessment_consultations",
        help_text="The child who was assessed.",
    )
    assessment = models.ForeignKey(
        "Assessment", models.PROTECT, related_name="assessment_consultations", help_text="The assessment."
    )
    person = models.ForeignKey(
        "Person", models.PROTECT, related_name="assessment_consultations", help_text="The adult."
    )
    consulted_on = models.DateField(null=True, blank=True, help_text="The day they were spoken with.")
    not_consulted_because = models.TextField(
        default="", blank=True, help_text="Why they were not; empty where they were."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "assessment consultations"


class StrategyDiscussion(Recorded):
    """A discussion between agencies of whether a child may be suffering significant harm, and what to do."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="strategy_discussions", help_text="The child whom it is about."
    )
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="strategy_discussions",
        help_text="The referral during which it was held.",
    )
    concern_on = models.DateField(help_text="The day the concern of significant harm was recorded.")
    concern_at = models.DateTimeField(
        null=True, blank=True, help_text="When the concern was recorded, where the time of day is known."
    )
    held_on = models.DateField(null=True, blank=True, help_text="The day the discussion was held.")
    held_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was held, where the time of day is known."
    )
    decision = CodeField(
        "words:enquiry assessment no-further-action", null=True, blank=True, help_text="What was decided."
    )
    decided_because = models.TextField(default="", blank=True, help_text="Why.")

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
    attended = models.BooleanField(null=True, blank=True, help_text="Whether they took part.")

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


class Conference(Recorded):
    """A child protection conference: initial, review, or on transfer from another authority."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="conferences", help_text="The child whom it is about."
    )
    kind = CodeField("words:initial review transfer-in", help_text="Which conference it is.")
    referral = models.ForeignKey(
        "Referral",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="The referral to whose episode it belongs.",
    )
    enquiry = models.ForeignKey(
        "Enquiry",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="The enquiry that led to an initial conference.",
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="The child protection plan that a review conference reviewed.",
    )
    held_on = models.DateField(help_text="The day the conference was held.")
    chaired_by = models.ForeignKey(
        "Worker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        help_text="Who chaired it.",
    )
    led_to_plan = models.BooleanField(
        null=True, blank=True, help_text="Whether an initial conference decided on a child protection plan."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "conferences"
