"""What a run is given again: a changed table, what a run wrote, an input that would be written over."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive import command, run, told
from eventx.cli import main
from fake_server import answer, serving
from scripted import NOTHING_NEW

pytestmark = pytest.mark.usefixtures("alone")

NOTHING = answer(json.dumps(NOTHING_NEW))


def table(tmp_path: Path, *names: str) -> Path:
    file = tmp_path / "in.csv"
    file.write_text("text\n" + "".join(f"The council of {name} met.\n" for name in names))
    return file


def test_a_row_put_in_is_coded_and_no_other_again(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with serving(NOTHING) as fake:
        assert run(fake, table(tmp_path, "Tarn", "Borel"), out) == 0
        assert run(fake, table(tmp_path, "Malin", "Tarn", "Borel"), out) == 0
        assert (3, 3) == (len(fake.requests), len(told(out)))
    places = [json.loads(line)["extraction"]["article"]["text"] for line in out.read_text().splitlines()]
    assert sorted(places) == [f"The council of {name} met." for name in ("Borel", "Malin", "Tarn")]


def test_a_run_whose_rows_went_by_their_numbers_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with serving(NOTHING) as fake:
        run(fake, table(tmp_path, "Tarn"), out)
        (id,) = told(out)
        out.write_text(out.read_text().replace(id, "in:2"))
        with closing(sqlite3.connect(f"{out}.ledger", isolation_level=None)) as ledger:
            ledger.execute("UPDATE article SET id = 'in:2'")
        run(fake, table(tmp_path, "Borel", "Tarn"), out)
        assert len(fake.requests) == 2
    assert "in:2" in told(out)
    assert len(told(out)) == 2


def test_the_output_in_the_folder_of_the_input_is_no_input(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("The council met.")
    out = folder / "out.jsonl"
    with serving(NOTHING) as fake:
        assert [0, 0] == [run(fake, folder, out) for _ in range(2)]
    assert {"a": "done"} == told(out)


def test_that_the_output_is_left_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The council met.")
    out = tmp_path / "out.jsonl"
    with serving(NOTHING) as fake:
        run(fake, tmp_path, out)
        said = [each for each in command(fake, tmp_path, out) if each != "--quiet"]
        assert main(said) == 0
    assert f"{out}: is the output, and left out of the input\n" in capsys.readouterr().err


@pytest.mark.parametrize("how", ["itself", "a link", "a hard link", "another spelling"])
@pytest.mark.parametrize(
    "command",
    [
        ("extract", "{0}", "-o", "{1}"),
        ("extract", "other.txt", "--gazetteer", "{0}", "-o", "{1}"),
        ("extract", "{0}", "--record", "{1}"),
        ("extract", "other.txt", "--codebook", "{0}", "--record", "{1}"),
        ("export", "{0}", "--to", "csv", "-o", "{1}"),
        ("report", "{0}", "-o", "{1}"),
        ("correct", "run.jsonl", "{0}", "-o", "{1}"),
        ("audit", "{0}", "--sample", "1", "-o", "{1}"),
        ("run", "{0}", "-o", "{1}"),
    ],
    ids=[
        "extract",
        "gazetteer",
        "record",
        "record over a codebook",
        "export",
        "report",
        "correct",
        "audit",
        "run",
    ],
)
def test_an_input_is_not_written_over(
    command: tuple[str, ...],
    how: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    given, other = tmp_path / "a.txt", tmp_path / "b.txt"
    given.write_text("Seven fighters died.")
    (tmp_path / "other.txt").write_text("Seven fighters died.")
    match how:
        case "a link":
            other.symlink_to(given)
        case "a hard link":
            other.hardlink_to(given)
        case "itself":
            other = given
        case _:
            other = tmp_path / "." / ".." / tmp_path.name / "a.txt"
    assert main([each.format(given, other) for each in command]) == 2
    assert "input" in capsys.readouterr().err
    assert given.read_text() == "Seven fighters died."


@pytest.mark.parametrize(
    "command",
    [("extract", "-"), ("export", "-", "--to", "csv"), ("report", "-")],
    ids=["extract", "export", "report"],
)
def test_what_is_read_from_standard_input_is_not_written_over(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "a.txt"
    given.write_text("Seven fighters died.")
    with given.open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        assert main([*command, "-o", str(given)]) == 2
    assert given.read_text() == "Seven fighters died."
