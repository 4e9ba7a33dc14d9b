"""Audits of the work with children: samples, what each audit found, what follows; practice weeks; and good practice."""

from __future__ import annotations

from .tables import Table, code, day, flag, number, ref, text

GRADES = "words:outstanding good requires-improvement inadequate"
THEMES = (
    "words:assessment plan visit supervision child-voice identity management-oversight timeliness recording"
)


class AuditSample(Table):
    """Records drawn by chance for audit, with how they were drawn, so that anybody can draw them again."""

    child_owned = False
    drawn_on = day("The day it was drawn.")
    kind = code("words:monthly practice-week again", "For what it was drawn.")
    area = text("Of whom: everybody, children who need help and protection, in care, or care leavers.")
    asked = number("How many were to be drawn.")
    pool = number("Out of how many children.")
    seed = text("From what chance was drawn: with the same record it gives the same sample.")
    how = text("How it was drawn, in words.")


class CaseAudit(Table):
    """The audit of one child's record: who reads it, what they and a second reader found, and what the family says."""

    child = ref("children", "The child whose record is read.")
    sample = ref("audit_samples", "The sample in which the child was drawn.")
    stratum = text("Of which team, status and disability the child was when drawn.")
    drawn_on = day("The day the child was drawn.")
    auditor = ref("accounts", "Who reads it.", null=True)
    tool = text("The version of the audit tool.")
    instead_of = number("The key of the audit in whose place this child was drawn.", null=True)
    replaced_on = day("The day another child was drawn in this one's place.", null=True)
    replaced_because = text("Why another child was drawn.")
    family_asked = flag("Whether the family, or the child, was asked.", null=True)
    family_words = text("What they said, in their words; or why nobody was asked.")
    grade = code(GRADES, "The auditor's grade of the whole.", null=True)
    summary = text("What it is like to be this child, and what our work has changed.")
    completed_on = day("The day the auditor finished.", null=True)
    moderator = ref("accounts", "Who graded it a second time, without seeing the first.", null=True)
    moderated_on = day("The day of the second grades.", null=True)
    moderated_grade = code(GRADES, "The second grade of the whole.", null=True)
    agreed_grade = code(GRADES, "The grade on which both agreed.", null=True)
    agreed_because = text("Why, where the two grades differed.")
    agreed_on = day("The day they agreed.", null=True)
    again_by = day("The day by which it is to be audited again, by its grade.", null=True)


class AuditGrade(Table):
    """What one theme of an audit was graded, on what evidence, and what would make it better."""

    child = ref("children", "The child.")
    case_audit = ref("case_audits", "The audit.")
    part = code("words:auditor moderator", "Whose grade it is.")
    theme = code(THEMES, "The theme.")
    grade = code(GRADES, "The grade.")
    evidence = text("On what in the record it rests.")
    better = text("What would make it better.")


class AuditAction(Table):
    """Something that is to follow from an audit: by whom, by when, and what became of it."""

    child = ref("children", "The child.")
    case_audit = ref("case_audits", "The audit.")
    words = text("What is to be done.")
    owner = ref("workers", "Who is to do it.")
    due_on = day("By when.")
    done_on = day("The day it was done.", null=True)
    evidence = text("What shows that it was done.")
    dropped_on = day("The day it was decided not to do it.", null=True)
    dropped_because = text("Why not.")


class PracticeWeek(Table):
    """A week in which leaders read records and watch practice: what it looks at, and which records were drawn for it."""

    child_owned = False
    week_on = day("The Monday of the week.")
    focus = text("What the week looks at.")
    sample = ref("audit_samples", "The sample that was drawn for it, once.", null=True)
    learnt = text("What was learnt; empty until the week is closed.")
    closed_on = day("The day it was closed.", null=True)


class PracticeWeekPart(Table):
    """What one person does in a practice week."""

    child_owned = False
    practice_week = ref("practice_weeks", "The week.")
    who = ref("accounts", "Who.")
    does = code("words:audits observes listens", "What they do.")
    of = text("What they watch, or whom they listen to; never a child's name.")
    done_on = day("The day it was done.", null=True)
    found = text("What they saw or heard, without names.")


class SharedPractice(Table):
    """What worked, written for other teams: nothing in it names a child or a family."""

    child_owned = False
    theme = code(THEMES, "The theme.")
    title = text("In a line.")
    words = text("What was done, and what changed by it.")
    team = ref("teams", "Whose practice it was.", null=True)
    shared_on = day("The day it was shared.")


class GoodPractice(Table):
    """Something that worked for a child, marked where it was seen."""

    child = ref("children", "The child.")
    of_table = text("In which table of the record it was seen; empty where in none.")
    of_row = number("The key of the row there.", null=True)
    theme = code(THEMES, "The theme.")
    words = text("What worked, and how one can tell.")
    for_whom = text("Who should read it.")
    marked_on = day("The day it was marked.")
    shared = ref("shared_practices", "What was written of it for other teams.", null=True)
