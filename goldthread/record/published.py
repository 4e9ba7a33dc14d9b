"""Published statistics as they were read: about authorities, never about a child, and no part of anybody's record.

Read again from their files at any time, they have no history and no corrections of ours; they are replaced by what is
published later.
"""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class PublishedRelease(models.Model):
    """One file of published statistics that was read."""

    kind = models.CharField(
        max_length=40, db_index=True, help_text="Which kind of file, such as cin_referrals."
    )
    title = models.TextField(help_text="What pages call its kind, with its publisher.")
    file = models.TextField(help_text="Its name when it was read, with its sheet where it has several.")
    digest = models.CharField(max_length=64, help_text="The SHA-256 of its bytes.")
    release = models.CharField(
        max_length=40, default="", blank=True, help_text="The newest period or day in it, where it holds any."
    )
    rows = models.IntegerField(help_text="How many rows it gave.")
    read_at = models.DateTimeField(default=timezone.now, help_text="When it was read.")
    by = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+",
        help_text="Who brought it in; missing where a command did.",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "file", "digest"], name="publishedrelease_read_once")
        ]

    def __str__(self) -> str:
        return (
            f"{self.title}, {self.release} ({self.file})" if self.release else f"{self.title} ({self.file})"
        )


class PublishedSeries(models.Model):
    """What one kind of file says again and again of each place and period."""

    kind = models.CharField(max_length=40, help_text="The kind of file.")
    name = models.TextField(help_text="As the file names it: a column, or the labels of a column.")
    unit = models.TextField(
        default="", blank=True, help_text="What it is in; empty where the file does not say."
    )
    title = models.TextField(default="", blank=True, help_text="The interactive tool's title for it.")
    topic = models.TextField(default="", blank=True, help_text="The interactive tool's topic.")
    better = models.CharField(
        max_length=10, default="", blank=True, help_text="higher, lower or neither; empty where nobody said."
    )
    places = models.IntegerField(null=True, blank=True, help_text="Decimals to which the tool shows it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="publishedseries_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


class PublishedValue(models.Model):
    """One value that a file states of a place and a period, with the counts that the same file prints."""

    release = models.ForeignKey(PublishedRelease, models.CASCADE, related_name="+", help_text="The file.")
    series = models.ForeignKey(PublishedSeries, models.PROTECT, related_name="+", help_text="What it is of.")
    authority = models.CharField(
        max_length=20,
        help_text="Three figures, or the ONS code of a region or England; 314/318 for two together.",
    )
    period = models.CharField(max_length=40, help_text="As printed.")
    year = models.IntegerField(help_text="The year in which the period ends.")
    value = models.FloatField(null=True, blank=True, help_text="The number; missing where a sign stands.")
    token = models.CharField(max_length=10, default="", blank=True, help_text="The sign in its place.")
    numerator = models.FloatField(null=True, blank=True, help_text="The count that it is a share or rate of.")
    denominator = models.FloatField(null=True, blank=True, help_text="Of how many.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "authority", "period"], name="publishedvalue_once")
        ]
        indexes = [models.Index(fields=["release"], name="publishedvalue_release")]

    def __str__(self) -> str:
        return f"{self.authority} {self.period}: {self.token if self.value is None else self.value}"


class Neighbour(models.Model):
    """One of the ten authorities that a published model finds most like another."""

    release = models.ForeignKey(PublishedRelease, models.CASCADE, related_name="+", help_text="The file.")
    authority = models.CharField(max_length=3, help_text="Whose neighbour: three figures.")
    neighbour = models.CharField(max_length=3, help_text="Which: three figures.")
    rank = models.IntegerField(help_text="1 for the closest.")
    closeness = models.TextField(default="", blank=True, help_text="How close, in the model's word.")
    model = models.CharField(max_length=10, default="", blank=True, help_text="The model's year.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "authority", "rank"], name="neighbour_once")]

    def __str__(self) -> str:
        return f"{self.authority}: {self.rank}. {self.neighbour}"


class InspectionJudgement(models.Model):
    """What an inspection of an authority judged of one area, or a visit that judged nothing."""

    release = models.ForeignKey(PublishedRelease, models.CASCADE, related_name="+", help_text="The file.")
    authority = models.CharField(max_length=3, help_text="Three figures.")
    framework = models.CharField(max_length=10, help_text="SLAC, CPI, TLAC, SIF or ILACS.")
    inspection = models.TextField(default="", blank=True, help_text="Which kind of inspection or visit.")
    area = models.CharField(max_length=30, default="", blank=True, help_text="Which area; empty for a visit.")
    asked = models.TextField(default="", blank=True, help_text="The question as the framework put it.")
    judgement = models.TextField(default="", blank=True, help_text="The judgement in the word of its time.")
    today = models.TextField(default="", blank=True, help_text="The same grade as it is called today.")
    inspected_on = models.DateField(null=True, blank=True, help_text="The first day, where the file says it.")
    published_on = models.DateField(null=True, blank=True, help_text="The day its report was published.")
    about = models.TextField(default="", blank=True, help_text="What a visit was about.")

    class Meta:
        indexes = [models.Index(fields=["authority", "published_on"], name="judgement_of_authority")]

    def __str__(self) -> str:
        return f"{self.authority} {self.published_on}: {self.area} {self.judgement}"


class InspectionReport(models.Model):
    """One inspection report whose recommendations were read."""

    release = models.ForeignKey(PublishedRelease, models.CASCADE, related_name="+", help_text="The file.")
    report = models.TextField(unique=True, help_text="The name of the report's text.")
    authority = models.CharField(max_length=3, help_text="Three figures.")
    published_on = models.DateField(null=True, blank=True, help_text="The day it was published.")
    framework = models.CharField(
        max_length=10, default="", blank=True, help_text="SLAC, SIF or ILACS, where told."
    )
    overall = models.TextField(default="", blank=True, help_text="The overall judgement that it gave.")

    def __str__(self) -> str:
        return self.report


class Recommendation(models.Model):
    """One thing that an inspection report asked for."""

    release = models.ForeignKey(PublishedRelease, models.CASCADE, related_name="+", help_text="The file.")
    report = models.TextField(db_index=True, help_text="The name of the report's text.")
    authority = models.CharField(max_length=3, db_index=True, help_text="Three figures.")
    published_on = models.DateField(null=True, blank=True, help_text="The day the report was published.")
    framework = models.CharField(
        max_length=10, default="", blank=True, help_text="SLAC, SIF or ILACS, where told."
    )
    section = models.CharField(max_length=20, help_text="Under which heading it stands.")
    number = models.IntegerField(help_text="Its number in the report.")
    text = models.TextField(help_text="What was asked for.")

    def __str__(self) -> str:
        return f"{self.report} {self.number}"
