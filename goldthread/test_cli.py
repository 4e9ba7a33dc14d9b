"""The goldthread command: what a person sees and the code it ends with."""

import json
import os
import socket
import subprocess
import sys
from datetime import date, datetime
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import CliRunner
from django.db import connection

from goldthread import cli
from goldthread.record.models import Child, Source
from goldthread.rulebook.timescales import TIMESCALES
from goldthread.synthetic.accounts import make_missing_sign_ins
from goldthread.verbs import opening
from goldthread.vocabulary.faults import Fault


def run(*words):
    return CliRunner().invoke(cli.goldthread, list(words))


@pytest.fixture
def engine_when(monkeypatch, tmp_path):
    """Stands for the engine, and keeps what it was asked; there is no record whose standards could be read."""
    monkeypatch.setenv("GOLDTHREAD_HOME", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    asked = []

    def when(row_id, trigger, facts, rules):
        asked.append((row_id, trigger, facts))
        if row_id == "XX-99":
            raise Fault("There is no duty XX-99 in the rulebook.")
        return SimpleNamespace(
            as_json=lambda: {"due": date(2026, 3, 30)}, lines=lambda: ["Due Mon 30 Mar 2026"]
        )

    module = ModuleType("goldthread.engine.when")
    module.when = when
    monkeypatch.setitem(sys.modules, "goldthread.engine.when", module)
    return asked


@pytest.mark.parametrize("verb", sorted(set(cli.goldthread.commands) - {"manage"}))
def test_every_verb_explains_itself(verb):
    outcome = run(verb, "--help")
    assert outcome.exit_code == 0
    assert "Usage: " in outcome.output
    assert len(outcome.output.splitlines()) > 4


def test_when_hands_over_a_day_a_time_and_facts(engine_when):
    assert run("when", "CLA-R1", "2026-03-02").output == "Due Mon 30 Mar 2026\n"
    assert run("when", "MI-01", "2026-03-02T09:30").exit_code == 0
    assert run("when", "HE-01", "2026-03-02", "--fact", "first_review=2026-03-20").exit_code == 0
    assert engine_when == [
        ("CLA-R1", date(2026, 3, 2), {}),
        ("MI-01", datetime(2026, 3, 2, 9, 30), {}),
        ("HE-01", date(2026, 3, 2), {"first_review": "2026-03-20"}),
    ]


def test_the_register_lists_every_row_in_json_and_in_lines():
    said = json.loads(run("register", "--json").output)
    rows, beside = said["rows"], said["gates"] + said["drift"]
    assert {row["id"] for row in rows} == set(TIMESCALES)
    assert all({"id", "duty", "source", "confirmed"} <= set(row) for row in rows + beside)
    lines = run("register").output.splitlines()
    assert len(lines) == len(rows) + len(beside)
    assert lines[0].startswith("FD-01: clock, not confirmed. ")


def test_when_answers_in_json(engine_when):
    assert run("when", "CLA-R1", "2026-03-02", "--json").output == '{\n  "due": "2026-03-30"\n}\n'


@pytest.mark.parametrize(
    "words", [("2 March",), ("2026-02-30",), ("2026-03-02T25:00",), ("2026-03-02", "--fact", "x")]
)
def test_a_slip_of_the_pen_is_answered_with_how_to_write_it(engine_when, words):
    outcome = run("when", "CLA-R1", *words)
    assert outcome.exit_code == 2
    assert "2026-03-02" in outcome.output
    assert engine_when == []


def test_a_fault_is_printed_without_a_traceback(engine_when, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["goldthread", "when", "XX-99", "2026-03-02"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.err == "There is no duty XX-99 in the rulebook.\n"
    assert said.out == ""


@pytest.mark.parametrize(("read", "rejected", "code"), [(3, 0, 0), (3, 2, 0), (3, 3, 1), (0, 0, 1)])
def test_an_import_that_brought_nothing_in_says_so_by_its_exit_code(
    monkeypatch, tmp_path, read, rejected, code
):
    found = {"tables": {"children": {"read": read, "rejected": rejected}}, "rejections": []}
    module = ModuleType("goldthread.practice.imports")
    module.import_paths = lambda paths, by, as_at, force: SimpleNamespace(
        as_json=lambda: found, lines=lambda: ["a line"]
    )
    monkeypatch.setitem(sys.modules, "goldthread.practice.imports", module)
    monkeypatch.setattr(opening, "with_django", lambda: None)
    monkeypatch.setattr(opening, "bring_up_to_date", lambda: None)
    (tmp_path / "census.xml").touch()
    assert run("import", str(tmp_path / "census.xml")).exit_code == code


def test_a_port_in_use_is_named_with_another_to_try():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Fault, match=f"Cannot listen on 127.0.0.1:{port}.*--port"):
            cli._refuse_a_port_in_use("127.0.0.1", port)


@pytest.mark.django_db
@pytest.mark.database
def test_production_does_not_start_while_the_demonstrations_password_opens_an_account(monkeypatch, settings):
    make_missing_sign_ins()
    settings.DEMONSTRATION = False
    monkeypatch.setattr(opening, "bring_up_to_date", lambda: None)
    outcome = run("serve", "--port", "18743")
    assert isinstance(outcome.exception, Fault)
    assert "changepassword" in str(outcome.exception)


@pytest.mark.django_db
@pytest.mark.database
def test_what_is_said_at_the_start_tells_made_up_children_from_imported_ones():
    assert cli._who_is_in_it() == "Children of the demonstration or recorded here: 0."
    Child.objects.create(given_name="Ava", source=Source.objects.create(kind="cin-census", name="A census"))
    assert "brought in from files: 1. The demonstration authority was not built" in cli._who_is_in_it()
    Child.objects.create(given_name="Ben")
    assert "recorded here: 1; brought in from files: 1." in cli._who_is_in_it()


@pytest.mark.parametrize(
    "words", [("import", "nowhere.xml", "--json"), ("when", "XX-99", "2026-03-02", "--json")]
)
def test_a_refusal_leaves_nothing_where_json_was_asked_for(repo_root, tmp_path, words):
    environment = os.environ | {
        "GOLDTHREAD_HOME": str(tmp_path),
        "PYTHONPATH": str(repo_root),
        "DATABASE_URL": "",
    }
    command = [sys.executable, "-m", "goldthread", *words]
    said = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert said.stdout == ""
    assert words[1] in said.stderr
    assert not (tmp_path / "goldthread.sqlite3").exists()


@pytest.mark.django_db
@pytest.mark.database
def test_verify_log_ends_with_1_at_a_fault_and_writes_and_reads_anchors(monkeypatch, tmp_path):
    from datetime import timedelta

    from goldthread.practice import sealing
    from goldthread.record import guards
    from goldthread.record.models import Account, ReadLog

    monkeypatch.setattr(opening, "with_django", lambda: None)
    guards.install(connection)
    ReadLog.objects.create(account=Account.objects.create(username="maya"), what="list")
    assert "0 rows sealed" in run("tick").output  # it is not settled yet
    outcome = run("verify-log")
    assert (outcome.exit_code, "1 rows are not yet sealed" in outcome.output) == (0, True)
    sealing.seal_logs(settle=timedelta(0))
    anchors = str(tmp_path / "anchors.txt")
    assert "Anchored at seal 1" in run("verify-log", "--anchor", anchors).output
    assert "up to seal 1, the last anchor" in run("verify-log", "--against", anchors).output
    guards.remove(connection)
    outcome = run("verify-log", "--json", "--against", anchors)
    assert outcome.exit_code == 1
    assert {each["kind"] for each in json.loads(outcome.output)["faults"]} == {"guard missing"}
