"""Audits of the work with children: samples, what each audit found, what follows; practice weeks; and good practice."""

from __future__ import annotations

from django.db import models

from goldthread.vocabulary.auditing import GRADES, THEMES

from .recorded import CodeField, Recorded


class AuditSample(Recorded):
    """Records drawn by chance for audit, with how they were drawn, so that anybody can draw them again."""

    drawn_on = models.DateField(help_text="The day it was drawn.")
    kind = CodeField("words:monthly practice-week again", help_text="For what it was drawn.")
    area = models.TextField(
        default="",
        blank=True,
        help_text="Of whom: everybody, children who need help and protection, in care, or care leavers.",
    )
    asked = models.IntegerField(help_text="How many were to be drawn.")
    pool = models.IntegerField(help_text="Out of how many children.")
    seed = models.TextField(
        default="",
        blank=True,
        help_text="From what chance was drawn: with the same record it gives the same sample.",
    )
    how = models.TextField(default="", blank=True, help_text="How it was drawn, in words.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "audit samples"


class CaseAudit(Recorded):
    """The audit of one child's record: who reads it, what they and a second reader found, and what the family says."""

    child = models.ForeignKey(
        "Child", models.PROTECT, related_name="case_audits", help_text="The child whose record is read."
    )
    sample = models.ForeignKey(
        "AuditSample",
        models.PROTECT,
        related_name="case_audits",
        help_text="The sample in which the child was drawn.",
    )
    stratum = models.TextField(
        default="", blank=True, help_text="Of which team, status and disability the child was when drawn."
    )
    drawn_on = models.DateField(help_text="The day the child was drawn.")
    auditor = models.ForeignKey(
        "Account", models.PROTECT, null=True, blank=True, related_name="+", help_text="Who reads it."
    )
    tool = models.TextField(default="", blank=True, help_text="The version of the audit tool.")
    instead_of = models.IntegerField(
        null=True, blank=True, help_text="The key of the audit in whose place this child was drawn."
    )
    replaced_on = models.DateField(
        null=True, blank=True, help_text="The day another child was drawn in this one's place."
    )
    replaced_because = models.TextField(default="", blank=True, help_text="Why another child was drawn.")
    family_asked = models.BooleanField(
        null=True, blank=True, help_text="Whether the family, or the child, was asked."
    )
    family_words = models.TextField(
        default="", blank=True, help_text="What they said, in their words; or why nobody was asked."
    )
    grade = CodeField(GRADES, null=True, blank=True, help_text="The auditor's grade of the whole.")
    summary = models.TextField(
        default="", blank=True, help_text="What it is like to be this child, and what our work has changed."
    )
    completed_on = models.DateField(null=True, blank=True, help_text="The day the auditor finished.")
    moderator = models.ForeignKey(
        "Account",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who graded it a second time, without seeing the first.",
    )
    moderated_on = models.DateField(null=True, blank=True, help_text="The day of the second grades.")
    moderated_grade = CodeField(GRADES, null=True, blank=True, help_text="The second grade of the whole.")
    agreed_grade = CodeField(GRADES, null=True, blank=True, help_text="The grade on which both agreed.")
    agreed_because = models.TextField(default="", blank=True, help_text="Why, where the two grades differed.")
    agreed_on = models.DateField(null=True, blank=True, help_text="The day they agreed.")
    again_by = models.DateField(
        null=True, blank=True, help_text="The day by which it is to be audited again, by its grade."
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "case audits"
        indexes = [models.Index(fields=["completed_on", "auditor"], name="case_audit_open")]


class AuditGrade(Recorded):
    """What one theme of an audit was graded, on what evidence, and what would make it better."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="audit_grades", help_text="The child.")
    case_audit = models.ForeignKey(
        "CaseAudit", models.PROTECT, related_name="audit_grades", help_text="The audit."
    )
    part = CodeField("words:auditor moderator", help_text="Whose grade it is.")
    theme = CodeField(THEMES, help_text="The theme.")
    grade = CodeField(GRADES, help_text="The grade.")
    evidence = models.TextField(default="", blank=True, help_text="On what in the record it rests.")
    better = models.TextField(default="", blank=True, help_text="What would make it better.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "audit grades"


class AuditAction(Recorded):
    """Something that is to follow from an audit: by whom, by when, and what became of it."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="audit_actions", help_text="The child.")
    case_audit = models.ForeignKey(
        "CaseAudit", models.PROTECT, related_name="audit_actions", help_text="The audit."
    )
    words = models.TextField(default="", blank=True, help_text="What is to be done.")
    owner = models.ForeignKey("Worker", models.PROTECT, related_name="+", help_text="Who is to do it.")
    due_on = models.DateField(help_text="By when.")
    done_on = models.DateField(null=True, blank=True, help_text="The day it was done.")
    evidence = models.TextField(default="", blank=True, help_text="What shows that it was done.")
    dropped_on = models.DateField(null=True, blank=True, help_text="The day it was decided not to do it.")
    dropped_because = models.TextField(default="", blank=True, help_text="Why not.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "audit actions"
        indexes = [models.Index(fields=["done_on", "dropped_on", "owner"], name="audit_action_open")]


class PracticeWeek(Recorded):
    """A week in which leaders read records and watch practice: what it looks at, and which records were drawn for it."""

    week_on = models.DateField(help_text="The Monday of the week.")
    focus = models.TextField(default="", blank=True, help_text="What the week looks at.")
    sample = models.ForeignKey(
        "AuditSample",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The sample that was drawn for it, once.",
    )
    learnt = models.TextField(
        default="", blank=True, help_text="What was learnt; empty until the week is closed."
    )
    closed_on = models.DateField(null=True, blank=True, help_text="The day it was closed.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "practice weeks"


class PracticeWeekPart(Recorded):
    """What one person does in a practice week."""

    practice_week = models.ForeignKey(
        "PracticeWeek", models.PROTECT, related_name="practice_week_parts", help_text="The week."
    )
    who = models.ForeignKey("Account", models.PROTECT, related_name="+", help_text="Who.")
    does = CodeField("words:audits observes listens", help_text="What they do.")
    of = models.TextField(
        default="", blank=True, help_text="What they watch, or whom they listen to; never a child's name."
    )
    done_on = models.DateField(null=True, blank=True, help_text="The day it was done.")
    found = models.TextField(default="", blank=True, help_text="What they saw or heard, without names.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "practice week parts"


class SharedPractice(Recorded):
    """What worked, written for other teams: nothing in it names a child or a family."""

    theme = CodeField(THEMES, help_text="The theme.")
    title = models.TextField(default="", blank=True, help_text="In a line.")
    words = models.TextField(default="", blank=True, help_text="What was done, and what changed by it.")
    team = models.ForeignKey(
        "Team", models.PROTECT, null=True, blank=True, related_name="+", help_text="Whose practice it was."
    )
    shared_on = models.DateField(help_text="The day it was shared.")

    class Meta(Recorded.Meta):
        verbose_name_plural = "shared practices"


class GoodPractice(Recorded):
    """Something that worked for a child, marked where it was seen."""

    child = models.ForeignKey("Child", models.PROTECT, related_name="good_practices", help_text="The child.")
    of_table = models.TextField(
        default="", blank=True, help_text="In which table of the record it was seen; empty where in none."
    )
    of_row = models.IntegerField(null=True, blank=True, help_text="The key of the row there.")
    theme = CodeField(THEMES, help_text="The theme.")
    words = models.TextField(default="", blank=True, help_text="What worked, and how one can tell.")
    for_whom = models.TextField(default="", blank=True, help_text="Who should read it.")
    marked_on = models.DateField(help_text="The day it was marked.")
    shared = models.ForeignKey(
        "SharedPractice",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="What was written of it for other teams.",
    )

    class Meta(Recorded.Meta):
        verbose_name_plural = "good practices"
