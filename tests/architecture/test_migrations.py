"""The migrations, which the other tests pass by, make the tables that the models describe."""

import os
import subprocess
import sys

SAME = "No changes detected"


def test_migrations_build_an_empty_database_and_leave_nothing_to_do(repo_root, tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"GOLDTHREAD_HOME": str(tmp_path), "PYTHONPATH": str(repo_root)}

    def goldthread(*words):
        command = [sys.executable, "-m", "goldthread", *words]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    built = goldthread("migrate")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "goldthread.sqlite3").stat().st_size > 0
    compared = goldthread("manage", "makemigrations", "--check", "--dry-run")
    assert compared.returncode == 0, compared.stdout + compared.stderr
    assert SAME in compared.stdout
