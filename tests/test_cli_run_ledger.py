"""A ledger, or a file of kept answers, with something wrong: said in one line, and nothing lost."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archive import articles, ledger_of, run
from eventx.cli import main
from eventx.corpus import database
from fake_server import answer, serving
from scripted import NOTHING_NEW

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return articles(tmp_path, 3)


def garbage(file: Path) -> None:
    file.write_bytes(b"no database at all " * 100)


def truncated(file: Path) -> None:
    os.truncate(file, 5000)


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("CREATE TABLE bookmark (url TEXT)")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("PRAGMA user_version = 1000")


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def without_settings(file: Path) -> None:
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("UPDATE start SET settings = '{'")


def other_columns(file: Path) -> None:
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("ALTER TABLE article RENAME COLUMN content TO contents")


def malformed(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data.replace(b") WITHOUT ROWID", b") WITHOU\x80\x80ROWID", 1))


def other_bytes(file: Path) -> None:
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("UPDATE start SET settings = CAST(x'80ff' AS TEXT)")
        made.execute("UPDATE article SET status = CAST(x'80ff' AS TEXT)")


MOVE = "move it away and start the same again: the output says what is done, and only what was spent so far"
WRONG: dict[str, tuple[Callable[[Path], None], str]] = {
    "garbage": (garbage, f"is no ledger of this eventx (file is not a database); {MOVE}"),
    "truncated": (truncated, f"is no ledger of this eventx (database disk image is malformed); {MOVE}"),
    "of another program": (
        of_another_program,
        f"is no ledger of this eventx (it has the tables bookmark); {MOVE}",
    ),
    "newer": (newer, f"was written by a newer eventx; update eventx, or {MOVE}"),
    "a folder": (folder, "Is a directory; see that it and its folder can be read and written"),
    "without settings": (without_settings, f"is no ledger of this eventx (start 1 has no settings); {MOVE}"),
    "malformed": (malformed, f"is no ledger of this eventx (it is malformed); {MOVE}"),
    "other bytes": (
        other_bytes,
        f"is no ledger of this eventx (it holds bytes that are no text: invalid start byte); {MOVE}",
    ),
    "other columns": (
        other_columns,
        f"is no ledger of this eventx (table article has no column named content); {MOVE}",
    ),
}


@pytest.mark.parametrize(("wrong", "words"), WRONG.values(), ids=WRONG)
def test_a_ledger_with_something_wrong_is_told_in_one_line_and_can_be_moved_away(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], wrong: Callable[[Path], None], words: str
) -> None:
    ledger = ledger_of(out)
    with serving(NOTHING) as fake:
        assert run(fake, three, out) == 0
        before = out.read_bytes()
        wrong(ledger)
        capsys.readouterr()
        assert run(fake, three, out) == 2
        said = capsys.readouterr().err
        assert f"eventx: {ledger}: " in said
        assert (True, 1) == (words in said, said.count("\n")), said
        ledger.rename(out.with_name("moved"))
        assert run(fake, three, out) == 0
        assert (before, 3) == (out.read_bytes(), len(fake.requests))


@pytest.mark.parametrize("wrong", [each for each, _ in WRONG.values()], ids=WRONG)
def test_status_of_a_ledger_with_something_wrong_is_one_line(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], wrong: Callable[[Path], None]
) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, three, out) == 0
    wrong(ledger_of(out))
    capsys.readouterr()
    code = main(["status", str(out)])
    said = capsys.readouterr().err
    assert (code, said.count("\n")) in ((2, 1), (0, 0))  # a file may be readable and yet take no run


@pytest.mark.parametrize("more", [b"", b"x" * 5000], ids=["empty", "and a WAL of garbage"])
def test_an_empty_ledger_is_a_new_one(three: Path, out: Path, more: bytes) -> None:
    with serving(NOTHING) as fake:
        assert run(fake, three, out) == 0
        ledger_of(out).write_bytes(b"")
        if more:
            ledger_of(out).with_name(f"{out.name}.ledger-wal").write_bytes(more)
        assert run(fake, three, out) == 0
        assert len(fake.requests) == 3


def test_a_ledger_that_another_program_holds_is_told(
    three: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with serving(NOTHING) as fake:
        assert run(fake, three, out) == 0
        with closing(sqlite3.connect(ledger_of(out), isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            capsys.readouterr()
            assert run(fake, three, out) == 2
    said = capsys.readouterr().err
    assert "database is locked; another program has it open; end that one, then start the same again" in said


@pytest.mark.parametrize(
    ("wrong", "words"),
    [(garbage, "file is not a database"), (of_another_program, "it has the tables bookmark")],
)
def test_kept_answers_with_something_wrong_are_told_by_their_name(
    three: Path,
    out: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    wrong: Callable[[Path], None],
    words: str,
) -> None:
    file = tmp_path / "cache" / "answers.sqlite3"
    with serving(NOTHING) as fake:
        assert run(fake, three, out) == 0
        wrong(file)
        capsys.readouterr()
        assert run(fake, three, out) == 2
    assert capsys.readouterr().err == (
        f"eventx: {file}: is no file of kept answers ({words}); move it away and start the same again: "
        "what it knows is asked, and paid, again when it is needed\n"
    )
