"""Every write is a deed: only the places named here write the record, and no page reads it but through its door."""

import ast
from collections.abc import Iterator
from pathlib import Path

WRITING = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "update",
    "delete",
    "_raw_delete",
}
ALWAYS_OF_THE_RECORD = {
    "_raw_delete",
    "save",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
MANAGERS = {"objects", "unwithdrawn", "_base_manager", "_default_manager"}

WRITERS = {
    "practice/actions.py": "deeds, one row at a time and with history",
    "practice/doors.py": "the read log",
    "practice/carers.py": "the read log, of the files of carers",
    "practice/identity.py": "the read log, of a sealed link",
    "practice/supervising/personal.py": "the read log, of personal supervisions",
    "practice/security.py": "the log of sign-ins and refusals",
    "practice/second_factors.py": "apps, passkeys and codes that were lost, which are the sign-in's rows",
    "practice/tokens.py": "when a token was used last",
    "practice/due": "the cache of what is due, and the dates that moved",
    "practice/what_if/running.py": "how far a simulation is, and its answer",
    "practice/figures/keeping.py": "what the figures count, in bulk, and how far a counting is",
    "practice/figures/defining.py": "how a measure is counted, where that changed",
    "practice/homes/keeping.py": "what home pages counted, in bulk once a day",
    "practice/notices/morning.py": "what is due soon, told in bulk once a day",
    "practice/notices/digesting.py": "which digests were taken on and sent",
    "practice/sealing.py": "the chain over the logs",
    "practice/erasing": "a record at the end of its time, which two people agreed to erase",
    "practice/published/keeping.py": "published statistics in bulk, which are no part of the record",
    "practice/evaluating/word.py": "a Word document, which is no part of the record",
    "practice/imports": "imports in bulk, which write their own history",
    "synthetic": "the authority that never was, loaded in bulk",
    "record/logs.py": "hashes each row of the logs as it is written",
    "web/drafts": "what somebody typed and has not sent, which is no part of the record",
    "web/visit/device_keys.py": "which devices were given a key, which is no part of the record",
    "web/recording/once.py": "which forms were taken, which is no part of the record",
    "record/append_only.py": "refuses to write again",
}

# Pages that say a child's name without the door: named, so that opening or closing one is a visible change.
STILL_TO_CLOSE: set[str] = set()


def modules(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.py")):
        if "migrations" not in path.parts and not path.name.startswith(("test_", "conftest")):
            yield path


def writes(path: Path) -> list[str]:
    """Calls that write rows, by line."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING:
            through = {each.attr for each in ast.walk(node.func.value) if isinstance(each, ast.Attribute)}
            if node.func.attr in ALWAYS_OF_THE_RECORD or through & MANAGERS:
                found.append(f"line {node.lineno}: .{node.func.attr}()")
    return found


def test_only_named_places_write_the_record(repo_root):
    package = repo_root / "goldthread"
    elsewhere = {
        name: found
        for path in modules(package)
        if not (name := path.relative_to(package).as_posix()).startswith(tuple(WRITERS))
        and (found := writes(path))
    }
    assert elsewhere == {}, "make it an action in practice/recording"


def test_every_named_place_still_writes(repo_root):
    package = repo_root / "goldthread"
    silent = [
        name
        for name in WRITERS
        if not any(map(writes, [package / name] if name.endswith(".py") else modules(package / name)))
    ]
    assert silent == []


def test_no_page_fetches_a_child_but_through_the_door(repo_root):
    fetched, web = {}, repo_root / "goldthread" / "web"
    for path in modules(web):
        found = [
            f"line {node.lineno}"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
            and node.attr in MANAGERS
            and isinstance(node.value, ast.Name)
            and node.value.id == "Child"
        ]
        if found:
            fetched[path.relative_to(web).as_posix()] = found
    assert set(fetched) == STILL_TO_CLOSE, "use open_record or list_records of practice/doors.py"


def test_only_its_keepers_module_knows_the_link_between_a_sealed_record_and_the_new(repo_root):
    package = repo_root / "goldthread"
    known = {"practice/identity.py", "record/sealed.py", "record/models.py"}
    named = {
        path.relative_to(package).as_posix()
        for path in modules(package)
        if "SealedIdentity" in path.read_text("utf-8") or "sealedidentity" in path.read_text("utf-8")
    }
    assert named == known | {"record/guards.py"}
