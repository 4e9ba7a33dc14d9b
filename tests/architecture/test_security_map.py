"""docs/security.md names every chapter of the standard, and no file or test that is not there."""

import ast
import re

CHAPTERS = (
    "V1 Encoding and Sanitization", "V2 Validation and Business Logic", "V3 Web Frontend Security",
    "V4 API and Web Service", "V5 File Handling", "V6 Authentication", "V7 Session Management", "V8 Authorization",
    "V9 Self-contained Tokens", "V10 OAuth and OIDC", "V11 Cryptography", "V12 Secure Communication",
    "V13 Configuration", "V14 Data Protection", "V15 Secure Coding and Architecture",
    "V16 Security Logging and Error Handling", "V17 WebRTC",
)  # fmt: skip
STATES = {"met", "in part", "operator", "not applicable"}


def rows(repo_root) -> list[list[str]]:
    lines = (repo_root / "docs" / "security.md").read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| V")]


def test_every_chapter_has_its_line(repo_root):
    found = rows(repo_root)
    assert [row[0] for row in found] == list(CHAPTERS)
    assert {row[1] for row in found} <= STATES
    assert [row[0] for row in found if len(row) != 4 or "`" not in row[2] or "`" not in row[3]] == []
    assert [
        row[0]
        for row in found
        if row[1] in ("in part", "operator") and not re.search("Missing|Not|no ", row[2])
    ] == []


def test_every_file_and_test_named_is_there(repo_root):
    named = re.findall(
        r"`([\w/.-]+/[\w.-]+|pyproject\.toml)(?:::(\w+))?`",
        (repo_root / "docs" / "security.md").read_text("utf-8"),
    )
    assert len(named) > 60
    gone = []
    for path, test in named:
        file = repo_root / path
        if not file.is_file():
            gone.append(path)
        elif test and test not in {
            node.name
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.FunctionDef)
        }:
            gone.append(f"{path}::{test}")
    assert gone == []
