"""`eventx verify`: each kind of tampering is found, and nothing where nothing was done."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import verify_page
from archive import articles, ledger_of, run
from eventx.cli import main
from fake_server import answer, fail, serving
from scripted import NOTHING_NEW
from tampering import KINDS, before_seals, make, problems, tampered

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("run"))


def test_there_are_kinds_enough() -> None:
    assert len(KINDS) >= 20


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_tampering_is_found(made: Path, kind: str) -> None:
    with tampered(made, kind) as out:
        found, _ = problems(out)
        assert found != []


def test_a_run_as_it_was_written_has_nothing_wrong(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(made)]) == 0
    assert capsys.readouterr() == ("3 lines, nothing wrong; 3 held against the ledger\n", "")


def test_what_is_wrong_is_a_line_each_and_exit_code_1(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with tampered(made, "the model that read it") as out:
        assert main(["verify", str(out)]) == 1
    assert capsys.readouterr().out == (
        "line 1      tarn              is not the line that was written: it was changed since\n"
        "3 lines, 1 problem; 3 held against the ledger\n"
    )


def test_without_a_ledger_it_says_what_is_not_known(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with tampered(made, None) as out:
        ledger_of(out).unlink()
        assert main(["verify", str(out)]) == 0
    assert "3 lines, nothing wrong; no ledger beside it" in capsys.readouterr().out


def test_lines_of_before_there_were_seals_are_not_held_against_the_ledger(made: Path) -> None:
    with tampered(made, "the model that read it") as out:
        before_seals(out)
        found, about = problems(out)
    assert ([], 0, 3) == (found, about.sealed, about.lines)


def test_a_line_written_in_the_instant_of_a_kill_has_no_seal(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with serving(fail(400), NOTHING) as fake:
        assert run(fake, articles(tmp_path, 1), out, "--concurrency", "1") == 1
        failed = out.read_bytes()
        assert run(fake, articles(tmp_path, 1), out, "--retry-failed") == 0
    assert (failed == out.read_bytes(), problems(out)[0]) == (False, [])


def test_a_corrected_run_verifies(made: Path) -> None:
    with tampered(made, None) as out:
        _corrected(out, {"action": "strike", "casualty": 1})
        assert b'"judgement"' in out.read_bytes()
        found, about = problems(out)
    assert ([], 3) == (found, about.sealed)


def _corrected(out: Path, *items: dict[str, object]) -> None:
    """Correct the first article of a run, in place."""
    record = json.loads(out.read_bytes().splitlines()[0])["extraction"]
    sha256 = hashlib.sha256(record["article"]["text"].encode()).hexdigest()
    given = [{"article": "tarn", "sha256": sha256, "event": "e1", **item} for item in items]
    file = out.with_name("c.json")
    file.write_text(json.dumps({"version": "1", "when": "2024-06-05T00:00:00Z", "corrections": given}))
    assert main(["correct", str(out), str(file), "-o", str(out)]) == 0


def test_a_correction_that_was_edited_since_is_told(made: Path) -> None:
    with tampered(made, None) as out:
        _corrected(out, {"action": "change", "casualty": 0, "group": "civilians"})
        out.write_bytes(out.read_bytes().replace(b'"group":"civilians"', b'"group":"side_a"'))
        lines = out.read_bytes().splitlines(keepends=True)
        record = json.loads(lines[0])
        record["judgement"]["corrections"][0]["group"] = "civilians"
        machine = lines[0].partition(b',"judgement":')[0]
        judgement = json.dumps(record["judgement"], separators=(",", ":")).encode()
        out.write_bytes(machine + b',"judgement":' + judgement + b"}\n" + b"".join(lines[1:]))
        found, _ = problems(out)
    assert [each.what for each in found] == [
        "judgement: it is not what the corrections make of the machine's answer"
    ]


def test_what_was_skipped_is_not_done(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with serving(NOTHING) as fake:
        run(fake, articles(tmp_path, 1), out, "--max-tokens", "1", "--no-cache")
    assert ["was skipped: start the run again, and it goes on"] == [each.what for each in problems(out)[0]]


def test_an_article_without_its_line_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with serving(NOTHING) as fake:
        run(fake, articles(tmp_path, 2), out, "--max-tokens", "1", "--no-cache")
    lines = out.read_bytes().splitlines(keepends=True)
    out.write_bytes(lines[0])
    assert [each.what for each in problems(out)[0]] == [
        "was skipped: start the run again, and it goes on",
        "the ledger says skipped, and there is no line: it was taken out",
    ]


@pytest.mark.parametrize("content", [b"", None], ids=["empty", "missing"])
def test_what_cannot_be_read_is_exit_code_2(tmp_path: Path, content: bytes | None) -> None:
    out = tmp_path / "out.jsonl"
    if content is not None:
        out.write_bytes(content)
    assert main(["verify", str(out)]) == 2


def test_the_page_is_current(made: Path) -> None:
    assert verify_page.page(made) == verify_page.PAGE.read_text(encoding="utf-8")
