"""Standards are set by who may, are never looser than the law, keep their history, and move what is due in one transaction."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from goldthread.practice.due import rebuild, rebuild_others, refresh_others
from goldthread.practice.local_rules import rules_here
from goldthread.practice.setting_rules import end_local_rule, in_force, set_from_file, set_local_rule
from goldthread.record.models import (
    Account,
    AuditLine,
    CareEpisode,
    CarerHousehold,
    Child,
    Due,
    DueToOther,
    DueToOtherHistory,
    LocalRule,
    Plan,
)
from goldthread.rulebook.local_file import Proposed, read_local_file
from goldthread.rulebook.standards import StandardRefused
from goldthread.vocabulary import Fault

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHY = "Children wait too long for their first review."
SINCE = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def stand_still(settings):
    settings.NOW = datetime(2026, 3, 24, 9, 14, tzinfo=UTC)


@pytest.fixture
def director():
    return Account.objects.create_user("maya", role="director")


@pytest.fixture
def ava():
    child = Child.objects.create(given_name="Ava")
    CareEpisode.objects.create(child=child, began_on=date(2026, 3, 2))
    Plan.objects.create(child=child, kind="child-protection", began_on=date(2026, 3, 2))
    rebuild()
    return child


def proposed(about: str, says: str, since: date = SINCE, until: date | None = None, **more: str) -> Proposed:
    kind = "setting" if about.islower() else "standard"
    return Proposed(
        kind, about, says, since, until, more.get("decided_by", "Maya, director"), more.get("why", WHY)
    )


def of(child: Child, clock: str) -> Due:
    return Due.objects.get(child=child, clock=clock)


@pytest.mark.once
def test_a_standard_stands_beside_the_law_and_lateness_stays_the_laws(director, ava):
    set_local_rule(proposed=proposed("CLA-R1", "15 working days"), by=director)
    due = of(ava, "care_review")
    assert (due.local_due_on, due.due_on) == (date(2026, 3, 23), date(2026, 3, 30))
    assert due.state == "running"
    assert AuditLine.objects.filter(action="set_local_rule", by=director).count() == 1


@pytest.mark.once
def test_where_there_is_no_law_ours_takes_the_place_of_the_default_and_goes_again(director, ava):
    assert of(ava, "protection_visit").due_on == date(2026, 3, 16)
    rule = set_local_rule(proposed=proposed("CP-10", "4 weeks"), by=director)
    due = of(ava, "protection_visit")
    assert (due.due_on, due.local_due_on, due.edition, due.confirmed) == (
        date(2026, 3, 30),
        None,
        SINCE,
        True,
    )
    end_local_rule(rule=rule, by=director, ended_on=SINCE, why="It was set for another duty.")
    assert of(ava, "protection_visit").due_on == date(2026, 3, 16)
    assert rules_here().standards == ()
    assert LocalRule.objects.get().ended_because == "It was set for another duty."


def test_a_rebuild_agrees_with_what_a_deed_left(director, ava):
    set_local_rule(proposed=proposed("CLA-R1", "15 working days"), by=director)
    before = list(Due.objects.order_by("pk").values())
    rebuild([ava.pk])
    assert list(Due.objects.order_by("pk").values()) == before
    for child in [Child.objects.create(given_name=f"Ben {number}") for number in range(25)]:
        CareEpisode.objects.create(child=child, began_on=date(2026, 3, 2))
    rebuild()
    assert Due.objects.filter(clock="care_review", local_due_on=date(2026, 3, 23)).count() == 26


def test_a_later_one_ends_the_one_before_and_both_stay(director, ava):
    set_local_rule(proposed=proposed("CLA-R1", "15 working days"), by=director)
    set_local_rule(proposed=proposed("CLA-R1", "10 working days", date(2026, 3, 3)), by=director)
    assert of(ava, "care_review").local_due_on == date(2026, 3, 23)
    first, second = LocalRule.objects.order_by("pk")
    assert (first.ended_on, second.ended_on) == (date(2026, 3, 3), None)
    assert "Replaced by 10 working days" in first.ended_because


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (proposed("CLA-R1", "21 working days"), "may only be stricter"),
        (proposed("CLA-R1", "soon"), "says no length of time"),
        (proposed("CLA-R1", "15 working days", why="so"), "say why"),
        (proposed("CLA-R1", "15 working days", decided_by=" "), "who decided it"),
        (proposed("no_such_setting", "yes"), "is no setting"),
        (proposed("return_interview_done", "perhaps"), "can be offered, held"),
        (proposed("conference_start", "last"), "leaves nothing to choose"),
    ],
)
def test_what_is_refused_says_why_and_leaves_no_trace(director, rule, said):
    with pytest.raises(Fault, match=said):
        set_local_rule(proposed=rule, by=director)
    assert not LocalRule.objects.exists()


@pytest.mark.parametrize(
    "role", ["social-worker", "team-manager", "performance-analyst", "data-administrator"]
)
def test_others_set_nothing(role):
    with pytest.raises(StandardRefused, match="set by the director"):
        set_local_rule(
            proposed=proposed("CLA-R1", "15 working days"), by=Account.objects.create_user("x", role=role)
        )


FILE = """row,standard,from,to,decided_by,why
CLA-R1,15 working days,2025-09-01,,The director,Children wait too long for their first review.
cla-r1,10 working days,2026-03-01,,The director,They still wait too long for their first review.
return_interview_done,held,2026-01-01,,The director,An offer alone does not keep a child safe.
"""


@pytest.mark.once
def test_a_file_is_given_again_and_again(tmp_path, ava):
    path = tmp_path / "standards.csv"
    path.write_text(FILE)
    assert len(set_from_file(read_local_file(path)).new) == 3
    assert of(ava, "care_review").local_due_on == date(2026, 3, 16)
    held = [each.words for each in in_force()]
    again = set_from_file(read_local_file(path))
    assert (len(again.new), len(again.unchanged)) == (0, 3)
    assert [each.words for each in in_force()] == held
    assert LocalRule.objects.count() == 3


def test_a_file_with_one_refused_line_sets_nothing(tmp_path):
    path = tmp_path / "standards.csv"
    path.write_text(FILE + "CP-02,16 working days,2026-01-01,,The director,We would like more time for it.\n")
    found = set_from_file(read_local_file(path))
    assert "line 5" in found.lines()[0]
    assert "may only be stricter" in found.lines()[0]
    assert not LocalRule.objects.exists()


def test_toml_says_the_same(tmp_path):
    path = tmp_path / "standards.toml"
    path.write_text(
        '[[standard]]\nrow = "CP-02"\nstandard = "10 working days"\nfrom = 2026-04-01\nto = 2027-04-01\n'
        'decided_by = "The director"\nwhy = "Earlier conferences."\n'
        '[[setting]]\nname = "school_terms"\nvalue = [["2026-01-06", "2026-03-27"], ["2026-04-14", "2026-07-20"]]\n'
        'from = 2026-01-01\ndecided_by = "The director"\nwhy = "Our own terms."\n'
    )
    one, terms = read_local_file(path)
    assert one.as_json()["to"] == "2027-04-01"
    set_from_file([one, terms])
    assert rules_here().calendar().terms.ends[-1] == date(2026, 7, 20)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "row,standard\n", "lacks the columns"),
        ("a.csv", FILE.splitlines()[0], "holds no standard"),
        ("a.csv", FILE.replace("2025-09-01", "September"), "line 2: from is 'September'"),
        ("a.csv", FILE.replace("2025-09-01", ""), "from which day"),
        ("a.toml", "[[standard", "is no TOML"),
        ("a.toml", "standard = 1", "with two brackets"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_what_was_expected(tmp_path, name, text, said):
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(Fault, match=said):
        read_local_file(path)


@pytest.mark.once
def test_a_longer_one_holds_again_once_a_temporary_one_is_over(director, ava):
    set_local_rule(proposed=proposed("CLA-R1", "15 working days", date(2025, 9, 1)), by=director)
    winter = proposed("CLA-R1", "10 working days", date(2026, 1, 1), date(2026, 3, 1))
    set_local_rule(proposed=winter, by=director)
    held = [(each.says, each.began_on, each.ended_on) for each in LocalRule.objects.order_by("began_on")]
    assert held == [
        ("15 working days", date(2025, 9, 1), date(2026, 1, 1)),
        ("10 working days", date(2026, 1, 1), date(2026, 3, 1)),
        ("15 working days", date(2026, 3, 1), None),
    ]
    assert of(ava, "care_review").local_due_on == date(2026, 3, 23), "Ava's began on 2 March"
    set_local_rule(proposed=winter, by=director)
    set_local_rule(proposed=proposed("CLA-R1", "15 working days", date(2025, 9, 1)), by=director)
    assert LocalRule.objects.count() == 3, "given again they change nothing"


@pytest.mark.once
def test_a_file_has_what_is_due_worked_out_once(tmp_path, ava, monkeypatch):
    path = tmp_path / "standards.csv"
    path.write_text(FILE)
    asked = []
    monkeypatch.setattr(
        "goldthread.practice.setting_rules.rebuild", lambda **which: asked.append(which["names"])
    )
    set_from_file(read_local_file(path))
    assert asked == [{"care_review", "return_interview"}]


def test_a_standard_of_the_fostering_service_moves_what_is_due_to_its_households(director):
    home = CarerHousehold.objects.create(name="The Ashes", approved_on=date(2026, 3, 2))
    rebuild_others()
    assert DueToOther.objects.get(clock="carer_supervision").due_on == date(2026, 4, 13)
    set_local_rule(proposed=proposed("FO-13", "4 weeks"), by=director)
    assert DueToOther.objects.get(clock="carer_supervision").due_on == date(2026, 3, 30)
    refresh_others([("carer_households", home.pk)])
    assert DueToOther.objects.get(clock="carer_supervision").due_on == date(2026, 3, 30)
    moved = DueToOtherHistory.objects.get(clock="carer_supervision")
    assert (moved.became, moved.old_due_on, moved.new_due_on) == (
        "moved",
        date(2026, 4, 13),
        date(2026, 3, 30),
    )
