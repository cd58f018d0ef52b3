"""What `docs/faults.md` says of each fault is what happens, and it is told as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventx import errors
from eventx.export.visible import escaped
from faults import FAULTS, KEY
from faults.ways import WAYS
from faults_page import DONE, HEAD, PAGE, columns, row

ALL = [(section, name) for section, faults in FAULTS.items() for name in faults]
LINES = PAGE.read_text(encoding="utf-8").splitlines()
ROWS = [
    line.strip("| ").split(" | ")
    for line in LINES
    if line.startswith("| ") and not line.startswith("| fault ")
]
NAMES = [row[0] for row in ROWS]


@pytest.mark.parametrize(("section", "name"), ALL, ids=[f"{section}-{name}" for section, name in ALL])
def test_a_fault_ends_as_the_page_says(section: str, name: str) -> None:
    # When it does not, `python tests/faults_page.py` writes the page anew.
    assert row(section, name).rstrip("\n") in LINES[LINES.index(f"## {section}") :]


def test_the_page_lists_the_faults_and_no_others() -> None:
    # When it does not, `python tests/faults_page.py` writes the page anew.
    kept = [line.split(" | ")[0] for line in LINES]
    expected = HEAD + "".join(
        f"\n## {section}\n\n{columns()}" + "".join(f"| {name}\n" for name in faults)
        for section, faults in FAULTS.items()
    )
    assert [line.split(" | ")[0] for line in expected.splitlines()] == kept


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_fault_ends_in_an_error_of_ours_or_not_at_all(row: list[str]) -> None:
    codes = {
        "InputError": "exit 2",
        "ModelError": "exit 3",
        "ReplyInvalid": "exit 3",
        "ModelUnavailable": "exit 3",
    }
    blocking, awaited, command, run = row[2 : 2 + len(WAYS)]
    assert blocking == awaited
    assert codes.get(blocking, "exit 0") == command
    assert ("done, exit 0" if blocking == "done" else "failed, exit 1") == run
    assert blocking in (*errors.__all__, *DONE)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_what_is_said_says_what_to_do_and_shows_neither_key_nor_home(row: list[str]) -> None:
    said = row[2 + len(WAYS)]
    assert said == "–" or "; " in said or ": give " in said
    assert escaped(said) == said
    assert KEY not in said
    assert str(Path.home()) not in said
    assert "Traceback" not in said
