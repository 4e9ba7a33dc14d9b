"""The migrations, which the other tests pass by, make the tables that the models describe: on both databases."""

import os
import subprocess
import sys

import pytest

SAME = "No changes detected"


@pytest.mark.database
def test_migrations_build_an_empty_database_and_leave_nothing_to_do(repo_root, tmp_path, migrated):
    with migrated.address(tmp_path) as address:
        environment = os.environ | {
            "DATABASE_URL": address,
            "GOLDTHREAD_HOME": str(tmp_path),
            "PYTHONPATH": str(repo_root),
        }

        def goldthread(*words):
            command = [sys.executable, "-m", "goldthread", *words]
            return subprocess.run(
                command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
            )

        listed = goldthread("manage", "migrate", "--check")
        assert listed.returncode == 0, "a migration was left out: " + listed.stdout + listed.stderr
        compared = goldthread("manage", "makemigrations", "--check", "--dry-run")
        assert compared.returncode == 0, compared.stdout + compared.stderr
        assert SAME in compared.stdout
