"""`eventx verify`: a run as it was written has nothing wrong, and whatever is done to it is found."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from archive import alone, ledger_of, run
from eventx.cli import main
from eventx.corpus.verifying import verify
from fake_server import answer, serving
from recorded import article_of
from scripted import NOTHING_NEW
from tampering import CLASH, QUIET, RIVALS, TAMPERINGS, TWO, made, records, tamper
from verify_page import HEAD, IDS, PAGE, RULE, row

PAGE_ROWS = PAGE.read_text(encoding="utf-8").partition(HEAD + RULE)[2].splitlines(keepends=True)
Out = Callable[..., Path]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return made(tmp_path, *IDS)


def problems(out: Path) -> list[str]:
    return [f"{each.id}: {each.found_by}: {each.what}" for each in verify(out).problems]


def test_a_run_as_it_was_written_has_nothing_wrong(out: Path) -> None:
    found = verify(out)
    assert ([], [], 5, {"done": 4, "failed": 1}) == (
        found.problems,
        found.unchecked,
        found.sealed,
        dict(found.statuses),
    )


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_tampering_is_found_as_the_page_says(name: str) -> None:
    # When it is not, `python tests/verify_page.py` writes the page anew.
    assert row(name, TAMPERINGS[name]) in PAGE_ROWS


def test_the_page_has_each_tampering_and_no_other() -> None:
    assert list(TAMPERINGS) == [line.split(" | ")[0].removeprefix("| ") for line in PAGE_ROWS]


@pytest.mark.parametrize("line", PAGE_ROWS, ids=TAMPERINGS)
def test_every_tampering_is_found_beside_the_ledger(line: str) -> None:
    assert "–" != line.split(" | ")[2]


def test_a_problem_says_where_it_is_and_what_to_do(out: Path) -> None:
    tamper(TAMPERINGS["the dead of one side become the other's"], out)
    (found,) = verify(out).problems
    assert (1, CLASH, "is not as it was written") == (found.line, found.id, found.what)
    assert "put the line back, or delete it and start the run again" == found.advice


# What is no tampering.


def correction(id: str, **said: object) -> dict[str, object]:
    sha256 = hashlib.sha256(article_of(id).text.encode()).hexdigest()
    return {"article": id, "sha256": sha256, **said}


@pytest.fixture
def corrections(tmp_path: Path) -> Path:
    """Return a coder's corrections of the run: of a number with a note, and of a side."""
    given = [
        correction(
            CLASH,
            action="change",
            event="e1",
            casualty=5,
            count={"value": 9, "low": 9, "high": 9},
            note="two died later",
        ),
        correction(RIVALS, action="change", event="e1", casualty=3, group="side_b"),
    ]
    file = tmp_path / "corrections.json"
    file.write_text(json.dumps({"version": "1", "when": "2025-01-01T00:00:00Z", "corrections": given}))
    return file


@pytest.mark.parametrize("name", ["run.jsonl", "corrected.jsonl"], ids=["in place", "as a copy"])
def test_a_corrected_run_verifies(out: Path, corrections: Path, name: str) -> None:
    corrected = out.with_name(name)
    assert 0 == main(["correct", str(out), str(corrections), "-o", str(corrected)])
    assert b'"judgement":' in corrected.read_bytes()
    assert [] == verify(corrected).problems


def test_a_judgement_that_was_edited_is_found(out: Path, corrections: Path) -> None:
    assert 0 == main(["correct", str(out), str(corrections), "-o", str(out)])
    with records(out) as lines:
        lines[CLASH]["judgement"]["events"][0]["casualties"][5]["count"].update(value=19, low=19, high=19)
    assert f"{CLASH}: judgement: the judgement is not what its corrections make of the extraction" in (
        problems(out)
    )


# What cannot be asked is said.


def test_without_a_ledger_it_says_what_was_not_checked(out: Path) -> None:
    found = verify(out.rename(out.with_name("moved.jsonl")))
    assert ([], 0) == (found.problems, found.sealed)
    (said,) = found.unchecked
    assert said.startswith("there is no ledger beside it")


