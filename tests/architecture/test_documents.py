"""The documents point at what is there, and the front door says every word it knows."""

import re
import subprocess

from goldthread.cli import goldthread

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_link_in_the_documents_leads_somewhere(repo_root):
    documents = [
        *repo_root.glob("*.md"),
        *(repo_root / "docs").rglob("*.md"),
        *(repo_root / "bench").glob("*.md"),
    ]
    broken = {
        f"{document.relative_to(repo_root)}: {link}"
        for document in documents
        for link in LINK.findall(document.read_text("utf-8"))
        if not (document.parent / link).exists()
    }
    assert len(documents) > 5
    assert broken == set()


def test_help_names_every_word_of_the_front_door(repo_root):
    said = subprocess.run([repo_root / "run", "help"], capture_output=True, text=True, check=True).stdout
    text = (repo_root / "run").read_text()
    cases = text[text.index('case "$word" in') :]
    words = set(re.findall(r"^    (\w+)(?: \||\))", cases, re.MULTILINE)) | {"import", "when", "serve"}
    assert {"test", "check", "lock", "bench"} <= words
    assert {word for word in words if f"./run {word}" not in said} == set()


def test_every_verb_says_what_it_does():
    assert {name for name, verb in goldthread.commands.items() if not (verb.help or "").strip()} == set()
