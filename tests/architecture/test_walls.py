"""The walls of the house: who may import whom."""

import ast
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def imported_modules(path: Path) -> set[str]:
    """The modules that a file imports, by full name; `from a import b` counts as both a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_each_package_imports_lower_ones_only(repo_root, monkeypatch, capsys):
    monkeypatch.chdir(repo_root)
    outcome = lint_imports(config_filename=str(repo_root / "pyproject.toml"), no_cache=True)
    assert outcome == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_of_the_rulebook_the_record_knows_only_the_code_lists(repo_root):
    beyond = {}
    for path in sorted((repo_root / "goldthread" / "record").rglob("*.py")):
        rulebook = {name for name in imported_modules(path) if name.startswith("goldthread.rulebook.")}
        if wrong := {name for name in rulebook if not name.startswith("goldthread.rulebook.codes")}:
            beyond[path.relative_to(repo_root).as_posix()] = sorted(wrong)
    assert beyond == {}