def test_a_ledger_of_before_there_were_seals(out: Path) -> None:
    with closing(sqlite3.connect(ledger_of(out))) as ledger, ledger:
        ledger.execute("ALTER TABLE article DROP COLUMN seal")
    found = verify(out)
    assert ([], 0) == (found.problems, found.sealed)
    (said,) = found.unchecked
    assert said.startswith("5 of 5 lines have no seal in the ledger")


def test_findings_of_another_version_are_not_compared(out: Path) -> None:
    with records(out) as lines:
        lines[CLASH]["extraction"]["provenance"]["eventx_version"] = "0.0.1"
        lines[CLASH]["extraction"]["findings"].clear()
    found = verify(out)
    assert ["seal"] == [each.found_by for each in found.problems]
    assert [each for each in found.unchecked if each.startswith("1 line is of another version of eventx")]


# What is not at its end.


def test_what_was_skipped_is_not_done(out: Path) -> None:
    with records(out) as lines:
        lines[QUIET] = {"id": QUIET, "status": "skipped", "extraction": None, "error": "over the limit"}
    assert f"{QUIET}: form: was skipped (over the limit)" in problems(out)


def test_what_was_given_and_has_no_line_is_not_done(out: Path) -> None:
    with closing(sqlite3.connect(ledger_of(out))) as ledger, ledger:
        ledger.execute("INSERT INTO article (id, content, start) VALUES ('more', '', 1)")
    assert ["more: ledger: was given to the run and has no line yet"] == problems(out)


def test_a_line_that_was_written_as_the_run_was_killed_is_whole(out: Path) -> None:
    with closing(sqlite3.connect(ledger_of(out))) as ledger, ledger:
        ledger.execute("UPDATE article SET status = NULL, seal = NULL WHERE id = ?", (TWO,))
    found = verify(out)
    assert ([], 4) == (found.problems, found.sealed)


# The command.


def test_it_tells_each_run_in_lines_below_each_other(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()
    other = made(tmp_path / "other", QUIET)
    tamper(TAMPERINGS["the dead of one side become the other's"], out)
    tamper(TAMPERINGS["the reason of a failure is changed"], out)
    assert 1 == main(["verify", str(out), str(other)])
    again = "put the line back, or delete it and start the run again"
    assert (
        f"{out}: 5 lines (4 done, 1 failed), 5 sealed: 3 problems\n"
        f"  line 1  idlib-clashes  is not as it was written; {again}\n"
        f"  line 5  no-reply       the ledger has it as failed (is empty); {again}\n"
        f"  line 5  no-reply       is not as it was written; {again}\n"
        "\n"
        f"{other}: 2 lines (1 done, 1 failed), 2 sealed: nothing is wrong\n"
    ) == capsys.readouterr().out


def test_nothing_wrong_is_0(out: Path) -> None:
    assert 0 == main(["verify", str(out)])


UNREADABLE = {
    "missing": (lambda out: out.unlink(), "no such file; check the path"),
    "empty": (lambda out: out.write_bytes(b""), "is empty; give extractions, one a line"),
    "a broken ledger": (lambda out: ledger_of(out).write_bytes(b"no ledger" * 99), "is no ledger"),
}


@pytest.mark.parametrize(("change", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_2(
    out: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], object], expected: str
) -> None:
    change(out)
    assert 2 == main(["verify", str(out)])
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize("line", ["[]", "7", '{"id": 1}', '{"article": {}}', "{", '{"id":"a\\ud800"}', "nul"])
def test_whatever_a_line_holds_is_a_problem_and_no_end(out: Path, line: str) -> None:
    with out.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert ["form"] == [each.found_by for each in verify(out).problems]


TEXTS = {
    "plain": "The council of Testville spoke.",
    "with a day of its own": "TESTVILLE, May 3, 2024 (Reuters) - The council of Testville spoke.",
    "with front matter": "---\npublished: 2024-05-03\nlanguage: en\nsource: Gazette\n---\nThe council spoke.",
    "in Spanish": "El consejo de la ciudad habló ayer de los problemas de la región con los vecinos.",
}


def test_what_eventx_run_writes_verifies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch, tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "run.jsonl"
    with serving(answer(json.dumps(NOTHING_NEW))) as fake:
        assert 0 == run(fake, tmp_path / "in", out)
    found = verify(out)
    assert ([], [], len(TEXTS)) == (found.problems, found.unchecked, found.sealed)
